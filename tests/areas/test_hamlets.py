"""Hamlets: names as people type them, equal names (BR-31), kinds (BR-33), lists, counts, and races (T-R2)."""

import threading
import unicodedata
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections
from django.utils import timezone

from areas.checking import find_faults
from areas.counts import count_warnings, record_counts
from areas.hamlet_lists import Outcome, add_hamlets_from_text, read_hamlet_list
from areas.hamlets import (
    SAME_LETTERS,
    SAME_NAME,
    add_hamlet,
    change_hamlet,
    correct_spelling,
    kind_warnings,
    mark_large,
    unmark_large,
)
from areas.kinds import split_kind, without_kind_word
from areas.models import Area, AreaStat, AreaVersion, HamletCounter
from areas.picking import choices, find
from areas.tree import open_hamlet, open_unit
from tests.cast import START, Cast, make_cast

DAY = date(2022, 8, 5)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def code_of(refused: pytest.ExceptionInfo[ValidationError]) -> str:
    error = refused.value
    return next(iter(error.error_dict.values()))[0].code if hasattr(error, "error_dict") else error.code


@pytest.mark.parametrize(
    ("text", "chosen", "kind", "name"),
    [
        ("Ấp Minh Thành", "AP", "AP", "Minh Thành"),
        ("ấp  3", "AP", "AP", "3"),
        ("KHU PHỐ 5", "AP", "KHU_PHO", "5"),
        ("KP5", "AP", "KHU_PHO", "5"),
        ("KP. Minh Phú", "AP", "KHU_PHO", "Minh Phú"),
        ("Tổ dân phố 12", "AP", "TO_DAN_PHO", "12"),
        ("Bản Tân", "AP", None, "Bản Tân"),
        ("Bản Tân", "BAN", "BAN", "Tân"),
        ("Bàn Thạch", "BAN", None, "Bàn Thạch"),
        ("Ấp", "AP", None, "Ấp"),
        ("Thônă", "THON", None, "Thônă"),
        (unicodedata.normalize("NFD", "Ấp Minh Thành"), "AP", "AP", "Minh Thành"),
        ("3", "AP", None, "3"),
    ],
)
def test_kind_words(text: str, chosen: str, kind: str | None, name: str) -> None:
    assert split_kind(text, chosen) == (kind, name)


def test_the_kind_word_of_another_kind_stays() -> None:
    assert without_kind_word("THON", "Ấp Bắc") == "Ấp Bắc"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (unicodedata.normalize("NFD", "Đông Hồ"), "Đông Hồ"),
        ("  Xẻo \t Cạn ", "Xẻo Cạn"),
        ("Ấp Kênh 𝟛", "Kênh 𝟛"),
        ("Kênh\u200bBa", "Kênh\u200bBa"),
        ("\u202eKênh Tư", "\u202eKênh Tư"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=1+1", "=1+1"),
    ],
)
def test_names_are_stored_as_given_and_found_again(cast: Cast, typed: str, stored: str) -> None:
    hamlet = add_hamlet(by=cast.minh, commune=cast.places.commune, kind="AP", name=typed, valid_from=DAY)
    assert Area.objects.get(pk=hamlet.pk).name == stored
    assert hamlet in find(choices(cast.minh, level="HAMLET"), typed)


