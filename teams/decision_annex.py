"""The annex of a decision: every team with its members; of an amendment only what changes (BR-21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from common.paper import Column, Section
from teams.conflicts import conflicts
from teams.decision_changes import changes_made
from teams.enums import DecisionAction, DecisionStatus, ItemStatus
from teams.member_lines import MemberLine, Words, line_of, read_seats, roman
from teams.models import Decision, DecisionItem, LineUpEntry, Membership
from teams.timeline_changes import DayChange
from teams.wording import full_name


@dataclass(frozen=True)
class TeamLines:
    """One team of a decision: its members as they will stand, or the changes, in words."""

    item: DecisionItem
    number: str
    members: list[MemberLine]
    former: Decision | None

    @property
    def name(self) -> str:
        """The team's name without the short form that lists use."""
        return full_name(self.item.team.name)

    @property
    def title(self) -> str:
        """The line that begins the team's part of the annex."""
        return f"{self.number}. {self.name}"

    @property
    def former_words(self) -> str:
        """The decision that this one changes, replaces or ends."""
        return cited(self.former) if self.former else ""


def items_on_paper(decision: Decision) -> list[DecisionItem]:
    """The items of a decision in the order of its articles and hamlets."""
    items = decision.items.select_related("team__area", "decision", "base").order_by(
        "team__area__sort_key", "pk"
    )
    order = list(DecisionAction)
    return sorted(items, key=lambda item: order.index(DecisionAction(item.action)))


def annex_of(user: Any, decision: Decision, on: date) -> list[TeamLines]:
    """All teams of the decision with their lines; a constant number of queries."""
    items = items_on_paper(decision)
    entries = LineUpEntry.objects.filter(item__decision=decision).annotate(order=F("order_no"))
    seats, words = read_seats(user, entries, "item_id"), Words()
    lines = {item.pk: [line_of(seat, words) for seat in seats[item.pk]] for item in items}
    amended = [item for item in items if item.action == DecisionAction.AMEND]
    if amended:
        lines |= _changed_lines(user, decision, amended, lines, on)
    former = _former_decisions(decision, items)
    return [
        TeamLines(item, roman(number), lines[item.pk], former.get(item.pk))
        for number, item in enumerate(items, start=1)
    ]


def _changed_lines(
    user: Any, decision: Decision, items: Sequence[DecisionItem], whole: dict[int, list[MemberLine]], on: date
) -> dict[int, list[MemberLine]]:
    """Of each amended team: who joins, whose duty changes, who leaves, each with a word about it."""
    sitting: Any = Membership.objects.filter(team__in=[item.team_id for item in items])
    before = read_seats(user, sitting.on_date(on - timedelta(1)).annotate(order=F("seat")), "team_id")
    changes, words = _changes(decision, items, on), Words()
    found: dict[int, list[MemberLine]] = {}
    for item in items:
        change = next((day for day in changes[item.pk] if day.joined or day.changed or day.left), None)
        if change is None:
            found[item.pk] = []
            continue
        marks = dict.fromkeys(change.joined, _("joins")) | dict.fromkeys(change.changed, _("new duty"))
        lines = [_marked(line, marks[line.person]) for line in whole[item.pk] if line.person in marks]
        former = [line_of(seat, words) for seat in before[item.team_id]]
        found[item.pk] = lines + [_marked(line, _("leaves")) for line in former if line.person in change.left]
    return found


def _changes(decision: Decision, items: Sequence[DecisionItem], on: date) -> dict[int, list[DayChange]]:
    if decision.status != DecisionStatus.DRAFT:
        return changes_made([item for item in items if item.status == ItemStatus.IN_FORCE]) | {
            item.pk: [] for item in items if item.status != ItemStatus.IN_FORCE
        }
    stand_in = Decision(issuer=decision.issuer, issued_on=decision.issued_on or on, effective_on=on)
    return {one.item.pk: one.changes for one in conflicts(stand_in, items=items)[1:] if one.item}


def _marked(line: MemberLine, mark: str) -> MemberLine:
    return line._replace(note="; ".join(filter(None, (mark, line.note))))


def _former_decisions(decision: Decision, items: Sequence[DecisionItem]) -> dict[int, Decision]:
    """What each item changes, replaces or ends: the team's decision in force before; of a dissolution its founding."""
    rows = DecisionItem.objects.filter(
        team__in=[item.team_id for item in items], status=ItemStatus.IN_FORCE, decision__isnull=False
    )
    rows = rows.exclude(decision=decision).select_related("decision").order_by("decision__effective_on", "pk")
    earlier: dict[int, list[DecisionItem]] = {}
    for row in rows:
        if decision.effective_on is None or row.decision.effective_on <= decision.effective_on:  # type: ignore[union-attr] # filtered
            earlier.setdefault(row.team_id, []).append(row)
    found = {}
    for item in items:
        of_team = earlier.get(item.team_id, [])
        if item.action == DecisionAction.DISSOLVE:
            of_team = [row for row in of_team if row.action == DecisionAction.ESTABLISH] or of_team
        if of_team and of_team[-1].decision:
            found[item.pk] = of_team[-1].decision
    return found


def phones_not_printed(decision: Decision) -> int:
    """How many members have a phone that the annex leaves out, because they have not agreed to its being printed."""
    entries = LineUpEntry.objects.filter(item__decision=decision, person__can_share_phone=False)
    return entries.filter(person__phone__gt="").values("person").distinct().count()


def annex_columns(with_phones: bool) -> list[Column]:
    """The columns of report R3 (domain/documents, section 4)."""
    birth = _("Year of birth")
    columns = [
        Column(_("No."), 11, is_centred=True),
        Column(_("Full name"), 46),
        Column(_("Men"), 15, birth, is_centred=True),
        Column(_("Women"), 15, birth, is_centred=True),
        Column(_("Post, organisation"), 58),
        Column(_("Duty in the team"), 30),
    ]
    phone = [Column(_("Phone"), 29, is_centred=True)] if with_phones else []
    return [*columns, *phone, Column(_("Note"), 30)]


def annex_sections(teams: Sequence[TeamLines], with_phones: bool) -> list[Section]:
    """The rows of the annex, team by team."""
    return [Section(_title(team), list(_rows(team.members, with_phones))) for team in teams]


def _title(team: TeamLines) -> str:
    if team.item.action == DecisionAction.DISSOLVE and team.former:
        return _("%(title)s (set up by decision no. %(decision)s)") % {
            "title": team.title,
            "decision": cited(team.former),
        }
    return team.title


def _rows(members: Sequence[MemberLine], with_phones: bool) -> Any:
    for number, line in enumerate(members, start=1):
        phone = (line.phone,) if with_phones else ()
        yield (
            str(number),
            line.name,
            line.man,
            line.woman,
            line.post,
            line.role,
            *phone,
            line.note,
        )


def cited(decision: Decision) -> str:
    """Number and date of a decision as another one cites it: 45/QĐ-UBND ngày 10/8/2022."""
    if decision.issued_on is None:
        return decision.title
    on = decision.issued_on
    return _("%(number)s of %(day)s") % {
        "number": decision.title,
        "day": f"{on:%d}/{on.month}/{on.year}",
    }
