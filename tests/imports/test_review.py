"""The pages of a list: handed in, corrected, written, taken back, by clicks and without script (I1 to I6, BR-44, 45)."""

import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from areas.models import Area
from common.models import Register, RegisterKind
from imports.enums import BatchStatus
from imports.models import ImportBatch
from teams.models import LineUpEntry, Team
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, work, workbook
from tests.teams.member_lists import handed_in, result, six, team

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Nhiệm vụ", "Điện thoại"]


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.minh)
    return client


def upload(client: Client, content: bytes, kind: str = "members", **more: Any) -> ImportBatch:
    """A file handed in by the form, read by the worker."""
    commune = Area.objects.get(level="COMMUNE", name="Minh Thuận")
    data = {"area": commune.pk, "file": SimpleUploadedFile("Danh sách tổ.xlsx", content), "text": ""} | more
    answer = client.post(f"/imports/new/?kind={kind}", data)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    work()
    return ImportBatch.objects.latest("pk")


def member_book(hamlet: str) -> bytes:
    return workbook(
        ["ỦY BAN NHÂN DÂN XÃ MINH THUẬN"],
        [f"DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP {hamlet.upper()}"],
        ["(Kèm theo Quyết định số 45/QĐ-UBND ngày 05/8/2022)"],
        HEAD,
        [1, "Danh Văn Bần", 1968, "Trưởng ấp", "Tổ trưởng", "0912000101"],
        [2, "Lý Thị Én", 1993, "Bí thư chi đoàn", "Tổ phó", "chưa rõ"],
        [3, "Trần Thị Vú Sữa", 1980, "Chi hội trưởng phụ nữ", "Thành viên", "0912000103"],
        [4, "Lê Văn Lác", "không nhớ", "Agribank", "Thành viên", "0912000104"],
    )


def test_from_the_file_to_teams_and_back(cast: Cast, minh: Client) -> None:
    hamlet = cast.places.hamlets[0]
    before = digests()
    batch = upload(minh, member_book(hamlet.name))
    assert (batch.status, batch.problem) == (BatchStatus.PARSED, "")
    page = minh.get(batch.get_absolute_url()).content.decode()
    assert hamlet.full_name in page
    assert "45/QĐ-UBND" in page
    assert "Không đọc được ngày sinh" in page
    assert "không nhớ" in page
    row = batch.rows.get(parsed__full_name="Lê Văn Lác")
    minh.post(
        f"{batch.get_absolute_url()}rows/",
        {
            "rows": [row.pk],
            f"c-{row.pk}-birth": "05/08/1987",
            f"c-{row.pk}-phone": "0912 000 199",
            "query": "show=marks",
        },
    )
    row.refresh_from_db()
    assert (row.parsed["birth"], row.parsed["phone"], row.issues) == ("1987-08-05", "0912000199", [])
    minh.post(f"{batch.get_absolute_url()}apply/", {"only_good": "1"})
    work()
    batch.refresh_from_db()
    assert batch.status == BatchStatus.APPLIED
    assert Team.objects.get().area == hamlet
    assert LineUpEntry.objects.count() == 4
    undo = minh.get(f"{batch.get_absolute_url()}undo/").content.decode()
    assert "Xóa 12 mục" in undo
    assert re.search(r"Xóa: [^<]*4 [^<]*, ", undo)
    minh.post(f"{batch.get_absolute_url()}undo/")
    work()
    batch.refresh_from_db()
    assert batch.status == BatchStatus.UNDONE
    assert digests() == before


def test_a_pasted_message_is_read_as_well(cast: Cast, minh: Client) -> None:
    text = "Tổ CNSCĐ ấp Minh Thành\n1. Danh Văn Bần - trưởng ấp - tổ trưởng - 0912000101\n2. Lý Thị Én - tổ phó - 0912000102\n"
    data = {"area": cast.places.commune.pk, "text": text}
    minh.post("/imports/new/?kind=members", data)
    work()
    assert [row.parsed["full_name"] for row in ImportBatch.objects.get().rows.all()] == [
        "Danh Văn Bần",
        "Lý Thị Én",
    ]


