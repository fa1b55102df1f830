"""Rules on the single members of a team: seats of one person, age, likely duplicates."""

from collections import Counter, defaultdict
from itertools import combinations

from django.utils.translation import gettext_noop as _

from .composition_dates import age_on
from .composition_facts import Finding, PersonFacts, Rules, SeatFacts, TeamFacts, finding, hard
from .enums import MemberCategory, Severity, TeamRole

YOUNGEST, OLDEST = 16, 80
"""Ages between which a member raises no question (BR-10); both ends are inside."""


def br_08_seats_of_a_person(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-08: one person sits in a team once (E); in several teams only leaders and heads are told (W).

    Staff of post, telecom and banks often serve several hamlets: nothing is said of them.
    """
    found = [
        finding(
            "BR-08.twice",
            hard(team),
            _("%(name)s is on the list twice. Keep one of the two entries."),
            {"name": seat.person.name},
            rules,
            seat,
        )
        for seat in _second_seats(team.seats)
    ]
    for seat in team.seats:
        if seat.role == TeamRole.LEADER and seat.person.leads_other_teams:
            text, teams = _("%(name)s already leads %(teams)s."), seat.person.leads_other_teams
            code = "BR-08.leads_several"
        elif seat.category == MemberCategory.HAMLET_HEAD and seat.person.head_in_other_teams:
            text, teams = (
                _("%(name)s already sits as hamlet head in %(teams)s."),
                seat.person.head_in_other_teams,
            )
            code = "BR-08.head_in_several"
        else:
            continue
        params = {"name": seat.person.name, "teams": teams}
        found.append(finding(code, Severity.WARNING, text, params, rules, seat))
    return found


def _second_seats(seats: tuple[SeatFacts, ...]) -> list[SeatFacts]:
    """The later seat of each person who has two."""
    times = Counter(seat.person.id for seat in seats if seat.person.id is not None)
    if len(times) == len(seats):
        return []
    last = {seat.person.id: seat for seat in seats}
    return [last[person] for person, count in times.items() if count > 1]


def br_10_members(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-10: a member under 16 or over 80, or recorded as deceased, is pointed out (W)."""
    found = []
    for seat in team.seats:
        person = seat.person
        if person.is_deceased:
            text, code = _("%(name)s is recorded as deceased. Record the departure."), "BR-10.deceased"
            found.append(finding(code, Severity.WARNING, text, {"name": person.name}, rules, seat))
            continue
        age = age_on(person.birth_date, person.birth_year, team.on)
        if age is not None and not YOUNGEST <= age <= OLDEST:
            text = (
                _("%(name)s is only %(age)s years old. Check the birth date.")
                if age < YOUNGEST
                else _("%(name)s is already %(age)s years old. Check the birth date.")
            )
            code = "BR-10.too_young" if age < YOUNGEST else "BR-10.too_old"
            params = {"name": person.name, "age": age}
            found.append(finding(code, Severity.WARNING, text, params, rules, seat))
    return found


def br_11_duplicates(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-11: two members who are probably one person are pointed out as a pair (W), never merged."""
    by_name: dict[str, list[SeatFacts]] = defaultdict(list)
    for seat in team.seats:
        by_name[seat.person.search_key].append(seat)
    if len(by_name) == len(team.seats):
        return []
    return [
        finding(
            "BR-11.pair",
            Severity.WARNING,
            _("%(name)s is probably on the list twice, as two people. Check the birth year and the phone."),
            {"name": second.person.name},
            rules,
            second,
        )
        for namesakes in by_name.values()
        for first, second in combinations(namesakes, 2)
        if likely_duplicate(first.person, second.person)
    ]


def likely_duplicate(a: PersonFacts, b: PersonFacts) -> bool:
    """BR-11: same name without accents and same phone; or same name, birth year and hamlet.

    What is not known on both sides never counts as equal: namesakes in one hamlet are ordinary.
    Two entries of one id are one person, not a pair.
    """
    if not a.search_key or a.search_key != b.search_key or (a.id is not None and a.id == b.id):
        return False
    if a.phone and a.phone == b.phone:
        return True
    year = _birth_year(a)
    return (
        year is not None and year == _birth_year(b) and a.residence is not None and a.residence == b.residence
    )


def _birth_year(person: PersonFacts) -> int | None:
    return person.birth_date.year if person.birth_date else person.birth_year
