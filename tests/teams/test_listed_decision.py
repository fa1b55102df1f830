"""After a list is written: the next step stands on its page, and the decision it names comes along to the form."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from common.models import Register, RegisterKind
from imports.models import ImportBatch
from teams.listed_decision import as_listed
from tests.cast import Cast, make_cast
from tests.imports.lists import read, workbook, write
from tests.teams.clients import client_of, page_url
from tests.teams.member_lists import handed_in, result, six, team

pytestmark = pytest.mark.django_db
NAMES = ("Danh Văn Bần", "Lý Thị Én", "Trần Thị Vú Sữa", "Lê Văn Lác", "Nguyễn Hữu Mái Dầm", "Danh Nhuôn")


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


def listed(cast: Cast, said: dict[str, Any] | None) -> ImportBatch:
    teams = [team(cast.places.hamlets[0].name, *six(5, *NAMES))]
    return handed_in(cast.minh, cast.places.commune, result(*teams, decision=said))


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (
            {"number": "45", "symbol": "QĐ-UBND", "date": "2022-08-05"},
            (45, "QĐ-UBND", date(2022, 8, 5)),
        ),
        ({"number": "7", "symbol": "qd - ubnd", "date": None}, (7, "QĐ-UBND", None)),
        ({"number": None, "symbol": "QĐ-UBND", "date": "2022-08-05"}, (None, "QĐ-UBND", date(2022, 8, 5))),
        ({"number": "45a", "symbol": "QĐ-UBND", "date": None}, (None, "QĐ-UBND", None)),
        (None, (None, "QĐ-UBND", None)),
    ],
)
def test_only_what_the_list_states_is_proposed(
    cast: Cast, said: dict[str, Any] | None, proposed: tuple[int | None, str, date | None]
) -> None:
    decision = as_listed(cast.minh, cast.places.commune, str(listed(cast, said).pk))
    assert (decision.number, decision.symbol, decision.issued_on) == proposed


def test_the_way_leads_from_the_list_to_the_form(cast: Cast, minh: Client) -> None:
    batch = listed(cast, {"number": "45", "symbol": "QĐ-UBND", "date": "2022-08-05"})
    write(cast.minh, batch)
    address = f"{page_url('decision_create')}?issuer={cast.places.commune.pk}&list={batch.pk}"
    assert address.replace("&", "&amp;") in minh.get(batch.get_absolute_url()).content.decode()
    page = minh.get(address).content.decode()
    assert 'value="45/QĐ-UBND"' in page
    assert 'value="05/08/2022"' in page
    assert "lấy từ danh sách thành viên" in page
    plain = minh.get(page_url("decision_create")).content.decode()
    assert "45/QĐ-UBND" not in plain


@pytest.mark.parametrize("key", ["", "0", "x", "²", "9" * 30, "99999999"])
def test_an_unknown_list_proposes_nothing(cast: Cast, minh: Client, key: str) -> None:
    answer = minh.get(page_url("decision_create"), {"list": key})
    assert (answer.status_code, "lấy từ danh sách thành viên" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize(
    ("kind", "rows", "steps"),
    [
        (
            "hamlets",
            [["Ấp", "Số hộ"], ["Ấp Thử Một", 100]],
            ["/imports/new/?kind=members&amp;area={commune}", "/teams/new/", "/areas/{commune}/"],
        ),
        (
            "households",
            [["Chủ hộ", "Ấp"], ["Danh Văn Bần", "{hamlet}"]],
            ["/households/?area={commune}"],
        ),
    ],
)
def test_a_written_list_names_the_next_step(
    cast: Cast, minh: Client, kind: str, rows: list[list[Any]], steps: list[str]
) -> None:
    hamlet = cast.places.hamlets[0].full_name
    filled = [[cell.format(hamlet=hamlet) if isinstance(cell, str) else cell for cell in row] for row in rows]
    batch = read(cast.minh, cast.places.commune, kind, workbook(*filled))
    write(cast.minh, batch)
    page = minh.get(batch.get_absolute_url()).content.decode()
    for step in steps:
        assert f'href="{step.format(commune=cast.places.commune.pk)}"' in page
