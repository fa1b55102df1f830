"""Phone numbers as written in lists (messy-lists.md "Phones", H6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.phones import Phone, display_phone, mask_phone, parse_phone, split_phones


@pytest.mark.parametrize(
    ("raw", "e164"),
    [
        ("0912000101", "+84912000101"),
        ("912000101", "+84912000101"),
        ("912 345 678", "+84912345678"),
        ("912000101.0", "+84912000101"),
        ("+84 912 000 101", "+84912000101"),
        ("84912000101", "+84912000101"),
        ("0084912000101", "+84912000101"),
        ("+84 (0) 912 000 101", "+84912000101"),
        ("849120001", "+84849120001"),
        ("'0912.000.113", "+84912000113"),
        ("ĐT: 0912-000-101", "+84912000101"),
        ("\uff10\uff19\uff11\uff12000101", "+84912000101"),
        ("0379.000.102", "+84379000102"),
        ("0168 300 0109", "+84383000109"),
        ("1683000109", "+84383000109"),
        ("841683000109", "+84383000109"),
        ("0123.400.0110", "+84834000110"),
        ("0120 300 0109", "+84703000109"),
        ("0199 300 0109", "+84593000109"),
        ("02973 000 105", "+842973000105"),
        ("2973000108", "+842973000108"),
        ("842973000105", "+842973000105"),
        ("024 3812 3456", "+842438123456"),
    ],
)
def test_one_form(raw: str, e164: str) -> None:
    assert parse_phone(raw) == Phone(e164)


@pytest.mark.parametrize(
    ("raw", "phone"),
    [
        ("", Phone("")),
        ("   ", Phone("")),
        ('"', Phone("", "unreadable")),
        ("chưa có", Phone("", "unreadable")),
        ("9.12E+08", Phone("", "lost_digits")),
        ("9,12e+08", Phone("", "lost_digits")),
        ("091200010", Phone("", "unreadable")),
        ("09120001011", Phone("", "unreadable")),
        ("0112000101", Phone("", "unreadable")),
        ("+855 12 345 678", Phone("", "unreadable")),
        ("0812\u202e", Phone("", "unreadable")),
        ("0912000101" * 100, Phone("", "unreadable")),
        ("0773812460", Phone("+84773812460", "old_area_code")),
        ("0776 812 460", Phone("+84776812460", "old_area_code")),
        ("0912 000 104 / 02973 000 105", Phone("+84912000104", "several")),
        ("0912 000 104; chưa có", Phone("+84912000104")),
    ],
)
def test_doubtful_ones_say_why(raw: str, phone: Phone) -> None:
    assert parse_phone(raw) == phone


def test_two_numbers_in_a_cell() -> None:
    assert split_phones("0912 000 104 / 02973 000 105") == ["+84912000104", "+842973000105"]


@pytest.mark.parametrize(
    ("e164", "shown", "masked"),
    [
        ("+84912345678", "0912 345 678", "0912***678"),
        ("+842973812345", "0297 3812 345", "0297***345"),
        ("", "", ""),
        ("113", "113", "***"),
    ],
)
def test_shown_and_masked(e164: str, shown: str, masked: str) -> None:
    assert display_phone(e164) == shown
    assert mask_phone(e164) == masked


@given(st.from_regex(r"0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}|02[0-9]{9}", fullmatch=True))
def test_what_is_shown_reads_back(number: str) -> None:
    e164 = parse_phone(number).e164
    assert e164 == f"+84{number[1:]}"
    assert (
        parse_phone(display_phone(e164)).e164 == parse_phone(e164).e164 == parse_phone(e164[1:]).e164 == e164
    )


@given(st.text())
def test_any_text_gives_an_answer(raw: str) -> None:
    phone = parse_phone(raw)
    assert phone.e164 == "" or phone.e164.startswith("+84")
    assert bool(phone.e164 or phone.problem) == bool(raw.strip()) or not phone.e164
