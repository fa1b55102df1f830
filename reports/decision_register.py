"""R5: the decisions of a period; revoked ones stay, struck through."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.asked import Asked
from reports.table import Column, Report, Row
from teams.enums import DecisionAction, DecisionStatus
from teams.models import Decision, DecisionItem, DecisionScan, LineUpEntry

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="number", label=gettext_lazy("Number, symbol"), kind="code", width=16),
    Column(key="issued_on", label=gettext_lazy("Date"), kind="date", width=12),
    Column(key="issuer", label=gettext_lazy("Issued by"), width=26),
    Column(key="subject", label=gettext_lazy("Subject"), width=46),
    Column(key="actions", label=gettext_lazy("What it does"), width=18),
    Column(key="teams", label=gettext_lazy("Number of teams"), kind="int", width=8),
    Column(key="members", label=gettext_lazy("Members"), kind="int", width=10),
    Column(key="signer", label=gettext_lazy("Signed by"), width=24),
    Column(key="file", label=gettext_lazy("File"), width=10, is_sortable=False),
]


def decision_register_report(asked: Asked) -> Report:
    """R5 for the committees inside the unit asked for."""
    rows = [_line(decision) for decision in decisions_of(asked)]
    in_force = [row for row in rows if not row.is_struck]
    return Report(
        code="R5",
        title=_("Register of decisions of %(unit)s") % {"unit": asked.area.full_name},
        definition=_(
            "Decisions issued in the period, both days included. Teams: items of the decision; members: entries of "
            "the lists that its items set. Revoked decisions stay in the register, struck through, and are left out "
            "of the total."
        ),
        area=asked.area,
        period=(asked.first, asked.last),
        columns=COLUMNS,
        rows=rows,
        total=Row(
            {
                "number": _("Total"),
                "subject": _("%(n)s decisions in force") % {"n": len(in_force)},
                "teams": sum(row.cells["teams"] for row in in_force),
                "members": sum(row.cells["members"] for row in in_force),
            }
        ),
        notes=_notes(rows),
        empty=_("No decision was issued in this period. Choose other days."),
    )


def decisions_of(asked: Asked) -> QuerySet[Decision]:
    """Issued and revoked decisions of the period that the reader sees, with their counts."""
    rows = Decision.objects.visible_to(asked.user).inside(asked.area)  # type: ignore[attr-defined] # our queryset
    decided = rows.exclude(status=DecisionStatus.DRAFT).filter(issued_on__range=(asked.first, asked.last))
    entries = LineUpEntry.objects.filter(item__decision=OuterRef("pk")).order_by().values("item__decision")
    items = DecisionItem.objects.order_by("pk").only("pk", "decision", "action")
    found: QuerySet[Decision] = (
        decided.select_related("issuer")
        .prefetch_related(Prefetch("items", queryset=items))
        .annotate(
            members=Coalesce(Subquery(entries.annotate(n=Count("pk")).values("n")), 0),
            has_scan=Exists(DecisionScan.objects.filter(decision=OuterRef("pk"))),
        )
        .order_by("issued_on", "number", "pk")
    )
    return found


def _line(decision: Any) -> Row:
    items = list(decision.items.all())
    actions = [str(action.label) for action in DecisionAction if any(item.action == action for item in items)]
    cells = {
        "number": decision.title,
        "issued_on": decision.issued_on,
        "issuer": decision.issuer_name_text or decision.issuer.full_name,
        "subject": decision.subject,
        "actions": ", ".join(actions),
        "teams": len(items),
        "members": decision.members,
        "signer": decision.signer_name,
        "file": _("yes") if decision.has_scan else "",
    }
    page = reverse("teams:decision_detail", args=[decision.pk])
    links = {"number": page, "file": page}
    if decision.members:
        links["members"] = f"{reverse('reports:member_list')}?{urlencode({'decision': decision.pk})}"
    return Row(cells, links, is_struck=decision.status == DecisionStatus.REVOKED)


def _notes(rows: list[Row]) -> list[str]:
    revoked = sum(row.is_struck for row in rows)
    return [_("Revoked: %(n)s decisions, struck through.") % {"n": revoked}] if revoked else []
