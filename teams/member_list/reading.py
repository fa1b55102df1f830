"""From a file's grids to what they say: tables with headings, tables without, and texts."""

from dataclasses import replace
from datetime import date

from imports.grid import Book, Cell, Grid
from imports.layout import Sheet, find_headers
from imports.specification import Header
from teams.member_list import rows
from teams.member_list.cards import turned
from teams.member_list.chat import Chat
from teams.member_list.columns import columns_of, has_people
from teams.member_list.context import Context
from teams.member_list.folded import unfolded
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.headless import headless
from teams.member_list.labels import labelled_place
from teams.member_list.listing import Listing
from teams.member_list.names import is_surely_name, strip_bullet
from teams.member_list.person import read_people
from teams.member_list.places import HAMLET, NO_PLACE, is_hamlet, read_place
from teams.member_list.roles import is_role, role_in_column
from teams.member_list.slid import realigned
from teams.member_list.table import Table
from teams.member_list.table_columns import Columns
from teams.member_list.turned_columns import hamlet_columns
from vietnamese.old_fonts import cell_to_unicode, font_of

_LETTERHEAD_ROWS = 6
_TITLE_CELLS = 4
"""A row with more cells is no title, whatever stands in it."""


def in_unicode(book: Book) -> tuple[Book, str]:
    """The book with its text in Unicode, and the old font that was in it (or nothing)."""
    texts = [
        cell.value for grid in book.grids for row in grid.rows for cell in row if isinstance(cell.value, str)
    ]
    font = font_of(texts)
    if font is None:
        return book, ""
    grids = [
        replace(
            grid,
            rows=[[_converted(cell, font) for cell in row] for row in grid.rows],
            before=[cell_to_unicode(text, font) for text in grid.before],
            after=[cell_to_unicode(text, font) for text in grid.after],
        )
        for grid in book.grids
    ]
    return Book(book.kind, grids), f"old_font_{font}"


def _converted(cell: Cell, font: str) -> Cell:
    if not isinstance(cell.value, str):
        return cell
    return Cell(cell_to_unicode(cell.value, font), cell.error)  # type: ignore[arg-type]  # font_of gives one of its names


def read_book(book: Book, today: date) -> Listing:
    """Everything that the grids say, in order."""
    listing = Listing(today)
    is_new = _is_new(book)
    listing.is_new = is_new
    filled = sum(any(True for _ in grid.filled()) for grid in book.grids)
    for number, grid in enumerate(book.grids):
        _read_grid(grid, number, listing, is_one_of_many=filled > 1)
        if grid.is_hidden and any(True for _ in grid.filled()):
            listing.flag("hidden_sheets")
    paragraphs = [text for grid in book.grids for text in grid.before]
    paragraphs += book.grids[-1].after if book.grids else []
    if not listing.entries and paragraphs:
        # The only tables of a document may be its letterhead and its signatures.
        lines = Grid(None, [[Cell(text)] for text in paragraphs], list(range(1, len(paragraphs) + 1)))
        _read_grid(lines, len(book.grids), listing, is_one_of_many=False)
    return listing


def _is_new(book: Book) -> bool:
    """Whether the list names a day since 01/7/2025, when the communes changed."""
    found = []
    for grid in book.grids:
        sheet_texts = [cell.value for row in grid.rows[:12] for cell in row if isinstance(cell.value, str)]
        for text in [*grid.before, *sheet_texts]:
            found += rows.days_in(text)
    return bool(found) and max(found) >= date(2025, 7, 1)


def _read_grid(grid: Grid, number: int, listing: Listing, *, is_one_of_many: bool) -> None:
    grid = _cut_at_bars(grid)
    upright = unfolded(turned(grid))
    sheet = Sheet(upright)
    indexes = sheet.filled_rows
    context = Context(listing, grid=number)
    tab = grid.name if not (grid.name or "").startswith("table ") else None
    context.take_tab(tab, is_one_of_many=is_one_of_many)
    before = len(listing.entries)
    for text in grid.before:
        context.take_title(text)
    kinds = _read_rows(sheet, indexes, context, listing)
    for text in grid.after:
        context.take_after(text)
    if len(listing.entries) > before or "other list" in kinds.values() or "wide" in kinds.values():
        by_number = {upright.numbers[row]: kind for row, kind in kinds.items()}
        listing.rows += [
            (grid.numbers[row], grid.name, by_number.get(grid.numbers[row], "other"))
            for row, _ in grid.filled()
        ]
        _note_hidden(grid, listing)


