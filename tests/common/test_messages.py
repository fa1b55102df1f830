"""Collecting, keeping and compiling messages without GNU gettext."""

import gettext as gnu_gettext
from pathlib import Path

import polib
import pytest

from common.messages import (
    Message,
    UnreadableMessage,
    catalogue_path,
    collect,
    compile_catalogues,
    problems,
    python_messages,
    template_messages,
    update,
)

ROOMS = ["common", "teams"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two rooms and two templates."""
    files = {
        "common/a.py": "from django.utils.translation import gettext as _\n_('Shared')\n_('Only common')",
        "teams/b.py": "from django.utils.translation import gettext as say\nsay('Shared')\nsay('Only teams')",
        "teams/migrations/0001.py": "from django.utils.translation import gettext as _\n_('Old')",
        "templates/base.html": "{% load i18n %}{% translate 'Frame' %}",
        "templates/teams/page.html": "{% load i18n %}{% translate 'Page' %}{% translate 'Shared' %}",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _translate(path: Path, texts: dict[str, str]) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr)
    catalogue.save()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("_('Save')", Message("Save")),
        ("say('two ' 'parts')", Message("two parts")),
        ("ngettext('%(n)s team', '%(n)s teams', n)", Message("%(n)s team", plural="%(n)s teams")),
        ("pgettext('verb', 'Book')", Message("Book", context="verb")),
        ("translation.gettext('By module')", Message("By module")),
        ("_(variable)", None),
        ("other('Not ours')", None),
        ("x.gettext('Not ours')", None),
    ],
)
def test_messages_of_python(call: str, message: Message | None) -> None:
    head = (
        "from django.utils import translation\n"
        "from django.utils.translation import gettext as say, gettext_lazy as _, ngettext, pgettext\n"
    )
    assert list(python_messages(head + call, "x.py")) == ([message] if message else [])


@pytest.mark.parametrize("text", ["f'Hello {name}'", "'Hello ' + name", "'Hello %s' % name"])
def test_a_message_made_at_run_time_is_refused(text: str) -> None:
    source = f"from django.utils.translation import gettext as _\n_({text})"
    with pytest.raises(UnreadableMessage, match=r"x\.py:2"):
        list(python_messages(source, "x.py"))


def test_broken_python_is_named() -> None:
    with pytest.raises(UnreadableMessage, match=r"x\.py:1: not valid Python"):
        list(python_messages("def (", "x.py"))


@pytest.mark.parametrize(
    ("template", "messages"),
    [
        ('{% translate "It\'s here" %}', [Message("It's here")]),
        ("{% translate 'Book' context 'verb' %}", [Message("Book", context="verb")]),
        ("{% translate '100 % done' as done %}", [Message("100 %% done")]),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", [Message("Hello %(name)s")]),
        (
            "{% blocktranslate trimmed count n=n %}\n  {{ n }} team\n{% plural %}\n  {{ n }} teams\n"
            "{% endblocktranslate %}",
            [Message("%(n)s team", plural="%(n)s teams")],
        ),
        (
            "{{ _('One')|default:_('Two') }}{% include 'x' with a=_(\"Three\") %}",
            [Message("One"), Message("Two"), Message("Three")],
        ),
        ("<p title='gettext(\"no\")'>_('no')</p>{# _('no') #}", []),
    ],
)
def test_messages_of_templates(template: str, messages: list[Message]) -> None:
    assert list(template_messages(template, "x.html")) == messages


def test_a_message_lives_in_its_leftmost_room(project: Path) -> None:
    found = collect(project, ROOMS)
    assert {room: {key[1] for key in messages} for room, messages in found.items()} == {
        "common": {"Shared", "Only common", "Frame"},
        "teams": {"Only teams", "Page"},
    }


def test_update_keeps_translations_and_drops_what_is_gone(project: Path) -> None:
    assert len(update(project, ROOMS)) == 2
    assert update(project, ROOMS) == []
    _translate(catalogue_path(project, "teams"), {"Only teams": "Chỉ tổ", "Page": "Trang"})
    (project / "templates/teams/page.html").unlink()
    (project / "common/c.py").write_text(
        "from django.utils.translation import gettext as _\n_('Only teams')", encoding="utf-8"
    )
    update(project, ROOMS)
    moved = polib.pofile(str(catalogue_path(project, "common"))).find("Only teams")
    assert moved is not None
    assert moved.msgstr == "Chỉ tổ"
    assert [entry.msgid for entry in polib.pofile(str(catalogue_path(project, "teams")))] == []


def test_update_writes_nothing_when_a_file_cannot_be_read(project: Path) -> None:
    update(project, ROOMS)
    before = catalogue_path(project, "common").read_bytes()
    (project / "common/a.py").write_text("def (", encoding="utf-8")
    with pytest.raises(UnreadableMessage):
        update(project, ROOMS)
    assert catalogue_path(project, "common").read_bytes() == before


def test_problems_are_named(project: Path) -> None:
    (project / "common/a.py").write_text(
        "from django.utils.translation import gettext as _, ngettext\n"
        "_('Shared %(n)s'); _('Empty'); _('Fuzzy'); _('Good {x}'); ngettext('%(n)s team', '%(n)s teams', 2)",
        encoding="utf-8",
    )
    update(project, ROOMS)
    path = catalogue_path(project, "common")
    texts = {"Shared %(n)s": "Chung %(m)s", "Fuzzy": "Mờ", "Good {x}": "Tốt {x}", "Frame": "Khung "}
    _translate(path, texts)
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        entry.flags = ["fuzzy"] if entry.msgid == "Fuzzy" else []
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "%(n)s tổ"}
    catalogue.save()
    _translate(catalogue_path(project, "teams"), {"Only teams": "Chỉ tổ", "Page": "Trang", "Shared": "Chung"})
    (project / "teams/c.py").write_text(
        "from django.utils.translation import gettext as _\n_('New')", encoding="utf-8"
    )
    assert sorted(problems(project, ROOMS)) == [
        "common: fuzzy: 'Fuzzy'",
        "common: not translated: 'Empty'",
        "common: placeholders differ: 'Shared %(n)s'",
        "common: spaces at the ends differ: 'Frame'",
        "teams: not in the catalogue: 'New'",
    ]


def test_compiling_is_idempotent_and_readable(project: Path) -> None:
    update(project, ROOMS)
    _translate(catalogue_path(project, "teams"), {"Page": "Trang"})
    assert len(compile_catalogues(project)) == 2
    assert compile_catalogues(project) == []
    with catalogue_path(project, "teams").with_suffix(".mo").open("rb") as compiled:
        assert gnu_gettext.GNUTranslations(compiled).gettext("Page") == "Trang"
