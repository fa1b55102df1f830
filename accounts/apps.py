"""The room of accounts as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, roles and scopes."""

    name = "accounts"
    verbose_name = _("Accounts and roles")
