"""What was changed about a household, by whom and when, from its history; phones are never shown in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from areas.models import Area
from households.models import Household

SHOWN = (
    "head_name",
    "area_id",
    "self_managed_group",
    "house_no_text",
    "people_count",
    "has_smartphone",
    "has_fibre",
    "status",
    "consent_state",
)
MOST = 30


@dataclass(frozen=True)
class Change:
    """One change: when, by whom, and each field with before and after."""

    at: datetime
    who: str
    fields: list[tuple[str, str, str]]


def changes_of(household: Household) -> list[Change]:
    """The newest changes first; the first entry of the history says that it was entered."""
    records = list(
        household.history.select_related("history_user").order_by("-history_date", "-history_id")[: MOST + 1]
    )  # type: ignore[attr-defined] # from simple_history
    names = {area.pk: area.full_name for area in Area.objects.filter(pk__in={r.area_id for r in records})}
    found = []
    for place, record in enumerate(records[:MOST]):
        before = records[place + 1] if place + 1 < len(records) else None
        fields = _fields(record, before, names) if before or record.history_type == "+" else []
        if fields:
            found.append(Change(record.history_date, str(record.history_user or _("the system")), fields))
    return found


def _fields(record: Any, before: Any, names: dict[int, str]) -> list[tuple[str, str, str]]:
    if before is None:
        return [(_("Entered on the register"), "", record.head_name)]
    rows = [
        (_label(name), _shown(before, name, names), _shown(record, name, names))
        for name in SHOWN
        if getattr(before, name) != getattr(record, name)
    ]
    if before.phone != record.phone:
        rows.append((_("Phone changed"), "", ""))
    return rows


def _label(name: str) -> str:
    return str(Household._meta.get_field(name.removesuffix("_id")).verbose_name).capitalize()  # type: ignore[union-attr] # plain fields


def _shown(record: Any, name: str, names: dict[int, str]) -> str:
    if name == "area_id":
        return names.get(record.area_id, "—")
    read = getattr(record, f"get_{name}_display", None)
    return str((read() if read else getattr(record, name)) or "—")
