"""A visit as it is handed in, and what became of it: plain values, the same from a form and from a phone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from households.enums import ConsentMethod, VisitMode


@dataclass(frozen=True, slots=True)
class TopicDone:
    """What was taught, on which platform, how far people came."""

    topic_id: int
    result: str
    platform_id: int | None = None
    people_count: int = 1

    @property
    def key(self) -> tuple[int, int | None]:
        """Each topic and platform stands once in a visit."""
        return self.topic_id, self.platform_id


@dataclass(frozen=True, slots=True)
class Answer:
    """What the household answered when it was asked about its data at this visit (BR-38)."""

    answer: str
    method: str = ConsentMethod.VERBAL_RECORDED
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitData:
    """One call at a household or business; neither is named where consent is refused (then `area_id` says where).

    `area_id` may be left out where a household or business is named: it is the hamlet where it is today.
    """

    client_uuid: UUID
    team_id: int
    visited_on: date
    outcome: str
    member_ids: tuple[int, ...]
    household_id: int | None = None
    business_id: int | None = None
    area_id: int | None = None
    topics: tuple[TopicDone, ...] = ()
    people_reached: int = 0
    mode: str = VisitMode.DOOR_TO_DOOR
    minutes: int | None = None
    note: str = ""
    recorded_at: datetime | None = None
    device: str = ""
    session_id: int | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class VisitResult:
    """What became of one visit: stored (`visit_id`), perhaps as a repeat, or refused with sentences.

    `is_double`: the same household, team and day stand on record already; both are kept and count once (BR-35).
    """

    client_uuid: UUID
    visit_id: int | None = None
    is_repeat: bool = False
    is_double: bool = False
    errors: tuple[ValidationError, ...] = field(default=())

    @property
    def is_stored(self) -> bool:
        """Whether the visit is on record."""
        return self.visit_id is not None

    @property
    def sentences(self) -> list[str]:
        """Why it was refused."""
        return [text for error in self.errors for text in error.messages]
