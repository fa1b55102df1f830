"""Reading teams, people, organisations and decisions inside a user's scope and as of a day."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from areas.paths import WIDTH, in_ranges, type_range
from areas.querysets import ScopedQuerySet
from teams.enums import WORKING_STATUSES, DecisionStatus, ItemStatus, TeamLevel

if TYPE_CHECKING:
    from accounts.models import User


def in_force(on: date, start: str = "valid_from", end: str = "valid_to") -> Q:
    """Condition: the half-open period [start, end) holds the day."""
    return Q(**{f"{start}__lte": on}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": on}))


def own_teams(user: "User", capability: str) -> Any:
    """Ids of the teams in which the person with this account is a member today, as a subquery."""
    inside = in_ranges("team__area__path", user.own_team_ranges(capability))
    members = apps.get_model("teams", "Membership").objects.filter(inside, person__user_id=user.pk)
    return members.on_date(timezone.localdate()).values("team_id")


class OwnTeamQuerySet(ScopedQuerySet):
    """Rows of a team: seen in the areas of a scope, and by the members of the team itself."""

    team_lookup = "team_id"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Area scope, or own team today."""
        return super().scope_condition(user, capability) | self.own_team_condition(user, capability)

    def own_team_condition(self, user: "User", capability: str) -> Q:
        """Rows of teams in which the person with this account is a member today."""
        if not user.own_team_ranges(capability):
            return Q(pk__in=[])
        return Q(**{f"{self.team_lookup}__in": own_teams(user, capability)})


class TeamQuerySet(OwnTeamQuerySet):
    """Teams."""

    team_lookup = "pk"

    def with_status_on(self, on: date, statuses: tuple[str, ...] = WORKING_STATUSES) -> Self:
        """Teams that had one of the statuses on the day (default: those that work and count, BR-25)."""
        periods = apps.get_model("teams", "TeamPeriod").objects.filter(
            in_force(on), team=OuterRef("pk"), status__in=statuses
        )
        return self.filter(Exists(periods))

    def working(self) -> Self:
        """Teams that work today."""
        return self.filter(status__in=WORKING_STATUSES)

    def of_hamlets(self) -> Self:
        """Teams of hamlets, the only ones that count in coverage (BR-16)."""
        return self.filter(level=TeamLevel.HAMLET)


class TeamFactQuerySet(OwnTeamQuerySet):
    """Facts recorded about a team: departures, suspensions, exceptions."""

    scope_path = "team__area__path"


class ItemQuerySet(OwnTeamQuerySet):
    """Items of decisions."""

    scope_path = "team__area__path"
    view_capability = "decision.view"

    def open(self) -> Self:
        """Proposals: neither issued, confirmed nor revoked."""
        return self.filter(status=ItemStatus.PROPOSED)

    def ruling(self) -> Self:
        """Items in force (rule 1 of rebuild_team)."""
        return self.filter(status=ItemStatus.IN_FORCE)


class DecisionQuerySet(ScopedQuerySet):
    """Decisions: seen by those whose scope holds the issuing committee, and by members of the teams they name."""

    scope_path = "issuer__path"
    view_capability = "decision.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Area scope, or a decision about the own team."""
        condition = super().scope_condition(user, capability)
        if not user.own_team_ranges(capability):
            return condition
        teams = apps.get_model("teams", "Team").objects.visible_to(user)
        items = apps.get_model("teams", "DecisionItem").objects.filter(
            team__in=teams, decision=OuterRef("pk")
        )
        return condition | (Exists(items) & ~Q(status=DecisionStatus.DRAFT))

    def issued(self) -> Self:
        """Decisions in force or waiting for their day."""
        return self.filter(status=DecisionStatus.ISSUED)


class ScanQuerySet(ScopedQuerySet):
    """Scans of decisions: as visible as their decision."""

    view_capability = "decision.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Scans of the decisions that the user sees."""
        return Q(decision__in=apps.get_model("teams", "Decision").objects.visible_to(user, capability))


