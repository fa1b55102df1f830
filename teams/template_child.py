"""The child process in which office templates are checked and filled: `python -m teams.template_child`.

It is limited in memory and time from outside and inside; whatever a template does, only this process ends.
Reads one JSON object from standard input and writes one to standard output.
"""

import base64
import json
import sys
from typing import Any

try:
    import resource
except ImportError:  # Windows knows no such limits: there the time limit of the parent holds alone
    resource = None  # type: ignore[assignment] # stands for the missing module

from teams.template_check import Refused, check, fill

MEMORY = 512 * 1024 * 1024
SECONDS = 5


def limit() -> None:
    """At most so much memory and working time, where the system knows such limits."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def work(asked: dict[str, Any]) -> dict[str, Any]:
    """Checks the template, and fills it where values are given."""
    content = base64.b64decode(asked["template"])
    try:
        missing = check(content)
        paper = fill(content, asked["values"]) if asked["values"] is not None else b""
    except Refused as error:
        return {"refused": error.code, "words": error.words}
    except (MemoryError, RecursionError):
        return {"refused": "too_large", "words": []}
    return {"missing": missing, "paper": base64.b64encode(paper).decode()}


def main() -> None:
    """One question, one answer."""
    limit()
    json.dump(work(json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
