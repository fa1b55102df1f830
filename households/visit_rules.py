"""Whether a visit can be kept: BR-34, BR-37, BR-38, and that everything it names is known. Looks at the ground only."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from households.enums import NAMELESS_STATES, ConsentState, LivingStatus
from households.models import Household, Visit, VisitTopic
from households.visit_data import VisitData
from households.visit_ground import VisitGround

FITTING: tuple[Any, ...] = tuple(
    Visit._meta.get_field(name)
    for name in ("visited_on", "mode", "outcome", "people_reached", "minutes", "note", "device")
)
FITTING_TOPIC: tuple[Any, ...] = tuple(
    VisitTopic._meta.get_field(name) for name in ("result", "people_count")
)


def refusal(text: Any, code: str, **words: Any) -> ValidationError:
    """A sentence with the rule that it speaks of."""
    return ValidationError(text, code=code, params=words)


def problems(
    data: VisitData, ground: VisitGround, household_before: int | None = None
) -> list[ValidationError]:
    """Why the visit cannot be kept; empty when it can.

    `household_before`: the household of the visit that this one corrects; it may stay named, whatever was answered since.
    """
    if data.team_id not in ground.teams:
        return [refusal(_("This team is not one that you record visits for. Choose your team."), "team")]
    # On a day on which there was no team, nobody sat in it: one sentence says that, not three.
    on_the_day = list(_day(data, ground)) or [
        *_members(data, ground),
        *_place(data, ground, area_of(data, ground)),
    ]
    return [
        *on_the_day,
        *_topics(data, ground),
        *_consent(data, ground, household_before),
    ]


def misfits(row: Visit, data: VisitData, ground: VisitGround) -> list[ValidationError]:
    """Values that do not fit their fields; what was found to fit once is not asked again in the batch."""
    values = [(field, getattr(row, field.attname)) for field in FITTING]
    values += [(field, getattr(done, field.attname)) for done in data.topics for field in FITTING_TOPIC]
    found = []
    for field, value in values:
        if (field, value) in ground.fitting:
            continue
        try:
            field.clean(value, None)
        except ValidationError as error:
            found += error.error_list
        else:
            ground.fitting.add((field, value))
    return found


def area_of(data: VisitData, ground: VisitGround) -> Area | None:
    """The hamlet of the visit: the one named, else where the household or business is today."""
    if data.area_id:
        return ground.areas.get(data.area_id)
    row = ground.households.get(data.household_id or 0) or ground.businesses.get(data.business_id or 0)
    return ground.areas.get(row.area_id) if row else None


def _day(data: VisitData, ground: VisitGround) -> Iterator[ValidationError]:
    """BR-34: not after today in Việt Nam, not before the team, and the team worked that day."""
    team, day = ground.teams[data.team_id], data.visited_on
    first = ground.first_day(data.team_id)
    words = {"day": f"{day:%d/%m/%Y}", "team": team.name}
    if day > ground.today:
        yield refusal(
            _("%(day)s is still to come. Enter the day on which you were there (BR-34)."), "BR-34", **words
        )
    elif first is None:
        yield refusal(_("%(team)s has not begun to work: no decision is in force (BR-34)."), "BR-34", **words)
    elif day < first:
        text = _("%(team)s works since %(first)s; there was no team on %(day)s (BR-34).")
        yield refusal(text, "BR-34", **words, first=f"{first:%d/%m/%Y}")
    elif not ground.is_working(data.team_id, day):
        yield refusal(
            _("%(team)s did not work on %(day)s: it was suspended or dissolved (BR-34)."), "BR-34", **words
        )


def _members(data: VisitData, ground: VisitGround) -> Iterator[ValidationError]:
    """BR-34: at least one member, and each sat in the team that day."""
    if not data.member_ids:
        yield refusal(_("Tick who went: at least one member of the team (BR-34)."), "BR-34")
        return
    others = [pk for pk in data.member_ids if pk not in ground.members_on(data.team_id, data.visited_on)]
    if others:
        names = ", ".join(ground.names.get(pk, str(_("somebody else"))) for pk in others)
        text = _("Not in the team on %(day)s: %(names)s. Tick only who was a member that day (BR-34).")
        yield refusal(text, "BR-34", day=f"{data.visited_on:%d/%m/%Y}", names=names)


def _place(data: VisitData, ground: VisitGround, area: Area | None) -> Iterator[ValidationError]:
    """BR-34: the hamlet is one that the team looked after that day; the household is still on the register."""
    if data.household_id and data.business_id:
        yield refusal(_("A visit is to a household or to a business, not to both."), "place")
    if area is None or not ground.covers(data.team_id, area, data.visited_on):
        text = _("This is not in a hamlet that %(team)s looked after on %(day)s (BR-34). Choose another.")
        team = ground.teams[data.team_id].name
        yield refusal(text, "BR-34", team=team, day=f"{data.visited_on:%d/%m/%Y}")
        return
    row = _named(data, ground)
    if row is None:
        if data.household_id or data.business_id:
            yield refusal(_("This household is not on the register of the hamlet. Choose again."), "place")
    elif row.status == LivingStatus.MERGED:
        yield refusal(
            _("%(name)s was merged with another entry. Choose the entry that was kept."),
            "merged",
            name=row,
        )
    elif row.area_id != area.pk and not _lived_there(row, area):
        text = _("%(name)s is not in %(hamlet)s. Choose the household's own hamlet (BR-34).")
        yield refusal(text, "BR-34", name=row, hamlet=area.full_name)


def _named(data: VisitData, ground: VisitGround) -> Any:
    if data.household_id:
        return ground.households.get(data.household_id)
    return ground.businesses.get(data.business_id) if data.business_id else None


def _lived_there(row: Any, area: Area) -> bool:
    """Whether the household was once in that hamlet: a visit of before its move may still come in."""
    return bool(row.history.filter(area=area).exists())


def _topics(data: VisitData, ground: VisitGround) -> Iterator[ValidationError]:
    """Topics are offered that day and stand once; BR-37: nobody is taught who was not there."""
    if len({done.key for done in data.topics}) < len(data.topics):
        yield refusal(_("Each topic and platform stands once in a visit."), "topic")
    for done in data.topics:
        rows = [ground.topics.get(done.topic_id)]
        if done.platform_id:
            rows.append(ground.platforms.get(done.platform_id))  # type: ignore[arg-type] # both are dated
        if any(row is None or not _offered(row, data) for row in rows):
            yield refusal(_("A topic or platform was not offered on that day. Load the page again."), "topic")
            break
    if data.session_id and data.session_id not in ground.sessions:
        yield refusal(_("This session is not one of your team."), "session")
    most = max((done.people_count for done in data.topics), default=0)
    if data.people_reached < most:
        text = _("%(people)s people guided, but one topic says %(most)s. Enter at least %(most)s (BR-37).")
        yield refusal(text, "BR-37", people=data.people_reached, most=most)


def _offered(row: Any, data: VisitData) -> bool:
    return row.valid_from <= data.visited_on and (row.valid_to is None or data.visited_on < row.valid_to)


def _consent(data: VisitData, ground: VisitGround, household_before: int | None) -> Iterator[ValidationError]:
    """BR-38: nobody is named who refused; a note needs consent."""
    business = ground.businesses.get(data.business_id or 0)
    home = ground.households.get(data.household_id or (business.household_id if business else 0) or 0)
    state = state_after(data, home)
    if home and state in NAMELESS_STATES and not (data.answer or home.pk == household_before):
        text = _(
            "%(name)s does not agree to being noted: the visit is kept without the household."
            " Choose “Without a name” (BR-38)."
        )
        yield refusal(text, "BR-38", name=home)
    if data.note and not (state == ConsentState.GIVEN or (business and home is None)):
        yield refusal(
            _("A note needs the household's consent. Ask for it, or leave the note empty (BR-38)."), "BR-38"
        )


def state_after(data: VisitData, home: Household | None) -> str:
    """What the household has answered, with what it answered at this visit."""
    if data.answer is not None:
        return data.answer.answer
    return str(home.consent_state) if home else ConsentState.UNASKED
