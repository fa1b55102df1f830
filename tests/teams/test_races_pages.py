"""T-R1, T-R2 through the pages: twenty browsers send their forms at once, one wins, the others are told why.

The twin of the services (count, then write) is in test_races.py; the twin here is a form without its lock.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from common.models import Register, RegisterKind
from teams.decisions import save_decision
from teams.enums import DecisionStatus, TeamRole
from teams.issuing import line_up_on
from teams.models import Decision, DecisionItem, Person, Team
from teams.revoking import revoke
from tests.cast import Cast, make_cast, make_user
from tests.teams.browsers import Browser, statuses
from tests.teams.builders import ISSUED, make_draft_team, make_person, new_decision, proposal_of
from tests.teams.clients import PAPER
from tests.teams.racing import CLIENTS, LONG, race
from tests.teams.typing import known, typed

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
# A page costs a hundred times a service call: fifty rounds of it took two minutes.
ROUNDS = 200 if LONG else 10
FEW_ROUNDS = 20 if LONG else 3

CHANGED = "sau khi bạn mở trang này. Chưa có gì được lưu"
# Seen before writing, or refused by the database where two wrote in the same instant.
SAME_NUMBER = ("(BR-18). Hãy kiểm tra lại số", "đã có quyết định cùng số, ký hiệu và năm (BR-18)")
NOW_IN_FORCE = "Đã ban hành quyết định"
ISSUED_ALREADY = ("đã được ban hành trước đó", "đã ban hành nên không sửa được nữa", CHANGED)


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def officials(cast: Cast) -> list[User]:
    mai = make_user("mai", "Lê Thị Mai", Role.COMMUNE_OFFICIAL, cast.places.commune)
    return [cast.minh, mai]


@pytest.fixture
def browsers(officials: list[User]) -> list[Browser]:
    return [Browser(officials[number % 2]) for number in range(CLIENTS)]


@pytest.fixture
def crowd(cast: Cast) -> list[Person]:
    return [make_person(cast.places.commune) for _ in range(CLIENTS)]


def rows_of(item: DecisionItem) -> list[dict[str, Any]]:
    entries = item.entries.select_related("person").order_by("seat")
    return [known(row.person, role=row.role, category=row.category) for row in entries]


def one_wins(then: Callable[[], None]) -> Callable[[list[Any]], None]:
    """One is led on, every other gets the page again with the sentence; nobody an error of the server."""

    def check(answers: list[Any]) -> None:
        assert statuses(answers) == {302, 200}
        refused = [answer for answer in answers if answer.status == 200]
        assert len(refused) == CLIENTS - 1
        assert [answer for answer in refused if CHANGED not in answer.text] == []
        then()

    return check


# T-R1: the tenth place.


def test_tenth_place_on_the_page(cast: Cast, browsers: list[Browser], crowd: list[Person]) -> None:
    item = proposal_of(make_draft_team(cast, members=9))
    url, nine, lock = reverse("teams:roster_edit", args=[item.pk]), rows_of(item), [0]

    def act(turn: int, client: int) -> Any:
        tenth = known(crowd[client], category="RESIDENT")
        return browsers[client].post(url, typed(*nine, tenth, lock=lock[0]))

    def ten_sit() -> None:
        assert sorted(item.entries.values_list("seat", flat=True)) == list(range(1, 11))

    race(ROUNDS, prepare=lambda turn: reopen(item, lock, 9), act=act, check=one_wins(ten_sit))


def reopen(item: DecisionItem, lock: list[int], seats: int) -> None:
    """The list as it was before the round, with the lock that a page opened now would hold."""
    item.entries.filter(seat__gt=seats).delete()
    item.refresh_from_db()
    lock[0] = item.lock


def test_forms_without_their_lock_are_all_refused(
    cast: Cast, browsers: list[Browser], crowd: list[Person]
) -> None:
    """A forged form that leaves its lock out would replace the tenth of another: nobody gets in that way."""
    item = proposal_of(make_draft_team(cast, members=9))
    url, nine = reverse("teams:roster_edit", args=[item.pk]), rows_of(item)

    def act(turn: int, client: int) -> Any:
        return browsers[client].post(url, typed(*nine, known(crowd[client])) | {"lock": ""})

    def check(answers: list[Any]) -> None:
        assert statuses(answers) == {200}
        assert item.entries.count() == 9

    race(FEW_ROUNDS, prepare=lambda turn: reopen(item, [0], 9), act=act, check=check)


# T-R2: only one.


def test_two_leaders_on_the_page(cast: Cast, browsers: list[Browser], crowd: list[Person]) -> None:
    item = proposal_of(make_draft_team(cast, members=0))
    url, lock = reverse("teams:roster_edit", args=[item.pk]), [0]

    def act(turn: int, client: int) -> Any:
        leader = known(crowd[client], role=TeamRole.LEADER, category="HAMLET_HEAD")
        return browsers[client].post(url, typed(leader, lock=lock[0]))

    def one_leads() -> None:
        assert list(item.entries.values_list("role", flat=True)) == [TeamRole.LEADER]

    race(FEW_ROUNDS, prepare=lambda turn: reopen(item, lock, 0), act=act, check=one_wins(one_leads))


def test_one_decision_of_a_number_on_the_page(cast: Cast, browsers: list[Browser]) -> None:
    def act(turn: int, client: int) -> Any:
        number = f"{turn + 1}/QĐ-UBND"
        return browsers[client].post(
            reverse("teams:decision_create"),
            PAPER | {"number": number, "subject": "Thành lập tổ", "items": []},
        )

    def check(answers: list[Any]) -> None:
        assert statuses(answers) == {302, 200}
        refused = [answer for answer in answers if answer.status == 200]
        assert len(refused) == CLIENTS - 1
        untold = [one.text for one in refused if not any(words in one.text for words in SAME_NUMBER)]
        assert [text[text.find("<main") :] for text in untold] == []

    race(FEW_ROUNDS, prepare=lambda turn: None, act=act, check=check)
    assert sorted(Decision.objects.values_list("number", flat=True)) == list(range(1, FEW_ROUNDS + 1))


def test_a_decision_is_issued_once(cast: Cast, browsers: list[Browser]) -> None:
    team, drafts = make_draft_team(cast), []

    def act(turn: int, client: int) -> Any:
        draft = drafts[-1]
        form = PAPER | {"number": f"{draft.number}/QĐ-UBND", "lock": draft.lock, "issue": "1"}
        return browsers[client].post_and_follow(reverse("teams:decision_issue", args=[draft.pk]), form)

    def check(answers: list[Any]) -> None:
        assert statuses(answers) == {200}
        won = [answer for answer in answers if NOW_IN_FORCE in answer.text]
        told = [answer for answer in answers if any(words in answer.text for words in ISSUED_ALREADY)]
        assert (len(won), len(told)) == (1, CLIENTS - 1)
        assert drafts[-1].history.filter(status=DecisionStatus.ISSUED).count() == 1
        assert len(line_up_on(team, ISSUED)) == 6

    race(FEW_ROUNDS, prepare=lambda turn: draft_again(cast, team, drafts), act=act, check=check)


def draft_again(cast: Cast, team: Team, drafts: list[Decision]) -> None:
    """Revoke what the round before issued, and put the team into a new draft."""
    if drafts:
        issued = Decision.objects.get(pk=drafts[-1].pk)
        revoke(by=cast.minh, decision=issued, on=date(2022, 9, 1), reason="Sai thẩm quyền")
    decision = new_decision(cast.places.commune)
    drafts.append(save_decision(by=cast.minh, decision=decision, items=[proposal_of(team)]))
