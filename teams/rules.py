"""Which province's rule set judges a team on a day; limits are data, never constants in code."""

from collections.abc import Iterable
from datetime import date

from areas.models import Area, AreaVersion
from areas.paths import WIDTH, ids_of
from teams.composition_facts import Rules
from teams.models import RuleSet
from teams.querysets import in_force

NO_RULE_SET = Rules()
"""The national figures, where a province has not entered its own for the day."""


def rules_of(rule_set: RuleSet | None) -> Rules:
    """The rule set as the rules of composition read it."""
    if rule_set is None:
        return NO_RULE_SET
    return Rules(
        max_members=rule_set.max_members,
        min_members=rule_set.min_members,
        max_supplementary=rule_set.max_supplementary,
        deputy_required=rule_set.deputy_required,
        leader_must_be_hamlet_head=rule_set.leader_must_be_hamlet_head,
        deputy_must_be_youth=rule_set.deputy_must_be_youth,
        enterprise_worker_threshold=rule_set.enterprise_worker_threshold,
        require_decision_for_active=rule_set.require_decision_for_active,
        large_household_threshold=rule_set.large_household_threshold,
        severities=rule_set.severities,
        document_ref=rule_set.document_ref,
    )


def rule_set_for(area: Area, on: date) -> RuleSet | None:
    """The rule set in force in the province that the area belonged to on the day."""
    path = AreaVersion.objects.filter(in_force(on), area=area).values_list("path", flat=True).first()
    province = ids_of(path or area.path)[0]
    return RuleSet.objects.on_date(on).filter(province=province).first()  # type: ignore[attr-defined] # our queryset


def rules_for(paths: Iterable[str], on: date) -> dict[str, Rules]:
    """Rules by area path (of the day looked at), in one query for any number of paths."""
    provinces = {path: int(path[:WIDTH]) for path in paths}
    sets = RuleSet.objects.on_date(on).filter(province__in=set(provinces.values()))  # type: ignore[attr-defined] # our queryset
    by_province = {rule_set.province_id: rules_of(rule_set) for rule_set in sets}
    return {path: by_province.get(province, NO_RULE_SET) for path, province in provinces.items()}
