"""Lists of team members as communes send them: read, or left empty with a flag that says why.

Never guess, never drop: every filled row of a list is an entry or stands in `ignored_rows`. The database is not
touched; communes come from the bundled lists of areas.
"""

from datetime import date

from imports.grid import Book
from teams.member_list.assembly import (
    Teams,
    mark_duplicates,
    settle_births,
    settle_category,
    settle_others,
    settle_roles,
)
from teams.member_list.checks import is_mere_talk, is_template, lacks_diacritics, mark_hamlets, settle_totals
from teams.member_list.decision import find_decisions
from teams.member_list.listed_commune import ListedCommune
from teams.member_list.listing import Listing
from teams.member_list.places import COMPANY
from teams.member_list.reading import in_unicode, read_book
from teams.member_list.result import MemberList, Team, unreadable

__all__ = ["MemberList", "read_list", "unreadable"]

NO_LIST = "no list of team members in the file"
ONLY_TEMPLATE = "a template with sample lines only, no list of team members"


def read_list(
    book: Book, *, file: str = "", commune: str | None = None, today: date | None = None
) -> MemberList:
    """The teams and members that a file names. `commune`: the code that its sender chose, where the list names none."""
    book, font = in_unicode(book)
    listing = read_book(book, today or date.today())
    if font:
        listing.flag(font)
    if not listing.entries or is_mere_talk(listing):
        return unreadable(file, NO_LIST)
    listed = ListedCommune(listing, commune)
    settle_births(listing)
    settle_roles(listing)
    builder = Teams(listing, listed)
    teams = builder.build()
    if is_template(teams):
        return unreadable(file, ONLY_TEMPLATE)
    _finish_entries(teams)
    by_where = _teams_by_where(builder, listing, teams)
    settle_totals(listing, teams, by_where)
    result = MemberList(file, teams=teams)
    _finish_list(result, listing, listed, book)
    return result


def _teams_by_where(builder: Teams, listing: Listing, teams: list[Team]) -> dict[int, Team]:
    """The team behind each place that totals refer to."""
    by_key = {key: team for (key, _), team in reversed(builder.teams.items())}
    return {
        id(stated.where): by_key[key]
        for stated in listing.stated
        if stated.where is not None and (key := builder.key(stated.where)) in by_key
    }


def _finish_entries(teams: list[Team]) -> None:
    for team in teams:
        for entry in team.entries:
            settle_others(entry)
            settle_category(entry, in_company=team.where.place.kind == COMPANY)
            entry.flag(entry.birth.flag, *entry.phone.flags)
        mark_duplicates(team)


def _finish_list(result: MemberList, listing: Listing, listed: ListedCommune, book: Book) -> None:
    sheets = {sheet for _, sheet, _ in listing.rows}
    plain = lacks_diacritics(book, sheets)
    if plain:
        listing.flag("no_diacritics")
    wheres = [where for where, _ in listing.entries]
    tabs = [grid.name for grid in book.grids if grid.name]
    mark_hamlets(result.teams, wheres, tabs, all_plain=plain)
    result.commune_code, flags = listed.flags([listed.of(team.where) for team in result.teams])
    decisions = find_decisions(listing.titles)
    result.decision = decisions.one
    if decisions.is_several:
        flags.append("several_decisions")
    if decisions.is_incomplete:
        flags.append("decision_incomplete")
    result.file_flags = [*listing.flags, *flags]
    _account_for_rows(result, listing, is_plain=len(book.grids) <= 1)


def _account_for_rows(result: MemberList, listing: Listing, *, is_plain: bool) -> None:
    """Every filled row of a list's sheet without an entry is an ignored row."""
    taken = {(entry.sheet, entry.row) for team in result.teams for entry in team.entries}
    for number, sheet, kind in listing.rows:
        if (sheet, number) not in taken:
            row: int | str = number if is_plain or sheet is None else f"{sheet}!{number}"
            result.ignored_rows.append(row)
            result.reasons[str(row)] = kind
