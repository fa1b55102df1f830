"""Records that stand upright: labels in the first column, what they say at the right (or behind a colon).

“Họ và tên | Nguyễn Văn A”, “Năm sinh | 1970”, …: a card for each person, one below the other or side by side. They
are turned into a table with a row for each person, which stands where the name of the person stood.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from imports.cells import key_of, text_of
from imports.grid import Cell, Grid
from teams.member_list.communes import is_commune
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.names import is_name, is_placeholder, is_surely_name, strip_bullet
from teams.member_list.places import read_place
from teams.member_list.roles import is_role

_LABELS = frozenset(
    {"order", "name", "birth", "sex", "age", "position", "role", "phone", "landline", "email", "id"}
) | {
    "remark",
    "hamlet",
    "commune",
}
_PLACES = ("hamlet", "commune")
_LEAST_FIELDS = 3
_SAMPLE = 100
"""Rows of a long list that show whether it consists of cards."""
_LABEL = re.compile(
    r"(?<!\w)(họ\s*(?:và|&)?\s*tên|họ tên|(?:ngày,?\s*(?:tháng,?\s*)?)?năm\s*sinh|ngày\s*sinh|sinh\s*(?:năm|ngày)|giới\s*tính"
    r"|(?:chức\s*(?:vụ|danh)|vai\s*trò|nhiệm\s*vụ)(?:\s*(?:trong\s*tổ|hiện\s*nay))?|đơn\s*vị(?:\s*công\s*tác)?|nghề\s*nghiệp"
    r"|(?:số\s*)?(?:điện\s*thoại|đt|sđt|sdt|di\s*động)(?:\s*/?\s*zalo)?|zalo|cccd|số\s*cccd|căn\s*cước(?:\s*công\s*dân)?"
    r"|ấp|khu\s*phố|khóm|thôn|xã|phường|ghi\s*chú|tên|ns|e-?mail|địa\s*bàn)\s*:",
    re.IGNORECASE,
)
"""What people write before a colon when they fill a form in on one line."""


@dataclass
class Card:
    """Labels and their cells, from one name up to the next."""

    rows: dict[str, int] = field(default_factory=dict)
    cells: dict[str, list[Cell]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many people stand side by side."""
        return max(
            (
                place + 1
                for cell_row in self.cells.values()
                for place, cell in enumerate(cell_row)
                if not cell.is_empty
            ),
            default=0,
        )


@dataclass(frozen=True)
class Line:
    """A row with a label: the field that it names, and the cells that it speaks of."""

    key: str
    label: str
    cells: list[Cell]
    role: Cell | None = None
    """“Tổ trưởng | Họ tên | Nguyễn Văn A”: the role may stand before the label."""


def turned(grid: Grid) -> Grid:
    """The grid with its cards as rows of a table; the same grid when it has none."""
    grid = _with_values_beside(grid)
    if len(grid.rows) > 2 * _SAMPLE and not _begins_with_cards(grid):
        return grid
    lines = [(at, line) for at, row in enumerate(grid.rows) for line in _lines(row)]
    names = [line for _, line in lines if line and line.key == "name" and _names_people(line)]
    labelled = [line for _, line in lines if line]
    first = next((at for at, line in lines if line), 0)
    behind = [row for row in grid.rows[first:] if any(not cell.is_empty for cell in row)]
    if not names or len({line.key for line in labelled}) < _LEAST_FIELDS or 2 * len(labelled) < len(behind):
        return grid
    labels = {line.key: line.label for line in reversed(labelled)}
    if any(line.role for line in labelled):
        labels.setdefault("role", "Vai trò")
    rows, numbers = [], []
    for card, at in _cards(lines):
        if card is None:
            rows.append(grid.rows[at])
            numbers.append(grid.numbers[at])
            continue
        at = card.rows.get("name", at)
        rows += [[_cell(card, key, place) for key in labels] for place in range(card.width)]
        numbers += [grid.numbers[at]] * card.width
    header = next(place for place, (card, _) in enumerate(_cards(lines)) if card is not None)
    rows.insert(header, [Cell(label) for label in labels.values()])
    numbers.insert(header, grid.numbers[first])
    return replace(grid, rows=rows, numbers=numbers, merged=[], hidden_rows=set(), hidden_columns=set())


def _begins_with_cards(grid: Grid) -> bool:
    labelled = sum(any(_lines(row)) for row in grid.rows[:_SAMPLE])
    return labelled > _SAMPLE // 10


def _with_values_beside(grid: Grid) -> Grid:
    """A text with labels and values on lines of their own in turn (“Họ và tên”, below it “Nguyễn Văn A”)."""
    filled = [at for at, _ in grid.filled()]
    if any(len(row) > 1 for row in grid.rows) or len(filled) < 2 * _LEAST_FIELDS:
        return grid
    texts = {at: text_of(grid.rows[at][0]) for at in filled}
    pairs = [
        (at, below)
        for at, below in pairwise(filled)
        if _LABEL.fullmatch(f"{texts[at].rstrip(' :')}:") and not _LABEL.match(f"{texts[below]}:")
    ]
    keys = {_label(texts[at].rstrip(" :")) for at, _ in pairs}
    if "name" not in keys or len(keys) < _LEAST_FIELDS or 3 * len(pairs) < len(filled):
        return grid
    values = dict(pairs)
    beside = set(values.values())
    kept = [at for at in filled if at not in beside]
    rows = [
        [Cell(texts[at].rstrip(" :")), grid.rows[values[at]][0]] if at in values else grid.rows[at]
        for at in kept
    ]
    numbers = [grid.numbers[values.get(at, at)] for at in kept]
    return replace(grid, rows=rows, numbers=numbers)


