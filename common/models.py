"""Rows that belong to no room: what the register holds, and who looked at or took out personal data."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Dated(models.Model):
    """Abstract: when a row was written and last changed."""

    created_at = models.DateTimeField(_("created at"), auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True, editable=False)

    class Meta:
        abstract = True


class Attachment(Dated):
    """Abstract: what is kept of a file beside the file itself (data dictionary, section 5).

    Each owner has a table of its own, with the `file` and the link to the owner.
    """

    sha256 = models.CharField(max_length=64, editable=False)
    size_bytes = models.PositiveIntegerField(_("size in bytes"), editable=False)
    content_type = models.CharField(_("type of the file"), max_length=40, editable=False)
    original_name = models.CharField(_("name of the file"), max_length=200, blank=True, editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True


class RegisterKind(models.TextChoices):
    """Whether the database holds invented or real data; the two never mix."""

    DEMO = "DEMO", _("Demo register")
    REAL = "REAL", _("Real register")
    BENCH = "BENCH", _("Register for measuring")


class Register(models.Model):
    """What this database holds. At most one row; none while the database is empty."""

    kind = models.CharField(_("kind"), max_length=8, choices=RegisterKind)
    area_set = models.CharField(_("set of areas"), max_length=40, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("register")
        verbose_name_plural = _("registers")
        constraints = [
            models.UniqueConstraint(fields=["only"], name="register_only_one"),
            models.CheckConstraint(condition=models.Q(only=True), name="register_only_true"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class AuditAction(models.TextChoices):
    """What was done with personal data."""

    VIEW = "VIEW", _("Viewed")
    EXPORT = "EXPORT", _("Exported")
    LOGIN = "LOGIN", _("Logged in")
    LOGOUT = "LOGOUT", _("Logged out")
    DENIED = "DENIED", _("Refused")
    ACCOUNT = "ACCOUNT", _("Changed an account")


class AuditEntry(models.Model):
    """One reading or taking out of personal data (domain/privacy, section 5). Append-only."""

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.PROTECT,
        related_name="audit_entries",
        null=True,
    )
    action = models.CharField(_("action"), max_length=8, choices=AuditAction)
    object_type = models.CharField(_("kind of object"), max_length=60, blank=True)
    object_id = models.CharField(_("object number"), max_length=40, blank=True)
    object_text = models.CharField(_("object"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    path = models.CharField(_("by which way"), max_length=300, blank=True)
    row_count = models.PositiveIntegerField(_("number of rows"), null=True, blank=True)
    filter = models.JSONField(_("filter"), default=dict, blank=True)
    ip = models.GenericIPAddressField(_("address of the computer"), null=True, blank=True)

    class Meta:
        verbose_name = _("access log entry")
        verbose_name_plural = _("access log")
        ordering = ["-id"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_object")]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.get_action_display()} {self.object_text}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only new entries are written; a changed one is refused."""
        if self.pk is not None:
            raise TypeError("The access log is append-only.")
        super().save(*args, **kwargs)
