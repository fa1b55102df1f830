"""The table of the benchmark, on the screen and in docs/performance.md."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from config.bench.measuring import Result

HEAD = ("job", "ours", "SQL or other", "ratio", "aim", "held")
START, END = "<!-- bench: start -->", "<!-- bench: end -->"
USUAL_SIZE = "merged"
TITLES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def cells(result: Result) -> tuple[str, ...]:
    """A line of the table; a remark stands behind the job."""
    return (
        f"{result.job} ({result.remark})" if result.remark else result.job,
        f"{result.ours:.1f} ms",
        "–" if result.reference is None else f"{result.reference:.1f} ms",
        "–" if result.ratio is None else f"{result.ratio:.2f}",
        result.aim,
        "yes" if result.held else "NO",
    )


def plain(results: Sequence[Result]) -> str:
    """The table in columns."""
    lines = [HEAD, *(cells(result) for result in results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )


def markdown(by_database: Mapping[str, Sequence[Result]], size: str, on: date) -> str:
    """The section of the document: a table for each database."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    parts = [f"Measured on {on:%d/%m/%Y}, size `{size}`, {machine}; warm medians."]
    for database, results in by_database.items():
        held = sum(result.held for result in results)
        parts.append(f"### {TITLES[database]}: {held} of {len(results)} aims held")
        rows = ["| " + " | ".join(line) + " |" for line in (HEAD, *(cells(result) for result in results))]
        rows.insert(1, "|" + "---|" * len(HEAD))
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def marks_of(text: str, size: str) -> tuple[str, str]:
    """The marks of a size in the document; sizes that have none of their own share those of the usual one."""
    start, end = (mark.replace("bench", f"bench {size}") for mark in (START, END))
    return (start, end) if size != USUAL_SIZE and start in text else (START, END)


def write_into(document: Path, section: str, size: str = USUAL_SIZE) -> None:
    """Replace what stands between the marks of the document."""
    text = document.read_text(encoding="utf-8")
    start, end = marks_of(text, size)
    before, rest = text.split(start, 1)
    after = rest.split(end, 1)[1]
    document.write_text(f"{before}{start}\n\n{section}\n\n{end}{after}", encoding="utf-8")
