"""The small form before personal data leave the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vietnamese.text import clean

SHORTEST_REASON = 5


class ReasonForm(forms.Form):
    """Why the list is taken out; it stands in the access log (domain/privacy, section 5)."""

    reason = forms.CharField(
        label=_("What is the list for?"),
        help_text=_("For example: annex to decision 45/QĐ-UBND. The reason is kept in the access log."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_reason(self) -> str:
        """A reason of a word or two at least."""
        reason = clean(self.cleaned_data["reason"])
        if len(reason) < SHORTEST_REASON:
            raise forms.ValidationError(_("Say in a few words what the list is for."))
        return reason
