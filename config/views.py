"""Pages that belong to no room: home, search, the sign of life for the machine that watches, faults."""

import sys
import traceback
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.defaults import server_error

from areas.enums import AreaLevel
from areas.models import Area
from areas.places import path_to
from common.access import fetch, personal, public, requires
from common.storage import is_no_room
from config.homes import commune_home, province_home, quality_home, team_home
from config.search import search as search_all
from reports.asked import areas_of
from vietnamese.text import clean

LONGEST_SEARCH = 200
SHORTEST_SEARCH = 2
RETRY_AFTER_SECONDS = 5


@personal
def home(request: HttpRequest) -> HttpResponse:
    """The home page of the user's role: province, commune, own team, or whom to ask for a role."""
    user: Any = request.user
    today = timezone.localdate()
    own = areas_of(user)
    context: dict[str, Any] = {"as_of_text": f"{today:%d/%m/%Y}", "own_areas": own}
    if not own:
        if user.current_scopes:
            return render(request, "config/team_home.html", context | team_home(user, today))
        return render(request, "config/no_role.html", context)
    area = _chosen(request, own)
    context |= {"area": area, "path": path_to(user, area)[:-1]}
    if area.level in (AreaLevel.PROVINCE, AreaLevel.DISTRICT):
        return render(request, "config/province_home.html", context | province_home(user, area, today))
    return render(request, "config/commune_home.html", context | commune_home(user, area, today))


@requires("report.view")
def home_quality(request: HttpRequest) -> HttpResponse:
    """The panel on the quality of lists alone; the home page fetches it after it is shown."""
    area = _chosen(request, areas_of(request.user))
    return render(request, "config/quality.html", quality_home(request.user, area, timezone.localdate()))


def _chosen(request: HttpRequest, own: list[Area]) -> Area:
    """The unit in the address, one of the user's own; else the highest."""
    if not request.GET.get("area"):
        return own[0]
    asked: Area = fetch(request, Area.objects, "report.view", pk=request.GET["area"])
    return asked


@personal
def search(request: HttpRequest) -> HttpResponse:
    """What the search box finds."""
    text = clean(request.GET.get("q", "")[:LONGEST_SEARCH])
    is_short = len(text) < SHORTEST_SEARCH
    groups = [] if is_short else list(search_all(request.user, text, request.GET.get("all", "")))
    context = {
        "search_text": text,
        "is_short": is_short,
        "groups": [group for group in groups if group.found],
    }
    return render(request, "config/search.html", context)


@public
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the application and its database answer; tells nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@public
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this address by themselves, also where a page names no icon: the icon of the pages."""
    return redirect(static("icon.svg"))


@public
def fault(request: HttpRequest) -> HttpResponse:
    """What is answered when a page failed: 503 while the database is away, too busy or the disk full, else 500.

    Whoever sends a visit from a phone may send it again after `Retry-After`; nothing of it was kept (T-R8).
    """
    error = sys.exception()
    has_no_room = is_no_room(error)
    if not has_no_room and not isinstance(error, OperationalError | InterfaceError):
        return server_error(request)
    # A failed statement leaves its cursor in a circle of frames. Whichever thread clears it waits for this thread's
    # connection, which may then be waiting for that thread's transaction (SQLite).
    traceback.clear_frames(error.__traceback__)
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
    page = "no_room.html" if has_no_room else "503.html"
    return HttpResponse(render_to_string(page), status=503, headers=headers)
