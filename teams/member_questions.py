"""What the official settles once for a whole list of members: blanks, capitals, people who are not on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from imports.kinds import Issue, Question
from imports.models import ImportBatch
from teams.enums import TeamRole
from teams.member_places import Places, teams_there
from teams.member_reading import CATEGORIES
from teams.models import Person

BLANK_ROLE, BLANK_CATEGORY, CAPITALS, MISSING = (
    "blank:role",
    "blank:category",
    "names:capitals",
    "missing:people",
)
AS_IT_IS, IN_TITLE_CASE, REMOVE = "keep", "title", "remove"
ReadRows = Sequence[tuple[dict[str, Any], list[Issue]]]


def options_of(batch: ImportBatch) -> dict[str, Any]:
    """The answers, as the planning of the list reads them."""
    answers = batch.choices
    return {
        "role": answers.get(BLANK_ROLE) or None,
        "category": answers.get(BLANK_CATEGORY) or None,
        "title_case": answers.get(CAPITALS) == IN_TITLE_CASE,
        "remove_missing": answers.get(MISSING) == REMOVE,
    }


def is_answered(mark: Issue, answers: Mapping[str, str]) -> bool:
    """A blank that the official has settled for the whole list."""
    settled = {"role_missing": BLANK_ROLE, "category_missing": BLANK_CATEGORY}
    return bool(answers.get(settled.get(mark["code"], "")))


def questions_of_blanks(batch: ImportBatch, rows: ReadRows) -> list[Question]:
    """Questions that this list gives rise to."""
    asked = [
        _blank_roles(batch, rows),
        _blank_categories(batch, rows),
        _capitals(batch, rows),
        _missing(batch),
    ]
    return [question for question in asked if question.rows]


def _blank_roles(batch: ImportBatch, rows: ReadRows) -> Question:
    count = sum(not parsed.get("role") for parsed, _marks in rows)
    choices = [(str(TeamRole.MEMBER), TeamRole.MEMBER.label)]
    answer = batch.choices.get(BLANK_ROLE, "")
    return Question(BLANK_ROLE, _("everywhere it is blank"), _("No duty in the team"), choices, answer, count)


def _blank_categories(batch: ImportBatch, rows: ReadRows) -> Question:
    count = sum(not parsed.get("category") for parsed, _marks in rows)
    answer = batch.choices.get(BLANK_CATEGORY, "")
    label = _("everywhere it is blank")
    return Question(BLANK_CATEGORY, label, _("No position"), CATEGORIES, answer, count)


def _capitals(batch: ImportBatch, rows: ReadRows) -> Question:
    """BR-47: capitals become title case only when the official agrees."""
    count = sum(any(mark["code"] == "name_case" for mark in marks) for _parsed, marks in rows)
    choices = [(AS_IT_IS, _("keep the letters as they are")), (IN_TITLE_CASE, _("write them like Lê Văn An"))]
    answer = batch.choices.get(CAPITALS, AS_IT_IS)
    return Question(CAPITALS, "", _("Names in capitals or small letters"), choices, answer, count)


def _missing(batch: ImportBatch) -> Question:
    """Whether the list is complete: who is not on it then leaves the lists of its teams."""
    choices = [
        (AS_IT_IS, _("they stay in their teams")),
        (REMOVE, _("take them off the lists: this list is complete")),
    ]
    text = _("Members of these teams who are not on this list")
    answer = batch.choices.get(MISSING, AS_IT_IS)
    return Question(MISSING, "", text, choices, answer, len(missing_people(batch)))


def missing_people(batch: ImportBatch) -> set[int]:
    """People on the lists of the teams that the list names, who are not on it."""
    places, there = Places(batch), teams_there(batch.area, timezone.localdate())
    groups: Iterable[Any] = batch.groups.values_list("parsed", flat=True)
    sitting = {
        person
        for group in groups
        for team in there.get(places.target(group).place, ())
        for person in team.people
    }
    rows = batch.rows.filter(is_left_out=False).values_list("parsed__person", flat=True)
    return sitting - {int(person) for person in rows if str(person or "").isdigit()}


def names_of(people: set[int]) -> list[str]:
    """Their names, in the order of lists."""
    rows = Person.objects.filter(pk__in=people).order_by("sort_key", "pk")
    return list(rows.values_list("full_name", flat=True))
