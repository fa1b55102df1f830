"""Lists of members for tests, as `read_list` gives them, handed in and read."""

from typing import Any

from accounts.models import User
from areas.models import Area
from imports.enums import JobStage
from imports.handing_in import hand_in
from imports.job_runner import Progress
from imports.kinds import list_kind
from imports.models import ImportBatch, Job
from imports.reading import keep_reading
from teams.member_reading import reading_of


def member(
    row: int, name: str | None, role: str | None = "member", category: str | None = "RESIDENT", **more: Any
) -> dict[str, Any]:
    """One entry of a result."""
    values = {
        "row": row,
        "sheet": "Sheet1",
        "full_name": name,
        "birth": None,
        "gender": None,
        "role": role,
        "position_text": None,
        "category": category,
        "phone": None,
        "flags": [],
    }
    return values | more


def team(hamlet: str | None, *members: dict[str, Any], kind: str = "hamlet", **more: Any) -> dict[str, Any]:
    """One team of a result."""
    values = {
        "kind": kind,
        "commune_code": None,
        "hamlet": hamlet,
        "hamlet_kind": "AP" if hamlet else None,
        "enterprise": None,
        "stated_member_count": None,
        "flags": [],
        "members": list(members),
    }
    return values | more


def result(*teams: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A whole result."""
    values = {
        "file": "ds.xlsx",
        "readable": True,
        "reason_if_not": None,
        "commune_code": None,
        "decision": None,
        "teams": list(teams),
        "ignored_rows": [],
        "file_flags": [],
    }
    return values | more


def six(first_row: int, *names: str, phone: int = 0) -> list[dict[str, Any]]:
    """A complete list: head of the hamlet leads, the Youth Union is deputy, and so on."""
    seats = [
        ("leader", "HAMLET_HEAD", "Trưởng ấp"),
        ("deputy", "YOUTH_UNION", "Bí thư chi đoàn"),
        ("member", "MASS_ORG_HEAD", "Chi hội trưởng HPN"),
        ("member", "BANK", "Agribank"),
        ("member", "RESIDENT", None),
        ("member", "RESIDENT", None),
    ]
    return [
        member(
            first_row + at,
            name,
            role,
            category,
            position_text=position,
            birth=str(1970 + at),
            gender="F" if " Thị " in name else "M",
            phone=f"0912{phone + first_row + at:06d}",
        )
        for at, (name, (role, category, position)) in enumerate(zip(names, seats, strict=False))
    ]


def handed_in(by: User, area: Area, read: dict[str, Any], number: int = 0) -> ImportBatch:
    """The result as a list in review, as the worker leaves it."""
    content = f"{number} {read!r}".encode()
    batch = hand_in(by=by, kind="members", area=area, content=content, file_name="ds.xlsx")
    Job.objects.filter(pk=batch.job_id).update(status="RUNNING")
    reading = reading_of(read)
    progress = Progress(Job.objects.get(pk=batch.job_id))
    progress.stage = JobStage.CHECKING
    list_kind("members").match(batch, reading, progress)
    keep_reading(batch, reading, by)
    Job.objects.filter(pk=batch.job_id).update(status="DONE")
    return ImportBatch.objects.select_related("area", "job").get(pk=batch.pk)
