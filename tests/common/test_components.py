"""The parts of pages: what they say, that they escape, and that none needs inline style or script."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from common.lists import Page
from common.templatetags.figures import last_day, number, share, vi_date
from common.templatetags.hamlets import hamlet_strip
from common.templatetags.squares import seats

HOSTILE = "\"><script>alert('x')</script>&"
ESCAPED = "&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;"


@pytest.fixture(autouse=True)
def _vietnamese():
    with override("vi"):
        yield


def seat(place: int, role: str = "MEMBER", category: str = "MASS_ORG_HEAD", name: str = "An", **more: str):
    return SimpleNamespace(seat=place, role=role, category=category, name=name, **more)


def team(*places: int) -> list[SimpleNamespace]:
    roles = {1: ("LEADER", "HAMLET_HEAD"), 2: ("DEPUTY", "YOUTH_UNION")}
    return [seat(place, *roles.get(place, ())) for place in places]


def tight(html: str) -> str:
    """The page without the white space around its tags."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", html))


def said(html: str) -> str:
    return re.search(r'aria-label="([^"]*)"', html)[1]


@pytest.mark.parametrize(
    ("in_force", "proposal", "text", "height"),
    [
        ([], None, "0 trên 10 ghế", 18),
        (team(1), None, "1 trên 10 ghế: tổ trưởng", 18),
        (team(*range(1, 10)), None, "9 trên 10 ghế: tổ trưởng, tổ phó, 7 thành viên", 18),
        (team(*range(1, 11)), None, "10 trên 10 ghế: tổ trưởng, tổ phó, 8 thành viên", 18),
        (team(3, 4), None, "2 trên 10 ghế: 2 thành viên", 18),
        (team(1, 2, 11, 12), None, "2 trên 10 ghế: tổ trưởng, tổ phó; 2 ghế đoàn viên tăng cường", 27),
        ([], team(1, 2), "dự kiến: 2 trên 10 ghế: tổ trưởng, tổ phó", 18),
        (
            team(1),
            team(1, 3),
            "1 trên 10 ghế: tổ trưởng; dự kiến: 2 trên 10 ghế: tổ trưởng, 1 thành viên",
            40,
        ),
    ],
)
def test_seats_say_what_they_show(in_force, proposal, text, height):
    html = seats(in_force, proposal)
    assert said(html) == text
    assert f'height="{height}"' in html


def test_seats_draw_ten_squares_with_letters_stars_and_tooltips():
    html = seats(team(1, 2, 3))
    assert html.count("<g ") == 10
    assert re.findall(r"<text[^>]*>(.)</text>", html) == ["T", "Đ", "H"]
    assert (html.count("s-leader"), html.count("s-deputy"), html.count("s-free")) == (1, 1, 7)
    assert "<title>Ghế 1: An, tổ trưởng, trưởng ấp</title>" in html
    assert "<title>Ghế 10: còn trống</title>" in html


def test_seats_take_dicts_as_well_as_objects():
    rows = [{"seat": 1, "role": "LEADER", "category": "BANK", "name": "An"}]
    assert seats(rows) == seats([seat(1, "LEADER", "BANK")])


def test_a_proposal_is_hatched_and_leaves_the_line_up_in_force_alone():
    html = seats(team(1, 2), team(1, 2, 3))
    assert (html.count("s-taken"), html.count("s-proposed"), html.count("s-hatch")) == (2, 3, 3)


def test_hostile_names_are_escaped_in_every_picture():
    pictures = [
        seats([seat(1, name=HOSTILE, category=HOSTILE, role=HOSTILE, state=HOSTILE)]),
        seats([], [seat(11, name=HOSTILE)]),
        hamlet_strip([{"name": HOSTILE, "state": HOSTILE, "url": HOSTILE}]),
        Template("{% load squares %}{% seat_tiles rows %}").render(
            Context({"rows": [seat(1, name=HOSTILE, post=HOSTILE, url=HOSTILE)]})
        ),
    ]
    for html in pictures:
        assert "<script" not in html
        assert ESCAPED in html


