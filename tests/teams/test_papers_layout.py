"""Papers of decisions: layout of the Word file opened again, rows of its annex, hostile names, the PDF."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from teams.decision_document import decision_document
from teams.decision_pdf import decision_pdf
from teams.decision_text import decision_text
from teams.enums import Gender
from teams.models import Decision, LineUpEntry, Person
from tests.cast import Cast, make_cast
from tests.teams.paper_files import ADDRESS, STATE, draft_of, opened, rows_of, words

MM = 36_000
"""English metric units, in which the library measures."""

HOSTILE = (
    "Trần <b>Văn</b> & Con",
    "{{ 7*7 }} {% debug %}",
    "=HYPERLINK(1)",
    "\u202eadb\u202c Lê",
    "]]> <w:p/> 'x\"",
)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


# The layout.


def test_pages_and_typefaces_are_those_of_the_decree(cast: Cast) -> None:
    document = opened(draft_of(cast), cast)
    upright, wide = document.sections
    for section, sides, orientation in (
        (upright, (210, 297), WD_ORIENT.PORTRAIT),
        (wide, (297, 210), WD_ORIENT.LANDSCAPE),
    ):
        assert (round(section.page_width / MM), round(section.page_height / MM)) == sides
        assert section.orientation == orientation
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(one / MM) for one in margins] == [20, 20, 30, 15]
    assert document.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.text: (run.font.size.pt, bool(run.bold), bool(run.italic)) for run in runs_of(document)}
    assert sizes[STATE] == (13, True, False)
    assert sizes["Độc lập - Tự do - Hạnh phúc"] == (14, True, False)
    assert sizes["ỦY BAN NHÂN DÂN"] == (13, True, False)
    assert sizes["Số: 45/QĐ-UBND"] == (13, False, False)
    assert sizes["Rạch Giá, ngày 05 tháng 8 năm 2022"] == (14, False, True)
    assert sizes["QUYẾT ĐỊNH"] == (14, True, False)
    assert sizes["Xét đề nghị của công chức Văn hóa - Xã hội."] == (14, False, True)
    assert sizes["Nơi nhận:"] == (12, True, True)
    assert sizes["- Lưu: VT."] == (11, False, False)
    assert sizes["Điều 1. "] == (14, True, False)


def runs_of(document: Any) -> Any:
    for paragraph in document.paragraphs:
        yield from paragraph.runs
    for table in document.tables[:2]:
        for cell in table.rows[0].cells:
            for paragraph in cell.paragraphs:
                yield from (run for run in paragraph.runs if run.text)


def test_pages_are_numbered_in_the_top_margin_from_the_second_on(cast: Cast) -> None:
    document = opened(draft_of(cast), cast)
    upright, wide = document.sections
    assert upright.different_first_page_header_footer
    assert not wide.different_first_page_header_footer
    assert wide.header.is_linked_to_previous
    number = upright.header.paragraphs[0]
    assert number.alignment == 1
    assert [one.text for one in number._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert upright.first_page_header.is_linked_to_previous


def test_the_head_of_the_annex_is_repeated_and_rows_stay_whole(cast: Cast) -> None:
    rows = opened(draft_of(cast), cast).tables[-1]._tbl.tr_lst
    heads = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
    assert heads == [True, True] + [False] * 14
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


def test_the_annex_holds_the_rows_of_the_database(cast: Cast) -> None:
    decision = draft_of(cast)
    first = decision.items.order_by("team__area__sort_key").first()
    people = [one.person for one in first.entries.select_related("person").order_by("order_no", "seat")]
    Person.objects.filter(pk=people[0].pk).update(gender=Gender.MALE, can_share_phone=True)
    Person.objects.filter(pk=people[1].pk).update(gender=Gender.FEMALE, can_share_phone=False)
    rows = rows_of(opened(decision, cast))
    assert rows[0] == [
        "STT",
        "Họ và tên",
        "Năm sinh",
        "Chức vụ, đơn vị",
        "Nhiệm vụ trong Tổ",
        "Điện thoại",
        "Ghi chú",
    ]
    assert rows[1] == ["", "", "Nam", "Nữ", "", "", "", ""]
    assert rows[2] == [f"I. {first.team.name.replace('CNSCĐ', 'công nghệ số cộng đồng')}"]
    one, two, three = (Person.objects.get(pk=person.pk) for person in people[:3])
    digits = f"0{one.phone[3:]}"
    phone = f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    assert rows[3] == [
        "1",
        one.full_name,
        str(one.birth_year),
        "",
        "Trưởng ấp / khu phố",
        "Tổ trưởng",
        phone,
        "",
    ]
    assert rows[4][:4] == ["2", two.full_name, "", str(two.birth_year)]
    assert rows[4][6] == ""
    assert rows[5][2:4] == ["", ""]
    assert rows[5][7] == f"sinh năm {three.birth_year}"
    in_database = LineUpEntry.objects.filter(item__decision=decision).count()
    assert len([row for row in rows[2:] if len(row) == 8]) == in_database == 12


def test_without_the_right_to_phones_there_is_no_column(cast: Cast) -> None:
    text = decision_text(cast.an, draft_of(cast, 1))
    assert "Điện thoại" not in [column.label for column in text.columns]
    assert {len(row) for section in text.sections for row in section.rows} == {7}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_out_as_text(cast: Cast, name: str) -> None:
    decision = draft_of(cast, 1)
    person = decision.items.get().entries.order_by("order_no", "seat").first().person
    Person.objects.filter(pk=person.pk).update(full_name=name)
    Decision.objects.filter(pk=decision.pk).update(subject=name, signer_name=name, legal_bases=[name])
    decision.refresh_from_db()
    document = opened(decision, cast)
    assert rows_of(document)[3][1] == name
    assert f"Về việc {name}" in words(document)
    assert name in document.tables[1].cell(0, 1).text
    assert PdfReader(BytesIO(decision_pdf(decision_text(cast.minh, decision)))).pages


def test_what_no_word_file_can_hold_is_left_out(cast: Cast) -> None:
    text = decision_text(cast.minh, draft_of(cast, 1))
    spoiled = Document(BytesIO(decision_document(replace(text, subject="A\x00B\x1f\ud800C\ufffe"))))
    assert "ABC" in words(spoiled)


# The PDF for reading.


def test_the_pdf_says_on_every_page_that_it_is_not_the_signed_one(cast: Cast) -> None:
    reader = PdfReader(BytesIO(decision_pdf(decision_text(cast.minh, draft_of(cast), ADDRESS))))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) >= 2
    assert all("bản để đọc, không phải bản ký" in page for page in pages)
    assert STATE in pages[0]
    assert "PHỤ LỤC" in pages[1] + pages[-1]
    assert pages[1].split("\n")[0].strip() == "2" or "\n2\n" in pages[1]
    fonts = {font["/BaseFont"] for page in reader.pages for font in fonts_of(page)}
    assert all("Tinos" in font for font in fonts)


def fonts_of(page: Any) -> list[Any]:
    found = page["/Resources"]["/Font"]
    return [
        found[name].get_object() for name in found if "Tinos" in str(found[name].get_object()["/BaseFont"])
    ]
