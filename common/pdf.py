"""Building papers as PDF for reading: pages, paragraphs and tables in the official layout.

Texts are escaped here, so that no name is taken for markup; the typeface is the metric twin of the official one.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape  # nosec B406 - writes markup, reads none

from django.http import HttpResponse
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from common.paper import LAYOUT, Column, Section, printable, spans, widths

FONTS = Path(__file__).parent / "fonts"
LEFT, CENTRE, JUSTIFY = TA_LEFT, TA_CENTER, TA_JUSTIFY
UPRIGHT, WIDE = "upright", "wide"
PADDING = 2.5
RULE_HEIGHT = 6
PADDED = 6
"""A frame of the library is inside its given sides by this much."""


@cache
def _load_fonts() -> None:
    """Registers the typeface once."""
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        pdfmetrics.registerFont(TTFont(f"Tinos-{name}", FONTS / f"Tinos-{name}.ttf"))
    pdfmetrics.registerFontFamily(
        "Tinos-Regular",
        normal="Tinos-Regular",
        bold="Tinos-Bold",
        italic="Tinos-Italic",
        boldItalic="Tinos-BoldItalic",
    )


@cache
def style(
    size: int = LAYOUT.body,
    bold: bool = False,
    italic: bool = False,
    align: int = LEFT,
    before: int = 0,
    after: int = 0,
    first_line: int = 0,
) -> ParagraphStyle:
    """A look of paragraphs, made once."""
    _load_fonts()
    face = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}
    return ParagraphStyle(
        f"{size}{bold}{italic}{align}{before}{after}{first_line}",
        fontName=f"Tinos-{face.get((bold, italic), 'BoldItalic')}",
        fontSize=size,
        leading=size * 1.18,
        alignment=align,
        spaceBefore=before,
        spaceAfter=after,
        firstLineIndent=first_line * mm,
    )


def text(words: str, lead: str = "", **look: Any) -> Paragraph:
    """A paragraph; `lead` are bold words before the text."""
    bold = f"<b>{escape(printable(lead))}</b>" if lead else ""
    return Paragraph(bold + escape(printable(words)), style(**look))


class _Rule(Flowable):
    """A thin line in the middle of the room there is."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self.length = length

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as the room, a few points high."""
        self.width = width
        return width, RULE_HEIGHT

    def draw(self) -> None:
        """The line, in the upper half."""
        start = (self.width - self.length) / 2
        self.canv.setLineWidth(0.6)
        self.canv.line(start, RULE_HEIGHT - 2, start + self.length, RULE_HEIGHT - 2)


def rule(length_mm: float) -> Flowable:
    """A thin line in the middle, as long as asked."""
    return _Rule(length_mm * mm)


def gap(height_mm: float) -> Flowable:
    """Room between two things."""
    return Spacer(1, height_mm * mm)


def picture(png: bytes, side_mm: float, align: str = "LEFT") -> Flowable:
    """A square picture."""
    image = Image(BytesIO(png), side_mm * mm, side_mm * mm)
    image.hAlign = align
    return image


def pair(left: Sequence[Flowable], right: Sequence[Flowable], left_mm: float, right_mm: float) -> Flowable:
    """Two columns side by side without borders."""
    look = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_no_padding()])
    return Table([[list(left), list(right)]], colWidths=[left_mm * mm, right_mm * mm], style=look)


def _no_padding() -> list[tuple[Any, ...]]:
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    return [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in sides]


def wide_pages() -> list[Flowable]:
    """What follows stands on new pages that lie on their side."""
    return [NextPageTemplate(WIDE), PageBreak()]


def table(columns: Sequence[Column], sections: Iterable[Section], width_mm: float) -> Flowable:
    """A bordered table whose head is repeated on every page; rows are not broken across pages."""
    head, look = _head(columns)
    sizes = [width * mm for width in widths(columns, width_mm)]
    look += [("ALIGN", (at, 0), (at, -1), "CENTER") for at, column in enumerate(columns) if column.is_centred]
    lines: list[list[Any]] = head
    for section in sections:
        if section.title:
            at = len(lines)
            look += [("SPAN", (0, at), (-1, at)), ("NOSPLIT", (0, at), (0, at + 1))]
            lines.append([text(section.title, size=LAYOUT.table, bold=True), *[""] * (len(columns) - 1)])
        for values in section.rows:
            lines.append([_cell(*one) for one in zip(values, columns, sizes, strict=True)])
    return Table(
        lines,
        colWidths=sizes,
        repeatRows=len(columns) and (2 if spans(columns) else 1),
        style=TableStyle([*look, *_grid()]),
    )


def _grid() -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    padding = [(f"{side}PADDING", *whole, PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    face = [("FONT", *whole, "Tinos-Regular", LAYOUT.table, LAYOUT.table * 1.18)]
    return [*face, ("GRID", *whole, 0.5, colors.black), ("VALIGN", *whole, "MIDDLE"), *padding]


def _head(columns: Sequence[Column]) -> tuple[list[list[Any]], list[tuple[Any, ...]]]:
    """The head's one or two lines, and which of its cells are joined."""
    labels: list[Any] = [_head_cell(column.label) for column in columns]
    groups = spans(columns)
    if not groups:
        return [labels], []
    upper: list[Any] = []
    look: list[tuple[Any, ...]] = []
    for word, count in groups:
        at = len(upper)
        if word:
            upper += [_head_cell(word), *[""] * (count - 1)]
            look.append(("SPAN", (at, 0), (at + count - 1, 0)))
        else:
            upper.append(labels[at])
            labels[at] = ""
            look.append(("SPAN", (at, 0), (at, 1)))
    return [upper, labels], look


