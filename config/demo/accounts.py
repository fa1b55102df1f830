"""The accounts of the demo: the eight people whom the documents introduce, and a closed one that entered the data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from accounts.roles import Role
from accounts.users import create_user, suspend_user
from areas.models import Area
from common.models import RegisterKind
from config.demo.hamlets import MINH_THUAN, THANH_YEN
from config.demo.names import Named
from config.founding import Account, Founded
from teams.enums import Gender

PASSWORD = "to-so-demo-2022"  # nosec B105 - the published password of invented people
PROVINCE = "91"
STATE_OF = date(2022, 8, 5)
SINCE = date(2022, 1, 1)
HOA, TUAN = Named("Danh Thị Hoa", Gender.FEMALE), Named("Lâm Văn Tuấn", Gender.MALE)
OTHERS = (
    ("an", "Lê Thị An", Role.PROVINCE_MANAGER, ""),
    ("lan", "Trần Thị Lan", Role.PROVINCE_VIEWER, ""),
    ("minh", "Nguyễn Văn Minh", Role.COMMUNE_OFFICIAL, MINH_THUAN),
    ("binh", "Võ Thanh Bình", Role.COMMUNE_LEADER, MINH_THUAN),
    ("hoa", HOA.full_name, Role.TEAM_LEADER, MINH_THUAN),
    ("tuan", TUAN.full_name, Role.TEAM_MEMBER, MINH_THUAN),
    ("quang", "Huỳnh Quang", Role.COMMUNE_OFFICIAL, THANH_YEN),
)
CLERK = ("nhaplieu", "Tổ nhập liệu (mẫu)", Role.COMMUNE_OFFICIAL, "")


@dataclass
class Cast:
    """The people who look after the demo, by user name."""

    province: Area
    users: dict[str, User]

    @property
    def son(self) -> User:
        """The system administrator."""
        return self.users["son"]

    @property
    def clerk(self) -> User:
        """Who entered what the introduced officials did not."""
        return self.users[CLERK[0]]

    def official_of(self, commune: Area) -> User:
        """Who enters the data of a commune."""
        return self.users[{MINH_THUAN: "minh", THANH_YEN: "quang"}.get(commune.code, CLERK[0])]

    def close_clerk(self) -> None:
        """Nobody logs in with the account that entered the demo."""
        suspend_user(by=self.son, user=self.clerk, reason="Đã nhập xong dữ liệu mẫu")


def make_cast(found: Callable[..., Founded]) -> Cast:
    """Found the demo register and make its accounts, each by somebody who may."""
    account = Account("son", "Phạm Sơn", PASSWORD)
    founded = found(kind=RegisterKind.DEMO, code=PROVINCE, on=STATE_OF, account=account)
    son, province = founded.administrator, founded.province
    cast = Cast(province, {"son": son})
    for username, full_name, role, code in (*OTHERS, CLERK):
        area = Area.objects.get(level="COMMUNE", code=code) if code else province
        user, _code = create_user(
            by=son, username=username, full_name=full_name, role=role, area=area, valid_from=SINCE
        )
        if username == CLERK[0]:
            user.set_unusable_password()
        else:
            # Hashing is slow on purpose; one published password needs it once.
            user.password = son.password
        user.must_change_password, user.code_expires_at = False, None
        user.save()
        cast.users[username] = user
    return cast
