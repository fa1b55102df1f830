"""What was read of a list: teams with their entries, and the document that says so."""

from dataclasses import dataclass, field
from typing import Any

from teams.member_list.births import NOTHING, BirthReading
from teams.member_list.communes import Mention
from teams.member_list.phones import NO_PHONE, PhoneReading
from teams.member_list.places import NO_PLACE, Place


@dataclass
class Entry:
    """One member as a row says it."""

    row: int
    sheet: str | None
    name: str | None = None
    birth: BirthReading = NOTHING
    gender: str | None = None
    role: str | None = None
    positions: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Words of a line that are neither name, role nor post."""
    heading_position: str = ""
    phone: PhoneReading = NO_PHONE
    flags: list[str] = field(default_factory=list)
    raw: dict[str, str] = field(default_factory=dict)
    is_placeholder: bool = False
    birth_column: tuple[str | None, int] | None = None
    category: str | None = None

    def flag(self, *flags: str) -> None:
        """Raise flags, each once."""
        self.flags += [flag for flag in flags if flag and flag not in self.flags]

    @property
    def position_text(self) -> str | None:
        """The positions as one text; that of the heading where the row names none."""
        return ", ".join(self.positions) or self.heading_position or None

    def document(self) -> dict[str, Any]:
        """The entry in the form of the result."""
        return {
            "row": self.row, "sheet": self.sheet, "full_name": self.name, "birth": self.birth.value, "gender": self.gender,
            "role": self.role, "position_text": self.position_text, "category": self.category,
            "phone": self.phone.number, "phone2": next(iter(self.phone.others), None), "flags": self.flags, "raw": self.raw,
        }  # fmt: skip


@dataclass
class Where:
    """To which team a row belongs, as its block, columns and tab say."""

    place: Place = NO_PLACE
    communes: tuple[Mention, ...] = ()
    districts: frozenset[str] = frozenset()
    list_number: int = 0
    is_from_tab: bool = False
    grid: int = 0


@dataclass
class Team:
    """A team of the list."""

    where: Where
    entries: list[Entry] = field(default_factory=list)
    stated: int | None = None
    flags: list[str] = field(default_factory=list)
    commune_code: str | None = None
    hamlet: str | None = None
    hamlet_kind: str | None = None

    @property
    def named(self) -> int:
        """Entries that have a name."""
        return sum(entry.name is not None for entry in self.entries)

    def document(self) -> dict[str, Any]:
        """The team in the form of the result."""
        place = self.where.place
        return {
            "kind": place.kind, "commune_code": self.commune_code, "hamlet": self.hamlet, "hamlet_kind": self.hamlet_kind,
            "enterprise": place.name if place.kind == "enterprise" else None, "stated_member_count": self.stated,
            "flags": self.flags, "members": [entry.document() for entry in self.entries],
        }  # fmt: skip


@dataclass
class MemberList:
    """The whole result; `reasons` says of each ignored row what it is."""

    file: str
    reason_if_not: str | None = None
    commune_code: str | None = None
    decision: dict[str, str] | None = None
    teams: list[Team] = field(default_factory=list)
    ignored_rows: list[int | str] = field(default_factory=list)
    file_flags: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def is_readable(self) -> bool:
        """Whether the file is a list of members."""
        return self.reason_if_not is None

    def document(self) -> dict[str, Any]:
        """The result as the schema fixes it."""
        return {
            "file": self.file, "readable": self.is_readable, "reason_if_not": self.reason_if_not,
            "commune_code": self.commune_code, "decision": self.decision, "teams": [team.document() for team in self.teams],
            "ignored_rows": self.ignored_rows, "file_flags": self.file_flags, "reasons": self.reasons,
        }  # fmt: skip


def unreadable(file: str, reason: str) -> MemberList:
    """The result for a file that cannot be opened or holds no list."""
    return MemberList(file, reason_if_not=reason)
