"""Office templates of decisions: what a Word file may hold, checked and filled in a process of its own.

Uploaded templates are programs. Only what fills a paper is let through: known placeholders, loops over the known
lists, conditions, and three filters. Everything else (attribute access, calls, macros, includes, assignments) is
refused by name, before anything runs. This module is the child's: it knows no Django and no database.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from common.packages import DAMAGED

MOST_FILES, MOST_UNPACKED = 500, 30 * 1024 * 1024
PLAIN = frozenset(
    {
        "issuer",
        "committee",
        "commune",
        "number",
        "number_line",
        "place",
        "dd",
        "mm",
        "yyyy",
        "place_date",
        "subject",
        "heading",
        "tasks",
        "reporting",
        "executors",
        "effect",
        "sign_1",
        "sign_2",
        "signer",
        "annex_title",
        "annex_note",
        "team_count",
        "member_count",
    }
)
LISTS = {
    "legal_bases": frozenset[str](),
    "articles": frozenset({"no", "text"}),
    "recipients": frozenset[str](),
    "teams": frozenset({"no", "roman", "name", "members", "former"}),
}
MEMBER = frozenset({"no", "name", "man", "woman", "post", "role", "phone", "note"})
LOOP = frozenset({"index", "index0", "first", "last", "length"})
WANTED = (
    "number_line",
    "place_date",
    "subject",
    "legal_bases",
    "articles",
    "recipients",
    "signer",
    "teams",
    "members",
)
"""Placeholders without which the paper lacks something."""

FILTERS = frozenset({"upper", "lower", "length"})
ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Filter,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The properties of a document that the library fills as well."""

_FORBIDDEN_PARTS = re.compile(
    r"vbaProject|vbaData|activeX|/embeddings/|\.bin$|attachedToolbars", re.IGNORECASE
)
_EXTERNAL = re.compile(rb"<[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_FIELDS = re.compile(rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b")
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr\s*=\s*\"([^\"]*)\"")


