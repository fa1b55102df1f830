"""What is said about the whole list: totals, accents, samples, hamlets known only without accents."""

import re

from imports.cells import has_diacritics, key_of
from imports.grid import Book
from teams.member_list.listing import Listing, Stated
from teams.member_list.places import HAMLET
from teams.member_list.result import Team, Where

_SAMPLE_NAME = re.compile(r"(?:^| )(?:[A-ZĐ]|mau|MAU|[xX]{2,3})(?: [A-Z0-9])?$")
_MENTIONED = 2
_PLAIN_KIND = re.compile(r"^(?:ap|khom|thon|khu pho|to dan pho) [ -~]+$", re.IGNORECASE)
"""“Ap Minh Tan”: the very word for the hamlet lacks its mark."""
# Syllables that cannot be without a mark in Vietnamese: a closing stop needs a tone, ie and uo before a letter a roof.
_NEEDS_MARK = re.compile(r"(?:c|ch|p|t)$|(?:ie|uo|ye)[a-z]|^(?:dien|duong|huong|tuong|suong)$")


def settle_totals(listing: Listing, teams: list[Team], key_of_team: "dict[int, Team]") -> None:
    """Totals beside a team belong to it, the last or the all-embracing one to the list."""
    by_team = _by_team(listing.stated, key_of_team)
    several = len(teams) > 1
    closing = {
        id(stated) for stated in listing.stated if _is_grand(stated, listing, by_team, several=several)
    }
    for stated in listing.stated:
        team = key_of_team.get(id(stated.where)) if stated.where is not None else None
        people = stated.total.people
        if id(stated) in closing or stated.total.teams is not None:
            _compare_all(listing, stated, teams)
        elif team is not None and people is not None:
            team.stated = people
            if people != team.named and "stated_count_differs" not in team.flags:
                team.flags.append("stated_count_differs")


def _by_team(stated: list[Stated], key_of_team: "dict[int, Team]") -> set[int]:
    return {id(key_of_team.get(id(one.where))) for one in stated if one.where is not None}


def _is_grand(stated: Stated, listing: Listing, by_team: set[int], *, several: bool) -> bool:
    """One total at the end of several teams is the list's; where each team has its own, the extra one is."""
    if not several:
        return False
    if len(by_team) <= 1:
        return not _is_alone_on_its_sheet(stated, listing)
    same = [other for other in listing.stated if other.where is stated.where]
    if len(same) > 1:
        return stated is same[-1]
    grand = [other for other in listing.stated if other.total.is_grand]
    return stated is listing.stated[-1] and stated.total.is_grand and len(grand) < len(listing.stated)


def _is_alone_on_its_sheet(stated: Stated, listing: Listing) -> bool:
    """A total below the only team of one sheet of several counts that team."""
    is_document = any((entry.sheet or "").startswith("table ") for _, entry in listing.entries)
    if is_document and stated.total.is_grand and len(listing.stated) == 1:
        # The paragraph behind the tables of a document closes them all.
        return False
    here = {where.place for where, _ in listing.entries if where.grid == stated.grid}
    return len(here) == 1 and any(where.grid != stated.grid for where, _ in listing.entries)


def _compare_all(listing: Listing, stated: Stated, teams: list[Team]) -> None:
    people = sum(team.named for team in teams)
    total = stated.total
    if (total.people is not None and total.people != people) or (
        total.teams is not None and total.teams != len(teams)
    ):
        listing.flag("stated_total_differs")


def is_mere_talk(listing: Listing) -> bool:
    """One or two names without a place, role, phone, birth or post: a text that mentions people, no list of them."""
    return len(listing.entries) <= _MENTIONED and not any(
        where.place.name or entry.role or entry.phone.number or entry.birth.value or entry.positions
        for where, entry in listing.entries
    )


def is_template(teams: list[Team]) -> bool:
    """Nothing but sample lines: “Nguyễn Văn A”, “Trần Thị B”."""
    names = [entry.name for team in teams for entry in team.entries if entry.name]
    phones = [entry.phone.number for team in teams for entry in team.entries if entry.phone.number]
    samples = [name for name in names if _SAMPLE_NAME.search(name)]
    if not names:
        return not phones
    return len(samples) == len(names) and len(names) <= 8


def lacks_diacritics(book: Book, sheets: set[str | None]) -> bool:
    """Whether the whole list is written without diacritics."""
    texts = [
        cell.value
        for grid in book.grids
        if grid.name in sheets
        for row in grid.rows
        for cell in row
        if isinstance(cell.value, str)
    ]
    texts += [text for grid in book.grids if grid.name in sheets for text in grid.before]
    return bool(texts) and not any(has_diacritics(text) for text in texts)


def mark_hamlets(teams: list[Team], wheres: list[Where], tabs: list[str], *, all_plain: bool) -> None:
    """Hamlets that are not clear: several named at once, or a name that stands in the list only without diacritics."""
    tabs_have_marks = any(has_diacritics(tab) for tab in tabs)
    others = [where.place for where in wheres if not where.is_from_tab and where.place.kind == HAMLET]
    sections_have_marks = any(has_diacritics(place.written or place.name) for place in others)
    for team in teams:
        name = team.hamlet or ""
        if team.where.place.kind == HAMLET and team.where.place.written and not name:
            team.flags.append("hamlet_unclear")
        if (
            team.where.place.kind != HAMLET
            or has_diacritics(name)
            or not any(len(word) > 1 for word in letters(name))
        ):
            continue
        written = team.where.place.written
        marked = tabs_have_marks if team.where.is_from_tab else sections_have_marks or has_diacritics(written)
        is_plain = bool(_PLAIN_KIND.match(written))
        if all_plain or is_plain or not marked or any(_NEEDS_MARK.search(word) for word in letters(name)):
            team.flags.append("hamlet_without_diacritics")


def letters(name: str) -> list[str]:
    """The words of a name that are no numbers."""
    return [word for word in key_of(name).split() if word.isalpha()]
