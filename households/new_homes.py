"""A visit to a household that is not on the register yet: both are stored together, or neither."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from accounts.models import User
from areas.models import Area
from common.services import service
from households.models import Visit
from households.outreach import log_visit
from households.register import add_household
from households.visit_data import VisitData, VisitResult


@service
def log_visit_at_new_home(*, by: User, visit: VisitData, area: Area, values: dict[str, Any]) -> VisitResult:
    """Enter the household and its first visit; sent twice, neither is stored twice (BR-35)."""
    if Visit.objects.filter(client_uuid=visit.client_uuid).exists():
        return log_visit(by=by, visit=visit)
    with transaction.atomic():
        home = add_household(by=by, area=area, values=values)
        result = log_visit(by=by, visit=replace(visit, household_id=home.pk, area_id=None))
        if result.is_repeat:
            # Somebody sent the same form at the same moment: the household is on the register by that one.
            transaction.set_rollback(True)
    return result
