"""What a kind of list has to say of itself, so that it can be read, reviewed, written and taken back.

The engine in this room knows no team and no household: a room to the right writes a `ListKind` and names it in
`settings.IMPORT_LISTS`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from areas.models import Area
from imports.enums import Mark, RowAction
from imports.job_runner import Progress
from imports.models import ImportBatch, ImportGroup, ImportRow

LONGEST_KEY = 120
"""Letters of the key of a column, which a form sends back."""
type_choices = Sequence[tuple[str, Any]]
Issue = dict[str, str]
"""A mark at a cell: field, code, level (Mark), text."""


def issue(field_name: str, code: str, level: str = Mark.MEND, text: str = "") -> Issue:
    """A mark."""
    return {"field": field_name, "code": code, "level": str(level), "text": str(text)}


@dataclass(frozen=True)
class ListField:
    """A column of the review page: what stands in it and how it is typed."""

    name: str
    label: Any
    choices: type_choices = ()
    is_required: bool = False
    is_wide: bool = False
    is_number: bool = False
    is_date: bool = False
    is_choice: bool = False
    """Never typed: where there is nothing to choose from, the cell stays empty."""


@dataclass
class ReadRow:
    """An entry as it was read: raw cells by field, values by field, marks."""

    row_no: int
    sheet: str = ""
    group: int | None = None
    raw: dict[str, Any] = field(default_factory=dict)
    parsed: dict[str, Any] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


@dataclass
class ReadGroup:
    """A group as it was read."""

    title: str
    parsed: dict[str, Any] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


@dataclass
class Reading:
    """A whole list as it was read; `facts` go into `ImportBatch.reading` (decision, flags, ignored rows)."""

    rows: list[ReadRow]
    groups: list[ReadGroup] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    sheet: str = ""
    header_row: int | None = None
    mapping: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class FileColumn:
    """A column of the file on the page where columns are said by hand: what it may be, and what it was said to be."""

    key: str
    heading: str
    samples: Sequence[str]
    read_as: str
    """What its heading says, in words; nothing where the program knows of no use."""
    said: str
    choices: type_choices


@dataclass(frozen=True)
class Question:
    """Something of the whole list that the official settles once: which hamlet “Ấp 3” is, say."""

    key: str
    label: str
    text: str
    choices: type_choices
    answer: str = ""
    rows: int = 0
    is_open: bool = False
    """Without an answer nothing that hangs on it can be written."""
    is_sure: bool = False
    """Answered by the register itself: one entry fits, and no other."""
    suggestion: str = ""
    """The answer that one press gives to all open questions of the list; nothing where several answers may be right."""

    @property
    def is_waiting(self) -> bool:
        """Open, and not answered yet."""
        return self.is_open and not self.answer

    @property
    def has_open_suggestion(self) -> bool:
        """One press would answer it."""
        return bool(self.suggestion) and not self.answer


@dataclass(frozen=True)
class Verdict:
    """What the rules of the room say of a group, or why it cannot be written (`refused`)."""

    findings: Sequence[Any] = ()
    refused: str = ""
    note: str = ""


@dataclass
class Outcome:
    """What became of one row."""

    row: ImportRow
    action: str = RowAction.SKIP
    target: str = ""
    refusal: str = ""


def refusable(row: ImportRow, write: Callable[[], Outcome]) -> Outcome:
    """Write one row; what a service refuses takes back this row alone and becomes its outcome."""
    try:
        with transaction.atomic():
            return write()
    except ValidationError as error:
        return Outcome(row, RowAction.REFUSED, refusal=" ".join(error.messages))


def held_back(row: ImportRow) -> Outcome | None:
    """The outcome of a row that is not to be written: left out, or with marks to be put right."""
    if row.is_left_out:
        return Outcome(row, RowAction.REFUSED, refusal=str(_("Left out by the official.")))
    if row.has_marks:
        texts = [mark["text"] for mark in row.issues if mark["level"] == Mark.MEND and mark["text"]]
        why = " ".join(texts) or str(_("Marked cells of this row are to be put right."))
        return Outcome(row, RowAction.REFUSED, refusal=why)
    return None


@dataclass(frozen=True)
class RowPreview:
    """What writing a row would do: New, Change (with what was there before), Already there, Left out."""

    action: str
    before: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


class ListKind(ABC):
    """Base of the specifications of lists."""

    name: ClassVar[str] = ""
    title: ClassVar[Any] = ""
    capability: ClassVar[str] = "import.edit"
    fields: ClassVar[tuple[ListField, ...]] = ()
    options: ClassVar[tuple[str, ...]] = ()
    """What is asked when the list is handed in: "as_of" (day of the counts), "legal_ground"."""
    names_people: ClassVar[bool] = False
    """Its rows are personal data: whoever looks at them is written into the access log (domain/privacy, section 5)."""
    columns: ClassVar[tuple[str, ...]] = ()
    """Fields whose columns can be chosen by hand; none: the specification finds them alone."""
    has_file_columns: ClassVar[bool] = False
    """Each column of the file can be said to be a field (`file_columns`), where fields are no single columns."""
    inseparable: ClassVar[Mapping[str, str]] = {}
    """Rows that an undo does not take off their whole: model -> its field that leads to the whole."""
    texts: ClassVar[Mapping[str, Any]] = {}
    """Sentences of the marks by code."""

    @property
    def has_columns_to_say(self) -> bool:
        """Columns can be said by hand, in one way or the other."""
        return bool(self.columns) or self.has_file_columns

    @abstractmethod
    def read(self, batch: ImportBatch, path: Path) -> Reading:
        """Read the file, in a child process; raises imports.grid.Unreadable."""

    def file_columns(self, batch: ImportBatch) -> list[FileColumn]:
        """The columns of the file, read in a child process; raises imports.grid.Unreadable."""
        return []

    def match(self, batch: ImportBatch, reading: Reading, progress: Progress) -> None:  # noqa: B027 - some kinds do nothing
        """Set what was read beside the register (known people, hamlets); changes `reading`, writes nothing."""

    @abstractmethod
    def read_cell(self, batch: ImportBatch, row: ImportRow, name: str, text: str) -> tuple[Any, list[Issue]]:
        """A corrected cell: its value, and what is still wrong with it."""

    def recheck(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> None:  # noqa: B027 - some kinds do nothing
        """After corrections: the marks that hang on several cells or on the register, on these rows."""

    def questions(self, batch: ImportBatch) -> list[Question]:
        """What the official settles for the whole list."""
        return []

    def judge(
        self, batch: ImportBatch, groups: Sequence[ImportGroup], rows: Sequence[ImportRow]
    ) -> dict[int, Verdict]:
        """Verdicts by number of group."""
        return {}

    def previews(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[int, RowPreview]:
        """What each row of a page would do, by its key."""
        return {}

    def facts(self, batch: ImportBatch) -> list[tuple[Any, str]]:
        """What the file says of itself: label and text."""
        return []

    def issue_text(self, mark: Issue) -> str:
        """What a mark says: its sentence, then what belongs to this cell alone."""
        return " ".join(filter(None, (str(self.texts.get(mark["code"], "")), mark["text"])))

    def missing(self, batch: ImportBatch) -> list[str]:
        """What stands in the register and not on the list."""
        return []

    def removes_missing(self, batch: ImportBatch) -> bool:
        """Whether the official said that they are to be taken off."""
        return False

    def next_steps(self, batch: ImportBatch) -> Sequence[tuple[Any, str]]:
        """Where the official goes on after the writing: label and address, the usual way first."""
        return ()

    def export_rows(self, area: Area, user: Any) -> list[list[Any]]:
        """The register as a list of this kind: values in the order of `fields`; handed in again it changes nothing."""
        return []

    def prepare(self, batch: ImportBatch, by: Any, rows: Sequence[ImportRow], progress: Progress) -> Any:
        """All that can be worked out before the writing."""
        return rows

    @abstractmethod
    def write(self, batch: ImportBatch, by: Any, plan: Any, progress: Progress) -> Iterable[Outcome]:
        """Write, inside the engine's transaction, through the services of the forms."""

    def after_undo(self, batch: ImportBatch, by: Any) -> None:  # noqa: B027 - some kinds do nothing
        """What is worked out from the rows that were taken back."""

    def display(self, row: ImportRow, field_spec: ListField) -> str:
        """A value as it stands in its box."""
        value = row.parsed.get(field_spec.name)
        return "" if value is None else str(value)

    def options_of(self, row: ImportRow, field_spec: ListField) -> type_choices:
        """What can be chosen in a cell; nothing where it is typed."""
        return field_spec.choices

    def raw_text(self, row: ImportRow, name: str) -> str:
        """The raw cell of a field."""
        value = row.raw.get(name)
        return "" if value is None else str(value)


def list_kind(name: str) -> ListKind:
    """The specification of a kind of list; KeyError when there is none."""
    found: type[ListKind] = import_string(settings.IMPORT_LISTS[name])
    return found()


def list_kinds() -> list[ListKind]:
    """All kinds, in the order of the settings."""
    return [list_kind(name) for name in settings.IMPORT_LISTS]
