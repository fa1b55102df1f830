"""What every page needs: sections, place and role of the user, demo mark."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from accounts.models import User
from accounts.second_factor import is_demo

SECTIONS = (
    ("home", gettext_lazy("Home"), "home.view", "house-door"),
    ("teams:team_list", gettext_lazy("Teams"), "team.view", "people"),
    ("teams:decision_list", gettext_lazy("Decisions"), "decision.view", "file-earmark-text"),
    ("households:household_list", gettext_lazy("Household register"), "household.view", "journal-text"),
    ("reports:index", gettext_lazy("Reports"), "report.view", "bar-chart"),
    ("areas:area_list", gettext_lazy("Areas"), "area.view", "geo-alt"),
)
"""Address, label, capability and symbol of the sections in the top bar, six at most; accounts stand in the user's menu."""


@dataclass(frozen=True)
class Section:
    """A link of the top bar."""

    label: str
    url: str
    icon: str
    is_current: bool


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Context for the frame of a page."""
    user = getattr(request, "user", None)
    known = isinstance(user, User)
    return {
        "sections": sections(request, user) if known else [],
        "user_place": user_place(user) if known else "",
        "may_see_users": known and user.can("user.view"),
        "is_demo": is_demo(),
    }


def sections(request: HttpRequest, user: User) -> list[Section]:
    """The sections that the user's roles open; the current one is that with the longest fitting address."""
    opened = [
        (reverse(name), label, icon) for name, label, capability, icon in SECTIONS if user.can(capability)
    ]
    home = reverse("home")
    fitting = [url for url, _label, _icon in opened if request.path.startswith(url) and url != home]
    current = max(fitting, key=len, default=home if request.path == home else "")
    return [Section(str(label), url, icon, url == current) for url, label, icon in opened]


def user_place(user: User) -> str:
    """Where and as what the user works today: “Xã Minh Thuận – Cán bộ xã”."""
    if not user.current_scopes:
        return gettext("No role at present")
    scope = user.current_scopes[0]
    return f"{scope.area} – {scope.get_role_display()}"
