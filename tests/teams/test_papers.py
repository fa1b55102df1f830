"""Papers of decisions: the Word file opened again says what the database says, in the official layout."""

import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from areas.enums import AreaKind
from areas.models import Area, AreaVersion
from areas.tree import open_hamlet
from teams.decision_document import decision_document
from teams.decision_pdf import decision_pdf
from teams.decision_text import decision_text, punctuated, recipients_of, subject_line
from teams.decisions import save_decision
from teams.enums import DecisionAction, Gender, SigningMode
from teams.issuing import issue
from teams.line_ups import EntryData
from teams.models import Decision, DecisionItem, DecisionTemplate, LineUpEntry, Person
from teams.proposals import propose
from teams.roster import save_line_up
from tests.cast import START, Cast, make_cast
from tests.teams.builders import (
    entry,
    issue_for,
    make_active_team,
    make_draft_team,
    make_line_up,
    make_person,
    new_decision,
    proposal_of,
)

ADDRESS = "https://to-so.example/teams/check/0/"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
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


def draft_of(cast: Cast, count: int = 2, **fields: Any) -> Decision:
    """A draft decision that sets up teams of Minh's commune."""
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets[:count]]
    values = {"number": 45, "place_name": "Rạch Giá"} | fields
    decision = new_decision(cast.places.commune, date(2022, 8, 5), **values)
    return save_decision(by=cast.minh, decision=decision, items=[proposal_of(team) for team in teams])


def opened(decision: Decision, cast: Cast) -> Any:
    """The Word file of the decision, read again."""
    return Document(BytesIO(decision_document(decision_text(cast.minh, decision, ADDRESS))))


def words(document: Any) -> list[str]:
    """The paragraphs that hold words."""
    return [one.text for one in document.paragraphs if one.text]