class PersonQuerySet(ScopedQuerySet):
    """People: on the register of an area in scope, or in the line-up of a team there."""

    view_capability = "person.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Register area, teams of the area, or the own team."""
        ranges = user.area_ranges(capability)
        # A list of areas that is looked up, not a join: the people are then read in the order of their names.
        areas = apps.get_model("areas", "Area").objects.filter(in_ranges("path", ranges))
        condition = Q(area__in=areas.order_by().values("pk")) if ranges else Q(pk__in=[])
        if ranges:
            condition |= _in_line_ups(ranges)
        if user.own_team_ranges(capability):
            members = apps.get_model("teams", "Membership").objects.on_date(timezone.localdate())
            own = members.filter(team__in=own_teams(user, capability))
            condition |= Q(pk__in=own.values("person_id"))
        return condition


def _in_line_ups(ranges: list[type_range]) -> Q:
    """People in the line-up of a team in one of the ranges.

    The few of a commune are listed; of the many of a province each is looked up when it is read.
    """
    held = apps.get_model("teams", "LineUpEntry").objects.filter(in_ranges("item__team__area__path", ranges))
    if all(len(start) > WIDTH for start, _end in ranges):
        return Q(pk__in=held.order_by().values("person_id"))
    return Q(Exists(held.filter(person=OuterRef("pk"))))


class PositionQuerySet(ScopedQuerySet):
    """Posts of people."""

    scope_path = "person__area__path"
    view_capability = "person.view"

    def on_date(self, on: date) -> Self:
        """Posts held on the day."""
        return self.filter(in_force(on))


class OrganisationQuerySet(ScopedQuerySet):
    """Organisations of an area; those of the province serve every commune of it."""

    view_capability = "organisation.view"

    def usable_in(self, area: Any) -> Self:
        """Active organisations of the area, below it, or of a unit above it."""
        from_above = [area.path[: i + 8] for i in range(0, len(area.path), 8)]
        below = in_ranges("area__path", [(area.path, f"{area.path[:-8]}{int(area.path[-8:]) + 1:08d}")])
        return self.filter(Q(area__path__in=from_above) | below, is_active=True)


class EnterpriseQuerySet(ScopedQuerySet):
    """Enterprises by the place of their site."""

    view_capability = "organisation.view"


class WorkforceQuerySet(ScopedQuerySet):
    """Workforce counts by the place of the site."""

    scope_path = "enterprise__area__path"
    view_capability = "organisation.view"


class RuleSetQuerySet(ScopedQuerySet):
    """Rule sets of provinces; every user sees those of the provinces above the own scope."""

    scope_path = "province__path"
    view_capability = "ruleset.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Own province, also for those whose scope lies below it."""
        ranges = user.area_ranges(capability)
        condition = super().scope_condition(user, capability)
        if capability == self.view_capability:
            condition |= Q(province__path__in=[start[:8] for start, _end in ranges])
        return condition

    def on_date(self, on: date) -> Self:
        """Rule sets in force on the day."""
        return self.filter(in_force(on))


class TemplateQuerySet(ScopedQuerySet):
    """Templates of decisions; communes also see those of their province."""

    scope_path = "area__path"
    view_capability = "template.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """The own area, and for reading the province above it."""
        condition = super().scope_condition(user, capability)
        if capability == self.view_capability:
            condition |= Q(area__path__in=[start[:8] for start, _end in user.area_ranges(capability)])
        return condition

    def on_date(self, on: date) -> Self:
        """Templates that hold on the day."""
        return self.filter(in_force(on))


class PrintedListQuerySet(ScopedQuerySet):
    """Printed rosters by the commune."""

    view_capability = "paper.print"


class MembershipQuerySet(OwnTeamQuerySet):
    """Memberships."""

    scope_path = "team__area__path"

    def on_date(self, on: date) -> Self:
        """Memberships in force on the day (from ≤ D < to)."""
        return self.filter(in_force(on, "from_date", "to_date"))


class TeamAreaQuerySet(OwnTeamQuerySet):
    """Areas that teams cover."""

    scope_path = "team__area__path"

    def on_date(self, on: date) -> Self:
        """Links in force on the day."""
        return self.filter(in_force(on))


class PeriodQuerySet(OwnTeamQuerySet):
    """Status periods of teams."""

    scope_path = "team__area__path"

    def on_date(self, on: date) -> Self:
        """Periods that hold the day."""
        return self.filter(in_force(on))
