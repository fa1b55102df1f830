"""The pages around papers: printing, lists of a commune, the page behind a QR code, templates."""

import time
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from areas.enums import AreaKind
from areas.tree import open_hamlet
from common.models import AuditAction, AuditEntry
from teams.departures import record_departure
from teams.enums import EndReason
from teams.models import Decision, DecisionTemplate, Membership, Person, PrintedList, Team, TeamPeriod
from teams.papers import ROSTER, commune_list, fingerprint
from teams.papers_pdf import list_pdf
from teams.revoking import revoke
from tests.cast import START, Cast, make_cast
from tests.teams.builders import issue_for, make_active_team, make_draft_team, make_person
from tests.teams.clients import PAPER, client_of, draft_for, page_url
from tests.teams.office_templates import template_file

REASON = "Treo tại nhà văn hóa"


@pytest.fixture
def cast(db: None) -> Cast:
    cache.clear()
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


def text_of(answer: Any) -> str:
    assert answer["Content-Type"] == "application/pdf", answer.content[:300]
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def cells_of(answer: Any) -> list[list[Any]]:
    book = openpyxl.load_workbook(BytesIO(answer.content))
    return [list(row) for row in book.active.iter_rows(values_only=True)]


# Decisions.


def test_a_new_decision_is_worded_by_itself(cast: Cast, minh: Client) -> None:
    make_draft_team(cast)
    page = minh.get(page_url("decision_create")).content.decode()
    assert "Thành lập Tổ công nghệ số cộng đồng ấp Minh Thành" in page
    assert "Trích yếu (bắt buộc)" in page
    assert "Luật Tổ chức chính quyền địa phương" in page
    assert "Như Điều 3" in page


def test_bases_and_recipients_are_kept_line_by_line(cast: Cast, minh: Client) -> None:
    item = make_draft_team(cast).items.get()
    typed = {
        "subject": "Thành lập Tổ",
        "legal_bases": "Căn cứ A;\n\n Căn cứ <B> \r\nXét C",
        "recipients": "X\nY",
    }
    answer = minh.post(page_url("decision_create"), PAPER | typed | {"items": [item.pk]})
    assert answer.status_code == 302
    decision = Decision.objects.get()
    assert decision.legal_bases == ["Căn cứ A;", "Căn cứ <B>", "Xét C"]
    assert decision.recipients == ["X", "Y"]
    page = minh.get(page_url("decision_edit", decision.pk)).content.decode()
    assert "Căn cứ A;\nCăn cứ &lt;B&gt;\nXét C" in page


def test_too_many_lines_are_refused_and_kept(cast: Cast, minh: Client) -> None:
    typed = {"subject": "Thành lập Tổ", "legal_bases": "\n".join(f"Căn cứ {n}" for n in range(41))}
    answer = minh.post(page_url("decision_create"), PAPER | typed)
    assert answer.status_code == 200
    assert "Tối đa 40 dòng" in answer.content.decode()
    assert "Căn cứ 40" in answer.content.decode()


def test_word_and_pdf_of_a_decision(cast: Cast, minh: Client) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    word = minh.get(page_url("decision_word", decision.pk))
    assert Document(BytesIO(word.content)).paragraphs
    assert word["Content-Disposition"].startswith("attachment")
    reading = minh.get(page_url("decision_read", decision.pk))
    assert "bản để đọc, không phải bản ký" in text_of(reading)
    entries = AuditEntry.objects.filter(action=AuditAction.EXPORT).values_list("object_type", "row_count")
    assert list(entries) == [("teams.decision", 6), ("teams.decision", 6)]


def test_the_office_template_is_used_and_a_lost_one_is_said(cast: Cast, minh: Client) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    template = DecisionTemplate.objects.create(
        area=cast.places.commune,
        action="ESTABLISH",
        valid_from=START,
        file=SimpleUploadedFile("m.docx", template_file()),
    )
    word = minh.get(page_url("decision_word", decision.pk))
    assert not Document(BytesIO(word.content)).sections[0].different_first_page_header_footer
    template.file.storage.delete(template.file.name)
    answer = minh.get(page_url("decision_word", decision.pk), follow=True)
    assert "Hãy tải mẫu lên lại" in answer.content.decode()


