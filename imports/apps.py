"""The room of imports as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """Reading lists that other people made; knows no team and no household."""

    name = "imports"
    verbose_name = _("Lists in")
