"""Administration of topics and platforms (retired by a date, never deleted), and of how long visits name people."""

from django.contrib import admin

from areas.admin_base import ScopedAdmin
from households.models import Platform, Retention, Topic


@admin.register(Topic)
class TopicAdmin(ScopedAdmin):
    """What is taught."""

    view_capability = "topic.view"
    edit_capability = "topic.edit"
    list_display = ("code", "name", "pillar", "audience", "counts_as_install", "valid_from", "valid_to")
    list_filter = ("pillar", "audience")
    search_fields = ("code", "name")
    search_folded = False


@admin.register(Platform)
class PlatformAdmin(ScopedAdmin):
    """What is taught on."""

    view_capability = "topic.view"
    edit_capability = "topic.edit"
    list_display = ("code", "name", "owner", "valid_from", "valid_to")
    search_fields = ("code", "name")
    search_folded = False


@admin.register(Retention)
class RetentionAdmin(ScopedAdmin):
    """After how many months a province makes visits anonymous; `manage.py anonymise` does it."""

    view_capability = "household.manage"
    edit_capability = "topic.edit"
    list_display = ("province", "months", "document_ref")
    list_select_related = ("province",)
