"""The room of areas as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AreasConfig(AppConfig):
    """The dated tree of administrative units."""

    name = "areas"
    verbose_name = _("Administrative areas")
