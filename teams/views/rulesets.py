"""Reading the rule sets: what the province demands of its teams, and since when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.access import requires
from teams.composition import RULE_TEXTS
from teams.models import RuleSet


@requires("ruleset.view")
def ruleset_list(request: HttpRequest) -> HttpResponse:
    """The rule sets of the user's province, the one in force first, and the text of every rule."""
    rows = RuleSet.objects.visible_to(request.user).select_related("province")  # type: ignore[attr-defined] # our queryset
    today = timezone.localdate()
    sets = [
        {
            "rule_set": rule_set,
            "is_in_force": rule_set.valid_from <= today
            and (rule_set.valid_to is None or today < rule_set.valid_to),
            "severities": sorted(rule_set.severities.items()),
        }
        for rule_set in rows.order_by("province__sort_key", "-valid_from")
    ]
    context = {
        "sets": sets,
        "rules": sorted(RULE_TEXTS.items()),
        "may_edit": request.user.can("ruleset.edit"),  # type: ignore[union-attr] # our user
    }
    return render(request, "teams/ruleset_list.html", context)
