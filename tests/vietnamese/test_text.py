"""Storing, folding, comparing and ordering Vietnamese text (T-R17, M2)."""

import itertools
import string
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.text import SORT_KEY_LENGTH, clean, fold, normalise_name, place_sort_key, place_tone, sort_key

NAMES_IN_ORDER = (Path(__file__).parent / "names_in_order.txt").read_text(encoding="utf-8").splitlines()
VIETNAMESE = st.text(
    st.sampled_from(
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ  "
    )
)


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("  Lê   Thị\tMẫu ", "Lê Thị Mẫu"),
        (unicodedata.normalize("NFD", "Trần Thị Mẫu Q"), "Trần Thị Mẫu Q"),
        ("Tr\u00e2\u0300n Thi \u0323Mẫu Q", "Trần Thị Mẫu Q"),
        ("Trần Thi \u0323 Mẫu", "Trần Thị Mẫu"),
        ("a\x00b\x07c\x7f\ud800\uffff", "abc"),
        ("một\r\nhai\u2028ba\u00a0bốn", "một hai ba bốn"),
        ("Lê\u200bVăn\u202e", "Lê\u200bVăn\u202e"),
        ("😀 Đ/đ", "😀 Đ/đ"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("", ""),
    ],
)
def test_text_is_stored_as_given_in_one_form(given_text: str, stored: str) -> None:
    assert clean(given_text) == stored


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Đẹp", "nguyen thi dep"),
        ("ĐẶNG", "dang"),
        ("\u00d0ặng \u00f0ức", "dang duc"),
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("H\u2019Mông \u2013 A\u2014B", "h'mong - a-b"),
        ("Lê\u200b\u202eVăn\u00ad", "levan"),
        ("  Ấp   Kinh 5A ", "ap kinh 5a"),
        ("\u201cưỡng\u201d", '"uong"'),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("word", "placed"),
    [
        ("hoà", "hòa"), ("hòa", "hòa"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("uỷ", "ủy"),
        ("quý", "quý"), ("qúy", "quý"), ("giá", "giá"), ("gía", "giá"), ("gì", "gì"), ("gìn", "gìn"),
        ("hòang", "hoàng"), ("hoàng", "hoàng"), ("ngoài", "ngoài"), ("khuỷu", "khuỷu"),
        ("nguyễn", "nguyễn"), ("huỳnh", "huỳnh"), ("thuở", "thuở"), ("giếng", "giếng"), ("nghĩa", "nghĩa"),
        ("rượu", "rượu"), ("mía", "mía"), ("đắk", "đắk"), ("noël", "noël"), ("áàá", "áàá"), ("ha", "ha"),
        ("kỹthuật", "kỹthuật"), ("b", "b"), ("ápollo", "ápollo"),
    ],
)  # fmt: skip
def test_tone_stands_on_its_customary_vowel(word: str, placed: str) -> None:
    assert place_tone(word) == placed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Tân   HOÀ ", "tân hòa"),
        (unicodedata.normalize("NFD", "Hoà Thuý"), "hòa thúy"),
        ("\u00d0ông Hồ", "đông hồ"),
        ("Tân Thành", "tân thành"),
        ("Tân Thạnh", "tân thạnh"),
    ],
)
def test_normalised_name_keeps_accents(text: str, name: str) -> None:
    assert normalise_name(text) == name


@given(st.text())
def test_fold_is_idempotent_and_blind_to_composition(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == key


@given(st.text())
def test_clean_is_idempotent_and_blind_to_composition(text: str) -> None:
    stored = clean(text)
    assert clean(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert clean(unicodedata.normalize("NFD", text)) == stored
    stored.encode()


@given(VIETNAMESE)
def test_names_of_vietnamese_letters_fold_to_plain_ones(text: str) -> None:
    assert set(fold(text)) <= set(string.ascii_lowercase + " ")
    assert normalise_name(normalise_name(text)) == normalise_name(text)
    assert fold(normalise_name(text)) == fold(text)


@given(st.text())
def test_sort_keys_order_alike_in_every_collation(text: str) -> None:
    """Digits and lone lower-case letters only: nothing that a collation ignores or contracts (ch, dd)."""
    for key in (sort_key(text), place_sort_key(text)):
        assert set(key) <= set(string.ascii_lowercase + string.digits)
        assert len(key) <= SORT_KEY_LENGTH
        assert not any(a.isalpha() and b.isalpha() for a, b in itertools.pairwise(key))


def _sorted(names: list[str], key: Callable[[str], Any]) -> list[str]:
    """The names sorted from the wrong way round, so that equal keys do not pass unseen."""
    backwards = names[::-1]
    backwards.sort(key=key)
    return backwards


def test_a_hundred_names_in_order() -> None:
    assert len(NAMES_IN_ORDER) == 100
    assert _sorted(NAMES_IN_ORDER, sort_key) == NAMES_IN_ORDER
    # The naive twins: by code point, and by the folded key alone.
    assert sorted(NAMES_IN_ORDER) != NAMES_IN_ORDER
    assert _sorted(NAMES_IN_ORDER, lambda name: fold(name).split()[::-1]) != NAMES_IN_ORDER


def test_spellings_of_one_name_sort_together() -> None:
    keys = {sort_key(name) for name in ("Lê Hoà", "LÊ HÒA", unicodedata.normalize("NFD", " Lê  Hoà"))}
    assert len(keys) == 1


def test_places_sort_by_number_and_first_word() -> None:
    places = [
        "Ấp",
        "Ấp 1",
        "Ấp 1A",
        "Ấp 2",
        "Ấp 10",
        "Ấp An Bình",
        "Ấp Ăn",
        "Ấp Minh Phú",
        "Ấp Minh Thành",
        "Khu phố 3",
        "Khu phố 03B",
        "Khu phố 12",
    ]
    assert _sorted(places, place_sort_key) == places


def test_long_names_are_sorted_by_their_beginning() -> None:
    name = "Á" * 299 + "B"
    assert len(sort_key(name)) == SORT_KEY_LENGTH
    assert sort_key("Ấ" * 10_000) > sort_key(name)
