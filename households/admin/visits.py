"""Visits and sessions, for looking: they are written, corrected and taken back on their pages, by the rules there."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from areas.admin_base import ReadOnlyAdmin
from common.audit import record
from common.models import AuditAction
from households.models import Session, SessionAttachment, Visit, VisitMember, VisitTopic


class WrittenAdmin(ReadOnlyAdmin):
    """Outreach of the area; who opens a row is written down."""

    view_capability = "visit.view"
    ordering = ("-id",)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Opening a row's page is written down (domain/privacy, section 5)."""
        row = kwargs.get("obj")
        if row is not None and row.pk:
            record(request, AuditAction.VIEW, row)
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Visit)
class VisitAdmin(WrittenAdmin):
    """Visits."""

    list_display = ("visited_on", "area", "household", "business", "team", "outcome", "status")
    list_select_related = ("area", "household", "business", "team")
    list_filter = ("outcome", "status", "mode")
    search_fields = ("household__search_key",)


class PartAdmin(WrittenAdmin):
    """Parts of a visit; their history is the visit's."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The history of the visit."""
        row: Any = self._fetch_or_404(request, object_id)
        if not row.visit_id:
            raise Http404
        return redirect("admin:households_visit_history", row.visit_id)


@admin.register(VisitMember)
class VisitMemberAdmin(PartAdmin):
    """Who went."""

    list_display = ("visit", "person")
    list_select_related = ("visit", "person")
    search_fields = ("person__search_key",)


@admin.register(VisitTopic)
class VisitTopicAdmin(PartAdmin):
    """What was taught."""

    list_display = ("visit", "topic", "platform", "result", "people_count", "first_time")
    list_select_related = ("visit", "topic", "platform")
    list_filter = ("result",)


@admin.register(Session)
class SessionAdmin(WrittenAdmin):
    """Sessions."""

    list_display = ("title", "kind", "starts_at", "area", "attendees_total", "is_planned")
    list_select_related = ("area",)
    list_filter = ("kind", "is_planned")


@admin.register(SessionAttachment)
class SessionAttachmentAdmin(WrittenAdmin):
    """Papers of sessions; opened on the session's page."""

    list_display = ("session", "original_name", "size_bytes", "created_at")
    list_select_related = ("session",)
    fields = ("session", "original_name", "size_bytes", "content_type", "sha256", "note")
