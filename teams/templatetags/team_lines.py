"""Rows of the list of teams, drawn by hand: fifty teams have five hundred seats.

Every text that comes from outside is escaped.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.templatetags.figures import MISSING, vi_date
from common.templatetags.squares import seats
from teams.composition import QualityFlag
from teams.enums import TeamStatus
from teams.listed_teams import Decided, ListedTeam

register = template.Library()


@register.simple_tag
def team_lines(rows: Iterable[ListedTeam]) -> SafeString:
    """The rows of the table; on a phone each is a card whose lines say what they are."""
    place, status, decision = escape(_("Locality")), escape(_("Status")), escape(_("Decision"))
    badges = {value: _badge(value) for value in {row.status for row in rows}}
    flags = {
        str(flag): f'<span class="badge badge-warn">{escape(flag.label)}</span> ' for flag in QualityFlag
    }
    return SafeString(  # nosec B703 - each cell escapes its words
        "".join(
            [
                f'<tr><th scope="row"><a href="{row.url}">{escape(row.name)}</a> '
                f'<span class="code">{escape(row.code)}</span></th>'
                f'<td data-label="{place}">{escape(row.place)}</td>'
                f"<td>{seats(row.seats, row.proposal)}</td>"
                f'<td data-label="{status}">{badges[row.status]}</td>'
                f'<td data-label="{decision}">{_decision(row.decided)}</td>'
                f"<td>{''.join([flags[flag] for flag in row.flags])}</td></tr>"
                for row in rows
            ]
        )
    )


def _badge(status: str) -> str:
    """The badge of a status, drawn once for the page."""
    return render_to_string("teams/status_badge.html", {"status": status, "label": TeamStatus(status).label})


def _decision(decided: Decided) -> str:
    if not decided.url:
        return MISSING
    return (
        f'<span><a href="{decided.url}">{escape(decided.title)}</a> '
        f'<span class="nowrap">{vi_date(decided.issued_on)}</span></span>'
    )
