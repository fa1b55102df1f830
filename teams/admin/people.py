"""Administration of people and their posts. Phones are masked for those who may not read them (BR-49)."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import BooleanField, Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.admin_base import RefusableForm, may
from common.audit import record
from common.models import AuditAction
from teams.admin.base import ServiceAdmin, listed
from teams.models import Person, PersonPosition
from teams.people import appoint, end_position, likely_duplicates, save_person, set_birth
from vietnamese.dates import display_birth
from vietnamese.phones import display_phone, mask_phone
from vietnamese.text import fold

CONTACT = ("phone", "phone2", "email")


class PersonForm(RefusableForm):
    """A person; the birth is typed as far as it is known."""

    birth = forms.CharField(
        label=gettext_lazy("Born"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Day, month and year, or only the year: 05/08/1987, 1987."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "birth" in self.fields:
            self.initial["birth"] = birth_of(self.instance)

    def clean_birth(self) -> str:
        """Read into the person: a year stays a year (BR-46)."""
        text: str = self.cleaned_data["birth"]
        set_birth(self.instance, text)
        return text


def birth_of(person: Person) -> str:
    """The birth as far as it is known."""
    return display_birth(person.birth_date, person.birth_year, person.birth_precision)


@admin.register(Person)
class PersonAdmin(ServiceAdmin):
    """People of the own register, and those who sit in the teams of the area."""

    view_capability = "person.view"
    edit_capability = "person.edit"
    form = PersonForm
    list_display = ("full_name", "birth_shown", "phone_shown", "area", "residence", "is_youth_member")
    list_select_related = ("area", "residence")
    list_filter = ("is_youth_member", "gender", "is_deceased")
    search_fields = ("search_key",)
    typed = (
        "full_name",
        "birth",
        "gender",
        *CONTACT,
        "area",
        "residence",
        "is_youth_member",
        "can_share_phone",
    )
    fields_on_add = typed
    fields_on_change = typed
    shown = (*typed, "is_deceased", "posts", "updated_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """People in scope, each with whether the user may read the phone."""
        rows = super().get_queryset(request)
        if not may(request, self.view_capability):
            return rows
        reads: Any = Person.objects.all()
        condition = reads.scope_condition(request.user, "person.phone")
        return rows.annotate(
            reads_phone=Case(
                When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
            )
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """All words of the name, in any order and without accents."""
        for word in fold(search_term[:120]).split():
            queryset = queryset.filter(search_key__contains=word)
        return queryset, False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Without contact details where they may not be read; who reads only sees the birth in words."""
        fields = super().get_fields(request, obj)
        if obj is not None and not self.has_change_permission(request, obj):
            fields = ["birth_shown" if name == "birth" else name for name in fields]
        if obj is not None and not self._reads_phone(request, obj):
            fields = [
                "phone_shown" if name == "phone" else name for name in fields if name not in CONTACT[1:]
            ]
        return fields

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What is worked out for showing."""
        return [*super().get_readonly_fields(request, obj), "birth_shown", "phone_shown"]

    def _reads_phone(self, request: HttpRequest, person: Any) -> bool:
        known = getattr(person, "reads_phone", None)
        return known if known is not None else self.is_in_scope(request, person, "person.phone")

    @admin.display(description=gettext_lazy("born"), ordering="birth_year")
    def birth_shown(self, person: Person) -> str:
        """The birth as far as it is known."""
        return birth_of(person)

    @admin.display(description=gettext_lazy("phone"))
    def phone_shown(self, person: Person) -> str:
        """The phone, masked for those who may not read it."""
        reads = getattr(person, "reads_phone", False)
        return display_phone(person.phone) if reads else mask_phone(person.phone)

    @admin.display(description=gettext_lazy("posts"))
    def posts(self, person: Person) -> SafeString | str:
        """Posts on record."""
        return listed(person.positions.order_by("-valid_from"))

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """The phone as written is kept beside its one form."""
        if "phone" in form.changed_data or not change:
            row.phone_raw = form.cleaned_data.get("phone", "")
        return save_person(by=by, person=row)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After saving, likely duplicates are pointed out (BR-11)."""
        super().save_related(request, form, formsets, change)
        for other in likely_duplicates(form.instance)[:3]:
            text = _("%(name)s, born %(birth)s, is perhaps the same person (BR-11). Look at both.")
            birth = birth_of(other) or "?"
            messages.warning(request, text % {"name": other.full_name, "birth": birth})

    def has_view_history_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Former states hold phones: only for those who may read them."""
        if obj is None:
            return may(request, "person.phone")
        return self._reads_phone(request, obj)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Reading the history is reading the particulars."""
        person = self._fetch_or_404(request, object_id)
        if not self._reads_phone(request, person):
            raise PermissionDenied(_("You may look at this person, but not at former phones."))
        record(request, AuditAction.VIEW, person)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """As above."""
        if not self._reads_phone(request, self._fetch_or_404(request, object_id)):
            raise PermissionDenied(_("You may look at this person, but not at former phones."))
        return super().history_form_view(request, object_id, version_id, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Opening a person's page is written down (domain/privacy, section 5)."""
        person = kwargs.get("obj")
        if person is not None and person.pk:
            record(request, AuditAction.VIEW, person)
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(PersonPosition)
class PositionAdmin(ServiceAdmin):
    """Posts: recorded from a day on, and ended; never rewritten."""

    view_capability = "person.view"
    edit_capability = "person.edit"
    list_display = ("person", "position_type", "area", "organisation", "valid_from", "valid_to")
    list_select_related = ("person", "area", "organisation")
    list_filter = ("position_type",)
    search_fields = ("person__search_key", "area__search_key")
    fields_on_add = (
        "person",
        "position_type",
        "area",
        "organisation",
        "title_text",
        "valid_from",
        "is_primary",
    )
    fields_on_change = ("valid_to",)
    shown = (*fields_on_add, "valid_to")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new post, or the end of one."""
        if not change:
            return appoint(by=by, **{name: form.cleaned_data[name] for name in self.fields_on_add})
        if row.valid_to is None:
            raise ValidationError({"valid_to": _("Enter the first day on which the post is no longer held.")})
        return end_position(by=by, position=row, on=row.valid_to)
