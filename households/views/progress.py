"""How far households have come, in a hamlet, a commune or the province: figures without any personal row."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.days import day_shown
from areas.models import Area
from areas.paths import in_ranges
from areas.places import path_to
from common.access import requires
from households.progress import RESULTS, month_by_month, standings_below
from households.querysets import own_hamlets


@requires("outreach.view")
def progress(request: HttpRequest) -> HttpResponse:
    """Households by topic, platform and newest result; of one line also month by month."""
    area = _area(request)
    day = day_shown(request)
    lines = standings_below(area, day.as_of)
    chosen, months = request.GET.get("line", ""), []
    if chosen:
        try:
            months = month_by_month(area, chosen, day.as_of)
        except ValueError as error:
            raise BadRequest(_("This line does not exist. Choose one from the table.")) from error
    context = {
        "area": area,
        "lines": lines,
        "results": [result.label for result in RESULTS],
        "chosen": next((line for line in lines if line.key == chosen), None),
        "months": months,
        "day": day,
        "computed_at": timezone.localtime(),
        "path": path_to(request.user, area, (_("Progress"), "")),  # type: ignore[arg-type] # logged in
    }
    return render(request, "households/progress.html", context)


def _area(request: HttpRequest) -> Area:
    """The unit asked for, else the top of the user's scope or the hamlet of the own team; 404 outside."""
    user: Any = request.user
    ranges = user.area_ranges("outreach.view")
    seen = Area.objects.filter(in_ranges("path", ranges)) if ranges else Area.objects.none()
    if not ranges:
        seen = Area.objects.filter(pk__in=own_hamlets(user, "outreach.view"))
    asked = request.GET.get("area", "")
    if asked:
        known = asked.isascii() and asked.isdigit() and len(asked) < 18
        area = seen.filter(pk=int(asked)).first() if known else None
    else:
        area = (
            seen.order_by("level", "path").first() if not ranges else seen.filter(path=ranges[0][0]).first()
        )
    if area is None:
        raise Http404(_("Not found in your area."))
    return area
