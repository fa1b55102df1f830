"""Every message of the code and of the libraries in use has a Vietnamese translation."""

import re
from pathlib import Path

import allauth.account
import allauth.mfa
import axes
import crispy_forms
import django.contrib.admin
import django.contrib.auth
import django.forms
import django_filters
import django_tables2
import polib
import pytest
import simple_history
from django.conf import settings
from django.core import validators
from django.utils.translation import override, trans_real

from common.management.commands.update_messages import rooms_of_locale
from common.messages import (
    LIBRARIES,
    Message,
    UnreadableMessage,
    problems,
    python_messages,
    template_messages,
)

ALLAUTH = Path(allauth.account.__file__).parent.parent
LIBRARY_SOURCES = [
    ALLAUTH / "account",
    ALLAUTH / "mfa",
    ALLAUTH / "templates" / "account",
    ALLAUTH / "templates" / "mfa",
    *(
        Path(str(package.__file__)).parent
        for package in (
            axes,
            crispy_forms,
            django.contrib.admin,
            django.contrib.auth,
            django.forms,
            django_filters,
            django_tables2,
            simple_history,
        )
    ),
    Path(validators.__file__),
]
# Words of programmers that no official should have to read.
JARGON = re.compile("bản ghi|thực thể|dữ liệu không hợp lệ|trường này|người sử dụng hệ thống", re.IGNORECASE)


def _library_messages(path: Path) -> list[Message]:
    """The messages of one file of a library; what cannot be read there is not for us to mend."""
    read = python_messages if path.suffix == ".py" else template_messages
    try:
        return list(read(path.read_text(encoding="utf-8"), path.name))
    except UnreadableMessage:
        return []


def _files(source: Path) -> list[Path]:
    found = [source] if source.is_file() else [*source.rglob("*.py"), *source.rglob("*.html")]
    return [path for path in found if not {"tests", "migrations"} & set(path.parts)]


def test_every_message_has_its_vietnamese() -> None:
    assert problems(settings.BASE_DIR, rooms_of_locale()) == []


@pytest.mark.parametrize("source", LIBRARY_SOURCES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_message_of_a_library_has_its_vietnamese(source: Path) -> None:
    """Django's own catalogue or ours: a new version of a library may bring new words."""
    with override("vi"):
        messages = {message for path in _files(source) for message in _library_messages(path)}
        missing = {message.msgid for message in messages if _is_english(message)}
    assert missing == set()


def _is_english(message: Message) -> bool:
    if not re.search("[A-Za-z]{2}", re.sub(r"%\([^)]*\)s|IPv[46]", "", message.msgid)):
        return False  # "…", "%s", "IPv4": nothing to translate
    key = f"{message.context}\x04{message.msgid}" if message.context else message.msgid
    catalogue = trans_real.translation("vi")
    if message.plural:
        return bool(catalogue.ngettext(key, message.plural, 2) == message.plural)
    return bool(catalogue.gettext(key) == key)


@pytest.mark.parametrize(
    "room",
    ["libraries", "common", "areas", "accounts", "imports", "teams", "households", "reports", "config"],
)
def test_no_jargon_in_a_translation(room: str) -> None:
    folder = settings.BASE_DIR / "locale" / room / "vi" / "LC_MESSAGES"
    texts = [
        entry.msgstr or entry.msgstr_plural.get(0, "")
        for path in folder.glob("*.po")
        for entry in polib.pofile(str(path))
    ]
    assert [text for text in texts if JARGON.search(text)] == []


def test_our_words_win_over_those_of_the_libraries() -> None:
    """LOCALE_PATHS: an earlier path wins, so the rooms stand before the libraries, the rightmost first."""
    assert [path.name for path in settings.LOCALE_PATHS][-1] == LIBRARIES
    assert rooms_of_locale()[0] == "common"
