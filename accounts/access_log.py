"""Reading the access log (domain/privacy, section 5): read only, inside the reader's scope."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from common.models import AuditEntry


def entries_visible_to(user: User) -> QuerySet[AuditEntry]:
    """What people of the reader's area did; others' doings are not shown."""
    people = User.objects.visible_to(user, "audit.view").values("pk")  # type: ignore[attr-defined]  # our queryset
    return AuditEntry.objects.filter(actor__in=people).select_related("actor")


def filtered(entries: QuerySet[AuditEntry], asked: dict[str, Any]) -> QuerySet[AuditEntry]:
    """Entries by action, user name of the actor, words of the object, and day."""
    if asked.get("action"):
        entries = entries.filter(action=asked["action"])
    if asked.get("user"):
        entries = entries.filter(actor__username=asked["user"].lower())
    if asked.get("object"):
        entries = entries.filter(object_text__icontains=asked["object"])
    if asked.get("day"):
        entries = entries.filter(at__date=asked["day"])
    return entries
