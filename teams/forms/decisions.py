"""Entering, issuing, revoking and correcting decisions."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from teams.decision_register import searched_decisions
from teams.decisions import parse_number
from teams.enums import SigningMode
from teams.models import Decision, DecisionItem
from vietnamese.text import clean

NO_NUMBER = _("“%(text)s” is no number of a decision. Type it as 12/QĐ-UBND.")
REASON_LENGTH = 300
MOST_LINES = 40


def number_text(decision: Decision) -> str:
    """Number and symbol as they stand on paper; empty while there is no number."""
    return f"{decision.number}/{decision.symbol}" if decision.number else ""


class NumberField(forms.CharField):
    """Number and symbol in one field, however they are typed; cleans to (number, symbol) or None."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"placeholder": "12/QĐ-UBND", "autocomplete": "off"})
        super().__init__(**({"label": _("Number and symbol"), "max_length": 60, "widget": widget} | kwargs))

    def clean(self, value: Any) -> Any:
        """The number and its symbol; an empty field is None."""
        text = super().clean(value)
        if not text:
            return None
        number, symbol = parse_number(text)
        if not number:
            raise ValidationError(NO_NUMBER, code="number", params={"text": text[:40]})
        return number, symbol


class LinesField(forms.CharField):
    """Texts one below the other; cleans to the list of those that are not empty."""

    def __init__(self, **kwargs: Any) -> None:
        rows = {"rows": kwargs.pop("rows", 4)}
        super().__init__(**({"max_length": 6000, "widget": forms.Textarea(attrs=rows)} | kwargs))

    def prepare_value(self, value: Any) -> Any:
        """The lines as one text."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The lines without empty ones."""
        lines = [clean(line) for line in super().clean(value).splitlines()]
        found = [line for line in lines if line]
        if len(found) > MOST_LINES:
            text = _("At most %(most)s lines. Put several into one.")
            raise ValidationError(text, code="lines", params={"most": MOST_LINES})
        return found


class PaperForm(forms.Form):
    """What stands on the paper itself; subclasses say how much of it must be known."""

    number = NumberField()
    issued_on = DayField(label=_("Date of issue"))
    effective_on = DayField(
        label=_("In force from"), required=False, help_text=_("Empty: from the date of issue.")
    )
    signer_name = forms.CharField(label=_("Signer"), max_length=120)
    signer_title = forms.CharField(label=_("Signer's office"), max_length=120, required=False)
    signing_mode = forms.ChoiceField(label=_("Signed"), choices=SigningMode.choices)
    lock = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=10**9)

    plain = ("issued_on", "effective_on", "signer_name", "signer_title", "signing_mode")

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        self.decision = decision
        known = {name: getattr(decision, name) for name in (*self.plain, "lock")}
        super().__init__(*args, initial=known | {"number": number_text(decision)}, **kwargs)

    def renew_lock(self) -> None:
        """After somebody else's change was shown, the next saving counts from there."""
        if self.is_bound:
            lock = Decision.objects.filter(pk=self.decision.pk).values_list("lock", flat=True).first()
            self.data = self.data.copy()  # type: ignore[union-attr] # a QueryDict
            self.data["lock"] = "" if lock is None else str(lock)  # type: ignore[index] # a mutable copy

    def filled(self) -> Decision:
        """A copy of the decision with what was typed, as far as it could be read."""
        decision = copy(self.decision)
        decision._state = copy(self.decision._state)
        read = self.cleaned_data if self.is_bound else {}
        for name in self.plain:
            if name in read:
                setattr(decision, name, read[name])
        if self.is_bound and "number" in read:
            decision.number, decision.symbol = read["number"] or (None, decision.symbol)
        return decision


