"""Looking at the tree of units, and the type-ahead."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from areas.days import AsOf, day_shown
from areas.enums import AreaLevel
from areas.models import Area, AreaStat, AreaSuccession, AreaVersion
from areas.picking import answer, choices, find
from areas.places import (
    CHILD_SORTS,
    LONGEST_SEARCH,
    children_of,
    counts_below,
    link_to,
    path_to,
    roots_of,
    version_on,
)
from common.access import fetch, requires
from common.lists import page_of


@requires("area.view")
def area_list(request: HttpRequest) -> HttpResponse:
    """The units at the top of the user's scope; a single one opens at once."""
    roots = list(roots_of(request.user)[:200])
    if len(roots) == 1:
        return redirect(roots[0])
    return render(request, "areas/area_list.html", {"roots": roots})


@requires("area.view")
def area_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit on a day: its facts, the units below it, its former names."""
    area = fetch(request, Area.objects.select_related("parent"), pk=pk)
    day = day_shown(request)
    version = version_on(area, day.as_of)
    user: Any = request.user
    context = {
        "area": area,
        "version": version,
        "path": path_to(user, area),
        "counts": counts_below(version, day.as_of) if version else [],
        "versions": AreaVersion.objects.filter(area=area).select_related("parent").order_by("-valid_from"),
        "predecessors": AreaSuccession.objects.filter(to_area=area).select_related("from_area"),
        "successors": AreaSuccession.objects.filter(from_area=area).select_related("to_area"),
        "stats": AreaStat.objects.filter(area=area, as_of__lte=day.as_of)
        if area.level == AreaLevel.HAMLET
        else [],
        "may_edit": area.valid_to is None and user.can("area.edit", area.path),
        **vars(day),
        "day": day,
    }
    return render(request, "areas/area_detail.html", context | _table(request, area, version, day))


@requires("area.view")
def children(request: HttpRequest, pk: int) -> HttpResponse:
    """The table of units below, alone: the answer to typing in its search box."""
    area = fetch(request, Area.objects, pk=pk)
    day = day_shown(request)
    context = {"area": area, "day": day, **_table(request, area, version_on(area, day.as_of), day)}
    response = render(request, "areas/children.html", context)
    query = request.GET.urlencode()
    response["HX-Push-Url"] = reverse("areas:area_detail", args=[pk]) + (f"?{query}" if query else "")
    return response


def _table(request: HttpRequest, area: Area, version: AreaVersion | None, day: AsOf) -> dict[str, Any]:
    """Context of the table of units below."""
    user: Any = request.user
    searched = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    rows = children_of(version, day.as_of, searched) if version else AreaVersion.objects.none()
    sorts = CHILD_SORTS if version else {name: ["pk"] for name in CHILD_SORTS}
    page = page_of(request, rows, sorts, "name")
    ranges = user.area_ranges("area.view")
    for row in page.rows:
        row.url = link_to(row.area, ranges)
    return {
        "page": page,
        "searched": searched,
        "of_hamlets": area.level == AreaLevel.COMMUNE,
        "may_add": area.level == AreaLevel.COMMUNE
        and area.valid_to is None
        and user.can("area.edit", area.path),
    }


@requires("area.view")
def area_picker(request: HttpRequest) -> JsonResponse:
    """At most 20 units for what was typed: `?q=minh&level=HAMLET&within=3&can=team.edit`."""
    levels = [level for level in request.GET.get("level", "").split(",") if level]
    if not set(levels) <= set(AreaLevel.values):
        raise BadRequest(_("There is no such level of units."))
    within = request.GET.get("within", "")
    above = fetch(request, Area.objects, pk=within) if within else None
    user: Any = request.user
    try:
        rows = choices(user, capability=request.GET.get("can") or "area.view", level=levels, within=above)
    except KeyError as error:
        raise BadRequest(_("There is no such right.")) from error
    rows = rows.only("kind", "name", "path")
    return JsonResponse(
        {"results": answer(find(rows, request.GET.get("q", "")))}, json_dumps_params={"ensure_ascii": False}
    )
