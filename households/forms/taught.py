"""The big tick list of topics and platforms, each with how far people came and how many they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from households.enums import BASIC_SKILLS, SkillResult
from households.models import Platform, Topic
from households.visit_data import TopicDone
from teams.querysets import in_force

MOST_USUAL = 6
"""Lines that stand first; the others of a long list are folded away."""


@dataclass
class Tick:
    """One line of the list: a topic, or one of its platforms, and what is entered for it."""

    key: str
    label: str
    topic_id: int
    platform_id: int | None
    is_on: bool = False
    result: str = SkillResult.INTRODUCED
    people: str = "1"
    is_basic: bool = False
    """Whether its topic is one of the five basic skills."""
    is_usual: bool = True


def usual_first(ticks: Sequence[Tick], used: Sequence[tuple[int, int | None]]) -> list[Tick]:
    """The lines that the team uses most, then basic skills, in front; of a short list none is folded away."""
    places = {pair: number for number, pair in enumerate(used)}
    unused = len(places)
    ordered = sorted(
        ticks, key=lambda tick: (places.get((tick.topic_id, tick.platform_id), unused), not tick.is_basic)
    )
    usual = {tick.key for tick in ordered[:MOST_USUAL]}
    rest = [replace(tick, is_usual=False) for tick in ticks if tick.key not in usual]
    return [*ordered[:MOST_USUAL], *rest]


def ticks_on(day: date) -> list[Tick]:
    """What may be ticked on the day, or today: the rule judges, so that no tick is lost.

    A topic with one platform is one line; one with several has a line for each and one of its own, unless a
    platform has the same name.
    """
    offered_then = in_force(day) | in_force(timezone.localdate())
    topics: Any = Topic.objects.filter(offered_then)
    offered = Platform.objects.filter(offered_then).order_by("name")
    links = Platform.topics.through.objects.filter(platform__in=offered, topic__in=topics)
    of_topic: dict[int, list[int]] = {}
    for topic, platform in links.values_list("topic_id", "platform_id"):
        of_topic.setdefault(topic, []).append(platform)
    names = {platform.pk: platform.name for platform in offered}
    ticks = []
    for topic in topics:
        is_basic = topic.pillar in BASIC_SKILLS
        own = [pk for pk in names if pk in of_topic.get(topic.pk, ())]
        if len(own) != 1 and topic.name not in {names[pk] for pk in own}:
            ticks.append(Tick(f"{topic.pk}", topic.name, topic.pk, None, is_basic=is_basic))
        for pk in own:
            label = topic.name if names[pk] == topic.name else f"{topic.name}: {names[pk]}"
            ticks.append(Tick(f"{topic.pk}-{pk}", label, topic.pk, pk, is_basic=is_basic))
    return ticks


class TaughtWidget(forms.Widget):
    """Ticks with a result and a number of people beside each; complete without script."""

    ticks: Sequence[Tick] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Tick]:
        """Every line as it was sent."""
        chosen = set(data.getlist(name)) if hasattr(data, "getlist") else set(data.get(name) or ())
        return [
            replace(
                tick,
                is_on=tick.key in chosen,
                result=str(data.get(f"{name}-{tick.key}-result") or SkillResult.INTRODUCED),
                people=str(data.get(f"{name}-{tick.key}-people") or "1"),
            )
            for tick in self.ticks
        ]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Nothing ticked is nothing taught."""
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The list; `value` is the lines as sent, or topics of a visit on record."""
        lines = value if value and isinstance(value[0], Tick) else _marked(self.ticks, value or ())
        rest = [line for line in lines if not line.is_usual]
        context = {
            "name": name,
            "lines": lines,
            "usual": [line for line in lines if line.is_usual],
            "rest": rest,
            "is_open": any(line.is_on for line in rest),
            "results": SkillResult.choices,
        }
        return render_to_string("households/taught.html", context)


def _marked(ticks: Sequence[Tick], topics: Sequence[Any]) -> list[Tick]:
    """The lines with what a visit on record taught."""
    done = {(row.topic_id, row.platform_id): row for row in topics}
    lines = []
    for tick in ticks:
        row = done.get((tick.topic_id, tick.platform_id))
        lines.append(
            replace(tick, is_on=True, result=row.result, people=str(row.people_count)) if row else tick
        )
    return lines


class TaughtField(forms.Field):
    """Cleans to what was taught (`TopicDone`)."""

    widget: Any = TaughtWidget

    def __init__(self, day: date, used: Sequence[tuple[int, int | None]] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.ticks = usual_first(ticks_on(day), used)

    def clean(self, value: Any) -> list[TopicDone]:
        """What was ticked; a number or result that cannot be is named with its line."""
        return [self._read(tick) for tick in value or () if tick.is_on]

    def _read(self, tick: Tick) -> TopicDone:
        words = {"topic": tick.label}
        if tick.result not in SkillResult.values:
            raise ValidationError(_("%(topic)s: choose how far people came."), code="result", params=words)
        if not (tick.people.isascii() and tick.people.isdigit() and 1 <= int(tick.people[:5]) <= 500):
            text = _("%(topic)s: enter how many people, from 1 to 500.")
            raise ValidationError(text, code="people", params=words)
        return TopicDone(tick.topic_id, tick.result, tick.platform_id, int(tick.people))
