"""Organisations of the demo: those of the province, of each commune, and some enterprises around 300 workers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from areas.models import Area
from teams.enums import TYPES_OF_GROUP, OrgType
from teams.models import EnterpriseProfile, Organisation
from teams.organisations import record_workforce, save_enterprise, save_organisation

OF_PROVINCE = (
    (OrgType.VNPT, "VNPT {province}", "VNPT"),
    (OrgType.VIETTEL, "Viettel {province}", "Viettel"),
    (OrgType.MOBIFONE, "MobiFone {province}", "MobiFone"),
    (OrgType.POST, "Bưu điện tỉnh {province}", "Bưu điện tỉnh"),
    (OrgType.COMMERCIAL_BANK, "Agribank chi nhánh {province}", "Agribank"),
    (OrgType.COMMERCIAL_BANK, "Vietcombank chi nhánh {province}", "Vietcombank"),
    (OrgType.POLICY_BANK, "Ngân hàng Chính sách xã hội tỉnh {province}", "NHCSXH"),
    (OrgType.YOUTH_UNION, "Tỉnh đoàn {province}", "Tỉnh đoàn"),
    (OrgType.WOMEN_UNION, "Hội Liên hiệp Phụ nữ tỉnh {province}", "Hội LHPN tỉnh"),
    (OrgType.FARMERS_ASSOC, "Hội Nông dân tỉnh {province}", "Hội Nông dân tỉnh"),
)
OF_COMMUNE = (
    (OrgType.YOUTH_UNION, "Đoàn Thanh niên {commune}", "Đoàn TN"),
    (OrgType.WOMEN_UNION, "Hội Liên hiệp Phụ nữ {commune}", "Hội LHPN"),
    (OrgType.FARMERS_ASSOC, "Hội Nông dân {commune}", "Hội Nông dân"),
    (OrgType.VETERANS_ASSOC, "Hội Cựu chiến binh {commune}", "Hội CCB"),
    (OrgType.FATHERLAND_FRONT, "Ủy ban Mặt trận Tổ quốc {commune}", "UB MTTQ"),
)
GROUP_OF_TYPE = {kind: group for group, kinds in TYPES_OF_GROUP.items() for kind in kinds}
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
OLD_COUNT = date(2024, 8, 5)


def make_provincial(province: Area, by: User) -> list[Organisation]:
    """Post, telecom, banks and mass organisations of the province, whose people work in every commune."""
    return [
        save_organisation(
            by=by, organisation=_organisation(kind, name.format(province=province.name), short, province)
        )
        for kind, name, short in OF_PROVINCE
    ]


def make_communal(commune: Area, by: User) -> dict[str, Organisation]:
    """Mass organisations of a commune by their type."""
    place = commune.full_name[0].lower() + commune.full_name[1:]
    return {
        kind: save_organisation(
            by=by, organisation=_organisation(kind, name.format(commune=place), short, commune)
        )
        for kind, name, short in OF_COMMUNE
    }


def _organisation(kind: str, name: str, short_name: str, area: Area, **fields: str) -> Organisation:
    return Organisation(
        name=name, short_name=short_name, group=GROUP_OF_TYPE[kind], type=kind, area=area, **fields
    )


@dataclass(frozen=True)
class Works:
    """An enterprise to be invented: its commune, its counted workers by day, whether it has a team."""

    name: str
    commune_code: str
    counts: Sequence[tuple[date, int]]
    has_team: bool


def enterprises(today: date) -> list[Works]:
    """Around the threshold of 300 (BR-12 to BR-15): above, exactly, below, fallen, counted long ago."""
    lately = today - timedelta(days=75)
    return [
        Works("Công ty CP Thủy sản Sao Biển Mẫu", "30904", [(OLD_COUNT, 1180), (lately, 1250)], True),
        Works("Công ty TNHH Giày Ánh Dương Mẫu", "30880", [(lately, 2140)], True),
        Works("Công ty CP Xi măng Hòn Mẫu", "30787", [(lately, 465)], True),
        Works("Công ty CP Gỗ Phước Mẫu", "30883", [(OLD_COUNT, 450)], True),
        Works("Công ty TNHH May Hướng Dương Mẫu", "30760", [(OLD_COUNT, 320), (lately, 280)], True),
        Works("Công ty CP Du lịch Bãi Mẫu", "31078", [(lately, 301)], False),
        Works("Công ty TNHH Chế biến Tôm Mẫu", "31066", [(lately, 300)], False),
        Works("Công ty TNHH Nước mắm Hương Mẫu", "31081", [(lately, 299)], False),
        Works("Công ty TNHH Xay xát Lúa Vàng Mẫu", "30850", [(OLD_COUNT, 380)], False),
    ]


def make_enterprise(works: Works, number: int, commune: Area, by: User) -> EnterpriseProfile:
    """Organisation, site and counts of an enterprise."""
    organisation = save_organisation(
        by=by,
        organisation=_organisation(
            OrgType.COMPANY, works.name, "", commune, tax_code=invented_tax_code(number)
        ),
    )
    profile = save_enterprise(
        by=by, profile=EnterpriseProfile(organisation=organisation, area=commune, sector="Chế biến, dịch vụ")
    )
    for as_of, workers in works.counts:
        record_workforce(
            by=by,
            enterprise=profile,
            as_of=as_of,
            worker_count=workers,
            nonlocal_worker_count=workers * 2 // 5,
            source="Báo cáo lao động của doanh nghiệp (mẫu)",
        )
    return profile


def invented_tax_code(number: int) -> str:
    """A tax code that passes its check digit and begins with 99, which no tax office has."""
    stem = 990_000_000 + number * 7
    while True:
        digits = str(stem)
        check = 10 - sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11
        if check < 10:
            return f"{digits}{check}"
        stem += 1
