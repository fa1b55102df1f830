"""One of everything of households and visits in a commune, for the world of the access tests."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from areas.models import Area
from households.businesses import save_business
from households.consents import record_consent
from households.enums import ConsentState
from households.figures import recompute_marked
from households.merging import merge_households
from households.models import (
    Household,
    HouseholdBusiness,
    HouseholdMerge,
    Platform,
    Session,
    SessionAttachment,
    Topic,
    Visit,
)
from households.outreach import log_visit
from households.sessions import SessionData, attach_sheet, hold_session
from households.visit_data import Answer, TopicDone
from teams.models import Team
from tests.households.builders import a_visit, make_business, make_home, make_topic

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Outreach:
    """A household that agreed, with a business, visits, a session with its sheet, and a merger."""

    home: Household
    other_home: Household
    business: HouseholdBusiness
    visit: Visit
    session: Session
    sheet: SessionAttachment
    merge: HouseholdMerge
    topic: Topic
    platform: Platform


def make_outreach(by: User, team: Team, hamlet: Area) -> Outreach:
    """What the team of the hamlet has done, recorded by its official; the figures are worked out."""
    topic = make_topic("VNEID")
    platform, _new = Platform.objects.get_or_create(
        code="VNEID", defaults={"name": "VNeID", "valid_from": topic.valid_from}
    )
    platform.topics.add(topic)
    place = hamlet.name
    home = make_home(hamlet, f"Chủ Hộ {place}", house_no_text=f"Số 1 {place}")
    given = Answer(ConsentState.GIVEN, phone="0912 345 678")
    record_consent(by=by, household=home, answer=given)
    done = TopicDone(topic.pk, "INSTALLED", platform.pk)
    visit = a_visit(team, home, topics=(done,), note=f"Hẹn gặp {place}")
    stored = log_visit(by=by, visit=visit)
    twice, spare = (make_home(hamlet, f"Hộ {word} {place}") for word in ("Đôi", "Khác"))
    members = list(team.memberships.order_by("seat"))
    session = hold_session(
        by=by,
        data=SessionData(
            client_uuid=uuid4(),
            teams=[team],
            area=hamlet,
            kind="COMMUNITY_CLASS",
            title=f"Lớp cộng đồng {place}",
            starts_at=datetime(2023, 4, 1, 2, tzinfo=UTC),
            attendees_total=20,
            topics=[topic],
            members=[members[0].person],
            homes=[home.pk],
        ),
    )
    business = make_business(hamlet, f"Tiệm {place}", household=home)
    values = {name: getattr(business, name) for name in ("name", "area", "household", "kind")}
    rest = {"owner_name": "", "phone": "", "sector": "", "tax_code": "", "market_name": ""}
    uses = {"has_qr": "YES", "has_einvoice": "NO"}
    save_business(by=by, business=business, values=values | rest | uses, platforms=[platform])
    merge = merge_households(by=by, kept=home, dropped=twice, choices={})
    sheet = attach_sheet(by=by, session=session, upload=SimpleUploadedFile("phieu.pdf", PDF))
    recompute_marked()
    return Outreach(
        home, spare, business, Visit.objects.get(pk=stored.visit_id), session, sheet, merge, topic, platform
    )
