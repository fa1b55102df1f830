"""Finding a unit by a few letters: the type-ahead of every page, fast with 90,000 hamlets.

Three looks, each only while places are left: names that begin with the letters and their accents, names
that begin with the letters, names that hold them further in (words that begin with them first).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

from areas.enums import AreaKind, AreaLevel
from areas.models import Area
from areas.paths import ids_of, in_ranges, subtree
from areas.querysets import AreaQuerySet, ScopedUser
from vietnamese.text import fold, normalise_name

MOST_CHOICES = 20
MOST_BYTES = 5000
AFTER_ALL_LETTERS = "\U0010ffff"

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "tinh": (AreaKind.TINH,),
    "thanh pho": (AreaKind.THANH_PHO,),
    "tp": (AreaKind.THANH_PHO,),
    "huyen": (AreaKind.HUYEN,),
    "quan": (AreaKind.QUAN,),
    "thi xa": (AreaKind.THI_XA,),
    "xa": (AreaKind.XA,),
    "phuong": (AreaKind.PHUONG,),
    "thi tran": (AreaKind.THI_TRAN,),
    "dac khu": (AreaKind.DAC_KHU,),
    "ap": (AreaKind.AP,),
    "khu pho": (AreaKind.KHU_PHO,),
    "kp": (AreaKind.KHU_PHO,),
    "khom": (AreaKind.KHOM,),
    "thon": (AreaKind.THON,),
    "ban": (AreaKind.BAN,),
    "lang": (AreaKind.LANG,),
    "buon": (AreaKind.BUON,),
    "to dan pho": (AreaKind.TO_DAN_PHO,),
}
"""Kind words without accents; typed before a name, they narrow the search."""


@dataclass(frozen=True)
class Words:
    """What was typed: the name without accents and with them, its kind, and names of units above."""

    key: str
    name_key: str
    kinds: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    @property
    def has_accents(self) -> bool:
        """Whether the accents were typed too."""
        return self.key != self.name_key


def read_words(typed: str) -> list[Words]:
    """Ways to read what was typed; "Ấp Bắc" may be a kind and a name, or a name."""
    name, *above = typed[:200].split(",")
    key, name_key = fold(name), normalise_name(name)
    higher = tuple(filter(None, map(fold, above)))
    ways = [Words(key, name_key, (), higher)] if key else []
    for word, kinds in KIND_WORDS.items():
        if key.startswith(f"{word} "):
            count = word.count(" ") + 1
            rest = " ".join(name_key.split(" ")[count:])
            ways.insert(0, Words(key[len(word) + 1 :], rest, kinds, higher))
    return ways


def starts_with(field: str, text: str) -> Q:
    """Condition: the field begins with the text, so that each database uses its index."""
    if connection.vendor == "postgresql":
        return Q(**{f"{field}__startswith": text})
    return Q(**{f"{field}__gte": text, f"{field}__lt": text + AFTER_ALL_LETTERS})


def choices(
    user: ScopedUser,
    *,
    capability: str = "area.view",
    level: str | Sequence[str] = "",
    within: Area | None = None,
) -> AreaQuerySet:
    """Units of today that the user may choose from: inside the scope of `capability`, below `within`."""
    rows: Any = Area.objects.all()
    rows = rows.visible_to(user, capability).valid_on(timezone.localdate())
    wanted = [level] if isinstance(level, str) else list(level)
    # Named one by one, the levels let the index on (level, search_key) be used.
    levels = list(filter(None, wanted)) or [str(each) for each in AreaLevel]
    rows = rows.filter(level__in=levels)
    return rows.filter(in_ranges("path", [subtree(within.path)])) if within else rows  # type: ignore[no-any-return] # managers are untyped


def find(rows: AreaQuerySet, typed: str, limit: int = MOST_CHOICES) -> list[Area]:
    """The best matches among `rows`, best first; what follows a comma must be found in the units above."""
    found: dict[int, Area] = {}
    for words in read_words(typed):
        for look in looks(rows, words):
            if len(found) >= limit:
                break
            # Rows narrowed by the units above are cut off later, so more of them are fetched. Those that were
            # found before are put aside here: the database would look for them in every row.
            for unit in look[: 200 + len(found) if words.above else limit]:
                if unit.pk not in found and (not words.above or _lies_under(unit, words.above)):
                    found[unit.pk] = unit
    return list(found.values())[:limit]


def looks(rows: AreaQuerySet, words: Words) -> Iterable[Any]:
    """Queries in order of worth."""
    rows = rows.filter(kind__in=words.kinds) if words.kinds else rows
    begins = rows.filter(starts_with("search_key", words.key))
    if words.has_accents:
        yield begins.filter(name_key__startswith=words.name_key).order_by("search_key", "id")
    yield begins.order_by("search_key", "id")
    if len(words.key) > 1:
        at_word = Case(
            When(search_key__contains=f" {words.key}", then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        yield rows.filter(search_key__contains=words.key).order_by(at_word, "search_key", "id")


def _lies_under(unit: Area, above: tuple[str, ...]) -> bool:
    names = [fold(name) for name in names_above([unit])[unit.pk]]
    return all(any(part in name for name in names) for part in above)


def names_above(units: Iterable[Area]) -> dict[int, list[str]]:
    """Full names of the units above each, nearest first (public, inside the scope or not)."""
    units = list(units)
    ids = {pk for unit in units for pk in ids_of(unit.path)[:-1]}
    named = {
        area.pk: area.full_name for area in Area.objects.filter(pk__in=ids).order_by().only("kind", "name")
    }
    return {unit.pk: [named[pk] for pk in reversed(ids_of(unit.path)[:-1]) if pk in named] for unit in units}


def label_of(unit: Area, above: Sequence[str] | None = None) -> str:
    """The unit and all above it: “Ấp Minh Thành, Xã Minh Thuận, Huyện U Minh Thượng, Tỉnh Kiên Giang”."""
    return ", ".join([unit.full_name, *(names_above([unit])[unit.pk] if above is None else above)])


def answer(units: Iterable[Area]) -> list[dict[str, Any]]:
    """The choices as the type-ahead reads them, at most 5 kB in all."""
    units = list(units)
    above = names_above(units)
    results, size = [], len('{"results": []}')
    for unit in units:
        text = label_of(unit, above[unit.pk])
        size += len(text.encode()) + len(f'{{"id": {unit.pk}, "text": ""}}, ')
        if size > MOST_BYTES:
            break
        results.append({"id": unit.pk, "text": text})
    return results