class Refused(Exception):
    """Why a template is not taken: a code, and words that belong to it."""

    def __init__(self, code: str, *words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, [word[:80] for word in words][:20]


def environment() -> ImmutableSandboxedEnvironment:
    """Values are escaped, and nothing but the given values can be reached."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def check(content: bytes) -> list[str]:
    """The wanted placeholders that the template does not use; raises Refused for what it may not hold."""
    check_package(content)
    template = _opened(content)
    used: set[str] = set()
    for source in _sources(template):
        used |= check_source(source)
    return [name for name in WANTED if name not in used]


def check_package(content: bytes) -> None:
    """The file as a package of parts: a plain Word document of a bearable size, without anything that acts."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGED as error:
        raise Refused("no_word") from error
    with package:
        entries = package.infolist()
        names = {entry.filename for entry in entries}
        if "word/document.xml" not in names or "[Content_Types].xml" not in names:
            raise Refused("no_word")
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise Refused("too_large")
        left = MOST_UNPACKED
        for entry in entries:
            part = _part(package, entry, left)
            left -= len(part)
            _check_part(entry.filename, part)


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """A part with its true bytes counted: declared sizes can lie."""
    if entry.flag_bits & 0x1:
        raise Refused("password")
    try:
        with package.open(entry) as part:
            content = part.read(left + 1)
    except DAMAGED as error:
        raise Refused("no_word") from error
    if len(content) > left:
        raise Refused("too_large")
    return content


def _check_part(name: str, content: bytes) -> None:
    if _FORBIDDEN_PARTS.search(name):
        raise Refused("macro")
    if not name.endswith((".xml", ".rels")):
        return
    plain = content.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused("entity")
    if name == "[Content_Types].xml" and b"macroEnabled" in plain:
        raise Refused("macro")
    if any(b"/hyperlink" not in found for found in _EXTERNAL.findall(plain)) or b"<w:altChunk" in plain:
        raise Refused("outside")
    if any(_FIELDS.search(b" ".join(found)) for found in _INSTRUCTION.findall(plain)):
        raise Refused("outside")


def _opened(content: bytes) -> DocxTemplate:
    template = DocxTemplate(io.BytesIO(content))
    try:
        template.init_docx()
    except Exception as error:  # the library raises whatever its parsers raise
        raise Refused("no_word") from error
    return template


def _sources(template: DocxTemplate) -> Iterator[str]:
    """Every text that will be filled: body, headers, footers, footnotes, properties."""
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.iter_parts():
        if part.content_type.endswith("footnotes+xml"):
            yield template.patch_xml(part.blob.decode("utf-8", "replace"))
    for name in PROPERTIES:
        yield str(getattr(template.docx.core_properties, name) or "")


def check_source(source: str) -> set[str]:
    """The placeholders that a text uses; raises Refused for unknown ones and for everything that acts."""
    try:
        tree = environment().parse(source)
    except (TemplateError, RecursionError) as error:
        raise Refused("syntax", str(error)) from error
    walk = _Walk()
    walk.visit(tree, {}, False)
    if walk.forbidden:
        raise Refused("forbidden", *sorted(walk.forbidden))
    if walk.unknown:
        raise Refused("unknown", *sorted(walk.unknown))
    return walk.used


class _Walk:
    """Goes through a template; `scope` are the loops' own names, each with the fields it may be asked for."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.unknown: set[str] = set()
        self.forbidden: set[str] = set()

    def visit(self, node: nodes.Node, scope: dict[str, frozenset[str]], in_loop: bool) -> None:
        if not isinstance(node, ALLOWED_NODES) or (
            isinstance(node, nodes.Filter) and node.name not in FILTERS
        ):
            self.forbidden.add(type(node).__name__ if not isinstance(node, nodes.Filter) else node.name)
            return
        if isinstance(node, nodes.For):
            self._loop(node, scope, in_loop)
        elif isinstance(node, nodes.Getattr):
            self._field(node, scope)
        elif isinstance(node, nodes.Name):
            self._name(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.visit(child, scope, in_loop)

    def _name(self, node: nodes.Name, scope: dict[str, frozenset[str]]) -> None:
        if node.name in scope:
            return
        if node.name in PLAIN or node.name in LISTS:
            self.used.add(node.name)
        else:
            self.unknown.add(node.name)

    def _field(self, node: nodes.Getattr, scope: dict[str, frozenset[str]]) -> None:
        """A field of a loop's own name, and of nothing else."""
        if not isinstance(node.node, nodes.Name) or node.attr.startswith("_"):
            self.forbidden.add(f".{node.attr}")
        elif node.node.name not in scope or node.attr not in scope[node.node.name]:
            self.unknown.add(f"{node.node.name}.{node.attr}")
        else:
            self.used.add(node.attr)

    def _loop(self, node: nodes.For, scope: dict[str, frozenset[str]], in_loop: bool) -> None:
        """A loop over a known list, or over the members of the team of the loop around it: it always ends soon."""
        fields = self._fields_of(node.iter, scope, in_loop)
        if fields is None or node.recursive or not isinstance(node.target, nodes.Name):
            self.forbidden.add("for")
            return
        self.visit(node.iter, scope, in_loop)
        inner = scope | {node.target.name: fields, "loop": LOOP}
        for child in [*node.body, *node.else_, *([node.test] if node.test else [])]:
            self.visit(child, inner, True)

    def _fields_of(
        self, iterated: nodes.Node, scope: dict[str, frozenset[str]], in_loop: bool
    ) -> frozenset[str] | None:
        if isinstance(iterated, nodes.Name) and iterated.name in LISTS and not in_loop:
            return LISTS[iterated.name]
        is_members = isinstance(iterated, nodes.Getattr) and iterated.attr == "members"
        if is_members and isinstance(iterated.node, nodes.Name):  # type: ignore[attr-defined] # a Getattr
            return MEMBER if scope.get(iterated.node.name) == LISTS["teams"] else None  # type: ignore[attr-defined] # a Getattr
        return None


def fill(content: bytes, values: dict[str, Any]) -> bytes:
    """The template with the values in it; raises Refused when the result is no Word file."""
    template = _opened(content)
    stream = io.BytesIO()
    try:
        template.render(values, environment(), autoescape=True)
        template.save(stream)
        Document(io.BytesIO(stream.getvalue()))
    except Exception as error:  # whatever goes wrong inside, the template is not usable
        raise Refused("no_result", str(error)) from error
    return stream.getvalue()
