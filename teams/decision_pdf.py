"""A decision as PDF: for reading on a screen, marked as such, and never the signed paper."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.platypus import Flowable

from common import pdf
from common.paper import LAYOUT
from common.pdf import CENTRE, JUSTIFY, text
from common.qr import qr_png
from teams.decision_document import ISSUER_RULE_MM, LEFT_MM, MOTTO_RULE_MM, QR_MM, RIGHT_MM, TITLE
from teams.decision_text import DecisionText


def decision_pdf(words: DecisionText) -> bytes:
    """The same words and layout as the Word file."""
    parts = [*letterhead(words.body, words.number_line, words.place_date), *_body(words), _foot(words)]
    if words.teams:
        parts += [*pdf.wide_pages(), *_annex(words)]
    with override("vi"):
        note = _("copy for reading, not the signed paper")
    return pdf.build(parts, title=f"{words.number_line} {words.subject}", foot=note)


def letterhead(body: tuple[str, ...], number_line: str, place_date: str) -> list[Flowable]:
    """Issuing body and number on the left, the state on the right."""
    left = [text(line, size=LAYOUT.issuer, bold=True, align=CENTRE) for line in body]
    left += [pdf.rule(ISSUER_RULE_MM), text(number_line, size=LAYOUT.number, align=CENTRE)]
    right = [
        text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=LAYOUT.state, bold=True, align=CENTRE),
        text("Độc lập - Tự do - Hạnh phúc", size=LAYOUT.motto, bold=True, align=CENTRE),
        pdf.rule(MOTTO_RULE_MM),
        text(place_date, size=LAYOUT.place, italic=True, align=CENTRE),
    ]
    return [pdf.pair(left, right, LEFT_MM, RIGHT_MM)]


def _body(words: DecisionText) -> list[Flowable]:
    body: dict[str, Any] = {"align": JUSTIFY, "first_line": LAYOUT.indent, "after": 4}
    return [
        text(TITLE, size=LAYOUT.title, bold=True, align=CENTRE, before=14),
        text(words.subject, size=LAYOUT.title, bold=True, align=CENTRE, after=12),
        text(words.heading, bold=True, align=CENTRE, after=6),
        *(text(basis, italic=True, **body) for basis in words.legal_bases),
        text(f"{TITLE}:", bold=True, align=CENTRE, before=8, after=4),
        *(
            text(article, lead=f"Điều {number}. ", **body)
            for number, article in enumerate(words.articles, start=1)
        ),
        pdf.gap(3),
    ]


def _foot(words: DecisionText) -> Flowable:
    left = [text("Nơi nhận:", size=LAYOUT.recipients_head, bold=True, italic=True)]
    left += [text(line, size=LAYOUT.recipients) for line in words.recipient_lines]
    if words.check_address:
        left.append(pdf.picture(qr_png(words.check_address), QR_MM))
    right = [text(line, bold=True, align=CENTRE) for line in words.signature]
    right += [pdf.gap(24), text(words.signer, bold=True, align=CENTRE)]
    return pdf.pair(left, right, LEFT_MM + 12, RIGHT_MM - 12)


def _annex(words: DecisionText) -> list[Flowable]:
    return [
        text("PHỤ LỤC", bold=True, align=CENTRE),
        text(words.annex_title, bold=True, align=CENTRE),
        text(words.annex_note, italic=True, align=CENTRE, after=8),
        pdf.table(words.columns, words.sections, LAYOUT.wide_text_width),
        text(words.total, bold=True, before=6),
    ]
