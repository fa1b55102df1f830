"""The shape of an expected reading: short words for writing it by hand, nothing worked out."""

from typing import Any

LEADER, DEPUTY, MEMBER = "leader", "deputy", "member"
HEAD, YOUTH, MASS = "HAMLET_HEAD", "YOUTH_UNION", "MASS_ORG_HEAD"
TELECOM, BANK, STATE = "POST_TELECOM", "BANK", "STATE_STAFF"
ENTERPRISE, RESIDENT, OTHER = "ENTERPRISE_STAFF", "RESIDENT", "OTHER"


def person(
    row: int,
    full_name: str | None,
    birth: str | None,
    gender: str | None,
    role: str | None,
    position_text: str | None,
    category: str | None,
    phone: str | None,
    *flags: str,
) -> dict[str, Any]:
    """One entry; its team gives the sheet."""
    return {
        "row": row,
        "sheet": None,
        "full_name": full_name,
        "birth": birth,
        "gender": gender,
        "role": role,
        "position_text": position_text,
        "category": category,
        "phone": phone,
        "flags": list(flags),
    }


def team(
    sheet: str | None,
    commune_code: str | None,
    kind: str,
    name: str | None,
    *members: dict[str, Any],
    stated: int | None = None,
    flags: tuple[str, ...] = (),
) -> dict[str, Any]:
    """A team: kind is "commune", "enterprise" or the kind of the hamlet ("AP", "KHU_PHO")."""
    hamlet = kind not in ("commune", "enterprise")
    return {
        "kind": "hamlet" if hamlet else kind,
        "commune_code": commune_code,
        "hamlet": name if hamlet else None,
        "hamlet_kind": kind if hamlet and kind != "NONE" else None,
        "enterprise": name if kind == "enterprise" else None,
        "stated_member_count": stated,
        "flags": list(flags),
        "members": [{**member, "sheet": sheet} for member in members],
    }


def reading(
    commune_code: str | None,
    decision: tuple[str, str, str] | None,
    teams: list[dict[str, Any]],
    ignored_rows: list[int] | list[str],
    *file_flags: str,
) -> dict[str, Any]:
    """The whole list; the file's name is added when it is written."""
    return {
        "readable": True,
        "reason_if_not": None,
        "commune_code": commune_code,
        "decision": dict(zip(("number", "symbol", "date"), decision, strict=True)) if decision else None,
        "teams": teams,
        "ignored_rows": ignored_rows,
        "file_flags": list(file_flags),
    }


def rows_of(sheet: str, *rows: int) -> list[str]:
    """Ignored rows of one of several sheets."""
    return [f"{sheet}!{row}" for row in rows]
