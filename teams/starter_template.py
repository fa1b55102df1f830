"""The register's own layout of a decision as a Word template: an office changes words and looks, and hands it in again.

Each piece of the paper stands in it as a placeholder; printed, it says what the register's own paper says.
"""

from docx.document import Document

from common import word
from common.paper import LAYOUT, Section
from common.word import CENTRE
from teams.decision_annex import annex_columns
from teams.decision_document import (
    LEFT_MM,
    RIGHT_MM,
    TITLE,
    add_annex_head,
    add_letterhead,
    add_signature,
    add_title,
    paragraph,
)

BASES = ("{%p for basis in legal_bases %}", "{{ basis }}", "{%p endfor %}")
ARTICLES = ("{%p for article in articles %}", "{%p endfor %}")
RECIPIENTS = ("{%p for line in recipients %}", "- {{ line }};", "{%p endfor %}", "- Lưu: VT.")
SIGNATURE = ("{{ sign_1 }}", "{%p if sign_2 %}", "{{ sign_2 }}", "{%p endif %}")
MEMBER = ("no", "name", "man", "woman", "post", "role", "phone", "note")
TOTAL = "Tổng cộng: {{ team_count }} tổ, {{ member_count }} thành viên"


def starter_template() -> bytes:
    """The template, which passes the check of uploaded ones."""
    document = word.new_document("{{ number_line }} {{ subject }}")
    add_letterhead(document, ("{{ committee }}",), "{{ number_line }}", "{{ place_date }}")
    add_title(document, "{{ subject }}")
    _body(document)
    _foot(document)
    word.add_wide_section(document)
    add_annex_head(document, "{{ annex_title }}", "{{ annex_note }}")
    word.add_table(document, annex_columns(True), _sections(), LAYOUT.wide_text_width)
    word.add_text(document, TOTAL, bold=True, before=6)
    return word.saved(document)


def _body(document: Document) -> None:
    word.add_text(document, "{{ heading }}", bold=True, align=CENTRE, after=6)
    for line in BASES:
        paragraph(document, line, italic=True)
    word.add_text(document, f"{TITLE}:", bold=True, align=CENTRE, before=8, after=4, keep=True)
    begin, end = ARTICLES
    paragraph(document, begin)
    paragraph(document, "{{ article.text }}", lead="Điều {{ article.no }}. ")
    paragraph(document, end)


def _foot(document: Document) -> None:
    word.add_text(document, "", size=6)
    left, right = word.add_pair(document, LEFT_MM + 12, RIGHT_MM - 12)
    word.add_text(left, "Nơi nhận:", size=LAYOUT.recipients_head, bold=True, italic=True)
    for line in RECIPIENTS:
        word.add_text(left, line, size=LAYOUT.recipients)
    add_signature(right, SIGNATURE, "{{ signer }}")
    for cell in (left, right):
        word.tidy(cell)


def _sections() -> list[Section]:
    """The commands of a loop stand in rows of their own, which disappear on filling."""
    cells = [f"{{{{ m.{name} }}}}" for name in MEMBER]
    return [
        Section("{%tr for team in teams %}", []),
        Section("{{ team.roman }}. {{ team.name }}", []),
        Section("{%tr for m in team.members %}", [cells]),
        Section("{%tr endfor %}", []),
        Section("{%tr endfor %}", []),
    ]
