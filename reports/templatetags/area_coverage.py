"""The coverage of a unit as a panel on its own page, for those who read reports there."""

from datetime import date
from typing import Any

from django import template

from areas.enums import AreaLevel
from areas.models import Area
from reports.asked import Asked
from reports.standing import standing

register = template.Library()


@register.inclusion_tag("reports/area_coverage.html")
def area_coverage(user: Any, area: Area, on: date) -> dict[str, Any]:
    """Coverage now and its change; nothing for a hamlet, and nothing without the right to read reports."""
    if area.level == AreaLevel.HAMLET or not user.can("report.view", area.path):
        return {"standing": None}
    asked = Asked(user, area, on=on, first=on, last=on)
    return {
        "standing": standing(area, on),
        "coverage_url": asked.link("coverage"),
        "trend_url": asked.link("coverage_trend"),
    }
