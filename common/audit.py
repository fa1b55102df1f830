"""Writing the access log: who read or took out personal data (domain/privacy, section 5)."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from simple_history.models import HistoricalRecords

from common.models import AuditAction, AuditEntry
from vietnamese.text import clean


def record(
    request: HttpRequest,
    action: AuditAction,
    subject: models.Model | None = None,
    *,
    reason: str = "",
    row_count: int | None = None,
    filters: dict[str, Any] | None = None,
) -> AuditEntry:
    """One line of the access log for what `request.user` does now; `subject` is the object looked at."""
    return AuditEntry.objects.create(
        actor=request.user if request.user.is_authenticated else None,
        action=action,
        object_type=subject._meta.label_lower if subject is not None else "",
        object_id=str(subject.pk) if subject is not None else "",
        object_text=str(subject)[:200] if subject is not None else "",
        reason=reason[:300],
        path=request.path[:300],
        row_count=row_count,
        filter={name: _storable(value) for name, value in (filters or {}).items()},
        ip=request.META.get("REMOTE_ADDR") or None,
    )


def _storable(value: Any) -> Any:
    """A filter value without what PostgreSQL cannot keep (a NUL in the address, say)."""
    return clean(value) if isinstance(value, str) else value


def record_change(by: models.Model, action: AuditAction, subject: models.Model, reason: str) -> AuditEntry:
    """One line for what a service did for `by`.

    The way and the computer come from the request, if there is one.
    """
    request = getattr(HistoricalRecords.context, "request", None)
    return AuditEntry.objects.create(
        actor=by,  # type: ignore[misc]  # this room knows no user model
        action=action,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk),
        object_text=str(subject)[:200],
        reason=reason[:300],
        path=request.path[:300] if request else "",
        ip=(request.META.get("REMOTE_ADDR") or None) if request else None,
    )