def test_tiles_show_name_duty_post_and_free_seats():
    html = Template("{% load squares %}{% seat_tiles rows %}").render(
        Context({"rows": [seat(1, "LEADER", "HAMLET_HEAD", "Nguyễn Văn An", post="Trưởng ấp"), *team(11)]})
    )
    assert html.count("<li") == 11
    assert html.count("Ghế trống") == 9
    assert "Tổ trưởng · Trưởng ấp" in html
    assert "ghế tăng cường" in html
    assert said(html) == "1 trên 10 ghế: tổ trưởng; 1 ghế đoàn viên tăng cường"


def test_hamlet_strip_counts_the_hamlets_with_a_team_and_links_them():
    states = ["ACTIVE", "ACTIVE", "NEEDS_RECONSTITUTION", "DRAFT", "SUSPENDED", "DISSOLVED", ""]
    html = hamlet_strip([{"name": f"Ấp {n}", "state": s, "url": f"/h/{n}"} for n, s in enumerate(states)])
    assert said(html) == "3/7 ấp có tổ"
    assert re.findall(r"sq-(\w+)", html) == ["full", "full", "half", "draft", "none", "none", "none"]
    assert 'href="/h/3" title="Ấp 3: tổ dự kiến" aria-label="Ấp 3: tổ dự kiến"' in html


def test_hamlets_without_address_are_pictures_not_links():
    html = hamlet_strip([SimpleNamespace(name="Ấp Minh Thành", state="")])
    assert "<a" not in html
    assert 'role="img" title="Ấp Minh Thành: chưa có tổ"' in html


@pytest.mark.parametrize(
    ("part", "total", "text", "width"),
    [
        (941, 957, "941/957 (98,3 %)", "98.3%"),
        (0, 4, "0/4 (0,0 %)", "0.0%"),
        (1234, 1234, "1.234/1.234 (100,0 %)", "100.0%"),
        (1, 2000, "1/2.000 (0,1 %)", "0.1%"),
        (7, 5, "7/5 (140,0 %)", "100%"),
    ],
)
def test_share_shows_both_numbers_and_a_bar(part, total, text, width):
    html = share(part, total)
    assert re.sub(r"<[^>]*>", "", html) == text
    assert f'class="share-part" width="{width}"' in html


@pytest.mark.parametrize(("part", "total"), [(0, 0), (None, 5), (3, None), (None, None)])
def test_share_of_nothing_is_a_dash(part, total):
    assert share(part, total) == "—"


@pytest.mark.parametrize(
    ("value", "places", "vi", "en"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (1234567, None, "1.234.567", "1,234,567"),
        (999, None, "999", "999"),
        (-1234, None, "-1.234", "-1,234"),
        (0, None, "0", "0"),
        (2, 1, "2,0", "2.0"),
        (None, None, "—", "—"),
    ],
)
def test_numbers_follow_the_language(value, places, vi, en):
    assert number(value, places) == vi
    with override("en"):
        assert number(value, places) == en


def test_dates_are_day_month_year_and_an_end_is_the_day_before():
    assert vi_date(date(2022, 8, 5)) == "05/08/2022"
    assert vi_date(None) == "—"
    assert last_day(date(2022, 3, 1)) == "28/02/2022"
    assert last_day(None) == "nay"


class NameForm(forms.Form):
    name = forms.CharField(label="Họ tên", help_text="Như trên giấy tờ", max_length=5)
    agrees = forms.BooleanField(label="Đồng ý", required=False)
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A")], required=False)


def test_a_wrong_field_is_named_at_the_top_and_tied_to_its_help_and_error():
    html = render_to_string("components/form_fields.html", {"form": NameForm({"name": "Nguyễn Văn An"})})
    assert 'role="alert"' in html
    assert '<a href="#id_name">Họ tên</a>:' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert '<ul class="errorlist" id="id_name_error">' in html
    assert 'value="Nguyễn Văn An"' in html
    assert html.count('class="form-check-input"') == 1
    assert html.count('class="form-select"') == 1


def test_findings_say_their_level_in_words():
    found = [
        {"level": "E", "rule": "BR-06", "text": HOSTILE, "source": "Quyết định 1", "fix_url": "/f"},
        {"level": "W", "rule": "BR-09", "text": "Thiếu bưu điện", "source": ""},
        {"level": "I", "rule": "BR-10", "text": "Có 2 phụ nữ", "source": ""},
    ]
    html = render_to_string("components/findings.html", {"findings": found})
    words = re.findall(r'weight-(.)">([^<]*)', html)
    assert words == [("E", "Bắt buộc"), ("W", "Nên có"), ("I", "Cần biết")]
    assert ESCAPED in html
    assert html.count("finding-fix") == 1


