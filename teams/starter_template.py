"""The register's own layout of a decision as a Word template: an office changes words and looks, and hands it in again.

Each piece of the paper stands in it as a placeholder; printed, it says what the register's own paper says.
"""

from django.utils.translation import override
from docx.document import Document

from common import word
from common.paper import LAYOUT, Section
from teams.decision_annex import annex_columns
from teams.decision_document import (
    add_annex_head,
    add_bases,
    add_foot,
    add_letterhead,
    add_paragraph,
    add_title,
)
from teams.decision_text import TO_THE_FILES

BASES = ("{%p for basis in legal_bases %}", "{{ basis }}", "{%p endfor %}")
ARTICLES = ("{%p for article in articles %}", "{%p endfor %}")
RECIPIENTS = ("{%p for line in recipients %}", "- {{ line }};", "{%p endfor %}", TO_THE_FILES)
SIGNATURE = ("{{ sign_1 }}", "{%p if sign_2 %}", "{{ sign_2 }}", "{%p endif %}")
MEMBER = ("no", "name", "man", "woman", "post", "role", "phone", "note")
TOTAL = "Tổng cộng: {{ team_count }} tổ, {{ member_count }} thành viên"


def starter_template() -> bytes:
    """The template, which passes the check of uploaded ones."""
    document = word.new_document("{{ number_line }} {{ subject }}")
    add_letterhead(document, ("{{ committee }}",), "{{ number_line }}", "{{ place_date }}")
    add_title(document, "{{ subject }}")
    add_bases(document, "{{ heading }}", BASES)
    _articles(document)
    add_foot(document, RECIPIENTS, SIGNATURE, "{{ signer }}")
    word.add_wide_section(document)
    add_annex_head(document, "{{ annex_title }}", "{{ annex_note }}")
    with override("vi"):
        columns = annex_columns(True)
    word.add_table(document, columns, _sections(), LAYOUT.wide_text_width)
    word.add_text(document, TOTAL, bold=True, before=6)
    return word.saved(document)


def _articles(document: Document) -> None:
    begin, end = ARTICLES
    add_paragraph(document, begin)
    add_paragraph(document, "{{ article.text }}", lead="Điều {{ article.no }}. ")
    add_paragraph(document, end)


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
