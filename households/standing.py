"""Where a household stands: of each topic and platform the newest result, and the five basic skills (features E, F)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from households.enums import BASIC_SKILLS, Pillar, SkillResult, VisitStatus
from households.models import Household, VisitMember, VisitTopic

STEPS = (SkillResult.INTRODUCED, SkillResult.INSTALLED, SkillResult.ACCOUNT_OPENED, SkillResult.SELF_USE)
"""The way from hearing of it to doing it alone; FAILED stands before it."""


@dataclass(frozen=True)
class Standing:
    """The newest result of a household with one topic and platform."""

    topic: str
    pillar: str
    platform: str
    result: str
    visited_on: date
    visit_id: int
    names: str = ""

    @property
    def result_label(self) -> str:
        """The result in words."""
        return str(SkillResult(self.result).label)

    @property
    def steps(self) -> int:
        """How many of the four steps are done."""
        return STEPS.index(SkillResult(self.result)) + 1 if self.result in STEPS else 0


@dataclass(frozen=True)
class Skill:
    """One of the five basic skills, with the best standing on the way."""

    label: str
    standing: Standing | None


def standings_of(household: Household) -> list[Standing]:
    """Newest result by topic and platform, in the order of the list of topics; who was there by name."""
    rows: Any = VisitTopic.objects.filter(visit__household=household).exclude(visit__status=VisitStatus.VOID)
    newest: dict[tuple[int, int | None], VisitTopic] = {}
    for row in rows.select_related("visit", "topic", "platform").order_by("-visit__visited_on", "-visit_id"):
        newest.setdefault((row.topic_id, row.platform_id), row)
    members = names_at({row.visit_id for row in newest.values()})
    ordered = sorted(newest.values(), key=lambda row: (row.topic.order, row.topic_id, row.platform_id or 0))
    return [
        Standing(
            row.topic.name,
            row.topic.pillar,
            row.platform.name if row.platform else "",
            row.result,
            row.visit.visited_on,
            row.visit_id,
            ", ".join(members.get(row.visit_id, ())),
        )
        for row in ordered
    ]


def basic_skills(standings: Sequence[Standing]) -> list[Skill]:
    """The five national basic skills, each as far as the household has come with any topic of it."""
    found = []
    for pillar in BASIC_SKILLS:
        own = [one for one in standings if one.pillar == pillar]
        found.append(Skill(str(Pillar(pillar).label), max(own, key=lambda one: one.steps, default=None)))
    return found


def names_at(visits: Any) -> dict[int, list[str]]:
    """Names of the members at these visits."""
    found: dict[int, list[str]] = {}

    rows = VisitMember.objects.filter(visit__in=list(visits)).order_by("visit_id", "person__sort_key")
    for visit, name in rows.values_list("visit_id", "person__full_name"):
        found.setdefault(visit, []).append(name)
    return found
