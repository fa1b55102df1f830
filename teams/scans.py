"""Scans of signed decisions: PDF or JPG up to 10 MB, judged by their content, stored under a secret name."""

import hashlib
import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import service
from teams.decisions import check_may_issue
from teams.line_ups import save_as
from teams.models import Decision, DecisionScan
from vietnamese.text import clean

LARGEST = 10 * 1024 * 1024
PDF, JPG = "application/pdf", "image/jpeg"
_SUFFIX = {PDF: "pdf", JPG: "jpg"}
_START_OF_SCAN = 0xDA
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_PRIVATE_SEGMENTS = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""EXIF, XMP, maker notes and comments; APP0 and APP14 are needed to show the picture."""


@service
def attach_scan(*, by: User, decision: Decision, upload: Any) -> DecisionScan:
    """Keep the signed paper of a decision, once, with its checksum; a new scan takes the place of the old."""
    check_may_issue(by, decision.issuer)
    scan = DecisionScan.objects.filter(decision=decision).first() or DecisionScan(decision=decision)
    store_paper(by, scan, upload)
    return scan


def store_paper(by: User, row: Any, upload: Any) -> None:
    """Inside a transaction: judge an uploaded paper by its content and store it with `row` (an attachment's fields)."""
    if upload.size > LARGEST:
        raise ValidationError(
            {
                "file": ValidationError(
                    _("The file is larger than 10 MB. Scan it with a lower resolution."), code="size"
                )
            }
        )
    content = upload.read()
    kind = kind_of(content)
    if kind == JPG:
        content = without_private_segments(content)
    row.sha256 = hashlib.sha256(content).hexdigest()
    row.size_bytes, row.content_type = len(content), kind
    row.original_name = clean(upload.name or "")[-200:]
    row.file.save(f"{secrets.token_urlsafe(24)}.{_SUFFIX[kind]}", ContentFile(content), save=False)
    try:
        save_as(row, by)
    except BaseException:
        row.file.storage.delete(str(row.file.name))
        raise


def kind_of(content: bytes) -> str:
    """What the bytes are, whatever the name says; anything but PDF and JPG is refused."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return PDF
    if content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\x00").endswith(b"\xff\xd9"):
        return JPG
    raise ValidationError(
        {
            "file": ValidationError(
                _("The file is no PDF and no JPG picture. Choose another file."), code="type"
            )
        }
    )


def without_private_segments(content: bytes) -> bytes:
    """A JPG without EXIF (place and device), XMP and comments; the picture itself is untouched."""
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == _START_OF_SCAN:
            break
        size = 2 if marker in _WITHOUT_LENGTH else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker not in _PRIVATE_SEGMENTS:
            kept.append(content[at : at + size])
        at += size
    return b"".join([*kept, content[at:]])
