"""Admin screens of accounts: everything goes through the services, so no right can be given past them."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse

from accounts import users
from accounts.access_log import entries_visible_to
from accounts.granting import grantable_roles, may_grant, may_manage
from accounts.models import User, UserScope
from areas.admin_base import ReadOnlyAdmin, ScopedAdmin
from common.models import AuditEntry, Register

# Screens of the libraries that would show or change accounts past the table of roles.
for unused in (Group, EmailAddress, Authenticator):
    if admin.site.is_registered(unused):
        admin.site.unregister(unused)


@admin.register(User)
class UserAdmin(ScopedAdmin):
    """Accounts: name and e-mail here; codes, roles and suspension on the pages of the application."""

    view_capability, edit_capability = "user.view", "user.edit"
    can_add = False
    list_display = ("username", "full_name", "is_active", "must_change_password", "last_login")
    list_filter = ("is_active", "must_change_password")
    search_fields = ("search_key",)
    fields = ("username", "full_name", "email", "is_active", "must_change_password", "language", "last_login")
    readonly_fields = ("username", "is_active", "must_change_password", "language", "last_login")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only accounts that the user may look after."""
        return super().has_change_permission(request, obj) and (obj is None or may_manage(_by(request), obj))

    def view_on_site(self, obj: User) -> str:
        """The page of the account, with code, roles and suspension."""
        return obj.get_absolute_url()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Name and e-mail, by the service."""
        stored = User.objects.get(pk=obj.pk)
        users.edit_user(by=_by(request), user=stored, full_name=obj.full_name, email=obj.email)


@admin.register(UserScope)
class UserScopeAdmin(ScopedAdmin):
    """Roles in areas: given here or on the pages; ended on the pages."""

    view_capability, edit_capability = "user.view", "user.edit"
    list_display = ("user", "role", "area", "valid_from", "valid_to")
    list_filter = ("role",)
    list_select_related = ("user", "area")
    search_fields = ("user__search_key",)
    fields = ("user", "role", "area", "valid_from", "valid_to")

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only roles that the user may give."""
        if db_field.name == "role":
            kwargs["choices"] = [(role.value, role.label) for role in grantable_roles(_by(request))]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A given role can be ended; another role or place is another grant."""
        return () if obj is None else ("user", "role", "area", "valid_from")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Roles that the user could give, of accounts that the user may look after."""
        if not super().has_change_permission(request, obj):
            return False
        by = _by(request)
        return obj is None or (may_manage(by, obj.user) and may_grant(by, obj.role, obj.area))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Giving and ending, by the services."""
        if not change:
            typed = form.cleaned_data
            made = users.grant_scope(by=_by(request), **{name: typed[name] for name in self.fields})
            obj.__dict__.update(made.__dict__)
        elif "valid_to" in form.changed_data:
            stored = UserScope.objects.select_related("user", "area").get(pk=obj.pk)
            users.end_scope(by=_by(request), scope=stored, on=form.cleaned_data["valid_to"])


class WithoutHistory(ReadOnlyAdmin):
    """A screen of rows that are written once and so keep no former states."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """There are none."""
        raise Http404

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """As above."""
        raise Http404


@admin.register(AuditEntry)
class AuditEntryAdmin(WithoutHistory):
    """The access log: append-only."""

    view_capability = "audit.view"
    list_display = ("at", "actor", "action", "object_text", "reason", "row_count", "ip")
    list_filter = ("action",)
    list_select_related = ("actor",)
    search_fields = ("actor__username",)
    ordering = ("-id",)

    def scoped(self, request: HttpRequest, capability: str) -> models.QuerySet[Any]:
        """What people of the reader's area did."""
        return entries_visible_to(_by(request))


@admin.register(Register)
class RegisterAdmin(WithoutHistory):
    """What this database holds: set when it is made."""

    view_capability = "area.manage"
    list_display = ("kind", "area_set", "created_at")
    search_fields = ()

    def scoped(self, request: HttpRequest, capability: str) -> models.QuerySet[Any]:
        """The one row; it belongs to no area."""
        return Register.objects.all()


def _by(request: HttpRequest) -> User:
    """The acting user; the admin site lets nobody else in."""
    return request.user  # type: ignore[return-value] # login is required before this
