"""What is asked before a list leaves the register as a file, and of templates of decisions."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from areas.models import Area
from teams.enums import DecisionAction
from teams.forms.decisions import LinesField
from teams.papers import Meeting
from vietnamese.text import clean

SHORTEST_REASON = 5
KINDS = (("pdf", _("PDF for printing")), ("xlsx", _("Excel workbook")))


class CommuneForm(forms.Form):
    """Which commune's papers."""

    commune = AreaChoiceField(label=_("Commune"), capability="paper.print", level=AreaLevel.COMMUNE)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["commune"].user = user  # type: ignore[attr-defined] # a field of areas

    def only(self) -> Area | None:
        """The one commune of whoever works for one."""
        rows = list(self.fields["commune"].rows()[:2])  # type: ignore[attr-defined] # a field of areas
        return rows[0] if len(rows) == 1 else None


class ListForm(forms.Form):
    """As which file, and (for lists with phones) what for: it stands in the access log (domain/privacy, 5)."""

    kind = forms.ChoiceField(label=_("File"), choices=KINDS, initial="pdf", widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("What is the list for?"),
        help_text=_(
            "For example: roster for the commune's notice board. The reason is kept in the access log."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, asks_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_reason:
            del self.fields["reason"]

    def clean_reason(self) -> str:
        """A reason of a word or two at least."""
        reason = clean(self.cleaned_data["reason"])
        if len(reason) < SHORTEST_REASON:
            raise ValidationError(_("Say in a few words what the list is for."), code="reason")
        return reason


class SignInForm(ListForm):
    """What is known of the session; the rest is written on the sheet by hand."""

    title = forms.CharField(label=_("Session"), max_length=200, required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    when = forms.CharField(label=_("Day and hour"), max_length=80, required=False)
    trainers = forms.CharField(label=_("Trainers"), max_length=200, required=False)
    field_order = ("title", "place", "when", "trainers", "kind")

    def meeting(self) -> Meeting:
        """The session as typed."""
        return Meeting(*(clean(self.cleaned_data[name]) for name in ("title", "place", "when", "trainers")))


class TemplateForm(forms.Form):
    """A template: for whom, for which decisions, from when; words, and the office's own Word file."""

    area = AreaChoiceField(
        label=_("For"), capability="template.edit", level=(AreaLevel.PROVINCE, AreaLevel.COMMUNE)
    )
    action = forms.ChoiceField(label=_("Kind of decision"), choices=DecisionAction.choices)
    valid_from = DayField(label=_("Holds from"), initial=timezone.localdate)
    valid_to = DayField(
        label=_("Holds until (first day no longer valid)"),
        required=False,
        help_text=_("Empty: until further notice."),
    )
    file = forms.FileField(
        label=_("Word template"),
        required=False,
        max_length=200,
        help_text=_(
            ".docx with placeholders, at most 2 MB. Empty: the layout of this register with the words below."
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
        ),
    )
    legal_bases = LinesField(label=_("Legal bases"), required=False, rows=6, help_text=_("One a line."))
    recipients = LinesField(label=_("Recipients"), required=False, help_text=_("One a line."))
    tasks = forms.CharField(
        label=_("Tasks of the team"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reporting = forms.CharField(
        label=_("Way of working, reports"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    executors = forms.CharField(
        label=_("Who carries the decision out"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.fields["area"]
        own.user = user  # type: ignore[attr-defined] # a field of areas
        rows = list(own.rows()[:2])  # type: ignore[attr-defined] # a field of areas
        own.initial = rows[0] if len(rows) == 1 else None

    def clean(self) -> dict[str, Any]:
        """Texts of one line each are stored as all texts are."""
        read: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("tasks", "reporting", "executors"):
            read[name] = clean(read.get(name) or "")
        return read


class CloseTemplateForm(forms.Form):
    """From which day a template holds no more."""

    valid_to = DayField(label=_("First day on which it no longer holds"), initial=timezone.localdate)
