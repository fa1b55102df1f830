"""Household businesses of the demo: shops, farms and market traders, and what they were helped with (R14)."""

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from accounts.models import User
from config.demo.names import Phones, invent_name
from households.businesses import save_business
from households.enums import BusinessKind, Outcome, SkillResult
from households.models import HouseholdBusiness, Platform, Topic
from households.outreach import log_visits
from households.visit_data import TopicDone, VisitData
from teams.enums import Tri

if TYPE_CHECKING:
    from config.demo.outreach import Field

KINDS = (
    (BusinessKind.HKD_REGISTERED, "Tạp hóa", "Bán lẻ hàng tạp hóa"),
    (BusinessKind.MARKET_TRADER, "Sạp rau", "Rau quả"),
    (BusinessKind.FARM, "Trại tôm", "Nuôi tôm"),
    (BusinessKind.HKD_UNREGISTERED, "Quán nước", "Ăn uống"),
    (BusinessKind.OCOP, "Cơ sở khô cá", "Chế biến thủy sản"),
)
SHOPS = 3
TAUGHT = ("QR", "ETAX", "HDDT", "TMDT")


def open_shops(by: User, ground: "Field", chance: Random, phones: Phones) -> None:
    """A few businesses of the hamlet; two of three were helped."""
    platforms = list(Platform.objects.filter(code__in=["POSTMART", "VOSO"]).order_by("code"))
    topics = dict(Topic.objects.filter(code__in=TAUGHT).values_list("code", "pk"))
    shops = [_shop(by, ground, chance, phones, platforms) for _number in range(SHOPS)]
    visits = [_visit(ground, shop, chance, topics) for shop in shops if chance.random() < 0.67]
    results = log_visits(by=by, visits=visits) if visits else []
    if any(result.errors for result in results):
        raise ValueError("; ".join(text for result in results for text in result.sentences))


def _shop(
    by: User, ground: "Field", chance: Random, phones: Phones, platforms: list[Platform]
) -> HouseholdBusiness:
    kind, word, sector = chance.choice(KINDS)
    owner = invent_name(chance, women=0.55).full_name
    values = {
        "name": f"{word} {owner.split()[-1]}",
        "area": ground.hamlet,
        "household": None,
        "kind": kind,
        "owner_name": owner,
        "phone": phones.next(),
        "sector": sector,
        "tax_code": "",
        "market_name": "Chợ ấp" if kind == BusinessKind.MARKET_TRADER else "",
        "has_qr": chance.choice((Tri.YES, Tri.YES, Tri.NO)),
        "has_einvoice": chance.choice((Tri.YES, Tri.NO, Tri.NO)),
    }
    sells_on = platforms[:1] if chance.random() < 0.3 else []
    return save_business(by=by, business=HouseholdBusiness(), values=values, platforms=sells_on)


def _visit(ground: "Field", shop: HouseholdBusiness, chance: Random, topics: dict[str, int]) -> VisitData:
    topic = topics[chance.choice(TAUGHT)]
    return VisitData(
        client_uuid=UUID(int=chance.getrandbits(128)),
        team_id=ground.team.pk,
        visited_on=ground.since + timedelta(days=chance.randrange((ground.until - ground.since).days)),
        outcome=Outcome.DONE,
        member_ids=(ground.members[0].pk,),
        business_id=shop.pk,
        topics=(TopicDone(topic, chance.choice((SkillResult.INSTALLED, SkillResult.SELF_USE))),),
        people_reached=1,
    )