def _cut_at_bars(grid: Grid) -> Grid:
    """Lines of a text with bars between their parts are rows of a table."""
    lines = [row[0].value for row in grid.rows if len(row) == 1 and isinstance(row[0].value, str)]
    barred = [line for line in lines if line.count("|") > 1]
    if len(lines) != len(grid.rows) or len(barred) < 3:
        return grid
    cells = [[Cell(part.strip() or None) for part in line.strip().strip("|").split("|")] for line in lines]
    return replace(grid, rows=cells)


def _note_hidden(grid: Grid, listing: Listing) -> None:
    if any(
        any(not cell.is_empty for cell in grid.rows[row]) for row in grid.hidden_rows if row < len(grid.rows)
    ):
        listing.flag("hidden_rows")
    if any(
        any(not grid.cell(row, column).is_empty for row in range(len(grid.rows)))
        for column in grid.hidden_columns
    ):
        listing.flag("hidden_columns")


def _read_rows(sheet: Sheet, indexes: list[int], context: Context, listing: Listing) -> dict[int, str]:
    if sheet.width == 1 or (sheet.grid.name is None and _is_talk(sheet, indexes)):
        return _read_chat(sheet, indexes, context, listing)
    headers = find_headers(sheet, MEMBER_LIST)
    if headers:
        return _read_blocks(sheet, indexes, headers, context, listing)
    return _read_headless(sheet, indexes, context, listing)


def _is_talk(sheet: Sheet, indexes: list[int]) -> bool:
    return sum(len(sheet.filled(row)) == 1 for row in indexes) > 0.7 * len(indexes)


def _read_chat(sheet: Sheet, indexes: list[int], context: Context, listing: Listing) -> dict[int, str]:
    chat = Chat(sheet, context, listing)
    chat.read(indexes)
    return chat.kinds


def _read_headless(sheet: Sheet, indexes: list[int], context: Context, listing: Listing) -> dict[int, str]:
    if turned_table := hamlet_columns(sheet, indexes):
        return _read_turned(sheet, indexes, *turned_table, context, listing)
    columns = headless(sheet, indexes)
    if columns is None:
        if _is_talk(sheet, indexes) or _is_packed(sheet, indexes, listing.today):
            return _read_chat(sheet, indexes, context, listing)
        if len(indexes) <= _LETTERHEAD_ROWS:
            # A table of a letterhead or signature in a document: its words count, its rows need no account.
            _titles(sheet, indexes, context)
        return {}
    table = Table(sheet, columns, context, listing)
    first = _first_member(sheet, indexes, columns)
    kinds = _titles(sheet, [row for row in indexes if row < first], context)
    table.read([row for row in indexes if row >= first])
    return kinds | table.kinds


def _read_turned(
    sheet: Sheet, indexes: list[int], at: int, columns: Columns, context: Context, listing: Listing
) -> dict[int, str]:
    kinds = _titles(sheet, [row for row in indexes if row < at], context)
    table = Table(sheet, columns, context, listing)
    table.read([row for row in indexes if row > at])
    return kinds | table.kinds | {at: "header"}


def _is_packed(sheet: Sheet, indexes: list[int], today: date) -> bool:
    """Rows that begin with a hamlet and name its people in the next cell, without any headings."""
    found = 0
    for row in indexes:
        first, *others = sheet.filled(row).values()
        people = read_people(" ".join(others), today) if others and is_hamlet(first) else []
        found += any(is_surely_name(person.name) for person in people if person.name)
    return found > 1


def _first_member(sheet: Sheet, indexes: list[int], columns: Columns) -> int:
    """The first row that names somebody; what stands above it is title, up to the heading of a place."""
    name = columns.first("name") or 0
    wanted = MEMBER_LIST.by_key["name"].looks_like
    return next(
        (row for row in indexes if wanted and wanted(sheet.text(row, name)) and len(sheet.filled(row)) > 1), 0
    )


def _titles(sheet: Sheet, indexes: list[int], context: Context) -> dict[int, str]:
    for row in indexes:
        if len(sheet.filled(row)) > _TITLE_CELLS:
            context.listing.titles += sheet.filled(row).values()
            continue
        cells = list(sheet.filled(row).values())
        if (place := labelled_place(cells)).kind:
            context.listing.titles.append(" ".join(cells))
            context.enter(place, " ".join(cells))
            continue
        if context.takes_count(cells):
            continue
        texts = list(dict.fromkeys(text for text in cells if not rows.is_ordinal(text)))
        if len(texts) == 1 and is_role(bare := strip_bullet(texts[0]).rstrip(": ")):
            # “I. Tổ trưởng” above the first member of a table without headings.
            context.role = role_in_column(bare)
        for text in texts:
            for line in text.split("\n"):
                context.take_title(line)
    return dict.fromkeys(indexes, "title")


