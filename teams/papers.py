"""Lists of a commune for paper and workbook: roster, list for display, sign-in sheet (domain/documents, section 5)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from areas.models import Area
from common import workbooks
from common.paper import Column, Section
from teams.enums import DecisionStatus
from teams.member_lines import MemberLine, Words, line_of, read_seats, roman
from teams.models import Decision, Membership, PrintedList, Team
from teams.wording import full_name

ROSTER, DISPLAY = "roster", "display"
BLANK_ROWS = 20
"""Lines for people who come without being on the list."""


@dataclass(frozen=True)
class PaperList:
    """A list in words: head lines, columns, sections, last line."""

    title: str
    lines: list[str]
    columns: list[Column]
    sections: list[Section]
    total: str


@dataclass(frozen=True)
class Meeting:
    """What is known of a session beforehand; blank lines stand for the rest."""

    title: str = ""
    place: str = ""
    when: str = ""
    trainers: str = ""


def teams_at_work(commune: Area, on: date) -> list[Team]:
    """The teams of a commune that work on a day, by hamlet."""
    teams: Any = Team.objects.filter(area__path__startswith=commune.path)
    return list(teams.with_status_on(on).select_related("area").order_by("area__sort_key", "pk"))


def members_of(user: Any, teams: Sequence[Team], on: date) -> dict[int, list[MemberLine]]:
    """Who sits in these teams on a day, by team, in words; one query."""
    sitting: Any = Membership.objects.filter(team__in=[team.pk for team in teams])
    seats, words = read_seats(user, sitting.on_date(on).annotate(order=F("seat")), "team_id"), Words()
    return {team.pk: [line_of(seat, words) for seat in seats[team.pk]] for team in teams}


def commune_list(user: Any, commune: Area, on: date, kind: str) -> PaperList:
    """Roster or list for display of all teams at work in a commune; a constant number of queries."""
    with override("vi"):
        teams = teams_at_work(commune, on)
        members = members_of(user, teams, on)
        write = _roster_row if kind == ROSTER else _display_row
        sections = [
            Section(
                f"{roman(number)}. {full_name(team.name)}",
                [write(no, line) for no, line in enumerate(members[team.pk], start=1)],
            )
            for number, team in enumerate(teams, start=1)
        ]
        count = sum(len(section.rows) for section in sections)
        return PaperList(
            title=_title(kind, commune),
            lines=[_("as of %(day)s") % {"day": f"{on:%d/%m/%Y}"}],
            columns=_columns(kind),
            sections=sections,
            total=_("Total: %(teams)s teams, %(members)s members") % {"teams": len(teams), "members": count},
        )


def _title(kind: str, commune: Area) -> str:
    words = {
        ROSTER: _("Roster of the Community Digital Technology Teams of %(unit)s"),
        DISPLAY: _("Community Digital Technology Teams of %(unit)s: whom to ask"),
    }
    return words[kind] % {"unit": commune.full_name}


def _columns(kind: str) -> list[Column]:
    columns = [
        Column(_("No."), 10, is_centred=True),
        Column(_("Full name"), 48),
        Column(_("Duty in the team"), 26),
    ]
    post = [Column(_("Post, organisation"), 52)] if kind == ROSTER else []
    return [*columns, *post, Column(_("Phone"), 29, is_centred=True)]


def _roster_row(number: int, line: MemberLine) -> tuple[str, ...]:
    return str(number), line.name, line.role, line.post, line.phone or line.masked_phone


def _display_row(number: int, line: MemberLine) -> tuple[str, ...]:
    return str(number), line.name, line.role, line.masked_phone


def sign_in_sheet(user: Any, team: Team, meeting: Meeting) -> PaperList:
    """A sheet for one session: the team's members, then blank lines for whoever comes."""
    with override("vi"):
        members = members_of(user, [team], timezone.localdate())[team.pk]
        rows = [
            (str(no), line.name, team.area.full_name, "", "", "") for no, line in enumerate(members, start=1)
        ]
        blank = [(str(no), "", "", "", "", "") for no in range(len(rows) + 1, len(rows) + BLANK_ROWS + 1)]
        return PaperList(
            title=_("Sign-in sheet"),
            lines=_meeting_lines(team, meeting),
            columns=[
                Column(_("No."), 12, is_centred=True),
                Column(_("Full name"), 46),
                Column(_("Hamlet, self-managed group"), 32),
                Column(_("Phone (not required)"), 26),
                Column(_("What was shown"), 34),
                Column(_("Signature"), 24),
            ],
            sections=[Section("", [*rows, *blank])],
            total=_("Present: ........ people, of whom women: ........"),
        )


def _meeting_lines(team: Team, meeting: Meeting) -> list[str]:
    dots = "." * 40
    return [
        _("Team: %(team)s") % {"team": full_name(team.name)},
        _("Session: %(title)s") % {"title": meeting.title or dots},
        _("Place: %(place)s") % {"place": meeting.place or dots},
        _("Day and hour: %(when)s") % {"when": meeting.when or dots},
        _("Trainers: %(trainers)s") % {"trainers": meeting.trainers or dots},
        _("These particulars are used only to show that the session took place."),
    ]


def as_workbook(paper: PaperList) -> bytes:
    """The list as .xlsx."""
    columns = [
        workbooks.Column(
            label=column.label, kind=_kind(number), width=column.share * 0.55, group=column.group
        )
        for number, column in enumerate(paper.columns)
    ]
    return workbooks.write_table(
        title=paper.title,
        head_lines=paper.lines,
        columns=columns,
        rows=_lines(paper.sections),
        notes=[paper.total],
    )


def _kind(number: int) -> str:
    return "int" if number == 0 else "text"


def _lines(sections: Sequence[Section]) -> Any:
    for section in sections:
        if section.title:
            yield workbooks.Section(section.title)
        for row in section.rows:
            yield [int(row[0]), *row[1:]]


def fingerprint(commune: Area, on: date) -> str:
    """Tells whether the list of a commune is still the same: who sits where with which duty; one query."""
    rows: Any = Membership.objects.filter(team__area__path__startswith=commune.path)
    seats = rows.on_date(on).order_by("team", "seat").values_list("team", "seat", "person", "role")
    return hashlib.sha256(repr(list(seats)).encode()).hexdigest()


def printed(user: Any, commune: Area, on: date) -> PrintedList:
    """Notes that a roster was printed, for its QR code."""
    return PrintedList.objects.create(
        area=commune, printed_by=user, as_of=on, fingerprint=fingerprint(commune, on)
    )


@dataclass(frozen=True)
class Checked:
    """What the public page says of a paper: number, date, status, and nothing about anybody."""

    number: str
    on: date | None
    is_in_force: bool
    is_pending: bool = False


def check_decision(decision: Decision) -> Checked:
    """A decision: in force, not in force any more, or not yet issued."""
    on, today = decision.effective_on, timezone.localdate()
    issued, revoked = (
        decision.status == status for status in (DecisionStatus.ISSUED, DecisionStatus.REVOKED)
    )
    pending = decision.status == DecisionStatus.DRAFT or (issued and on is not None and on > today)
    number = f"{decision.number}/{decision.symbol}" if decision.number and (issued or revoked) else ""
    return Checked(number, decision.issued_on if number else None, issued and not pending, pending)


def check_list(paper: PrintedList) -> Checked:
    """A roster: it holds as long as nobody came, left or changed duty since."""
    same = fingerprint(paper.area, timezone.localdate()) == paper.fingerprint
    return Checked(str(paper), timezone.localtime(paper.printed_at).date(), same)
