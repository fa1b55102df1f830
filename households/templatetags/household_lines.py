"""Rows of the search of households, drawn by hand: fifty rows as template nodes took most of the page's time.

Every text that comes from outside is escaped.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.templatetags.figures import MISSING, vi_date
from common.templatetags.page import icon
from households.enums import LivingStatus
from households.models import Household

register = template.Library()


@register.simple_tag
def household_lines(rows: Iterable[Household], may_visit: bool) -> SafeString:
    """The rows of the table; on a phone each is a card whose lines say what they are."""
    group, hamlet = escape(_("Self-managed group")), escape(_("Hamlet"))
    last = escape(_("Last visit"))
    visit = _Visits() if may_visit else None
    places: dict[int, str] = {}
    lines = []
    for home in rows:
        if home.area_id not in places:
            places[home.area_id] = _place(home)
        lines.append(
            f'<tr><th scope="row"><a href="{escape(home.get_absolute_url())}">{escape(home.head_name)}</a>'
            f"{_moved(home)}</th>"
            f'<td data-label="{group}">{escape(home.self_managed_group or MISSING)}</td>'
            f'<td data-label="{hamlet}">{places[home.area_id]}</td>'
            f'<td data-label="{last}">{vi_date(home.last_visit_on)}</td>'
            f"{visit.cell(home) if visit else ''}</tr>"
        )
    return SafeString("".join(lines))  # nosec B703 - each cell escapes its words


class _Visits:
    """The last cell of each row, its words and address looked up once for the page."""

    def __init__(self) -> None:
        self.url = escape(reverse("households:visit_create"))
        self.label = f"{icon('plus-lg')}{escape(_('Visit'))}"
        self.words = _("Record a visit to %(name)s")

    def cell(self, home: Household) -> str:
        """The button, for a household that lives here."""
        if home.status != LivingStatus.LIVING:
            return '<td class="row-actions"></td>'
        words = escape(self.words % {"name": home.head_name})
        return (
            '<td class="row-actions"><a class="btn btn-secondary btn-sm" '
            f'href="{self.url}?household={home.pk}" aria-label="{words}">{self.label}</a></td>'
        )


def _place(home: Household) -> str:
    """The hamlet and the unit it lies in."""
    parent = home.area.parent
    return escape(f"{home.area.full_name}, {parent.full_name}" if parent else home.area.full_name)


def _moved(home: Household) -> str:
    """The badge of a household that has left."""
    if home.status != LivingStatus.MOVED:
        return ""
    return f' <span class="badge">{escape(home.get_status_display())}</span>'
