"""Where the teams of a list belong in the register: hamlets, enterprises, organisations, teams that are there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from areas.hamlets import offered_kinds
from areas.models import Area
from areas.paths import ids_of
from imports.kinds import Question
from imports.models import ImportBatch
from teams.enums import ItemStatus, OrgType, TeamLevel, TeamStatus
from teams.member_reading import group_title
from teams.models import DecisionItem, EnterpriseProfile, ItemArea, Membership, Organisation, Team
from vietnamese.text import fold, normalise_name

NEW = "new"
NONE = "none"
LEVELS = {"hamlet": TeamLevel.HAMLET, "enterprise": TeamLevel.ENTERPRISE, "commune": TeamLevel.COMMUNE}

ORGANISATION_WORDS: tuple[tuple[str, str, OrgType, str], ...] = (
    (
        "youth",
        r"doan thanh nien|doan tn\b|\bdtn|\bdvtn|chi doan|\bdoan xa|\bdoan phuong",
        OrgType.YOUTH_UNION,
        "Đoàn Thanh niên",
    ),
    ("women", r"phu nu|\bh?l?hpn|\bpn\b", OrgType.WOMEN_UNION, "Hội Liên hiệp Phụ nữ"),
    ("farmers", r"hoi nong dan|chi hoi nd\b|\bhnd\b", OrgType.FARMERS_ASSOC, "Hội Nông dân"),
    ("veterans", r"cuu chien binh|\bh?ccb\b", OrgType.VETERANS_ASSOC, "Hội Cựu chiến binh"),
    ("front", r"mat tran|mttq|\bctmt\b", OrgType.FATHERLAND_FRONT, "Ủy ban Mặt trận Tổ quốc"),
    ("elderly", r"nguoi cao tuoi|\bh?nct\b", OrgType.ELDERLY_ASSOC, "Hội Người cao tuổi"),
    ("red_cross", r"chu thap do|\bctd\b", OrgType.RED_CROSS, "Hội Chữ thập đỏ"),
    ("study", r"khuyen hoc", OrgType.STUDY_PROMOTION, "Hội Khuyến học"),
    ("union", r"cong doan", OrgType.TRADE_UNION, "Công đoàn"),
    ("post", r"buu dien|bd[- ]?vhx", OrgType.POST, "Bưu điện"),
    ("viettel", r"viettel", OrgType.VIETTEL, "Viettel"),
    ("vnpt", r"vnpt", OrgType.VNPT, "VNPT"),
    ("mobifone", r"mobi\s?fone", OrgType.MOBIFONE, "MobiFone"),
    ("policy", r"chinh sach xa hoi|nhcsxh|\bcsxh\b", OrgType.POLICY_BANK, "Ngân hàng Chính sách xã hội"),
    ("agribank", r"agribank|nong nghiep|\bnhno|\bnhnn", OrgType.COMMERCIAL_BANK, "Agribank"),
    ("credit", r"tin dung|\bqtd", OrgType.CREDIT_FUND, "Quỹ tín dụng nhân dân"),
)
"""Key, words in a position (folded), type, and the name under which a new organisation is entered."""

_PATTERNS = [(key, re.compile(words), kind, name) for key, words, kind, name in ORGANISATION_WORDS]


def organisation_key(position: str) -> str:
    """The organisation that a position names, by its key; empty when it names none."""
    text = fold(position or "")
    return next((key for key, pattern, _kind, _name in _PATTERNS if pattern.search(text)), "")


@dataclass
class TeamThere:
    """A team of the commune that is not dissolved: where it belongs, its open item, who is on its list."""

    team: Team
    item: DecisionItem | None = None
    people: set[int] = field(default_factory=set)
    hamlet: int | None = None


@dataclass(frozen=True)
class Target:
    """Where a group goes: a place in the register, or one that is to be made, or why nowhere."""

    level: str
    area: Area | None = None
    new_hamlet: tuple[str, str] | None = None
    enterprise: EnterpriseProfile | None = None
    new_enterprise: str = ""
    problem: str = ""

    @property
    def place(self) -> tuple[str, Any]:
        """What tells two teams of the list apart."""
        key = self.area.pk if self.area else self.new_hamlet
        return self.level, self.enterprise.pk if self.enterprise else (self.new_enterprise or key)


class Places:
    """The register of a commune beside the names on a list; the answers of the official count."""

    def __init__(self, batch: ImportBatch) -> None:
        self.commune = batch.area
        self.answers: Mapping[str, str] = batch.choices
        self.hamlets = {
            area.pk: area
            for area in Area.objects.hamlets()
            .filter(parent=batch.area, valid_to=None)
            .order_by("sort_key", "pk")  # type: ignore[attr-defined] # our queryset
        }
        sites = EnterpriseProfile.objects.inside(batch.area).select_related("organisation", "area")  # type: ignore[attr-defined] # our queryset
        self.enterprises = {site.pk: site for site in sites.order_by("pk")}
        self.usual_kind = str(offered_kinds(batch.area)[0])

    # Hamlets ------------------------------------------------------------------

    def hamlet_key(self, group: Mapping[str, Any]) -> str:
        """The key of the question about a hamlet; groups whose hamlet is not known are asked about one by one."""
        if not group.get("hamlet"):
            return f"hamlet::{group.get('number') or ''}"
        return f"hamlet:{group.get('hamlet_kind') or ''}:{fold(group['hamlet'])}"

    def find_hamlets(self, group: Mapping[str, Any]) -> list[Area]:
        """Hamlets that the name means: of equal kind and accents first."""
        name, kind = group.get("hamlet") or "", group.get("hamlet_kind")
        key = fold(name)
        found = [
            area
            for area in self.hamlets.values()
            if area.search_key == key or _number(area) == key.lstrip("0")
        ]
        of_kind = [area for area in found if not kind or area.kind == kind] or found
        return [area for area in of_kind if area.name_key == normalise_name(name)] or of_kind

    def target(self, group: Mapping[str, Any]) -> Target:
        """Where a group goes."""
        level = LEVELS.get(str(group.get("kind")), TeamLevel.HAMLET)
        if level == TeamLevel.COMMUNE:
            return Target(level, self.commune)
        if level == TeamLevel.ENTERPRISE:
            return self._enterprise(group)
        return self._hamlet(group)

    def _hamlet(self, group: Mapping[str, Any]) -> Target:
        level = TeamLevel.HAMLET
        answer = self.answers.get(self.hamlet_key(group), "")
        if answer == NEW and group.get("hamlet"):
            return Target(level, new_hamlet=(group.get("hamlet_kind") or self.usual_kind, group["hamlet"]))
        if answer.isdigit() and int(answer) in self.hamlets:
            return Target(level, self.hamlets[int(answer)])
        found = self.find_hamlets(group)
        if len(found) == 1 and not answer:
            return Target(level, found[0])
        return Target(level, problem=_("Say which hamlet this is (question at the top)."))

    def _enterprise(self, group: Mapping[str, Any]) -> Target:
        level, name = TeamLevel.ENTERPRISE, group.get("enterprise") or ""
        answer = self.answers.get(enterprise_key(name), "")
        if answer == NEW and name:
            return Target(level, self.commune, new_enterprise=name)
        if answer.isdigit() and int(answer) in self.enterprises:
            return Target(level, self.commune, enterprise=self.enterprises[int(answer)])
        found = self.find_enterprises(name)
        if len(found) == 1 and not answer:
            return Target(level, self.commune, enterprise=found[0])
        return Target(level, problem=_("Say which enterprise this is (question at the top)."))

    def find_enterprises(self, name: str) -> list[EnterpriseProfile]:
        """Enterprises of that name, full or short."""
        key = fold(name)
        return [
            site
            for site in self.enterprises.values()
            if key in (fold(site.organisation.name), fold(site.organisation.short_name))
        ]

    # Questions ----------------------------------------------------------------

    def questions(self, groups: Iterable[Mapping[str, Any]]) -> list[Question]:
        """One for each hamlet and enterprise of the list whose place is not certain, or was said by hand."""
        counts: dict[str, int] = defaultdict(int)
        first: dict[str, Mapping[str, Any]] = {}
        for group in groups:
            key = self._key(group)
            if key:
                counts[key] += 1
                first.setdefault(key, group)
        asked = [self._question(key, group, counts[key]) for key, group in first.items()]
        return [question for question in asked if question is not None]

    def _key(self, group: Mapping[str, Any]) -> str:
        if group.get("kind") == "enterprise":
            return enterprise_key(group.get("enterprise") or "")
        return self.hamlet_key(group) if group.get("kind") == "hamlet" else ""

    def _question(self, key: str, group: Mapping[str, Any], count: int) -> Question | None:
        answer = self.answers.get(key, "")
        if group.get("kind") == "enterprise":
            found = [str(site.pk) for site in self.find_enterprises(group.get("enterprise") or "")]
            choices = [(str(pk), str(site)) for pk, site in self.enterprises.items()]
            label, text, new = (
                _("enterprise"),
                group.get("enterprise") or "—",
                _("Enter it as a new enterprise"),
            )
        else:
            found = [str(area.pk) for area in self.find_hamlets(group)]
            choices = [(str(pk), area.full_name) for pk, area in self.hamlets.items()]
            label, new = _("hamlet"), _("Enter it as a new hamlet")
            text = group_title(group)
        if len(found) == 1 and not answer:
            return None
        choices.sort(key=lambda one: one[0] not in found)
        may_be_new = bool(group.get("hamlet") or group.get("enterprise"))
        offered = [*choices, (NEW, new)] if may_be_new else choices
        suggestion = NEW if may_be_new and not found else ""
        return Question(key, label, text, offered, answer, count, is_open=True, suggestion=suggestion)


def _number(area: Area) -> str:
    """A hamlet that has only a number: “Khu phố 03” and “Khu phố 3” are one."""
    return area.search_key.lstrip("0") if area.search_key.isdigit() else ""


def enterprise_key(name: str) -> str:
    """The key of the question about an enterprise."""
    return f"enterprise:{fold(name)[:100]}"


# Organisations.


class Organisations:
    """Organisations that the positions of a list name, beside those of the commune and above it."""

    def __init__(self, batch: ImportBatch) -> None:
        self.commune = batch.area
        self.answers: Mapping[str, str] = batch.choices
        rows = Organisation.objects.filter(area__in=ids_of(batch.area.path), is_active=True)
        self.by_type: dict[str, list[Organisation]] = defaultdict(list)
        for row in rows.select_related("area").order_by("-area__path", "name", "pk"):
            self.by_type[row.type].append(row)

    def candidates(self, key: str) -> list[Organisation]:
        """Organisations of the type, those that bear the name before the others."""
        for own, pattern, kind, name in _PATTERNS:
            if own == key:
                rows = self.by_type[kind]
                named = [
                    row for row in rows if pattern.search(row.search_key) or fold(name) in row.search_key
                ]
                return named or (rows if kind != OrgType.COMMERCIAL_BANK else [])
        return []

    def question_key(self, key: str) -> str:
        """The key of the question about an organisation."""
        return f"organisation:{key}"

    def answer(self, key: str) -> str:
        """The official's answer, else the only candidate, else none."""
        said = self.answers.get(self.question_key(key), "")
        return said or self._own(self.candidates(key)) or NONE

    def _own(self, found: Sequence[Organisation]) -> str:
        """The only candidate, or of several the only one of the commune itself: its posts are what such a list names."""
        own = [one for one in found if one.area_id == self.commune.pk] or found
        return str(own[0].pk) if len(own) == 1 else ""

    def questions(self, counts: Mapping[str, int]) -> list[Question]:
        """One for each organisation that positions name; without an answer the entries name none."""
        asked = []
        for key, _pattern, _kind, name in _PATTERNS:
            if counts.get(key):
                candidates, said = self.candidates(key), self.answers.get(self.question_key(key))
                choices = [(str(row.pk), row.name) for row in candidates]
                new = _("Enter it as new: %(name)s") % {"name": self.new_name(key)}
                choices += [(NEW, new), (NONE, _("name no organisation"))]
                asked.append(
                    Question(
                        self.question_key(key),
                        _("organisation"),
                        name,
                        choices,
                        self.answer(key),
                        counts[key],
                        is_sure=not said and bool(self._own(candidates)),
                    )
                )
        return asked

    def new_name(self, key: str) -> str:
        """The name of a new organisation: with the commune, as its papers say."""
        name = next(name for own, _pattern, _kind, name in _PATTERNS if own == key)
        kind = next(kind for own, _pattern, kind, _name in _PATTERNS if own == key)
        local = kind not in (
            OrgType.VIETTEL,
            OrgType.VNPT,
            OrgType.MOBIFONE,
            OrgType.COMMERCIAL_BANK,
            OrgType.POLICY_BANK,
        )
        return f"{name} {self.commune.full_name.lower()[:1]}{self.commune.full_name[1:]}" if local else name

    def type_of(self, key: str) -> OrgType:
        """The type of a new organisation."""
        return next(kind for own, _pattern, kind, _name in _PATTERNS if own == key)


