"""Figures as people read them: shares with a thin bar, Vietnamese dates and numbers."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import get_format
from django.utils.html import format_html
from django.utils.numberformat import format as format_plain
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

MISSING = "—"


@register.filter
def number(value: float | Decimal | None, places: int | None = None) -> str:
    """A number with the separators of the active language: 1.234,5; a dash when not known."""
    if value is None or value == "":
        return MISSING
    separators = get_format("DECIMAL_SEPARATOR"), get_format("THOUSAND_SEPARATOR")
    return format_plain(value, separators[0], places, 3, separators[1], force_grouping=True)


def percent(part: int, total: int) -> Decimal:
    """Share in percent with one decimal, halves rounded up."""
    return (Decimal(100) * part / total).quantize(Decimal("0.1"), ROUND_HALF_UP)


@register.simple_tag
def share(part: int | None, total: int | None) -> SafeString | str:
    """`941/957 (98,3 %)` over a thin bar; a dash when there is nothing to divide by."""
    if part is None or not total:
        return MISSING
    rate = percent(part, total)
    return format_html(
        '<span class="share"><span class="share-text">{}/{} <span class="share-rate">({} %)</span></span>'
        '<svg class="share-bar" width="100%" height="4" aria-hidden="true">'
        '<rect class="share-all" width="100%" height="4" rx="2"/>'
        '<rect class="share-part" width="{}%" height="4" rx="2"/></svg></span>',
        number(part),
        number(total),
        number(rate, 1),
        min(rate, Decimal(100)),
    )


@register.simple_tag
def vi_date(day: date | None) -> str:
    """A day as dd/mm/yyyy in every language of the interface; a dash when not known."""
    return f"{day:%d/%m/%Y}" if day else MISSING


@register.simple_tag
def last_day(to: date | None) -> str:
    """The last day of a period whose end `to` is exclusive; words when it still runs."""
    return f"{to - timedelta(days=1):%d/%m/%Y}" if to else _("now")