def rows_of(document: Any) -> list[list[str]]:
    """The annex as lists of cells; a joined line is told once."""
    found = []
    for row in document.tables[-1]._tbl.tr_lst:
        found.append(["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.tc_lst])
    return found


# The words.


def test_a_decision_says_everything_in_the_order_of_the_paper(cast: Cast) -> None:
    document = opened(draft_of(cast), cast)
    text = words(document)
    assert text[:3] == [
        "QUYẾT ĐỊNH",
        "Về việc thành lập Tổ công nghệ số cộng đồng",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH THUẬN",
    ]
    assert text[3] == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    start = text.index("QUYẾT ĐỊNH:")
    assert text[start - 1] == "Xét đề nghị của công chức Văn hóa - Xã hội."
    assert text[start + 1] == (
        "Điều 1. Thành lập 02 Tổ công nghệ số cộng đồng trên địa bàn xã Minh Thuận, "
        "gồm các ông, bà có tên trong danh sách kèm theo."
    )
    assert text[start + 2].startswith("Điều 2. Nhiệm vụ của Tổ: tuyên truyền")
    assert text[start + 3].endswith("Quyết định có hiệu lực kể từ ngày ký./.")
    assert text[start + 4 :] == [
        "PHỤ LỤC",
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
        "(Kèm theo Quyết định số 45/QĐ-UBND ngày 05 tháng 8 năm 2022 của Ủy ban nhân dân xã Minh Thuận)",
        "Tổng cộng: 2 tổ, 12 thành viên",
    ]
    head, foot = document.tables[0], document.tables[1]
    assert head.cell(0, 0).text.split() == [
        "ỦY",
        "BAN",
        "NHÂN",
        "DÂN",
        "XÃ",
        "MINH",
        "THUẬN",
        "Số:",
        "45/QĐ-UBND",
    ]
    assert head.cell(0, 1).text.split("\n")[0] == STATE
    assert "Rạch Giá, ngày 05 tháng 8 năm 2022" in head.cell(0, 1).text
    assert foot.cell(0, 0).text.strip().split("\n") == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Ủy ban nhân dân huyện;",
        "- Thường trực Đảng ủy, Hội đồng nhân dân;",
        "- Lưu: VT.",
    ]
    assert foot.cell(0, 1).text.split() == ["CHỦ", "TỊCH", "Võ", "Thanh", "Bình"]


def test_number_and_date_stay_blank_in_a_draft(cast: Cast) -> None:
    decision = draft_of(cast, number=None, issued_on=None, signer_name="")
    head = opened(decision, cast).tables[0]
    assert "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/QĐ-UBND" in head.cell(0, 0).text
    blank = "\u00a0" * 6
    assert f"ngày {blank} tháng {blank} năm {blank}" in head.cell(0, 1).text


@pytest.mark.parametrize(
    ("mode", "heading", "block"),
    [
        (SigningMode.CHAIR, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH THUẬN", ["CHỦ TỊCH"]),
        (SigningMode.TM_CHAIR, "ỦY BAN NHÂN DÂN XÃ MINH THUẬN", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (SigningMode.KT_VICE, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH THUẬN", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_heading_and_signature_follow_who_signs(
    cast: Cast, mode: SigningMode, heading: str, block: list[str]
) -> None:
    text = decision_text(cast.minh, draft_of(cast, 1, signing_mode=mode))
    assert (text.heading, list(text.signature)) == (heading, block)


def test_a_later_day_of_effect_is_named(cast: Cast) -> None:
    text = decision_text(cast.minh, draft_of(cast, 1, effective_on=date(2022, 9, 1)))
    assert text.articles[-1].endswith("Quyết định có hiệu lực kể từ ngày 01 tháng 9 năm 2022./.")


def test_papers_are_vietnamese_in_the_english_interface(cast: Cast, settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"
    assert "CHỦ TỊCH" in decision_text(cast.minh, draft_of(cast, 1)).heading


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            ["Luật A;", " Căn cứ Luật B ", "Xét đề nghị của C"],
            ["Căn cứ Luật A;", "Căn cứ Luật B;", "Xét đề nghị của C."],
        ),
        (["", " ; "], []),
        (["Theo đề nghị của X...;"], ["Theo đề nghị của X."]),
    ],
)
def test_legal_bases_end_as_on_paper(typed: list[str], printed: list[str]) -> None:
    assert punctuated(typed) == printed


def test_the_file_is_the_last_recipient_once() -> None:
    assert recipients_of(["- Như Điều 3;", "Lưu: VT.", ""]) == ["Như Điều 3"]


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        ("Thành lập Tổ", "Về việc thành lập Tổ"),
        ("V/v kiện toàn Tổ", "V/v kiện toàn Tổ"),
        ("Kiên Giang số", "Về việc Kiên Giang số"),
    ],
)
def test_a_subject_is_put_into_its_line(subject: str, line: str) -> None:
    assert subject_line(subject) == line


def test_the_committee_bears_the_name_of_the_decisions_day(cast: Cast) -> None:
    commune, change = cast.places.commune, date(2024, 1, 1)
    version = AreaVersion.objects.get(area=commune)
    AreaVersion.objects.filter(pk=version.pk).update(valid_to=change)
    version.pk, version.name, version.valid_from = None, "Minh Hòa", change
    version.save(force_insert=True)
    Area.objects.filter(pk=commune.pk).update(name="Minh Hòa")
    commune.refresh_from_db()
    names = []
    for on in (date(2022, 8, 5), date(2024, 8, 5)):
        decision = save_decision(by=cast.minh, decision=new_decision(commune, on))
        names.append(decision.issuer_name_text)
    assert names == ["Ủy ban nhân dân xã Minh Thuận", "Ủy ban nhân dân xã Minh Hòa"]


# What each kind of decision does.


def test_a_re_constitution_names_what_it_replaces_and_shows_the_whole_list(cast: Cast) -> None:
    team = make_active_team(cast)
    former = Decision.objects.get(items__team=team)
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    decision = new_decision(cast.places.commune, date(2023, 3, 1), number=7)
    save_decision(by=cast.minh, decision=decision, items=[item])
    text = decision_text(cast.minh, decision)
    assert text.articles[0] == (
        "Kiện toàn Tổ công nghệ số cộng đồng ấp Minh Thành, gồm các ông, bà có tên trong danh sách kèm theo. "
        f"Quyết định này thay thế Quyết định số {former.number}/QĐ-UBND ngày 10/8/2022."
    )
    assert len(text.teams[0].members) == 6


def test_an_amendment_prints_the_changes_only(cast: Cast) -> None:
    team = make_active_team(cast)
    former = Decision.objects.get(items__team=team)
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    seats = list(item.entries.select_related("person").order_by("seat"))
    kept = [EntryData(one.person, one.role, one.category) for one in seats[:-1]]
    new = make_person(cast.places.commune, "Nguyễn Thị Mới")
    save_line_up(by=cast.minh, item=item, entries=[*kept, entry(new)])
    decision = new_decision(cast.places.commune, date(2023, 3, 1), number=8)
    save_decision(by=cast.minh, decision=decision, items=[item])
    draft = decision_text(cast.minh, decision)
    told = [(line.name, line.note.split(";")[0]) for line in draft.teams[0].members]
    assert told == [("Nguyễn Thị Mới", "tham gia mới"), (seats[-1].person.full_name, "thôi tham gia")]
    assert draft.articles[0] == (
        "Thay đổi thành viên Tổ công nghệ số cộng đồng ấp Minh Thành theo danh sách kèm theo "
        f"(sửa đổi Quyết định số {former.number}/QĐ-UBND ngày 10/8/2022)."
    )
    issue(by=cast.minh, decision=decision)
    issued = decision_text(cast.minh, Decision.objects.get(pk=decision.pk))
    assert [(line.name, line.note.split(";")[0]) for line in issued.teams[0].members] == told


def test_a_dissolution_names_the_teams_and_their_founding(cast: Cast) -> None:
    team = make_active_team(cast)
    former = Decision.objects.get(items__team=team)
    item = propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    decision = new_decision(cast.places.commune, date(2023, 3, 1), number=9)
    save_decision(by=cast.minh, decision=decision, items=[item])
    document = opened(decision, cast)
    assert rows_of(document)[2:] == [
        [
            f"I. Tổ công nghệ số cộng đồng ấp Minh Thành (thành lập theo Quyết định số {former.number}/QĐ-UBND ngày 10/8/2022)"
        ]
    ]
    assert len(decision_text(cast.minh, decision).articles) == 2


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


# Wording as data.


def test_the_commune_words_before_the_province_before_the_product(cast: Cast) -> None:
    decision = draft_of(cast, 1)
    province, commune = cast.places.province, cast.places.commune
    DecisionTemplate.objects.create(
        area=province,
        action=DecisionAction.ESTABLISH,
        valid_from=START,
        valid_to=date(2023, 1, 1),
        legal_bases=["Căn cứ Kế hoạch của tỉnh"],
        tasks="việc của tỉnh",
    )
    DecisionTemplate.objects.create(
        area=commune,
        action=DecisionAction.ESTABLISH,
        valid_from=START,
        legal_bases=["Căn cứ Kế hoạch của xã"],
    )
    text = decision_text(cast.minh, decision)
    assert text.legal_bases == ["Căn cứ Kế hoạch của xã."]
    assert "Nhiệm vụ của Tổ: việc của tỉnh." in text.articles[1]
    decision.issued_on = decision.effective_on = date(2023, 1, 1)
    assert "việc của tỉnh" not in decision_text(cast.minh, decision).articles[1]


def test_from_july_2025_the_new_law_is_cited(cast: Cast) -> None:
    decision = draft_of(cast, 1)
    decision.issued_on = decision.effective_on = date(2025, 7, 1)
    assert "72/2025/QH15" in decision_text(cast.minh, decision).legal_bases[0]
    decision.issued_on = decision.effective_on = date(2025, 6, 30)
    assert "2015" in decision_text(cast.minh, decision).legal_bases[0]


# Size.


def test_sixty_teams_cost_no_more_queries_and_little_time(cast: Cast) -> None:
    items = [proposal_of(make_draft_team(cast, cast.places.hamlets[0]))]
    decision = new_decision(cast.places.commune, date(2022, 8, 5))
    save_decision(by=cast.minh, decision=decision, items=items)
    with CaptureQueriesContext(connection) as one:
        decision_text(cast.minh, decision)
    hamlets = [
        open_hamlet(commune=cast.places.commune, kind=AreaKind.AP, name=f"Kênh {n}", valid_from=START)
        for n in range(59)
    ]
    items += [proposal_of(make_draft_team(cast, hamlet, 0)) for hamlet in hamlets]
    fill(items[1:], [one.person for one in make_line_up(cast.places.hamlets[1], 10)])
    save_decision(by=cast.minh, decision=decision, items=items)
    decision = Decision.objects.select_related("issuer").get(pk=decision.pk)
    with CaptureQueriesContext(connection) as sixty:
        start = time.perf_counter()
        text = decision_text(cast.minh, decision, ADDRESS)
        content = decision_document(text)
        taken = time.perf_counter() - start
    assert len(sixty) <= len(one) + 1
    assert len(rows_of(Document(BytesIO(content)))) == 2 + 60 + 6 + 59 * 10
    print(f"60 teams, 596 members as Word: {taken:.2f} s, {len(sixty)} queries")
    assert taken < 10


def fill(items: list[DecisionItem], people: list[Person]) -> None:
    """Every list holds the same ten people; the rules are not asked here."""
    LineUpEntry.objects.bulk_create(
        LineUpEntry(item=item, person=person, seat=seat, category="RESIDENT", order_no=seat)
        for item in items
        for seat, person in enumerate(people, start=1)
    )


def test_issued_decisions_print_like_drafts(cast: Cast) -> None:
    team = make_draft_team(cast)
    decision = issue_for(cast.minh, [team], date(2022, 8, 5), number=45)
    assert len(rows_of(opened(decision, cast))) == 2 + 1 + 6
