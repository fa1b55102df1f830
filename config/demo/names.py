"""Invented names and phone numbers as they are met in Kiên Giang: Kinh, Khmer and Hoa.

No name is anybody's: the parts are put together by chance. Phones lie in 09xx 000 xxx, where the zeros
show that they are invented.
"""

from dataclasses import dataclass
from itertools import count
from random import Random

from teams.enums import Gender

SURNAMES = {
    "Nguyễn": 270, "Trần": 120, "Lê": 95, "Phạm": 65, "Huỳnh": 65, "Danh": 60, "Võ": 50, "Phan": 40,
    "Lâm": 32, "Trương": 30, "Đặng": 28, "Bùi": 26, "Đỗ": 24, "Dương": 22, "Hồ": 20, "Lý": 18, "Ngô": 18,
    "Châu": 14, "Mai": 12, "Cao": 11, "Lưu": 10, "Tô": 9, "Quách": 8, "Tiêu": 7, "Kim": 6, "Thạch": 5,
    "Giang": 5, "Tăng": 5, "Đinh": 5, "Tạ": 4, "Kiên": 4,
}  # fmt: skip
"""Surnames and how common they are in the invented province."""

MIDDLE = {
    Gender.MALE: (
        "Văn",
        "Văn",
        "Văn",
        "Hữu",
        "Minh",
        "Thanh",
        "Quốc",
        "Hoàng",
        "Công",
        "Đức",
        "Chí",
        "Trung",
        "Út",
    ),
    Gender.FEMALE: (
        "Thị",
        "Thị",
        "Thị",
        "Ngọc",
        "Thanh",
        "Kim",
        "Mỹ",
        "Thu",
        "Hồng",
        "Bích",
        "Thị Ngọc",
        "Thị Mỹ",
    ),
}
GIVEN = {
    Gender.MALE: (
        "An", "Bảo", "Bé", "Bình", "Chiến", "Cường", "Dũng", "Duy", "Đạt", "Đời", "Đức", "Giàu", "Hải", "Hậu",
        "Hiếu", "Hòa", "Hùng", "Khải", "Khánh", "Khoa", "Kiệt", "Lâm", "Lộc", "Long", "Luân", "Mến", "Nam",
        "Nghĩa", "Nhân", "Nhựt", "Phát", "Phong", "Phú", "Phúc", "Quang", "Quí", "Sang", "Sơn", "Tài", "Tâm",
        "Tân", "Thái", "Thắng", "Thiện", "Thịnh", "Thuận", "Tính", "Toàn", "Trí", "Trọng", "Tuấn", "Vinh", "Vũ",
    ),
    Gender.FEMALE: (
        "Ánh", "Ba", "Chi", "Cúc", "Diễm", "Dung", "Duyên", "Đào", "Điệp", "Giang", "Hà", "Hạnh", "Hiền", "Hoa",
        "Hồng", "Huệ", "Hương", "Kiều", "Lan", "Lệ", "Liên", "Linh", "Loan", "Mai", "Mi", "Mỹ", "Nga", "Ngân",
        "Nguyệt", "Nhi", "Nhung", "Nở", "Oanh", "Phấn", "Phượng", "Quyên", "Sương", "Thảo", "Thắm", "Thoa", "Thu",
        "Thúy", "Tiên", "Trang", "Trinh", "Tuyền", "Tuyết", "Vân", "Xuân", "Yến",
    ),
}  # fmt: skip
KHMER_GIVEN = {
    Gender.MALE: ("Sà Rinh", "Sol", "Chanh", "Phum", "Hên", "Lành", "Thươl", "Đa Ra", "Hoài", "Mết"),
    Gender.FEMALE: ("Sà Phol", "Chanh Đa", "Na", "Phol La", "Sóc Kha", "Lành", "Mỹ", "Hên", "Đa", "Sa Vết"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the sex of its bearer."""

    full_name: str
    gender: Gender


def invent_name(chance: Random, women: float = 0.42) -> Named:
    """Somebody: a surname as common as in the province, a middle name and a given name."""
    gender = Gender.FEMALE if chance.random() < women else Gender.MALE
    [surname] = chance.choices(list(SURNAMES), list(SURNAMES.values()))
    if surname == "Danh" and chance.random() < 0.6:
        return Named(_khmer_name(chance, gender), gender)
    given = chance.choice(GIVEN[gender])
    middle = chance.choice([word for word in MIDDLE[gender] if word.split()[-1] != given])
    return Named(f"{surname} {middle} {given}", gender)


def _khmer_name(chance: Random, gender: Gender) -> str:
    """Khmer women bear Thị as their surname or between Danh and their name."""
    given = chance.choice(KHMER_GIVEN[gender])
    if gender is Gender.MALE:
        return f"Danh {given}"
    return f"{chance.choice(('Thị', 'Danh Thị'))} {given}"


class Phones:
    """Hands out invented phone numbers, each once."""

    def __init__(self) -> None:
        self.given = count()

    def next(self) -> str:
        """A number in E.164 with three zeros in its middle."""
        number = next(self.given)
        prefix, last = 10 + number * 37 % 90, number // 90 % 1000
        return f"+849{prefix:02d}000{last:03d}"


def chance_of(seed: int, *about: object) -> Random:
    """A source of chance of its own for each thing, so that one more hamlet changes nobody else."""
    return Random("/".join(map(str, (seed, *about))))  # nosec B311 - invents a demo, guards nothing