class DecisionForm(PaperForm):
    """A draft: only its subject must be known; the teams are ticked beside it."""

    subject = forms.CharField(
        label=_("Subject (required)"),
        max_length=500,
        help_text=_("Stands below the title, after “Về việc”. Change it where the paper says otherwise."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    items = forms.ModelMultipleChoiceField(
        queryset=DecisionItem.objects.none(),
        required=False,
        widget=forms.MultipleHiddenInput,
        error_messages={
            "invalid_choice": _(
                "A chosen proposal is not open in this commune any more. Look at the list below."
            ),
            "invalid_pk_value": _(
                "A chosen proposal is not open in this commune any more. Look at the list below."
            ),
        },
    )
    plain = (*PaperForm.plain, "subject", "place_name", "legal_bases", "recipients")
    place_name = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("The seat of the committee, before the date. Empty: the name of the commune."),
    )
    legal_bases = LinesField(
        label=_("Legal bases"),
        required=False,
        rows=6,
        help_text=_("One a line, in the order of the paper; the last line names who proposed it."),
    )
    recipients = LinesField(
        label=_("Recipients"), required=False, help_text=_("One a line; “Lưu: VT.” is added by itself.")
    )
    field_order = (
        "subject",
        "legal_bases",
        "recipients",
        "place_name",
        "number",
        "issued_on",
        "effective_on",
        "signer_name",
        "signer_title",
        "signing_mode",
    )

    def __init__(self, *args: Any, rows: Any, ticked: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = rows  # type: ignore[attr-defined] # a model choice field
        for name in ("number", "issued_on", "signer_name"):
            self.fields[name].required = False
        self.ticked = self._sent_ticks() if self.is_bound else ticked

    def _sent_ticks(self) -> set[int]:
        sent = self.data.getlist("items")  # type: ignore[union-attr] # a QueryDict
        return {int(key) for key in sent if key.isascii() and key.isdigit() and len(key) < 18}


class IssueForm(PaperForm):
    """Everything that an issued decision needs (BR-17)."""

    confirm_returning = forms.BooleanField(
        label=_("Yes, the people who had left are meant to come back."), required=False
    )


class CorrectionForm(PaperForm):
    """A mistake in an issued decision, with the reason for correcting it (BR-23)."""

    subject = forms.CharField(label=_("Subject"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    issuer_name_text = forms.CharField(label=_("Issuer as printed"), max_length=200)
    place_name = forms.CharField(label=_("Place"), max_length=120, required=False)
    reason = forms.CharField(
        label=_("Reason for the correction"),
        max_length=REASON_LENGTH,
        help_text=_("Kept in the history with your name."),
    )
    plain = (*PaperForm.plain, "subject", "issuer_name_text", "place_name")

    def corrected(self) -> dict[str, Any]:
        """Fields for the service `correct`."""
        values = {name: self.cleaned_data[name] for name in self.plain}
        values["effective_on"] = values["effective_on"] or values["issued_on"]
        number, symbol = self.cleaned_data["number"]
        return values | {"number": number, "symbol": symbol}


class RevokeForm(forms.Form):
    """From when and why a decision no longer holds."""

    on = DayField(label=_("Revoked on"), initial=timezone.localdate)
    reason = forms.CharField(
        label=_("Reason for revoking"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 2})
    )
    revoked_by = forms.CharField(
        label=_("By the decision"),
        max_length=60,
        required=False,
        help_text=_("Number of a decision of the same committee in this register, where one says so."),
        widget=forms.TextInput(attrs={"placeholder": "15/QĐ-UBND"}),
    )
    with_dependants = forms.BooleanField(
        label=_("Revoke the decisions that build on it as well."), required=False
    )

    def __init__(self, *args: Any, decision: Decision, has_dependants: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision = decision
        if not has_dependants:
            del self.fields["with_dependants"]

    def clean_revoked_by(self) -> Decision | None:
        """The revoking decision, found by its number."""
        text = self.cleaned_data["revoked_by"]
        if not text:
            return None
        if parse_number(text)[0] is None:
            raise ValidationError(NO_NUMBER, code="number", params={"text": text[:40]})
        own = Decision.objects.filter(issuer=self.decision.issuer).exclude(pk=self.decision.pk)
        found = list(searched_decisions(own, text).order_by("-issued_on")[:2])
        if not found:
            raise ValidationError(
                _("This committee has no decision %(text)s here. Enter it first, or leave this empty."),
                code="unknown",
                params={"text": text[:40]},
            )
        return found[0]


class ScanForm(forms.Form):
    """The signed paper."""

    file = forms.FileField(
        label=_("Scan of the signed decision"),
        help_text=_("PDF or JPG, at most 10 MB."),
        max_length=200,
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg"}),
    )


class ConfirmForm(forms.Form):
    """The day from which a list holds without a decision, where the rule set allows it."""

    on = DayField(label=_("In force from"), initial=timezone.localdate)


def day_of_effect(decision: Decision) -> date:
    """The day for which the teams of a draft are judged: as entered, else today."""
    return decision.effective_on or decision.issued_on or timezone.localdate()
