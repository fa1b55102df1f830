"""The admin site: same door as the application, open to those who may use it."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class RegisterAdminSite(AdminSite):
    """Administration of the register."""

    site_header = _("Tổ Số administration")
    site_title = _("Tổ Số administration")
    index_title = _("Keep the register right")
