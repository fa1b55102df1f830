"""No pattern can be made slow by what a user types (T-I8): 50 kB of hostile text within 50 ms."""

import re
import time

import pytest

from vietnamese import dates, phones, text

SIZE = 50_000
HOSTILE = ["0", "9 ", "1/", " \u0301", "a", "à", "-", ".0", "tháng ", "+84", "e+", "ấ1", "\x00", "0.", "1 / "]
PATTERNS = [
    pytest.param(value, id=f"{module.__name__}.{name}")
    for module in (dates, phones, text)
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
]


def _slowest(pattern: re.Pattern[str]) -> float:
    times = []
    for unit in HOSTILE:
        hostile = (unit * SIZE)[:SIZE] + "!"
        start = time.process_time()
        pattern.search(hostile)
        pattern.fullmatch(hostile)
        times.append(time.process_time() - start)
    return max(times)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_stay_linear(pattern: re.Pattern[str]) -> None:
    assert _slowest(pattern) <= 0.05


def test_the_measure_catches_a_quadratic_pattern() -> None:
    start = time.process_time()
    re.compile(r"[0-9]*[0-9][0-9]*!").fullmatch("0" * 20_000)
    assert time.process_time() - start > 0.05


@pytest.mark.parametrize("unit", HOSTILE)
def test_whole_functions_stay_fast(unit: str) -> None:
    hostile = (unit * SIZE)[:SIZE]
    start = time.process_time()
    for function in (text.clean, text.fold, text.normalise_name, text.sort_key, text.place_sort_key):
        function(hostile)
    phones.parse_phone(hostile)
    dates.parse_date(hostile)
    dates.parse_birth(hostile)
    assert time.process_time() - start <= 1.0
