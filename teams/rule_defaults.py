"""The rules that come with the product, as data: what a new register starts with.

Only Kiên Giang's of 2022 are known in full; every other province starts with the same figures, says so in
the document they are said to come from, and changes them to its own (domain/overview, section 1).
"""

from typing import Any

from accounts.models import User
from areas.models import Area
from teams.models import RuleSet

KIEN_GIANG = "91"
KIEN_GIANG_2022: dict[str, Any] = {
    "max_members": 10,
    "min_members": 3,
    "max_supplementary": None,
    "deputy_required": True,
    "leader_must_be_hamlet_head": True,
    "deputy_must_be_youth": True,
    "enterprise_worker_threshold": 300,
    "require_decision_for_active": True,
    "large_household_threshold": None,
    "severities": {},
}
FROM_PROVINCE = "Hướng dẫn của tỉnh Kiên Giang, tin ngày 05/08/2022; Công văn 793/BTTTT-THH ngày 05/03/2022"
FROM_PRODUCT = (
    "Công văn 793/BTTTT-THH ngày 05/03/2022; số liệu theo hướng dẫn năm 2022 của Kiên Giang,"
    " tỉnh cần rà soát và thay bằng quy định của mình"
)


def load_rule_set(province: Area, by: User | None = None) -> RuleSet:
    """The first rule set of a province, in force from the day its areas are recorded; unchanged if it has one."""
    found = RuleSet.objects.filter(province=province).order_by("valid_from").first()
    if found is not None:
        return found
    own = province.code == KIEN_GIANG and province.name == "Kiên Giang"
    rule_set = RuleSet(
        province=province,
        valid_from=province.valid_from,
        document_ref=FROM_PROVINCE if own else FROM_PRODUCT,
        **KIEN_GIANG_2022,
    )
    rule_set.full_clean()
    rule_set._history_user = by  # type: ignore[attr-defined] # read by the history library
    rule_set.save()
    return rule_set
