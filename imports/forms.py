"""The form with which a list is handed in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from imports.kinds import ListKind

LONGEST_TEXT = 1_000_000


class HandInForm(forms.Form):
    """A file or a pasted text, for one commune."""

    area = AreaChoiceField(label=_("Commune"), level=AreaLevel.COMMUNE)
    file = forms.FileField(
        label=_("File"),
        required=False,
        error_messages={"empty": _("There is nothing in this file. Choose another file or paste the list.")},
        help_text=_(
            "Excel (.xlsx, .xls), .ods, .csv, Word (.docx) or .txt, as the hamlets sent it. "
            "Choose a file, or paste the list below."
        ),
    )
    text = forms.CharField(
        label=_("Or paste the list here, instead of a file"),
        required=False,
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("A chat message, or a table copied from Word or Excel."),
    )
    as_of = DayField(label=_("Counted on"), required=False)
    legal_ground = forms.CharField(
        label=_("Legal ground for the phones"),
        required=False,
        max_length=300,
        help_text=_(
            "By which document or agreement the phones of the households may be kept. "
            "Without it the phones are left out."
        ),
    )

    def __init__(self, user: Any, kind: ListKind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area: Any = self.fields["area"]
        area.user, area.capability = user, kind.capability
        area.within = None
        for name in ("as_of", "legal_ground"):
            if name not in kind.options:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """One of the two: a file or a text."""
        asked = super().clean() or {}
        has_file, has_text = bool(asked.get("file")), bool((asked.get("text") or "").strip())
        if has_file == has_text and "file" not in self.errors:
            text = _("Choose a file or paste a text, one of the two.")
            self.add_error("file", ValidationError(text, code="one_of_two"))
        return asked

    def content(self) -> tuple[bytes, str]:
        """What was handed in, and its name."""
        upload = self.cleaned_data.get("file")
        if upload:
            return upload.read(), upload.name
        return self.cleaned_data["text"].encode(), f"{_('Pasted text')}.txt"

    def choices(self) -> dict[str, str]:
        """What was said about the list."""
        said = {name: self.cleaned_data.get(name) for name in ("as_of", "legal_ground")}
        return {
            name: f"{value:%d/%m/%Y}" if name == "as_of" else str(value)
            for name, value in said.items()
            if value
        }
