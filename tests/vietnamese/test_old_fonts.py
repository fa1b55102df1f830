"""Old fonts: each letter, 200 names there and back, and nothing of Unicode taken for one."""

import itertools
import unicodedata

import pytest

from tests.vietnamese.old_letters import to_tcvn3, to_vni
from vietnamese.old_fonts import (
    cell_to_unicode,
    font_of,
    looks_like_tcvn3,
    looks_like_vni,
    tcvn3_to_unicode,
    vni_to_unicode,
)

FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"]
MIDDLES = ["Văn", "Thị", "Hữu", "Ngọc"]
GIVEN = ["Đước", "Mẫu", "Hòa", "Thủy", "Tý"]
NAMES = [" ".join(parts) for parts in itertools.product(FAMILIES, MIDDLES, GIVEN)]
WORDS = [
    "Trưởng ấp", "Tổ phó", "Bí thư chi đoàn", "Điện thoại", "Chức vụ, đơn vị công tác", "Hội Nông dân",
    "Tổ công nghệ số cộng đồng", "Ủy ban nhân dân xã", "Năm sinh", "Khu phố Nguyễn Trung Trực", "Phụ nữ",
]  # fmt: skip
LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
UNICODE = [
    *NAMES, *WORDS, "Lê Hoà", "Hoà", "Lê Quý Hà", "TRÚC", "LÊ VÂN", "Kim Rươl", "Chau Sết", "José", "Café Zoé",
    "· họp", "§ 5", "50m²", "100 °C", "«tổ»", "André Müller", "Tân Thành B", "số 5 × 3", "Tel: 0912", "", "a",
]  # fmt: skip


def test_there_are_200_names() -> None:
    assert len(set(NAMES)) == 200


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_of_both_fonts(letter: str) -> None:
    assert tcvn3_to_unicode(to_tcvn3(letter)) == letter
    assert vni_to_unicode(to_vni(letter)) == letter
    assert vni_to_unicode(to_vni(letter.upper())) == letter.upper()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NguyÔn V¨n MÉu", "Nguyễn Văn Mẫu"),
        ("Tr\u00adëng Êp", "Trưởng ấp"),
        ("Hä vµ tªn", "Họ và tên"),
        ("Céng t¸c viªn B§-VHX", "Cộng tác viên BĐ-VHX"),
        ("Huúnh ThÞ §Ìn", "Huỳnh Thị Đèn"),
        ("NGUYÔN V¡N A", "NGUYỄN VĂN A"),
        ("0912 000 101", "0912 000 101"),
    ],
)
def test_tcvn3(written: str, read: str) -> None:
    assert tcvn3_to_unicode(written) == read


def test_a_font_of_capitals_shows_capitals() -> None:
    assert tcvn3_to_unicode("NguyÔn V¨n MÉu", capitals=True) == "NGUYỄN VĂN MẪU"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Nguyeãn Vaên Maãu", "Nguyễn Văn Mẫu"),
        ("Tröôûng aáp", "Trưởng ấp"),
        ("ÑIEÄN THOAÏI", "ĐIỆN THOẠI"),
        ("UÛy ban", "Ủy ban"),
        ("Uûy ban", "Ủy ban"),
        ("Kyõ söï", "Kỹ sự"),
    ],
)
def test_vni(written: str, read: str) -> None:
    assert vni_to_unicode(written) == read


@pytest.mark.parametrize("text", [*NAMES, *WORDS])
def test_names_there_and_back(text: str) -> None:
    old, vni = to_tcvn3(text), to_vni(text)
    assert tcvn3_to_unicode(old).lower() == text.lower()
    assert vni_to_unicode(vni) == text
    assert (looks_like_tcvn3(old), looks_like_vni(old)) == (True, False)
    assert (looks_like_tcvn3(vni), looks_like_vni(vni)) == (False, True)


@pytest.mark.parametrize("text", UNICODE)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_is_never_taken_for_an_old_font(text: str, form: str) -> None:
    given = unicodedata.normalize(form, text)  # type: ignore[arg-type]  # the two forms above
    assert (looks_like_tcvn3(given), looks_like_vni(given)) == (False, False)


def test_the_font_of_a_file_and_its_cells() -> None:
    mixed = [to_tcvn3(name) for name in NAMES[:20]] + ["Trần Thị Mẫu", "Viettel", ""]
    assert font_of(mixed) == "tcvn3"
    assert font_of([to_vni(name) for name in NAMES[:20]] + ["Hoà"]) == "vni"
    assert font_of(UNICODE) is None
    assert font_of([]) is None
    assert [cell_to_unicode(text, "tcvn3") for text in mixed[-3:]] == ["Trần Thị Mẫu", "Viettel", ""]
    # Alone it reads well both ways; in a file that is in the font it is in the font.
    assert (cell_to_unicode("Hoà", "vni"), cell_to_unicode("Hoà", None)) == ("Hồ", "Hoà")


def test_wrong_twin_counting_strange_letters_takes_unicode_for_tcvn3() -> None:
    def naive(text: str) -> bool:
        return any(letter in "µ¸¶·¹¨©ªàáâãèéêìíòóôùúý" for letter in text)

    assert [text for text in UNICODE if naive(text)] != []
