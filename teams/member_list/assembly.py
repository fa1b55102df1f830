"""Teams out of what was read: the same hamlet in several spellings, candidate lists, roles, categories, duplicates."""

import re
from collections import defaultdict
from collections.abc import Iterable

from imports.cells import has_diacritics, key_of
from teams.member_list import births
from teams.member_list.categories import HEAD, UNCLEAR, categories_in, category_of
from teams.member_list.listed_commune import ListedCommune
from teams.member_list.listing import Announced, Listing
from teams.member_list.members import ROLE_UNCLEAR, TWO_PEOPLE
from teams.member_list.names import REMARK
from teams.member_list.phones import says_no_phone
from teams.member_list.places import COMMUNE, COMPANY, HAMLET, Place
from teams.member_list.positions import is_status
from teams.member_list.result import Entry, Team, Where
from teams.member_list.unnamed import AS_OTHER, COUNTED
from vietnamese.text import normalise_name

Key = tuple[str, str, str | None, str]
_KINDS_IN_POSTS = (
    ("AP", re.compile(r"\b(?:ap|p?ta)\b")),
    ("KHU_PHO", re.compile(r"\b(?:khu pho|p?t?kp)\b")),
    ("KHOM", re.compile(r"\bkhom\b")),
    ("THON", re.compile(r"\bthon\b")),
    ("TO_DAN_PHO", re.compile(r"\b(?:to dan pho|tdp)\b")),
)
_SILENT = {AS_OTHER, COUNTED}


def settle_births(listing: Listing) -> None:
    """Columns in which both orders of day and month occur (README “Birth”)."""
    columns: dict[tuple[str | None, int], list[Entry]] = defaultdict(list)
    for _, entry in listing.entries:
        if entry.birth_column is not None:
            columns[entry.birth_column].append(entry)
    for entries in columns.values():
        settled, is_mixed = births.settle_order([entry.birth for entry in entries], listing.today)
        for entry, reading in zip(entries, settled, strict=True):
            entry.birth = reading
        if is_mixed:
            listing.flag("mixed_date_order")


def settle_roles(listing: Listing) -> None:
    """A blank role is doubtful where the list gives roles; where it gives none, the list says so once."""
    entries = [entry for _, entry in listing.entries]
    if entries and not any(entry.role for entry in entries):
        listing.flag("roles_missing")
        return
    for entry in entries:
        if entry.role is None and not entry.is_placeholder:
            entry.flag(ROLE_UNCLEAR)


def settle_others(entry: Entry) -> None:
    """“Nguyễn Văn Bần - Internet”: words that no rule knows may be a post, but nobody can tell its category."""
    said = [text for text in entry.others if not says_no_phone(text)]
    posts = [text for text in said if not is_status(text)]
    if posts and not entry.position_text and entry.name:
        entry.positions = posts
        entry.flag(UNCLEAR)
    elif said and entry.name:
        entry.flag(REMARK)


def settle_category(entry: Entry, *, in_company: bool) -> None:
    """Category by the position; several organisations for several people are nobody's."""
    text = entry.position_text or ""
    entry.category, unclear = category_of(text, in_company=in_company)
    if UNCLEAR in entry.flags and entry.positions:
        entry.category, unclear = None, True
    if not entry.positions and not entry.heading_position:
        entry.category, unclear = None, False
    elif entry.positions and entry.category is None and not unclear and entry.heading_position:
        entry.category, unclear = category_of(entry.heading_position, in_company=in_company)
    if TWO_PEOPLE in entry.flags and len(categories_in(text)) > 1:
        entry.category, unclear = None, True
    if unclear:
        entry.flag(UNCLEAR)


