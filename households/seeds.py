"""The topics and platforms that a new register begins with (data dictionary, section 5).

The names change every year: the province adds and retires them by dates, so that old reports keep them.
"""

from dataclasses import dataclass
from datetime import date

from simple_history.utils import bulk_create_with_history

from accounts.models import User
from common.services import service
from households.enums import Audience, Pillar
from households.models import Platform, Topic

SINCE = date(2022, 1, 1)
"""Before the first teams: the founding notice is of August 2022."""


@dataclass(frozen=True, slots=True)
class TopicSeed:
    """A topic and the platforms met with it in practice (code, name, address on the web)."""

    code: str
    name: str
    pillar: str
    audience: str = Audience.CITIZEN
    is_install: bool = False
    platforms: tuple[tuple[str, str, str], ...] = ()


SEEDS = (
    TopicSeed("CS", "Chính sách chuyển đổi số", Pillar.POLICY, Audience.BOTH),
    TopicSeed(
        "VNEID",
        "Định danh điện tử mức 2",
        Pillar.PUBLIC_SERVICE,
        is_install=True,
        platforms=(("VNEID", "VNeID", "https://vneid.gov.vn"),),
    ),
    TopicSeed(
        "DVC",
        "Dịch vụ công trực tuyến",
        Pillar.PUBLIC_SERVICE,
        Audience.BOTH,
        platforms=(
            ("DVCQG", "Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn"),
            ("DVC_TINH", "Cổng dịch vụ công của tỉnh", ""),
        ),
    ),
    TopicSeed(
        "VSSID", "Bảo hiểm xã hội số", Pillar.HEALTH, is_install=True, platforms=(("VSSID", "VssID", ""),)
    ),
    TopicSeed(
        "SKDT",
        "Sổ sức khỏe điện tử",
        Pillar.HEALTH,
        is_install=True,
        platforms=(("SKDT", "Sổ sức khỏe điện tử", ""),),
    ),
    TopicSeed(
        "TT_KDTM",
        "Thanh toán không dùng tiền mặt",
        Pillar.PAYMENT,
        Audience.BOTH,
        platforms=(
            ("TK_NGAN_HANG", "Tài khoản ngân hàng", ""),
            ("VI_DIEN_TU", "Ví điện tử", ""),
            ("MOBILE_MONEY", "Mobile Money", ""),
        ),
    ),
    TopicSeed(
        "QR",
        "Mã QR cho hộ kinh doanh",
        Pillar.PAYMENT,
        Audience.BUSINESS,
        True,
        (("VIETQR", "VietQR", ""),),
    ),
    TopicSeed(
        "TMDT",
        "Sàn thương mại điện tử",
        Pillar.ECOMMERCE,
        Audience.BOTH,
        True,
        (("POSTMART", "Postmart", ""), ("VOSO", "Vỏ Sò", "")),
    ),
    TopicSeed(
        "ETAX", "Thuế điện tử", Pillar.BUSINESS, Audience.BUSINESS, True, (("ETAX", "eTax Mobile", ""),)
    ),
    TopicSeed(
        "HDDT",
        "Hóa đơn điện tử",
        Pillar.BUSINESS,
        Audience.BUSINESS,
        True,
        (("HDDT_MTT", "Hóa đơn điện tử từ máy tính tiền", ""),),
    ),
    TopicSeed(
        "ATTT",
        "An toàn thông tin, phòng chống lừa đảo",
        Pillar.SAFETY,
        Audience.BOTH,
        platforms=(
            ("NTRUST", "nTrust", ""),
            ("KGM", "Cổng không gian mạng quốc gia", "https://khonggianmang.vn"),
        ),
    ),
    TopicSeed(
        "APP_TINH",
        "Ứng dụng của tỉnh",
        Pillar.LOCAL_PLATFORM,
        is_install=True,
        platforms=(("APP_TINH", "Ứng dụng của tỉnh", ""),),
    ),
    TopicSeed(
        "BDHVS",
        "Bình dân học vụ số",
        Pillar.EDUCATION,
        platforms=(
            ("BDHVS", "Bình dân học vụ số", "https://binhdanhocvuso.gov.vn"),
            ("ONETOUCH", "OneTouch", "https://onetouch.mic.gov.vn"),
            ("MOBIEDU", "MobiEdu", ""),
        ),
    ),
    TopicSeed(
        "CKS",
        "Chữ ký số cá nhân",
        Pillar.PUBLIC_SERVICE,
        Audience.BOTH,
        True,
        (("SMARTCA", "SmartCA", ""),),
    ),
    TopicSeed("INTERNET", "Internet, thiết bị", Pillar.DEVICE, Audience.BOTH),
)
WITHOUT_TOPIC = (("CONG_3D_NN", "Cổng 3D nông nghiệp", ""),)
"""Met in the province's own words; nothing public was found about it. The administrator completes or retires it."""


@service
def load_topics(*, by: User | None = None) -> int:
    """Enter the topics and platforms that are not there yet; how many rows are new."""
    known = set(Topic.objects.values_list("code", flat=True))
    topics = [
        Topic(
            code=seed.code,
            name=seed.name,
            pillar=seed.pillar,
            audience=seed.audience,
            counts_as_install=seed.is_install,
            order=place,
            valid_from=SINCE,
        )
        for place, seed in enumerate(SEEDS, 1)
        if seed.code not in known
    ]
    bulk_create_with_history(topics, Topic, default_user=by)
    return len(topics) + _load_platforms(by)


def _load_platforms(by: User | None) -> int:
    known = set(Platform.objects.values_list("code", flat=True))
    topics = {topic.code: topic for topic in Topic.objects.all()}
    rows = [(row, [topics[seed.code]]) for seed in SEEDS for row in seed.platforms]
    added = 0
    for (code, name, url), taught in [*rows, *((row, []) for row in WITHOUT_TOPIC)]:
        if code in known:
            continue
        platform = Platform(code=code, name=name, url=url, valid_from=SINCE)
        platform._history_user = by  # type: ignore[attr-defined] # read by the history
        platform.save()
        platform.topics.set(taught)
        added += 1
    return added
