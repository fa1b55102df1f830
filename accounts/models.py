"""Users and their dated scopes: role x area x dates."""

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.querysets import UserQuerySet, UserScopeQuerySet
from accounts.roles import OWN_TEAM_ROLES, Role, roles_with
from areas.models import Area
from areas.paths import holds, subtree, type_range
from common.constraints import NoOverlap
from common.history import HistoricalRecords
from common.models import Dated
from vietnamese.text import fold

CODE_TRIES = 5
"""How often a one-time code may be typed wrongly (features J5)."""


class UserManager(BaseUserManager["User"]):
    """Makes users; the first administrator comes from `init_province`."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A user with a hashed password; without one the account cannot log in yet."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person's account. What it may do stands in its scopes; it is never linked to a Person from here."""

    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9._-]*$", _("Small letters, digits, dot, dash and underscore only.")
            )
        ],
        error_messages={"unique": _("This user name is taken. Choose another.")},
    )
    full_name = models.CharField(_("full name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)
    must_change_password = models.BooleanField(_("must choose a new password"), default=False)
    code_expires_at = models.DateTimeField(null=True, blank=True, editable=False)
    code_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    search_key = models.CharField(max_length=200, editable=False, blank=True)
    language = models.CharField(
        _("language"), max_length=5, default="vi", choices=[("vi", "Tiếng Việt"), ("en", "English")]
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    history = HistoricalRecords(
        excluded_fields=["password", "last_login", "code_expires_at", "code_tries", "search_key"]
    )

    objects: ClassVar[UserManager] = UserManager.from_queryset(UserQuerySet)()  # type: ignore[assignment] # a manager of this queryset

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the key of accent-free search beside the names."""
        self.search_key = fold(f"{self.full_name} {self.username}")[:200]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Page of the account."""
        return reverse("accounts:user_detail", args=[self.pk])

    @property
    def has_dead_code(self) -> bool:
        """Whether the password is a one-time code that is too old or was mistyped too often."""
        if self.code_expires_at is None:
            return False
        return self.code_tries >= CODE_TRIES or self.code_expires_at <= timezone.now()

    def get_full_name(self) -> str:
        """Name for greetings and logs."""
        return self.full_name

    @cached_property
    def current_scopes(self) -> list["UserScope"]:
        """Scopes in force today whose area still exists (BR-50); read once a request."""
        today = timezone.localdate()
        return (
            list(self.scopes.in_force_on(today).select_related("area")) if self.pk and self.is_active else []
        )

    def area_ranges(self, capability: str) -> list[type_range]:
        """Ranges of area paths in which the user may do `capability` on every row.

        The team roles are left out except for areas themselves (which are public): they reach only
        rows of their own teams.
        """
        roles = roles_with(capability)
        return [
            subtree(scope.area.path)
            for scope in self.current_scopes
            if scope.role in roles and (scope.role not in OWN_TEAM_ROLES or capability == "area.view")
        ]

    def own_team_ranges(self, capability: str) -> list[type_range]:
        """Ranges in which the user may do `capability` in the teams where he or she is a member."""
        roles = roles_with(capability) & OWN_TEAM_ROLES
        return [subtree(scope.area.path) for scope in self.current_scopes if scope.role in roles]

    def can(self, capability: str, path: str | None = None) -> bool:
        """Whether the user may do `capability` at an area path (without one: anywhere)."""
        if path is None:
            roles = roles_with(capability)
            return any(scope.role in roles for scope in self.current_scopes)
        return holds(self.area_ranges(capability), path)

    @property
    def roles(self) -> frozenset[Role]:
        """Roles held today."""
        return frozenset(Role(scope.role) for scope in self.current_scopes)

    @property
    def is_staff(self) -> bool:
        """Whether Django admin opens for this user."""
        return self.is_active and self.can("admin.use")

    @property
    def is_superuser(self) -> bool:
        """Nobody stands above the table of roles."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django's question; rooms answer through their admin classes and `can`."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Whether the admin index lists a room."""
        return self.is_staff


class UserScope(Dated):
    """What a user may do, where and when. Several per user are possible; none means nothing."""

    user = models.ForeignKey(User, verbose_name=_("user"), on_delete=models.CASCADE, related_name="scopes")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="scopes")
    valid_from = models.DateField(_("from"), default=timezone.localdate)
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["UserScope"]] = UserScopeQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("scope of a user")
        verbose_name_plural = _("scopes of users")
        ordering = ["user_id", "valid_from"]
        constraints = [
            models.CheckConstraint(
                # Equal dates are a grant taken back before it was ever in force.
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="userscope_dates_in_order",
                violation_error_message=_("The end must not be before the start."),
            ),
            NoOverlap(
                name="userscope_once",
                fields=["user", "role", "area"],
                violation_error_message=_("The user already has this role here in that period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.area}"

    def is_in_force(self, on: date) -> bool:
        """Whether the scope holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)
