"""One's own account: language, password, second factor, roles."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.i18n import set_language as choose_language

from accounts.models import User
from accounts.second_factor import has_second_factor, must_have_second_factor, second_factor_roles
from common.access import personal, public


@personal
def profile(request: HttpRequest) -> HttpResponse:
    """The account of the user who is logged in."""
    user: User = request.user  # type: ignore[assignment] # login is required before this
    scopes = user.scopes.select_related("area").order_by("-valid_from", "pk")
    context = {
        "scopes": scopes,
        "live": {scope.pk for scope in user.current_scopes},
        "has_second_factor": has_second_factor(user),
        "must_have_second_factor": must_have_second_factor(user),
        "is_exempt": bool(user.roles & second_factor_roles()) and not must_have_second_factor(user),
    }
    return render(request, "accounts/profile.html", context)


@public
def set_language(request: HttpRequest) -> HttpResponse:
    """Vietnamese or English: in a cookie for visitors, in the account for users."""
    response = choose_language(request)
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and language in dict(settings.LANGUAGES):
        request.user.language = language
        request.user.save(update_fields=["language", "updated_at"])
    return response
