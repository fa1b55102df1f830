"""Background work and lists handed in, for looking: both go their way by their own pages."""

from django.contrib import admin

from accounts.admin import WithoutHistory
from areas.admin_base import ReadOnlyAdmin
from imports.models import ImportBatch, Job


@admin.register(Job)
class JobAdmin(WithoutHistory):
    """Work that users started, with its end."""

    view_capability = "job.view"
    list_display = ("title", "kind", "status", "done", "total", "asked_by", "created_at")
    list_filter = ("status",)
    list_select_related = ("asked_by",)
    search_fields = ("title",)
    search_folded = False


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """Lists that were handed in, with what became of them."""

    view_capability = "import.view"
    list_display = ("file_name", "kind", "area", "status", "uploaded_by", "created_at")
    list_filter = ("status", "kind")
    list_select_related = ("area", "uploaded_by")
    search_fields = ("file_name",)
    search_folded = False
