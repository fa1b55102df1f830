"""Paths of ids: a subtree is one range of strings (domain/data-dictionary, section 1).

A path joins the ids from the root, eight digits each and nothing between them; digits alone sort
alike in every collation, and ids never collide where codes come back under another name.
"""

from collections.abc import Iterable

from django.db.models import Q

WIDTH = 8

type_range = tuple[str, str]


def path_of(parent_path: str, pk: int) -> str:
    """Path of the unit `pk` below `parent_path`."""
    return f"{parent_path}{pk:0{WIDTH}d}"


def subtree(path: str) -> type_range:
    """Half-open range [from, to) that holds the paths of the unit and of all below it."""
    head, last = path[:-WIDTH], int(path[-WIDTH:])
    return path, f"{head}{last + 1:0{WIDTH}d}"


def ids_of(path: str) -> list[int]:
    """Ids from the root down to the unit itself."""
    return [int(path[i : i + WIDTH]) for i in range(0, len(path), WIDTH)]


def in_ranges(field: str, ranges: Iterable[type_range]) -> Q:
    """Condition: the path in `field` lies in one of the ranges; no range means nothing."""
    condition = Q()
    for start, end in joined(ranges):
        condition |= Q(**{f"{field}__gte": start, f"{field}__lt": end})
    return condition or Q(pk__in=[])


def joined(ranges: Iterable[type_range]) -> list[type_range]:
    """The same paths in as few ranges as will do; a database reads one range at a time."""
    found: list[type_range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def holds(ranges: Iterable[type_range], path: str) -> bool:
    """Whether a path lies in one of the ranges."""
    return any(start <= path < end for start, end in ranges)