def test_the_page_of_a_decision_shows_the_way(cast: Cast, minh: Client) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    page = minh.get(page_url("decision_detail", decision.pk)).content.decode()
    steps = [
        page.index(words)
        for words in ('class="step step-done"', "/word/", "Trình ký", "Nhập số, ngày", "/scan/")
    ]
    assert steps == sorted(steps)
    assert "Nhập quyết định đã ký" in page


def test_the_page_says_why_phones_of_the_annex_are_empty(cast: Cast, minh: Client) -> None:
    """On the screen only; the line goes when everybody agrees."""
    decision = draft_for(cast, [make_draft_team(cast)])
    people = Person.objects.filter(entries__item__decision=decision)
    people.exclude(pk=people.first().pk).update(can_share_phone=True)
    people.filter(pk=people.first().pk).update(can_share_phone=False)
    page = minh.get(page_url("decision_detail", decision.pk)).content.decode()
    assert "Phụ lục để trống số điện thoại của 1 thành viên" in page
    people.update(can_share_phone=True)
    assert "Phụ lục để trống" not in minh.get(page_url("decision_detail", decision.pk)).content.decode()


# Lists.


def test_a_roster_with_open_phones_where_both_agree(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    people = [
        row.person for row in Membership.objects.filter(team=team).select_related("person").order_by("seat")
    ]
    Person.objects.filter(pk=people[0].pk).update(
        can_share_phone=True, phone="+84912000001", full_name="<b>=1+1</b>"
    )
    Person.objects.filter(pk=people[1].pk).update(
        can_share_phone=False, phone="+84912000002", full_name="=1+1"
    )
    url = page_url("roster", cast.places.commune.pk)
    assert minh.get(url).status_code == 200
    pdf = text_of(minh.post(url, {"kind": "pdf", "reason": REASON}))
    assert "0912 000 001" in pdf
    assert "0912***002" in pdf
    assert "<b>=1+1</b>" in pdf
    assert "Tổng cộng: 1 tổ, 6 thành viên" in pdf
    rows = cells_of(minh.post(url, {"kind": "xlsx", "reason": REASON}))
    assert [1, "<b>=1+1</b>", "Tổ trưởng", "Trưởng ấp / khu phố", "0912 000 001"] in rows
    assert [2, "=1+1", "Tổ phó"] in [row[:3] for row in rows]
    outside = text_of(client_of(cast.lan).post(url, {"kind": "pdf", "reason": REASON}))
    assert "0912***001" in outside
    assert "0912 000 001" not in outside
    log = AuditEntry.objects.filter(action=AuditAction.EXPORT, object_type="areas.area")
    assert {(row.reason, row.row_count) for row in log} == {(REASON, 6)}


def test_a_roster_wants_a_reason(cast: Cast, minh: Client) -> None:
    answer = minh.post(page_url("roster", cast.places.commune.pk), {"kind": "pdf", "reason": " x "})
    assert answer.status_code == 200
    assert "id_reason_error" in answer.content.decode()
    assert not PrintedList.objects.exists()


def test_the_list_for_display_masks_every_phone(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    Person.objects.filter(memberships__team=team).update(can_share_phone=True)
    phones = [person.phone for person in Person.objects.filter(memberships__team=team)]
    text = text_of(minh.post(page_url("display_list", cast.places.commune.pk), {"kind": "pdf"}))
    assert not any(f"0{phone[3:]}" in text.replace(" ", "") for phone in phones)
    assert all(f"0{phone[3:6]}***{phone[-3:]}" in text for phone in phones)
    rows = cells_of(minh.post(page_url("display_list", cast.places.commune.pk), {"kind": "xlsx"}))
    assert len([row for row in rows if isinstance(row[0], int)]) == 6


def test_a_sign_in_sheet_has_members_and_blank_lines(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    url = page_url("sign_in", team.pk)
    assert "VNeID &lt;1&gt;" in minh.get(url, {"title": "VNeID <1>"}).content.decode()
    typed = {"title": "VNeID <1>", "place": "Nhà văn hóa", "when": "", "trainers": ""}
    text = text_of(minh.post(url, typed | {"kind": "pdf"}))
    assert "Buổi hướng dẫn: VNeID <1>" in text
    assert "Ngày, giờ: ....." in text
    assert "26" in text
    rows = cells_of(minh.post(url, typed | {"kind": "xlsx"}))
    assert [row[0] for row in rows if isinstance(row[0], int)] == list(range(1, 27))


def test_sixty_teams_on_a4_within_three_seconds(cast: Cast) -> None:
    commune = cast.places.commune
    people = [make_person(commune) for _ in range(600)]
    item = make_active_team(cast).items.get()
    with CaptureQueriesContext(connection) as one:
        commune_list(cast.minh, commune, timezone.localdate(), ROSTER)
    for n in range(59):
        hamlet = open_hamlet(commune=commune, kind=AreaKind.AP, name=f"Kênh {n}", valid_from=START)
        team = Team.objects.create(code=f"T{n}", name=f"Tổ {n}", level="HAMLET", area=hamlet, status="ACTIVE")
        TeamPeriod.objects.create(team=team, status="ACTIVE", valid_from=START)
        Membership.objects.bulk_create(
            Membership(
                team=team,
                person=person,
                seat=seat,
                role="MEMBER",
                category="RESIDENT",
                from_date=START,
                item_in=item,
            )
            for seat, person in enumerate(people[n * 10 : n * 10 + 10], start=1)
        )
    start = time.process_time()  # the machine of the tests may be busy with other things
    with CaptureQueriesContext(connection) as sixty:
        paper = commune_list(cast.minh, commune, timezone.localdate(), ROSTER)
    content = list_pdf(paper, commune)
    taken = time.process_time() - start
    print(
        f"roster of 60 teams, {sum(len(s.rows) for s in paper.sections)} members: {taken:.2f} s, {len(sixty)} queries"
    )
    assert len(paper.sections) == 60
    assert len(sixty) == len(one)
    assert len(PdfReader(BytesIO(content)).pages) > 10
    assert taken < 3


# The page behind the code.


def check(public_id: Any) -> Any:
    return Client().get(reverse("teams:paper_check", args=[public_id]))


def test_anybody_reads_number_date_and_status_and_nothing_else(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    decision = Decision.objects.get(items__team=team)
    answer = check(decision.public_id)
    page = answer.content.decode()
    assert f"{decision.number}/QĐ-UBND" in page
    assert "10/08/2022" in page
    assert "còn hiệu lực" in page
    assert "không còn hiệu lực" not in page
    assert decision.signer_name not in page
    assert decision.subject not in page
    assert team.name not in page
    names = Person.objects.values_list("full_name", flat=True)
    assert not any(name in page for name in names)
    assert answer["X-Robots-Tag"] == "noindex"
    revoke(by=cast.minh, decision=decision, on=date(2023, 1, 1), reason="Sai thẩm quyền")
    assert "không còn hiệu lực" in check(decision.public_id).content.decode()


def test_a_draft_tells_no_number(cast: Cast) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    page = check(decision.public_id).content.decode()
    assert "chưa có hiệu lực" in page
    assert str(decision.number) not in page


def test_a_decision_of_a_later_day_is_not_yet_in_force(cast: Cast) -> None:
    today = timezone.localdate()
    decision = issue_for(cast.minh, [make_draft_team(cast)], today, effective_on=today + timedelta(5))
    assert "chưa có hiệu lực" in check(decision.public_id).content.decode()


def test_a_roster_holds_until_somebody_leaves(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    minh.post(page_url("roster", cast.places.commune.pk), {"kind": "pdf", "reason": REASON})
    paper = PrintedList.objects.get()
    assert paper.fingerprint == fingerprint(cast.places.commune, timezone.localdate())
    page = check(paper.public_id).content.decode()
    assert f"DS-{paper.pk}" in page
    assert "không còn hiệu lực" not in page
    person = Membership.objects.filter(team=team).order_by("-seat").first().person
    record_departure(
        by=cast.minh, team=team, person=person, left_on=timezone.localdate(), reason=EndReason.MOVED_AWAY
    )
    assert "không còn hiệu lực" in check(paper.public_id).content.decode()


@pytest.mark.parametrize(
    "token",
    [
        "1",
        "x" * 300,
        "aa147d0e-bf81-4b2f-a3c6-ee7249c7b6c3",
        "%00",
        "{{7*7}}",
        "00000000-0000-0000-0000-000000000000",
    ],
)
def test_unknown_codes_are_not_found(cast: Cast, token: str) -> None:
    assert check(token).status_code == 404


def test_codes_cannot_be_tried_out(cast: Cast, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"paper_check": "5/m/ip"}
    statuses = [check(uuid4()).status_code for _ in range(7)]
    assert statuses == [404] * 5 + [429] * 2


# Templates.


def test_a_template_is_taken_in_shown_tried_and_closed(cast: Cast, minh: Client) -> None:
    typed = {
        "area": cast.places.commune.pk,
        "action": "ESTABLISH",
        "valid_from": "01/01/2022",
        "legal_bases": "Căn cứ A",
        "tasks": "<b>việc</b>",
    }
    page = minh.get(page_url("template_create")).content.decode()
    assert "{{ number_line }}" in page
    upload = SimpleUploadedFile("mẫu.docx", template_file("{{ subject }}"))
    answer = minh.post(page_url("template_create"), typed | {"file": upload}, follow=True)
    page = answer.content.decode()
    assert "Đã lưu mẫu" in page
    assert "<code>legal_bases</code>" in page
    assert "&lt;b&gt;việc&lt;/b&gt;" in page
    template = DecisionTemplate.objects.get()
    trial = minh.get(page_url("template_file", template.pk), {"trial": "1"})
    assert Document(BytesIO(trial.content)).paragraphs[0].text.startswith("Về việc thành lập")
    stored = minh.get(page_url("template_file", template.pk)).content
    assert Document(BytesIO(stored)).paragraphs[0].text == "{{ subject }}"
    assert minh.post(page_url("template_close", template.pk), {"valid_to": "01/02/2023"}).status_code == 302
    template.refresh_from_db()
    assert template.valid_to == date(2023, 2, 1)
    assert "Áp dụng" in minh.get(page_url("template_list")).content.decode()


def test_a_refused_template_keeps_the_words(cast: Cast, minh: Client) -> None:
    typed = {
        "area": cast.places.commune.pk,
        "action": "ESTABLISH",
        "valid_from": "01/01/2022",
        "tasks": "việc làm",
    }
    upload = SimpleUploadedFile("m.docx", template_file("{{ subject.__class__ }}"))
    page = minh.post(page_url("template_create"), typed | {"file": upload}).content.decode()
    assert "Mẫu có phần không được phép: .__class__" in page
    assert "việc làm" in page
    assert not DecisionTemplate.objects.exists()


def test_communes_see_the_templates_of_their_province_only_to_read(cast: Cast, minh: Client) -> None:
    template = DecisionTemplate.objects.create(
        area=cast.places.province, action="ESTABLISH", valid_from=START, tasks="việc"
    )
    assert minh.get(page_url("template_detail", template.pk)).status_code == 200
    assert minh.post(page_url("template_close", template.pk), {"valid_to": "01/02/2023"}).status_code == 403


def test_papers_of_a_commune_are_found(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    page = minh.get(page_url("paper_index")).content.decode()
    assert page_url("roster", cast.places.commune.pk) in page
    assert page_url("sign_in", team.pk) in page
    province = client_of(cast.lan)
    assert "Xã" in province.get(page_url("paper_index")).content.decode()
    named = province.get(page_url("paper_index"), {"commune": cast.places.other_commune.pk}).content.decode()
    assert page_url("roster", cast.places.other_commune.pk) in named
