"""The rules of composition, one table of cases per rule, with the tests written in the rules."""

from dataclasses import replace
from datetime import date

import pytest

from teams.composition import (
    REGULAR_SEATS,
    Rules,
    blocking,
    findings,
)
from teams.enums import MemberCategory as Category
from teams.enums import Severity, TeamLevel, TeamRole

from .lineups import (
    HEAD,
    LARGE,
    MINH_TAN,
    MINH_THANH,
    TELECOM,
    WOMEN,
    YOUTH,
    activated,
    enterprise_team,
    member,
    members,
    said,
    team,
)

ELSEWHERE = replace(MINH_TAN, id=3, name="Ấp Vĩnh Hòa", commune=200)
TEN = members(10)
UNKNOWN_HOME = replace(YOUTH, person=replace(YOUTH.person, residence=None))


def test_a_line_up_that_keeps_every_rule_is_accepted_without_a_message():
    assert said(team()) == []
    assert said(activated()) == []


@pytest.mark.parametrize(
    ("hamlets", "expected"),
    [
        ((MINH_THANH, MINH_TAN), []),
        ((MINH_THANH, ELSEWHERE), ["E BR-01.other_commune"]),
        ((MINH_THANH, replace(MINH_TAN, is_primary=True)), ["E BR-01.two_primaries"]),
        ((MINH_TAN,), ["E BR-01.no_primary"]),
        ((), ["E BR-01.no_primary"]),
    ],
)
def test_br_01_one_primary_hamlet_in_one_commune(hamlets, expected):
    assert said(team(hamlets=hamlets)) == expected


def test_br_01_primaries_one_after_the_other_are_one_on_each_day():
    moved = replace(MINH_TAN, is_primary=True)
    head_of_both = replace(HEAD, person=replace(HEAD.person, head_of=frozenset({1, 2})))
    seats = (head_of_both, UNKNOWN_HOME, WOMEN, TELECOM)
    assert said(team(*seats, hamlets=(MINH_THANH,), on=date(2023, 4, 30))) == []
    assert said(team(*seats, hamlets=(moved,), on=date(2023, 5, 1))) == []
    assert said(team(hamlets=(moved,), on=date(2023, 5, 1))) == ["W BR-06.not_head", "W BR-07.other_hamlet"]


def test_br_02_second_team_is_told_and_not_refused():
    found = findings(activated(other_teams_in_hamlet=("Tổ CNSCĐ Ấp Minh Thành",)), Rules())
    assert [(one.code, one.level) for one in found] == [("BR-02.second_team", Severity.WARNING)]
    assert blocking(found) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (team(*members(9)), []),
        (team(*members(10)), []),
        (team(*members(11)), ["E BR-03.full"]),
        (activated(*members(11)), ["E BR-03.full"]),
        (team(*TEN, member(11, seat=None)), ["E BR-03.full"]),
        (team(*TEN, member(11, Category.YOUTH_UNION)), ["E BR-03.full"]),
        (enterprise_team(*members(10)), []),
        (enterprise_team(*members(10), member(11, Category.YOUTH_UNION)), ["E BR-03.full"]),
        (team(*members(11), level=TeamLevel.COMMUNE, hamlets=()), ["E BR-03.full"]),
        # Seats on one day: who left on that day is no longer among them.
        (team(*members(9), member(11, seat=10)), []),
        (team(*members(12), in_force=True, hamlets=(LARGE,)), ["W BR-04.not_youth", "W BR-04.not_youth"]),
    ],
)
def test_br_03_at_most_ten_regular_members(facts, expected):
    assert said(facts) == expected


@pytest.mark.parametrize(
    ("max_members", "count", "expected"),
    [(8, 8, []), (8, 9, ["E BR-03.full"]), (50, 10, []), (50, 11, ["E BR-03.full"])],
)
def test_br_03_a_rule_set_lowers_the_cap_and_never_raises_it(max_members, count, expected):
    assert said(team(*members(count)), Rules(max_members=max_members)) == expected


