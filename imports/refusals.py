"""Why a file cannot be read, one sentence each: what is wrong and what its sender can do about it.

The sentences stay lazy, so that a child process may name the reason and the worker says it in its user's language.
"""

from django.utils.translation import gettext_lazy as _

from imports.grid import Unreadable

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 50_000, 256, 1_000_000
MAX_TEXT = 32_767
"""Longest text of a cell that a spreadsheet itself allows."""

SENTENCES = {
    "empty": _("The file is empty (0 bytes). Choose the file again, or ask its sender to send it again."),
    "empty_text": _("There is no text in the box. Paste the list into it."),
    "too_large": _(
        "The file is larger than 20 MB. Remove pictures and sheets that are not part of the list, then send it again."
    ),
    "encrypted": _(
        "The file is locked with a password. Open it, remove the password "
        "(File, Info, Protect), save it and send it again."
    ),
    "macros": _(
        "The file holds macros, which are not accepted. Open it in Excel and save it as “Excel Workbook (.xlsx)”, "
        "then send that file."
    ),
    "bomb": _(
        "The file unpacks to far more than a list can hold. Copy the list into a new workbook and send that one."
    ),
    "too_many_rows": _(
        "Something stands below row 50,000. Delete what stands below the list (or copy the list into a new workbook), "
        "save the file and send it again."
    ),
    "too_many_columns": _(
        "Something stands beyond column 256. Delete what stands right of the list (or copy the list into a new "
        "workbook), save the file and send it again."
    ),
    "too_many_cells": _(
        "The file holds more than 1,000,000 filled cells. Split it into several files and send them one by one."
    ),
    "huge_text": _(
        "A cell holds a text longer than 32,767 characters, which no list needs. Shorten it and send the file again."
    ),
    "entities": _(
        "The file holds XML declarations that no spreadsheet program writes, so it is not opened. "
        "Open it in Excel, save it as a new .xlsx file and send that one."
    ),
    "wrong_content": _(
        "The content of the file does not fit its name: it is not the kind of file that its ending says. "
        "Open it in Excel or Word, save it as .xlsx or .docx and send that file."
    ),
    "not_a_list": _(
        "This kind of file cannot be read as a list (a picture, a PDF, a program …). "
        "Send an Excel, Word, .csv or .txt file, or paste the list as text."
    ),
    "old_word": _(
        "This is a Word file of an older kind (.doc, .rtf). Open it in Word, save it as .docx and send that file."
    ),
    "binary_workbook": _(
        "This is a binary workbook (.xlsb). Open it in Excel, save it as “Excel Workbook (.xlsx)” and send that file."
    ),
    "damaged": _(
        "The file is damaged or incomplete. Open it in Excel or Word and save it again, "
        "or ask its sender to send it again."
    ),
    "too_slow": _(
        "Reading the file took longer than 30 seconds and was stopped. Copy the list into a new workbook and send that."
    ),
    "failed": _(
        "The list could not be read because of a fault in this program, which has been noted. "
        "Copy the list into a new workbook and try that one, or ask the administrator."
    ),
    "too_heavy": _(
        "Reading the file took too much memory and was stopped. Copy the list into a new workbook and send that one."
    ),
}


def refused(code: str) -> Unreadable:
    """The refusal of that code, with its sentence."""
    return Unreadable(code, SENTENCES[code])  # type: ignore[arg-type]  # stays lazy until it is said
