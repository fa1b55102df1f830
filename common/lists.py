"""List pages: sorting and paging by the address, without counting rows.

The address holds everything (`?q=…&sort=-name&page=3`), so that a link reopens the same view. An
unknown sort or page is 400, never a guess (T-S6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

PAGE_SIZE = 50
LAST_PAGE = 10_000


@dataclass(frozen=True)
class Page:
    """One page of a list: the rows, and whether others stand before or behind."""

    rows: Sequence[Any]
    number: int
    has_next: bool
    sort: str
    query: str

    @property
    def has_previous(self) -> bool:
        """Whether a page stands before."""
        return self.number > 1

    @property
    def previous_number(self) -> int:
        """Number of the page before."""
        return self.number - 1

    @property
    def next_number(self) -> int:
        """Number of the page behind."""
        return self.number + 1


def page_number(request: HttpRequest) -> int:
    """The page asked for; 400 when it is not a number from 1 to 10,000."""
    raw = request.GET.get("page", "1")
    if not (raw.isascii() and raw.isdigit() and 1 <= int(raw[:6]) <= LAST_PAGE):
        raise BadRequest(_("There is no page “%(page)s”.") % {"page": raw[:20]})
    return int(raw)


def page_of(
    request: HttpRequest, rows: Any, sorts: Mapping[str, Sequence[str]], default: str, size: int = PAGE_SIZE
) -> Page:
    """The page of `rows` that the address asks for.

    `sorts` names the orders that may be asked for and their fields; "-name" turns one round. The
    primary key is always the last word, so that no row falls between two pages.
    """
    sort = request.GET.get("sort") or default
    fields = sorts.get(sort.removeprefix("-"))
    if fields is None:
        raise BadRequest(_("This list cannot be sorted by “%(sort)s”.") % {"sort": sort[:40]})
    turned = (
        [f.removeprefix("-") if f.startswith("-") else f"-{f}" for f in fields]
        if sort.startswith("-")
        else list(fields)
    )
    number = page_number(request)
    found = _slice(rows.order_by(*turned, "pk"), (number - 1) * size, size + 1)
    kept = request.GET.copy()
    kept.pop("page", None)
    return Page(found[:size], number, len(found) > size, sort, kept.urlencode())


def _slice(rows: Any, start: int, size: int) -> list[Any]:
    """Rows from `start` on; far behind, only the keys of the rows before are gone through."""
    if not start:
        return list(rows[:size])
    keys = list(rows.values_list("pk", flat=True)[start : start + size])
    by_key = {row.pk: row for row in rows.order_by().filter(pk__in=keys)}
    return [by_key[key] for key in keys]
