"""Texts that speak of members without naming them: as in another team, or only counted."""

import re

from teams.member_list import names

AS_OTHER, COUNTED = "members_as_other_team", "members_counted_not_named"
LIKE = re.compile(
    r"^\W*(?:như|giống|theo|tương tự|cùng|y như)\s+(?:(?:tổ|ds|danh sách|thành viên|cnscđ)\s+)*(?:của\s+)?(?:ấp|kp"
    r"|khu|khóm|thôn|bản|tổ|trên|danh)",
    re.IGNORECASE,
)
"""“như ấp Kinh 5” in place of members."""
COUNTS = re.compile(r"\d+\s*(?:người|đ/c|đồng chí|thành viên|tv|hội viên|nguoi|đoàn viên)", re.IGNORECASE)
"""“2 người”: a number of people."""


def says_only_counts(text: str) -> bool:
    """“CĐ: 2 người; tổ SX: 5 người”: numbers of people, and no name beside them."""
    parts = [part for part in re.split(r"[;,\n+]", text) if part.strip()]
    counted = [
        part for part in parts if COUNTS.search(part) or re.fullmatch(r"[^:]{1,30}:\s*\d{1,2}\W*", part)
    ]
    lone = re.fullmatch(r"\s*\d{1,2}\s*", text)
    return bool(lone) or (
        bool(counted)
        and not any(names.is_surely_name(re.sub(r"\d+.*", "", part).strip(" :-")) for part in parts)
    )
