"""The hamlets of a commune as squares: filled, half, hatched, empty.

A hamlet is any object or dict with `name`, `state` and, where it may be opened, `url`. The state is
the status of its team ("ACTIVE", "NEEDS_RECONSTITUTION", "DRAFT", ...) or empty where there is none.
"""

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

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
    return value if isinstance(value, str) else str(value or "")


@cache
def _words(language: str | None) -> tuple[str, dict[str, tuple[str, str]]]:
    """What a square says, and fill and words by state; a province page has a thousand squares."""
    return _("%(hamlet)s: %(state)s"), {state: (fill, str(words)) for state, (fill, words) in STATES.items()}


def _square(hamlet: Any, text: str, states: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Fill of the square, and the square: a link where the hamlet may be opened."""
    fill, words = states.get(_read(hamlet, "state"), states[""])
    said = escape(text % {"hamlet": _read(hamlet, "name"), "state": words})
    url = _read(hamlet, "url")
    if url:
        return (
            fill,
            f'<a class="sq sq-{fill}" href="{escape(url)}" title="{said}" aria-label="{said}"></a>',
        )
    return fill, f'<span class="sq sq-{fill}" role="img" title="{said}" aria-label="{said}"></span>'


@register.simple_tag
def hamlet_strip(hamlets: Iterable[Any]) -> SafeString:
    """One square a hamlet, in one group that says `6/7 ấp có tổ`."""
    text, states = _words(get_language())
    drawn = [_square(hamlet, text, states) for hamlet in hamlets]
    covered = sum(fill in COVERED for fill, _square_html in drawn)
    said = _("%(covered)s/%(total)s hamlets have a team") % {
        "covered": covered,
        "total": len(drawn),
    }
    squares = "".join([square for _fill, square in drawn])
    return SafeString(f'<span class="strip" role="group" aria-label="{escape(said)}">{squares}</span>')  # nosec B703 - said is escaped, the squares are drawn by us
