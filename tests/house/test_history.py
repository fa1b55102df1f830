"""Every change of every model is in its history, with the user who made it: no model, no write escapes."""

import ast
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client

from areas.models import Area, AreaStat
from teams.enums import DecisionStatus
from teams.models import Decision, DecisionItem, LineUpEntry, Person, Team
from tests.access.world import World, make_world
from tests.house.forms import submit

ROOMS = ("common", "areas", "accounts", "imports", "teams", "households", "reports", "config")
WITHOUT_HISTORY = {
    "common.AuditEntry": "is itself a log, append-only",
    "common.Register": "one row that says what the database holds",
    "areas.HamletCounter": "only counts",
    "imports.Job": "work on its way: its state is its history",
    "imports.ImportGroup": "a paper that is being read: the register's rows have their history",
    "imports.ImportRow": "a paper that is being read: the register's rows have their history",
    "imports.ImportChange": "is itself a log of what a list wrote",
    "households.VisitMember": "written once with its visit, whose history tells of it",
    "households.VisitTopic": "written once with its visit, whose history tells of it",
    "households.OutreachFigure": "worked out from visits",
    "households.TopicFigure": "worked out from visits",
    "households.StandingFigure": "worked out from visits",
    "households.BusinessFigure": "worked out from the history of businesses",
    "households.ReachFigure": "worked out from visits",
    "households.DirtyFigure": "a mark for the worker",
    "teams.TeamCounter": "only counts",
    "teams.PrintedList": "is itself a log, append-only",
    "teams.Membership": "worked out by rebuild_team from facts that have history",
    "teams.TeamArea": "worked out by rebuild_team from facts that have history",
    "teams.TeamPeriod": "worked out by rebuild_team from facts that have history",
}
PAST_HISTORY = {
    ("areas/tree.py", "update"): "fills in the path of new units, whose history is written right after",
    ("areas/tree.py", "bulk_create"): "followed by the history of the same rows",
    ("areas/loading.py", "update"): "the register's set of areas: no history",
    ("accounts/backends.py", "update"): "counts wrong tries of a one-time code, which history leaves out",
    ("households/aftermath.py", "update"): "day of the last visit: follows from the visits",
    ("households/anonymising.py", "update"): "erases from history, log and mergers what names somebody",
    ("households/retention.py", "update"): "erases former notes from the history itself",
    ("households/figures.py", "delete"): "derived rows",
    ("households/figures.py", "bulk_create"): "derived rows",
    ("households/marks.py", "bulk_create"): "marks for the worker",
    (
        "households/outreach.py",
        "bulk_create",
    ): "visits, whose history is copied right after them",
    ("imports/jobs.py", "update"): "jobs: no history",
    ("imports/job_runner.py", "update"): "jobs: no history",
    ("imports/reading.py", "bulk_create"): "rows of a list that is being read: no history",
    ("imports/reading.py", "delete"): "rows of a list that is being read: no history",
    ("imports/forgetting.py", "delete"): "rows of a list that is forgotten: no history",
    ("imports/forgetting.py", "bulk_update"): "rows of a list that lose a person's data: no history",
    ("imports/corrections.py", "bulk_update"): "rows of a list that is being read: no history",
    ("imports/review.py", "bulk_update"): "rows of a list that is being read: no history",
    ("imports/applying.py", "bulk_create"): "the log of what a list wrote: no history",
    ("imports/applying.py", "bulk_update"): "rows of a list that is being read: no history",
    ("imports/undoing.py", "bulk_create"): "followed by the history of the same rows",
    ("imports/undoing.py", "bulk_update"): "dates of rows brought back, as their history has them",
    ("teams/bulk_roster.py", "update"): "counter of team codes: no history",
    ("teams/roster.py", "update"): "counter of team codes: no history",
    ("config/bench/import_jobs.py", "bulk_create"): "for the clock only, taken back in the same transaction",
    ("config/founding.py", "update"): "the register's set of areas: no history",
    ("teams/rebuild.py", "bulk_create"): "derived rows",
    ("teams/rebuild.py", "bulk_update"): "derived rows",
    ("teams/rebuild.py", "delete"): "derived rows",
}
"""Writes that history does not see, by file and method, each with its reason."""
SILENT = {"update", "bulk_create", "bulk_update", "delete", "update_or_create"}


def own_models() -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ROOMS and not model.__name__.startswith("Historical")
    ]


def test_every_model_has_history() -> None:
    without = {model._meta.label for model in own_models() if not hasattr(model, "history")}
    assert without == set(WITHOUT_HISTORY)


