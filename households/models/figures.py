"""Stored figures of hamlets. Derived: recomputed from visits, never edited, and need no history.

A visit, a correction, a move or a merger marks hamlet and month (`DirtyFigure`) in its own transaction; the worker
(or a page about to show them) recomputes what is marked. Distinct households do not add up over months, so each
hamlet has a row for every grain.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from households.enums import Grain, SkillResult
from households.models.topics import Platform, Topic
from households.querysets import FigureQuerySet


class OutreachFigure(models.Model):
    """Counts of one hamlet over one period. Without a row nothing happened there in that period.

    Occurrences (`..._calls`, `people_reached`) add up over hamlets and months; distinct households and businesses
    add up over hamlets only. `living_*` are the columns of R12: households living here today, each in one column by
    the best outcome of the period; they follow the household when it moves, the others stay where the visit was.
    `living_total`, the register of today, stands in the row of all the time only.
    """

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="outreach_figures"
    )
    grain = models.CharField(_("kind of period"), max_length=8, choices=Grain)
    starts_on = models.DateField(_("begins on"))
    calls = models.PositiveIntegerField(_("household calls"), default=0)
    people_reached = models.PositiveIntegerField(_("people guided"), default=0)
    nameless_calls = models.PositiveIntegerField(_("calls without consent"), default=0)
    households_reached = models.PositiveIntegerField(_("households reached"), default=0)
    living_reached = models.PositiveIntegerField(_("reached"), default=0)
    living_refused = models.PositiveIntegerField(_("refused"), default=0)
    living_absent = models.PositiveIntegerField(_("absent"), default=0)
    living_total = models.PositiveIntegerField(_("households on the register"), default=0)
    business_calls = models.PositiveIntegerField(_("business calls"), default=0)
    businesses_reached = models.PositiveIntegerField(_("businesses helped"), default=0)
    businesses_etax = models.PositiveIntegerField(_("businesses with eTax"), default=0)
    computed_at = models.DateTimeField(_("worked out at"))

    objects: ClassVar[models.Manager["OutreachFigure"]] = FigureQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("outreach figure")
        verbose_name_plural = _("outreach figures")
        constraints = [
            models.UniqueConstraint(fields=["area", "grain", "starts_on"], name="outreach_figure_once")
        ]
        indexes = [models.Index(fields=["grain", "starts_on", "area"], name="outreach_grain")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.get_grain_display()} {self.starts_on}"


class TopicFigure(models.Model):
    """Occurrences of one topic and platform in one hamlet and month (R13); they add up over months and hamlets."""

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="topic_figures"
    )
    month = models.DateField(_("first day of the month"))
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+")
    platform = models.ForeignKey(
        Platform, verbose_name=_("platform"), on_delete=models.CASCADE, related_name="+", null=True
    )
    introduced = models.PositiveIntegerField(_("introduced"), default=0)
    installed = models.PositiveIntegerField(_("installed"), default=0)
    account_opened = models.PositiveIntegerField(_("account opened"), default=0)
    self_use = models.PositiveIntegerField(_("do it alone"), default=0)
    failed = models.PositiveIntegerField(_("not yet"), default=0)

    objects: ClassVar[models.Manager["TopicFigure"]] = FigureQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("figure of a topic")
        verbose_name_plural = _("figures of topics")
        constraints = [
            models.UniqueConstraint(fields=["area", "month", "topic", "platform"], name="topic_figure_once"),
            models.UniqueConstraint(
                fields=["area", "month", "topic"],
                condition=Q(platform__isnull=True),
                name="topic_figure_once_plain",
            ),
        ]
        indexes = [models.Index(fields=["month", "area"], name="topic_figure_month")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month} {self.topic_id}"


class StandingFigure(models.Model):
    """By how many households a standing changed in a hamlet and month: topic, platform, newest result.

    Each living household counts once, by its newest result. Changes add up: the standing at the end of a month is
    the sum of all changes up to it, over as many hamlets as one likes.
    """

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="standing_figures"
    )
    month = models.DateField(_("first day of the month"))
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+")
    platform = models.ForeignKey(
        Platform, verbose_name=_("platform"), on_delete=models.CASCADE, related_name="+", null=True
    )
    result = models.CharField(_("result"), max_length=16, choices=SkillResult)
    change = models.IntegerField(_("more or fewer households"))

    objects: ClassVar[models.Manager["StandingFigure"]] = FigureQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("figure of a standing")
        verbose_name_plural = _("figures of standings")
        constraints = [
            models.UniqueConstraint(
                fields=["area", "month", "topic", "platform", "result"], name="standing_figure_once"
            ),
            models.UniqueConstraint(
                fields=["area", "month", "topic", "result"],
                condition=Q(platform__isnull=True),
                name="standing_figure_once_plain",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month} {self.topic_id} {self.result}"


class BusinessFigure(models.Model):
    """By how much the register of household businesses changed in a hamlet and month (R14).

    Worked out from the history of the businesses. Changes add up as those of `StandingFigure` do.
    """

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="business_figures"
    )
    month = models.DateField(_("first day of the month"))
    businesses = models.IntegerField(_("businesses on the register"), default=0)
    with_qr = models.IntegerField(_("with QR"), default=0)
    with_einvoice = models.IntegerField(_("with e-invoices"), default=0)
    on_platform = models.IntegerField(_("selling on a platform"), default=0)

    objects: ClassVar[models.Manager["BusinessFigure"]] = FigureQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("figure of businesses")
        verbose_name_plural = _("figures of businesses")
        constraints = [models.UniqueConstraint(fields=["area", "month"], name="business_figure_once")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month}"


class ReachFigure(models.Model):
    """How many households of a hamlet were reached for the first time in a month; they add up to all reached so far."""

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="reach_figures"
    )
    month = models.DateField(_("first day of the month"))
    households = models.PositiveIntegerField(_("households reached for the first time"))

    objects: ClassVar[models.Manager["ReachFigure"]] = FigureQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("figure of first reach")
        verbose_name_plural = _("figures of first reach")
        constraints = [models.UniqueConstraint(fields=["area", "month"], name="reach_figure_once")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month}"


class DirtyFigure(models.Model):
    """A mark: figures of this hamlet and month must be worked out again. Emptied by whoever does it.

    Not unique on purpose: writers never wait for one another's mark.
    """

    area = models.ForeignKey(Area, verbose_name=_("hamlet"), on_delete=models.CASCADE, related_name="+")
    month = models.DateField(_("first day of the month"))
    marked_at = models.DateTimeField(_("marked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("mark of a figure")
        verbose_name_plural = _("marks of figures")
        indexes = [models.Index(fields=["area", "month"], name="dirty_area")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month}"
