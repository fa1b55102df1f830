"""Storing a roster as it was typed: new people and their posts first, then the whole line-up, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.models import Area
from common.services import service
from teams.composition import CheckLine, Finding, Rules, TeamFacts, blocking, checklist, findings
from teams.enums import PositionType, TeamRole
from teams.findings import day_of, draft_facts, musts_first
from teams.line_ups import EntryData
from teams.models import DecisionItem, Organisation, Person, PersonPosition
from teams.people import appoint, save_person
from teams.posts import POSTS_IN_HAMLET
from teams.roster import save_line_up
from teams.seats import LineUpFull, SeatWish, assign_seats
from teams.squares import SeatTaken

ORDER_OF_DUTIES = {str(TeamRole.LEADER): 0, str(TeamRole.DEPUTY): 1}
"""A list begins with the leader and the deputy; the others stand as they were typed."""


@dataclass(frozen=True, slots=True)
class TypedMember:
    """A line of the roster builder, read: a known person or a new one, duty, category, post."""

    key: int
    person: Person
    role: str
    category: str
    organisation: Organisation | None = None
    title_text: str = ""
    post: str = ""
    post_from: date | None = None
    is_supplementary: bool = False

    def entry(self, number: int) -> EntryData:
        """The line as an entry of a line-up."""
        return EntryData(
            self.person,
            self.role,
            self.category,
            self.organisation,
            self.title_text,
            number,
            self.is_supplementary,
        )


class LineRefused(ValidationError):
    """What a service refuses of one line (its key in `row`)."""

    def __init__(self, row: int, error: ValidationError) -> None:
        super().__init__(error.messages, code=getattr(error, "code", None))
        self.row = row


@service
def save_typed_roster(
    *, by: User, item: DecisionItem, members: Sequence[TypedMember], lock: int | None = None
) -> DecisionItem:
    """People, posts and line-up in one transaction. Raises LineRefused for one line, ValidationError for the list."""
    for member in members:
        try:
            _save_member(member, item, by)
        except ValidationError as error:
            raise LineRefused(member.key, error) from error
    _record_posts(members, item, by)
    in_order = sorted(members, key=lambda member: ORDER_OF_DUTIES.get(member.role, len(ORDER_OF_DUTIES)))
    entries = [member.entry(number) for number, member in enumerate(in_order, start=1)]
    return save_line_up(by=by, item=item, entries=entries, lock=lock)


def _save_member(member: TypedMember, item: DecisionItem, by: User) -> None:
    if member.person.pk is None:
        save_person(by=by, person=member.person)


def _record_posts(members: Sequence[TypedMember], item: DecisionItem, by: User) -> None:
    """The posts named in the lines, as far as they are not on record; from the day named, else from the day of effect."""
    named = [member for member in members if member.post]
    if not named:
        return
    since = min(day_of(item), timezone.localdate())
    held = set(
        PersonPosition.objects.on_date(day_of(item))  # type: ignore[attr-defined] # our queryset
        .filter(person__in=[member.person.pk for member in named])
        .values_list("person_id", "position_type", "area_id")
    )
    hamlet = primary_of(item)
    for member in named:
        area = hamlet if member.post in POSTS_IN_HAMLET else None
        if is_held(member.person.pk, member.post, area, held):
            continue
        try:
            appoint(
                by=by,
                person=member.person,
                position_type=member.post,
                area=area,
                organisation=member.organisation,
                title_text=member.title_text,
                valid_from=member.post_from or since,
            )
        except ValidationError as error:
            raise LineRefused(member.key, error) from error
        except PermissionDenied as error:
            text = _(
                "%(name)s is on another register, so the post cannot be recorded here. Leave the post empty."
            )
            refusal = ValidationError(text, code="register", params={"name": member.person.full_name})
            raise LineRefused(member.key, refusal) from error


def is_held(person: int, post: str, area: Area | None, held: set[tuple[int, str, int | None]]) -> bool:
    """Whether the post is on record; a post of a hamlet counts for that hamlet only."""
    if area is not None:
        return (person, post, area.pk) in held
    return any((person, post) == (who, what) for who, what, _where in held)


def primary_of(item: DecisionItem) -> Area | None:
    """The primary area that the item gives the team."""
    link = item.item_areas.filter(is_primary=True).select_related("area").first()
    return link.area if link else None


@dataclass(frozen=True)
class Answer:
    """What the rules say of a typed list: what is open, the musts first; what holds; seats as they would be drawn."""

    open: list[Finding]
    holds: list[CheckLine]
    seats: list[SeatTaken]

    @property
    def blocks(self) -> list[Finding]:
        """What must be put right before the team is activated."""
        return blocking(self.open)


def answer(item: DecisionItem, members: Sequence[TypedMember]) -> Answer:
    """Judge a list while it is being typed, as its decision would; nothing is written."""
    facts, rules = _judged(item, members)
    activation = replace(facts, is_activation=True, has_decision=True)
    return Answer(
        musts_first(findings(activation, rules)),
        [line for line in checklist(activation, rules) if line.holds and line.rule != "BR-17"],
        typed_seats(item, members),
    )


def _judged(item: DecisionItem, members: Sequence[TypedMember]) -> tuple[TeamFacts, Rules]:
    """The facts of the list; a post that is named but not yet recorded counts already."""
    entries = [member.entry(number) for number, member in enumerate(members, start=1)]
    facts, rules = draft_facts(item, entries)
    primary = facts.primary
    seats = tuple(
        replace(seat, person=replace(seat.person, head_of=seat.person.head_of | {primary.id}))
        if primary and member.post == PositionType.HAMLET_HEAD
        else seat
        for seat, member in zip(facts.seats, members, strict=True)
    )
    return replace(facts, seats=seats), rules


def typed_seats(item: DecisionItem, members: Sequence[TypedMember]) -> list[SeatTaken]:
    """Where everybody would sit: who stays keeps the seat, newcomers the lowest free ones."""
    keys = [member.person.pk or -(number + 1) for number, member in enumerate(members)]
    previous = dict(item.entries.values_list("person_id", "seat"))
    wishes = [SeatWish(key, member.is_supplementary) for key, member in zip(keys, members, strict=True)]
    try:
        seats = assign_seats(previous, wishes)
    except LineUpFull:
        seats = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
    return [
        SeatTaken(
            seats[key],
            member.role,
            member.category,
            member.person.full_name,
            member.title_text,
            state="proposed",
        )
        for key, member in zip(keys, members, strict=True)
    ]
