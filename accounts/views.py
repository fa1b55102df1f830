"""Pages about accounts for those who look after them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from accounts import users
from accounts.access_log import entries_visible_to, filtered
from accounts.forms import (
    AccessLogFilter,
    EndScopeForm,
    ScopeForm,
    SuspendForm,
    UserEditForm,
    UserFilter,
    UserForm,
)
from accounts.granting import may_grant, may_manage
from accounts.models import User, UserScope
from areas.forms import add_refusal
from common.access import fetch, requires
from common.lists import page_of
from common.models import AuditAction, AuditEntry

SORTS = {"username": ["username"], "name": ["search_key"], "login": ["last_login"]}
LOG_SORTS = {"at": ["id"]}


@requires("user.view")
def user_list(request: HttpRequest) -> HttpResponse:
    """Accounts of the user's area, to search and narrow."""
    asked = UserFilter(request.GET)
    if not asked.is_valid():
        raise BadRequest(_("This list cannot be narrowed that way."))
    wanted, today = asked.cleaned_data, timezone.localdate()
    rows = User.objects.visible_to(request.user).matching(wanted["q"])
    if wanted["role"]:
        rows = rows.with_role(wanted["role"], request.user, today)
    if wanted["state"]:
        rows = rows.filter(is_active=wanted["state"] == "open")
    scopes = UserScope.objects.visible_to(request.user).in_force_on(today).select_related("area")
    rows = rows.prefetch_related(Prefetch("scopes", queryset=scopes, to_attr="seen_scopes"))
    page = page_of(request, rows, SORTS, "username")
    context = {
        "page": page,
        "form": asked,
        "may_create": request.user.can("user.edit"),
        "may_audit": request.user.can("audit.view"),
    }
    return render(request, "accounts/user_list.html", context)


@requires("user.view")
def user_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its roles inside the reader's scope, and what was changed."""
    user = fetch(request, User.objects, pk=pk)
    return _detail(request, user)


@requires("user.edit")
@sensitive_variables("code")
def user_create(request: HttpRequest) -> HttpResponse:
    """A new account; its one-time code is shown once."""
    form = UserForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            user, code = users.create_user(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            return _detail(request, user, code)
    return render(request, "accounts/user_form.html", {"form": form, "account": None})


@requires("user.edit")
def user_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name and e-mail of an account."""
    user = _managed(request, pk)
    form = UserEditForm(request.POST or None, initial={"full_name": user.full_name, "email": user.email})
    if request.method == "POST" and form.is_valid():
        try:
            users.edit_user(by=request.user, user=user, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(user)
    return render(request, "accounts/user_form.html", {"form": form, "account": user})


@requires("user.edit")
def user_suspend(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes an account after a question, or opens it again."""
    user = _managed(request, pk)
    form = SuspendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            said = _closed_or_opened(request, user, form.cleaned_data["reason"])
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, said)
            return redirect(user)
    return render(request, "accounts/user_suspend.html", {"form": form, "account": user})


def _closed_or_opened(request: HttpRequest, user: User, reason: str) -> str:
    if user.is_active:
        users.suspend_user(by=request.user, user=user, reason=reason)
        return _("The account is suspended; open sessions have ended.")
    users.activate_user(by=request.user, user=user)
    return _("The account is open again.")


@requires("user.edit")
@require_POST
@sensitive_variables("code")
def user_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """A one-time code in place of the password, shown once."""
    user = _managed(request, pk)
    code = users.reset_password(by=request.user, user=user)
    return _detail(request, user, code)


@requires("user.edit")
def scope_grant(request: HttpRequest, pk: int) -> HttpResponse:
    """A further role for an account."""
    user = _managed(request, pk)
    form = ScopeForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            users.grant_scope(by=request.user, user=user, **form.cleaned_data)
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The role is given; it holds from its first day."))
            return redirect(user)
    return render(request, "accounts/scope_form.html", {"form": form, "account": user, "scope": None})


@requires("user.edit")
def scope_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends a role on a day."""
    scope = fetch(request, UserScope.objects.select_related("user", "area"), "user.edit", pk=pk)
    if not (may_manage(request.user, scope.user) and may_grant(request.user, scope.role, scope.area)):
        raise PermissionDenied(_("You may not take away this role."))
    form = EndScopeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            users.end_scope(by=request.user, scope=scope, on=form.cleaned_data["on"])
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The role is ended; the change holds from the next page on."))
            return redirect(scope.user)
    return render(request, "accounts/scope_form.html", {"form": form, "account": scope.user, "scope": scope})


@requires("audit.view")
def access_log(request: HttpRequest) -> HttpResponse:
    """Who looked at, took out or changed what."""
    form = AccessLogFilter(request.GET)
    entries = entries_visible_to(request.user)
    entries = filtered(entries, form.cleaned_data) if form.is_valid() else entries.none()
    page = page_of(request, entries, LOG_SORTS, "-at")
    status = 200 if form.is_valid() else 400
    return render(request, "accounts/access_log.html", {"page": page, "form": form}, status=status)


def _managed(request: HttpRequest, pk: int) -> User:
    """The account, if the user may change it: 404 outside the scope, 403 for an own or higher account."""
    user = fetch(request, User.objects, "user.edit", pk=pk)
    if not may_manage(request.user, user):
        raise PermissionDenied(_("You may look at this account, but not change it."))
    return user


def _detail(request: HttpRequest, user: User, code: str = "") -> HttpResponse:
    managed = may_manage(request.user, user)
    scopes = UserScope.objects.visible_to(request.user).filter(user=user).select_related("area")
    rows = [
        {"scope": scope, "is_live": _is_live(scope), "may_end": managed and _is_live(scope)}
        for scope in scopes.order_by("-valid_from", "pk")
    ]
    context: dict[str, Any] = {
        "account": user,
        "rows": rows,
        "may_manage": managed,
        "code": code,
        "changes": [],
    }
    if request.user.can("audit.view"):
        changes = AuditEntry.objects.filter(
            object_type="accounts.user", object_id=str(user.pk), action=AuditAction.ACCOUNT
        )
        context["changes"] = changes.select_related("actor")[:20]
    return render(request, "accounts/user_detail.html", context)


def _is_live(scope: UserScope) -> bool:
    """Whether the scope holds today or will hold."""
    return scope.valid_to is None or scope.valid_to > max(timezone.localdate(), scope.valid_from)
