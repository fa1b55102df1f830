"""BR-34 to BR-38: which visits are kept, each rule as a table of cases with its borders."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from households.consents import record_consent, withdraw_consent
from households.enums import ConsentState, Outcome, VisitStatus
from households.models import Consent, Household, Topic, Visit, VisitTopic
from households.outreach import log_visit, log_visits
from households.visit_data import Answer, VisitData
from teams.models import Departure, Membership, Suspension, Team
from teams.rebuild import rebuild_teams
from tests.cast import Cast, make_cast
from tests.households.builders import VISITED, a_visit, make_business, make_home, make_topic, taught
from tests.teams.builders import ISSUED, make_active_team

pytestmark = pytest.mark.django_db


@dataclass
class Ground:
    """A team, its hamlet, a household and a topic."""

    cast: Cast
    team: Team
    home: Household
    topic: Topic

    def visit(self, **changes: Any) -> VisitData:
        """A visit to the household."""
        return a_visit(self.team, self.home, **changes)

    def codes(self, visit: VisitData) -> list[str]:
        """Rules by which the visit is refused."""
        (result,) = log_visits(by=self.cast.minh, visits=[visit])
        assert result.is_stored == (not result.errors)
        return [error.code for error in result.errors]


@pytest.fixture
def ground() -> Ground:
    cast = make_cast()
    hamlet = cast.places.hamlets[0]
    return Ground(cast, make_active_team(cast, hamlet), make_home(hamlet, "Trần Văn Ả"), make_topic())


def test_a_usual_visit_is_kept_whole(ground: Ground) -> None:
    visit = ground.visit(topics=(taught(ground.topic, 2, "INSTALLED"),), people_reached=2, minutes=20)
    result = log_visit(by=ground.cast.minh, visit=visit)
    row = Visit.objects.get()
    assert (row.pk, row.client_uuid, row.status) == (result.visit_id, visit.client_uuid, VisitStatus.VALID)
    assert (row.area, row.household, row.people_reached) == (ground.home.area, ground.home, 2)
    assert list(row.visit_topics.values_list("topic__code", "result", "people_count", "first_time")) == [
        ("VNEID", "INSTALLED", 2, True)
    ]
    assert [member.person_id for member in row.visit_members.all()] == list(visit.member_ids)
    assert (row.history.get().history_type, row.history.get().history_user) == ("+", ground.cast.minh)
    ground.home.refresh_from_db()
    assert ground.home.last_visit_on == VISITED


DAYS = [
    ("before the team", date(2022, 8, 9), ["BR-34"]),
    ("the team's first day", ISSUED, []),
    ("today", date(2026, 8, 6), []),
    ("tomorrow", date(2026, 8, 7), ["BR-34"]),
]


@pytest.mark.parametrize(("_case", "day", "codes"), DAYS)
@time_machine.travel(datetime(2026, 8, 5, 17, 30, tzinfo=UTC), tick=False)
def test_br_34_days(ground: Ground, _case: str, day: date, codes: list[str]) -> None:
    """00:30 on the 6th in Hà Nội, while UTC still says the 5th."""
    assert ground.codes(ground.visit(visited_on=day)) == codes


def test_br_34_a_team_that_was_suspended(ground: Ground) -> None:
    Suspension.objects.create(
        team=ground.team, valid_from=date(2023, 3, 1), valid_to=date(2023, 4, 1), reason="nghỉ"
    )
    rebuild_teams([ground.team.pk])
    assert ground.codes(ground.visit(visited_on=date(2023, 2, 28))) == []
    assert ground.codes(ground.visit(visited_on=date(2023, 3, 1))) == ["BR-34"]
    assert ground.codes(ground.visit(visited_on=date(2023, 4, 1))) == []


def test_br_34_the_member_had_left(ground: Ground) -> None:
    member = Membership.objects.filter(team=ground.team).order_by("-seat").first()
    Departure.objects.create(
        team=ground.team,
        person=member.person,
        left_on=date(2023, 5, 1),
        reason="MOVED_AWAY",
        recorded_by=ground.cast.minh,
    )
    rebuild_teams([ground.team.pk])
    with_member = {"member_ids": (member.person_id,)}
    assert ground.codes(ground.visit(visited_on=date(2023, 4, 30), **with_member)) == []
    assert ground.codes(ground.visit(visited_on=date(2023, 5, 1), **with_member)) == ["BR-34"]
    assert ground.codes(ground.visit(member_ids=())) == ["BR-34"]


def test_br_34_a_household_of_another_hamlet(ground: Ground) -> None:
    other, foreign = ground.cast.places.hamlets[1], ground.cast.places.other_hamlets[0]
    assert ground.codes(a_visit(ground.team, make_home(other))) == ["BR-34"]
    assert ground.codes(a_visit(ground.team, make_home(foreign))) == ["BR-34"]
    assert ground.codes(a_visit(ground.team, area_id=other.pk)) == ["BR-34"]
    assert ground.codes(a_visit(ground.team, area_id=ground.home.area_id)) == []


def test_teams_of_others_are_refused(ground: Ground) -> None:
    (result,) = log_visits(by=ground.cast.quang, visits=[ground.visit()])
    assert [error.code for error in result.errors] == ["team"]
    assert not Visit.objects.exists()


def test_br_35_the_same_number_is_the_same_visit(ground: Ground) -> None:
    visits = [ground.visit() for _ in range(5)] + [a_visit(ground.team, make_home(ground.home.area))]
    first = log_visits(by=ground.cast.minh, visits=[*visits, visits[0]])
    again = [log_visits(by=ground.cast.minh, visits=visits) for _ in range(3)]
    assert Visit.objects.count() == 6
    assert (first[-1].visit_id, first[-1].is_repeat) == (first[0].visit_id, True)
    for results in again:
        assert [r.visit_id for r in results] == [r.visit_id for r in first[:6]]
        assert all(r.is_repeat for r in results)


def test_br_35_a_number_of_another_team_is_refused(ground: Ground) -> None:
    visit = ground.visit()
    log_visit(by=ground.cast.minh, visit=visit)
    other = make_active_team(ground.cast, ground.cast.places.other_hamlets[0], by=ground.cast.quang)
    stolen = a_visit(other, area_id=other.area_id, client_uuid=visit.client_uuid)
    (result,) = log_visits(by=ground.cast.quang, visits=[stolen])
    assert [error.code for error in result.errors] == ["repeat"]
    assert result.visit_id is None


def test_br_35_a_double_is_kept_and_marked(ground: Ground) -> None:
    one, two = (log_visit(by=ground.cast.minh, visit=ground.visit()) for _ in range(2))
    other_day = log_visit(by=ground.cast.minh, visit=ground.visit(visited_on=date(2023, 3, 16)))
    assert [one.is_double, two.is_double, other_day.is_double] == [False, True, False]
    assert list(Visit.objects.order_by("pk").values_list("status", flat=True)) == [
        "VALID",
        "DUPLICATE",
        "VALID",
    ]
    business = make_business(ground.home.area)
    visits = [a_visit(ground.team, business_id=business.pk) for _ in range(2)]
    assert [r.is_double for r in log_visits(by=ground.cast.minh, visits=visits)] == [False, True]


BR_37 = [(3, (2, 3), []), (3, (2, 4), ["BR-37"]), (0, (), []), (0, (1,), ["BR-37"])]


@pytest.mark.parametrize(("people", "of_topics", "codes"), BR_37)
def test_br_37_nobody_is_taught_who_was_not_there(
    ground: Ground, people: int, of_topics: tuple[int, ...], codes: list[str]
) -> None:
    topics = [make_topic("VNEID"), make_topic("DVC")]
    done = tuple(taught(topic, number) for topic, number in zip(topics, of_topics, strict=False))
    assert ground.codes(ground.visit(people_reached=people, topics=done)) == codes


def test_topics_stand_once_and_are_offered_that_day(ground: Ground) -> None:
    old = make_topic("CU", valid_to=date(2023, 3, 15))
    assert ground.codes(ground.visit(topics=(taught(ground.topic), taught(ground.topic)))) == ["topic"]
    assert ground.codes(ground.visit(topics=(taught(old),))) == ["topic"]
    assert ground.codes(ground.visit(topics=(taught(old),), visited_on=date(2023, 3, 14))) == []


def refuse(ground: Ground) -> None:
    record_consent(by=ground.cast.minh, household=ground.home, answer=Answer(ConsentState.REFUSED))


def agree(ground: Ground) -> None:
    record_consent(
        by=ground.cast.minh, household=ground.home, answer=Answer(ConsentState.GIVEN, phone="0912 000 101")
    )


def withdraw(ground: Ground) -> None:
    agree(ground)
    withdraw_consent(by=ground.cast.minh, household=ground.home)


BR_38 = [
    ("unasked, absent, no note", None, {"outcome": Outcome.NOT_HOME}, []),
    ("unasked, with a note", None, {"outcome": Outcome.NOT_HOME, "note": "gọi lại"}, ["BR-38"]),
    ("given, with a note", agree, {"note": "gọi lại"}, []),
    ("refused, household named", refuse, {}, ["BR-38"]),
    ("refused, household named, with a note", refuse, {"note": "gọi lại"}, ["BR-38", "BR-38"]),
    ("withdrawn, household named", withdraw, {}, ["BR-38"]),
]


@pytest.mark.parametrize(("_case", "before", "changes", "codes"), BR_38)
def test_br_38_consent(
    ground: Ground,
    _case: str,
    before: Callable[[Ground], None] | None,
    changes: dict[str, Any],
    codes: list[str],
) -> None:
    if before:
        before(ground)
    assert ground.codes(ground.visit(**changes)) == codes


def test_br_38_a_refusal_at_the_visit_leaves_no_household(ground: Ground) -> None:
    visit = ground.visit(answer=Answer(ConsentState.REFUSED), topics=(taught(ground.topic),))
    log_visit(by=ground.cast.minh, visit=visit)
    row = Visit.objects.get()
    assert (row.household, row.note, row.area, row.visit_topics.count()) == (None, "", ground.home.area, 1)
    ground.home.refresh_from_db()
    assert ground.home.consent_state == ConsentState.REFUSED
    assert Consent.objects.get().answer == ConsentState.REFUSED


def test_br_38_consent_at_the_visit_opens_note_and_phone(ground: Ground) -> None:
    answer = Answer(ConsentState.GIVEN, phone="0912 000 101")
    log_visit(by=ground.cast.minh, visit=ground.visit(answer=answer, note="hẹn cài VNeID"))
    ground.home.refresh_from_db()
    assert (ground.home.consent_state, ground.home.phone) == ("GIVEN", "+84912000101")
    assert Visit.objects.get().note == "hẹn cài VNeID"


def test_a_phone_without_consent_is_refused(ground: Ground) -> None:
    with pytest.raises(ValidationError, match="BR-38"):
        record_consent(
            by=ground.cast.minh,
            household=ground.home,
            answer=Answer(ConsentState.REFUSED, phone="0912 000 101"),
        )


def test_one_bad_visit_of_fifty_leaves_forty_nine(ground: Ground) -> None:
    homes = [make_home(ground.home.area) for _ in range(50)]
    visits = [a_visit(ground.team, home, topics=(taught(ground.topic),)) for home in homes]
    visits[17] = replace(visits[17], visited_on=date(2999, 1, 1))
    results = log_visits(by=ground.cast.minh, visits=visits)
    assert [number for number, result in enumerate(results) if not result.is_stored] == [17]
    assert set(Visit.objects.values_list("pk", flat=True)) == {r.visit_id for r in results} - {None}
    assert VisitTopic.objects.count() == 49


def test_a_batch_costs_as_many_queries_as_one(
    ground: Ground, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    homes = [make_home(ground.home.area) for _ in range(50)]
    visits = [a_visit(ground.team, home, topics=(taught(ground.topic),)) for home in homes]
    with django_assert_max_num_queries(30):
        results = log_visits(by=ground.cast.minh, visits=visits)
    assert all(result.is_stored for result in results)
