"""The parts of a zipped document (.xlsx, .docx, .ods) as streams of XML elements, freed as they are passed."""

import posixpath
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree

from imports.refusals import refused

RELATIONS = "{*}Relationship"
OFFICE_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_TRUE = {"1", "true", "on"}


def is_true(value: str | None) -> bool:
    """A switch of OOXML that is on."""
    return value in _TRUE


def elements(archive: zipfile.ZipFile, name: str, tags: Collection[str]) -> Iterator[etree._Element]:
    """Each element of these tags, complete; freed once the next one is asked for."""
    try:
        with archive.open(name) as stream:
            yield from freed(
                etree.iterparse(stream, events=("end",), tag=tags, resolve_entities=False, no_network=True)
            )
    except etree.XMLSyntaxError as error:
        raise refused(_reason(error)) from error


def _reason(error: etree.XMLSyntaxError) -> str:
    said = str(error).lower()
    if "memory" in said:
        return "too_heavy"
    return "huge_text" if "huge" in said or "too long" in said else "damaged"


def freed(parser: Iterator[tuple[str, etree._Element]]) -> Iterator[etree._Element]:
    """Each element of a running parser; it and all before it are let go once the next one is asked for."""
    for _event, element in parser:
        yield element
        element.clear()
        parent = element.getparent()
        if parent is not None:
            while element.getprevious() is not None:
                del parent[0]


def tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A small part as a whole."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise refused(_reason(error)) from error


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Kind (last word of its type) and path of each part that this one names, by the id it goes by."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", name + ".rels")
    if listing not in archive.namelist():
        return {}
    return {
        relation.get("Id", ""): (
            posixpath.basename(relation.get("Type", "")),
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
        )
        for relation in tree(archive, listing).iter(RELATIONS)
        if relation.get("TargetMode") != "External"
    }


def main_part(archive: zipfile.ZipFile, usual: str) -> str:
    """The part that holds the document itself."""
    for kind, target in relations(archive, "").values():
        if kind == "officeDocument" and target in archive.namelist():
            return target
    if usual not in archive.namelist():
        raise refused("damaged")
    return usual


def open_archive(path: Path) -> zipfile.ZipFile:
    """The document's parts; a cut-off or broken file is refused."""
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise refused("damaged") from error
