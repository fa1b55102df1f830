"""The cast of all tests: one user for each role and a stranger, on a small piece of Kiên Giang.

Lan (provincial staff), An (provincial manager), Sơn (system administrator), Minh (commune official),
Bình (leader of Minh's commune), Hoa (leader of a team there), Tuấn (member of Hoa's team) and Quang
(official of another commune: must see nothing of Minh's).
"""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.totp.internal.auth import TOTP

from accounts.models import User, UserScope
from accounts.roles import Role
from areas.enums import AreaKind, AreaLevel
from areas.models import Area
from areas.tree import open_hamlet, open_unit
from teams.models import RuleSet
from tests.kept import kept

START = date(2022, 1, 1)
PASSWORD = "mot-mat-khau-dai-2022"
TOTP_SECRET = "JBSWY3DPEHPK3PXP"  # nosec B105 - of nobody


@dataclass
class Places:
    """A province, one district, Minh's commune with seven hamlets, Quang's with three."""

    province: Area
    district: Area
    commune: Area
    other_commune: Area
    hamlets: list[Area]
    other_hamlets: list[Area]


@dataclass
class Cast:
    """The users and the places they know."""

    places: Places
    lan: User
    an: User
    son: User
    minh: User
    binh: User
    hoa: User
    tuan: User
    quang: User

    @property
    def everybody(self) -> dict[str, User]:
        """Users by name."""
        return {n: getattr(self, n) for n in ("lan", "an", "son", "minh", "binh", "hoa", "tuan", "quang")}


def make_places() -> Places:
    """The areas of the cast."""
    province = open_unit(
        level=AreaLevel.PROVINCE,
        kind=AreaKind.TINH,
        code="91",
        name="Kiên Giang",
        parent=None,
        valid_from=START,
    )
    district = open_unit(
        level=AreaLevel.DISTRICT,
        kind=AreaKind.HUYEN,
        code="913",
        name="U Minh Thượng",
        parent=province,
        valid_from=START,
    )

    def commune(code: str, name: str) -> Area:
        return open_unit(
            level=AreaLevel.COMMUNE, kind=AreaKind.XA, code=code, name=name, parent=district, valid_from=START
        )

    def hamlets(parent: Area, names: list[str]) -> list[Area]:
        return [open_hamlet(commune=parent, kind=AreaKind.AP, name=name, valid_from=START) for name in names]

    minhs, quangs = commune("31018", "Minh Thuận"), commune("31012", "Thạnh Yên")
    RuleSet.objects.create(
        province=province, valid_from=START, document_ref="Tin ngày 05/08/2022 của tỉnh Kiên Giang"
    )
    return Places(
        province,
        district,
        minhs,
        quangs,
        hamlets(
            minhs,
            ["Minh Thành", "Minh Tân", "Minh Cường", "Minh Dũng", "Minh Tiến", "Minh Hưng", "Minh Kiên"],
        ),
        hamlets(quangs, ["Kênh Năm", "Kênh Sáu", "Kênh Bảy"]),
    )


def make_user(username: str, full_name: str, role: Role, area: Area) -> User:
    """A user with one open scope."""
    user = User.objects.create_user(username, PASSWORD, full_name=full_name)
    UserScope.objects.create(user=user, role=role, area=area, valid_from=START)
    return user


def make_cast() -> Cast:
    """Everybody, without teams (see tests/teams/builders.py for those)."""
    return kept(cast_by_services)


def cast_by_services() -> Cast:
    """Everybody, as the first test of a process gets them."""
    places = make_places()
    cast = Cast(
        places,
        lan=make_user("lan", "Trần Thị Lan", Role.PROVINCE_VIEWER, places.province),
        an=make_user("an", "Lê Thị An", Role.PROVINCE_MANAGER, places.province),
        son=make_user("son", "Phạm Sơn", Role.SYS_ADMIN, places.province),
        minh=make_user("minh", "Nguyễn Văn Minh", Role.COMMUNE_OFFICIAL, places.commune),
        binh=make_user("binh", "Võ Thanh Bình", Role.COMMUNE_LEADER, places.commune),
        hoa=make_user("hoa", "Danh Thị Hoa", Role.TEAM_LEADER, places.commune),
        tuan=make_user("tuan", "Lâm Văn Tuấn", Role.TEAM_MEMBER, places.commune),
        quang=make_user("quang", "Huỳnh Quang", Role.COMMUNE_OFFICIAL, places.other_commune),
    )
    for user in (cast.an, cast.son):
        # Their roles must have a second factor: without one every page leads to setting it up.
        TOTP.activate(user, TOTP_SECRET)
    return cast
