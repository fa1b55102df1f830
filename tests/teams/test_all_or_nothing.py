"""T-R4: the database fails at the N-th statement of a service, for every N: all is stored, or nothing is."""

from datetime import date
from functools import partial

import pytest

from teams.decisions import save_decision
from teams.enums import DecisionAction
from teams.findings import stored_line_up
from teams.issuing import issue
from teams.models import Decision, Team
from teams.proposals import propose
from teams.revoking import revoke
from teams.roster import add_entry, create_team, remove_entry, save_line_up
from tests import failing
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    entry,
    issue_for,
    make_active_team,
    make_draft_team,
    make_person,
    new_decision,
    proposal_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
fail_at_every_statement = partial(failing.fail_at_every_statement, room="teams")
ON = date(2023, 12, 1)


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    assert all(user.current_scopes for user in cast.everybody.values())
    return cast


def test_saving_a_line_up(cast: Cast) -> None:
    item = proposal_of(make_draft_team(cast, members=6))
    people = [entry(make_person(cast.places.commune)) for _ in range(3)]
    entries = [*reversed(stored_line_up(item)[1:]), *people]
    assert fail_at_every_statement(lambda: save_line_up(by=cast.minh, item=item, entries=entries)) > 15
    assert item.entries.count() == 8


def test_setting_up_a_team(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    create = partial(create_team, by=cast.minh, level="HAMLET", areas=[hamlet], primary=hamlet)
    assert fail_at_every_statement(create) > 8
    assert Team.objects.get().code == "T-31018-001"


def drafted(cast: Cast) -> Decision:
    """A decision for two teams that sit already and one new, not issued yet."""
    teams = [make_active_team(cast, hamlet) for hamlet in cast.places.hamlets[:2]]
    for team in teams:
        item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
        save_line_up(by=cast.minh, item=item, entries=stored_line_up(item)[:4])
    items = [proposal_of(team) for team in [*teams, make_draft_team(cast, cast.places.hamlets[2])]]
    decision = new_decision(cast.places.commune, date(2023, 9, 1))
    return save_decision(by=cast.minh, decision=decision, items=items)


def test_issuing(cast: Cast) -> None:
    decision = drafted(cast)
    assert fail_at_every_statement(lambda: issue(by=cast.minh, decision=decision)) > 30
    assert Team.objects.filter(status="ACTIVE").count() == 3


def test_revoking(cast: Cast) -> None:
    make_active_team(cast, cast.places.hamlets[0])
    decision = issue_for(cast.minh, [make_draft_team(cast, cast.places.hamlets[1])])
    assert (
        fail_at_every_statement(
            lambda: revoke(by=cast.minh, decision=Decision.objects.get(pk=decision.pk), on=ON, reason="nhầm")
        )
        > 30
    )
    assert Team.objects.filter(status="DRAFT").count() == 1


def test_twin_with_a_commit_in_the_middle_is_caught(cast: Cast) -> None:
    """The wrong way: one member replaced in two transactions."""
    item = proposal_of(make_draft_team(cast, members=6))
    old, new = stored_line_up(item)[5], entry(make_person(cast.places.commune))

    def replace_member() -> None:
        remove_entry(by=cast.minh, item=item, person=old.person)
        add_entry(by=cast.minh, item=item, entry=new)

    with pytest.raises(AssertionError, match="half written"):
        fail_at_every_statement(replace_member)
