"""The words on the screen: which English messages the code holds, and their Vietnamese catalogues.

Each room of the code has a catalogue of its own, `locale/<room>/vi/LC_MESSAGES/django.po`, so that two
people rarely edit one file. A message that two rooms use is kept once, in the leftmost of them in the
line of rooms. `locale/libraries` overrides the words of Django and the other libraries and is written by
hand. Everything is done with polib: no GNU gettext is needed, neither to build nor to install.
"""

import ast
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation import templatize

LANGUAGE = "vi"
LIBRARIES = "libraries"

# How many of the first arguments are message texts, by the function of django.utils.translation.
_FUNCTIONS = {
    "gettext": ("msgid",),
    "gettext_lazy": ("msgid",),
    "gettext_noop": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "ngettext_lazy": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "pgettext_lazy": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
    "npgettext_lazy": ("context", "msgid", "plural"),
    "_": ("msgid",),
}
_LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_TEMPLATE_CALL = re.compile(
    rf"(?<!\w)(_|gettext|ngettext|pgettext|npgettext)\(({_LITERAL}(?:, {_LITERAL})*)", re.DOTALL
)
_PLACEHOLDER = re.compile(r"%\([^)]*\)[#0\- +]*[\d.]*[a-zA-Z]|%[sd]|\{[a-zA-Z_][\w.]*\}|\{\d*\}")
_METADATA = {
    "Project-Id-Version": "To So",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


@dataclass(frozen=True)
class Message:
    """An English message as the code uses it; context and plural are empty when there is none."""

    msgid: str
    context: str = ""
    plural: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue tells messages apart by."""
        return self.context, self.msgid


class UnreadableMessage(Exception):
    """A source file that cannot be read, or a message put together at run time (f-string)."""


def python_messages(source: str, name: str) -> Iterator[Message]:
    """The messages of a Python module: calls of django.utils.translation under whatever name."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise UnreadableMessage(f"{name}:{error.lineno}: not valid Python") from error
    aliases = _aliases(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (roles := _roles(node.func, aliases)):
            message = _message(node.args, roles, f"{name}:{node.lineno}")
            if message:
                yield message


def template_messages(source: str, name: str) -> Iterator[Message]:
    """The messages of a template, through Django's own reading of its translation tags."""
    try:
        calls = templatize(source, origin=name)
    except SyntaxError as error:
        raise UnreadableMessage(str(error)) from error
    for match in _TEMPLATE_CALL.finditer(calls):
        texts = ast.literal_eval(f"({match[2]},)")
        yield Message(**dict(zip(_FUNCTIONS[match[1]], texts, strict=False)))


def collect(root: Path, rooms: list[str]) -> dict[str, dict[tuple[str, str], Message]]:
    """The messages of each room, from left to right; each message in its leftmost room only."""
    found: dict[str, dict[tuple[str, str], Message]] = {room: {} for room in rooms}
    for room in rooms:
        for message in _room_messages(root, room, rooms):
            known = found[room].get(message.key)
            if known is None or message.plural:
                found[room][message.key] = message
    return _leftmost(found)


def update(root: Path, rooms: list[str]) -> list[Path]:
    """Bring every room's catalogue up to date; translations are kept, also when a message changes rooms.

    Returns the files that changed.
    """
    wanted = collect(root, rooms)
    known = _translations(root, rooms)
    changed = []
    for room in rooms:
        path = catalogue_path(root, room)
        text = _catalogue(wanted[room].values(), known)
        if text != (path.read_text(encoding="utf-8") if path.exists() else ""):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, text.encode())
            changed.append(path)
    return changed


def problems(root: Path, rooms: list[str]) -> list[str]:
    """What keeps the catalogues from being complete: one line for each message that needs work."""
    found = [
        f"{room}: {problem}: {entry.msgid!r}"
        for room in [*rooms, LIBRARIES]
        for path in sorted((root / "locale" / room / LANGUAGE / "LC_MESSAGES").glob("*.po"))
        for entry in polib.pofile(str(path))
        if (problem := _entry_problem(entry))
    ]
    for room, messages in collect(root, rooms).items():
        path = catalogue_path(root, room)
        keys = {_entry_key(entry) for entry in polib.pofile(str(path))} if path.exists() else set()
        found += [f"{room}: not in the catalogue: {key[1]!r}" for key in sorted(messages.keys() - keys)]
        found += [f"{room}: no longer used: {key[1]!r}" for key in sorted(keys - messages.keys())]
    return found


def compile_catalogues(root: Path) -> list[Path]:
    """Compile each .po under locale/ whose .mo is not of the same moment; returns the .mo files written.

    The .mo takes the time of the .po that was read: one saved meanwhile, or brought back older, is seen.
    """
    written = []
    for source in sorted((root / "locale").glob(f"*/{LANGUAGE}/LC_MESSAGES/*.po")):
        target, saved = source.with_suffix(".mo"), source.stat().st_mtime_ns
        if target.exists() and target.stat().st_mtime_ns == saved:
            continue
        _write(target, polib.pofile(str(source)).to_binary())
        os.utime(target, ns=(saved, saved))
        written.append(target)
    return written


def catalogue_path(root: Path, room: str) -> Path:
    """The catalogue of a room."""
    return root / "locale" / room / LANGUAGE / "LC_MESSAGES" / "django.po"


def _aliases(tree: ast.AST) -> dict[str, str]:
    """Local name → function of django.utils.translation, as the module imports them."""
    return {
        name.asname or name.name: name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.name in _FUNCTIONS
    }


def _roles(function: ast.expr, aliases: dict[str, str]) -> tuple[str, ...]:
    if isinstance(function, ast.Name):
        return _FUNCTIONS.get(aliases.get(function.id, ""), ())
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return _FUNCTIONS.get(function.attr, ()) if function.value.id == "translation" else ()
    return ()


def _message(arguments: list[ast.expr], roles: tuple[str, ...], place: str) -> Message | None:
    """The message of a call; None when its text is a variable (a message marked elsewhere)."""
    texts = {}
    for role, argument in zip(roles, arguments, strict=False):
        if isinstance(argument, ast.JoinedStr | ast.BinOp):
            raise UnreadableMessage(f"{place}: a message must be one plain text with %(name)s inside")
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            texts[role] = argument.value
    return Message(**texts) if len(texts) == len(roles) and texts["msgid"] else None


def _room_messages(root: Path, room: str, rooms: list[str]) -> Iterator[Message]:
    for path in sorted((root / room).rglob("*.py")):
        if "migrations" not in path.parts:
            yield from python_messages(path.read_text(encoding="utf-8"), str(path.relative_to(root)))
    for path in sorted((root / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"} and _template_room(path.relative_to(root), rooms) == room:
            yield from template_messages(path.read_text(encoding="utf-8"), str(path.relative_to(root)))


def _template_room(path: Path, rooms: list[str]) -> str:
    """templates/<room>/… belongs to its room, everything else (base, components, account) to common."""
    return path.parts[1] if path.parts[1] in rooms else rooms[0]


def _leftmost(
    found: dict[str, dict[tuple[str, str], Message]],
) -> dict[str, dict[tuple[str, str], Message]]:
    """Each message in the first room that uses it, with its plural if any room has one."""
    home: dict[tuple[str, str], str] = {}
    kept: dict[str, dict[tuple[str, str], Message]] = {room: {} for room in found}
    for room, messages in found.items():
        for key, message in messages.items():
            owner = home.setdefault(key, room)
            if key not in kept[owner] or message.plural:
                kept[owner][key] = message
    return kept


def _translations(root: Path, rooms: list[str]) -> dict[tuple[str, str], polib.POEntry]:
    """Every entry of the rooms' catalogues; a translated one wins over an empty one."""
    known: dict[tuple[str, str], polib.POEntry] = {}
    for room in rooms:
        path = catalogue_path(root, room)
        for entry in polib.pofile(str(path)) if path.exists() else ():
            key = _entry_key(entry)
            if key not in known or not known[key].translated():
                known[key] = entry
    return known


def _catalogue(messages: Iterable[Message], known: dict[tuple[str, str], polib.POEntry]) -> str:
    # One line a message, sorted, without dates and line numbers: merges touch only what changed.
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = _METADATA
    for message in sorted(messages, key=lambda m: (m.msgid, m.context)):
        catalogue.append(_entry(message, known.get(message.key)))
    return str(catalogue).rstrip("\n") + "\n"


def _entry(message: Message, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.msgid, msgctxt=message.context or None)
    text = (known.msgstr or known.msgstr_plural.get(0, "")) if known else ""
    if known:
        entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
        entry.tcomment = known.tcomment
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: text}
    else:
        entry.msgstr = text
    return entry


def _entry_key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def _entry_problem(entry: polib.POEntry) -> str:
    """What is wrong with a translation; Vietnamese has one plural form, made from the English plural."""
    text = entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
    if entry.fuzzy:
        return "fuzzy"
    if not text:
        return "not translated"
    if _placeholders(text) != _placeholders(entry.msgid_plural or entry.msgid):
        return "placeholders differ"
    if text[:1].isspace() != entry.msgid[:1].isspace() or text[-1:].isspace() != entry.msgid[-1:].isspace():
        return "spaces at the ends differ"
    return ""


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a running server may be reading it."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    os.replace(temporary, path)
