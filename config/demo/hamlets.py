"""How the 957 hamlets of the demo lie in the 144 communes, and what they are called.

No public list of hamlets exists (domain/areas, section 1): the names are invented in the local way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from areas.enums import AreaKind
from areas.models import Area
from config.demo.names import chance_of
from vietnamese.text import fold

HAMLETS = 957
FEWEST = 3
MINH_THUAN = "31066"
THANH_YEN = "31012"
FIXED = {
    MINH_THUAN: (
        "Minh Thành", "Minh Tân", "Minh Cường", "Minh Dũng", "Minh Tiến", "Minh Hưng", "Minh Kiên",
        "Minh Thuận A", "Kênh 5", "Xẻo Dừa",
    ),
    THANH_YEN: ("Kênh Năm", "Kênh Sáu", "Kênh Bảy", "Xẻo Lùng", "Thạnh Tân"),
}  # fmt: skip
"""Hamlets of the two communes whose officials the demo introduces."""

SECOND_WORDS = (
    "Thành", "Tân", "Hưng", "Hòa", "Bình", "Phú", "Lợi", "Trung", "Đông", "Tây", "An", "Phước", "Long", "Lộc",
    "Thới", "Tiến", "Cường", "Kiên", "Mỹ", "Quới", "Khánh", "Nghĩa",
)  # fmt: skip
CANALS = (
    *(f"Kênh {number}" for number in range(1, 13)),
    "Kênh Cũ", "Kênh Mới", "Kênh Làng", "Kênh Giữa", "Kênh Dài", "Kênh Ranh", "Kênh Xáng",
)  # fmt: skip
LANDMARKS = (
    "Xẻo Dừa", "Xẻo Lá", "Xẻo Lùng", "Xẻo Quao", "Rạch Tràm", "Rạch Đình", "Rạch Gỗ", "Giồng Tre", "Giồng Đá",
    "Bàu Sen", "Bàu Trăm", "Cây Bàng", "Cây Gòn", "Cây Trôm", "Chợ Cũ", "Chợ Mới", "Ngã Ba", "Ngã Tư", "Vàm Cũ",
    "Đập Đá", "Cầu Ván", "Xóm Chùa", "Xóm Lưới", "Sóc Ven", "Sóc Giữa", "Đường Cày", "Láng Cháy", "Gò Mới",
)  # fmt: skip
SHORES = (
    "Bãi Nam", "Bãi Bắc", "Bãi Dừa", "Bãi Chướng", "Bãi Giếng", "Hòn Nhỏ", "Hòn Lớn", "Mũi Gành", "Rạch Cát",
    "Suối Lớn", "Gành Dầu Cũ", "Xóm Lưới", "Cây Dừa", "Chuồng Vích",
)  # fmt: skip
ISLAND_DISTRICTS = ("911", "912")


@dataclass(frozen=True, slots=True)
class HamletName:
    """Kind word and name of a hamlet to be made."""

    kind: str
    name: str


def numbers_of_hamlets(communes: Sequence[Area], seed: int, total: int = HAMLETS) -> dict[str, int]:
    """Hamlets by commune code: at least three each, more in the big ones, exactly `total` in all."""
    fixed = {unit.code: len(FIXED[unit.code]) for unit in communes if unit.code in FIXED}
    others = [unit for unit in communes if unit.code not in fixed]
    left = total - sum(fixed.values()) - FEWEST * len(others)
    weights = {unit.code: chance_of(seed, "size", unit.code).uniform(0.3, 1.7) for unit in others}
    whole = sum(weights.values())
    shares = {code: left * weight / whole for code, weight in weights.items()}
    numbers = {code: FEWEST + int(share) for code, share in shares.items()}
    by_rest = sorted(shares, key=lambda code: (int(shares[code]) - shares[code], code))
    for code in by_rest[: total - sum(fixed.values()) - sum(numbers.values())]:
        numbers[code] += 1
    return fixed | numbers


def invent_hamlets(commune: Area, number: int, seed: int) -> list[HamletName]:
    """Hamlets of a commune; no two are equal without their accents (BR-31)."""
    if commune.code in FIXED:
        return [HamletName(AreaKind.AP, name) for name in FIXED[commune.code][:number]]
    chance = chance_of(seed, "hamlets", commune.code)
    if commune.kind == AreaKind.PHUONG:
        return [HamletName(AreaKind.KHU_PHO, name) for name in _urban_names(commune, number, chance)]
    if commune.kind == AreaKind.THI_TRAN:
        quarters = max(2, number - chance.randint(0, 2))
        rural = _rural_names(commune, number - quarters, chance)
        return [
            *(HamletName(AreaKind.KHU_PHO, str(one)) for one in range(1, quarters + 1)),
            *(HamletName(AreaKind.AP, name) for name in rural),
        ]
    return [HamletName(AreaKind.AP, name) for name in _rural_names(commune, number, chance)]


def _urban_names(commune: Area, number: int, chance: Random) -> list[str]:
    """Most wards number their quarters, some name them."""
    if chance.random() < 0.7:
        return [str(one) for one in range(1, number + 1)]
    return _distinct(_with_first_word(commune, chance), number)


def _rural_names(commune: Area, number: int, chance: Random) -> list[str]:
    """By chance: numbers, canals, or names made from the commune's, mixed with landmarks."""
    style = chance.random()
    landmarks = chance.sample(_landmarks(commune), 4)
    if style < 0.15:
        return [str(one) for one in range(1, number + 1)]
    if style < 0.35:
        canals = sorted(chance.sample(CANALS, min(number, 7)), key=CANALS.index)
        return _distinct([*canals, *landmarks, *_with_first_word(commune, chance)], number)
    lettered = len(commune.name.split()[-1]) == 1
    letters = [f"{commune.name} A", f"{commune.name} B"] if chance.random() < 0.3 and not lettered else []
    own = _with_first_word(commune, chance)
    few = chance.randint(0, 2)
    return _distinct([*letters, *landmarks[:few], *own, *landmarks[few:]], number)


def _with_first_word(commune: Area, chance: Random) -> list[str]:
    first = commune.name.split()[0]
    if not first.isalpha():
        first = "Tân"
    return [f"{first} {word}" for word in chance.sample(SECOND_WORDS, len(SECOND_WORDS)) if word != first]


def _landmarks(commune: Area) -> tuple[str, ...]:
    district = commune.parent
    return SHORES if district is not None and district.code in ISLAND_DISTRICTS else LANDMARKS


def _distinct(names: Iterable[str], number: int) -> list[str]:
    """The first `number` names that differ without their accents."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(fold(name), name)
    return list(by_key.values())[:number]
