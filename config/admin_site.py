"""The admin site: same door as the application, open to those who may use it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class RegisterAdminSite(AdminSite):
    """Administration of the register; log-in, log-out and password belong to the one door."""

    site_header = gettext_lazy("Tổ Số administration")
    site_title = gettext_lazy("Tổ Số administration")
    index_title = gettext_lazy("Keep the register right")

    def get_urls(self) -> list[Any]:
        """Without the look-up of any object by type and number, which knows no scope."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever holds `admin.use`; the second factor is asked for by `AccountDoor` before this."""
        return request.user.is_active and bool(getattr(request.user, "is_staff", False))

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """There is no second way in: leads to the log-in page, or says 403 to those who are logged in."""
        target = request.GET.get(REDIRECT_FIELD_NAME, "")
        if request.user.is_authenticated:
            if self.has_permission(request):
                return redirect("admin:index")
            raise PermissionDenied(_("Your role does not include this."))
        query = urlencode({REDIRECT_FIELD_NAME: target or reverse("admin:index")})
        return HttpResponseRedirect(f"{reverse('account_login')}?{query}")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Leads to the page that ends the session."""
        return redirect("account_logout")

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Leads to the one page that changes passwords."""
        return redirect("account_change_password")

    def password_change_done(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """As above."""
        return redirect("account_change_password")
