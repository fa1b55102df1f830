"""The hamlets of a commune as squares: filled, half, hatched, empty.

A hamlet is any object or dict with `name`, `state` and, where it may be opened, `url`. The state is
the status of its team ("ACTIVE", "NEEDS_RECONSTITUTION", "DRAFT", ...) or empty where there is none.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

STATES = {
    "ACTIVE": ("full", gettext_lazy("team at work")),
    "NEEDS_RECONSTITUTION": ("half", gettext_lazy("team needs re-constitution")),
    "DRAFT": ("draft", gettext_lazy("team in draft")),
    "SUSPENDED": ("none", gettext_lazy("team suspended")),
    "DISSOLVED": ("none", gettext_lazy("team dissolved")),
    "": ("none", gettext_lazy("no team yet")),
}
COVERED = ("full", "half")


def _read(hamlet: Any, name: str) -> str:
    value = hamlet.get(name) if isinstance(hamlet, dict) else getattr(hamlet, name, "")
    return str(value or "")


def _square(hamlet: Any) -> tuple[str, SafeString]:
    """Fill of the square, and the square: a link where the hamlet may be opened."""
    fill, words = STATES.get(_read(hamlet, "state"), STATES[""])
    said = _("%(hamlet)s: %(state)s") % {
        "hamlet": _read(hamlet, "name"),
        "state": words,
    }
    url = _read(hamlet, "url")
    if url:
        square = format_html(
            '<a class="sq sq-{}" href="{}" title="{}" aria-label="{}"></a>',
            fill,
            url,
            said,
            said,
        )
    else:
        square = format_html(
            '<span class="sq sq-{}" role="img" title="{}" aria-label="{}"></span>',
            fill,
            said,
            said,
        )
    return fill, square


@register.simple_tag
def hamlet_strip(hamlets: Iterable[Any]) -> SafeString:
    """One square a hamlet, in one group that says `6/7 ấp có tổ`."""
    drawn = [_square(hamlet) for hamlet in hamlets]
    covered = sum(fill in COVERED for fill, _square_html in drawn)
    said = _("%(covered)s/%(total)s hamlets have a team") % {
        "covered": covered,
        "total": len(drawn),
    }
    squares = format_html_join("", "{}", ((square,) for _fill, square in drawn))
    return format_html('<span class="strip" role="group" aria-label="{}">{}</span>', said, squares)
