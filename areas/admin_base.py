"""The base of every admin screen: inside the user's scope, through the services, without counting millions.

A room's admin class names two capabilities and inherits the rest. What a service refuses appears as an
error of the form, with everything that was typed still there.
"""

from functools import cached_property
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from areas.forms import add_refusal
from common.services import as_validation_error
from vietnamese.text import clean, fold

COUNTED_ROWS = 10_000


class BoundedPaginator(Paginator):  # type: ignore[type-arg] # not subscriptable when it runs
    """Counts no further than 10,000 rows; who needs a row behind that filters or searches."""

    @cached_property
    def count(self) -> int:
        """Number of rows, at most 10,000."""
        rows = self.object_list
        return rows.order_by()[:COUNTED_ROWS].count() if isinstance(rows, models.QuerySet) else len(rows)


class RefusableForm(forms.ModelForm):  # type: ignore[type-arg] # the model comes from the admin class
    """A model form that can be shown once more with what the service said."""

    refusal: ClassVar[ValidationError | None] = None

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # private hook of Django's model forms
        if self.refusal is not None:
            add_refusal(self, self.refusal)


class ChangesInWords(HistoricalRecordContextHelper):  # type: ignore[misc] # the library is untyped
    """Former values as people read them: a choice by its label, not by its code."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """The label of a choice, else the value itself."""
        field = self.model._meta.get_field(change.field)
        labels = dict(getattr(field, "flatchoices", ()))
        return (
            labels[value]
            if isinstance(value, str) and value in labels
            else super().prepare_delta_change_value(change, value)
        )


class ScopedAdmin(SimpleHistoryAdmin):
    """An admin screen whose rows, choices and permissions follow the table of roles and the user's areas.

    `view_capability` opens it, `edit_capability` ("" = read-only) changes it. Rows are closed, not
    deleted: deleting is off unless `can_delete` says otherwise.
    """

    view_capability: ClassVar[str] = ""
    edit_capability: ClassVar[str] = ""
    can_add: ClassVar[bool] = True
    can_delete: ClassVar[bool] = False
    search_folded: ClassVar[bool] = True

    form = RefusableForm
    paginator = BoundedPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 200

    # Rows -------------------------------------------------------------------

    def scoped(self, request: HttpRequest, capability: str) -> models.QuerySet[Any]:
        """Rows in which the user may do `capability`; a model without `visible_to` overrides this."""
        rows = cast(Any, self.model._default_manager.all())
        return cast("models.QuerySet[Any]", rows.visible_to(request.user, capability))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows that the user may see."""
        if not may(request, self.view_capability):
            return self.model._default_manager.none()
        rows = self.scoped(request, self.view_capability)
        return rows.order_by(*self.get_ordering(request)) if self.get_ordering(request) else rows

    def is_in_scope(self, request: HttpRequest, row: models.Model, capability: str) -> bool:
        """Whether the user may do `capability` with the row as it is stored now."""
        return self.scoped(request, capability).filter(pk=row.pk).exists()

    # Permissions ------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the index lists the screen."""
        return may(request, self.view_capability)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Reading; `obj` comes from `get_queryset` and so is in scope."""
        return may(request, self.view_capability)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Adding; whether the new row is in scope is checked when it is saved."""
        return self.can_add and may(request, self.edit_capability)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Changing, in the rows that the capability reaches."""
        if not may(request, self.edit_capability):
            return False
        return obj is None or obj.pk is None or self.is_in_scope(request, obj, self.edit_capability)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Deleting: off, unless the class allows it."""
        return self.can_delete and self.has_change_permission(request, obj)

    # Choices and search -----------------------------------------------------

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every reference to a model that has a screen of its own: never a drop-down of thousands."""
        fields = (*self.model._meta.fields, *self.model._meta.many_to_many)
        return [field.name for field in fields if self._screen_of(field) is not None]

    def _screen_of(self, field: Any) -> "ScopedAdmin | None":
        target = field.remote_field.model if field.remote_field else None
        screen = self.admin_site._registry.get(target) if isinstance(target, type) else None
        return screen if isinstance(screen, ScopedAdmin) and screen.search_fields else None

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choices inside the scope only, for forged ids too."""
        kwargs.setdefault("queryset", self._choices(db_field, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choices inside the scope only, for forged ids too."""
        kwargs.setdefault("queryset", self._choices(db_field, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _choices(self, db_field: Any, request: HttpRequest) -> models.QuerySet[Any]:
        screen = self._screen_of(db_field)
        if screen is not None:
            return screen.get_queryset(request)
        rows = db_field.remote_field.model._default_manager.all()
        return cast(
            "models.QuerySet[Any]", rows.visible_to(request.user) if hasattr(rows, "visible_to") else rows
        )

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Search without accents in `search_key`s, from the start in other fields (codes, numbers)."""
        if not self.search_folded or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        found = models.Q()
        for name in self.get_search_fields(request):
            if name.endswith("search_key"):
                found |= models.Q(**{f"{name}__contains": fold(search_term)})
            else:
                found |= models.Q(**{f"{name.lstrip('^=')}__startswith": clean(search_term)})
        return queryset.filter(found), False

    def view_on_site(self, obj: Any) -> str | None:
        """The row's page in the application, where it has one."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    # Saving -----------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form; after a refusal it carries what the service said."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "service_refusal", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """Show a service's refusal, or one of the database, as an error of the form."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as error:
            request.service_refusal = error  # type: ignore[attr-defined] # read by get_form
        except IntegrityError as error:
            request.service_refusal = as_validation_error(error)  # type: ignore[attr-defined] # read by get_form
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After the last write: the row must still be in scope, or everything is taken back."""
        super().save_related(request, form, formsets, change)
        if not self.is_in_scope(request, form.instance, self.edit_capability):
            raise PermissionDenied(_("This would lie outside your area."))

    # History ----------------------------------------------------------------

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Who changed what, of rows inside the scope."""
        self._fetch_or_404(request, object_id)
        return cast(HttpResponse, super().history_view(request, object_id, extra_context))

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """One former state, for reading: going back happens through the services, which know the rules."""
        self._fetch_or_404(request, object_id)
        if request.method != "GET" or not version_id.isdecimal() or len(version_id) > 18:
            raise PermissionDenied(_("A former state can be read, not restored here."))
        return cast(HttpResponse, super().history_form_view(request, object_id, version_id, extra_context))

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Outside the scope is 404, as on every page; Django would lead back to the index."""
        raise Http404(_("Not found in your area."))

    def _fetch_or_404(self, request: HttpRequest, object_id: str) -> models.Model:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404(_("Not found in your area."))
        return cast(models.Model, row)

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> Any:
        """Choices by their labels."""
        return ChangesInWords(self.model, historical_record)

    def has_change_history_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Former states are read, never written."""
        return False

    def has_view_history_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who sees a row sees its history."""
        return self.has_view_permission(request, obj)

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        """No button for going back."""
        return True


class ReadOnlyAdmin(ScopedAdmin):
    """An admin screen for looking: rows that the product works out or writes itself."""

    can_add = False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Never."""
        return False


def may(request: HttpRequest, capability: str) -> bool:
    """Whether the visitor (perhaps nobody yet) holds the capability somewhere."""
    can = getattr(request.user, "can", None)
    return bool(capability and can and can(capability))