def test_histories_know_the_user_and_the_reason() -> None:
    lacking = [
        model._meta.label
        for model in own_models()
        if hasattr(model, "history")
        and not {"history_user", "history_date", "history_change_reason", "history_type"}
        <= {field.name for field in model.history.model._meta.get_fields()}
    ]
    assert lacking == []


def silent_writes(source: str) -> list[tuple[int, str]]:
    """Calls that change many rows at once, past `save` and so past history.

    `<rows>.update(field=...)` counts, `<dict>.update(other)` does not; a `delete` counts on rows
    (`....filter(...).delete()`), not on one object.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name, on = node.func.attr, node.func.value
        if name == "update" and not node.keywords:
            continue
        if name == "delete" and not isinstance(on, ast.Call):
            continue
        if name in SILENT:
            found.append((node.lineno, name))
    return found


def test_no_write_passes_by_history() -> None:
    escaping, used = [], set()
    for room in ROOMS:
        for path in sorted(Path(settings.BASE_DIR, room).rglob("*.py")):
            name = path.relative_to(settings.BASE_DIR).as_posix()
            if "/migrations/" in name or name.startswith("config/demo/bulk"):
                continue
            for line, call in silent_writes(path.read_text(encoding="utf-8")):
                used.add((name, call))
                if (name, call) not in PAST_HISTORY:
                    escaping.append(f"{name}:{line}: .{call}()")
    assert escaping == []
    assert set(PAST_HISTORY) - used == set()


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("Person.objects.filter(pk=1).update(full_name='x')", ["update"]),
        ("Person.objects.bulk_create(rows)", ["bulk_create"]),
        ("item.entries.all().delete()", ["delete"]),
        ("settings.update(other)", []),
        ("entry.delete()", []),
    ],
)
def test_the_rule_sees_the_wrong_twin(code: str, calls: list[str]) -> None:
    assert [call for _, call in silent_writes(code)] == calls


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def minh(world: World) -> Client:
    client = Client()
    client.force_login(world.cast.minh)
    return client


def last(row: Any) -> tuple[str, Any]:
    """How and by whom the row was last written, as its history has it."""
    record = row.history.order_by("-history_id").first()
    return record.history_type, record.history_user


def test_what_a_page_changes_is_kept_with_its_user(world: World, minh: Client) -> None:
    """One page of each kind: a plain save, a service on one row, a service on many rows."""
    cast, inside = world.cast, world.inside
    submit(minh, f"/teams/{inside.team.pk}/rename/", name="Tổ ấp Minh Thành số 1")
    submit(minh, f"/areas/{inside.hamlet.pk}/counts/", as_of="05/08/2022", households="310")
    submit(minh, f"/areas/{inside.commune.pk}/hamlets/new/", name="Kênh Mười", valid_from="05/08/2022")
    team = Team.objects.get(pk=inside.team.pk)
    assert (team.name, *last(team)) == ("Tổ ấp Minh Thành số 1", "~", cast.minh)
    assert last(AreaStat.objects.get(area=inside.hamlet, households=310)) == ("+", cast.minh)
    assert last(Area.objects.get(name="Kênh Mười")) == ("+", cast.minh)
    decision = inside.draft_decision
    submit(minh, f"/teams/decisions/{decision.pk}/issue/")
    issued = Decision.objects.get(pk=decision.pk)
    assert (issued.status, *last(issued)) == (DecisionStatus.ISSUED, "~", cast.minh)
    assert [last(item) for item in issued.items.all()] == [("~", cast.minh)]


def test_what_is_deleted_stays_in_history(world: World, minh: Client) -> None:
    item, draft = world.inside.item, world.inside.draft
    entries = list(item.entries.values_list("pk", flat=True))
    world.inside.suspension.delete()
    submit(minh, f"/teams/{draft.pk}/delete/")
    assert not Team.objects.filter(pk=draft.pk).exists()
    gone = {
        model.__name__: model.history.filter(
            id__in=keys, history_type="-", history_user=world.cast.minh
        ).count()
        for model, keys in ((Team, [draft.pk]), (DecisionItem, [item.pk]), (LineUpEntry, entries))
    }
    assert gone == {"Team": 1, "DecisionItem": 1, "LineUpEntry": len(entries)}


def test_before_and_after_can_be_told_apart(world: World, minh: Client) -> None:
    person = world.inside.person
    submit(minh, f"/teams/people/{person.pk}/edit/", full_name="Danh Thị Sửa Tên")
    after, before = Person.history.filter(id=person.pk).order_by("-history_id")[:2]
    changes = {change.field: (change.old, change.new) for change in after.diff_against(before).changes}
    assert changes["full_name"] == (person.full_name, "Danh Thị Sửa Tên")
    assert after.history_user == world.cast.minh
