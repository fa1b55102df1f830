"""QR codes on papers, as small black and white pictures."""

from io import BytesIO

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_png(address: str) -> bytes:
    """The address as a picture that a phone reads from paper."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, box_size=6, border=2)
    code.add_data(address)
    stream = BytesIO()
    code.make_image().save(stream)
    return stream.getvalue()
