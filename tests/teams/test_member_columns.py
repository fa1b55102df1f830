"""Columns of member lists said by hand: read once more as the official says, corrections kept (issue 5, review)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from common.models import Register, RegisterKind
from imports.enums import BatchStatus
from imports.grid import Book, Cell, Grid
from imports.handing_in import read_again
from imports.models import ImportBatch
from imports.review import correct
from teams.member_columns import NOTHING, columns_of_book, with_columns
from teams.member_list import read_list
from teams.member_reading import read_members
from tests.cast import Cast, make_cast
from tests.imports.lists import read, work, workbook

pytestmark = pytest.mark.django_db

HEAD = ["TT", "Họ và tên", "Mã hiệu", "Ghi nhận", "Nhiệm vụ"]
ROWS = [
    [1, "Danh Văn Bần", "Trưởng ấp", "0912000101", "Tổ trưởng"],
    [2, "Lý Thị Én", "Bí thư chi đoàn", "0912000102", "Tổ phó"],
    [3, "Trần Thị Vú Sữa", "Nhân viên VNPT", "0912000103", "Thành viên"],
    [4, "Lê Văn Lác", "Người dân", "0912000104", "Thành viên"],
]


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


def book(*rows: list[Any], merged: list[Any] | None = None) -> Book:
    cells = [[Cell(value) for value in row] for row in rows]
    return Book("xlsx", [Grid("DS", cells, list(range(1, len(rows) + 1)), merged or [])])


def members(read: Book) -> list[tuple[Any, ...]]:
    return [
        (entry["row"], entry["full_name"], entry["position_text"], entry["phone"], entry["role"])
        for team in read_list(read).document()["teams"]
        for entry in team["members"]
    ]


def test_columns_are_shown_with_what_their_headings_say_and_their_first_cells() -> None:
    found = columns_of_book(book(["Ấp Kinh Ranh"], HEAD, *ROWS))
    assert [(one["key"], one["heading"], one["field"]) for one in found] == [
        ("0-tt", "TT", ""),
        ("1-ho va ten", "Họ và tên", "name"),
        ("2-ma hieu", "Mã hiệu", ""),
        ("3-ghi nhan", "Ghi nhận", ""),
        ("4-nhiem vu", "Nhiệm vụ", "role"),
    ]
    assert found[2]["samples"] == ["Trưởng ấp", "Bí thư chi đoàn", "Nhân viên VNPT"]


def test_personal_numbers_are_not_shown() -> None:
    rows = [[*row, "Số CCCD" if row is HEAD else "094070000101"] for row in (HEAD, *ROWS)]
    found = columns_of_book(book(["Ấp Kinh Ranh"], *rows))
    assert [(one["heading"], one["samples"]) for one in found[3:]] == [
        ("Ghi nhận", ["0912000101", "0912000102", "0912000103"]),
        ("Nhiệm vụ", ["Tổ trưởng", "Tổ phó", "Thành viên"]),
        ("Số CCCD", []),
    ]


def test_a_column_said_by_hand_is_read_so_and_one_left_out_is_not_read() -> None:
    said = {"2-ma hieu": "position", "3-ghi nhan": NOTHING}
    made = with_columns(book(["Ấp Kinh Ranh"], HEAD, *ROWS), said)
    assert members(made) == [
        (3, "Danh Văn Bần", "Trưởng ấp", None, "leader"),
        (4, "Lý Thị Én", "Bí thư chi đoàn", None, "deputy"),
        (5, "Trần Thị Vú Sữa", "Nhân viên VNPT", None, "member"),
        (6, "Lê Văn Lác", "Người dân", None, "member"),
    ]


def test_merged_headings_keep_the_other_columns() -> None:
    """“Năm sinh” over Nam and Nữ: the chosen column beside it changes neither."""
    rows = [
        ["TT", "Họ và tên", "Năm sinh", None, "Mã hiệu"],
        [None, None, "Nam", "Nữ", None],
        [1, "Danh Văn Bần", 1970, None, "Tổ trưởng"],
        [2, "Lý Thị Én", None, 1985, "Tổ viên"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)]
    moved = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merged]
    made = with_columns(book(["Ấp Kinh Ranh"], *rows, merged=moved), {"4-ma hieu": "role"})
    entries = [entry for team in read_list(made).document()["teams"] for entry in team["members"]]
    assert [(one["birth"], one["gender"], one["role"]) for one in entries] == [
        ("1970", "M", "leader"),
        ("1985", "F", "member"),
    ]


def test_a_table_without_headings_gets_them() -> None:
    rows = [[one, *rest] for one, *rest in ROWS]
    found = columns_of_book(book(["Ấp Kinh Ranh"], *rows))
    assert [one["key"] for one in found] == ["0-", "1-", "2-", "3-", "4-"]
    made = with_columns(book(["Ấp Kinh Ranh"], *rows), {"1-": "name", "2-": "position", "4-": "role"})
    assert members(made) == [
        (2, "Danh Văn Bần", "Trưởng ấp", "0912000101", "leader"),
        (3, "Lý Thị Én", "Bí thư chi đoàn", "0912000102", "deputy"),
        (4, "Trần Thị Vú Sữa", "Nhân viên VNPT", "0912000103", "member"),
        (5, "Lê Văn Lác", "Người dân", "0912000104", "member"),
    ]


def test_no_choice_changes_nothing_and_unknown_words_are_passed_over() -> None:
    made = book(["Ấp Kinh Ranh"], HEAD, *ROWS)
    assert with_columns(made, {}) == made
    assert with_columns(made, {"2-ma hieu": "password", "9-x": "name", "1-ho va ten": ""}) == made
    assert read_members(made, {}) == read_list(made).document()


# Through the pages.


def handed_in(cast: Cast) -> ImportBatch:
    place = cast.places.hamlets[0].full_name
    return read(
        cast.minh, cast.places.commune, "members", workbook([f"Danh sách tổ CNSCĐ {place}"], HEAD, *ROWS)
    )


def test_the_official_says_a_column_and_keeps_what_was_corrected(cast: Cast, client: Client) -> None:
    client.force_login(cast.minh)
    batch = handed_in(cast)
    first, second = batch.rows.order_by("number")[:2]
    cells = {
        (first.pk, "full_name"): "Danh Văn Bần Bần",
        (first.pk, "category"): "HAMLET_HEAD",
        (second.pk, "position_text"): "Bí thư",
    }
    correct(by=cast.minh, batch=batch, cells=cells, left_out={second.pk: True})
    page = client.get(reverse("imports:batch_columns", args=[batch.pk])).content.decode()
    assert 'name="is-2-ma hieu"' in page
    assert "Bí thư chi đoàn" in page
    sent = {"is-2-ma hieu": NOTHING, "is-3-ghi nhan": "phone", "is-1-ho va ten": ""}
    assert client.post(reverse("imports:batch_columns", args=[batch.pk]), sent).status_code == 302
    work()
    batch.refresh_from_db()
    assert batch.status == BatchStatus.PARSED
    found = [
        (row.parsed["full_name"], row.parsed["position_text"], row.parsed["phone"], row.is_left_out)
        for row in batch.rows.order_by("number")
    ]
    assert found == [
        ("Danh Văn Bần Bần", None, "0912000101", False),
        ("Lý Thị Én", None, "0912000102", False),
        ("Trần Thị Vú Sữa", None, "0912000103", False),
        ("Lê Văn Lác", None, "0912000104", False),
    ]
    page = client.get(reverse("imports:batch_columns", args=[batch.pk])).content.decode()
    assert page.count(f'<option value="{NOTHING}" selected>') == 1


def test_reading_again_as_it_was_keeps_every_correction(cast: Cast) -> None:
    batch = handed_in(cast)
    rows = list(batch.rows.order_by("number"))
    cells = {(rows[2].pk, "full_name"): "Trần Thị Vú Sữa Tím", (rows[3].pk, "birth"): "1980"}
    correct(by=cast.minh, batch=batch, cells=cells, left_out={rows[1].pk: True})
    before = list(batch.rows.order_by("number").values_list("parsed", "issues", "typed", "is_left_out"))
    read_again(by=cast.minh, batch=batch)
    work()
    after = list(batch.rows.order_by("number").values_list("parsed", "issues", "typed", "is_left_out"))
    assert after == before
    batch.refresh_from_db()
    assert batch.job is not None
    assert batch.job.result == {"rows": 4, "groups": 1, "kept": 3}


def test_a_list_of_no_known_headings_becomes_one(cast: Cast, client: Client) -> None:
    """What the reader finds no list in is read with the columns that the official says."""
    client.force_login(cast.minh)
    head = ["A1", "Cột một", "Cột hai"]
    rows = [["k", "Danh Văn Bần", "tt"], ["k", "Lý Thị Én", "tp"], ["k", "Lê Văn Lác", "tv"]]
    place = cast.places.hamlets[0].full_name
    batch = read(cast.minh, cast.places.commune, "members", workbook([place], head, *rows))
    address = reverse("imports:batch_columns", args=[batch.pk])
    assert (
        reverse("imports:batch_columns", args=[batch.pk])
        in client.get(batch.get_absolute_url()).content.decode()
    )
    names = [line.split('"')[0] for line in client.get(address).content.decode().split('name="is-')[1:]]
    client.post(address, {f"is-{names[1]}": "name", f"is-{names[2]}": "role"})
    work()
    batch.refresh_from_db()
    found = [row.parsed["full_name"] for row in batch.rows.order_by("number") if row.parsed["full_name"]]
    assert [name for name in found if name in {row[1] for row in rows}] == [row[1] for row in rows]
