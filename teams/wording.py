"""How decisions are worded: the commune's template of the day, else its province's, else the product's own.

The product's words follow domain/documents, sections 2 and 3; which bases a province cites is partly
unverified, so that all of it can be changed by a template row, and on each decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from areas.models import Area
from areas.paths import WIDTH
from teams.enums import DecisionAction
from teams.models import Decision, DecisionItem, DecisionTemplate

TWO_LEVELS = date(2025, 7, 1)
"""From this day provinces have no districts, and Luật 72/2025/QH15 holds."""

BASES_BEFORE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
    " ngày 22 tháng 11 năm 2019",
)
BASES_SINCE = ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",)
GUIDANCE = (
    "Căn cứ Quyết định số 411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia"
    " phát triển kinh tế số và xã hội số đến năm 2025, định hướng đến năm 2030",
    "Căn cứ Công văn số 793/BTTTT-THH ngày 05 tháng 3 năm 2022 của Bộ Thông tin và Truyền thông về việc hướng dẫn"
    " triển khai thí điểm Tổ công nghệ số cộng đồng",
)
GUIDANCE_DATES = (date(2022, 3, 31), date(2022, 3, 5))
TASKS = (
    "tuyên truyền chủ trương, chính sách về chuyển đổi số; hướng dẫn sử dụng các nền tảng số và kỹ năng số;"
    " hỗ trợ người dân trở thành công dân số; hỗ trợ doanh nghiệp, hộ kinh doanh"
)
REPORTING = "Tổ hoạt động theo sự phân công của Tổ trưởng; báo cáo kết quả với Ủy ban nhân dân hằng tháng"
EXECUTORS = "Văn phòng Ủy ban nhân dân, các đơn vị có liên quan"
OWN_ARTICLES = {DecisionAction.ESTABLISH: 3, DecisionAction.RECONSTITUTE: 3}
"""How many articles a decision of the kind has; the others have two."""


@dataclass(frozen=True)
class Wording:
    """The words of a kind of decision on a day, and the Word template to be used, where an office has one."""

    legal_bases: list[str]
    recipients: list[str]
    tasks: str
    reporting: str
    executors: str
    template: DecisionTemplate | None = None


def main_action(actions: Sequence[str]) -> DecisionAction:
    """The kind of a decision that does several things: the first in the order of the articles."""
    return next((action for action in DecisionAction if action in actions), DecisionAction.ESTABLISH)


def wording_for(issuer: Area, actions: Sequence[str], on: date) -> Wording:
    """The words for a decision of this committee on a day; one query."""
    action = main_action(actions)
    above = [issuer.path[:end] for end in range(WIDTH, len(issuer.path) + 1, WIDTH)]
    rows: Any = DecisionTemplate.objects.filter(area__path__in=above, action=action)
    templates = list(rows.on_date(on).order_by("-area__path"))
    own = default_wording(action, on)

    def first(name: str) -> Any:
        return next((value for row in templates if (value := getattr(row, name))), getattr(own, name))

    return Wording(
        legal_bases=list(first("legal_bases")),
        recipients=list(first("recipients")),
        tasks=first("tasks"),
        reporting=first("reporting"),
        executors=first("executors"),
        template=next((row for row in templates if row.file), None),
    )


def default_wording(action: DecisionAction, on: date) -> Wording:
    """The product's words: what was in force on the day."""
    laws = BASES_BEFORE if on < TWO_LEVELS else BASES_SINCE
    guidance = [text for text, since in zip(GUIDANCE, GUIDANCE_DATES, strict=True) if since <= on]
    proposer = (
        "Xét đề nghị của công chức Văn hóa - Xã hội"
        if on < TWO_LEVELS
        else "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội"
    )
    above = "Ủy ban nhân dân huyện" if on < TWO_LEVELS else "Sở Khoa học và Công nghệ"
    return Wording(
        legal_bases=[*laws, *guidance, proposer],
        recipients=[
            f"Như Điều {OWN_ARTICLES.get(action, 2)}",
            above,
            "Thường trực Đảng ủy, Hội đồng nhân dân",
        ],
        tasks=TASKS,
        reporting=REPORTING,
        executors=EXECUTORS,
    )


SUBJECTS = {
    DecisionAction.ESTABLISH: "thành lập",
    DecisionAction.RECONSTITUTE: "kiện toàn",
    DecisionAction.AMEND: "thay đổi thành viên",
    DecisionAction.DISSOLVE: "giải thể",
}
SHORT, IN_FULL = "CNSCĐ", "công nghệ số cộng đồng"


def word_draft(decision: Decision, items: Sequence[DecisionItem]) -> None:
    """Fills in what a draft does not say yet: subject, legal bases and recipients; nothing is stored."""
    if not decision.subject:
        decision.subject = suggested_subject(decision.issuer, items)
    if not decision.legal_bases or not decision.recipients:
        on = decision.issued_on or timezone.localdate()
        words = wording_for(decision.issuer, [item.action for item in items], on)
        decision.legal_bases = decision.legal_bases or words.legal_bases
        decision.recipients = decision.recipients or words.recipients


def suggested_subject(issuer: Area, items: Sequence[DecisionItem]) -> str:
    """What the decision is about, by the teams in it; empty without any."""
    verbs = [verb for action, verb in SUBJECTS.items() if any(item.action == action for item in items)]
    if not verbs:
        return ""
    doing = ", ".join(verbs)
    if len(items) == 1:
        team = full_name(items[0].team.name)
        return f"{doing[:1].upper()}{doing[1:]} {team}"
    place = f"{issuer.full_name[:1].lower()}{issuer.full_name[1:]}"
    return f"{doing[:1].upper()}{doing[1:]} Tổ {IN_FULL} trên địa bàn {place}"


def full_name(team_name: str) -> str:
    """A team's name without the short form that lists use."""
    return team_name.replace(SHORT, IN_FULL)
