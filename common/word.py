"""Building official papers as Word files: pages, letterhead, paragraphs, tables with a repeated head.

Tables are written as elements and not cell by cell through the library, which walks the whole table for each.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from common.paper import FONT, LAYOUT, Column, Section, printable, spans, widths

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEFT, CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
TWIPS_A_MM = 56.6929


def new_document(title: str) -> WordDocument:
    """An empty A4 document with the official margins and typeface; page numbers from the second page."""
    document = Document()
    document.core_properties.title = printable(title)[:255]
    document.core_properties.author = ""
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(LAYOUT.body)  # type: ignore[attr-defined] # a paragraph style
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_after = Pt(0)  # type: ignore[attr-defined] # a paragraph style
    page = document.sections[0]
    _set_page(page, is_wide=False)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.alignment = CENTRE
    _add_page_number(number)
    return document


def add_wide_section(document: WordDocument) -> None:
    """What follows stands on pages of its own, lying on their side; the page numbers go on."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, is_wide=True)
    section.different_first_page_header_footer = False


def _set_page(section: Any, is_wide: bool) -> None:
    sides = (LAYOUT.height, LAYOUT.width) if is_wide else (LAYOUT.width, LAYOUT.height)
    section.page_width, section.page_height = Mm(sides[0]), Mm(sides[1])
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(LAYOUT.top), Mm(LAYOUT.bottom)
    section.left_margin, section.right_margin = Mm(LAYOUT.left), Mm(LAYOUT.right)
    section.header_distance = Mm(LAYOUT.header)


def _add_page_number(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)


def add_text(
    place: Any,
    text: str,
    *,
    size: int = LAYOUT.body,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    before: int = 0,
    after: int = 0,
    first_line: int = 0,
    lead: str = "",
    keep: bool = False,
) -> Paragraph:
    """A paragraph in a document or cell; `lead` are bold words before the text."""
    paragraph: Paragraph = place.add_paragraph()
    paragraph.alignment = align
    look = paragraph.paragraph_format
    look.space_before, look.space_after = Pt(before), Pt(after)
    look.keep_with_next = keep or None
    if first_line:
        look.first_line_indent = Mm(first_line)
    for words, is_bold in ((lead, True), (text, bold)):
        if words:
            run = paragraph.add_run(printable(words))
            run.font.size, run.font.name = Pt(size), FONT
            run.bold, run.italic = is_bold or None, italic or None
    return paragraph


def add_rule(cell: Any, width_mm: float, column_mm: float) -> None:
    """A thin line in the middle of a cell, as long as asked."""
    paragraph = add_text(cell, "", size=2, align=CENTRE)
    paragraph.paragraph_format.line_spacing = Pt(4)
    side = Mm((column_mm - width_mm) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:bottom", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def add_pair(document: WordDocument, left_mm: float, right_mm: float) -> tuple[Any, Any]:
    """Two cells side by side without borders (letterhead, recipients beside the signature)."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (left_mm, right_mm), strict=True):
        cell.width = Mm(width)
    for column, width in zip(table.columns, (left_mm, right_mm), strict=True):
        column.width = Mm(width)
    left, right = table.rows[0].cells
    return left, right


def tidy(cell: Any) -> None:
    """Takes away the empty paragraph with which a new cell begins."""
    if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text and not cell.paragraphs[0].runs:
        cell._tc.remove(cell.paragraphs[0]._p)


def add_picture(place: Any, png: bytes, side_mm: float, align: WD_ALIGN_PARAGRAPH = LEFT) -> None:
    """A square picture."""
    paragraph = place.add_paragraph()
    paragraph.alignment = align
    paragraph.add_run().add_picture(BytesIO(png), width=Mm(side_mm))


def add_table(
    document: WordDocument, columns: Sequence[Column], sections: Iterable[Section], width_mm: float
) -> None:
    """A bordered table: its head is repeated on every page, and no row is broken across pages."""
    table = document.add_table(rows=0, cols=0)
    table.style = "Table Grid"
    element = table._tbl
    sizes = [round(width * TWIPS_A_MM) for width in widths(columns, width_mm)]
    table.autofit = False
    for size in sizes:
        element.tblGrid.append(_element("w:gridCol", w=str(size)))
    for row in _head_rows(columns, sizes):
        element.append(row)
    for section in sections:
        if section.title:
            element.append(_row([_cell(section.title, sum(sizes), span=len(sizes), bold=True, keep=True)]))
        for values in section.rows:
            cells = zip(values, columns, sizes, strict=True)
            element.append(
                _row([_cell(text, size, centred=column.is_centred) for text, column, size in cells])
            )


def _head_rows(columns: Sequence[Column], sizes: Sequence[int]) -> Iterable[Any]:
    groups = spans(columns)
    if groups:
        yield _row(list(_group_cells(columns, sizes, groups)), is_head=True)
    cells = []
    for column, size in zip(columns, sizes, strict=True):
        merge = "continue" if groups and not column.group else ""
        cells.append(_cell("" if merge else column.label, size, bold=True, centred=True, merge=merge))
    yield _row(cells, is_head=True)


def _group_cells(
    columns: Sequence[Column], sizes: Sequence[int], groups: Sequence[tuple[str, int]]
) -> Iterable[Any]:
    """The upper line: a word over its columns; a column without one reaches down through both lines."""
    at = 0
    for word, count in groups:
        if word:
            yield _cell(word, sum(sizes[at : at + count]), span=count, bold=True, centred=True)
        else:
            for column, size in zip(columns[at : at + count], sizes[at : at + count], strict=True):
                yield _cell(column.label, size, bold=True, centred=True, merge="restart")
        at += count


def _row(cells: Sequence[Any], is_head: bool = False) -> Any:
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    for cell in cells:
        row.append(cell)
    return row


def _cell(
    text: str,
    size: int,
    *,
    span: int = 1,
    bold: bool = False,
    centred: bool = False,
    merge: str = "",
    keep: bool = False,
) -> Any:
    cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(_element("w:tcW", w=str(size), type="dxa"))
    if span > 1:
        properties.append(_element("w:gridSpan", val=str(span)))
    if merge:
        properties.append(_element("w:vMerge", val=merge))
    properties.append(_element("w:vAlign", val="center"))
    cell.append(properties)
    cell.append(_paragraph(text, bold, centred, keep))
    return cell


def _paragraph(text: str, bold: bool, centred: bool, keep: bool) -> Any:
    paragraph, look = OxmlElement("w:p"), OxmlElement("w:pPr")
    if keep:
        look.append(OxmlElement("w:keepNext"))
    look.append(_element("w:spacing", before="30", after="30"))
    look.append(_element("w:jc", val="center" if centred else "left"))
    paragraph.append(look)
    if text:
        run, run_look, words = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
        if bold:
            run_look.append(OxmlElement("w:b"))
        run_look.append(_element("w:sz", val=str(LAYOUT.table * 2)))
        words.text = printable(text)
        words.set(qn("xml:space"), "preserve")
        run.extend([run_look, words])
        paragraph.append(run)
    return paragraph


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def saved(document: WordDocument) -> bytes:
    """The document as a file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def answer(content: bytes, name: str) -> HttpResponse:
    """A Word file as a download; `name` is plain letters, without the ending."""
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    response["Cache-Control"] = "private, no-store"
    return response
