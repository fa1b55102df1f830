"""Which post makes somebody sit in a team as what (glossary: composition of a team)."""

from collections.abc import Iterable

from django.utils.translation import override

from areas.models import Area
from teams.enums import MemberCategory, OrgGroup, PositionType
from teams.models import Organisation, PersonPosition

CATEGORY_OF_POST: dict[str, str] = {
    PositionType.HAMLET_HEAD: MemberCategory.HAMLET_HEAD,
    PositionType.YOUTH_SECRETARY: MemberCategory.YOUTH_UNION,
    PositionType.YOUTH_DEPUTY: MemberCategory.YOUTH_UNION,
    PositionType.YOUTH_MEMBER: MemberCategory.YOUTH_UNION,
    PositionType.FRONT_HEAD: MemberCategory.MASS_ORG_HEAD,
    PositionType.WOMEN_HEAD: MemberCategory.MASS_ORG_HEAD,
    PositionType.FARMER_HEAD: MemberCategory.MASS_ORG_HEAD,
    PositionType.VETERAN_HEAD: MemberCategory.MASS_ORG_HEAD,
    PositionType.ELDERLY_HEAD: MemberCategory.MASS_ORG_HEAD,
    PositionType.TELECOM_STAFF: MemberCategory.POST_TELECOM,
    PositionType.TELECOM_COLLAB: MemberCategory.POST_TELECOM,
    PositionType.POST_STAFF: MemberCategory.POST_TELECOM,
    PositionType.BANK_STAFF: MemberCategory.BANK,
    PositionType.BANK_COLLAB: MemberCategory.BANK,
    PositionType.COMMUNE_OFFICER: MemberCategory.STATE_STAFF,
    PositionType.TEACHER: MemberCategory.STATE_STAFF,
    PositionType.HEALTH_WORKER: MemberCategory.STATE_STAFF,
    PositionType.AREA_POLICE: MemberCategory.STATE_STAFF,
    PositionType.HAMLET_DEPUTY_HEAD: MemberCategory.STATE_STAFF,
    PositionType.ENTERPRISE_MANAGER: MemberCategory.ENTERPRISE_STAFF,
    PositionType.TRADE_UNION_OFFICER: MemberCategory.ENTERPRISE_STAFF,
    PositionType.WORKER: MemberCategory.ENTERPRISE_STAFF,
}

CATEGORY_OF_GROUP: dict[str, str] = {
    OrgGroup.POST_TELECOM: MemberCategory.POST_TELECOM,
    OrgGroup.BANK: MemberCategory.BANK,
    OrgGroup.STATE: MemberCategory.STATE_STAFF,
    OrgGroup.ENTERPRISE: MemberCategory.ENTERPRISE_STAFF,
}

POSTS_IN_HAMLET = (
    PositionType.HAMLET_HEAD,
    PositionType.HAMLET_DEPUTY_HEAD,
    PositionType.PARTY_CELL_SECRETARY,
    PositionType.FRONT_HEAD,
    PositionType.YOUTH_SECRETARY,
    PositionType.YOUTH_DEPUTY,
    PositionType.YOUTH_MEMBER,
    PositionType.WOMEN_HEAD,
    PositionType.FARMER_HEAD,
    PositionType.VETERAN_HEAD,
    PositionType.ELDERLY_HEAD,
)
"""Posts that belong to one hamlet: recorded with the primary hamlet of the team."""


def category_for(post: str, organisation: Organisation | None, posts: Iterable[PersonPosition] = ()) -> str:
    """As what somebody sits: by the post named, else by a known post, else by the organisation, else as a resident."""
    for named in (post, *(known.position_type for known in posts)):
        if named in CATEGORY_OF_POST:
            return CATEGORY_OF_POST[named]
    if organisation and organisation.group in CATEGORY_OF_GROUP:
        return CATEGORY_OF_GROUP[organisation.group]
    return MemberCategory.RESIDENT


HEADS = {PositionType.HAMLET_HEAD: "Trưởng", PositionType.HAMLET_DEPUTY_HEAD: "Phó trưởng"}
"""Heads are named with the kind of their place: Trưởng ấp, Trưởng khu phố."""

WITHOUT_WORDS = ("", PositionType.RESIDENT, PositionType.OTHER)


def words_on_paper(post: str, hamlet: Area | None) -> str:
    """ "Trưởng ấp Minh Thành": a post as a decision names it, Vietnamese whatever the language of the page."""
    if post in WITHOUT_WORDS:
        return ""
    with override("vi"):
        label = str(PositionType(post).label)
        if hamlet is None or post not in POSTS_IN_HAMLET:
            return label
        kind = hamlet.get_kind_display().lower()  # type: ignore[attr-defined] # made by Django from the choices
    head = HEADS.get(PositionType(post))
    return f"{head} {kind} {hamlet.name}" if head else f"{label} {kind} {hamlet.name}"


def post_shown(
    category: str, organisation: Organisation | None, posts: Iterable[PersonPosition], hamlet: Area | None
) -> str:
    """The recorded post as which somebody sits: the one that fits the category, else the first; "" for none.

    Posts in another hamlet are left out: named here they would be recorded for this one.
    """
    here = [
        post.position_type
        for post in posts
        if post.position_type not in POSTS_IN_HAMLET or (hamlet is not None and post.area_id == hamlet.pk)
    ]
    fitting = [post for post in here if category_for(post, organisation) == category]
    return next(iter([*fitting, *here]), "")