def _lines(row: list[Cell]) -> list[Line | None]:
    """The labels of a row: one at its beginning, or several, each with its value at the right."""
    if pairs := _pairs(row):
        return pairs
    labels = {place: key for place, cell in enumerate(row) if (key := _label(text_of(cell)))}
    first = next((place for place, cell in enumerate(row) if not cell.is_empty), None)
    if len(labels) < 2 or first not in labels or len(set(labels.values())) < len(labels):
        return [_line(row)]
    bounds = [*list(labels)[1:], len(row)]
    names_somebody = labels[first] == "name" and is_surely_name(text_of(row[first + 1]))
    lines: list[Line | None] = []
    for (place, key), end in zip(labels.items(), bounds, strict=True):
        label, values = text_of(row[place]).strip(), row[place + 1 : end]
        if not (names_somebody or label.endswith(":")) and all(cell.is_empty for cell in values):
            # Headings beside each other, not labels.
            return [_line(row)]
        lines.append(Line(key, label.strip(" :"), values))
    return lines


def _pairs(row: list[Cell]) -> list[Line | None]:
    """“Họ tên: Nguyễn Văn A; Năm sinh: 1970; SĐT: …”: labels with their values on one line; none for any other."""
    filled = [text for cell in row if (text := text_of(cell))]
    if len(filled) > 1 and not all(_LABEL.match(strip_bullet(text)) for text in filled):
        return []
    whole = "; ".join(filled)
    if whole.count(":") < 2 or "\n" in whole:
        return []
    marks = [match for match in _LABEL.finditer(whole) if _label(match[1].strip())]
    before = whole[: marks[0].start()] if marks else ""
    if len(marks) < 2 or (key_of(before) and not key_of(before).isdigit()):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(whole)]
    lines: list[Line | None] = []
    for mark, end in zip(marks, ends, strict=True):
        value = whole[mark.end() : end].strip(" ;,|.–-")
        lines.append(Line(_label(mark[1].strip()), mark[1].strip(), [Cell(value or None)]))
    keys = [line.key for line in lines if line]
    return lines if len(set(keys)) == len(keys) else []


def _label(text: str) -> str:
    """The field that a cell names as a label."""
    key = MEMBER_LIST.field_of(key_of(text)) if len(text) <= 40 and not is_commune(text) else ""
    return key if key in _LABELS else ""


def _line(row: list[Cell]) -> Line | None:
    """The label of a row and what stands beside it; none for a row of headings or any other."""
    filled = [place for place, cell in enumerate(row) if not cell.is_empty]
    if not filled:
        return None
    role = row[filled[0]] if len(filled) > 2 and is_role(text_of(row[filled[0]])) else None
    at = filled[1] if role else filled[0]
    label, value, cells = text_of(row[at]), "", row[at + 1 :]
    if len(filled) == 1:
        label, _, value = label.partition(":")
        cells = [Cell(value.strip() or None)]
    key = MEMBER_LIST.field_of(key_of(label))
    if is_commune(label) or (len(filled) == 1 and not value and read_place(label).kind):
        # “Xã Thuận Yên”, “Tổ CNSCĐ ấp Kinh Ranh” is the place itself, no label of one.
        return None
    is_headings = len(filled) > 1 and any(_is_heading(cell) for cell in cells)
    if key not in _LABELS or len(label) > 40 or "\n" in label or is_headings:
        return None
    return Line(key, label.strip(" :"), cells, role)


def _is_heading(cell: Cell) -> bool:
    text = text_of(cell)
    has_digits = sum(map(str.isdigit, text)) > 3
    return (
        MEMBER_LIST.field_of(key_of(text)) in _LABELS and text.lower() not in ("nam", "nữ") and not has_digits
    )


def _names_people(line: Line) -> bool:
    texts = [text for cell in line.cells if (text := text_of(cell))]
    return bool(texts) and all(is_name(text) or is_placeholder(text) for text in texts)


def _cards(lines: list[tuple[int, Line | None]]) -> list[tuple[Card | None, int]]:
    """Cards and other rows, in order; a label that comes again begins the next card.

    So does a place, where the first place stands above the first name: it opens a block of cards.
    """
    found: list[tuple[Card | None, int]] = []
    card: Card | None = None
    keys = [line.key for _, line in lines if line]
    opens = [key for key in keys[: keys.index("name")] if key in _PLACES] if "name" in keys else []
    for row, line in lines:
        if line is None:
            found.append((None, row))
            card = None
            continue
        is_opened = line.key in opens and card is not None and "name" in card.rows
        if card is None or line.key in card.rows or is_opened:
            card = Card()
            found.append((card, row))
        card.rows[line.key], card.cells[line.key] = row, line.cells
        if line.role:
            card.cells["role"] = [line.role] * len(line.cells)
    return found


def _cell(card: Card, key: str, place: int) -> Cell:
    cells = card.cells.get(key, [])
    return cells[place] if place < len(cells) else Cell()
