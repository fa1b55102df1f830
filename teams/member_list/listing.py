"""What is collected while a file is read, before it is put together to the result."""

from dataclasses import dataclass, field
from datetime import date

from teams.member_list.result import Entry, Where
from teams.member_list.totals import Total


@dataclass
class Announced:
    """A team that a heading or row names, with or without members."""

    where: Where
    count: int | None = None
    flags: list[str] = field(default_factory=list)


@dataclass
class Stated:
    """A total: what it says, and the team whose block it closes."""

    total: Total
    where: Where | None
    grid: int


@dataclass
class Listing:
    """Everything that the grids of a file said, in reading order."""

    today: date
    entries: list[tuple[Where, Entry]] = field(default_factory=list)
    announced: list[Announced] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    """Texts above, between and below the tables: letterhead, title, decision, talk."""
    headings: dict[int, list[str]] = field(default_factory=dict)
    """The titles of each grid."""
    rows: list[tuple[int, str | None, str]] = field(default_factory=list)
    """Filled rows of sheets that hold a list: number, sheet, what the row is."""
    flags: list[str] = field(default_factory=list)
    is_new: bool = False
    """Whether the list is of the time since 01/7/2025."""
    lists: int = 0

    def flag(self, flag: str) -> None:
        """Raise a flag of the list, once."""
        if flag not in self.flags:
            self.flags.append(flag)
