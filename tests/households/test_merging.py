"""Doubles merged and taken back: rows equal, counts right, nothing merged twice (E5)."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import override

from households.consents import record_consent
from households.enums import ConsentState, LivingStatus
from households.figure_checks import differences
from households.figures import recompute_marked
from households.merging import merge_households, undo_merge
from households.models import Consent, Household, HouseholdBusiness, HouseholdMerge, OutreachFigure, Visit
from households.outreach import correct_visit, log_visit, take_back_visit
from households.register import change_household, move_household
from households.visit_data import Answer
from teams.models import Team
from tests.cast import Cast, make_cast
from tests.households.builders import a_visit, hamlets, make_business, make_home
from tests.teams.builders import make_active_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    return make_active_team(cast, cast.places.hamlets[0])


@pytest.fixture
def pair(cast: Cast, team: Team) -> tuple[Household, Household]:
    """Two entries of one household, each with a visit on the same day, the second with more."""
    hamlet = cast.places.hamlets[0]
    kept = make_home(hamlet, "Trần Văn A", house_no_text="Số 5")
    dropped = make_home(hamlet, "Trần Văn Ả", self_managed_group="Tổ 2", people_count=4)
    for home in (kept, dropped):
        log_visit(by=cast.minh, visit=a_visit(team, home))
    log_visit(by=cast.minh, visit=a_visit(team, dropped, visited_on=date(2023, 4, 1), outcome="NOT_HOME"))
    make_business(hamlet, household=dropped)
    given = Answer(ConsentState.GIVEN, phone="0912 000 101")
    record_consent(by=cast.minh, household=dropped, answer=given)
    for home in (kept, dropped):
        home.refresh_from_db()
    return kept, dropped


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows that a merger may touch, as the database holds them."""
    models = (Household, Visit, HouseholdBusiness, Consent)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_visits_follow_and_count_once(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    merge_households(
        by=cast.minh, kept=kept, dropped=dropped, choices={"head_name": "dropped", "phone": "dropped"}
    )
    kept.refresh_from_db()
    dropped.refresh_from_db()
    assert (kept.head_name, kept.search_key, kept.phone) == ("Trần Văn Ả", "tran van a", "+84912000101")
    assert (kept.house_no_text, kept.self_managed_group) == ("Số 5", "")
    assert (kept.consent_state, kept.last_visit_on) == ("GIVEN", date(2023, 4, 1))
    assert (dropped.status, dropped.visits.count(), kept.visits.count()) == (LivingStatus.MERGED, 0, 3)
    assert [v.status for v in kept.visits.order_by("pk")] == ["VALID", "DUPLICATE", "VALID"]
    assert (kept.businesses.count(), kept.consents.count()) == (1, 1)
    recompute_marked()
    total = OutreachFigure.objects.get(area=kept.area, grain="ALL")
    assert (total.calls, total.living_total, total.living_reached) == (2, 1, 1)
    assert differences(hamlets()) == []


def test_taking_it_back_gives_equal_rows(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    before = everything()
    merge = merge_households(
        by=cast.minh, kept=kept, dropped=dropped, choices={"head_name": "dropped", "people_count": "dropped"}
    )
    assert everything() != before
    undo_merge(by=cast.minh, merge=merge)
    assert everything() == before
    recompute_marked()
    assert differences(hamlets()) == []
    total = OutreachFigure.objects.get(area=kept.area, grain="ALL")
    assert (total.calls, total.living_total, total.living_reached) == (3, 2, 2)


def test_after_undoing_they_can_be_merged_again(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    for _turn in range(2):
        merge = merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={})
        undo_merge(by=cast.minh, merge=merge)
    assert HouseholdMerge.objects.filter(undone_at=None).count() == 0


def test_two_officials_merging_the_same(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={})
    with pytest.raises(ValidationError) as refused:
        merge_households(by=cast.minh, kept=dropped, dropped=kept, choices={})
    assert refused.value.code == "household_merged_once"
    assert HouseholdMerge.objects.count() == 1


def change(cast: Cast, merge: HouseholdMerge) -> None:
    values = {"head_name": "Tên khác"}
    change_household(by=cast.minh, household=merge.kept, values=values)


def move(cast: Cast, merge: HouseholdMerge) -> None:
    move_household(by=cast.minh, household=merge.kept, area=cast.places.hamlets[1])


def correct(cast: Cast, merge: HouseholdMerge) -> None:
    visit = Visit.objects.get(pk=merge.moved["visits"][1])
    data = a_visit(visit.team, merge.kept, visited_on=visit.visited_on)
    correct_visit(by=cast.minh, visit=visit, data=data, reason="ghi sai")


@pytest.mark.parametrize(
    ("act", "named"),
    [
        (change, "head of the household"),
        (move, "hamlet"),
        (correct, "a visit that was corrected since"),
    ],
)
def test_what_was_changed_since_is_named(
    cast: Cast, pair: tuple[Household, Household], act: Any, named: str
) -> None:
    kept, dropped = pair
    merge = merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={})
    act(cast, HouseholdMerge.objects.get(pk=merge.pk))
    after = everything()
    with override("en"), pytest.raises(ValidationError) as refused:
        undo_merge(by=cast.minh, merge=merge)
    (error,) = refused.value.error_list
    assert (error.code, error.params) == ("changed", {"what": named})
    assert everything() == after


def test_thirty_days(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    merge = merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={})
    with time_machine.travel(timezone.now() + timedelta(days=30, hours=1)):
        with pytest.raises(ValidationError) as refused:
            undo_merge(by=cast.minh, merge=merge)
        assert refused.value.code == "late"
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        undo_merge(by=cast.minh, merge=merge)


def test_strangers_and_members_do_not_merge(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    for user in (cast.quang, cast.hoa, cast.binh):
        with pytest.raises(PermissionDenied):
            merge_households(by=user, kept=kept, dropped=dropped, choices={})


def test_refusal_is_stronger_than_consent(cast: Cast, pair: tuple[Household, Household]) -> None:
    kept, dropped = pair
    record_consent(by=cast.minh, household=kept, answer=Answer(ConsentState.REFUSED))
    merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={"phone": "dropped"})
    kept.refresh_from_db()
    assert (kept.consent_state, kept.phone) == ("REFUSED", "")


def test_a_double_taken_back_leaves_the_other_valid(cast: Cast, team: Team) -> None:
    home = make_home(cast.places.hamlets[0])
    first, second = (log_visit(by=cast.minh, visit=a_visit(team, home)).visit_id for _ in range(2))
    take_back_visit(by=cast.minh, visit=Visit.objects.get(pk=first), reason="ghi nhầm")
    assert [v.status for v in Visit.objects.order_by("pk")] == ["VOID", "VALID"]
    take_back_visit(by=cast.minh, visit=Visit.objects.get(pk=second), reason="ghi nhầm")
    home.refresh_from_db()
    assert home.last_visit_on is None


def test_a_correction_is_a_new_row(cast: Cast, team: Team) -> None:
    home = make_home(cast.places.hamlets[0])
    old = Visit.objects.get(pk=log_visit(by=cast.minh, visit=a_visit(team, home)).visit_id)
    day = date(2023, 3, 20)
    data = a_visit(team, home, visited_on=day, outcome="PARTLY")
    new = correct_visit(by=cast.minh, visit=old, data=data, reason="sai ngày")
    old.refresh_from_db()
    home.refresh_from_db()
    assert (old.status, new.status, new.corrects, home.last_visit_on) == ("VOID", "VALID", old, day)
    assert old.history.order_by("-history_id").first().history_change_reason == "sai ngày"
    with pytest.raises(ValidationError) as refused:
        correct_visit(by=cast.minh, visit=old, data=a_visit(team, home), reason="lần nữa")
    assert refused.value.code == "void"
    recompute_marked()
    assert differences(hamlets()) == []
