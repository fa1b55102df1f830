"""A team account reaches its team once it is known whose it is."""

import pytest
from django.test import Client

from teams.models import Person
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team
from tests.teams.clients import client_of, page_url


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def member(cast: Cast) -> Person:
    return make_active_team(cast, cast.places.hamlets[0], members=6).memberships.first().person


def link(client: Client, person: Person, username: str) -> object:
    return client.post(page_url("person_account", person.pk), {"username": username})


def test_after_linking_the_member_sees_the_own_team(cast: Cast, member: Person) -> None:
    hoa = client_of(cast.hoa)
    team = member.memberships.get().team
    assert hoa.get(team.get_absolute_url()).status_code == 404
    assert link(client_of(cast.minh), member, " HOA ").status_code == 302
    member.refresh_from_db()
    assert (member.user, member.history.first().history_user) == (cast.hoa, cast.minh)
    assert hoa.get(team.get_absolute_url()).status_code == 200
    assert link(client_of(cast.minh), member, "").status_code == 302
    assert hoa.get(team.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("username", ["minh", "quang", "lan", "nobody", "<script>", "x" * 61])
def test_only_accounts_that_one_looks_after(cast: Cast, member: Person, username: str) -> None:
    answer = link(client_of(cast.minh), member, username)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["username"])
    member.refresh_from_db()
    assert member.user is None


def test_an_account_belongs_to_one_person(cast: Cast, member: Person) -> None:
    other = Person.objects.exclude(pk=member.pk).first()
    assert link(client_of(cast.minh), other, "hoa").status_code == 302
    answer = link(client_of(cast.minh), member, "hoa")
    assert other.full_name in answer.context["form"].errors["username"][0]