# Teams that are there.


def teams_there(commune: Area, on: Any) -> dict[tuple[str, Any], list[TeamThere]]:
    """Teams of the commune that are not dissolved, by what they are for; four queries."""
    teams = (
        Team.objects.inside(commune).exclude(status=TeamStatus.DISSOLVED).select_related("area", "enterprise")
    )  # type: ignore[attr-defined] # our queryset
    found = {team.pk: TeamThere(team) for team in teams.order_by("pk")}
    for member, team in (
        Membership.objects.on_date(on).filter(team__in=found).values_list("person_id", "team_id")
    ):  # type: ignore[attr-defined] # our queryset
        found[team].people.add(member)
    items = DecisionItem.objects.filter(team__in=found, status=ItemStatus.PROPOSED).prefetch_related(
        "entries"
    )
    for item in items.order_by("pk"):
        there = found[item.team_id]
        there.item = item
        there.people |= {entry.person_id for entry in item.entries.all()}
    primaries = ItemArea.objects.filter(
        item__team__in=found, item__status=ItemStatus.PROPOSED, is_primary=True
    )
    moved = dict(primaries.values_list("item__team_id", "area_id"))
    by_place: dict[tuple[str, Any], list[TeamThere]] = defaultdict(list)
    for there in found.values():
        team = there.team
        there.hamlet = moved.get(team.pk, team.area_id)
        by_place[team.level, team.enterprise_id or there.hamlet].append(there)
    return by_place
