"""The door to every view: which capability it needs, and fetching rows inside the user's scope.

Outside scope is 404, visible but not allowed is 403 (house rule). Every view is marked by
`requires` or `public`; a test walks the table of addresses and refuses an unmarked one.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

View = Callable[..., HttpResponse]
M = TypeVar("M", bound=models.Model)

OWN = "own"
"""Stands in the place of a capability where a view shows only what is the user's own."""


def requires(capability: str) -> Callable[[View], View]:
    """Marks a view with the capability it needs; users who hold it nowhere get 403."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.can(capability):  # type: ignore[union-attr] # login is required before this
                raise PermissionDenied(_("Your role does not include this."))
            return view(request, *args, **kwargs)

        guarded.capability = capability  # type: ignore[attr-defined] # read by `fetch` and by the access test
        return guarded

    return mark


def public(view: View) -> View:
    """Marks a view that anybody may open without logging in."""
    view.capability = None  # type: ignore[attr-defined] # read by the access test
    return login_not_required(view)


def personal(view: View) -> View:
    """Marks a view that shows and changes only the user's own account: whoever is logged in may open it."""
    view.capability = OWN  # type: ignore[attr-defined] # read by the access test
    return view


def fetch(request: HttpRequest, rows: Any, capability: str | None = None, **lookup: Any) -> Any:
    """The one row of a scoped queryset: 404 outside the user's scope, 403 where `capability` is not held.

    `rows` is a queryset or manager with `visible_to`; `capability` is what the view does to the
    row (leave it out for reading).
    """
    user = request.user
    try:
        row = rows.visible_to(user).get(**lookup)
    except (rows.model.DoesNotExist, ValueError, OverflowError) as error:
        raise Http404(_("Not found in your area.")) from error
    if capability and not rows.visible_to(user, capability).filter(pk=row.pk).exists():
        raise PermissionDenied(_("You may look at this, but not change it."))
    return row
