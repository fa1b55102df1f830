"""Days as officials type them: 5/8/2022 in a form, and the day that a page shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vietnamese.dates import parse_date


@dataclass(frozen=True)
class AsOf:
    """The day that a page shows, as the date control wants it."""

    as_of: date
    as_of_text: str
    as_of_error: str = ""

    @property
    def is_today(self) -> bool:
        """Whether the page shows the present."""
        return self.as_of == timezone.localdate()


def day_shown(request: HttpRequest) -> AsOf:
    """The day in the address (`?as_of=05/08/2022`); today without one, with an error where it is no day."""
    typed, today = request.GET.get("as_of", "").strip()[:20], timezone.localdate()
    found = parse_date(typed) if typed else today
    if found is None:
        return AsOf(today, typed, _("“%(text)s” is not a day. Type it as 05/08/2022.") % {"text": typed})
    return AsOf(found, f"{found:%d/%m/%Y}")


class DayField(forms.DateField):
    """A day typed as 5/8/2022, in either language of the interface."""

    def __init__(self, **kwargs: Any) -> None:
        look = {
            "class": "day",
            "inputmode": "numeric",
            "placeholder": gettext_lazy("dd/mm/yyyy"),
            "autocomplete": "off",
            "maxlength": "20",
        }
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y", attrs=look))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day, or an error that shows how to type it."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        found = parse_date(str(value))
        if found is None:
            text = _("“%(text)s” is not a day. Type it as 05/08/2022.")
            raise ValidationError(text, code="invalid", params={"text": str(value)[:20]})
        return found
