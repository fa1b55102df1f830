"""The parts of a zipped document (.xlsx, .docx, .ods) as streams of XML elements, freed as they are passed."""

import posixpath
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from imports.refusals import refused

RELATIONS = "{*}Relationship"
OFFICE_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
MAX_BETWEEN = 4 * 1024 * 1024
"""Bytes of a part in which nothing of a list stands; also the longest row."""
_TRUE = {"1", "true", "on"}


def is_true(value: str | None) -> bool:
    """A switch of OOXML that is on."""
    return value in _TRUE


def elements(archive: zipfile.ZipFile, name: str, tags: Collection[str]) -> Iterator[etree._Element]:
    """Each element of these tags in a part, complete; freed once the next one is asked for."""
    with archive.open(name) as stream:
        yield from stream_elements(stream, tags)


def stream_elements(stream: IO[bytes], tags: Collection[str]) -> Iterator[etree._Element]:
    """Each element of these tags in a stream, complete; freed once the next one is asked for.

    Only what stands between two of them is ever in memory; a stream that holds nothing else for long is refused.
    """
    metered = _Metered(stream)
    parser = etree.iterparse(
        metered,
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _event, element in parser:
            metered.since = 0
            yield element
            element.clear()
            parent = element.getparent()
            if parent is not None:
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise refused(_reason(error)) from error


class _Metered:
    """A stream that counts what was read since the last element of use."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.since += len(piece)
        if self.since > MAX_BETWEEN:
            raise refused("bomb")
        return piece


def _reason(error: etree.XMLSyntaxError) -> str:
    said = str(error).lower()
    if "memory" in said:
        return "too_heavy"
    if "depth" in said:
        return "damaged"
    return "huge_text" if "huge" in said or "too long" in said else "damaged"


def tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A small part as a whole."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
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
