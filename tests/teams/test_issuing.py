"""Issuing decisions: BR-10, BR-17 to BR-21, and one decision for many teams."""

from datetime import date

import pytest

from teams.enums import TeamStatus
from teams.issuing import line_up_on, status_on
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team, make_draft_team


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def test_team_works_from_the_day_of_effect(cast: Cast) -> None:
    team = make_active_team(cast)
    assert team.status == TeamStatus.ACTIVE
    assert team.code == "T-31018-001"
    assert team.name == "Tổ CNSCĐ ấp Minh Thành"
    assert team.established_on == date(2022, 8, 10)
    assert [row.seat for row in line_up_on(team, date(2022, 8, 10))] == [1, 2, 3, 4, 5, 6]
    assert line_up_on(team, date(2022, 8, 9)) == []
    assert status_on(team, date(2022, 8, 9)) == TeamStatus.DRAFT


def test_draft_team(cast: Cast) -> None:
    team = make_draft_team(cast)
    assert team.status == TeamStatus.DRAFT
