"""Fields that several forms of the room share: known people, organisations."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse, reverse_lazy
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from teams.models import Organisation, Person
from vietnamese.text import fold

SEVERAL = 6
"""How many candidates are named where typed text fits several."""


class PickerWidget(forms.Widget):
    """A type-ahead: the text that is read, and the hidden id of what was chosen."""

    def __init__(self, url: Any) -> None:
        super().__init__()
        self.url = url

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        """Chosen id and typed text."""
        return data.get(name, "").strip(), data.get(f"{name}_text", "").strip()

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether neither part was sent."""
        return name not in data and f"{name}_text" not in data

    def id_for_label(self, id_: str) -> str:
        """The label belongs to the text."""
        return f"{id_}_text" if id_ else id_

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Both parts and the address that is asked while typing."""
        chosen, text = (
            value if isinstance(value, tuple) else (getattr(value, "pk", "") or "", str(value or ""))
        )
        url = str(self.url)
        widget = {"name": name, "chosen": chosen, "text": text, "url": f"{url}{'&' if '?' in url else '?'}q="}
        widget["attrs"] = self.build_attrs(self.attrs, attrs)
        return render_to_string("teams/picker_widget.html", {"widget": widget})


class PickerField(forms.Field):
    """One row of a scoped queryset: by the id that the type-ahead chose, or by typed text that fits one only."""

    default_error_messages = {
        "unknown": _("“%(text)s” is not known here. Choose from the suggestions."),
        "several": _("“%(text)s” fits several: %(names)s. Type more, or choose from the suggestions."),
        "gone": _("This choice is not in your area. Choose again."),
    }

    def __init__(self, rows: Any, url: Any, **kwargs: Any) -> None:
        super().__init__(widget=PickerWidget(url), **kwargs)
        self.rows = rows

    def prepare_value(self, value: Any) -> Any:
        """An initial value may be the row or its id."""
        return self.rows.filter(pk=value).first() if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        """The row, or None when nothing was typed."""
        chosen, text = value if isinstance(value, tuple) else ("", "")
        row = self._by_id(chosen) if chosen else None
        if row is None or (text and fold(text) != fold(str(row))):
            # Without script the text may have been changed while the id stayed.
            return self._by_text(text) if text else None
        return row

    def _by_id(self, chosen: str) -> Any:
        row = (
            self.rows.filter(pk=int(chosen)).first()
            if chosen.isascii() and chosen.isdigit() and len(chosen) < 18
            else None
        )
        if row is None:
            raise ValidationError(self.error_messages["gone"], code="gone")
        return row

    def _by_text(self, text: str) -> Any:
        exact = list(self.rows.filter(search_key=fold(text)[:120])[:SEVERAL])
        found = exact or list(self.rows.filter(search_key__contains=fold(text)[:120])[:SEVERAL])
        if len(found) == 1:
            return found[0]
        code = "several" if found else "unknown"
        names = ", ".join(str(row) for row in found)
        raise ValidationError(
            self.error_messages[code], code=code, params={"text": text[:60], "names": names}
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another row was chosen."""
        return str(getattr(initial, "pk", initial) or "") != str(
            data[0] if isinstance(data, tuple) else data or ""
        )


def organisation_field(user: Any, area: Any = None, **kwargs: Any) -> PickerField:
    """An organisation that may send members to teams of the area."""
    rows = Organisation.objects.usable_in(area) if area else Organisation.objects.visible_to(user)  # type: ignore[attr-defined] # our queryset
    url = reverse_lazy("teams:organisation_picker")
    return PickerField(rows, url, **kwargs)


def person_field(user: Any, team: int, **kwargs: Any) -> PickerField:
    """Somebody whom the user's register knows; people of the team are offered first, then of its hamlets."""
    url = f"{reverse('teams:person_picker')}?team={team}"
    return PickerField(Person.objects.visible_to(user), url, **kwargs)  # type: ignore[attr-defined] # our queryset
