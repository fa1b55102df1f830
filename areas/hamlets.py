"""Hamlets as commune officials keep them: adding, correcting, renaming, marking as large."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.enums import AreaKind, AreaLevel
from areas.kinds import without_kind_word
from areas.models import Area, AreaVersion
from areas.paths import holds
from areas.tree import check_name, open_hamlet, refusal, set_keys, sign, version_of
from common.services import service
from vietnamese.text import clean, fold, normalise_name

SAME_NAME, SAME_LETTERS = "same_name", "same_letters"
"""Codes of errors: a hamlet of that very name exists; one exists that differs only in its accents."""


def check_reach(by: Any, area: Area) -> None:
    """The acting user may change this unit (None: the product itself); raises PermissionDenied."""
    capability = "area.edit" if area.level == AreaLevel.HAMLET else "area.manage"
    check_capability(by, capability, area)


def check_capability(by: Any, capability: str, area: Area) -> None:
    """The acting user may do `capability` at the unit; raises PermissionDenied."""
    if by is not None and not holds(by.area_ranges(capability), area.path):
        raise PermissionDenied(_("This would lie outside your area."))


def lock(area: Area) -> Area:
    """The unit as it is stored now; others who change its hamlets wait for the end of this transaction."""
    return Area.objects.select_for_update(no_key=True).get(pk=area.pk)


def check_name_free(commune: Area, kind: str, name: str, *, accepted: bool, but: Area | None = None) -> None:
    """No valid hamlet of the commune has this kind and name (BR-31).

    Raises ValidationError: `same_name` for an equal name; `same_letters` for one that differs only in
    its accents, unless `accepted` says that both exist.
    """
    alike = AreaVersion.objects.filter(
        parent=commune, level=AreaLevel.HAMLET, kind=kind, search_key=fold(name), valid_to__isnull=True
    )
    others = list(alike.exclude(area=but) if but else alike)
    equal = [other for other in others if other.name_key == normalise_name(name)]
    if equal:
        text = _("%(commune)s already has %(hamlet)s (BR-31). Look for it in the list of hamlets.")
        words = {"commune": commune.full_name, "hamlet": equal[0].full_name}
        raise refusal("name", text % words, SAME_NAME)
    if others and not accepted:
        text = _(
            "%(commune)s has %(hamlet)s, which differs only in its accents (BR-31)."
            " If both exist, tick “Both exist” and save again."
        )
        words = {"commune": commune.full_name, "hamlet": others[0].full_name}
        raise refusal("name", text % words, SAME_LETTERS)


def check_start(commune: Area, on: date) -> None:
    """A hamlet starts while its commune exists, and not in the future; raises ValidationError."""
    if on > timezone.localdate():
        raise refusal("valid_from", _("This day lies in the future. Give a day up to today."), "future")
    if on < commune.valid_from:
        text = _("%(commune)s is recorded from %(day)s; the hamlet cannot start before that.")
        words = {"commune": commune.full_name, "day": f"{commune.valid_from:%d/%m/%Y}"}
        raise refusal("valid_from", text % words, "before_commune")
    if commune.level != AreaLevel.COMMUNE or commune.valid_to is not None:
        text = _("%(commune)s can have no new hamlets: it is not a commune of today.")
        raise ValidationError(text % {"commune": commune.full_name}, code="parent_level")


@service
def add_hamlet(
    *,
    by: Any,
    commune: Area,
    kind: str,
    name: str,
    valid_from: date | None = None,
    same_name_accepted: bool = False,
    **facts: Any,
) -> Area:
    """A new hamlet of a commune, valid from a day (today).

    A kind word typed before the name is taken off ("Ấp Minh Thành"). Raises ValidationError at the
    field, see `check_name_free`, and PermissionDenied outside the user's area.
    """
    check_capability(by, "area.edit", commune)
    commune = lock(commune)
    name = check_name(without_kind_word(kind, name))
    on = valid_from or timezone.localdate()
    check_start(commune, on)
    check_name_free(commune, kind, name, accepted=same_name_accepted)
    facts |= {"same_name_accepted": same_name_accepted, "by": by}
    return open_hamlet(commune=commune, kind=kind, name=name, valid_from=on, **facts)


@service
def correct_spelling(
    *, by: Any, area: Area, name: str, reason: str, kind: str = "", same_name_accepted: bool | None = None
) -> Area:
    """Put right what was recorded wrongly: an edit of the facts in force, not a new version.

    The unit always had this name; for a name given on a day see `change_hamlet`.
    """
    check_reach(by, area)
    area, version = lock(area), open_version(area)
    kind, name = kind or area.kind, check_name(without_kind_word(kind or area.kind, name))
    accepted = area.same_name_accepted if same_name_accepted is None else same_name_accepted
    if not clean(reason):
        raise refusal("reason", _("Say why, in a few words."), "reason")
    _check_facts(area, kind, name, accepted)
    for record in (version, area):
        record.kind, record.name, record.same_name_accepted = kind, name, accepted
        set_keys(record)
        sign(record, by, clean(reason))
        record.full_clean(exclude=["parent", "area"])
        record.save()
    return area


@service
def change_hamlet(
    *,
    by: Any,
    area: Area,
    on: date,
    name: str = "",
    kind: str = "",
    document_ref: str = "",
    same_name_accepted: bool | None = None,
) -> Area:
    """Give a hamlet another name or kind from a day on: the same hamlet, with a new version."""
    check_reach(by, area)
    area, version = lock(area), open_version(area)
    kind = kind or area.kind
    name = check_name(without_kind_word(kind, name or area.name))
    accepted = area.same_name_accepted if same_name_accepted is None else same_name_accepted
    _check_day_of_change(version, on)
    _check_facts(area, kind, name, accepted)
    version.valid_to = on
    sign(version, by, document_ref)
    version.save()
    area.kind, area.name, area.same_name_accepted = kind, name, accepted
    set_keys(area)
    following = version_of(area, valid_from=on, document_ref=clean(document_ref))
    for record in (area, following):
        sign(record, by, document_ref)
        record.full_clean(exclude=["parent", "area"])
        record.save()
    return area


def _check_day_of_change(version: AreaVersion, on: date) -> None:
    if on > timezone.localdate():
        raise refusal("on", _("This day lies in the future. Give a day up to today."), "future")
    if on <= version.valid_from:
        text = _(
            "The present name is recorded from %(day)s; give a later day, or correct the spelling instead."
        )
        raise refusal("on", text % {"day": f"{version.valid_from:%d/%m/%Y}"}, "before_version")


def _check_facts(area: Area, kind: str, name: str, accepted: bool) -> None:
    """The name is free; a pair of equal names that came out of a reform may stay (BR-31)."""
    unchanged = (
        area.kind == kind and area.name_key == normalise_name(name) and accepted == area.same_name_accepted
    )
    if area.level == AreaLevel.HAMLET and area.parent is not None and not unchanged:
        check_name_free(area.parent, kind, name, accepted=accepted, but=area)


def open_version(area: Area) -> AreaVersion:
    """The version in force; a closed unit has none and cannot be changed (BR-29)."""
    version = AreaVersion.objects.filter(area=area, valid_to__isnull=True).first()
    if version is None:
        text = _("%(unit)s no longer exists, so it cannot be changed (BR-29).")
        raise ValidationError(text % {"unit": area.full_name}, code="closed")
    return version


@service
def mark_large(*, by: Any, area: Area, reason: str) -> Area:
    """Mark a hamlet as one of large population, whose team may be enlarged (BR-04); the reason is needed."""
    if not clean(reason):
        text = _("Say why the hamlet counts as large, for example the number of households (BR-04).")
        raise refusal("large_reason", text, "BR-04")
    return _set_large(by, area, True, clean(reason))


@service
def unmark_large(*, by: Any, area: Area) -> Area:
    """Take the mark away. Nobody leaves a team by it; teams above ten are shown as too large (BR-04)."""
    return _set_large(by, area, False, "")


def _set_large(by: Any, area: Area, large: bool, reason: str) -> Area:
    check_reach(by, area)
    area = lock(area)
    area.large_population, area.large_reason = large, reason
    sign(area, by, reason)
    area.full_clean(exclude=["parent"])
    area.save()
    return area


def offered_kinds(commune: Area) -> list[AreaKind]:
    """Kinds of hamlets for a commune, the fitting ones first (BR-33)."""
    first = fitting_kinds(commune)
    return [*first, *(kind for kind in ALL_KINDS if kind not in first)]


ALL_KINDS = (
    AreaKind.AP,
    AreaKind.KHU_PHO,
    AreaKind.KHOM,
    AreaKind.THON,
    AreaKind.TO_DAN_PHO,
    AreaKind.BAN,
    AreaKind.LANG,
    AreaKind.BUON,
    AreaKind.OTHER,
)
RURAL = (AreaKind.AP, AreaKind.THON, AreaKind.BAN, AreaKind.LANG, AreaKind.BUON)
URBAN = (AreaKind.KHU_PHO, AreaKind.KHOM, AreaKind.TO_DAN_PHO)


def fitting_kinds(commune: Area) -> tuple[AreaKind, ...]:
    """Kinds that belong under this kind of commune; townships have both (BR-33).

    Bản, làng and buôn are local words for thôn. Phú Quốc special zone counts as urban (4168/BNV-CQĐP).
    """
    if commune.kind == AreaKind.DAC_KHU and commune.search_key == "phu quoc":
        return (AreaKind.TO_DAN_PHO,)
    if commune.kind == AreaKind.PHUONG:
        return URBAN
    return (
        (*URBAN[:2], AreaKind.AP, *URBAN[2:], AreaKind.THON) if commune.kind == AreaKind.THI_TRAN else RURAL
    )


def kind_warnings(commune: Area, kind: str) -> list[str]:
    """What to check about a hamlet's kind (BR-33, a warning); empty when the kind fits."""
    fitting = fitting_kinds(commune)
    if kind in fitting:
        return []
    text = _("%(kind)s is unusual in %(commune)s; usual there: %(usual)s (BR-33). Check the kind.")
    usual = ", ".join(str(AreaKind(fit).label) for fit in fitting)
    return [text % {"kind": AreaKind(kind).label, "commune": commune.full_name, "usual": usual}]
