"""Drawing up teams: setting up a draft, and writing the line-up and areas of its open item.

The proposal is a decision item of its own; nothing here touches the line-up in force.
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import ids_of
from common.services import as_validation_error, broken_constraint, check_may, service
from teams.composition import Finding, blocking, findings
from teams.enums import DecisionAction, ItemStatus, TeamLevel, TeamStatus
from teams.findings import draft_facts, stored_line_up
from teams.line_ups import (
    EntryData,
    delete_each,
    save_as,
    seats_for,
    team_is_full,
    write_areas,
    write_entries,
)
from teams.models import Decision, DecisionItem, EnterpriseProfile, LineUpEntry, Person, Team, TeamCounter
from teams.rebuild import rebuild_team
from teams.seats import REGULAR_SEATS

__all__ = [
    "EntryData",
    "add_entry",
    "create_team",
    "delete_draft",
    "open_item",
    "remove_entry",
    "rename_team",
    "save_line_up",
    "set_areas",
]

MAY_EDIT = ("team.edit", "team.manage")


@service
def create_team(
    *,
    by: User,
    level: str,
    areas: Sequence[Area],
    primary: Area,
    name: str = "",
    enterprise: EnterpriseProfile | None = None,
    note: str = "",
) -> Team:
    """A draft team with its open item ESTABLISH; its code is never given again (data dictionary, Team)."""
    for area in areas:
        check_may(by, area.path, *MAY_EDIT)
    check_areas(level, areas, primary)
    check_enterprise(level, enterprise, primary)
    team = Team(
        code=_next_code(commune_of(primary)),
        name=name.strip() or default_name(primary, enterprise),
        level=level,
        area=primary,
        enterprise=enterprise,
        note=note,
    )
    team.full_clean(exclude=["area", "enterprise", "search_key"])
    save_as(team, by)
    item = save_as(DecisionItem(team=team, action=DecisionAction.ESTABLISH, prepared_by=by), by)
    write_areas(item, areas, primary, by)
    return team


@service
def save_line_up(
    *, by: User, item: DecisionItem, entries: Sequence[EntryData], lock: int | None = None
) -> DecisionItem:
    """Replace the whole line-up of an open item; who stays keeps the seat.

    Refused: what no draft may break (BR-01, 03, 04, 08, a second leader), and a list that somebody else
    changed since `lock` was read (code "stale").
    """
    item = open_item(by, item, lock)
    _check_hard_rules(item, entries)
    seats = seats_for(entries, dict(item.entries.values_list("person_id", "seat")))
    write_entries(item, entries, seats, by)
    return touched(item, by)


@service
def add_entry(*, by: User, item: DecisionItem, entry: EntryData) -> LineUpEntry:
    """One more person on the lowest free seat; when others are writing at the same moment, on another one."""
    item = open_item(by, item)
    return _on_free_seat(item, entry, by)


def _on_free_seat(item: DecisionItem, entry: EntryData, by: User) -> LineUpEntry:
    for _attempt in range(REGULAR_SEATS + 1):
        line_up = stored_line_up(item)
        _check_room(line_up, entry)
        _check_hard_rules(item, [*line_up, entry])
        seats = seats_for([*line_up, entry], dict(item.entries.values_list("person_id", "seat")))
        row = LineUpEntry(
            item=item, person=entry.person, seat=seats[entry.person.pk], **_fields(entry, len(line_up))
        )
        try:
            with transaction.atomic():
                save_as(row, by)
        except IntegrityError as error:
            if broken_constraint(error) != "entry_seat_once":
                raise as_validation_error(error) from error
            continue
        touched(item, by)
        return row
    raise team_is_full(REGULAR_SEATS + 1)


def _fields(entry: EntryData, after: int) -> dict[str, object]:
    return {
        "role": entry.role,
        "category": entry.category,
        "organisation": entry.organisation,
        "title_text": entry.title_text,
        "order_no": entry.order_no or after + 1,
    }


@service
def remove_entry(*, by: User, item: DecisionItem, person: Person) -> DecisionItem:
    """Take a person off the line-up of an open item; the seat is free again."""
    item = open_item(by, item)
    delete_each(item.entries.filter(person=person), by)
    return touched(item, by)


@service
def set_areas(
    *, by: User, item: DecisionItem, areas: Sequence[Area], primary: Area, lock: int | None = None
) -> DecisionItem:
    """The areas that the item gives the team; a draft team moves with its primary area."""
    item = open_item(by, item, lock)
    for area in areas:
        check_may(by, area.path, *MAY_EDIT)
    check_areas(item.team.level, areas, primary)
    write_areas(item, areas, primary, by)
    _check_hard_rules(item, stored_line_up(item))
    rebuild_team(item.team, by=by)
    return touched(item, by)


@service
def delete_draft(*, by: User, team: Team) -> None:
    """Delete a team that never was in force, with all that was drawn up for it."""
    team = Team.objects.select_for_update().get(pk=team.pk)
    check_may(by, team.area.path, *MAY_EDIT)
    items = list(team.items.order_by("pk"))
    if team.status != TeamStatus.DRAFT or any(item.status != ItemStatus.PROPOSED for item in items):
        raise ValidationError(
            _("%(team)s has been decided on and stays in the register. Dissolve it by a decision instead."),
            code="not_a_draft",
            params={"team": team.name},
        )
    for item in items:
        delete_item(item, by)
    delete_each(team.rule_exceptions.order_by("pk"), by)
    delete_each([team], by)


@service
def rename_team(*, by: User, team: Team, name: str) -> Team:
    """Give the team another name; its code stays."""
    check_may(by, team.area.path, *MAY_EDIT)
    team.name = name
    team.full_clean(exclude=["area", "enterprise", "search_key"])
    save_as(team, by)
    return team


def delete_item(item: DecisionItem, by: User) -> None:
    """Delete a proposal with its line-up and areas, each in the history."""
    delete_each(item.entries.order_by("pk"), by)
    delete_each(item.item_areas.order_by("pk"), by)
    delete_each([item], by)


# An open item, and who changed it meanwhile.


def open_item(by: User, item: DecisionItem, lock: int | None = None) -> DecisionItem:
    """The item as it is now, its team locked for this transaction; refused when no proposal any more."""
    team = Team.objects.select_for_update(of=("self",)).select_related("area").get(pk=item.team_id)
    check_may(by, team.area.path, *MAY_EDIT)
    stored = DecisionItem.objects.select_related("decision").filter(pk=item.pk).first()
    if stored is None:
        raise ValidationError(
            _("This proposal has been discarded meanwhile. Load the page again."), code="stale"
        )
    stored.team = team
    if stored.status != ItemStatus.PROPOSED:
        raise ValidationError(
            _("This list was decided on and is fixed (BR-23). Draw up an amendment instead."), code="BR-23"
        )
    if lock is not None and lock != stored.lock:
        raise stale(stored)
    return stored


def stale(row: DecisionItem | Decision) -> ValidationError:
    """Somebody else saved since the form was opened: who, and when."""
    latest = row.history.select_related("history_user").order_by("-history_date", "-history_id").first()
    who = latest.history_user if latest else None
    return ValidationError(
        _(
            "%(who)s changed this at %(at)s, after you had opened it. Nothing was saved: "
            "look at the new state and enter your changes again."
        ),
        code="stale",
        params={
            "who": who or _("Somebody else"),
            "at": _moment(latest.history_date if latest else row.updated_at),
        },
    )


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "H:i d/m/Y")


def touched(item: DecisionItem, by: User) -> DecisionItem:
    """The item with its next lock number, so that forms opened before are seen to be stale."""
    item.lock += 1
    save_as(item, by)
    return item


# Rules that hold in every draft.


def refuse(found: Sequence[Finding]) -> None:
    """Raise the findings that refuse a saving, each with its rule; nothing when there are none."""
    if errors := blocking(list(found)):
        raise ValidationError([ValidationError(one.text, code=one.rule) for one in errors])


def _check_room(line_up: Sequence[EntryData], entry: EntryData) -> None:
    """An eleventh regular member is refused before anything else is read: many may ask at the same moment."""
    regular = sum(not other.is_supplementary for other in [*line_up, entry])
    if regular > REGULAR_SEATS and not entry.is_supplementary:
        raise team_is_full(regular)


def _check_hard_rules(item: DecisionItem, entries: Sequence[EntryData]) -> None:
    regular = sum(not entry.is_supplementary for entry in entries)
    team, rules = draft_facts(item, entries)
    refuse(findings(team, rules))
    if regular > REGULAR_SEATS:
        raise team_is_full(regular)


def check_areas(level: str, areas: Sequence[Area], primary: Area) -> None:
    """BR-01: hamlets of one commune with one primary; teams of other kinds have their one commune."""
    if primary.pk not in {area.pk for area in areas}:
        raise ValidationError(_("Choose the primary hamlet of the team (BR-01)."), code="BR-01")
    if level != TeamLevel.HAMLET:
        if len(areas) != 1 or primary.level != AreaLevel.COMMUNE:
            raise ValidationError(_("A team of this kind belongs to exactly one commune."), code="BR-01")
        return
    for area in areas:
        if area.level != AreaLevel.HAMLET:
            raise ValidationError(
                _("%(area)s is no hamlet. Choose hamlets or quarters (BR-01)."),
                code="BR-01",
                params={"area": area.full_name},
            )
        if area.parent_id != primary.parent_id:
            raise ValidationError(
                _(
                    "%(area)s lies in another commune than %(primary)s. "
                    "A team covers hamlets of one commune only (BR-01)."
                ),
                code="BR-01",
                params={"area": area.full_name, "primary": primary.full_name},
            )


def check_enterprise(level: str, enterprise: EnterpriseProfile | None, primary: Area) -> None:
    """BR-13: an enterprise team, and no other, names one enterprise, whose site lies in the commune."""
    if (level == TeamLevel.ENTERPRISE) is (enterprise is None):
        raise ValidationError(
            _("An enterprise team names exactly one enterprise; other teams name none (BR-13)."), code="BR-13"
        )
    if enterprise is not None and not enterprise.area.path.startswith(primary.path):
        raise ValidationError(
            _("The site of %(enterprise)s lies outside %(commune)s. Choose the commune of the site (BR-13)."),
            code="BR-13",
            params={"enterprise": str(enterprise), "commune": primary.full_name},
        )


# Names and codes.


def default_name(primary: Area, enterprise: EnterpriseProfile | None = None) -> str:
    """ "Tổ CNSCĐ ấp Minh Thành": a name is a fact on paper, Vietnamese whatever the language of the page."""
    with override("vi"):
        place = f"{primary.get_kind_display().lower()} {primary.name}"  # type: ignore[attr-defined] # made by Django from the choices
    return f"Tổ CNSCĐ {enterprise.organisation.name if enterprise else place}"[:200]


def commune_of(area: Area) -> Area:
    """The commune of a hamlet, or the commune itself."""
    return area if area.level == AreaLevel.COMMUNE else Area.objects.get(pk=ids_of(area.path)[-2])


def _next_code(commune: Area) -> str:
    TeamCounter.objects.get_or_create(commune_code=commune.code)
    TeamCounter.objects.filter(commune_code=commune.code).update(last=F("last") + 1)
    last = TeamCounter.objects.get(commune_code=commune.code).last
    return f"T-{commune.code}-{last:03d}"
