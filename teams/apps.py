"""The room of teams as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamsConfig(AppConfig):
    """Teams, their people, organisations and decisions."""

    name = "teams"
    verbose_name = _("Teams and decisions")
