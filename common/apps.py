"""What all rooms share, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommonConfig(AppConfig):
    """The access log and the kind of this register."""

    name = "common"
    verbose_name = _("Register and access log")
