"""Where the headings of one table end and those of the next begin, when several stand side by side."""

from itertools import pairwise

from imports.cells import key_of
from imports.specification import Column
from teams.member_list.places import is_hamlet


def side_by_side(columns: tuple[Column, ...]) -> list[tuple[Column, ...]]:
    """Cuts where the sequence of headings begins again (order, name … order, name)."""
    names = [place for place, column in enumerate(columns) if column.field == "name"]
    if len(names) < 2:
        return [columns]
    if groups := _under_hamlets(columns):
        return groups
    if len({key_of(columns[place].heading) for place in names}) > 1:
        return [columns]
    first = names[0]
    start = first - 1 if first and columns[first - 1].field == "order" else first
    pattern = (columns[start].field, columns[start].headings)
    starts = [
        place
        for place, column in enumerate(columns)
        if (column.field, column.headings) == pattern and place >= start
    ]
    gap = starts[1] - starts[0] if len(starts) == len(names) else 0
    if gap < 2:
        return [columns]
    bounds = [0, *starts[1:], len(columns)]
    return [columns[low:high] for low, high in pairwise(bounds)]


def _under_hamlets(columns: tuple[Column, ...]) -> list[tuple[Column, ...]]:
    """A group of headings for each hamlet (“Ấp 1: họ tên, điện thoại”); what stands before them speaks of all."""
    tops = [column.headings[0] if len(column.headings) > 1 else "" for column in columns]
    hamlets = [top for top in dict.fromkeys(tops) if top and is_hamlet(top)]
    shared = tuple(column for column, top in zip(columns, tops, strict=True) if top not in hamlets)
    groups = [
        tuple(column for column, top in zip(columns, tops, strict=True) if top == hamlet)
        for hamlet in hamlets
    ]
    if len(groups) < 2 or not all(any(column.field == "name" for column in group) for group in groups):
        return []
    return [shared + group for group in groups]