@pytest.mark.django_db
def test_the_day_asked_for_keeps_the_other_settings():
    request = RequestFactory().get("/x", {"sort": HOSTILE, "as_of": "1", "page": "2"})
    html = render_to_string("components/as_of.html", {"as_of": date(2022, 8, 5)}, request)
    assert f'<input type="hidden" name="sort" value="{ESCAPED}">' in html
    assert html.count("hidden") == 1
    assert 'value="05/08/2022"' in html


@pytest.mark.django_db
def test_a_wrong_day_stays_in_the_field_with_its_error():
    context = {"as_of": None, "as_of_text": "31/2/2022", "as_of_error": "Không có ngày này."}
    html = render_to_string("components/as_of.html", context, RequestFactory().get("/x"))
    assert 'value="31/2/2022" aria-invalid="true" aria-describedby="as-of-error"' in html


def test_the_pager_keeps_the_settings():
    html = render_to_string("components/pager.html", {"page": Page([], 2, True, "name", "q=a&sort=-name")})
    assert re.findall(r'rel="(\w+)"\s+href="([^"]*)"', html) == [
        ("prev", "?q=a&amp;sort=-name&amp;page=1"),
        ("next", "?q=a&amp;sort=-name&amp;page=3"),
    ]
    assert render_to_string("components/pager.html", {"page": Page([], 1, False, "name", "")}).strip() == ""


@pytest.mark.parametrize(
    ("sort", "next_sort", "spoken"),
    [
        ("name", "-name", ' aria-sort="ascending"'),
        ("-name", "name", ' aria-sort="descending"'),
        ("x", "name", ""),
    ],
)
def test_sort_heads_turn_the_order_round(sort, next_sort, spoken):
    context = Context({"request": RequestFactory().get("/x", {"q": "a", "page": "3"}), "sort": sort})
    html = Template('{% load page %}{% sort_head sort "name" "Tên" "num" %}').render(context)
    assert html.startswith(f'<th scope="col" class="num"{spoken}><a href="?q=a&amp;sort={next_sort}">Tên')


def test_the_title_stands_in_the_head_and_as_the_first_heading():
    page = Template('{% extends "base.html" %}{% block title %}Tổ của ấp{% endblock %}')
    html = tight(page.render(Context({"csrf_token": "k"})))
    assert re.search(r"<title>([^<]*)</title>", html)[1] == "Tổ của ấp · Tổ Số"
    assert re.findall(r"<h1>([^<]*)</h1>", html) == ["Tổ của ấp"]
    assert '<html lang="vi">' in html


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html", "503.html"])
def test_error_pages_need_no_context(name):
    html = render_to_string(name)
    assert html.count("<h1") == 1
    assert "None" not in html


def test_a_sheet_has_letterhead_title_and_signatures():
    page = Template('{% extends "print.html" %}{% block title %}Danh sách{% endblock %}')
    html = tight(page.render(Context({"issuer": "UBND XÃ MỸ LÂM", "as_of_text": "05/08/2022"})))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in html
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", html) == ["Danh sách"]
    assert '<p class="sheet-asof">tính đến 05/08/2022</p>' in html
    assert "Người lập biểu" in html


TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style|javascript:|<script(?![^>]*\bsrc=)(?![^>]*application/json)"""
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_inline_style_or_script(path):
    assert INLINE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "wrong", ['<p style="x">', "<a onclick='x'>", "<style>", "<script>x</script>", '<a href="javascript:x">']
)
def test_the_search_for_inline_parts_finds_them(wrong):
    assert INLINE.search(wrong)


def test_every_icon_named_in_a_template_is_in_the_sprite():
    sprite = Path(settings.BASE_DIR, "static/vendor/icons.svg").read_text(encoding="utf-8")
    used = {
        name
        for path in TEMPLATES
        for name in re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert {name for name in used if f'id="{name}"' not in sprite} == set()
