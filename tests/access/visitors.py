"""Who walks through the addresses, and what the table of roles says each of them gets."""

from dataclasses import dataclass

from django.test import Client
from django.utils import timezone

from accounts.models import User, UserScope
from accounts.roles import CAPABILITIES, OWN_TEAM_ROLES, Role
from common.access import OWN
from tests.access.objects import Target
from tests.access.world import World
from tests.cast import PASSWORD, START

ROLE_OF: dict[str, Role | None] = {
    "nobody": None,
    "disabled": None,
    "ended": None,
    "lan": Role.PROVINCE_VIEWER,
    "an": Role.PROVINCE_MANAGER,
    "son": Role.SYS_ADMIN,
    "minh": Role.COMMUNE_OFFICIAL,
    "binh": Role.COMMUNE_LEADER,
    "hoa": Role.TEAM_LEADER,
    "tuan": Role.TEAM_MEMBER,
    "quang": Role.COMMUNE_OFFICIAL,
}
OUT = {"nobody", "disabled"}
PROVINCE = {"lan", "an", "son"}
COMMUNE = {"minh", "binh", "hoa", "tuan"}
OPEN = {200, 204, 302, 400, 405}
"""Answers of a view that lets the visitor in; the last two are about what was sent, not about who sent it."""


@dataclass(frozen=True)
class Visitor:
    """A browser and the name of who sits before it."""

    name: str
    client: Client


def make_visitors(world: World) -> list[Visitor]:
    """Nobody, a disabled account, an ended scope, and the eight of the cast."""
    commune = world.cast.places.commune
    disabled, ended = (
        User.objects.create_user(name, PASSWORD, full_name=f"{name} tài khoản")
        for name in ("disabled", "ended")
    )
    for user in (disabled, ended):
        UserScope.objects.create(user=user, role=Role.COMMUNE_OFFICIAL, area=commune, valid_from=START)
    people = world.cast.everybody | {"disabled": disabled, "ended": ended}
    visitors = [Visitor("nobody", Client(raise_request_exception=False))]
    for name, user in people.items():
        client = Client(raise_request_exception=False)
        client.force_login(user)
        visitors.append(Visitor(name, client))
    User.objects.filter(pk=disabled.pk).update(is_active=False)
    UserScope.objects.filter(user=ended).update(valid_to=timezone.localdate())
    return visitors


def holds(name: str, capability: str | None) -> bool:
    """Whether the visitor's role includes the capability, by the table alone."""
    return capability in (None, OWN) or ROLE_OF[name] in CAPABILITIES[capability]


def reaches(name: str, place: str, capability: str | None, target: Target) -> bool:
    """Whether the object lies in the visitor's scope, by the table alone."""
    if name not in {"inside": PROVINCE | COMMUNE, "outside": PROVINCE | {"quang"}}.get(place, set()):
        return False
    return target.own or ROLE_OF[name] not in OWN_TEAM_ROLES or capability == "area.view"


def expected(name: str, capability: str | None, place: str, target: Target | None) -> set[int]:
    """The codes that the table allows for a visitor, a view and the place of its object."""
    if capability is None:
        return OPEN | {404} if place == "missing" else OPEN
    if name in OUT:
        return {302}
    if not holds(name, capability):
        return {403, 405}
    if target is None:
        # What the user has not set up (a second factor, recovery codes) is not there.
        return OPEN | {404} if capability == OWN else OPEN
    if not reaches(name, place, capability, target):
        return {404, 405}
    return {403} if name in target.refused else OPEN