def test_br_03_points_at_the_first_member_above_the_cap():
    (full,) = findings(team(*TEN, member(11), member(12)), Rules())
    assert (full.person, full.seat, full.params["total"]) == (11, 11, 12)


YOUTH_11, YOUTH_12, BANK_11 = (
    member(11, Category.YOUTH_UNION),
    member(12, Category.YOUTH_UNION),
    member(11, Category.BANK),
)


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (team(*TEN, YOUTH_11, hamlets=(LARGE,)), Rules(), []),
        (team(*TEN, BANK_11, hamlets=(LARGE,)), Rules(), ["E BR-04.not_youth"]),
        (team(*TEN, YOUTH_11), Rules(), ["E BR-03.full"]),
        (team(*TEN, YOUTH_11, hamlets=(replace(LARGE, large_reason=" "),)), Rules(), ["E BR-03.full"]),
        (
            team(*TEN, YOUTH_11, hamlets=(MINH_THANH, replace(LARGE, id=2, is_primary=False))),
            Rules(),
            ["E BR-03.full"],
        ),
        (team(*TEN, YOUTH_11, YOUTH_12, in_force=True), Rules(), ["W BR-04.mark_removed"]),
        (team(*TEN, YOUTH_11, YOUTH_12, hamlets=(LARGE,)), Rules(max_supplementary=2), []),
        (team(*TEN, YOUTH_11, YOUTH_12, hamlets=(LARGE,)), Rules(max_supplementary=1), ["E BR-04.too_many"]),
        (team(*TEN, YOUTH_11, hamlets=(LARGE,)), Rules(max_supplementary=0), ["E BR-04.too_many"]),
        (team(*members(4), YOUTH_11), Rules(), ["E BR-04.not_large"]),
        (team(*members(9), YOUTH_11), Rules(), ["E BR-04.not_large"]),
        (team(*members(4), YOUTH_11, hamlets=(LARGE,)), Rules(), []),
    ],
)
def test_br_04_supplementary_seats(facts, rules, expected):
    assert said(facts, rules) == expected


SECOND_LEADER = replace(member(5, head_of=frozenset({1})), role=TeamRole.LEADER)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (team(YOUTH, WOMEN, TELECOM), ["W BR-05.no_leader"]),
        (activated(YOUTH, WOMEN, TELECOM), ["E BR-05.no_leader"]),
        (team(*members(4), SECOND_LEADER), ["E BR-05.two_leaders"]),
        (activated(*members(4), SECOND_LEADER), ["E BR-05.two_leaders"]),
        (team(YOUTH, WOMEN, TELECOM, SECOND_LEADER), []),
        (activated(YOUTH, WOMEN, TELECOM, exceptions=frozenset({"BR-05"})), ["E BR-05.no_leader"]),
        (enterprise_team(YOUTH, WOMEN, TELECOM), ["E BR-05.no_leader"]),
    ],
)
def test_br_05_one_leader(facts, expected):
    assert said(facts) == expected


def led_by(*hamlets: int):
    """The usual line-up under somebody who is head of these hamlets."""
    leader = replace(HEAD, person=replace(HEAD.person, head_of=frozenset(hamlets)))
    return (leader, YOUTH, WOMEN, TELECOM)


