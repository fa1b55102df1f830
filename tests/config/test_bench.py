"""The benchmark: what it says of a figure, and that it never measures somebody's database."""

import json
from datetime import date
from pathlib import Path

import pytest

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import Area
from config.bench import accepting, measuring, statements
from config.bench.accepting import visits_accepted
from config.bench.endurance import export_of_households
from config.bench.import_jobs import IMPORT_SIZES, ImportBench, seed_lists
from config.bench.jobs import Bench
from config.bench.measuring import Result, against, against_sql, medians_ms, page_against_sql, within
from config.bench.outreach_jobs import OutreachBench
from config.bench.run import SIZES, NotEmptyError, measure_here
from config.bench.table import END, START, cells, markdown, plain, write_into
from config.demo.bulk import OFFICIAL_OF_ALL, Size, seed_merged
from config.demo.bulk_province import OutreachSize, seed_outreach
from households.figure_checks import differences
from imports.job_runner import run_waiting
from imports.jobs import worker_name
from imports.models import ImportChange
from reports.coverage import CoverageRow, coverage_by, units_on
from teams.departures import suspend
from teams.models import Team


@pytest.mark.parametrize(
    ("result", "held"),
    [
        (against_sql("x", 1.5, 1.0, 1.5), True),
        (against_sql("x", 1.6, 1.0, 1.5), False),
        (against_sql("x", 1.0, 1.0, 1.5, "figures DIFFER", is_right=False), False),
        (page_against_sql("x", 24.0, 1.0, 4, 20.0), True),
        (page_against_sql("x", 24.1, 1.0, 4, 20.0), False),
        (against("x", 120.0, 10.0, 12, "an empty page"), True),
        (against("x", 121.0, 10.0, 12, "an empty page"), False),
        (within("x", 2000.0, 2000), True),
        (within("x", 2000.5, 2000), False),
    ],
)
def test_an_aim_is_held_or_not(result: Result, held: bool) -> None:
    assert result.held is held


def test_a_line_of_the_table() -> None:
    line = cells(against_sql("coverage", 3.0, 2.5, 1.5, "102 rows"))
    assert line == ("coverage (102 rows)", "3.0 ms", "2.5 ms", "1.20", "≤ 1.5 × SQL", "yes")
    assert cells(within("rules", 2100.0, 2000))[2:] == ("–", "–", "≤ 2 s", "NO")
    assert len({len(text.rstrip()) > 0 for text in plain([within("rules", 1.0, 2000)]).splitlines()}) == 1


def test_results_survive_the_way_between_processes() -> None:
    result = page_against_sql("search", 12.0, 3.0, 4, 10.0, "a remark")
    assert Result(**json.loads(json.dumps(result.as_dict()))) == result


def test_the_document_keeps_what_stands_around_the_table(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text(f"before\n{START}\nold\n{END}\nafter\n", encoding="utf-8")
    write_into(document, markdown({"sqlite": [within("rules", 1.0, 2000)]}, "merged", date(2026, 1, 2)))
    text = document.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "SQLite: 1 of 1 aims held" in text


def test_lists_have_a_place_of_their_own_in_the_document(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    lists = "<!-- bench imports: start -->\n\n<!-- bench imports: end -->\n"
    document.write_text(f"{START}\nold\n{END}\n{lists}", encoding="utf-8")
    write_into(document, "figures of lists", "imports")
    write_into(document, "figures of a size without marks", "province")
    text = document.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.index(END) < text.index("figures of lists") < text.index("<!-- bench imports: end -->")
    assert text.index("figures of a size without marks") < text.index(END)


def test_medians_leave_the_warming_up_out() -> None:
    calls: list[int] = []
    first, second = medians_ms(lambda: calls.append(1), lambda: calls.append(2), rounds=3)
    assert max(first, second) < 1000
    assert calls == [1, 2] * 5


def test_somebodys_database_is_not_measured(db: None, tmp_path: Path) -> None:
    with pytest.raises(NotEmptyError):
        measure_here(tmp_path / "results.json", SIZES["small"], lambda _text: None)
    assert not Area.objects.exists()


def test_every_job_answers_and_the_figures_by_hand_are_equal(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "WARM_UPS", 0)
    monkeypatch.setattr(measuring, "ROUNDS", 1)
    seed_merged(2022, lambda _text: None, Size(communes=2, teams=8, members=4, hamlets=20))
    results = list(Bench.of_database().results())
    assert len(results) == 23
    assert [result.job for result in results if not result.is_right] == []


def test_every_job_on_households_answers_and_its_figures_are_equal(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but those that write from several threads or ask for thousands of pages."""
    monkeypatch.setattr(measuring, "WARM_UPS", 0)
    monkeypatch.setattr(measuring, "ROUNDS", 1)
    monkeypatch.setattr(accepting, "BATCHES", 2)
    size = OutreachSize(communes=2, hamlets=4, households=200, visits=600, members=4)
    seed_outreach(size, 2022, lambda _text: None)
    bench = OutreachBench.of_database()
    results = [
        *bench.stored_figures(),
        *bench.free_ranges(),
        *bench.outreach_pages(),
        *bench.household_pages(),
        *export_of_households(),
        *visits_accepted(bench.commune),
    ]
    assert [result.job for result in results if not result.is_right] == []
    assert len(results) == 31
    assert differences(list(Area.objects.hamlets().values_list("pk", flat=True))) == []  # type: ignore[attr-defined] # our queryset


def test_every_job_on_lists_answers_and_writes_every_row(db: None) -> None:
    seed_lists(IMPORT_SIZES["lists"], 2022, lambda _text: None)

    def work() -> float:
        run_waiting(worker_name())
        return 90.0

    results = list(ImportBench(IMPORT_SIZES["lists"], 2022, work).results())
    assert [result.job for result in results if not result.is_right] == []
    kinds = {"24 members": 0, "40 households": 0}
    for result in results:
        kinds |= {kind: number + 1 for kind, number in kinds.items() if kind in result.job}
    assert kinds == {"24 members": 6, "40 households": 6}
    assert not ImportChange.objects.filter(batch__undone_at=None).exists()


def test_sql_by_hand_and_report_agree_when_a_team_pauses(db: None) -> None:
    """The statements are no straw man: they know pauses, and hamlets without a team."""
    seed_merged(2022, lambda _text: None, Size(communes=2, teams=4, members=3, hamlets=4))
    team = Team.objects.order_by("pk")[0]
    bench, official = Bench.of_database(), User.objects.get(username=OFFICIAL_OF_ALL)
    suspend(by=official, team=team, valid_from=date(2025, 9, 1), valid_to=date(2025, 10, 1), reason="nghỉ")
    for day, covered in ((date(2025, 8, 31), 2), (date(2025, 9, 1), 1), (date(2025, 10, 1), 2)):
        [row] = [row for row in _rows(bench, day) if row.area_id == bench.commune.pk]
        by_hand = statements.coverage(bench.province.path, AreaLevel.COMMUNE, 2, day)
        assert (row.hamlets, row.covered) == by_hand[bench.commune.path] == (2, covered)


def _rows(bench: Bench, day: date) -> list[CoverageRow]:
    return coverage_by(units_on(bench.province, day, AreaLevel.COMMUNE), day)
