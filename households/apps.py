"""The room of households as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HouseholdsConfig(AppConfig):
    """Households, visits, sessions, and the figures that follow from them."""

    name = "households"
    verbose_name = _("Households and outreach")