class Teams:
    """The teams of a list, in the order in which they are first named."""

    def __init__(self, listing: Listing, listed: ListedCommune) -> None:
        self.listing, self.listed = listing, listed
        self.teams: dict[tuple[Key, int], Team] = {}
        self.fallback = self._fallback()
        self.spellings = self._spellings()

    def build(self) -> list[Team]:
        """All teams with their entries."""
        parts = self._parts()
        for where, entry in self.listing.entries:
            key = self.key(where)
            number = parts[key].get((where.grid, where.list_number), 0)
            self._team(key, number, where).entries.append(entry)
        for announced in self.listing.announced:
            self._announce(announced, parts)
        teams = list(self.teams.values())
        for team in teams:
            self._name(team)
        return teams

    def _fallback(self) -> Place:
        """The team of rows for which no place is said: the one below them, the commune's own, or a hamlet not known."""
        named = {announced.where.place for announced in self.listing.announced if announced.where.place.kind}
        if len(named) == 1 and not any(where.place.kind for where, _ in self.listing.entries):
            # A message may name its only team at the end.
            return named.pop()
        heads = any(
            category_of(entry.position_text or "")[0] == HEAD
            for where, entry in self.listing.entries
            if not where.place.kind
        )
        return Place(HAMLET) if heads or not self.listed.says_commune_team else Place(COMMUNE)

    def place(self, where: Where) -> Place:
        """The place of a row."""
        return where.place if where.place.kind else self.fallback

    def _spellings(self) -> dict[tuple[str, str], set[str]]:
        """For each name without accents, the spellings with accents in one commune."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for where in self._all():
            place = self.place(where)
            if place.kind == HAMLET and place.name and has_diacritics(place.name):
                found[self._commune_key(where), key_of(place.name)].add(normalise_name(place.name))
        return found

    def _all(self) -> Iterable[Where]:
        yield from (where for where, _ in self.listing.entries)
        yield from (announced.where for announced in self.listing.announced)

    def _commune_key(self, where: Where) -> str:
        return self.listed.of(where).key

    def key(self, where: Where) -> Key:
        """What makes two rows one team."""
        place, commune = self.place(where), self._commune_key(where)
        name = normalise_name(place.name or place.written)
        if place.kind == COMPANY:
            name = key_of(place.name)
        elif place.kind == COMMUNE:
            name = ""
        elif not has_diacritics(name):
            fitting = self.spellings.get((commune, key_of(place.name)), set())
            name = next(iter(fitting)) if len(fitting) == 1 else name
        return place.kind, name, self._kind(where), commune

    def _kind(self, where: Where) -> str | None:
        """Ấp 1 and Khu phố 1 are two; “1” alone is the one that there is."""
        place = self.place(where)
        kinds = self._kinds_of(place.name, self._commune_key(where))
        return place.hamlet_kind or (kinds.pop() if len(kinds) == 1 else None)

    def _kinds_of(self, name: str, commune: str) -> set[str]:
        if not hasattr(self, "_kind_index"):
            index: dict[tuple[str, str], set[str]] = defaultdict(set)
            for where in self._all():
                place = self.place(where)
                if place.hamlet_kind and place.name:
                    index[key_of(place.name), self._commune_key(where)].add(place.hamlet_kind)
            self._kind_index = index
        return set(self._kind_index.get((key_of(name), commune), set()))

    def _parts(self) -> dict[Key, dict[tuple[int, int], int]]:
        """Which blocks of a team are lists of their own (an old and a new one), and which only continue."""
        blocks: dict[Key, dict[tuple[int, int], list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for where, entry in self.listing.entries:
            blocks[self.key(where)][where.grid, where.list_number].append(entry)
        parts: dict[Key, dict[tuple[int, int], int]] = defaultdict(dict)
        for key, found in blocks.items():
            are_rivals = len(found) > 1 and _are_rivals(list(found.values()))
            is_known = key[1] or key[0] == COMMUNE or _share_people(list(found.values()))
            if are_rivals and is_known:
                # Blocks of hamlets that nobody names are teams of their own, not lists of one team.
                self.listing.flag("several_candidate_lists")
            for number, block in enumerate(found):
                parts[key][block] = number if are_rivals else 0
        return parts

    def _team(self, key: Key, number: int, where: Where) -> Team:
        team = self.teams.get((key, number))
        if team is None:
            team = self.teams[key, number] = Team(where)
        elif (has_diacritics(where.place.name) and not has_diacritics(team.where.place.name)) or (
            team.where.is_from_tab and not where.is_from_tab
        ):
            team.where = where
        return team

    def _announce(self, announced: Announced, parts: dict[Key, dict[tuple[int, int], int]]) -> None:
        key = self.key(announced.where)
        number = parts.get(key, {}).get((announced.where.grid, announced.where.list_number), 0)
        if (key, number) not in self.teams:
            if announced.where.place.kind == COMMUNE or not announced.where.place.kind:
                return
            self._team(key, number, announced.where)
        team = self._team(key, number, announced.where)
        team.stated = announced.count if announced.count is not None else team.stated
        team.flags += [flag for flag in announced.flags if flag not in team.flags]

    def _name(self, team: Team) -> None:
        place = self.place(team.where)
        if place is not team.where.place:
            team.where = Where(place, team.where.communes, team.where.districts, grid=team.where.grid)
        team.commune_code = self.listed.of(team.where).code
        if place.kind == HAMLET:
            team.hamlet = place.name or None
            team.hamlet_kind = self._kind(team.where) or _kind_in_posts(team.entries)
        if not team.entries and not _SILENT & set(team.flags):
            team.flags.append("no_members")
        if team.stated is not None and team.stated != team.named and not _SILENT & set(team.flags):
            team.flags.append("stated_count_differs")


def _kind_in_posts(entries: list[Entry]) -> str | None:
    """“Trưởng ấp”, “TKP”: the posts say what the hamlet is."""
    found = {
        kind
        for entry in entries
        for kind, pattern in _KINDS_IN_POSTS
        if entry.position_text and pattern.search(key_of(entry.position_text))
    }
    return found.pop() if len(found) == 1 else None


def _are_rivals(blocks: list[list[Entry]]) -> bool:
    """Two blocks are two lists when both have a leader or the same people."""
    leaders = sum(any(entry.role == "leader" for entry in block) for block in blocks)
    return leaders > 1 or _share_people(blocks)


def _share_people(blocks: list[list[Entry]]) -> bool:
    seen: set[str] = set()
    for block in blocks:
        people = {key_of(entry.name) for entry in block if entry.name}
        if people & seen:
            return True
        seen |= people
    return False


def mark_duplicates(team: Team) -> None:
    """The later of two entries with the same name and the same phone or year of birth."""
    sheets = {entry.sheet for entry in team.entries}
    seen: dict[str, list[Entry]] = defaultdict(list)
    for entry in team.entries:
        if not entry.name:
            continue
        for other in seen[key_of(entry.name)]:
            same_phone = entry.phone.number is not None and entry.phone.number == other.phone.number
            if same_phone or (entry.birth.year is not None and entry.birth.year == other.birth.year):
                at = f"{other.sheet}!{other.row}" if len(sheets) > 1 else str(other.row)
                entry.flag(f"duplicate_of:{at}")
                break
        seen[key_of(entry.name)].append(entry)
