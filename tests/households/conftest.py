"""A team that Hoa leads, a household of its hamlet, and browsers of Hoa and Minh, for the tests of pages."""

import pytest
from django.test import Client

from households.models import Household
from teams.models import Membership, Team
from tests.cast import Cast, make_cast
from tests.households.builders import make_home
from tests.teams.builders import make_active_team
from tests.teams.clients import client_of


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    """The team of Minh Thành; Hoa leads it."""
    team = make_active_team(cast, cast.places.hamlets[0])
    leader = Membership.objects.filter(team=team).order_by("seat").first()
    leader.person.user = cast.hoa
    leader.person.save()
    return team


@pytest.fixture
def home(cast: Cast, team: Team) -> Household:
    return make_home(cast.places.hamlets[0], "Trần Văn Ả", self_managed_group="Tổ 1")


@pytest.fixture
def hoa(cast: Cast) -> Client:
    return client_of(cast.hoa)


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)
