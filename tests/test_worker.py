"""The worker's daily round: one failure keeps neither the other work nor the worker from going on."""

import logging
import threading

import pytest

from config.daily import DAILY
from config.management.commands import run_worker
from households.figure_checks import compare_all
from imports.forgetting import forget_old_lists
from teams.today import refresh_today


def test_what_a_new_day_asks_for() -> None:
    assert DAILY == (refresh_today, compare_all, forget_old_lists)


def test_one_failure_is_logged_and_the_rest_is_done(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done = []

    def fail() -> None:
        raise ValueError("a row that cannot be read")

    def work() -> None:
        done.append("done")

    monkeypatch.setattr(run_worker, "DAILY", (fail, work))
    with caplog.at_level(logging.ERROR):
        assert run_worker.run_daily_work() is False
    assert done == ["done"]
    assert [record.getMessage() for record in caplog.records] == ["Daily work fail failed"]


@pytest.mark.django_db
def test_a_date_is_worked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped, rounds = threading.Event(), []
    monkeypatch.setattr(run_worker, "DAILY", (lambda: rounds.append("round"),))
    monkeypatch.setattr(run_worker, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(run_worker, "close_old_connections", lambda: None)
    threading.Timer(0.3, stopped.set).start()
    run_worker.Command().work_until(stopped)
    assert rounds == ["round"]


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0.5), (1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (6, 10), (5000, 10)]
)
def test_rest_grows_with_failures(failures: int, seconds: float) -> None:
    assert run_worker.pause_after(failures) == seconds
