"""T-I1, T-I2: whatever people type, no page runs it and no workbook reckons with it."""

from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from reports.kinds import REPORTS
from tests.access.world import World, make_world
from tests.house.crowd import Crowd
from tests.house.forms import forms_of
from tests.house.hostile import FORMULAS, PAYLOADS, POLYGLOT, dangers, spoil
from tests.house.pages import admin_pages_of, client_of, html_of, pages_of

ROWS = 8


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    Crowd(world, range(ROWS)).add()
    return world


@pytest.mark.parametrize(
    "texts", [PAYLOADS, PAYLOADS[::-1], (POLYGLOT,)], ids=["rotated", "back", "polyglot"]
)
def test_no_stored_text_becomes_markup(
    world: World, texts: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    visitors = {name: client_of(world.cast.everybody[name]) for name in ("minh", "an", "hoa")}
    written, found, shown = spoil(texts), [], 0
    for name, client in visitors.items():
        pages = pages_of(world, name) + (admin_pages_of(world, name) if name == "an" else [])
        for page in pages:
            html = html_of(client, page)
            shown += "__xss" in html
            found += [f"{page.name} as {name}: {danger}" for danger in dangers(html)]
    with capsys.disabled():
        print(f"\n{len(texts)} payloads in {written} texts, shown on {shown} pages, {len(found)} dangers")
    assert sorted(set(found)) == [], "\n".join(sorted(set(found)))
    assert shown > 100


def test_hostile_texts_typed_into_every_form(world: World) -> None:
    """Each form of each page, each of its text fields at once: an answer, never a fault."""
    client = Client(raise_request_exception=False)
    client.force_login(world.cast.minh, backend="accounts.backends.RegisterBackend")
    long, marks = "Ấp " * 4000, "\u202e\u200b\x00Thanh\u0300 l\u1eadp"
    faults, sent = [], 0
    for page in pages_of(world, "minh"):
        if page.name in {"account_change_password", "set_language"}:
            continue
        for form in forms_of(html_of(client, page)):
            for text in (POLYGLOT, "=1+1", long, marks, "' OR 1=1 --", "%_\\", "99999999999999999999", "-1"):
                answer = client.post(
                    form.action or page.url, form.values | dict.fromkeys(form.text_fields, text)
                )
                sent += 1
                faults += [f"{page.name} {text[:20]!r}: {answer.status_code}"] * (answer.status_code >= 500)
                if "html" in answer.headers.get("Content-Type", ""):
                    faults += [
                        f"{page.name} {text[:20]!r}: {danger}" for danger in dangers(answer.content.decode())
                    ]
    assert sorted(set(faults)) == [], "\n".join(sorted(set(faults)))
    assert sent > 100


def test_no_workbook_holds_a_formula(world: World) -> None:
    client = client_of(world.cast.minh)
    spoil(FORMULAS)
    opened, cells, formulas = 0, 0, []
    for page in pages_of(world, "minh"):
        if not page.name.endswith("_excel"):
            continue
        answer = client.post(page.url, {"reason": "kiểm tra"})
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        book = openpyxl.load_workbook(BytesIO(content))
        opened += 1
        for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
            if not isinstance(cell.value, str):
                continue
            cells += 1
            is_quoted = cell.quotePrefix or cell.data_type == "s"
            if cell.data_type == "f" or (cell.value.lstrip("'").startswith(FORMULAS) and not is_quoted):
                formulas.append(f"{page.name} {cell.coordinate}: {cell.value!r}")
    assert formulas == []
    assert (opened, cells > 50) == (len(REPORTS), True)


@pytest.mark.parametrize(
    "frame", ["<p>{}</p>", '<input value="{}">', '<a href="{}">x</a>', "<textarea>{}</textarea>"]
)
def test_the_rule_sees_the_wrong_twin(frame: str) -> None:
    """Unescaped, the polyglot is seen wherever it stands."""
    assert list(dangers(frame.format(POLYGLOT))) != []
    assert list(dangers("<p>Ấp Minh Thuận</p>")) == []
    seen = [one for one in PAYLOADS if list(dangers(f"<p>{one}</p>")) or list(dangers(f'<a href="{one}">'))]
    assert len(seen) > 35
