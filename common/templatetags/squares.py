"""The picture language of the house: ten seats of a team as ten squares.

A seat is any object or dict with `seat` (1 to 10, above 10 for supplementary Youth Union seats),
`state` ("taken", "proposed", "free"), `role`, `category` and `name`; seats that are not in the list
are free. The miniature is built as one string, so that a list of a hundred teams stays cheap.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import Any, NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

register = template.Library()

REGULAR_SEATS = 10
STATES = ("taken", "proposed", "free")

CATEGORIES = {
    "HAMLET_HEAD": ("T", gettext_lazy("hamlet head")),
    "YOUTH_UNION": ("Đ", gettext_lazy("Youth Union member")),
    "MASS_ORG_HEAD": ("H", gettext_lazy("mass organisation")),
    "POST_TELECOM": ("B", gettext_lazy("post and telecom")),
    "BANK": ("N", gettext_lazy("bank")),
    "STATE_STAFF": ("C", gettext_lazy("state staff")),
    "ENTERPRISE_STAFF": ("D", gettext_lazy("enterprise staff")),
    "RESIDENT": ("K", gettext_lazy("resident or other")),
    "OTHER": ("K", gettext_lazy("resident or other")),
}
ROLES = {
    "LEADER": gettext_lazy("leader"),
    "DEPUTY": gettext_lazy("deputy leader"),
    "SECRETARY": gettext_lazy("secretary"),
    "MEMBER": gettext_lazy("member"),
}
LABELS = {category: label for category, (_letter, label) in CATEGORIES.items()} | ROLES
STRIP_CLASSES = {
    "T": "t",
    "Đ": "y",
    "H": "h",
    "B": "b",
    "N": "n",
    "C": "c",
    "D": "d",
    "K": "k",
}
NARROW, WIDE = 18, 28
HATCHES = {
    NARROW: "M0 7L7 0M0 14L14 0M7 14L18 3M14 14L18 10",
    WIDE: "M0 7L7 0M0 14L14 0M7 14L21 0M14 14L28 0M21 14L28 7",
}
STAR = "M5 1.2l1.2 2.5 2.7.4-2 1.9.5 2.7L5 7.4 2.6 8.7l.5-2.7-2-1.9 2.7-.4z"


Words = tuple[dict[str, str], str, str]


@cache
def _words(language: str | None) -> Words:
    """Duties and categories in words, what a free square says and what a taken one says.

    A list of fifty teams has five hundred squares; the words are looked up once a language.
    """
    return (
        {key: str(label) for key, label in LABELS.items()},
        _("Seat %(seat)s: free"),
        _("Seat %(seat)s: %(words)s"),
    )


class Square(NamedTuple):
    """One seat as it is drawn."""

    seat: int
    state: str = "free"
    role: str = ""
    category: str = ""
    name: str = ""
    post: str = ""
    url: str = ""

    @property
    def letter(self) -> str:
        """Letter of the category: T, Đ, H, B, N, C, D or K."""
        return CATEGORIES[self.category][0] if self.category in CATEGORIES else ""

    @property
    def strip(self) -> str:
        """Suffix of the style class that colours the strip of the category."""
        return STRIP_CLASSES.get(self.letter, "k")

    @property
    def category_label(self) -> str:
        """The category in words."""
        return str(CATEGORIES[self.category][1]) if self.category in CATEGORIES else ""

    @property
    def role_label(self) -> str:
        """The duty in words."""
        return str(ROLES.get(self.role, ""))

    @property
    def is_free(self) -> bool:
        """Whether nobody sits or is proposed here."""
        return self.state == "free"

    @property
    def is_proposed(self) -> bool:
        """Whether the person is proposed by a decision that is not issued."""
        return self.state == "proposed"

    @property
    def is_extra(self) -> bool:
        """Whether this is a supplementary Youth Union seat."""
        return self.seat > REGULAR_SEATS

    def tooltip(self, words: Words) -> str:
        """What the square says when asked: seat, name, duty, category."""
        labels, free, taken = words
        if self.is_free:
            return free % {"seat": self.seat}
        said = (self.name, labels.get(self.role), labels.get(self.category))
        return taken % {"seat": self.seat, "words": ", ".join(filter(None, said))}


def _read(seat: Any) -> Square:
    if isinstance(seat, Square):
        return seat
    get = seat.get if isinstance(seat, dict) else lambda name, default: getattr(seat, name, default)
    state = str(get("state", "taken"))
    return Square(
        seat=int(get("seat", 0)),
        state=state if state in STATES else "taken",
        role=str(get("role", "") or ""),
        category=str(get("category", "") or ""),
        name=str(get("name", "") or ""),
        post=str(get("post", "") or ""),
        url=str(get("url", "") or ""),
    )


def _proposed(seat: Any) -> Square:
    """The seat as one of a proposal, whatever state was given."""
    return _read(seat)._replace(state="proposed")


def line_up(seats: Iterable[Any]) -> list[Square]:
    """Seats one to ten in order, free ones filled in, then the supplementary ones."""
    given = {square.seat: square for square in map(_read, seats or ())}
    regular = [given.get(seat) or Square(seat) for seat in range(1, REGULAR_SEATS + 1)]
    return regular + [given[seat] for seat in sorted(given) if seat > REGULAR_SEATS]


def _regular_words(squares: Sequence[Square]) -> str:
    roles = [square.role for square in squares[:REGULAR_SEATS] if not square.is_free]
    leading = tuple(role for role in ("LEADER", "DEPUTY") if role in roles)
    return _counted_words(get_language(), len(roles), leading)


@cache
def _counted_words(language: str | None, taken: int, leading: tuple[str, ...]) -> str:
    """How many seats are taken, and by whom; lists of teams have few that differ."""
    text = _("%(taken)s of %(cap)s seats") % {
        "taken": taken,
        "cap": REGULAR_SEATS,
    }
    words = [str(ROLES[role]) for role in leading]
    others = taken - len(words)
    if others:
        words.append(ngettext("%(count)s member", "%(count)s members", others) % {"count": others})
    return f"{text}: {', '.join(words)}" if words else text


def describe(squares: Sequence[Square]) -> str:
    """The row of squares in words: `9 trên 10 ghế: tổ trưởng, tổ phó, 7 tổ viên`."""
    extra = len(squares) - REGULAR_SEATS
    if extra <= 0:
        return _regular_words(squares)
    more = ngettext(
        "%(count)s supplementary Youth Union seat",
        "%(count)s supplementary Youth Union seats",
        extra,
    )
    return f"{_regular_words(squares)}; {more % {'count': extra}}"


def _square_svg(square: Square, left: int, width: int, top: int, words: Words) -> str:
    head, tail = _drawn(square.state, square.role, square.category, left, width, top)
    return f"{head}{escape(square.tooltip(words))}{tail}"


@cache
def _drawn(state: str, role: str, category: str, left: int, width: int, top: int) -> tuple[str, str]:
    """The drawing of a seat before and behind its words; a list of teams has few that differ."""
    square = Square(0, state, role, category)
    lead = " s-lead" if role == "LEADER" else ""
    return (
        f'<g class="s-{state}" transform="translate({left} {top})"><title>',
        f'</title><rect class="s-box{lead}" width="{width}" height="14" rx="2"/>'
        f"{'' if square.is_free else _person_svg(square, width)}</g>",
    )


def _person_svg(square: Square, width: int) -> str:
    """What a seat that is not free shows: hatching, star, letter and strip of the category."""
    parts = []
    if square.is_proposed:
        parts.append(f'<path class="s-hatch" d="{HATCHES[width]}"/>')
    if width == WIDE and square.role in ("LEADER", "DEPUTY"):
        parts.append(f'<path class="s-star s-{square.role.lower()}" transform="translate(3 2)" d="{STAR}"/>')
    parts.append(f'<text x="{20 if width == WIDE else 9}" y="10.5">{escape(square.letter)}</text>')
    parts.append(f'<rect class="s-strip s-{square.strip}" y="15" width="{width}" height="3"/>')
    return "".join(parts)


def _row_svg(squares: Sequence[Square], top: int) -> tuple[str, int]:
    """One row of ten squares and its thin supplementary row; also the height used."""
    parts, left, words = [], 0, _words(get_language())
    for square in squares[:REGULAR_SEATS]:
        width = WIDE if square.seat <= 2 else NARROW
        parts.append(_square_svg(square, left, width, top, words))
        left += width + 3
    for index, square in enumerate(squares[REGULAR_SEATS:]):
        parts.append(
            f'<g class="s-{square.state}" transform="translate({index * 21} {top + 21})">'
            f"<title>{escape(square.tooltip(words))}</title>"
            f'<rect class="s-box s-extra" width="18" height="6" rx="2"/></g>'
        )
    return "".join(parts), 18 if len(squares) <= REGULAR_SEATS else 27


@register.simple_tag
def seats(in_force: Iterable[Any], proposal: Iterable[Any] | None = None) -> SafeString:
    """A team in miniature: the line-up in force, and the open proposal hatched below it."""
    now = line_up(in_force)
    wanted = line_up(_proposed(seat) for seat in proposal) if proposal else []
    rows = [now] if not wanted or any(not square.is_free for square in now) else []
    words = [describe(row) for row in rows]
    if wanted:
        rows.append(wanted)
        words.append(_("proposed: %(words)s") % {"words": describe(wanted)})
    body, top = "", 0
    for row in rows:
        drawn, height = _row_svg(row, top)
        body += drawn
        top += height + 4
    return format_html(
        '<svg class="seats" role="img" aria-label="{}" width="227" height="{}" viewBox="0 0 227 {}">{}</svg>',
        "; ".join(words),
        top - 4,
        top - 4,
        mark_safe(body),  # nosec B308 B703 - words are escaped, the rest is drawn by us
    )


@register.inclusion_tag("components/seat_tiles.html")
def seat_tiles(in_force: Iterable[Any], label: str = "") -> dict[str, Any]:
    """The line-up as large tiles with names, duties and categories."""
    squares = line_up(in_force)
    return {"squares": squares, "label": label or describe(squares)}
