"""Every list that the register gives out is handed in again with 0 changes (I4); next quarter's changes only what changed."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from areas.models import Area, AreaStat
from common.models import Register, RegisterKind
from households.models import Household
from imports.enums import BatchStatus
from imports.models import ImportBatch
from teams.enums import OrgGroup, OrgType
from teams.models import EnterpriseProfile, Organisation, Person, WorkforceCount
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, read, take_back, work, workbook, write
from tests.teams.builders import make_active_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.minh)
    return client


def make_enterprise(cast: Cast, name: str, workers: int, tax_code: str = "") -> EnterpriseProfile:
    commune = cast.places.commune
    organisation = Organisation.objects.create(
        name=name, group=OrgGroup.ENTERPRISE, type=OrgType.COMPANY, area=commune, tax_code=tax_code
    )
    site = EnterpriseProfile.objects.create(organisation=organisation, area=commune)
    WorkforceCount.objects.create(enterprise=site, as_of=date(2022, 6, 30), worker_count=workers)
    return site


def make_home(area: Area, head: str, **values: Any) -> Household:
    return Household.objects.create(area=area, head_name=head, **values)


def fill(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    AreaStat.objects.create(area=first, as_of=date(2022, 6, 30), households=312, population=1290)
    AreaStat.objects.create(area=second, as_of=date(2022, 6, 30), households=208)
    make_enterprise(cast, "Công ty TNHH Thủy sản Cá Lìm Kìm", 420, "0100109106")
    make_enterprise(cast, "Hợp tác xã Khóm", 40)
    make_home(first, "Danh Văn Bần", self_managed_group="Tổ 3", people_count=4)
    make_home(first, "Danh Văn Bần", self_managed_group="Tổ 5", people_count=3)
    make_home(first, "Lý Thị Én", phone="+84912000777")
    make_home(second, "Lý Thị Én", people_count=2)
    make_home(second, "Lý Thị Én", people_count=2)  # two households that cannot be told apart


def handed_in_again(client: Client, cast: Cast, kind: str, content: bytes) -> ImportBatch:
    data = {"area": cast.places.commune.pk, "file": SimpleUploadedFile("xuat.xlsx", content), "text": ""}
    client.post(f"/imports/new/?kind={kind}", data)
    work()
    batch = ImportBatch.objects.latest("pk")
    assert (batch.status, batch.problem) == (BatchStatus.PARSED, "")
    return batch


@pytest.mark.parametrize(("kind", "rows"), [("hamlets", 7), ("enterprises", 2), ("households", 5)])
def test_the_lists_of_the_register_change_nothing(cast: Cast, minh: Client, kind: str, rows: int) -> None:
    fill(cast)
    before = digests()
    answer = minh.get(f"/imports/register/{cast.places.commune.pk}/?kind={kind}")
    batch = handed_in_again(minh, cast, kind, answer.content)
    assert batch.rows.filter(has_marks=True).count() == 0
    assert write(cast.minh, batch).result == {"CREATE": 0, "UPDATE": 0, "SKIP": rows, "REFUSED": 0}
    assert digests() == before


def report(client: Client, cast: Cast, name: str) -> bytes:
    url = f"{reverse(f'reports:{name}_excel')}?area={cast.places.commune.pk}"
    answer = client.post(url, {"reason": "Rà soát danh sách tổ"})
    if answer.status_code == 405:
        answer = client.get(url)
    assert answer.status_code == 200
    return answer.content


def test_report_r3_of_members_changes_nothing(cast: Cast, minh: Client) -> None:
    for hamlet in cast.places.hamlets[:3]:
        make_active_team(cast, hamlet)
    Person.objects.update(can_share_phone=True, gender="FEMALE")
    before = digests()
    batch = handed_in_again(minh, cast, "members", report(minh, cast, "member_list"))
    marks = [(row.parsed["full_name"], row.issues) for row in batch.rows.filter(has_marks=True)]
    assert marks == []
    assert write(cast.minh, batch).result == {"CREATE": 0, "UPDATE": 0, "SKIP": 18, "REFUSED": 0}
    assert digests() == before


def test_report_r8_of_enterprises_changes_nothing(cast: Cast, minh: Client) -> None:
    fill(cast)
    before = digests()
    batch = handed_in_again(minh, cast, "enterprises", report(minh, cast, "enterprises"))
    assert write(cast.minh, batch).result == {"CREATE": 0, "UPDATE": 0, "SKIP": 1, "REFUSED": 0}
    assert digests() == before


def test_the_list_of_the_next_quarter_changes_only_what_changed(cast: Cast, minh: Client) -> None:
    fill(cast)
    before = digests()
    content = minh.get(f"/imports/register/{cast.places.commune.pk}/?kind=enterprises").content
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == "Doanh nghiệp")
    at = head[0].row
    first = sheet[at + 1]
    assert first[0].value == "Công ty TNHH Thủy sản Cá Lìm Kìm"
    first[2].value, first[4].value = 290, "30/09/2022"
    sheet.append(["Công ty May Cò Trắng", None, 301, 20, "30/09/2022"])
    stream = BytesIO()
    book.save(stream)
    batch = handed_in_again(minh, cast, "enterprises", stream.getvalue())
    page = minh.get(batch.get_absolute_url()).content.decode()
    assert "420 (30/06/2022)" in page
    assert write(cast.minh, batch).result == {"CREATE": 1, "UPDATE": 1, "SKIP": 1, "REFUSED": 0}
    assert list(WorkforceCount.objects.order_by("pk").values_list("worker_count", "as_of"))[2:] == [
        (290, date(2022, 9, 30)),
        (301, date(2022, 9, 30)),
    ]
    take_back(cast.minh, batch)
    assert digests() == before


HOMES = (
    ["Chủ hộ", "Ấp", "Tổ NDTQ", "Điện thoại", "Số người"],
    ["Danh Văn Bần", "Ấp Minh Thành", "Tổ 3", "0912 000 101", 5],
    ["Trần Thị Mận", "Minh Thành", "Tổ 3", "0912 000 102", 3],
    ["Lê Văn Rô", "Ấp Không Có", "", "", 2],
    ["Võ Thị Xoài", "Ấp Minh Thành", "", "không rõ", 250],
)


def test_households_without_legal_ground_lose_their_phones_and_the_page_says_so(
    cast: Cast, minh: Client
) -> None:
    hamlet = cast.places.hamlets[0]
    assert hamlet.name == "Minh Thành"
    known = make_home(hamlet, "Danh Văn Bần", self_managed_group="Tổ 3", people_count=4)
    before = digests()
    batch = read(cast.minh, cast.places.commune, "households", workbook(*HOMES))
    page = minh.get(batch.get_absolute_url()).content.decode()
    assert "không nêu căn cứ" in page
    assert write(cast.minh, batch, only_good=True).result == {
        "CREATE": 1,
        "UPDATE": 1,
        "SKIP": 0,
        "REFUSED": 2,
    }
    assert list(Household.objects.order_by("pk").values_list("head_name", "people_count", "phone")) == [
        ("Danh Văn Bần", 5, ""),
        ("Trần Thị Mận", 3, ""),
    ]
    take_back(cast.minh, batch)
    known.refresh_from_db()
    assert known.people_count == 4
    after = digests()
    assert {table for table in after if after[table] != before[table]} <= {"households.DirtyFigure"}


def test_households_with_legal_ground_keep_their_phones(cast: Cast) -> None:
    ground = "Quyết định 12/QĐ-UBND ngày 05/8/2022"
    batch = read(cast.minh, cast.places.commune, "households", workbook(*HOMES), legal_ground=ground)
    write(cast.minh, batch, only_good=True)
    assert list(Household.objects.order_by("pk").values_list("head_name", "phone", "source")) == [
        ("Danh Văn Bần", "+84912000101", ground),
        ("Trần Thị Mận", "+84912000102", ground),
    ]
