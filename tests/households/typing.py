"""Filling in forms as a browser does: what a page holds already, and what is typed."""

import re
from typing import Any

from django.test import Client


def typed(client: Client, url: str) -> dict[str, Any]:
    """What the form of a page holds before anything is typed: as a browser would send it."""
    html = client.get(url).content.decode()
    values: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        found = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind, name = found.get("type", "text"), found.get("name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        if kind not in {"checkbox", "radio"} or "checked" in tag:
            values.setdefault(name, []).append(found.get("value", ""))
    for name, inner in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.S):
        chosen = re.search(r'value="([^"]*)" selected', inner) or re.search(r'value="([^"]*)"', inner)
        values[name] = [chosen[1]] if chosen else []
    return values


def post(client: Client, url: str, **changes: Any) -> Any:
    """Send the form with these changes."""
    return client.post(url, typed(client, url) | changes)


def says(answer: Any) -> str:
    assert answer.status_code == 200
    return answer.content.decode()
