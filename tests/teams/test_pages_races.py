"""T-R1 through the pages: twenty officials save a tenth member at once; one wins, the others are told by whom."""

from typing import Any

import pytest

from common.models import Register, RegisterKind
from teams.models import LineUpEntry
from tests.cast import make_cast
from tests.teams.builders import make_draft_team, make_person, proposal_of
from tests.teams.racing import CLIENTS, LONG, race
from tests.teams.typing import client_of, known, typed

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 20 if LONG else 2


def test_the_tenth_member_through_the_page() -> None:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    cast = make_cast()
    item = proposal_of(make_draft_team(cast, members=9))
    nine = [
        known(row.person, role=row.role, category=row.category)
        for row in item.entries.select_related("person").order_by("seat")
    ]
    crowd = [known(make_person(cast.places.commune)) for _number in range(CLIENTS)]
    browsers = [client_of(cast.minh) for _number in range(CLIENTS)]

    def prepare(turn: int) -> None:
        LineUpEntry.objects.filter(item=item, seat=10).delete()
        item.refresh_from_db()

    def act(turn: int, client: int) -> Any:
        response = browsers[client].post(
            f"/teams/proposals/{item.pk}/", typed(*nine, crowd[client], lock=item.lock)
        )
        said = response.context["form"].is_stale if response.status_code == 200 else False
        return response.status_code, said

    def check(outcomes: list[Any]) -> None:
        assert sorted(outcomes, key=str) == [(200, True)] * (CLIENTS - 1) + [(302, False)]
        assert sorted(item.entries.values_list("seat", flat=True)) == list(range(1, 11))

    race(ROUNDS, prepare=prepare, act=act, check=check)
