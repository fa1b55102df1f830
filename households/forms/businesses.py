"""The form of a household business."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from areas.models import Area
from households.enums import BusinessKind
from households.forms.households import phone_field
from households.forms.places import HomeField
from households.models import Household, HouseholdBusiness, Platform
from teams.enums import Tri
from vietnamese.phones import display_phone

COPIED = (
    "name",
    "kind",
    "household",
    "owner_name",
    "sector",
    "tax_code",
    "market_name",
    "has_qr",
    "has_einvoice",
)


class BusinessForm(forms.Form):
    """What is kept of a household business: no bank account, no log-in."""

    name = forms.CharField(label=_("Name"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=BusinessKind.choices)
    owner_name = forms.CharField(label=_("Owner"), max_length=120, required=False)
    phone = phone_field()
    sector = forms.CharField(label=_("Trade"), max_length=120, required=False)
    tax_code = forms.CharField(label=_("Tax code"), max_length=14, required=False)
    market_name = forms.CharField(label=_("Market"), max_length=120, required=False)
    has_qr = forms.ChoiceField(label=_("Takes payment by QR"), choices=Tri.choices, initial=Tri.UNKNOWN)
    has_einvoice = forms.ChoiceField(label=_("Writes e-invoices"), choices=Tri.choices, initial=Tri.UNKNOWN)

    def __init__(
        self,
        user: Any,
        hamlets: list[Area],
        *args: Any,
        business: HouseholdBusiness | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = (_values(business) if business else {}) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["area"] = hamlet_field(user, hamlets)
        homes = Household.objects.visible_to(user, "household.edit").living()  # type: ignore[attr-defined] # our queryset
        self.fields["household"] = HomeField(homes, label=_("Household"), required=False)
        on = timezone.localdate()
        self.fields["platforms"] = forms.ModelMultipleChoiceField(
            Platform.objects.on_date(on),  # type: ignore[attr-defined] # our queryset
            label=_("Sells on"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(["name", "area", "household", "kind", "owner_name", "phone"])


def hamlet_field(user: Any, hamlets: list[Area]) -> forms.Field:
    """A hamlet: one of the own team's, or for officials any of their area by a few letters."""
    if hamlets:
        rows = Area.objects.filter(pk__in=[area.pk for area in hamlets])
        return forms.ModelChoiceField(rows, label=_("Hamlet"), initial=hamlets[0], empty_label=None)
    return AreaChoiceField(label=_("Hamlet"), user=user, capability="household.edit", level=AreaLevel.HAMLET)


def _values(business: HouseholdBusiness) -> dict[str, Any]:
    return {name: getattr(business, name) for name in COPIED} | {
        "area": business.area,
        "phone": display_phone(business.phone),
        "platforms": list(business.on_platforms.values_list("pk", flat=True)),
    }
