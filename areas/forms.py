"""Choosing a unit in a form: a type-ahead, and without script a text that the server searches itself."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.models import Area
from areas.picking import choices, find, label_of, names_above
from areas.querysets import AreaQuerySet, ScopedUser
from vietnamese.text import fold

LISTED = 8
"""Candidates named in the message when a typed text fits several units."""


def add_refusal(form: forms.BaseForm, error: ValidationError) -> None:
    """Put a service's refusal at the fields of the form; what belongs to no field stands at the top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)


class AreaChoice(forms.Widget):
    """A text with type-ahead and the hidden id of the unit that was chosen."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(dict(attrs or {}))
        self.asked: dict[str, str] = {}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The two fields; `value` is (id, text)."""
        pk, text = value or ("", "")
        all_attrs = {"id": f"id_{name}"} | self.build_attrs(self.attrs, attrs)
        url = f"{reverse('areas:area_picker')}?{urlencode(self.asked | {'q': ''})}"
        context = {"name": name, "pk": pk or "", "text": text or "", "url": url, "attrs": all_attrs}
        return render_to_string("areas/area_choice.html", context)

    def id_for_label(self, id_: str) -> str:
        """The label belongs to the text."""
        return f"{id_}_text" if id_ else ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str | None]:
        """Id and text as sent; a client without the text field sends the id alone."""
        return str(data.get(name) or ""), data.get(f"{name}_text")

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Neither of the two was sent."""
        return name not in data and f"{name}_text" not in data


class AreaChoiceField(forms.Field):
    """One unit of today inside the scope of the user's `capability`.

    `user` may be set later (`form.fields["hamlet"].user = request.user`); without one nothing can be
    chosen. `level` and `within` narrow the choice. Cleans to an `Area`, or None when empty.
    """

    widget: Any = AreaChoice
    default_error_messages = {
        "required": gettext_lazy("Choose a unit: type a few letters of its name."),
        "outside": gettext_lazy("This unit is not in your area. Choose another."),
        "none": gettext_lazy("No unit in your area is called “%(text)s”. Check the spelling or type less."),
        "several": gettext_lazy("“%(text)s” fits several units. Type one of these: %(units)s"),
    }

    def __init__(
        self,
        *,
        user: ScopedUser | None = None,
        capability: str = "area.view",
        level: str | Sequence[str] = "",
        within: Area | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.user, self.capability, self.level = user, capability, level
        self.within = within
        self.widget.is_required = self.required

    @property
    def within(self) -> Area | None:
        """The unit under which the choice lies."""
        return self._within

    @within.setter
    def within(self, area: Area | None) -> None:
        self._within = area
        levels = [self.level] if isinstance(self.level, str) else list(self.level)
        asked = {"level": ",".join(filter(None, levels)), "within": str(area.pk) if area else ""}
        self.widget.asked = {
            name: value for name, value in (asked | {"can": self.capability}).items() if value
        }

    def rows(self) -> AreaQuerySet:
        """Units that may be chosen."""
        if self.user is None:
            return Area.objects.none()  # type: ignore[return-value] # managers are untyped
        return choices(self.user, capability=self.capability, level=self.level, within=self.within)

    def prepare_value(self, value: Any) -> tuple[Any, str]:
        """Id and text for the widget, from a unit, its id, or what was sent."""
        if isinstance(value, tuple):
            return value
        unit = value if isinstance(value, Area) else self.rows().filter(pk=value).first() if value else None
        return (unit.pk, label_of(unit)) if unit else ("", "")

    def clean(self, value: Any) -> Area | None:
        """The chosen unit. The text counts where it says otherwise than the id (a form without script)."""
        pk, typed = value if isinstance(value, tuple) else (str(getattr(value, "pk", value) or ""), None)
        text = (typed or "").strip()
        chosen = self._by_id(pk) if pk else None
        if pk and chosen is None and not text:
            raise ValidationError(self.error_messages["outside"], code="outside")
        if chosen is not None and (typed is None or fold(text) == fold(label_of(chosen))):
            return chosen
        if not text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return self._by_text(text)

    def _by_id(self, pk: str) -> Area | None:
        if not (pk.isascii() and pk.isdigit() and len(pk) <= 18):
            return None
        return self.rows().filter(pk=int(pk)).first()

    def _by_text(self, text: str) -> Area:
        found = find(self.rows(), text)
        exact = [unit for unit in found if fold(label_of(unit)) == fold(text)]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise ValidationError(self.error_messages["none"], code="none", params={"text": text[:60]})
        above = names_above(found)
        units = "; ".join(label_of(unit, above[unit.pk]) for unit in found[:LISTED])
        more = _(" and others") if len(found) > LISTED else ""
        raise ValidationError(
            self.error_messages["several"], code="several", params={"text": text[:60], "units": units + more}
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another unit was chosen."""
        before = initial.pk if isinstance(initial, Area) else initial
        return str(before or "") != str(data[0] if isinstance(data, tuple) else data or "")
