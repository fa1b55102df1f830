"""What the pages of this room share: searching, open phones, what a form was sent with."""

from typing import Any

from django import forms
from django.http import HttpRequest

from teams.models import Person
from vietnamese.text import fold

LONGEST_SEARCH = 200


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
