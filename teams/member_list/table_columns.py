"""The columns of a table, by what they hold."""

from dataclasses import dataclass, field


@dataclass
class PersonColumn:
    """A column of a wide table whose cells name people, and the columns at its right that speak of them."""

    index: int
    role: str | None
    position: str
    place: str = ""
    details: dict[str, int] = field(default_factory=dict)


@dataclass
class Columns:
    """The columns of a table by field. `ticks`: columns whose mark says a role or a post."""

    by_field: dict[str, list[int]] = field(default_factory=dict)
    headings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    people: list[PersonColumn] = field(default_factory=list)
    ticks: dict[int, str] = field(default_factory=dict)
    roles_of_names: dict[int, str] = field(default_factory=dict)
    posts_of_names: dict[int, str] = field(default_factory=dict)
    """Role and post of whoever stands in a column, in a table with one person a row."""
    packed: list[int] = field(default_factory=list)
    """Columns whose heading names phone and post at once."""
    address: int | None = None
    has_more: bool = False
    has_names_by_sex: bool = False
    span: tuple[int, int] = (0, 0)

    def first(self, key: str) -> int | None:
        """The column of a field, or none."""
        return next(iter(self.by_field.get(key, ())), None)

    def all(self, *keys: str) -> list[int]:
        """The columns of several fields, from left to right."""
        return sorted(index for key in keys for index in self.by_field.get(key, ()))

    @property
    def is_matrix(self) -> bool:
        """A column for each team, a row for each seat."""
        return any(column.place for column in self.people)

    @property
    def names(self) -> list[int]:
        """The columns in which names stand; a column for each sex may hold them."""
        found = self.all("name", "surname", "given")
        return found or (self.all("male", "female") if self.has_names_by_sex else [])

    @property
    def is_wide(self) -> bool:
        """One row for each team, people in several columns."""
        return bool(self.people)

    def heading(self, index: int | None) -> str:
        """The heading of a column in one line."""
        return " ".join(self.headings.get(index, ())) if index is not None else ""
