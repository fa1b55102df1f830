"""Sessions of the demo: a class in the evening, a support point, a meeting of the team."""

from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from accounts.models import User
from households.enums import ConsentState, SessionKind
from households.models import Topic
from households.sessions import SessionData, hold_session

if TYPE_CHECKING:
    from config.demo.outreach import Field

KINDS = (
    (SessionKind.COMMUNITY_CLASS, "Lớp kỹ năng số cộng đồng", "Nhà văn hóa", "BDHVS", 6),
    (SessionKind.SUPPORT_POINT, "Điểm hỗ trợ cài đặt VNeID", "Trụ sở ban nhân dân", "VNEID", 4),
    (SessionKind.MEETING, "Họp tổ định kỳ", "Trụ sở ban nhân dân", "CS", 0),
)


def hold_gatherings(by: User, ground: "Field", chance: Random) -> None:
    """Two of the kinds, on evenings of the last months; some households of the hamlet came."""
    topics = {topic.code: topic for topic in Topic.objects.filter(code__in=[kind[3] for kind in KINDS])}
    willing = [
        home
        for home in ground.homes
        if home.consent_state == ConsentState.UNASKED and not home.consents.exists()
    ]
    for kind, title, place, code, guests in chance.sample(KINDS, 2):
        day = ground.since + timedelta(days=chance.randrange((ground.until - ground.since).days))
        begins = timezone.make_aware(datetime.combine(day, time(18, 30)))
        total = len(ground.members) + guests + (chance.randint(4, 20) if guests else 0)
        hold_session(
            by=by,
            data=SessionData(
                client_uuid=UUID(int=chance.getrandbits(128)),
                teams=[ground.team],
                area=ground.hamlet,
                kind=kind,
                title=title,
                starts_at=begins,
                ends_at=begins + timedelta(minutes=90),
                place=f"{place} {ground.hamlet.full_name[0].lower()}{ground.hamlet.full_name[1:]}",
                attendees_total=total,
                attendees_female=total // 2,
                is_planned=True,
                topics=[topics[code]],
                members=ground.members,
                homes=[home.pk for home in chance.sample(willing, min(guests, len(willing)))],
            ),
        )
