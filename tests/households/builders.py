"""Households and visits for tests, in Minh's commune unless said otherwise."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

from areas.models import Area
from households.enums import Outcome
from households.models import Household, HouseholdBusiness, Topic
from households.visit_data import TopicDone, VisitData
from teams.models import Membership, Team

_numbers = count(1)
VISITED = date(2023, 3, 15)
"""A day on which the builders' teams work (in force since 10/08/2022)."""


def make_home(area: Area, head_name: str = "", **fields: Any) -> Household:
    """A household of the hamlet, on the register by the commune's list."""
    name = head_name or f"Chủ hộ Số {next(_numbers)}"
    return Household.objects.create(area=area, head_name=name, **fields)


def make_business(area: Area, name: str = "", **fields: Any) -> HouseholdBusiness:
    """A market trader of the hamlet."""
    values = {"kind": "MARKET_TRADER"} | fields
    return HouseholdBusiness.objects.create(area=area, name=name or f"Quán Số {next(_numbers)}", **values)


def make_topic(code: str = "VNEID", **fields: Any) -> Topic:
    """A topic offered since 2022."""
    values = {"name": code, "pillar": "PUBLIC_SERVICE", "valid_from": date(2022, 1, 1)} | fields
    return Topic.objects.get_or_create(code=code, defaults=values)[0]


def a_visit(team: Team, home: Household | None = None, **changes: Any) -> VisitData:
    """A visit that no rule speaks against: the leader went, and helped one person with nothing in particular."""
    member = Membership.objects.filter(team=team).order_by("seat").values_list("person", flat=True)[0]
    data = VisitData(
        client_uuid=uuid4(),
        team_id=team.pk,
        visited_on=VISITED,
        outcome=Outcome.DONE,
        member_ids=(member,),
        household_id=home.pk if home else None,
        people_reached=1,
    )
    return replace(data, **changes)


def taught(topic: Topic, people: int = 1, result: str = "INTRODUCED") -> TopicDone:
    """A topic as it was taught."""
    return TopicDone(topic.pk, result, None, people)


def hamlets() -> list[int]:
    """All hamlets, for comparing their figures with a new count."""
    return list(Area.objects.filter(level="HAMLET").order_by("pk").values_list("pk", flat=True))
