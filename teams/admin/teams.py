"""Administration of teams: drafts are set up, names kept, and several lists confirmed or pauses ended at once."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet, URLField
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from areas.admin_base import RefusableForm
from areas.enums import AreaLevel
from areas.models import Area
from teams.admin.base import ServiceAdmin, listed
from teams.departures import confirm_list, resume
from teams.enums import WORKING_STATUSES, TeamStatus
from teams.models import Team
from teams.roster import create_team, rename_team


class TeamAddForm(RefusableForm):
    """A draft: its kind, its areas; without a name it is called after its primary hamlet."""

    more_areas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Further hamlets"),
        queryset=Area.objects.none(),
        required=False,
        widget=AutocompleteSelectMultiple(Team._meta.get_field("area"), admin.site),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["area"].label = gettext_lazy("Primary hamlet (or commune)")
        self.fields["more_areas"].queryset = self.fields["area"].queryset  # type: ignore[attr-defined] # model choice fields


@admin.register(Team)
class TeamAdmin(ServiceAdmin):
    """Teams of the area; status, dates and areas are worked out, lists are drawn up in proposals."""

    view_capability = "team.view"
    edit_capability = "team.manage"
    list_display = ("code", "name", "place", "level", "status", "established_on", "checked_on")
    list_display_links = ("code", "name")
    list_select_related = ("area__parent",)
    list_filter = ("level", "status")
    search_fields = ("search_key",)
    actions = ("confirm_lists", "resume_teams")
    add_form = TeamAddForm
    fields_on_add = ("level", "area", "more_areas", "name", "enterprise", "note")
    fields_on_change = ("name", "contact_phone", "zalo_group_url", "note")
    shown = (
        "code",
        "items",
        *fields_on_change,
        "level",
        "area",
        "enterprise",
        "status",
        "established_on",
        "dissolved_on",
        "checked_on",
    )

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Addresses without a scheme are https."""
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=gettext_lazy("Locality"), ordering="area__sort_key")
    def place(self, team: Team) -> str:
        """The hamlet with its commune: hamlets of many communes have one name."""
        area = team.area
        return f"{area}, {area.parent}" if area.level == AreaLevel.HAMLET else str(area)

    @admin.display(description=gettext_lazy("items of decisions"))
    def items(self, team: Team) -> SafeString | str:
        """What decisions did and propose to do to the team."""
        return listed(team.items.select_related("team").order_by("pk"))

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new draft, or other particulars."""
        if change:
            return rename_team(by=by, team=row, name=row.name)
        typed = form.cleaned_data
        return create_team(
            by=by,
            level=typed["level"],
            areas=[typed["area"], *(area for area in typed["more_areas"] if area != typed["area"])],
            primary=typed["area"],
            name=typed["name"],
            enterprise=typed["enterprise"],
            note=typed["note"],
        )

    @admin.action(description=gettext_lazy("Confirm the lists of the chosen teams"), permissions=["change"])
    def confirm_lists(self, request: HttpRequest, queryset: QuerySet[Team]) -> HttpResponse | None:
        """The lists were looked through and still hold (BR-28)."""
        today = timezone.localdate()
        return self._together(
            request,
            queryset,
            "confirm_lists",
            WORKING_STATUSES,
            lambda team: confirm_list(by=request.user, team=team, on=today),  # type: ignore[arg-type] # our user
            ngettext_lazy(
                "Confirm the list of %(count)s team", "Confirm the lists of %(count)s teams", "count"
            ),
        )

    @admin.action(description=gettext_lazy("End the pause of the chosen teams"), permissions=["change"])
    def resume_teams(self, request: HttpRequest, queryset: QuerySet[Team]) -> HttpResponse | None:
        """The teams work again from today."""
        today = timezone.localdate()
        return self._together(
            request,
            queryset,
            "resume_teams",
            (TeamStatus.SUSPENDED,),
            lambda team: resume(by=request.user, team=team, on=today),  # type: ignore[arg-type] # our user
            ngettext_lazy("End the pause of %(count)s team", "End the pause of %(count)s teams", "count"),
        )

    def _together(
        self,
        request: HttpRequest,
        queryset: QuerySet[Team],
        action: str,
        statuses: tuple[TeamStatus, ...],
        act: Callable[[Team], object],
        title: Any,
    ) -> HttpResponse | None:
        """First a page that says the exact number, then all of them or none."""
        chosen = list(queryset.order_by("pk"))
        teams = [team for team in chosen if team.status in statuses and self.has_change_permission(request)]
        named = title % {"count": len(teams)}
        if "confirmed" not in request.POST:
            return self._ask(request, action, teams, len(chosen) - len(teams), named)
        try:
            with transaction.atomic():
                for team in teams:
                    act(team)
        except ValidationError as error:
            self.message_user(request, f"{team.name}: {' '.join(error.messages)}", messages.ERROR)
            return None
        text = ngettext("Done for %(count)s team.", "Done for %(count)s teams.", len(teams))
        self.message_user(request, text % {"count": len(teams)}, messages.SUCCESS)
        return None

    def _ask(
        self, request: HttpRequest, action: str, teams: list[Team], left_out: int, title: str
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "teams": teams,
            "left_out": left_out,
            "action": action,
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
            "opts": self.opts,
            "media": self.media,
            "question": _("Are you sure?"),
        }
        return TemplateResponse(request, "admin/teams/confirm_action.html", context)
