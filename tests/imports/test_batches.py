"""A list on its way: handed in, read, written, taken back (BR-44, BR-45, I2 to I6); shown on lists of hamlets."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from areas.models import Area, AreaStat
from common.models import Register, RegisterKind
from imports.enums import BatchStatus, JobStatus
from imports.handing_in import discard, hand_in, read_again
from imports.models import ImportBatch, ImportChange
from imports.review import correct
from imports.undo_plan import plan_undo
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, read, take_back, work, workbook, write

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Ấp/khu phố", "Số hộ", "Nhân khẩu", "Diện tích"]


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


def hand(cast: Cast, *rows: list[Any], **choices: str) -> ImportBatch:
    content = workbook(["DANH SÁCH ẤP"], HEAD, *rows)
    return read(cast.minh, cast.places.commune, "hamlets", content, **choices)


def outcomes(batch: ImportBatch) -> list[tuple[int, str]]:
    return list(batch.rows.values_list("row_no", "action"))


def test_a_list_is_read_and_nothing_is_written(cast: Cast) -> None:
    before = digests()
    known = cast.places.hamlets[0]
    batch = hand(
        cast,
        [1, known.full_name, 312, 1290, 5],
        [2, "Ấp Kênh Mới", "1.040", "chưa có"],
        ["Tổng cộng", "", 1352],
    )
    assert (batch.status, batch.counts, batch.header_row) == (BatchStatus.PARSED, {"rows": 2, "groups": 0}, 2)
    assert batch.reading["unknown"] == ["Diện tích"]
    assert batch.reading["ignored"] == [1, 2, 5]
    first, second = batch.rows.all()
    assert (first.row_no, first.parsed) == (
        3,
        {"name": known.name, "kind": known.kind, "households": 312, "population": 1290, "area": known.pk},
    )
    assert second.parsed == {
        "name": "Kênh Mới",
        "kind": "AP",
        "households": 1040,
        "population": None,
        "area": None,
    }
    assert digests() == before


def test_written_rows_know_their_list_and_are_taken_back(cast: Cast) -> None:
    before = digests()
    known = cast.places.hamlets[0]
    AreaStat.objects.create(area=known, as_of=date(2022, 5, 1), households=300)
    with_count = digests()
    batch = hand(cast, [1, known.full_name, 312, 1290], [2, "Ấp Kênh Mới", 104, None], as_of="01/05/2022")
    job = write(cast.minh, batch)
    assert (job.status, job.message) == (JobStatus.DONE, "")
    assert job.result == {"CREATE": 1, "UPDATE": 1, "SKIP": 0, "REFUSED": 0}
    new = Area.objects.get(name="Kênh Mới")
    assert list(
        AreaStat.objects.filter(area__in=[known, new])
        .order_by("pk")
        .values_list("area", "households", "population")
    ) == [
        (known.pk, 312, 1290),
        (new.pk, 104, None),
    ]
    kept = ImportChange.objects.filter(batch=batch).order_by("model", "object_id")
    assert [(one.model, one.is_created) for one in kept] == [
        ("areas.Area", True),
        ("areas.AreaStat", False),
        ("areas.AreaStat", True),
        ("areas.AreaVersion", True),
    ]
    assert new.history.get().history_change_reason == f"import:{batch.pk}"
    take_back(cast.minh, batch)
    assert batch.status == BatchStatus.UNDONE
    assert batch.counts["undo"] == {"removed": 3, "restored": 1, "kept": 0}
    assert digests() == with_count != before
    assert Area.history.filter(id=new.pk, history_type="-", history_user=cast.minh).count() == 1


def test_rows_edited_or_used_since_stay_and_are_listed(cast: Cast) -> None:
    """BR-44, test 2, and what others use by now."""
    rows = [[n, f"Ấp Thử {n}", 100 + n, 400 + n] for n in range(1, 7)]
    batch = hand(cast, *rows)
    write(cast.minh, batch)
    edited = AreaStat.objects.get(households=101)
    edited.households = 111
    edited.save()
    used = Area.objects.get(name="Thử 2")
    AreaStat.objects.create(area=used, as_of=date(2022, 1, 2), households=5)
    kept = {(one.text.partition(" (")[0], one.reason) for one in plan_undo(batch).kept}
    counts, belongs = "đang được dùng: số liệu của ấp", "thuộc về: địa bàn"
    assert kept == {
        (str(edited), "đã sửa sau đó"),
        ("Ấp Thử 1", counts),
        ("Ấp Thử 2", counts),
        ("Ấp Thử 1", belongs),
        ("Ấp Thử 2", belongs),
    }
    take_back(cast.minh, batch)
    left = set(Area.objects.filter(name__startswith="Thử ").values_list("name", flat=True))
    assert left == {"Thử 1", "Thử 2"}
    assert Area.objects.get(name="Thử 2").versions.count() == 1
    assert set(
        AreaStat.objects.filter(area__name__startswith="Thử").values_list("households", flat=True)
    ) == {111, 5}


def test_the_list_is_taken_back_for_thirty_days(cast: Cast) -> None:
    batch = hand(cast, [1, "Ấp Kênh Mới", 104, 400])
    write(cast.minh, batch)
    now = timezone.now()
    for age, may in ((timedelta(days=29, hours=23), True), (timedelta(days=30, minutes=1), False)):
        batch.applied_at = now - age
        assert batch.may_undo is may


def test_the_same_file_is_asked_about_and_changes_nothing(cast: Cast) -> None:
    """BR-45 and T-R18."""
    rows = [[1, "Ấp Kênh Mới", 104, 400], [2, "Ấp Kênh Cũ", 99, 380]]
    first = hand(cast, *rows)
    write(cast.minh, first)
    before = digests()
    again = hand(cast, *rows)
    assert (again.is_asked_about, again.same_as, again.rows.count()) == (True, first, 0)
    read_again(by=cast.minh, batch=again)
    work()
    again.refresh_from_db()
    job = write(cast.minh, again)
    assert job.result == {"CREATE": 0, "UPDATE": 0, "SKIP": 2, "REFUSED": 0}
    assert digests() == before


def test_good_rows_in_and_bad_rows_back(cast: Cast) -> None:
    """I3: all or nothing, or only the good rows."""
    batch = hand(cast, [1, "Ấp Kênh Mới", 104, 400], [2, "Ấp Kênh Cũ", "khoảng trăm", 380])
    before = digests()
    job = write(cast.minh, batch)
    assert (job.status, digests() == before) == (JobStatus.FAILED, True)
    assert "1 dòng" in job.message
    job = write(cast.minh, batch, only_good=True)
    assert job.result == {"CREATE": 1, "UPDATE": 0, "SKIP": 0, "REFUSED": 1}
    assert outcomes(batch) == [(3, "CREATE"), (4, "REFUSED")]


def test_one_refused_row_takes_all_back_where_all_was_asked_for(cast: Cast) -> None:
    """Two rows of one new hamlet: only the database sees it."""
    batch = hand(cast, [1, "Ấp Kênh Mới", 104, 400], [2, "Ấp Kênh Mới", 105, 401])
    before = digests()
    job = write(cast.minh, batch)
    assert (job.status, digests() == before) == (JobStatus.FAILED, True)


def test_cells_are_corrected_and_the_same_for_all(cast: Cast) -> None:
    batch = hand(
        cast, [1, "Ấp Kênh A", "trăm", 1], [2, "Ấp Kênh B", "trăm", 1], [3, "Ấp Kênh C", "hai trăm", 1]
    )
    a, b, c = batch.rows.all()
    assert [row.has_marks for row in (a, b, c)] == [True, True, True]
    correct(
        by=cast.minh, batch=batch, cells={(a.pk, "households"): "100"}, same_for_all=[(a.pk, "households")]
    )
    assert list(batch.rows.values_list("parsed__households", "has_marks")) == [
        (100, False),
        (100, False),
        (None, True),
    ]
    correct(by=cast.minh, batch=batch, cells={(c.pk, "households"): "x1"}, left_out={c.pk: True})
    c.refresh_from_db()
    assert (c.has_marks, c.is_left_out) == (True, True)
    assert write(cast.minh, batch).result == {"CREATE": 2, "UPDATE": 0, "SKIP": 0, "REFUSED": 1}


def test_unreadable_files_say_why_and_can_be_thrown_away(cast: Cast) -> None:
    batch = read(cast.minh, cast.places.commune, "hamlets", b"", "rong.xlsx")
    assert (batch.status, bool(batch.problem)) == (BatchStatus.UNREADABLE, True)
    path = Path(batch.file.path)
    discard(by=cast.minh, batch=batch)
    assert not ImportBatch.objects.exists()
    assert path.parent.exists()


def test_columns_are_chosen_by_hand(cast: Cast) -> None:
    batch = hand(cast, [1, "Ấp Kênh Mới", 104, 400])
    read_again(
        by=cast.minh,
        batch=batch,
        mapping={"sheet": batch.sheet, "header": 2, "columns": {"name": 1, "households": 3, "population": 2}},
    )
    work()
    assert batch.rows.get().parsed["households"] == 400


@pytest.mark.parametrize("name", ["quang", "binh", "lan", "hoa"])
def test_another_commune_and_another_role_are_refused(cast: Cast, name: str) -> None:
    with pytest.raises(PermissionDenied):
        hand_in(
            by=cast.everybody[name],
            kind="hamlets",
            area=cast.places.commune,
            content=b"x",
            file_name="a.csv",
        )
    assert not ImportBatch.objects.exists()
