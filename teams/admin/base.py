"""What the admin screens of this room share: writing through services, showing derived rows and related ones."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from areas.admin_base import ReadOnlyAdmin, ScopedAdmin


class ServiceAdmin(ScopedAdmin):
    """A screen whose writes go through the services; `write` names them.

    `fields_on_add` and `fields_on_change` say what may be typed; everything else in `shown` is read.
    """

    fields_on_add: tuple[str, ...] = ()
    fields_on_change: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    add_form: type[forms.ModelForm] | None = None  # type: ignore[type-arg] # the model comes from the screen

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """Store what was typed; returns the stored row (None: it is `row` itself)."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the service; what it refuses comes back as an error of the form."""
        stored = self.write(request.user, obj, form, change)
        if stored is not None and stored is not obj:
            obj.pk, obj._state.adding = stored.pk, False
            obj.refresh_from_db()

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """What the service refuses to delete is said on the row's page."""
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Actions on several rows: all of them or none, and what a service refuses is said."""
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect(request.get_full_path())

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Another form for a new row, where the screen has one."""
        if obj is None and self.add_form is not None:
            kwargs.setdefault("form", self.add_form)
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What is typed first, then what is only read."""
        if obj is None:
            return list(self.fields_on_add)
        return [*self.fields_on_change, *(name for name in self.shown if name not in self.fields_on_change)]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Everything that the screen shows and does not change."""
        if obj is None:
            return []
        return [name for name in self.shown if name not in self.fields_on_change]


class DerivedAdmin(ReadOnlyAdmin):
    """Rows that rebuild_team works out: looked at, never typed; what made them stands in the team's history."""

    view_capability = "team.view"

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The history of the team."""
        row: Any = self._fetch_or_404(request, object_id)
        if not hasattr(row, "team_id"):
            raise Http404(_("These rows keep no history."))
        return redirect("admin:teams_team_history", row.team_id)


def listed(rows: Iterable[Any]) -> SafeString | str:
    """Rows that belong to the one shown, each leading to its own screen."""
    return (
        format_html_join(
            mark_safe("<br>"),  # nosec B308 B703 - a literal
            '<a href="{}">{}</a>',
            (
                (reverse(f"admin:teams_{row._meta.model_name}_change", args=[row.pk]), str(row))
                for row in rows
            ),
        )
        or "–"
    )