@pytest.mark.parametrize("data", [{}, {"text": "  "}, {"text": "x", "file": True}])
def test_a_form_with_nothing_or_both_keeps_its_input(cast: Cast, minh: Client, data: dict[str, Any]) -> None:
    sent = {"area": cast.places.commune.pk} | data
    if data.get("file"):
        sent["file"] = SimpleUploadedFile("a.csv", b"a")
    answer = minh.post("/imports/new/?kind=members", sent)
    assert answer.status_code == 200
    assert "Hãy chọn một tệp hoặc dán nội dung" in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_the_same_file_is_asked_about(cast: Cast, minh: Client) -> None:
    content = member_book(cast.places.hamlets[0].name)
    upload(minh, content)
    batch = upload(minh, content)
    page = minh.get(batch.get_absolute_url()).content.decode()
    assert (batch.is_asked_about, "Tệp này đã được nạp" in page) == (True, True)
    minh.post(f"{batch.get_absolute_url()}read/")
    work()
    batch.refresh_from_db()
    assert batch.rows.count() == 4


def test_bad_rows_come_back_with_their_reasons(cast: Cast, minh: Client) -> None:
    content = workbook(["Ấp", "Số hộ"], ["Ấp Thử Một", 100], ["Ấp Thử Hai", "nhiều"], ["=1+1", 5])
    batch = upload(minh, content, "hamlets", as_of="01/01/2022")
    minh.post(f"{batch.get_absolute_url()}apply/", {"only_good": "1"})
    work()
    answer = minh.get(f"{batch.get_absolute_url()}rejects/")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet.title == "Danh sách"
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[1] == ["Ấp Thử Một", 100, None]
    assert cells[2][2] == "Chưa ghi (Tổ Số): Đây không phải số nguyên."
    sheet["B3"] = 120
    stream = BytesIO()
    sheet.parent.save(stream)
    again = upload(minh, stream.getvalue(), "hamlets", as_of="01/01/2022")
    minh.post(f"{again.get_absolute_url()}apply/", {"only_good": "1"})
    work()
    assert list(again.rows.values_list("action", flat=True))[:2] == ["SKIP", "CREATE"]


@pytest.mark.parametrize(
    "data",
    [
        {"rows": ["x", "9" * 30], "out": ["y"]},
        {"c-1-full_name": "A", "c-x-y": "B", "c-99999999-birth": "1"},
        {"query": "//evil.example/"},
        {"q-hamlet:AP:x": "1", "q-nothing": "new"},
        {"field": "phone", "code": "\x00"},
        {"col-name": "999999", "only_good": "maybe"},
    ],
)
def test_forged_input_never_breaks_a_page(cast: Cast, minh: Client, data: dict[str, Any]) -> None:
    batch = handed_in(cast.minh, cast.places.commune, result(team("Minh Thành", *six(1, *"ABCDEF"))))
    for name in ("rows", "questions", "confirm", "columns"):
        answer = minh.post(f"{batch.get_absolute_url()}{name}/", data)
        assert answer.status_code in (200, 302), name
        if answer.status_code == 302:
            assert answer["Location"].startswith("/imports/")


def test_hostile_names_come_out_as_text(cast: Cast, minh: Client) -> None:
    names = [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "=cmd|x",
        "A\u202eB",
        "'\"><img src=x>",
        "Danh &amp; Lý",
    ]
    batch = handed_in(cast.minh, cast.places.commune, result(team("<b>Ấp</b>", *six(1, *names))))
    page = minh.get(batch.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x>" not in page
    assert "<b>Ấp</b>" not in page
    assert "{{ 7*7 }}" in page


def test_a_page_of_many_teams_costs_as_much_as_of_one(cast: Cast, minh: Client) -> None:
    counts = []
    for number, size in enumerate((1, 7)):
        teams = [
            team(area.name, *six(10 * at + 1, *"ABCDEF", phone=1000 * at))
            for at, area in enumerate(cast.places.hamlets[:size])
        ]
        batch = handed_in(cast.minh, cast.places.commune, result(*teams), number)
        minh.get(batch.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            page = minh.get(batch.get_absolute_url()).content.decode()
        assert len(re.findall("review-group", page)) == size
        counts.append(len(queries))
    assert counts[0] == counts[1]
