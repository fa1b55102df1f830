"""Days by the clock of Việt Nam (T-R17), nobody's name in the log of the machine (T-O4), history as the state (T-O3)."""

import logging
import random
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from households.consents import record_consent
from households.figures import recompute_marked
from households.models import Consent, Household, HouseholdBusiness, OutreachFigure, Visit
from households.outreach import log_visit, log_visits
from households.register import add_household, change_household
from households.visit_data import Answer
from teams.models import Team
from tests.cast import Cast
from tests.households.builders import a_visit
from tests.households.storm import Storm
from tests.households.typing import post

pytestmark = pytest.mark.django_db

BEFORE_MIDNIGHT = datetime(2024, 2, 29, 16, 59, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2024, 2, 29, 17, 1, tzinfo=UTC)
LEAP, FIRST_OF_MARCH = date(2024, 2, 29), date(2024, 3, 1)
MARK, PHONE = "Thạch Dấu Kín", "0912 000 987"


@pytest.mark.parametrize(
    ("now", "day", "is_kept"),
    [
        (BEFORE_MIDNIGHT, LEAP, True),
        (BEFORE_MIDNIGHT, FIRST_OF_MARCH, False),
        (AFTER_MIDNIGHT, FIRST_OF_MARCH, True),
        (AFTER_MIDNIGHT, date(2024, 3, 2), False),
    ],
)
def test_today_is_today_in_viet_nam(
    cast: Cast, team: Team, home: Household, now: datetime, day: date, is_kept: bool
) -> None:
    """23:59 and 00:01 at home; the twin that takes the day of UTC would refuse the third."""
    with time_machine.travel(now, tick=False):
        [result] = log_visits(by=cast.hoa, visits=[a_visit(team, home, visited_on=day)])
        assert [error.code for error in result.errors] == ([] if is_kept else ["BR-34"])
        assert Visit.objects.filter(visited_on=day).exists() is is_kept
        assert datetime.now(UTC).date() == LEAP  # the twin's today


def test_the_last_minute_of_a_leap_day_counts_in_february(cast: Cast, team: Team, home: Household) -> None:
    for now, day in ((BEFORE_MIDNIGHT, LEAP), (AFTER_MIDNIGHT, FIRST_OF_MARCH)):
        with time_machine.travel(now, tick=False):
            assert timezone.localdate() == day
            log_visit(by=cast.hoa, visit=a_visit(team, home, visited_on=day))
    recompute_marked()
    months = OutreachFigure.objects.filter(area=home.area, grain="MONTH")
    assert list(months.order_by("starts_on").values_list("starts_on", "calls")) == [
        (date(2024, 2, 1), 1),
        (FIRST_OF_MARCH, 1),
    ]


def test_names_and_phones_stay_out_of_the_log_of_the_machine(
    cast: Cast, team: Team, home: Household, hoa: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = f"/households/visits/new/?household={home.pk}"
    change_household(by=cast.hoa, household=home, values={"head_name": MARK})
    record_consent(by=cast.hoa, household=home, answer=Answer("GIVEN", phone=PHONE))
    with pytest.raises(ValidationError):
        add_household(by=cast.hoa, area=home.area, values={"head_name": MARK * 20})
    for address in (
        f"/households/?q={MARK}",
        f"/households/?q={PHONE}",
        f"/households/{home.pk}/",
        f"/households/visits/?q={MARK}",
        f"/households/?q={MARK}&after={MARK}",
        f"/search/?q={MARK}",
    ):
        hoa.get(address)
    post(hoa, f"/households/{home.pk}/phone/")
    post(hoa, url, outcome="DONE", consent="LATER", note=f"hẹn {MARK}", phone=PHONE)
    post(hoa, f"/households/in/{home.area_id}/new/", head_name=MARK, phone=PHONE, people_count="0")
    post(hoa, url, visited_on=f"{MARK}\r\nERROR forged line", outcome=MARK)
    hoa.get("/households/visits/new/?household=999999")
    logging.getLogger("django.request").warning("the log is listened to")
    text = caplog.text
    assert "the log is listened to" in text
    bare = {PHONE, PHONE.replace(" ", ""), "+84912000987", "912000987"}
    assert [mark for mark in (MARK, "Dấu Kín", "dau kin", *bare) if mark in text] == []
    assert "forged line" not in text


DERIVED = {"updated_at", "last_visit_on"}
"""When a row was written, and what follows from the visits."""


@pytest.mark.parametrize("model", [Household, HouseholdBusiness, Visit, Consent])
def test_history_replayed_is_the_state(cast: Cast, model: Any) -> None:
    """150 operations by chance; what the history says last of each row is the row, also where it was erased."""
    storm, chance = Storm(cast), random.Random(3)
    for _operation in range(150):
        storm.act(chance)
    assert storm.errors == []
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in DERIVED]
    replayed = {row["id"]: row for row in model.history.order_by("history_id").values(*names)}
    stored = {row["id"]: row for row in model.objects.values(*names)}
    assert replayed == stored
    assert model.history.filter(history_user=storm.by).exists()
