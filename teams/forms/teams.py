"""Forms of teams: setting one up, and the facts that are recorded about it."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from areas.models import Area
from teams.composition import EXCEPTABLE, RULE_TEXTS
from teams.enums import DEPARTURE_REASONS, TeamLevel
from teams.forms.fields import PickerField
from teams.models import Membership, Organisation

CAPABILITY = "team.edit"


def reason_field(**kwargs: Any) -> forms.CharField:
    """A sentence of at most 300 characters."""
    return forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), **kwargs
    )


class TeamForm(forms.Form):
    """A new team of one kind; which fields it has depends on the kind."""

    name = forms.CharField(
        label=_("Name of the team"),
        max_length=200,
        required=False,
        help_text=_("Left empty, it is named after its hamlet."),
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, user: Any, level: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.level = level
        if level == TeamLevel.HAMLET:
            self.fields["area"] = AreaChoiceField(
                label=_("Primary hamlet or quarter"),
                help_text=_(
                    "Type a few letters, with or without accents. Further hamlets can be added on the next page."
                ),
                user=user,
                capability=CAPABILITY,
                level=AreaLevel.HAMLET,
            )
        else:
            self.fields["area"] = AreaChoiceField(
                label=_("Commune"), user=user, capability=CAPABILITY, level=AreaLevel.COMMUNE
            )
        if level == TeamLevel.ENTERPRISE:
            rows = (
                Organisation.objects.visible_to(user)
                .filter(enterprise__isnull=False)
                .select_related("enterprise")
            )  # type: ignore[attr-defined] # our queryset
            url = reverse_lazy("teams:organisation_picker")
            self.fields["enterprise"] = PickerField(rows, f"{url}", label=_("Enterprise"))
        self.order_fields(["area", "enterprise", "name", "note"])


class NameForm(forms.Form):
    """Another name for a team."""

    name = forms.CharField(label=_("Name of the team"), max_length=200)


class AreasForm(forms.Form):
    """The hamlets of one commune that a team covers, and which is the primary one."""

    areas = forms.ModelMultipleChoiceField(
        label=_("Hamlets covered"), queryset=Area.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    primary = forms.ModelChoiceField(
        label=_("Primary hamlet"), queryset=Area.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    lock = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def __init__(self, commune: Area, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = (
            Area.objects.filter(parent=commune).valid_on(timezone.localdate()).hamlets().order_by("sort_key")
        )  # type: ignore[attr-defined] # our queryset
        self.fields["areas"].queryset = self.fields["primary"].queryset = rows  # type: ignore[attr-defined] # model choices


class DepartureForm(forms.Form):
    """A member who left between two decisions (BR-21)."""

    person = forms.ChoiceField(label=_("Who leaves"), widget=forms.RadioSelect)
    left_on = DayField(label=_("From which day"))
    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[("", _("choose")), *((reason.value, reason.label) for reason in DEPARTURE_REASONS)],
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, members: list[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(member.person_id): member.person for member in members}
        self.fields["person"].choices = [  # type: ignore[attr-defined] # a choice field
            (str(member.person_id), f"{member.person.full_name} ({member.get_role_display()})")
            for member in members
        ]


class SuspensionForm(forms.Form):
    """A time in which the team pauses."""

    valid_from = DayField(label=_("Pauses from"), initial=timezone.localdate)
    valid_to = DayField(
        label=_("Works again from"), required=False, help_text=_("Empty while it is not known.")
    )
    reason = reason_field()


class DayForm(forms.Form):
    """One day."""

    on = DayField(label=_("On which day"), initial=timezone.localdate)


class ExceptionForm(forms.Form):
    """An exception from a rule, with its reason; it stays visible (BR-06, BR-07, BR-09)."""

    rule = forms.ChoiceField(label=_("Rule"))
    reason = reason_field(help_text=_("For example: the hamlet head is ill; the deputy head stands in."))
    valid_to = DayField(
        label=_("Holds until (first day no longer)"),
        required=False,
        help_text=_("Empty: until further notice."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = sorted(EXCEPTABLE)
        self.fields["rule"].choices = [(rule, f"{rule}: {RULE_TEXTS[rule]}") for rule in rules]  # type: ignore[attr-defined] # a choice field
