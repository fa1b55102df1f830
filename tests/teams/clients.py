"""Logged-in clients and addresses for the tests of pages."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from teams.enums import ItemStatus
from teams.models import Decision, DecisionItem, Team
from tests.cast import Cast
from tests.teams.builders import new_decision

PAPER = {
    "number": "12/QĐ-UBND",
    "issued_on": "10/08/2022",
    "effective_on": "",
    "signer_name": "Võ Thanh Bình",
    "signer_title": "Chủ tịch",
    "signing_mode": "TM_CHAIR",
}
"""What stands on the paper of a decision, as typed."""

HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "Thanh\u0300 la\u0323\u0302p",
    "\u202eadb\u202c",
    "x' OR 1=1 --",
)


def client_of(user: User) -> Client:
    """A client in which the user is logged in."""
    client = Client()
    client.force_login(user, backend="accounts.backends.RegisterBackend")
    return client


def admin_url(model: type, page: str, *args: object) -> str:
    """Address of an admin page of the room."""
    return reverse(f"admin:teams_{model.__name__.lower()}_{page}", args=args)


def page_url(name: str, pk: int | None = None) -> str:
    """Address of a page of the room."""
    return reverse(f"teams:{name}", args=[] if pk is None else [pk])


def draft_for(cast: Cast, teams: list[Team], **fields: object) -> Decision:
    """A draft decision of Minh's commune that holds the open proposals of the teams."""
    decision = new_decision(cast.places.commune, **fields)
    decision.save()
    DecisionItem.objects.filter(team__in=teams, status=ItemStatus.PROPOSED).update(decision=decision)
    return decision
