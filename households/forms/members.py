"""Who went: the members of the team, ticked. A former one may be sent too; the rule says then what is wrong (BR-34)."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from households.sessions import members_on
from teams.models import Membership, Person, Team


class MembersField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # not subscriptable when it runs
    """Shows who sat in the team on the day (else today) and who is ticked; takes everybody who ever sat in it."""

    def __init__(self, team: Team, day: date, sent: Any = None) -> None:
        ever = Membership.objects.filter(team=team).values("person")
        rows = Person.objects.filter(pk__in=ever).order_by("sort_key", "pk")
        super().__init__(rows, label=_("Who went"), widget=forms.CheckboxSelectMultiple)
        on_the_day = members_on([team], day) or members_on([team], timezone.localdate())
        shown = {person.pk for person in on_the_day} | _ids(sent)
        self.widget.choices = [(person.pk, person.full_name) for person in rows if person.pk in shown]


def _ids(sent: Any) -> set[int]:
    """Keys that were ticked."""
    texts = sent.getlist("members") if hasattr(sent, "getlist") else ()
    return {int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 18}