@pytest.mark.parametrize("name", ["x" * 121, "x" * 300, "ß" * 61, "", " ", "\u200b", "\u202e\u200f", "---"])
def test_what_is_no_name_is_refused_at_the_name(cast: Cast, name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        add_hamlet(by=cast.minh, commune=cast.places.commune, kind="AP", name=name, valid_from=DAY)
    assert list(refused.value.error_dict) == ["name"]


@pytest.mark.parametrize(
    ("name", "kind", "accepted", "code"),
    [
        ("minh THÀNH ", "AP", False, SAME_NAME),
        ("minh THÀNH ", "AP", True, SAME_NAME),
        ("Minh Thanh", "AP", False, SAME_LETTERS),
        ("Minh Thạnh", "AP", True, ""),
        ("Minh Thành 1", "AP", False, ""),
        ("Minh Thành", "KHU_PHO", False, ""),
    ],
)
def test_equal_names(cast: Cast, name: str, kind: str, accepted: bool, code: str) -> None:
    def add() -> Area:
        return add_hamlet(
            by=cast.minh,
            commune=cast.places.commune,
            kind=kind,
            name=name,
            valid_from=DAY,
            same_name_accepted=accepted,
        )

    if not code:
        assert add().same_name_accepted is accepted
        assert list(find_faults()) == []
        return
    with pytest.raises(ValidationError) as refused:
        add()
    assert code_of(refused) == code
    assert HamletCounter.objects.get(commune_code="31018").last == 7


def test_only_inside_the_own_area(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    for stranger in (cast.quang, cast.lan, cast.binh, cast.hoa):
        with pytest.raises(PermissionDenied):
            add_hamlet(by=stranger, commune=cast.places.commune, kind="AP", name="X", valid_from=DAY)
        with pytest.raises(PermissionDenied):
            correct_spelling(by=stranger, area=hamlet, name="X", reason="x")
        with pytest.raises(PermissionDenied):
            mark_large(by=stranger, area=hamlet, reason="x")
        with pytest.raises(PermissionDenied):
            record_counts(by=stranger, area=hamlet, as_of=DAY, households=1)
    with pytest.raises(PermissionDenied):
        correct_spelling(by=cast.minh, area=cast.places.commune, name="X", reason="x")
    assert (
        correct_spelling(by=cast.an, area=cast.places.commune, name="Minh Thuận B", reason="x").name
        == "Minh Thuận B"
    )


def test_codes_are_never_used_again(cast: Cast) -> None:
    names = "A", "B"
    made = [
        add_hamlet(by=None, commune=cast.places.commune, kind="AP", name=n, valid_from=DAY) for n in names
    ]
    assert [hamlet.code for hamlet in made] == ["31018-008", "31018-009"]


def test_a_change_on_a_day_makes_a_version_and_keeps_the_tree(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    change_hamlet(by=cast.minh, area=hamlet, on=date(2024, 1, 1), name="Mới", document_ref="5/NQ-HĐND")
    versions = AreaVersion.objects.filter(area=hamlet).values_list(
        "name", "valid_from", "valid_to", "document_ref"
    )
    assert list(versions) == [
        ("Minh Thành", START, date(2024, 1, 1), ""),
        ("Mới", date(2024, 1, 1), None, "5/NQ-HĐND"),
    ]
    assert list(find_faults()) == []
    for day in (START, date(2024, 1, 1), timezone.localdate() + timedelta(days=1)):
        with pytest.raises(ValidationError):
            change_hamlet(by=cast.minh, area=hamlet, on=day, name="Mới nữa")
    with pytest.raises(ValidationError) as refused:
        change_hamlet(by=cast.minh, area=hamlet, on=date(2025, 1, 1), name="Minh Tân")
    assert code_of(refused) == SAME_NAME


def test_large_needs_its_reason(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    with pytest.raises(ValidationError):
        mark_large(by=cast.minh, area=hamlet, reason=" \u200b"[:1])
    assert mark_large(by=cast.minh, area=hamlet, reason="412 hộ").large_reason == "412 hộ"
    assert unmark_large(by=cast.minh, area=hamlet).large_population is False
    assert [row.history_user for row in hamlet.history.all()][:2] == [cast.minh, cast.minh]


@pytest.mark.parametrize(
    ("commune_kind", "commune_name", "kind", "warned"),
    [
        ("PHUONG", "Vĩnh Lạc", "AP", True),
        ("PHUONG", "Vĩnh Lạc", "KHU_PHO", False),
        ("PHUONG", "Vĩnh Lạc", "KHOM", False),
        ("PHUONG", "Vĩnh Lạc", "TO_DAN_PHO", False),
        ("DAC_KHU", "Phú Quốc", "AP", True),
        ("DAC_KHU", "Phú Quốc", "TO_DAN_PHO", False),
        ("DAC_KHU", "Thổ Châu", "AP", False),
        ("XA", "Minh Thuận", "AP", False),
        ("XA", "Minh Thuận", "THON", False),
        ("XA", "Minh Thuận", "KHU_PHO", True),
        ("THI_TRAN", "Minh Lương", "KHU_PHO", False),
        ("THI_TRAN", "Minh Lương", "AP", False),
    ],
)
def test_kinds_of_hamlets_by_commune(commune_kind: str, commune_name: str, kind: str, warned: bool) -> None:
    commune = Area(level="COMMUNE", kind=commune_kind, name=commune_name, search_key=commune_name.lower())
    commune.search_key = {"Phú Quốc": "phu quoc"}.get(commune_name, "x")
    assert bool(kind_warnings(commune, kind)) is warned


LIST = (
    """1. Ấp Minh Thành
2) Kênh Một

- Kênh Hai
  4/ Khu phố 3
5 Ấp Kênh Ba
6. kênh một
7. Minh Thạnh
...
"""
    + "x" * 130
)


def test_every_line_of_a_list_is_accounted_for(cast: Cast) -> None:
    read = read_hamlet_list(commune=cast.places.commune, kind="AP", text=LIST)
    assert [(line.number, line.kind, line.name[:12], line.outcome) for line in read.lines] == [
        (1, "AP", "Minh Thành", Outcome.EXISTS),
        (2, "AP", "Kênh Một", Outcome.CREATE),
        (4, "AP", "Kênh Hai", Outcome.CREATE),
        (5, "KHU_PHO", "3", Outcome.CREATE),
        (6, "AP", "Kênh Ba", Outcome.CREATE),
        (7, "AP", "kênh một", Outcome.EXISTS),
        (8, "AP", "Minh Thạnh", Outcome.CONFIRM),
        (9, "AP", "...", Outcome.REFUSED),
        (10, "AP", "x" * 12, Outcome.REFUSED),
    ]
    assert [bool(line.warning) for line in read.lines][3] is True
    assert all(line.reason for line in read.lines if line.outcome != Outcome.CREATE)
    assert Area.objects.hamlets().count() == 10


def test_a_list_is_written_once(cast: Cast) -> None:
    facts = {"by": cast.minh, "commune": cast.places.commune, "kind": "AP", "text": LIST, "valid_from": DAY}
    first = add_hamlets_from_text(**facts)
    assert [hamlet.name for hamlet in first.created] == ["Kênh Một", "Kênh Hai", "3", "Kênh Ba"]
    second = add_hamlets_from_text(**facts, accepted=[8, 1, 9])
    assert [hamlet.name for hamlet in second.created] == ["Minh Thạnh"]
    assert add_hamlets_from_text(**facts, accepted=[8]).created == ()
    assert list(find_faults()) == []
    with pytest.raises(ValidationError) as refused:
        add_hamlets_from_text(**facts | {"text": "\n".join(map(str, range(301)))})
    assert code_of(refused) == "too_long" or "text" in refused.value.error_dict


def test_unknown_figures_stay_unknown(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    stat = record_counts(by=cast.minh, area=hamlet, as_of=DAY, households=400)
    assert (stat.households, stat.population) == (400, None)
    record_counts(by=cast.minh, area=hamlet, as_of=DAY, households=401, population=1500)
    assert AreaStat.objects.get().history.count() == 2
    wrong = [{}, {"households": -1}, {"households": 9, "fibre_households": 10}, {"population": 10**9}]
    for figures in wrong:
        with pytest.raises(ValidationError):
            record_counts(by=cast.minh, area=hamlet, as_of=DAY, **figures)
    assert AreaStat.objects.get().households == 401


@pytest.mark.parametrize(
    ("households", "people", "warned"),
    [
        (100, 300, False),
        (100, 450, False),
        (100, 299, True),
        (100, 451, True),
        (None, 9, False),
        (9, None, False),
    ],
)
def test_people_a_household(households: int | None, people: int | None, warned: bool) -> None:
    assert bool(count_warnings(households, people)) is warned


def test_a_hamlet_belongs_to_a_commune(cast: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        open_unit(level="HAMLET", kind="AP", code="1", name="X", parent=cast.places.district, valid_from=DAY)
    assert code_of(refused) == "parent_level"


def race(jobs: list) -> list[str]:
    """Run the jobs at the same moment; what each said."""
    gate, said = threading.Barrier(len(jobs)), []

    def run(job) -> None:
        gate.wait()
        try:
            job()
            said.append("won")
        except ValidationError as error:
            said.append("; ".join(error.messages))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return said


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_officials_add_the_same_hamlet_at_once() -> None:
    """T-R2: one wins, the others get a sentence; 10 clients, 5 rounds."""
    cast = make_cast()
    for turn in range(5):
        facts = {"by": cast.minh, "commune": cast.places.commune, "kind": "AP", "name": f"Kênh {turn}"}
        said = race([lambda facts=facts: add_hamlet(**facts, valid_from=DAY) for _ in range(10)])
        assert len(said) == 10
        assert said.count("won") == 1
        assert all("BR-31" in text or f"Kênh {turn}" in text for text in said if text != "won")
    assert Area.objects.filter(parent=cast.places.commune).count() == 12
    codes = Area.objects.filter(parent=cast.places.commune).values_list("code", flat=True)
    assert len(set(codes)) == 12
    assert list(find_faults()) == []


@pytest.mark.race
@pytest.mark.postgres_only
@pytest.mark.django_db(transaction=True)
def test_the_wrong_twin_makes_doubles() -> None:
    """Looking first and writing then, without lock and constraint, lets two in."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    cast = make_cast()
    gate, commune = threading.Barrier(4), cast.places.commune

    def look_then_write() -> None:
        free = not AreaVersion.objects.filter(parent=commune, name="Kênh").exists()
        gate.wait()
        if free:
            # The mark takes the row out of the constraint, as if there were none.
            open_hamlet(commune=commune, kind="AP", name="Kênh", valid_from=DAY, same_name_accepted=True)

    race([look_then_write] * 4)
    assert Area.objects.filter(name="Kênh").count() > 1
