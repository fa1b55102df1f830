"""Reading households, visits and sessions inside a user's scope.

Officials see those of their area; members those of the hamlets that their own teams cover today, and the visits
and sessions of their own teams.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, When
from django.utils import timezone

from areas.querysets import ScopedQuerySet
from households.enums import LivingStatus, Outcome, VisitStatus
from teams.querysets import in_force, own_teams

if TYPE_CHECKING:
    from accounts.models import User


def own_hamlets(user: "User", capability: str) -> Any:
    """Ids of the hamlets that the user's own teams cover today, as a subquery."""
    links = apps.get_model("teams", "TeamArea").objects.on_date(timezone.localdate())
    return links.filter(team__in=own_teams(user, capability)).values("area_id")


class HamletQuerySet(ScopedQuerySet):
    """Rows of a hamlet: seen in the areas of a scope, and by the members of the teams of that hamlet."""

    view_capability = "household.view"
    hamlet_lookup = "area_id"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Area scope, or a hamlet of the own team today."""
        condition = super().scope_condition(user, capability)
        if user.own_team_ranges(capability):
            condition |= Q(**{f"{self.hamlet_lookup}__in": own_hamlets(user, capability)})
        return condition


class HouseholdQuerySet(HamletQuerySet):
    """Households."""

    def living(self) -> Self:
        """Households that still live here: the denominator of R12."""
        return self.filter(status=LivingStatus.LIVING)

    def with_last_visit(self) -> Self:
        """Each with its newest visit that counts (`last_visit`, its id) and how it went (`last_outcome`)."""
        visits = apps.get_model("households", "Visit").objects.filter(household=OuterRef("pk"))
        newest = visits.exclude(status=VisitStatus.VOID).order_by("-visited_on", "-pk")
        return self.annotate(
            last_visit=Subquery(newest.values("pk")[:1]), last_outcome=Subquery(newest.values("outcome")[:1])
        )

    def by_need(self) -> Self:
        """With `need`: 0 never visited, 1 absent last time, 2 asked to come back, 3 visited, 4 refused (E7)."""
        need = Case(
            When(last_outcome__isnull=True, then=0),
            When(last_outcome__in=[Outcome.NOT_HOME, Outcome.NO_DEVICE], then=1),
            When(last_outcome=Outcome.RETURN, then=2),
            When(last_outcome=Outcome.REFUSED, then=4),
            default=3,
            output_field=IntegerField(),
        )
        return self.with_last_visit().annotate(need=need)


class BusinessQuerySet(HamletQuerySet):
    """Household businesses."""

    def living(self) -> Self:
        """Businesses that are still there."""
        return self.filter(status=LivingStatus.LIVING)


class ConsentQuerySet(HamletQuerySet):
    """Answers about personal data, as visible as their household."""

    scope_path = "household__area__path"
    hamlet_lookup = "household__area_id"


class MergeQuerySet(HamletQuerySet):
    """Mergers of doubles, as visible as the entry kept."""

    scope_path = "kept__area__path"
    hamlet_lookup = "kept__area_id"


class DatedListQuerySet(ScopedQuerySet):
    """Topics and platforms: lists of the whole register, everybody reads them."""

    view_capability = "topic.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """All or nothing: the lists belong to no area."""
        return Q() if user.can(capability) else Q(pk__in=[])

    def on_date(self, on: date) -> Self:
        """Rows offered on the day."""
        return self.filter(in_force(on))


class OwnWorkQuerySet(ScopedQuerySet):
    """Work of teams: seen in the areas of a scope, and by the members of the team."""

    view_capability = "visit.view"
    team_lookup = "team_id"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Area scope, or work of the own team."""
        condition = super().scope_condition(user, capability)
        if user.own_team_ranges(capability):
            condition |= Q(**{f"{self.team_lookup}__in": own_teams(user, capability)})
        return condition


class VisitQuerySet(OwnWorkQuerySet):
    """Visits."""

    def counted(self) -> Self:
        """Visits that were not taken back; doubles among them count once (BR-35)."""
        return self.exclude(status=VisitStatus.VOID)


class VisitPartQuerySet(OwnWorkQuerySet):
    """Topics and members of visits."""

    scope_path = "visit__area__path"
    team_lookup = "visit__team_id"


class SessionQuerySet(ScopedQuerySet):
    """Sessions: seen in the areas of a scope, and by the members of a team that held them."""

    view_capability = "visit.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Area scope, or a session of the own team."""
        condition = super().scope_condition(user, capability)
        if user.own_team_ranges(capability):
            held = apps.get_model("households", "Session").teams.through.objects
            own = held.filter(team_id__in=own_teams(user, capability))
            condition |= Q(pk__in=own.values("session_id"))
        return condition


class FigureQuerySet(ScopedQuerySet):
    """Stored figures of hamlets: aggregates, without any personal row."""

    view_capability = "outreach.view"


class SessionAttachmentQuerySet(ScopedQuerySet):
    """Papers of sessions: as visible as their session."""

    view_capability = "visit.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """Papers of the sessions that the user sees."""
        sessions = apps.get_model("households", "Session").objects.visible_to(user, capability)
        return Q(session__in=sessions)


class RetentionQuerySet(ScopedQuerySet):
    """Times of keeping, by province."""

    scope_path = "province__path"
    view_capability = "household.manage"
