"""Teams that bear a mark of BR-28, asked of the database: the marks of a whole province need not be worked out.

Each condition says in SQL what `teams.composition.quality_flags` says of one team on the day; a test compares
the two. Limits come from the rule set of the team's province.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from areas.paths import in_ranges, path_of, subtree
from teams.composition import QualityFlag, Rules
from teams.composition_dates import first_day_in_time
from teams.enums import ItemStatus, TeamLevel, TeamRole
from teams.findings import quality_of
from teams.marks import MERGED_REASONS
from teams.models import DecisionItem, Membership, RuleSet, Team, TeamPeriod
from teams.querysets import TeamQuerySet
from teams.rules import NO_RULE_SET, rules_of
from teams.seats import REGULAR_SEATS


def marked(teams: TeamQuerySet, flag: str, on: date) -> TeamQuerySet:
    """Of these teams those at work that bear the mark; `on` is today, the day whose status and place they keep."""
    return CONDITIONS[flag](teams.working(), on)


def _sitting(on: date, **narrowed: object) -> QuerySet[Membership]:
    """Members of the team on the day."""
    return Membership.objects.on_date(on).filter(team=OuterRef("pk"), **narrowed)  # type: ignore[attr-defined,no-any-return] # our queryset


def _with_size(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    """Teams with `size`, the number of their members."""
    numbers = _sitting(on).order_by().values("team").annotate(number=Count("pk")).values("number")
    return teams.annotate(size=Coalesce(Subquery(numbers), Value(0)))


NOBODY = Q(pk__in=[])
EVERYBODY = ~NOBODY


def _where_rules(on: date, condition: Callable[[Rules], Q]) -> Q:
    """A condition that depends on the rule set: in each province that has its own, and everywhere else."""
    own = RuleSet.objects.on_date(on)  # type: ignore[attr-defined] # our queryset
    places = {subtree(path_of("", rule_set.province_id)): rules_of(rule_set) for rule_set in own}
    elsewhere = ~in_ranges("area__path", places) if places else EVERYBODY
    found = elsewhere & condition(NO_RULE_SET)
    for place, rules in places.items():
        found |= in_ranges("area__path", [place]) & condition(rules)
    return found


def _no_leader(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    return teams.filter(~Exists(_sitting(on, role=TeamRole.LEADER)))


def _no_deputy(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    """An enterprise team needs none (BR-13)."""
    needed = _where_rules(on, lambda rules: EVERYBODY if rules.deputy_required else NOBODY)
    without = ~Exists(_sitting(on, role=TeamRole.DEPUTY))
    return teams.exclude(level=TeamLevel.ENTERPRISE).filter(needed).filter(without)


def _over_cap(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    """The few teams with anybody above the cap are judged one by one: categories and hamlets weigh (BR-03, BR-04)."""
    above = _where_rules(on, lambda rules: Q(size__gt=rules.cap))
    suspects = _with_size(teams, on).filter(above | Exists(_sitting(on, seat__gt=REGULAR_SEATS)))
    marks = quality_of(Team.objects.filter(pk__in=suspects.order_by().values("pk")), on)
    return teams.filter(pk__in=[team for team, flags in marks.items() if QualityFlag.OVER_CAP in flags])


def _below_minimum(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    return _with_size(teams, on).filter(_where_rules(on, lambda rules: Q(size__lt=rules.min_members)))


def _no_leader_phone(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    return teams.filter(Exists(_sitting(on, role=TeamRole.LEADER, person__phone="")))


def _decided(first: date | None, last: date) -> Exists:
    """Whether a decision took effect, or a list was confirmed, from the first day (or ever) to the last."""
    days = {"lte": last} | ({"gte": first} if first else {})
    effective = Q(**{f"decision__effective_on__{name}": day for name, day in days.items()})
    confirmed = Q(**{f"confirmed_on__{name}": day for name, day in days.items()})
    ruling = DecisionItem.objects.filter(team=OuterRef("pk"), status=ItemStatus.IN_FORCE)
    return Exists(ruling.filter(effective | confirmed))


def _no_decision(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    return teams.filter(~_decided(None, on))


def _area_merged(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    periods = TeamPeriod.objects.on_date(on).filter(team=OuterRef("pk"), reason__in=MERGED_REASONS)  # type: ignore[attr-defined] # our queryset
    return teams.filter(Exists(periods))


def _old_list(teams: TeamQuerySet, on: date) -> TeamQuerySet:
    """Decided or checked at some time, but not in the last twelve calendar months."""
    first = first_day_in_time(on)
    ever = Q(checked_on__lte=on) | Q(_decided(None, on))
    lately = Q(checked_on__gte=first, checked_on__lte=on) | Q(_decided(first, on))
    return teams.filter(ever).exclude(lately)


CONDITIONS: dict[str, Callable[[TeamQuerySet, date], TeamQuerySet]] = {
    QualityFlag.NO_LEADER: _no_leader,
    QualityFlag.NO_DEPUTY: _no_deputy,
    QualityFlag.OVER_CAP: _over_cap,
    QualityFlag.BELOW_MINIMUM: _below_minimum,
    QualityFlag.NO_LEADER_PHONE: _no_leader_phone,
    QualityFlag.NO_DECISION: _no_decision,
    QualityFlag.AREA_MERGED: _area_merged,
    QualityFlag.OLD_LIST: _old_list,
}
