"""Rows of the list of people, drawn by hand; every text that comes from outside is escaped."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.templatetags.figures import MISSING
from teams.listed_people import ListedPerson, SitsIn

register = template.Library()


@register.simple_tag
def people_lines(rows: Iterable[ListedPerson]) -> SafeString:
    """The rows of the table; on a phone each is a card whose lines say what they are."""
    birth, place = escape(_("Born")), escape(_("Locality"))
    sits, phone = escape(_("Sits in")), escape(_("Phone"))
    gone = f' <span class="badge">{escape(_("deceased"))}</span>'
    return SafeString(  # nosec B703 - each cell escapes its words
        "".join(
            [
                f'<tr><th scope="row"><a href="{row.url}">{escape(row.name)}</a>{gone if row.is_deceased else ""}</th>'
                f'<td data-label="{birth}">{escape(row.birth) or MISSING}</td>'
                f'<td data-label="{place}">{escape(row.place)}</td>'
                f'<td data-label="{sits}">{", ".join(map(_seat, row.seats)) or MISSING}</td>'
                f'<td class="nowrap" data-label="{phone}">{escape(row.phone) or MISSING}</td></tr>'
                for row in rows
            ]
        )
    )


def _seat(seat: SitsIn) -> str:
    return f'<a href="{seat.url}">{escape(seat.team)}</a> ({escape(seat.role)})'
