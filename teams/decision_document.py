"""A decision as Word file, in the layout of Nghị định 30/2020/NĐ-CP, to be signed and numbered by the office."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document

from common import word
from common.paper import LAYOUT
from common.qr import qr_png
from common.word import CENTRE, JUSTIFY, LEFT
from teams.decision_text import DecisionText

LEFT_MM, RIGHT_MM = 63, 102
"""The two columns of letterhead and foot; the right one holds the name of the state on one line."""

MOTTO_RULE_MM, ISSUER_RULE_MM = 61, 22
QR_MM = 20
TITLE = "QUYẾT ĐỊNH"


def decision_document(text: DecisionText) -> bytes:
    """The whole paper: decision on upright pages, annex on pages of its own."""
    document = word.new_document(f"{text.number_line} {text.subject}")
    add_letterhead(document, text.body, text.number_line, text.place_date)
    add_title(document, text.subject)
    add_bases(document, text.heading, text.legal_bases)
    for number, article in enumerate(text.articles, start=1):
        add_paragraph(document, article, lead=f"Điều {number}. ")
    add_foot(document, text.recipient_lines, text.signature, text.signer, text.check_address)
    if text.teams:
        word.add_wide_section(document)
        _annex(document, text)
    return word.saved(document)


def add_letterhead(document: Document, body: Sequence[str], number_line: str, place_date: str) -> None:
    """Issuing body and number at the left, state and motto, place and day at the right."""
    left, right = word.add_pair(document, LEFT_MM, RIGHT_MM)
    for line in body:
        word.add_text(left, line, size=LAYOUT.issuer, bold=True, align=CENTRE)
    word.add_rule(left, ISSUER_RULE_MM, LEFT_MM)
    word.add_text(left, number_line, size=LAYOUT.number, align=CENTRE, before=4)
    word.add_text(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=LAYOUT.state, bold=True, align=CENTRE)
    word.add_text(right, "Độc lập - Tự do - Hạnh phúc", size=LAYOUT.motto, bold=True, align=CENTRE)
    word.add_rule(right, MOTTO_RULE_MM, RIGHT_MM)
    word.add_text(right, place_date, size=LAYOUT.place, italic=True, align=CENTRE, before=4)
    for cell in (left, right):
        word.tidy(cell)


def add_title(document: Document, subject: str) -> None:
    """The kind of paper, and what it is about."""
    word.add_text(document, TITLE, size=LAYOUT.title, bold=True, align=CENTRE, before=14)
    word.add_text(document, subject, size=LAYOUT.title, bold=True, align=CENTRE, after=12)


def add_bases(document: Document, heading: str, legal_bases: Sequence[str]) -> None:
    """Who decides, on what grounds, and the word above the articles."""
    word.add_text(document, heading, bold=True, align=CENTRE, after=6)
    for basis in legal_bases:
        add_paragraph(document, basis, italic=True)
    word.add_text(document, f"{TITLE}:", bold=True, align=CENTRE, before=8, after=4, keep=True)


def add_paragraph(place: Any, words: str, **look: Any) -> None:
    """A paragraph of the decision's body."""
    word.add_text(place, words, align=JUSTIFY, first_line=LAYOUT.indent, after=4, **look)


def add_foot(
    document: Document,
    recipients: Sequence[str],
    signature: Sequence[str],
    signer: str,
    check_address: str = "",
) -> None:
    """Recipients and the code to check at the left, who signs at the right."""
    word.add_text(document, "", size=6)
    left, right = word.add_pair(document, LEFT_MM + 12, RIGHT_MM - 12)
    word.add_text(left, "Nơi nhận:", size=LAYOUT.recipients_head, bold=True, italic=True)
    for line in recipients:
        word.add_text(left, line, size=LAYOUT.recipients)
    if check_address:
        word.add_picture(left, qr_png(check_address), QR_MM, LEFT)
    _sign(right, signature, signer)
    for cell in (left, right):
        word.tidy(cell)


def _sign(cell: Any, signature: Sequence[str], signer: str) -> None:
    """Who signs, with room for the hand."""
    for line in signature:
        word.add_text(cell, line, bold=True, align=CENTRE)
    for _line in range(4):
        word.add_text(cell, "", align=CENTRE)
    word.add_text(cell, signer, bold=True, align=CENTRE)


def add_annex_head(document: Document, title: str, note: str) -> None:
    """What stands above the table of the annex."""
    word.add_text(document, "PHỤ LỤC", bold=True, align=CENTRE)
    word.add_text(document, title, bold=True, align=CENTRE)
    word.add_text(document, note, italic=True, align=CENTRE, after=8)


def _annex(document: Document, text: DecisionText) -> None:
    add_annex_head(document, text.annex_title, text.annex_note)
    word.add_table(document, text.columns, text.sections, LAYOUT.wide_text_width)
    word.add_text(document, text.total, bold=True, before=6)
