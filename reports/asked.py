"""What the address of a report asks for: unit, day or period, level, order."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from areas.days import day_shown
from areas.enums import AreaLevel
from areas.models import Area
from common.access import fetch
from teams.models import Decision
from vietnamese.dates import parse_date

LINKED = ("coverage", "coverage_trend", "uncovered", "member_list", "make_up", "reviews", "enterprises")
LEVELS = {"commune": AreaLevel.COMMUNE, "district": AreaLevel.DISTRICT}


@dataclass(frozen=True)
class Asked:
    """A report as it was asked for; `errors` are sentences by the name of the setting."""

    user: Any
    area: Area
    on: date
    first: date
    last: date
    level: str = "commune"
    sort: str = ""
    part: str = ""
    """The columns asked for, of a report that is too wide for a screen; empty: all of them."""
    decision: Decision | None = None
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def query(self, area: int | None = None, **more: str) -> str:
        """Settings for a link to another report about a unit, on the same day."""
        settings = f"area={area or self.area.pk}&as_of={self.on:%d%%2F%m%%2F%Y}"
        return f"{settings}&{urlencode(more)}" if more else settings

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Addresses of the reports that rows lead to, by name."""
        return {name: reverse(f"reports:{name}") for name in LINKED}

    def link(self, report: str, area: int | None = None) -> str:
        """Link to another report about a unit, on the same day."""
        return f"{self.addresses[report]}?{self.query(area)}"


def asked_by(request: HttpRequest, is_period: bool = False) -> Asked:
    """Reads the address; what is no day is said at the field, and today's figures are shown."""
    user: Any = request.user
    decision = decision_in(request)
    area = decision.issuer if decision else area_in(request)
    if not user.can("report.view", area.path):
        raise PermissionDenied(_("Your role does not include this."))
    shown = day_shown(request)
    errors = {"as_of": shown.as_of_error} if shown.as_of_error else {}
    first, last = _period(request, errors) if is_period else (shown.as_of, shown.as_of)
    return Asked(
        user,
        area,
        on=last if is_period else shown.as_of,
        first=first,
        last=last,
        level=_level(request),
        sort=request.GET.get("sort", ""),
        decision=decision,
        typed={name: request.GET.get(name, "").strip()[:20] for name in ("as_of", "from", "to")},
        errors=errors,
    )


def _level(request: HttpRequest) -> str:
    """Communes or districts; anything else is 400 (T-S6)."""
    level = request.GET.get("level") or "commune"
    if level not in LEVELS:
        raise BadRequest(_("There is no level “%(level)s”.") % {"level": level[:20]})
    return level


def decision_in(request: HttpRequest) -> Decision | None:
    """The decision whose list is asked for (R3); 404 outside the scope."""
    if "decision" not in request.GET:
        return None
    found: Decision = fetch(request, Decision.objects.select_related("issuer"), pk=request.GET["decision"])
    return found


def area_in(request: HttpRequest) -> Area:
    """The unit asked for, else the highest one in which the user reads reports; 404 outside the scope."""
    if request.GET.get("area"):
        found: Area = fetch(request, Area.objects, pk=request.GET["area"])
        return found
    return areas_of(request.user)[0]


def areas_of(user: Any) -> list[Area]:
    """The units of the user's roles that read reports, the highest first."""
    own = [scope.area for scope in user.current_scopes if user.can("report.view", scope.area.path)]
    return sorted(dict.fromkeys(own), key=lambda area: (len(area.path), area.path))


def _period(request: HttpRequest, errors: dict[str, str]) -> tuple[date, date]:
    """From and to, both days included; this year up to today where nothing is asked for."""
    today = timezone.localdate()
    found = {"from": date(today.year, 1, 1), "to": today}
    for name in found:
        typed = request.GET.get(name, "").strip()[:20]
        if typed and (parsed := parse_date(typed)):
            found[name] = parsed
        elif typed:
            errors[name] = _("“%(text)s” is not a day. Type it as 05/08/2022.") % {"text": typed}
    if found["from"] > found["to"]:
        errors["from"] = _("The first day is after the last. Both days were changed round.")
        return found["to"], found["from"]
    return found["from"], found["to"]