BOTH = (MINH_THANH, MINH_TAN)
BR_06, BR_07 = frozenset({"BR-06"}), frozenset({"BR-07"})


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (activated(*led_by(1), hamlets=BOTH), Rules(), []),
        (activated(*led_by(1, 2), hamlets=BOTH), Rules(), []),
        (team(*led_by(2), hamlets=BOTH), Rules(), ["W BR-06.head_of_further"]),
        (activated(*led_by(2), hamlets=BOTH), Rules(), ["E BR-06.head_of_further"]),
        (activated(*led_by(2), hamlets=BOTH, exceptions=BR_06), Rules(), ["W BR-06.head_of_further"]),
        (team(*led_by(), in_force=True, on=date(2023, 3, 1)), Rules(), ["W BR-06.not_head"]),
        (activated(*led_by()), Rules(), ["E BR-06.not_head"]),
        (activated(*led_by(), exceptions=BR_07), Rules(), ["E BR-06.not_head"]),
        (activated(*led_by()), Rules(leader_must_be_hamlet_head=False), []),
        (activated(*led_by()), Rules(severities={"BR-06": "W"}), ["W BR-06.not_head"]),
        (activated(*led_by()), Rules(severities={"BR-06": "I"}), ["I BR-06.not_head"]),
        (activated(*led_by(), exceptions=BR_06), Rules(severities={"BR-06": "I"}), ["I BR-06.not_head"]),
        (activated(*led_by()), Rules(severities={"BR-06": "nonsense"}), ["E BR-06.not_head"]),
        (activated(*led_by(), level=TeamLevel.COMMUNE, hamlets=()), Rules(), []),
    ],
)
def test_br_06_the_leader_is_the_head_of_the_primary_hamlet(facts, rules, expected):
    assert said(facts, rules) == expected


def with_deputies(*seats):
    """The usual line-up with these instead of the Youth Union deputy."""
    return (HEAD, *seats, WOMEN, TELECOM)


UNION_DEPUTY = replace(member(5, Category.MASS_ORG_HEAD), role=TeamRole.DEPUTY)
FAR_DEPUTY = replace(YOUTH, person=replace(YOUTH.person, residence=9))


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (activated(*with_deputies(YOUTH)), Rules(), []),
        (activated(*with_deputies(UNKNOWN_HOME)), Rules(), []),
        (team(*with_deputies()), Rules(), ["W BR-07.no_deputy"]),
        (team(*with_deputies(UNION_DEPUTY)), Rules(), ["W BR-07.not_youth"]),
        (team(*with_deputies(YOUTH, UNION_DEPUTY)), Rules(), ["W BR-07.second"]),
        (activated(*with_deputies(YOUTH, UNION_DEPUTY)), Rules(), ["W BR-07.second"]),
        (activated(*with_deputies()), Rules(), ["E BR-07.no_deputy"]),
        (activated(*with_deputies(UNION_DEPUTY)), Rules(), ["E BR-07.not_youth"]),
        (activated(*with_deputies(FAR_DEPUTY)), Rules(), ["E BR-07.other_hamlet"]),
        (activated(*with_deputies(), exceptions=BR_07), Rules(), ["W BR-07.no_deputy"]),
        (activated(*with_deputies()), Rules(deputy_required=False), []),
        (activated(*with_deputies(UNION_DEPUTY)), Rules(deputy_required=False), ["E BR-07.not_youth"]),
        (activated(*with_deputies(UNION_DEPUTY)), Rules(deputy_must_be_youth=False), []),
        (activated(*with_deputies()), Rules(severities={"BR-07": "W"}), ["W BR-07.no_deputy"]),
        (enterprise_team(*with_deputies(UNION_DEPUTY)), Rules(), []),
    ],
)
def test_br_07_a_deputy_from_the_youth_union_of_the_hamlet(facts, rules, expected):
    assert said(facts, rules) == expected


def test_an_exception_stays_on_the_record_with_its_reason():
    facts = activated(*with_deputies(), exceptions=BR_07, exception_reasons={"BR-07": "ấp chưa có đoàn viên"})
    (kept,) = findings(facts, Rules())
    assert (kept.level, kept.excepted, kept.reason) == (Severity.WARNING, True, "ấp chưa có đoàn viên")
    assert blocking([kept]) == []
    (in_force,) = findings(replace(facts, is_activation=False, in_force=True), Rules())
    assert (in_force.excepted, in_force.reason) == (True, "ấp chưa có đoàn viên")