def _head_cell(words: str) -> Paragraph:
    return text(words, size=LAYOUT.table, bold=True, align=CENTRE)


def _cell(words: str, column: Column, width: float) -> Paragraph | str:
    """What fits on one line is written as it is, which is much faster than setting a paragraph."""
    plain = printable(words)
    if "\n" not in plain and stringWidth(plain, "Tinos-Regular", LAYOUT.table) < width - 3 * PADDING:
        return plain
    return text(words, size=LAYOUT.table, align=CENTRE if column.is_centred else LEFT)


class _Pages(BaseDocTemplate):
    """Pages that are numbered in the top margin from the second on, with a note at the foot of each."""

    def __init__(self, stream: BytesIO, title: str, foot: str, is_wide: bool) -> None:
        super().__init__(stream, title=printable(title), author="", pagesize=A4)
        self.foot = printable(foot)
        pages = [self._template(UPRIGHT, A4), self._template(WIDE, landscape(A4))]
        self.addPageTemplates(pages[::-1] if is_wide else pages)

    def _template(self, name: str, size: tuple[float, float]) -> PageTemplate:
        frame = Frame(
            LAYOUT.left * mm - PADDED,
            LAYOUT.bottom * mm - PADDED,
            size[0] - (LAYOUT.left + LAYOUT.right) * mm + 2 * PADDED,
            size[1] - (LAYOUT.top + LAYOUT.bottom) * mm + 2 * PADDED,
        )
        return PageTemplate(name, [frame], onPage=self._decorate, pagesize=size)

    def _decorate(self, canvas: Any, _document: Any) -> None:
        width, height = canvas._pagesize
        canvas.saveState()
        canvas.setFont("Tinos-Regular", LAYOUT.body)
        if canvas.getPageNumber() > 1:
            canvas.drawCentredString(width / 2, height - 14 * mm, str(canvas.getPageNumber()))
        if self.foot:
            canvas.setFont("Tinos-Italic", LAYOUT.note)
            canvas.drawCentredString(width / 2, 9 * mm, self.foot)
        canvas.restoreState()


def build(parts: Sequence[Flowable], *, title: str, foot: str = "", is_wide: bool = False) -> bytes:
    """The parts as a PDF file; `foot` stands at the foot of every page."""
    _load_fonts()
    stream = BytesIO()
    _Pages(stream, title, foot, is_wide).build(list(parts))
    return stream.getvalue()


def answer(content: bytes, name: str) -> HttpResponse:
    """A PDF for reading in the browser; `name` is plain letters, without the ending."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
