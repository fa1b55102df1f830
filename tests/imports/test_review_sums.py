"""What the review says before anything is written: how much is new, changed, unchanged, and which questions wait."""

import re
from typing import Any

import pytest
from django.test import Client

from common.models import Register, RegisterKind
from imports.kinds import list_kind
from imports.models import ImportBatch
from imports.review import settle
from imports.tally import tally_of
from teams.enums import OrgGroup, OrgType
from teams.models import Organisation
from tests.cast import Cast, make_cast
from tests.imports.lists import read, workbook, write
from tests.teams.member_lists import handed_in, member, result, six, team

pytestmark = pytest.mark.django_db
NAMES = ("Danh Văn Bần", "Lý Thị Én", "Trần Thị Vú Sữa", "Lê Văn Lác", "Nguyễn Hữu Mái Dầm", "Danh Nhuôn")


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.minh)
    return client


def members(cast: Cast, *teams: dict[str, Any], number: int = 0) -> ImportBatch:
    return handed_in(cast.minh, cast.places.commune, result(*teams), number)


def figures(batch: ImportBatch) -> tuple[int, int, int, int]:
    tally = tally_of(batch, list_kind(batch.kind))
    return tally.created, tally.changed, tally.unchanged, tally.refused


def page_of(client: Client, batch: ImportBatch) -> str:
    return " ".join(client.get(batch.get_absolute_url()).content.decode().split())


def test_rows_of_a_team_that_cannot_be_written_are_not_ready(cast: Cast, minh: Client) -> None:
    """Two leaders refuse the second team: its eleven rows count neither as ready nor on the button."""
    first, second = (area.name for area in cast.places.hamlets[:2])
    eleven = [member(20 + n, f"Danh Văn Tôm {n}", "leader" if n < 2 else "member") for n in range(11)]
    batch = members(cast, team(first, *six(5, *NAMES)), team(second, *eleven))
    assert figures(batch) == (6, 0, 0, 11)
    page = page_of(minh, batch)
    assert "6 dòng sẵn sàng" in page
    assert "Chỉ ghi 6 dòng" in page
    assert "11 dòng chưa ghi được vì cả tổ còn vướng" in page
    assert "Thêm 6 · sửa 0 · không đổi 0" in page
    assert 'name="only_good" value="1"' in page
    assert write(cast.minh, batch, only_good=True).result["CREATE"] == 6


def test_a_list_that_changes_nothing_says_so_and_does_not_press(cast: Cast, minh: Client) -> None:
    hamlet = cast.places.hamlets[0].name
    first = members(cast, team(hamlet, *six(5, *NAMES)))
    assert figures(first) == (6, 0, 0, 0)
    write(cast.minh, first)
    again = members(cast, team(hamlet, *six(5, *NAMES)), number=1)
    assert figures(again) == (0, 0, 6, 0)
    page = page_of(minh, again)
    assert "Không có gì thay đổi" in page
    assert re.search(r'apply/">.*?<button class="btn btn-secondary">Ghi danh sách', page)


def test_marked_rows_and_rows_left_out_are_not_written(cast: Cast) -> None:
    content = workbook(["Ấp", "Số hộ"], ["Ấp Thử Một", 100], ["Ấp Thử Hai", "nhiều"], ["Ấp Thử Ba", 5])
    batch = read(cast.minh, cast.places.commune, "hamlets", content)
    assert figures(batch) == (2, 0, 0, 1)
    batch.rows.filter(parsed__name="Thử Ba").update(is_left_out=True)
    assert figures(batch) == (1, 0, 0, 1)


def test_what_waits_stands_before_what_matched_by_itself(cast: Cast, minh: Client) -> None:
    """The only women's union of the commune is folded away; an unknown hamlet is asked about above it."""
    Organisation.objects.create(
        name="Hội Liên hiệp Phụ nữ xã",
        group=OrgGroup.MASS_ORG,
        type=OrgType.WOMEN_UNION,
        area=cast.places.commune,
    )
    batch = members(cast, team("Không Có", *six(5, *NAMES)))
    page = page_of(minh, batch)
    asked = [
        page.index(f'name="q-{key}') for key in ("hamlet:", "organisation:agribank", "organisation:women")
    ]
    fold = page.index("<summary>1 tên đã tự khớp hoặc đã trả lời</summary>")
    assert asked[0] < asked[1] < fold < asked[2]
    key = re.findall(r'name="q-(hamlet:[^"]*)"', page)[0]
    settle(by=cast.minh, batch=batch, answers={key: "new"})
    page = page_of(minh, batch)
    assert page.index("<summary>2 tên đã tự khớp hoặc đã trả lời</summary>") < page.index('name="q-hamlet:')
