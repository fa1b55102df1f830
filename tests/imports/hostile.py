"""Files that are meant to harm, or that break readers by accident: each with the refusal it must meet, or its kind."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.imports import packing
from tests.imports.bombs import (
    DDE,
    LAUGHS,
    MEGABYTE,
    PDF,
    PNG,
    a_million_rows,
    bomb_of_a_text,
    bomb_of_tags,
    bomb_that_declares_itself,
    cell,
    changed,
    deep_word,
    endless_word_table,
    far_cell,
    gzip_in_gzip,
    junk_in_a_row,
    locked_old,
    locked_part,
    looping_chain,
    lying_directory,
    many_merges,
    many_styles,
    nearly_too_many_tags,
    old_far_cell,
    page_of_tags,
    plain,
    repeated_everywhere,
    repeated_within_reason,
    row,
    row_of_tags,
    unnamed_rows,
    web_page_of_nests,
    wide_row,
    wide_word_table,
    with_parts,
    word_of_tags,
    zip_in_zip,
)
from tests.imports.packing import ODS, XML, sheet, workbook, workbook_parts


@dataclass(frozen=True)
class Hostile:
    """A file: its name, how it is made, and what must happen: “refused CODE” or “done KIND”."""

    name: str
    make: Callable[[], bytes]
    outcome: str

    def __str__(self) -> str:
        return self.name


HOSTILE = [
    Hostile("empty.xlsx", lambda: b"", "refused empty"),
    Hostile("large.xlsx", lambda: bytes(21 * MEGABYTE), "refused too_large"),
    Hostile("half.xlsx", lambda: plain()[: len(plain()) // 2], "refused damaged"),
    Hostile(
        "half-old.xls",
        lambda: packing.old_workbook(packing.old_stream({(0, 0): "a"}))[:3_000],
        "refused damaged",
    ),
    Hostile("picture.xlsx", lambda: PNG, "refused wrong_content"),
    Hostile("picture.png", lambda: PNG, "refused not_a_list"),
    Hostile("paper.pdf", lambda: PDF, "refused not_a_list"),
    Hostile("paper.docx", lambda: PDF, "refused wrong_content"),
    Hostile("program.csv", lambda: b"MZ\x90\x00" + bytes(range(256)) * 100, "refused wrong_content"),
    Hostile(
        "noise.xls",
        lambda: random.Random(1).randbytes(50_000),
        "refused wrong_content",
    ),
    Hostile("zeros.csv", lambda: bytes(10_000), "refused wrong_content"),
    Hostile("gzip-in-gzip.csv", gzip_in_gzip, "refused wrong_content"),
    Hostile("zip-in-zip.xlsx", zip_in_zip, "refused not_a_list"),
    Hostile("words.rtf", lambda: b"{\\rtf1 a}", "refused old_word"),
    Hostile("words.doc", lambda: packing.old_workbook(bytes(5_000), "WordDocument"), "refused old_word"),
    Hostile("message.msg", lambda: packing.old_workbook(bytes(5_000), "Message"), "refused not_a_list"),
    Hostile(
        "locked.xlsx", lambda: packing.old_workbook(bytes(5_000), "EncryptedPackage"), "refused encrypted"
    ),
    Hostile("locked.xls", locked_old, "refused encrypted"),
    Hostile("locked-part.xlsx", locked_part, "refused encrypted"),
    Hostile(
        "locked.ods",
        lambda: packing.open_workbook("", manifest=f"{XML}<manifest><encryption-data/></manifest>"),
        "refused encrypted",
    ),
    Hostile("macro.xlsm", lambda: with_parts(**{"xl__vbaProject.bin": b"x"}), "refused macros"),
    Hostile(
        "macro-type.xlsm",
        lambda: changed(
            "[Content_Types].xml", packing.types("xl/workbook.xml", "ms-excel.sheet.macroEnabled.main+xml")
        ),
        "refused macros",
    ),
    Hostile(
        "binary.xlsb",
        lambda: changed(
            "[Content_Types].xml", packing.types("xl/workbook.bin", "ms-excel.sheet.binary.main")
        ),
        "refused binary_workbook",
    ),
    Hostile("far-cell.xlsx", far_cell, "refused too_many_columns"),
    Hostile("far-row.xlsx", lambda: workbook(sheet(row(50_001, cell("A50001")))), "refused too_many_rows"),
    Hostile(
        "far-empty-cell.xlsx",
        lambda: workbook(sheet(row(1, cell("A1")) + row(1_048_576, '<c r="XFD1048576" s="0"/>'))),
        "done xlsx",
    ),
    Hostile("million-rows.xlsx", a_million_rows, "refused too_many_rows"),
    Hostile("unnamed-rows.xlsx", unnamed_rows, "refused too_many_rows"),
    Hostile("wide-row.xlsx", wide_row, "refused too_many_columns"),
    Hostile("junk-in-a-row.xlsx", junk_in_a_row, "refused bomb"),
    Hostile("old-far-cell.xls", old_far_cell, "refused too_many_rows"),
    Hostile("looping-chain.xls", looping_chain, "refused damaged"),
    Hostile("bomb-of-a-text.xlsx", bomb_of_a_text, "refused huge_text"),
    Hostile("bomb-of-tags.xlsx", bomb_of_tags, "refused bomb"),
    Hostile("bomb-declared.xlsx", bomb_that_declares_itself, "refused bomb"),
    Hostile("lying-directory.xlsx", lying_directory, "refused damaged"),
    Hostile(
        "ten-thousand-members.xlsx",
        lambda: with_parts(**{f"x{n}": b"" for n in range(10_000)}),
        "refused bomb",
    ),
    Hostile("escaping-member.xlsx", lambda: with_parts(**{"..__..__etc__x": b"x"}), "done xlsx"),
    Hostile(
        "laughs.xlsx",
        lambda: changed("xl/worksheets/sheet1.xml", f"{XML}{LAUGHS}<worksheet>&j;</worksheet>"),
        "refused entities",
    ),
    Hostile(
        "late-doctype.xlsx",
        lambda: changed("xl/sharedStrings.xml", f"{XML}<!--{'x<' * 300_000}-->{LAUGHS}<sst>&j;</sst>"),
        "refused entities",
    ),
    Hostile(
        "outside-entity.xlsx",
        lambda: changed(
            "xl/sharedStrings.xml",
            f'{XML}<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>',
        ),
        "refused entities",
    ),
    Hostile(
        "other-encoding.xlsx",
        lambda: changed("xl/sharedStrings.xml", f"{LAUGHS}<sst>&j;</sst>".encode("utf-16")),
        "refused entities",
    ),
    Hostile(
        "laughs.docx",
        lambda: packing.packed(
            {
                "[Content_Types].xml": packing.types(
                    "word/document.xml", "openxmlformats-officedocument.wordprocessingml.document.main+xml"
                ),
                "word/document.xml": f"{XML}{LAUGHS}<document>&j;</document>",
            }
        ),
        "refused entities",
    ),
    Hostile(
        "laughs.ods",
        lambda: packing.packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": f"{XML}{LAUGHS}<x {ODS}>&j;</x>",
            }
        ),
        "refused entities",
    ),
    Hostile(
        "laughs.xml",
        lambda: (
            f'{XML}{LAUGHS}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&j;</Workbook>'.encode()
        ),
        "refused entities",
    ),
    Hostile(
        "long-text.xlsx",
        lambda: workbook(sheet(row(1, cell("A1", "a" * 40_000, ' t="str"')))),
        "refused huge_text",
    ),
    Hostile(
        "text-in-runs.xlsx",
        lambda: workbook(
            sheet(row(1, '<c r="A1" t="inlineStr"><is>' + "<r><t>abcdefgh</t></r>" * 5_000 + "</is></c>"))
        ),
        "refused huge_text",
    ),
    Hostile("long-text.csv", lambda: b"a,b\n" + b"x" * 40_000 + b",y\n", "refused huge_text"),
    Hostile(
        "no-such-text.xlsx",
        lambda: workbook(sheet(row(1, cell("A1", "7", ' t="s"'))), shared=packing.shared("a")),
        "refused damaged",
    ),
    Hostile("absurd-name.xlsx", lambda: workbook(sheet(row(1, cell("ZZZZ1")))), "refused too_many_columns"),
    Hostile("no-letters.xlsx", lambda: workbook(sheet(row(1, cell("17")))), "refused damaged"),
    Hostile(
        "backwards.xlsx", lambda: workbook(sheet(row(2, cell("A2")) + row(1, cell("A1")))), "refused damaged"
    ),
    Hostile(
        "no-numbers.xlsx",
        lambda: workbook(sheet(row(1, cell("A1", "NaN"), cell("B1", "1e309"), cell("C1", "9" * 5_000)))),
        "done xlsx",
    ),
    Hostile(
        "missing-sheet.xlsx",
        lambda: packing.packed({k: v for k, v in workbook_parts(sheet("")).items() if "sheet1" not in k}),
        "refused damaged",
    ),
    Hostile(
        "same-sheet-names.xlsx",
        lambda: workbook(sheet(row(1, cell("A1"))), sheet(row(1, cell("A1"))), names=["A", "A"]),
        "done xlsx",
    ),
    Hostile("many-styles.xlsx", many_styles, "done xlsx"),
    Hostile("many-merges.xlsx", many_merges, "done xlsx"),
    Hostile("dde.xlsx", lambda: workbook(sheet(row(1, DDE))), "done xlsx"),
    Hostile(
        "picture-inside.xlsx",
        lambda: with_parts(**{"xl__media__image1.png": PNG + bytes(40 * MEGABYTE)}),
        "done xlsx",
    ),
    Hostile("repeated.ods", repeated_everywhere, "refused too_many_rows"),
    Hostile("repeated-less.ods", repeated_within_reason, "refused too_many_cells"),
    Hostile("deep.docx", deep_word, "refused damaged"),
    Hostile("endless-table.docx", endless_word_table, "refused too_many_rows"),
    Hostile("tags.docx", word_of_tags, "refused bomb"),
    Hostile("many-paragraphs.docx", nearly_too_many_tags, "refused too_many_rows"),
    Hostile("tags.html", page_of_tags, "refused bomb"),
    Hostile("tags.xml", row_of_tags, "refused bomb"),
    Hostile("wide-table.docx", wide_word_table, "refused too_many_columns"),
    Hostile("nests.xls", web_page_of_nests, "done html"),
    Hostile("page.xlsx", lambda: b"<html><table><tr><td>a</td></tr></table></html>", "done html"),
    Hostile("commas.csv", lambda: b"," * (10 * MEGABYTE), "refused too_many_columns"),
    Hostile("one-line.txt", lambda: b"a" * (10 * MEGABYTE), "refused huge_text"),
    Hostile("lines.csv", lambda: b"a,b\n" * 2_000_000, "refused too_many_rows"),
    Hostile("lines.txt", lambda: b"a\n" * 5_000_000, "refused too_many_rows"),
    Hostile("open-quote.csv", lambda: b'TT,Ten\n1,"A\n' + b"2,B\n" * 20_000, "done csv"),
]
"""What must be refused is refused with a sentence of its own; what only looks bad is read."""
