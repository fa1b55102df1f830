"""Lists of team members: read by `teams.member_list`, reviewed team by team, written as draft teams and proposals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.models import Area
from imports.child import read_in_child
from imports.enums import Mark
from imports.grid import Unreadable
from imports.job_runner import Progress
from imports.kinds import (
    FileColumn,
    Issue,
    ListField,
    ListKind,
    Outcome,
    Question,
    Reading,
    RowPreview,
    Verdict,
    issue,
)
from imports.models import ImportBatch, ImportGroup, ImportRow
from teams.enums import Gender, MemberCategory, TeamRole
from teams.member_columns import LABELS
from teams.member_people import Entry, birth_of, find_people, known_people
from teams.member_places import Organisations, Places, organisation_key, teams_there
from teams.member_plans import Planning, preview_of
from teams.member_questions import (
    is_answered,
    missing_people,
    names_of,
    options_of,
    questions_of_blanks,
)
from teams.member_reading import CATEGORIES, LIST_FLAGS, TEXTS, missing_marks, reading_of
from teams.member_writing import write_plan
from vietnamese.dates import BirthProblem, display_birth, parse_birth
from vietnamese.phones import display_phone, parse_phone
from vietnamese.text import clean


class MemberList(ListKind):
    """The members of a commune's teams, team by team."""

    name: ClassVar[str] = "members"
    title: ClassVar[Any] = gettext_lazy("Members of teams")
    capability: ClassVar[str] = "team.edit"
    names_people: ClassVar[bool] = True
    fields: ClassVar[tuple[ListField, ...]] = (
        ListField("full_name", gettext_lazy("Full name"), is_required=True, is_wide=True),
        ListField("birth", gettext_lazy("Born")),
        ListField(
            "gender",
            gettext_lazy("Sex"),
            choices=[(str(one), one.label) for one in Gender if one != Gender.UNKNOWN],
        ),
        ListField("position_text", gettext_lazy("Post, organisation"), is_wide=True),
        ListField(
            "role",
            gettext_lazy("Duty in the team"),
            choices=[(str(role), role.label) for role in TeamRole],
            is_required=True,
        ),
        ListField("category", gettext_lazy("Sits as"), choices=CATEGORIES, is_required=True),
        ListField("phone", gettext_lazy("Phone")),
        ListField("person", gettext_lazy("On the register"), is_choice=True),
    )
    texts: ClassVar[dict[str, Any]] = TEXTS | {
        "known_people": gettext_lazy(
            "Somebody of this name is on the register. Choose: the same person, or a new one."
        ),
    }
    has_file_columns: ClassVar[bool] = True
    inseparable: ClassVar[dict[str, str]] = {
        "teams.DecisionItem": "team_id",
        "teams.ItemArea": "item_id",
        "areas.AreaVersion": "area_id",
    }

    # Reading ------------------------------------------------------------------

    def read(self, batch: ImportBatch, path: Path) -> Reading:
        """Read by `read_list`, in a child process."""
        result = read_in_child(path, batch.file_name, "teams.member_reading.read_members", _said(batch))
        if not result["readable"]:
            raise Unreadable(
                "no_list", _("The file holds no list of members. Look whether it is the right file.")
            )
        return reading_of(result)

    def file_columns(self, batch: ImportBatch) -> list[FileColumn]:
        """The columns of the tables, with what each of them may be."""
        path = Path(batch.file.path)
        found = read_in_child(path, batch.file_name, "teams.member_columns.columns_of_book")
        said, choices = _said(batch), tuple(LABELS.items())
        return [
            FileColumn(
                one["key"],
                one["heading"],
                one["samples"],
                str(LABELS.get(one["field"], "")),
                said.get(one["key"], ""),
                choices,
            )
            for one in found
        ]

    def match(self, batch: ImportBatch, reading: Reading, progress: Progress) -> None:
        """Set the people of the list beside the register."""
        pairs = [(row.parsed, row.issues, reading.groups[row.group or 0].parsed) for row in reading.rows]
        _match(batch, pairs)
        progress.step(len(reading.rows))

    def recheck(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
        """Corrected rows: their people, and what is missing now."""
        _match(batch, [(row.parsed, row.issues, row.group.parsed if row.group else {}) for row in rows])
        answers = batch.choices
        for row in rows:
            kept = [mark for mark in row.issues if not mark["code"].endswith("_missing")]
            kept += missing_marks(row.parsed, kept)
            row.set_issues([mark for mark in kept if not is_answered(mark, answers)])

    def read_cell(self, batch: ImportBatch, row: ImportRow, name: str, text: str) -> tuple[Any, list[Issue]]:
        """A corrected cell."""
        if name == "person":
            row.parsed["person_said"] = bool(text)
            return text, []
        if name == "birth":
            return _birth(text)
        if name == "phone":
            return _phone(text)
        if name in ("role", "category", "gender"):
            words: dict[str, Any] = {"role": TeamRole, "category": MemberCategory, "gender": Gender}
            return (text, []) if text in words[name].values else (None, [])
        return clean(text)[:200] or None, []

    def display(self, row: ImportRow, field_spec: ListField) -> str:
        """Births as they are typed, phones in groups."""
        value = super().display(row, field_spec)
        if field_spec.name == "birth" and value:
            birth = birth_of(row.parsed)
            return display_birth(birth.date, birth.year, birth.precision)
        if field_spec.name == "phone" and value:
            return display_phone(parse_phone(value).e164) or value
        return value

    def options_of(self, row: ImportRow, field_spec: ListField) -> Sequence[tuple[str, Any]]:
        """Of the register: the people who fit, or a new one."""
        if field_spec.name != "person":
            return field_spec.choices
        people = [(pk, label) for pk, label in row.parsed.get("people", [])]
        return [*people, ("new", _("somebody new"))] if people else []

    # Questions ----------------------------------------------------------------

    def facts(self, batch: ImportBatch) -> list[tuple[Any, str]]:
        """Decision and flags of the whole list."""
        said, found = batch.reading.get("decision"), []
        if said:
            parts = [
                f"{said.get('number') or '…'}/{said.get('symbol') or 'QĐ-UBND'}",
                _day_text(said.get("date")),
            ]
            found.append((_("Decision named on the list"), ", ".join(parts)))
        code = batch.reading.get("commune_code")
        if code and code != batch.area.code:
            there = Area.objects.filter(code=code).first()
            found.append((_("Commune named on the list"), there.full_name if there else str(code)))
        found += [
            (_("Note"), str(LIST_FLAGS[flag]))
            for flag in batch.reading.get("flags", ())
            if flag in LIST_FLAGS
        ]
        return found

    def questions(self, batch: ImportBatch) -> list[Question]:
        """Hamlets, enterprises and organisations; blank duties and positions; capitals; who is missing."""
        groups = batch.groups.order_by("number").values_list("parsed", flat=True)
        asked = Places(batch).questions(groups)
        rows = list(batch.rows.filter(is_left_out=False).values_list("parsed", "issues"))
        asked += Organisations(batch).questions(
            Counter(organisation_key(parsed.get("position_text") or "") for parsed, _marks in rows)
        )
        asked += questions_of_blanks(batch, rows)
        return asked

    def missing(self, batch: ImportBatch) -> list[str]:
        """Members of the teams named who are not on the list."""
        return names_of(missing_people(batch))

    def removes_missing(self, batch: ImportBatch) -> bool:
        """Whether the official said that the list is complete."""
        return bool(options_of(batch)["remove_missing"])

    def next_steps(self, batch: ImportBatch) -> Sequence[tuple[Any, str]]:
        """The decision on what was written, with number and date as the list states them."""
        query = urlencode({"issuer": batch.area_id, "list": batch.pk})
        return ((_("Next: draw up the decision"), f"{reverse('teams:decision_create')}?{query}"),)

    # Judging and writing --------------------------------------------------------

    def judge(
        self, batch: ImportBatch, groups: Sequence[ImportGroup], rows: Sequence[ImportRow]
    ) -> dict[int, Verdict]:
        """What the rules of composition say of each team, and where it goes."""
        planning = Planning(batch, rows, options_of(batch))
        return planning.verdicts(groups)

    def previews(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[int, RowPreview]:
        """What each row would do."""
        planning = Planning(batch, [row for row in rows if row.group_id], options_of(batch))
        return {row.pk: preview_of(planning, row) for row in rows if row.group_id}

    def prepare(self, batch: ImportBatch, by: Any, rows: Sequence[ImportRow], progress: Progress) -> Any:
        """People and teams worked out, nothing written."""
        planning = Planning(batch, rows, options_of(batch))
        planning.work_out(progress)
        return planning

    def write(self, batch: ImportBatch, by: Any, plan: Any, progress: Progress) -> Iterable[Outcome]:
        """Through the services of the roster."""
        return write_plan(plan, by, progress)


def _said(batch: ImportBatch) -> dict[str, str]:
    """What columns of the file were said to be by hand: key of the column -> field."""
    said: dict[str, str] = batch.mapping.get("chosen", {}).get("columns", {})
    return said


def _match(batch: ImportBatch, rows: Sequence[tuple[dict[str, Any], list[Issue], dict[str, Any]]]) -> None:
    """Find the people of these rows on the commune's register."""
    if not rows:
        return
    places = Places(batch)
    there = teams_there(batch.area, timezone.localdate())
    found: dict[str, tuple[int | None, frozenset[int]]] = {}
    entries = []
    for parsed, issues, group in rows:
        key = repr(group)
        if key not in found:
            target = places.target(group)
            sitting = {person for team in there.get(target.place, ()) for person in team.people}
            found[key] = (target.area.pk if target.area else None, frozenset(sitting))
        entries.append(Entry(parsed, issues, *found[key]))
    find_people(
        entries, known_people(batch.area, [parsed.get("full_name") or "" for parsed, _issues, _group in rows])
    )


def _day_text(day: str | None) -> str:
    """A day of the reading as people write it; blank where the list leaves it blank."""
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else "…"


def _birth(text: str) -> tuple[str | None, list[Issue]]:
    """A typed birth in the form of the review: no more exact than it was typed."""
    birth = parse_birth(text)
    if not text:
        return None, []
    if birth.problem in (BirthProblem.UNREADABLE, BirthProblem.IMPOSSIBLE) or birth.year is None:
        return None, [issue("birth", "birth_unreadable", Mark.LOOK)]
    if birth.precision == "DAY" and birth.date:
        return birth.date.isoformat(), []
    return (f"{birth.date:%Y-%m}" if birth.precision == "MONTH" and birth.date else str(birth.year)), []


def _phone(text: str) -> tuple[str | None, list[Issue]]:
    phone = parse_phone(text)
    if text and not phone.e164:
        return None, [issue("phone", "phone_unreadable", Mark.LOOK)]
    return (display_phone(phone.e164).replace(" ", "") if phone.e164 else None), []
