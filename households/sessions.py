"""Sessions: a class, a support point, a meeting; with who was there, and a visit for each household ticked (F10)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.models import Area
from common.services import service
from households.enums import Outcome, SkillResult, VisitMode
from households.models import Session, SessionAttachment, Topic
from households.outreach import log_visits
from households.reach import check_may_write, teams_to_write_for
from households.visit_data import TopicDone, VisitData
from teams.line_ups import save_as
from teams.models import Membership, Person, Team
from teams.scans import store_paper
from vietnamese.text import clean

FIELDS = ("kind", "title", "starts_at", "ends_at", "place", "trainers", "attendees_total", "attendees_female")
MOST_HOMES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionData:
    """A session as it is typed; `homes` are the households ticked on the list of the hamlet."""

    client_uuid: UUID
    teams: Sequence[Team]
    area: Area
    kind: str
    title: str
    starts_at: datetime
    attendees_total: int
    ends_at: datetime | None = None
    place: str = ""
    trainers: str = ""
    attendees_female: int | None = None
    is_planned: bool = False
    note: str = ""
    topics: Sequence[Topic] = field(default=())
    members: Sequence[Person] = field(default=())
    homes: Sequence[int] = field(default=())


@service
def hold_session(*, by: User, data: SessionData) -> Session:
    """Store a session and the visits that it made; sending it twice stores it once."""
    stored = Session.objects.filter(client_uuid=data.client_uuid).first()
    if stored is not None:
        check_may_write(by, stored)
        return stored
    return _store(by, Session(client_uuid=data.client_uuid), data)


@service
def change_session(*, by: User, session: Session, data: SessionData) -> Session:
    """Correct a session; households ticked since are added, visits on record stay (correct those one by one)."""
    row = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    check_may_write(by, row)
    return _store(by, row, data)


@service
def attach_sheet(*, by: User, session: Session, upload: Any, note: str = "") -> SessionAttachment:
    """Keep a signed attendance sheet: PDF or JPG, judged by its content."""
    check_may_write(by, session)
    paper = SessionAttachment(session=session, note=clean(note)[:300])
    store_paper(by, paper, upload)
    return paper


def members_on(teams: Sequence[Team], day: date) -> list[Person]:
    """Who sat in one of the teams on the day."""
    sits = Membership.objects.on_date(day).filter(team__in=list(teams))  # type: ignore[attr-defined] # our queryset
    return list(Person.objects.filter(pk__in=sits.values("person")).order_by("sort_key", "pk"))


def _store(by: User, row: Session, data: SessionData) -> Session:
    _check(by, data)
    for name in (*FIELDS, "area", "is_planned", "note"):
        value = getattr(data, name)
        setattr(row, name, clean(value) if isinstance(value, str) else value)
    row.full_clean(exclude=["area"])
    save_as(row, by)
    _set_lists(row, data)
    _log_homes(by, row, data)
    return row


def _set_lists(row: Session, data: SessionData) -> None:
    """Teams, topics and members, as one change in the history."""
    wanted = {name: {one.pk for one in getattr(data, name)} for name in ("teams", "topics", "members")}
    changed = [
        name for name, ids in wanted.items() if ids != set(getattr(row, name).values_list("pk", flat=True))
    ]
    for name in changed:
        if name != changed[-1]:
            row.skip_history_when_saving = True  # type: ignore[attr-defined] # read by the history
        getattr(row, name).set(wanted[name])
        row.__dict__.pop("skip_history_when_saving", None)


def _check(by: User, data: SessionData) -> None:
    if not data.teams:
        raise ValidationError({"teams": ValidationError(_("Choose the team that held it."), code="team")})
    mine = {team.pk for team in teams_to_write_for(by)}
    if not {team.pk for team in data.teams} <= mine:
        raise PermissionDenied(_("You may look at this, but not change it."))
    if data.starts_at > timezone.now():
        text = _("The session is still to come. Enter it when it has been held (BR-34).")
        raise ValidationError({"starts_at": ValidationError(text, code="BR-34")})
    day = timezone.localtime(data.starts_at).date()
    sat = {person.pk for person in members_on(data.teams, day)}
    others = [person.full_name for person in data.members if person.pk not in sat]
    if others:
        text = _("Not in the team on %(day)s: %(names)s. Tick only who was a member that day (BR-34).")
        words = {"day": f"{day:%d/%m/%Y}", "names": ", ".join(others)}
        raise ValidationError({"members": ValidationError(text, code="BR-34", params=words)})


def _log_homes(by: User, row: Session, data: SessionData) -> None:
    """One visit a household, made at the session by the first team; ticked twice it is one visit (F10)."""
    if not data.homes:
        return
    if len(data.homes) > MOST_HOMES:
        text = _("Tick at most %(most)s households at once.")
        raise ValidationError({"homes": ValidationError(text, code="many", params={"most": MOST_HOMES})})
    visits = [_visit(row, data, home) for home in dict.fromkeys(data.homes)]
    refused = [result for result in log_visits(by=by, visits=visits) if result.errors]
    if refused:
        sentences = dict.fromkeys(text for result in refused for text in result.sentences)
        raise ValidationError({"homes": [ValidationError(text, code="BR-34") for text in sentences]})


def _visit(row: Session, data: SessionData, home: int) -> VisitData:
    return VisitData(
        client_uuid=uuid5(row.client_uuid, str(home)),
        team_id=data.teams[0].pk,
        visited_on=timezone.localtime(data.starts_at).date(),
        outcome=Outcome.DONE,
        member_ids=tuple(person.pk for person in data.members),
        household_id=home,
        topics=tuple(TopicDone(topic.pk, SkillResult.INTRODUCED) for topic in data.topics),
        people_reached=1,
        mode=VisitMode.AT_POINT,
        session_id=row.pk,
    )