def _read_blocks(
    sheet: Sheet, indexes: list[int], headers: list[Header], context: Context, listing: Listing
) -> dict[int, str]:
    early = _early_rows(sheet, indexes, headers[0])
    above = [row for row in indexes if row < headers[0].rows[0] and row not in early]
    kinds = _titles(sheet, above, context)
    parts: list[Context] = []
    last: list[Table] = []
    bounds = [header.rows[0] for header in headers[1:]] + [len(sheet.texts)]
    for header, end in zip(headers, bounds, strict=True):
        kinds |= dict.fromkeys(header.rows, "header")
        body = early + [row for row in indexes if header.rows[-1] < row < end]
        early = []
        sheet = realigned(sheet, header, body)
        tables = columns_of(sheet, header, body)
        is_plan = rows.is_plan(column.heading for column in header.columns)
        if not has_people(tables) or is_plan or _is_other_list(context):
            kinds |= _titles(sheet, body, context)
            continue
        if len(parts) != len(tables):
            parts, last = _parts(sheet, indexes, header, tables, context), []
        pages = [table.places if _goes_on(table, header) else None for table in last] or [None] * len(tables)
        last = []
        for columns, part, places in zip(tables, parts, pages, strict=True):
            table = Table(sheet, columns, part, listing, header, places)
            table.read(body)
            last.append(table)
            kinds |= {
                row: kind
                for row, kind in table.kinds.items()
                if kind == "member" or kinds.get(row) != "member"
            }
            if columns.has_more and not context.is_other_body:
                listing.flag("columns_not_taken")
            if columns.is_wide and any(kind == "member" for kind in table.kinds.values()):
                kinds[header.rows[0]] = "wide"
        for part, table in zip(parts, last, strict=True):
            if not _ends_in_section(table):
                part.role, part.position = None, ""
    return kinds


def _goes_on(table: Table, header: Header) -> bool:
    """Whether a header only repeats that of the page before, with nothing but a page number between."""
    if table.header is None or [column.headings for column in header.columns] != [
        column.headings for column in table.header.columns
    ]:
        return False
    behind = table.kinds_behind
    return behind is not None and set(behind) <= {"talk", "other"}


def _ends_in_section(table: Table) -> bool:
    """Whether a section stands below the last member: it speaks of the next table."""
    return "section" in (table.kinds_behind or ())


def _early_rows(sheet: Sheet, indexes: list[int], header: Header) -> list[int]:
    """Rows of members above the first headings, which stand in the middle or at the bottom of their table."""
    names = [column.index for column in header.columns if column.field in ("name", "surname")]
    above = [row for row in indexes if row < header.rows[0]]
    members = [
        row
        for row in above
        if any(is_surely_name(sheet.text(row, index)) for index in names) and _fits(sheet, row, header) > 1
    ]
    return [row for row in above if members and row >= members[0]]


def _fits(sheet: Sheet, row: int, header: Header) -> int:
    """How many cells of a row, besides the name, look like what the headings say of their columns."""
    wanted = {
        column.index: MEMBER_LIST.by_key.get(column.field)
        for column in header.columns
        if column.field != "name"
    }
    return sum(
        bool(field and field.looks_like and text and field.looks_like(text))
        for index, field in wanted.items()
        for text in [sheet.text(row, index)]
    )


def _parts(
    sheet: Sheet, indexes: list[int], header: Header, tables: list[Columns], context: Context
) -> list[Context]:
    """A context for each table; of tables side by side each has the places that stand above its own columns."""
    if len(tables) == 1:
        return [context]
    parts = [replace(context, place=NO_PLACE) for _ in tables]
    above = [row for row in indexes if row < header.rows[0]][-2:]
    for columns, part in zip(tables, parts, strict=True):
        for text in _places_over(sheet, columns, above):
            part.enter(read_place(text), text)
    return parts


def _places_over(sheet: Sheet, columns: Columns, above: list[int]) -> list[str]:
    """The places that the headings of a table name, or else the rows above its columns."""
    tops = dict.fromkeys(headings[0] for headings in columns.headings.values() if len(headings) > 1)
    if hamlets := [text for text in tops if read_place(text).kind == HAMLET]:
        return hamlets
    low, high = columns.span
    texts = [text for row in above for column, text in sheet.filled(row).items() if low <= column <= high]
    return [text for text in texts if read_place(text).kind]


def _is_other_list(context: Context) -> bool:
    """Titles that say what else the list is, and none that speaks of a digital team."""
    return any(rows.names_other_list(text) for text in context.titles) and not any(
        rows.is_team_title(text) for text in context.titles
    )
