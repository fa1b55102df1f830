"""What the pages of this room share: the place they stand at, the day they show, errors, the access log."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.models import Area
from areas.paths import holds, ids_of
from teams.models import Person
from vietnamese.dates import parse_date
from vietnamese.text import fold

LONGEST_SEARCH = 200


@dataclass(frozen=True)
class AsOf:
    """The day that a page shows, as the date control wants it."""

    as_of: date
    as_of_text: str
    as_of_error: str = ""


def day_shown(request: HttpRequest) -> AsOf:
    """The day in the address (`?as_of=05/08/2022`), today without one; what is no day is said and today shown."""
    typed = request.GET.get("as_of", "").strip()[:20]
    today = timezone.localdate()
    if not typed:
        return AsOf(today, f"{today:%d/%m/%Y}")
    found = parse_date(typed)
    if found is None:
        return AsOf(today, typed, _("“%(text)s” is not a day. Type it as 05/08/2022.") % {"text": typed})
    return AsOf(found, f"{found:%d/%m/%Y}")


def path_to(user: Any, area: Area, *tail: tuple[str, str]) -> list[tuple[str, str]]:
    """Where am I: the units from the province down, linked where the user may open them, then `tail`."""
    ids = ids_of(area.path)
    units = {unit.pk: unit for unit in Area.objects.filter(pk__in=ids)}
    ranges = user.area_ranges("area.view")
    path = []
    for unit in (units[pk] for pk in ids if pk in units):
        url = reverse("areas:area_detail", args=[unit.pk]) if holds(ranges, unit.path) else ""
        path.append((unit.full_name, url))
    return [*path, *tail]


def searched(rows: Any, text: str, field: str = "search_key") -> Any:
    """Rows in whose key every word stands, in any order and without accents."""
    for word in fold(text[:LONGEST_SEARCH]).split():
        rows = rows.filter(**{f"{field}__contains": word})
    return rows


def with_open_phones(user: Any, people: list[Person]) -> set[int]:
    """Of these people, those whose phone the user may read in full (BR-49)."""
    ids = [person.pk for person in people]
    return set(
        Person.objects.visible_to(user, "person.phone").filter(pk__in=ids).values_list("pk", flat=True)
    )  # type: ignore[attr-defined] # our queryset


def posted(request: HttpRequest) -> Any:
    """What a form was sent with; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


class EmptyForm(forms.Form):
    """A step that is only confirmed."""

    confirmed = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=False)
