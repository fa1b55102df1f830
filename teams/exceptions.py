"""Exceptions with a reason: a team works although a rule does not hold, and the reason stays visible."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import check_may, service
from teams.composition import EXCEPTABLE
from teams.line_ups import delete_each, save_as
from teams.models import RuleException, Team
from teams.roster import MAY_EDIT


@service
def record_exception(
    *,
    by: User,
    team: Team,
    rule: str,
    reason: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> RuleException:
    """Let one rule not hold for one team; only BR-06, BR-07 and BR-09 allow that. From today unless said."""
    check_may(by, team.area.path, *MAY_EDIT)
    if rule not in EXCEPTABLE:
        raise ValidationError(
            {
                "rule": ValidationError(
                    _("Rule %(rule)s allows no exception."), code="rule", params={"rule": rule[:20]}
                )
            }
        )
    if not reason.strip():
        raise ValidationError(
            {"reason": ValidationError(_("Give the reason for the exception."), code="required")}
        )
    exception = RuleException(
        team=team,
        rule=rule,
        reason=reason.strip(),
        valid_from=valid_from or timezone.localdate(),
        valid_to=valid_to,
        recorded_by=by,
    )
    exception.full_clean(exclude=["team", "recorded_by"])
    save_as(exception, by)
    return exception


@service
def end_exception(*, by: User, exception: RuleException, on: date | None = None) -> None:
    """The exception ends, today unless said; one that would not have held for a day is deleted."""
    check_may(by, exception.team.area.path, *MAY_EDIT)
    day = on or timezone.localdate()
    if day <= exception.valid_from:
        delete_each([exception], by)
        return
    exception.valid_to = day
    save_as(exception, by)
