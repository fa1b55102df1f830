"""Filling in the forms of a page as a browser does: what stands in them is sent back, but for what is typed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

TYPED = {"text", "search", "email", "tel", "url", "password", "number", ""}


@dataclass
class Form:
    """A form that posts: where to, what it holds, and which of its fields take free text."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    text_fields: list[str] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the forms with method post."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select: tuple[str, list[str]] | None = None
        self.area: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        name = of.get("name") or ""
        if tag == "form":
            self.form = Form(of.get("action") or "") if (of.get("method") or "").lower() == "post" else None
            if self.form:
                self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "input" and name:
            self._input(name, of)
        elif tag == "button" and name:
            self.form.buttons.append((name, of.get("value") or ""))
        elif tag == "select" and name:
            self.select = (name, [])
        elif tag == "option" and self.select and ("selected" in of or not self.select[1]):
            if "selected" in of:
                self.select[1].clear()
            self.select[1].append(of.get("value") or "")
        elif tag == "textarea" and name:
            self.area = (name, [])

    def _input(self, name: str, of: dict[str, str | None]) -> None:
        assert self.form is not None
        kind = of.get("type") or "text"
        if kind == "file":
            self.form.uploads.append(name)
        elif kind in {"checkbox", "radio"}:
            if "checked" in of:
                self.form.values.setdefault(name, []).append(of.get("value") or "on")
        elif kind not in {"submit", "button", "image", "reset"}:
            self.form.values.setdefault(name, []).append(of.get("value") or "")
            if kind in TYPED and "readonly" not in of:
                self.form.text_fields.append(name)

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select" and self.select and self.form:
            self.form.values[self.select[0]] = self.select[1]
            self.select = None
        elif tag == "textarea" and self.area and self.form:
            self.form.values[self.area[0]] = ["".join(self.area[1]).removeprefix("\n")]
            self.form.text_fields.append(self.area[0])
            self.area = None


def forms_of(html: str) -> list[Form]:
    """The forms of a page that change something, without those of the frame (language, leaving)."""
    reader = _Reader()
    reader.feed(html)
    return [form for form in reader.forms if not form.action.startswith(("/language/", "/accounts/logout/"))]


def submit(client: Client, url: str, which: int = 0, **typed: Any) -> Any:
    """Open the page, type into one of its forms and send it; the answer."""
    form = forms_of(client.get(url).content.decode())[which]
    return client.post(form.action or url, form.values | typed)
