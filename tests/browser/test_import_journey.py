"""Minh brings a messy workbook in, corrects it, writes it, enters the decision: active teams. Another list is undone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from common.models import Register, RegisterKind
from imports.enums import BatchStatus
from imports.models import ImportBatch
from teams.enums import TeamStatus
from teams.models import Person, Team
from tests.cast import Cast
from tests.imports.lists import digests, work, workbook

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = re.compile(r"/imports/\d+/$")


def messy(**hamlets: str) -> bytes:
    """An annex with a section for each hamlet, cells that cannot be read, a blank duty, a total, a signature."""
    rows: list[list[Any]] = [
        ["ỦY BAN NHÂN DÂN", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["XÃ MINH THUẬN"],
        [],
        ["DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
        ["(Kèm theo Quyết định số 45/QĐ-UBND ngày 05/8/2022 của UBND xã Minh Thuận)"],
        ["TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị", "Nhiệm vụ trong tổ", "Số điện thoại"],
    ]
    for at, (last, hamlet) in enumerate(hamlets.items()):
        rows += [
            [f"{'I' * (at + 1)}. ẤP {hamlet.upper()}"],
            [1, f"Ông Danh Văn Bần {last}", 1968, "Trưởng ấp", "Tổ trưởng", f"91200010{at}"],
            [2, f"Lý Thị Én {last}", "5/8/1993", "Bí thư chi đoàn", "Tổ phó", "chưa biết số"],
            [3, f"Trần Thị Vú Sữa {last}", 1980, "Chi hội trưởng PN", "", f"0912 000 11{at}"],
            [4, f"Lê Văn Lác {last}", "tuổi Dần", "Agribank", "Thành viên", f"0912.000.12{at}"],
        ]
    rows += [["Tổng cộng: 8 người"], [], ["", "", "", "TM. ỦY BAN NHÂN DÂN"], ["", "", "", "CHỦ TỊCH"]]
    return workbook(*rows)


def hand_in(page: Any, path: Path) -> None:
    page.goto("/teams/")
    page.get_by_role("link", name="Nạp danh sách thành viên").click()
    page.set_input_files("[name=file]", str(path))
    page.get_by_role("button", name="Đọc danh sách").click()
    page.get_by_text("Đang chờ").wait_for()
    work()
    page.wait_for_url(LIST)  # the page has asked again, and gone on by itself


def test_from_a_messy_workbook_to_active_teams(
    page_of: Callable[..., Any], cast: Cast, tmp_path: Path
) -> None:
    Register.objects.create(kind=RegisterKind.DEMO)
    first, second = (hamlet.name for hamlet in cast.places.hamlets[:2])
    path = tmp_path / "Phụ lục QĐ 45.xlsx"
    path.write_bytes(messy(Lớn=first, Nhỏ=second))
    page = page_of(cast.minh)
    hand_in(page, path)
    page.get_by_role("heading", name=f"Ấp {first}", exact=True).wait_for()
    marked = page.locator("select.cell-mend[name$='-role']")
    assert marked.count() == 2
    for select in marked.all():
        select.select_option("MEMBER")
    page.locator("input[name$='-phone'].cell-look").first.fill("0912 000 199")
    page.get_by_role("button", name="Lưu chỗ đã sửa").click()
    page.get_by_text("Đã sửa 3 dòng").wait_for()
    page.get_by_role("button", name="Ghi danh sách vào sổ").click()
    page.get_by_text("Đang chờ").wait_for()
    work()
    page.wait_for_url(LIST)
    page.get_by_text("Kết quả ghi").wait_for()
    assert list(Team.objects.values_list("status", flat=True)) == [TeamStatus.DRAFT] * 2
    page.get_by_role("link", name="Tiếp theo: soạn quyết định").click()
    page.wait_for_url(re.compile("/decisions/new/"))
    _enter_decision(page)
    assert set(Team.objects.values_list("status", flat=True)) == {TeamStatus.ACTIVE}
    assert Person.objects.count() == 8
    _undo_another_list(page, cast, tmp_path)


def _enter_decision(page: Any) -> None:
    """Both teams on one decision, its number and date as signed."""
    page.get_by_role("button", name="Lưu và nhập quyết định đã ký").click()
    page.get_by_label("Số và ký hiệu").fill("45/QĐ-UBND")
    page.get_by_label("Ngày ban hành").fill("05/08/2022")
    page.get_by_label("Người ký", exact=False).first.fill("Võ Thanh Bình")
    page.get_by_role("button", name="Ban hành cho 2 tổ").click()
    page.get_by_text("Đã ban hành quyết định 45/QĐ-UBND").wait_for()


def _undo_another_list(page: Any, cast: Cast, tmp_path: Path) -> None:
    before = digests()
    path = tmp_path / "tổ mới.xlsx"
    path.write_bytes(messy(Mới=cast.places.hamlets[2].name))
    hand_in(page, path)
    page.locator("select.cell-mend[name$='-role']").select_option("MEMBER")
    page.get_by_role("button", name="Lưu chỗ đã sửa").click()
    page.get_by_role("button", name="Ghi danh sách vào sổ").click()
    page.get_by_text("Đang chờ").wait_for()
    work()
    page.wait_for_url(LIST)
    page.get_by_role("link", name="Hoàn tác").click()
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_text("Đang chờ").wait_for()
    work()
    page.wait_for_url(LIST)
    page.get_by_text("Hoàn tác lúc").wait_for()
    assert ImportBatch.objects.latest("pk").status == BatchStatus.UNDONE
    assert digests() == before
