"""Forms of organisations, enterprises and their counted workers."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from teams.enums import TYPES_OF_GROUP, OrgGroup, OrgType
from teams.models import EnterpriseProfile, Organisation

CAPABILITY = "organisation.edit"
GROUP_OF_TYPE = {str(kind): str(group) for group, kinds in TYPES_OF_GROUP.items() for kind in kinds}
GROUPED = [
    (OrgGroup(group).label, [(OrgType(kind).value, OrgType(kind).label) for kind in kinds])
    for group, kinds in TYPES_OF_GROUP.items()
]


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """An organisation that sends members to teams, or an enterprise."""

    class Meta:
        model = Organisation
        fields = ["name", "short_name", "type", "phone", "address", "tax_code", "is_active"]

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = GROUPED  # type: ignore[attr-defined] # a choice field
        self.fields["area"] = AreaChoiceField(
            label=_("Area"),
            user=user,
            capability=CAPABILITY,
            level=(AreaLevel.PROVINCE, AreaLevel.DISTRICT, AreaLevel.COMMUNE),
            initial=self.instance.area if self.instance.area_id else None,
            help_text=_("Where it works; what is entered for the province serves every commune."),
        )

    def _post_clean(self) -> None:
        """The service looks at the whole; here only the fields are put into the organisation."""
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)
        self.instance.group = GROUP_OF_TYPE.get(self.instance.type, "")


class EnterpriseForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """One site of an enterprise (BR-15)."""

    class Meta:
        model = EnterpriseProfile
        fields = ["sector", "industrial_park", "contact_name", "contact_phone"]

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = AreaChoiceField(
            label=_("Commune or hamlet of the site"),
            user=user,
            capability=CAPABILITY,
            level=(AreaLevel.COMMUNE, AreaLevel.HAMLET),
            initial=self.instance.area if self.instance.area_id else None,
        )
        self.order_fields(["area", "sector", "industrial_park", "contact_name", "contact_phone"])

    def _post_clean(self) -> None:
        """The service looks at the whole; here only the fields are put into the profile."""
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)


class WorkforceForm(forms.Form):
    """Workers counted on a day."""

    as_of = DayField(label=_("Counted on"), initial=timezone.localdate)
    worker_count = forms.IntegerField(label=_("Workers"), min_value=0, max_value=1_000_000)
    nonlocal_worker_count = forms.IntegerField(
        label=_("Of these from elsewhere"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text=_("Empty means not known."),
    )
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
