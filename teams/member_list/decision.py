"""The decision that a list belongs to: number, symbol and date; not the papers that it only cites."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from imports.cells import key_of

_NUMBER = re.compile(
    r"(?P<number>\d{1,5}[a-zA-Z]?)?[ .…_]*/ ?(?:\d{4} ?/ ?)?(?P<symbol>Q[ĐD] ?[-–.]? ?[A-ZĐa-z]{2,8}(?:[-–][A-ZĐ]{2,6})?)",
    re.IGNORECASE,
)
_NO_SYMBOL = re.compile(
    r"(?:quyết định|qđ|quyet dinh) số[:\s]*(?P<number>\d{1,5})?[ .…_/]*(?=ngày|,|\)|$)", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:kem theo|ban hanh theo|ban hanh kem|dinh kem|thanh lap theo|phe duyet tai)\b")
_CITED = re.compile(
    r"\b(?:can cu|thuc hien|cong van|thay the|thay cho|bai bo|huy bo|sua doi|xet|tinh than|huong dan|thay quyet dinh|truoc day|"
    r"dieu chinh|bo sung|het hieu luc|de nghi)\b"
)
_FOREIGN_SYMBOL = re.compile(r"ttg|btttt|bo\b|tw|bnv|bkhcn")
_FOREIGN_ISSUER = re.compile(
    r"^\W*(?:ngay .{0,40})?\b(?:cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan|thu tuong|bo truong)? ?(?:tinh|chinh phu)\b"
)


@dataclass
class Decisions:
    """What the texts around a list say about its decision."""

    found: list[dict[str, str]] = field(default_factory=list)
    is_incomplete: bool = False

    @property
    def is_several(self) -> bool:
        """Two different decisions."""
        return len(self.found) > 1

    @property
    def one(self) -> dict[str, str] | None:
        """The decision, when there is exactly one."""
        return self.found[0] if len(self.found) == 1 else None


def find_decisions(texts: Iterable[str]) -> Decisions:
    """The list's own decisions, in the texts above and below it."""
    lines = [" ".join(text.split()) for text in texts if text and text.strip()]
    result = Decisions()
    for place, line in enumerate(lines):
        for match in [*_NUMBER.finditer(line), *_NO_SYMBOL.finditer(line)]:
            if not _is_cited(line, match):
                _add(result, match, _date_of(line, match, lines, place))
    if result.found:
        result.is_incomplete = False
    return result


def _is_cited(line: str, match: re.Match[str]) -> bool:
    before = key_of(line[: match.start()])
    own, cited = list(_OWN.finditer(before)), list(_CITED.finditer(before))
    if cited and not (own and own[-1].start() > cited[-1].start()):
        return True
    symbol = key_of(match.groupdict().get("symbol") or "")
    return bool(
        _FOREIGN_SYMBOL.search(symbol) or _FOREIGN_ISSUER.match(key_of(line[match.end() : match.end() + 80]))
    )


def _date_of(line: str, match: re.Match[str], lines: list[str], place: int) -> date | None:
    """The date behind the number; for a letterhead the one beside or below it."""
    if found := _DATE.search(line, match.end(), match.end() + 60):
        return _calendar(found)
    if re.search(r"ngày", line[match.end() : match.end() + 20], re.IGNORECASE):
        return None
    if not re.match(r"\s*số", line, re.IGNORECASE):
        return None
    for other in lines[place : place + 4]:
        found = _DATE.search(other)
        if found and found[0].lower().startswith("ngày"):
            return _calendar(found)
    return None


def _calendar(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _add(result: Decisions, match: re.Match[str], day: date | None) -> None:
    number, symbol = match["number"], match.groupdict().get("symbol")
    if not number or not symbol or day is None:
        result.is_incomplete = True
        return
    entry = {"number": number, "symbol": _symbol(symbol), "date": day.isoformat()}
    if entry not in result.found:
        result.found.append(entry)


def _symbol(text: str) -> str:
    letters = re.sub(r"[\s.–]", "-", text.strip().upper()).replace("QD", "QĐ")
    letters = re.sub(r"-+", "-", letters)
    return letters if "-" in letters else f"QĐ-{letters[2:]}"