def busy(seat, **teams):
    return replace(seat, person=replace(seat.person, **teams))


FIVE = tuple(f"Tổ {number}" for number in range(5))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (team(*members(4), replace(member(5), person=WOMEN.person)), ["E BR-08.twice"]),
        (team(*members(3), busy(TELECOM, leads_other_teams=FIVE)), []),
        (team(busy(HEAD, leads_other_teams=("Tổ 2",)), YOUTH, WOMEN, TELECOM), ["W BR-08.leads_several"]),
        (
            activated(busy(HEAD, head_in_other_teams=("Tổ 2",)), YOUTH, WOMEN, TELECOM),
            ["W BR-08.head_in_several"],
        ),
    ],
)
def test_br_08_one_seat_per_person(facts, expected):
    assert said(facts) == expected


def test_br_08_people_who_are_still_being_typed_are_not_one_person():
    typed = [replace(member(n, seat=None), person=replace(member(n).person, id=None)) for n in (5, 6)]
    assert said(team(*members(4), *typed)) == []


NO_MASS = (HEAD, YOUTH, member(5), TELECOM)
BANK = replace(TELECOM, category=Category.BANK)


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (activated(*NO_MASS), Rules(), ["W BR-09.mass_org"]),
        (activated(HEAD, YOUTH, WOMEN, BANK), Rules(), []),
        (activated(HEAD, YOUTH, WOMEN), Rules(), ["W BR-09.post_or_bank"]),
        (activated(HEAD, YOUTH, WOMEN, knows_post_or_bank=False), Rules(), ["I BR-09.post_or_bank_unknown"]),
        (activated(*NO_MASS), Rules(severities={"BR-09": "E"}), ["E BR-09.mass_org"]),
        (team(*NO_MASS), Rules(severities={"BR-09": "E"}), ["W BR-09.mass_org"]),
        (activated(*NO_MASS), Rules(severities={"BR-09": "I"}), ["I BR-09.mass_org"]),
        (enterprise_team(*NO_MASS), Rules(), []),
        (team(*NO_MASS, level=TeamLevel.COMMUNE, hamlets=()), Rules(), ["W BR-09.mass_org"]),
    ],
)
def test_br_09_composition(facts, rules, expected):
    assert said(facts, rules) == expected


def test_severities_change_four_rules_only():
    rules = Rules(severities={"BR-03": "W", "BR-05": "I", "BR-08": "I"})
    facts = activated(YOUTH, *TEN[2:], member(11), member(12), replace(member(13), person=WOMEN.person))
    assert said(facts, rules) == ["E BR-03.full", "E BR-05.no_leader", "E BR-08.twice"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (enterprise_team(enterprise=None), ["E BR-13.no_enterprise"]),
        (enterprise_team(*members(10)), []),
        (team(enterprise=7), ["E BR-13.not_enterprise"]),
    ],
)
def test_br_13_shape_of_an_enterprise_team(facts, expected):
    assert said(facts) == expected


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (activated(has_decision=False), Rules(), ["E BR-17.no_decision"]),
        (activated(has_decision=False), Rules(require_decision_for_active=False), ["W BR-17.no_decision"]),
        (team(), Rules(), []),
    ],
)
def test_br_17_active_only_by_decision(facts, rules, expected):
    assert said(facts, rules) == expected


@pytest.mark.parametrize(("count", "expected"), [(2, ["W BR-28.below_minimum"]), (3, [])])
def test_br_28_fewer_than_the_minimum_is_never_refused(count, expected):
    found = findings(activated(*members(4)[:count]), Rules())
    assert [f"{one.level} {one.code}" for one in found if one.rule == "BR-28"] == expected
    assert blocking(found) == []


def test_the_ceiling_is_ten():
    assert REGULAR_SEATS == 10
    assert Rules().cap == 10
