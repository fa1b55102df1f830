"""What an official reads: whole rosters with their messages, the checklist, the marks of R7, enterprises."""

import time
from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from teams.composition import (
    EnterpriseFacts,
    EnterpriseMark,
    Rules,
    blocking,
    checklist,
    enterprise_findings,
    enterprise_mark,
    findings,
    quality_flags,
)
from teams.enums import MemberCategory as Category
from teams.enums import TeamLevel, TeamRole

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
    team,
)

NOT_HEAD = replace(HEAD, person=replace(HEAD.person, head_of=frozenset()))
HEAD_OF_SECOND = replace(HEAD, person=replace(HEAD.person, head_of=frozenset({2})))
NO_PHONE = replace(HEAD, person=replace(HEAD.person, phone=""))
REST = (YOUTH, WOMEN, TELECOM)
ASK_DEPUTY = "Choose a Youth Union member of the hamlet, or record an exception with its reason."
ASK_HEAD = "Choose the head, enter the post, or record an exception with its reason."
LATER = date(2023, 8, 6)

ROSTERS = [
    ("complete", activated(*members(10)), []),
    (
        "nobody yet",
        team(hamlets=(MINH_THANH,), seats=()),
        [
            "W The team has no leader yet. Choose who leads it.",
            f"W The team has no deputy leader yet. {ASK_DEPUTY}",
            "W No head of a mass organisation is on the list yet (women, farmers, veterans, Front ...).",
            "W Nobody from post and telecom or a bank is on the list yet.",
            "W Members on the list: 0; at least 3 are expected.",
        ],
    ),
    ("no leader", activated(*REST), ["E The team has no leader yet. Choose who leads it."]),
    (
        "not the head",
        activated(NOT_HEAD, *REST),
        [f"E Leader Danh Mẫu A is not the head of Ấp Minh Thành. {ASK_HEAD}"],
    ),
    (
        "head of the further hamlet",
        team(HEAD_OF_SECOND, *REST, hamlets=(MINH_THANH, MINH_TAN)),
        [
            "W Leader Danh Mẫu A is the head of Ấp Minh Tân, not of the primary hamlet Ấp Minh Thành. "
            "Choose the head of the primary hamlet, or record an exception with its reason."
        ],
    ),
    ("no deputy", activated(HEAD, WOMEN, TELECOM), [f"E The team has no deputy leader yet. {ASK_DEPUTY}"]),
    (
        "deputy not from the Youth Union",
        activated(HEAD, replace(WOMEN, role=TeamRole.DEPUTY), TELECOM),
        [f"E Deputy leader Trần Thị Mẫu C is not on the list as Youth Union member. {ASK_DEPUTY}"],
    ),
    (
        "deputy from elsewhere",
        activated(HEAD, replace(YOUTH, person=replace(YOUTH.person, residence=8)), WOMEN, TELECOM),
        [
            "E Deputy leader Thị Mẫu B is from the Youth Union, but does not live in Ấp Minh Thành. "
            + ASK_DEPUTY
        ],
    ),
    (
        "two deputies",
        activated(HEAD, *REST, replace(member(5), role=TeamRole.DEPUTY)),
        ["W The team has several deputy leaders: Thị Mẫu B, Người Mẫu 5. One is the norm."],
    ),
    (
        "two leaders",
        team(HEAD, *REST, replace(member(5), role=TeamRole.LEADER)),
        ["E The team has several leaders: Danh Mẫu A, Người Mẫu 5. Keep one of them as leader."],
    ),
    (
        "eleven",
        team(*members(11)),
        [
            "E The team has 11 members, at most 10 are allowed. Take somebody off the list; only a hamlet "
            "marked as large, with a reason, may have more members, from the Youth Union."
        ],
    ),
    (
        "eleven in an enterprise",
        enterprise_team(*members(11)),
        ["E The team has 11 members, at most 10 are allowed. Set up a further team."],
    ),
    (
        "a banker as supplementary member",
        team(*members(10), member(11, Category.BANK), hamlets=(LARGE,)),
        [
            "E Người Mẫu 11 would be a supplementary member, "
            "but only Youth Union members may sit above 10 seats."
        ],
    ),
    (
        "the mark is gone",
        team(*members(10), member(11, Category.YOUTH_UNION), in_force=True),
        ["W Too many members: 11, while the hamlet is no longer marked as large. Nobody is removed."],
    ),
    (
        "two primary hamlets",
        team(hamlets=(MINH_THANH, replace(MINH_TAN, is_primary=True))),
        ["E The team has several primary hamlets: Ấp Minh Thành, Ấp Minh Tân. Keep one as primary."],
    ),
    (
        "another commune",
        team(hamlets=(MINH_THANH, replace(MINH_TAN, commune=200))),
        [
            "E Ấp Minh Tân lies in another commune than Ấp Minh Thành. "
            "A team covers hamlets of one commune only."
        ],
    ),
    (
        "one person twice",
        team(*members(4), replace(member(5), person=WOMEN.person)),
        ["E Trần Thị Mẫu C is on the list twice. Keep one of the two entries."],
    ),
    (
        "too young and too old",
        team(*members(4), member(5, birth_year=2010), member(6, birth_year=1935)),
        [
            "W Người Mẫu 5 is only 12 years old. Check the birth date.",
            "W Người Mẫu 6 is already 87 years old. Check the birth date.",
        ],
    ),
    ("no phone", activated(NO_PHONE, *REST), ["W Leader Danh Mẫu A has no phone number. Enter one."]),
    (
        "no enterprise, no decision",
        enterprise_team(enterprise=None, has_decision=False),
        [
            "E Choose the enterprise whose team this is.",
            "E The team has no decision yet. Enter the number, date and signer of the commune's decision.",
        ],
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [row[1:] for row in ROSTERS], ids=[row[0] for row in ROSTERS])
def test_twenty_rosters_and_their_messages(facts, expected):
    with override("en"):
        assert [f"{one.level} {one.text}" for one in findings(facts, Rules())] == expected


def test_each_message_carries_rule_text_and_source():
    facts = activated(*REST)
    with override("en"):
        (own,) = findings(facts, Rules(document_ref="Hướng dẫn 1084/STTTT"))
        (national,) = findings(facts, Rules())
        assert (own.rule, own.source) == ("BR-05", "Hướng dẫn 1084/STTTT")
        assert own.rule_text == "A team has exactly one leader."
        assert national.source == "Official letter 793/BTTTT-THH of 05/03/2022"


def test_gaps_name_who_is_missing():
    assert [one.gap for one in findings(team(member(5), member(6), member(7)), Rules())] == [
        "LEADER",
        "DEPUTY",
        "MASS_ORG",
        "POST_OR_BANK",
    ]


def test_names_with_signs_of_formatting_are_shown_as_they_are():
    odd = replace(HEAD, person=replace(NOT_HEAD.person, name="%(name)s 100%s <b>"))
    with override("en"):
        (one,) = findings(team(odd, *REST), Rules())
        assert one.text.startswith("Leader %(name)s 100%s <b> is not the head")


def lines(facts, rules=None):
    with override("en"):
        return [(line.rule, line.text, line.holds) for line in checklist(facts, rules or Rules())]


def test_checklist_of_a_hamlet_team_says_what_holds_and_what_does_not():
    assert lines(team(*members(9))) == [
        ("BR-01", "One primary hamlet, all hamlets in one commune", True),
        ("BR-02", "The only team of the hamlet", True),
        ("BR-03", "9/10 seats", True),
        ("BR-05", "One leader", True),
        ("BR-06", "The leader is the hamlet head", True),
        ("BR-07", "The deputy leader is from the Youth Union", True),
        ("BR-08", "Everybody sits once, and leads one team only", True),
        ("BR-09", "The head of a mass organisation takes part", True),
        ("BR-09", "Post and telecom or a bank takes part", True),
        ("BR-10", "Members are between 16 and 80 years old", True),
        ("BR-11", "No two entries look like one person", True),
        ("BR-28", "At least 3 members", True),
        ("BR-28", "The leader can be called by phone", True),
    ]


@pytest.mark.parametrize(
    ("facts", "failing"),
    [
        (activated(*REST, has_decision=False), ["BR-05", "BR-17"]),
        (activated(NOT_HEAD, *REST), ["BR-06"]),
        (team(*members(10), member(11, Category.BANK), hamlets=(LARGE,)), ["BR-04"]),
        (enterprise_team(enterprise=None), ["BR-13"]),
    ],
)
def test_checklist_holds_or_not(facts, failing):
    assert [rule for rule, _text, holds in lines(facts) if not holds] == failing


def test_checklist_says_nothing_of_a_leader_or_deputy_who_is_not_there():
    said = [
        text for _rule, text, _holds in lines(team(WOMEN, TELECOM, member(5)), Rules(deputy_required=False))
    ]
    assert "One leader" in said
    assert not {"The leader is the hamlet head", "The leader can be called by phone"} & set(said)
    assert "The deputy leader is from the Youth Union" not in said


def test_checklist_follows_the_rule_set_and_the_kind_of_team():
    loose = Rules(leader_must_be_hamlet_head=False, deputy_must_be_youth=False, max_members=8, min_members=5)
    said = [text for _rule, text, _holds in lines(team(), loose)]
    assert "4/8 seats" in said
    assert "One deputy leader" in said
    assert "At least 5 members" in said
    assert "The leader is the hamlet head" not in said
    assert [rule for rule, _text, _holds in lines(enterprise_team())] == [
        "BR-03", "BR-05", "BR-08", "BR-10", "BR-11", "BR-13", "BR-17", "BR-28", "BR-28",
    ]  # fmt: skip


def test_every_finding_of_the_rosters_stands_under_one_line_of_the_checklist():
    for _name, facts, _expected in ROSTERS:
        under = [one for line in checklist(facts, Rules()) for one in line.findings]
        assert sorted(under, key=repr) == sorted(findings(facts, Rules()), key=repr)


WORKING = {"has_decision": True, "list_age_days": 0, "in_force": True}


@pytest.mark.parametrize(
    ("facts", "rules", "expected"),
    [
        (team(**WORKING), Rules(), []),
        (team(*REST, **WORKING), Rules(), ["NO_LEADER"]),
        (team(HEAD, WOMEN, TELECOM, **WORKING), Rules(), ["NO_DEPUTY"]),
        (team(HEAD, WOMEN, TELECOM, **WORKING), Rules(deputy_required=False), []),
        (enterprise_team(HEAD, WOMEN, TELECOM, **WORKING), Rules(), []),
        (team(*members(10), **WORKING), Rules(max_members=9), ["OVER_CAP"]),
        (team(*members(10), member(11, Category.YOUTH_UNION), **WORKING), Rules(), ["OVER_CAP"]),
        (team(*members(10), member(11, Category.YOUTH_UNION), hamlets=(LARGE,), **WORKING), Rules(), []),
        (team(HEAD, YOUTH, **WORKING), Rules(), ["BELOW_MINIMUM"]),
        (team(HEAD, YOUTH, WOMEN, **WORKING), Rules(), []),
        (team(HEAD, YOUTH, WOMEN, **WORKING), Rules(min_members=4), ["BELOW_MINIMUM"]),
        (team(NO_PHONE, *REST, **WORKING), Rules(), ["NO_LEADER_PHONE"]),
        (team(has_decision=False), Rules(), ["NO_DECISION"]),
        (team(area_merged=True, **WORKING), Rules(), ["AREA_MERGED"]),
        (team(**(WORKING | {"list_age_days": 365, "on": date(2023, 8, 5)})), Rules(), []),
        (team(**(WORKING | {"list_age_days": 366, "on": LATER})), Rules(), ["OLD_LIST"]),
        (team(**(WORKING | {"list_age_days": 366, "on": date(2024, 8, 5)})), Rules(), []),
        (team(**(WORKING | {"list_age_days": 367, "on": date(2024, 8, 6)})), Rules(), ["OLD_LIST"]),
    ],
)
def test_br_28_marks_of_report_r7(facts, rules, expected):
    assert quality_flags(facts, rules) == expected


def test_br_28_marks_come_in_the_order_of_the_columns():
    assert quality_flags(team(level=TeamLevel.HAMLET, seats=(), area_merged=True), Rules()) == [
        "NO_LEADER",
        "NO_DEPUTY",
        "BELOW_MINIMUM",
        "NO_DECISION",
        "AREA_MERGED",
    ]


COUNTED = date(2024, 8, 5)


@pytest.mark.parametrize(
    ("count", "as_of", "on", "has_team", "expected"),
    [
        (299, COUNTED, COUNTED, False, EnterpriseMark.NONE),
        (300, COUNTED, COUNTED, False, EnterpriseMark.NONE),
        (301, COUNTED, COUNTED, False, EnterpriseMark.NEEDS_TEAM),
        (301, COUNTED, COUNTED, True, EnterpriseMark.NONE),
        (301, date(2024, 8, 6), COUNTED, False, EnterpriseMark.UPDATE_NEEDED),
        (300, COUNTED, COUNTED, True, EnterpriseMark.NO_LONGER_REQUIRED),
        (301, COUNTED, date(2025, 8, 5), True, EnterpriseMark.NONE),
        (301, COUNTED, date(2025, 8, 6), True, EnterpriseMark.UPDATE_NEEDED),
        (301, COUNTED, date(2025, 8, 6), False, EnterpriseMark.NEEDS_TEAM | EnterpriseMark.UPDATE_NEEDED),
        (301, date(2024, 2, 29), date(2025, 2, 28), True, EnterpriseMark.NONE),
        (301, date(2024, 2, 29), date(2025, 3, 1), True, EnterpriseMark.UPDATE_NEEDED),
        (None, None, COUNTED, False, EnterpriseMark.UPDATE_NEEDED),
    ],
)
def test_br_12_and_br_14_marks_of_an_enterprise(count, as_of, on, has_team, expected):
    assert enterprise_mark(count, as_of, on, 300, has_team) == expected


def test_br_12_speaks_on_the_list_of_the_commune():
    facts = EnterpriseFacts("Công ty Mẫu", 301, COUNTED, date(2025, 8, 6), has_team=False)
    with override("en"):
        assert [f"{one.level} {one.code} {one.text}" for one in enterprise_findings(facts, Rules())] == [
            "W BR-12.needs_team Công ty Mẫu has 301 workers, more than 300, and needs its own team.",
            "W BR-14.update_needed The worker count of Công ty Mẫu is unknown or more than 12 months old. "
            "Enter a new one.",
        ]
    told = enterprise_findings(facts, Rules(severities={"BR-12": "I", "BR-14": "I"}))
    assert [f"{one.level} {one.code}" for one in told] == ["I BR-12.needs_team", "W BR-14.update_needed"]
    assert enterprise_findings(facts, Rules(enterprise_worker_threshold=301))[0].code == "BR-14.update_needed"


def test_another_rule_set_another_result():
    facts = activated(NOT_HEAD, replace(WOMEN, role=TeamRole.DEPUTY), TELECOM)
    loose = Rules(leader_must_be_hamlet_head=False, deputy_must_be_youth=False, severities={"BR-09": "E"})
    assert [one.code for one in blocking(findings(facts, Rules()))] == ["BR-06.not_head", "BR-07.not_youth"]
    assert blocking(findings(facts, loose)) == []


def test_four_thousand_teams_of_ten_are_judged_within_a_second():
    teams = [replace(team(*members(10)), on=date(2022, 8, 1 + number % 28)) for number in range(4_000)]
    started = time.process_time()
    said = sum(len(findings(facts, Rules())) for facts in teams)
    spent = time.process_time() - started
    assert said == 0
    assert spent < 1
