"""The dated tree of administrative units: province > (district) > commune > hamlet."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.enums import KINDS_OF_LEVEL, AreaKind, AreaLevel, Extent, SuccessionKind
from areas.querysets import AreaFactQuerySet, AreaQuerySet, AreaSuccessionQuerySet
from common.constraints import NoOverlap
from common.history import HistoricalRecords
from common.models import Dated


def kind_fits_level() -> Q:
    """Condition: the word before the name belongs to the level."""
    fits = Q()
    for level, kinds in KINDS_OF_LEVEL.items():
        fits |= Q(level=str(level), kind__in=[str(kind) for kind in kinds])
    return fits


KIND_WORDS = dict(AreaKind.choices)
"""The word before the name by kind; read thousands of times for one page."""


def full_name_of(kind: str, name: str) -> str:
    """Kind word and name, as people say it: “Xã Minh Thuận”."""
    return f"{KIND_WORDS.get(kind, kind)} {name}"


class UnitFacts(Dated):
    """Abstract: the facts that a unit has on a day (of today on Area, of a period on AreaVersion)."""

    level = models.CharField(_("level"), max_length=8, choices=AreaLevel)
    kind = models.CharField(_("kind"), max_length=12, choices=AreaKind)
    code = models.CharField(_("code"), max_length=12)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("Without the word for its kind: “Minh Thuận B”, “3”.")
    )
    search_key = models.CharField(max_length=120, editable=False)
    name_key = models.CharField(max_length=120, editable=False)
    path = models.CharField(max_length=64, blank=True, editable=False)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def full_name(self) -> str:
        """Kind word and name, as people say it: “Xã Minh Thuận”."""
        return full_name_of(self.kind, self.name)


class Area(UnitFacts):
    """A unit as such, with its facts of today (of a closed unit: its last).

    A unit keeps its identity as long as it is the same piece of land; codes do not identify it
    (domain/areas, trap 1). Facts of other days stand in `AreaVersion`.
    """

    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        on_delete=models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
    )
    sort_key = models.CharField(max_length=300, editable=False, blank=True)
    department_name = models.CharField(_("department in charge"), max_length=120, blank=True)
    is_island_or_border = models.BooleanField(_("island or border commune"), default=False)
    lat = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    lon = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    area_km2 = models.DecimalField(_("area (km²)"), max_digits=10, decimal_places=2, null=True, blank=True)
    large_population = models.BooleanField(_("large population"), default=False)
    large_reason = models.CharField(_("reason for the mark"), max_length=300, blank=True)
    same_name_accepted = models.BooleanField(_("equal name accepted"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Area"]] = AreaQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["path"], name="area_path"),
            models.Index(fields=["parent", "sort_key"], name="area_children"),
            # LIKE 'x%' needs pattern operators on PostgreSQL; the path spares looking up rows out of scope.
            models.Index(
                fields=["level", "search_key", "path"],
                name="area_level_key",
                opclasses=["varchar_ops", "varchar_pattern_ops", "varchar_ops"],
            ),
            models.Index(fields=["level", "code"], name="area_level_code"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=kind_fits_level(),
                name="area_kind_fits_level",
                violation_error_message=_("This kind does not belong to this level."),
            ),
            models.CheckConstraint(
                condition=Q(level="PROVINCE", parent__isnull=True)
                | (~Q(level="PROVINCE") & Q(parent__isnull=False)),
                name="area_parent_by_level",
                violation_error_message=_(
                    "A province belongs to nothing; every other unit belongs to one above it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="area_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                condition=Q(large_population=False) | (Q(level="HAMLET") & ~Q(large_reason="")),
                name="area_large_needs_reason",
                violation_error_message=_(
                    "The mark “large population” needs a reason and is for hamlets only (BR-04)."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        """Page of the unit."""
        return reverse("areas:area_detail", args=[self.pk])


class AreaVersion(UnitFacts):
    """The facts of a unit over one period; the versions of a unit cover its life without gap or overlap."""

    area = models.ForeignKey(Area, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="versions")
    parent = models.ForeignKey(
        Area,
        verbose_name=_("belongs to"),
        on_delete=models.PROTECT,
        related_name="child_versions",
        null=True,
        blank=True,
    )
    same_name_accepted = models.BooleanField(_("equal name accepted"), default=False)
    document_ref = models.CharField(_("by which document"), max_length=200, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["AreaVersion"]] = AreaFactQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("version of an area")
        verbose_name_plural = _("versions of areas")
        ordering = ["area_id", "valid_from"]
        indexes = [
            models.Index(fields=["path"], name="areaversion_path"),
            # The hamlets of a unit on a day are counted from this alone.
            models.Index(
                fields=["level", "path", "valid_from", "valid_to", "area"], name="areaversion_level_path"
            ),
            models.Index(fields=["level", "code"], name="areaversion_code"),
            models.Index(fields=["parent", "level"], name="areaversion_parent"),
        ]
        constraints = [
            models.CheckConstraint(condition=kind_fits_level(), name="areaversion_kind_fits_level"),
            models.CheckConstraint(
                condition=Q(level="PROVINCE", parent__isnull=True)
                | (~Q(level="PROVINCE") & Q(parent__isnull=False)),
                name="areaversion_parent_by_level",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="areaversion_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
            NoOverlap(
                name="areaversion_one_a_day",
                fields=["area"],
                violation_error_message=_("This unit already has facts recorded for those days."),
            ),
            NoOverlap(
                name="areaversion_code_once",
                fields=["level", "code"],
                violation_error_message=_("Another unit bears this code in that period (BR-32)."),
            ),
            NoOverlap(
                name="areaversion_hamlet_name_once",
                fields=["parent", "kind", "search_key"],
                condition=Q(level="HAMLET", same_name_accepted=False),
                violation_error_code="same_name",
                violation_error_message=_(
                    "This commune already has a hamlet of that name,"
                    " or one that differs only in its accents (BR-31)."
                ),
            ),
            NoOverlap(
                name="areaversion_name_once",
                fields=["parent", "kind", "name_key"],
                condition=~Q(level="HAMLET"),
                violation_error_message=_("A unit of that kind and name already exists here."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.valid_from:%d/%m/%Y})"


class AreaSuccession(Dated):
    """Land of one unit passed to another on a day, by merger or split."""

    from_area = models.ForeignKey(
        Area, verbose_name=_("former unit"), on_delete=models.PROTECT, related_name="successors"
    )
    to_area = models.ForeignKey(
        Area, verbose_name=_("new unit"), on_delete=models.PROTECT, related_name="predecessors"
    )
    kind = models.CharField(_("kind"), max_length=5, choices=SuccessionKind)
    effective_date = models.DateField(_("effective on"))
    extent = models.CharField(_("extent"), max_length=5, choices=Extent)
    is_main = models.BooleanField(_("main successor"))
    document_ref = models.CharField(_("by which document"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["AreaSuccession"]] = AreaSuccessionQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("succession of areas")
        verbose_name_plural = _("successions of areas")
        ordering = ["effective_date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["from_area", "to_area", "effective_date"], name="succession_once"
            ),
            models.UniqueConstraint(
                fields=["from_area"],
                condition=Q(is_main=True),
                name="succession_one_main",
                violation_error_message=_("A former unit has exactly one main successor."),
            ),
            models.CheckConstraint(condition=~Q(from_area=F("to_area")), name="succession_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.from_area} → {self.to_area}"


class AreaStat(Dated):
    """Counted figures of a hamlet on a date; empty means unknown and is never taken for 0 (BR-40)."""

    area = models.ForeignKey(Area, verbose_name=_("hamlet"), on_delete=models.PROTECT, related_name="stats")
    as_of = models.DateField(_("counted on"))
    households = models.PositiveIntegerField(_("households"), null=True, blank=True)
    population = models.PositiveIntegerField(_("people"), null=True, blank=True)
    households_with_smartphone = models.PositiveIntegerField(
        _("households with a smartphone"), null=True, blank=True
    )
    fibre_households = models.PositiveIntegerField(_("households with fibre"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    is_estimate = models.BooleanField(_("an estimate"), default=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["AreaStat"]] = AreaFactQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("count of a hamlet")
        verbose_name_plural = _("counts of hamlets")
        ordering = ["area_id", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "as_of"],
                name="areastat_once",
                violation_error_message=_(
                    "This hamlet already has figures of that day; change those instead."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.as_of:%d/%m/%Y}"


class HamletCounter(models.Model):
    """The last hamlet number given under a commune code; numbers are never used again."""

    commune_code = models.CharField(_("code of the commune"), max_length=5, unique=True)
    last = models.PositiveIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("counter of hamlet codes")
        verbose_name_plural = _("counters of hamlet codes")

    def __str__(self) -> str:
        return f"{self.commune_code}: {self.last}"
