"""The composition root as a Django application."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.core.checks import Tags, register

from config.checks import check_collation


class RegisterConfig(AppConfig):
    """Settings, addresses, home pages and demo data."""

    name = "config"
    default = True

    def ready(self) -> None:
        """Announce the system checks (Django wants the application registry ready first)."""
        register(check_collation, Tags.database)


class RegisterAdminConfig(admin_apps.AdminConfig):
    """Django admin with the register's own site (scoped, behind the same login)."""

    default = False
    default_site = "config.admin_site.RegisterAdminSite"
