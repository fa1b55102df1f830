"""Lists of a commune as PDF on A4, with the official letterhead and a code by which a paper can be checked."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.platypus import Flowable

from areas.models import Area
from common import pdf
from common.paper import LAYOUT
from common.pdf import CENTRE, text
from common.qr import qr_png
from teams.decision_document import LEFT_MM, QR_MM, RIGHT_MM
from teams.decision_pdf import letterhead
from teams.decision_text import COMMITTEE, letterhead_of
from teams.papers import PaperList


def list_pdf(
    paper: PaperList, commune: Area, *, check_address: str = "", signers: tuple[str, str] = ("", "")
) -> bytes:
    """The list with letterhead, table, last line, and room for signatures."""
    with override("vi"):
        parts = [*_head(paper, commune), pdf.table(paper.columns, paper.sections, LAYOUT.text_width)]
        parts.append(text(paper.total, size=LAYOUT.state, bold=True, before=6, after=6))
        parts.append(_foot(check_address, signers))
        return pdf.build(parts, title=paper.title, foot=_printed())


def _head(paper: PaperList, commune: Area) -> list[Flowable]:
    today = timezone.localdate()
    issuer = f"{COMMITTEE}{commune.full_name[:1].lower()}{commune.full_name[1:]}"
    parts = letterhead(letterhead_of(issuer), "", _place_date(commune, today))
    parts.append(text(paper.title.upper(), size=LAYOUT.title, bold=True, align=CENTRE, before=12, after=2))
    centred = len(paper.lines) == 1
    look = {"size": LAYOUT.state, "italic": centred, "align": CENTRE if centred else pdf.LEFT, "after": 3}
    parts += [text(f"({line})" if centred else line, **look) for line in paper.lines]
    return [*parts, pdf.gap(3)]


def _place_date(commune: Area, on: date) -> str:
    return _("%(place)s, day %(day)s month %(month)s year %(year)s") % {
        "place": commune.name,
        "day": f"{on:%d}",
        "month": f"{on:%m}" if on.month < 3 else on.month,
        "year": on.year,
    }


def _foot(check_address: str, signers: tuple[str, str]) -> Flowable:
    left: list[Flowable] = []
    if check_address:
        left = [
            pdf.picture(qr_png(check_address), QR_MM),
            text(_("Scan to check this list"), size=LAYOUT.recipients),
        ]
    elif signers[0]:
        left = [text(signers[0].upper(), size=LAYOUT.state, bold=True, align=CENTRE)]
    right = (
        [text(signers[1].upper(), size=LAYOUT.state, bold=True, align=CENTRE), pdf.gap(22)]
        if signers[1]
        else []
    )
    return pdf.pair(left, right, LEFT_MM, RIGHT_MM)


def _printed() -> str:
    return _("Printed at %(time)s") % {"time": f"{timezone.localtime():%H:%M %d/%m/%Y}"}
