"""Papers of decisions: what they say, and that they say what the database says."""

import time
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from areas.enums import AreaKind
from areas.models import Area, AreaVersion
from areas.tree import open_hamlet
from teams.decision_document import decision_document
from teams.decision_text import decision_text, punctuated, recipients_of, subject_line
from teams.decisions import save_decision
from teams.enums import DecisionAction, SigningMode
from teams.issuing import issue
from teams.line_ups import EntryData
from teams.member_lines import post_of
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
from tests.teams.paper_files import ADDRESS, STATE, draft_of, opened, rows_of, words


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


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


@pytest.mark.parametrize(
    ("post", "short", "name", "printed"),
    [
        ("Nhân viên VNPT", "VNPT", "Tập đoàn Bưu chính Viễn thông", "Nhân viên VNPT"),
        ("nhân viên vnpt", "VNPT", None, "nhân viên vnpt"),
        ("Giao dịch viên Bưu điện xã", "BĐ", "Bưu điện xã", "Giao dịch viên Bưu điện xã"),
        ("Nhân viên", "VNPT", None, "Nhân viên, VNPT"),
        ("Nhân viên VNPTX", "VNPT", None, "Nhân viên VNPTX, VNPT"),
        ("Chi hội trưởng", "", "Hội Nông dân", "Chi hội trưởng, Hội Nông dân"),
        ("Người dân", None, None, "Người dân"),
    ],
)
def test_an_organisation_is_printed_once(
    post: str, short: str | None, name: str | None, printed: str
) -> None:
    assert post_of(post, short, name) == printed


def test_the_annex_begins_with_leader_deputy_and_secretary(cast: Cast) -> None:
    """Whatever the order in which the list was typed; members keep it."""
    decision = draft_of(cast, 1)
    entries = list(LineUpEntry.objects.filter(item__decision=decision).order_by("order_no", "seat"))
    last = entries[-1]
    LineUpEntry.objects.filter(pk=last.pk).update(role="SECRETARY")
    for number, one in enumerate(reversed(entries), start=1):
        LineUpEntry.objects.filter(pk=one.pk).update(order_no=number)
    members = decision_text(cast.minh, decision).teams[0].members
    assert [line.role for line in members] == ["Tổ trưởng", "Tổ phó", "Thư ký", *["Thành viên"] * 3]
    names = [one.person.full_name for one in entries]
    assert [line.name for line in members] == [names[0], names[1], names[-1], *reversed(names[2:-1])]
