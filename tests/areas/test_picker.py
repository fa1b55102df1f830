"""The type-ahead and the form field: best matches first, in scope, small, and usable without script."""

import json

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext

from areas.forms import AreaChoiceField
from areas.models import Area
from areas.picking import MOST_BYTES, answer, choices, find, label_of
from areas.tree import open_hamlet, save_new, set_keys
from tests.cast import START, Cast, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def hamlet(cast: Cast, name: str, **facts: object) -> Area:
    return open_hamlet(commune=cast.places.commune, kind="AP", name=name, valid_from=START, **facts)


def names(cast: Cast, typed: str, **narrow: object) -> list[str]:
    return [unit.name for unit in find(choices(cast.minh, **narrow), typed)]


@pytest.mark.parametrize(
    "typed", ["Minh Thành", "minh thanh", "MINH THANH", "ấp minh thành", "ap minh tha", "minh  thành"]
)
def test_accents_and_kind_words_do_not_matter(cast: Cast, typed: str) -> None:
    assert names(cast, typed, level="HAMLET") == ["Minh Thành"]


def test_the_best_comes_first(cast: Cast) -> None:
    for name in ("Bàu Thạnh", "Thành Lợi", "Thạnh", "Thạnh Lợi", "Chùa Thanhà"):
        hamlet(cast, name, same_name_accepted=True)
    assert names(cast, "thạnh", level="HAMLET") == [
        "Thạnh",  # begins with the very letters and accents
        "Thạnh Lợi",
        "Thành Lợi",  # begins with the letters
        "Bàu Thạnh",  # a word begins with them
        "Chùa Thanhà",
        "Minh Thành",
    ]


def test_a_name_that_begins_like_a_kind_word(cast: Cast) -> None:
    hamlet(cast, "Ấp Mới")
    hamlet(cast, "Bản Đá")
    assert names(cast, "ấp m", level="HAMLET")[-1] == "Ấp Mới"
    assert names(cast, "bản đá", level="HAMLET") == ["Bản Đá"]


def test_names_above_narrow(cast: Cast) -> None:
    for commune in (cast.places.commune, cast.places.other_commune):
        open_hamlet(commune=commune, kind="AP", name="Công Sự", valid_from=START)
    rows = choices(cast.an, level="HAMLET")
    assert len(find(rows, "công sự")) == 2
    [one] = find(rows, "Ấp Công Sự, Xã Thạnh Yên")
    assert label_of(one) == "Ấp Công Sự, Xã Thạnh Yên, Huyện U Minh Thượng, Tỉnh Kiên Giang"
    assert len(find(choices(cast.an, within=cast.places.commune), "công sự")) == 1


def test_only_in_scope_and_only_of_today(cast: Cast) -> None:
    assert names(cast, "kênh") == []
    assert [unit.name for unit in find(choices(cast.quang), "kênh")] == ["Kênh Bảy", "Kênh Năm", "Kênh Sáu"]
    assert find(choices(cast.hoa, capability="area.edit"), "minh") == []
    closed = hamlet(cast, "Xóm Cũ")
    Area.objects.filter(pk=closed.pk).update(valid_to="2023-01-01")
    assert names(cast, "xóm cũ") == []


@pytest.mark.parametrize(
    "typed", ["", "   ", ",", "%", "_", "\\", "'", "\x00", "ấp", "a" * 5000, "\u202e", "😀", ", ,a"]
)
def test_odd_letters_find_nothing_and_break_nothing(cast: Cast, typed: str) -> None:
    assert set(names(cast, typed)) <= {"Minh Thành"} or typed == "ấp"


def test_twenty_at_most_within_five_kilobytes(cast: Cast) -> None:
    rows = []
    for number in range(60):
        row = Area(level="HAMLET", kind="TO_DAN_PHO", code=f"x{number}", valid_from=START)
        row.name, row.parent = (
            "Nguyễn Thị Minh Khai Thượng Đông Phường Cũ " + "ỗ" * 70 + str(number),
            cast.places.commune,
        )
        set_keys(row)
        rows.append(row)
    save_new(rows)
    found = find(choices(cast.minh, level="HAMLET"), "nguyễn")
    assert len(found) == 20
    sent = json.dumps({"results": answer(found)}, ensure_ascii=False).encode()
    assert 4000 < len(sent) <= MOST_BYTES


def test_few_queries(cast: Cast) -> None:
    cast.minh.current_scopes  # noqa: B018 - read once a request
    with CaptureQueriesContext(connection) as queries:
        answer(find(choices(cast.minh, level="HAMLET"), "minh"))
    assert len(queries) <= 3


class ChoiceForm(forms.Form):
    """A form of another room."""

    def __init__(self, *args: object, cast: Cast, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hamlet"] = AreaChoiceField(user=cast.an, capability="area.edit", level="HAMLET")


def sent(cast: Cast, pk: object, text: str | None) -> ChoiceForm:
    data = {"hamlet": str(pk)} | ({"hamlet_text": text} if text is not None else {})
    return ChoiceForm(data, cast=cast)


def test_the_field_takes_an_id_or_a_text(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    for form, chosen in [
        (sent(cast, first.pk, label_of(first)), first),
        (sent(cast, first.pk, None), first),
        (sent(cast, "", "ấp minh thành"), first),
        (sent(cast, "", label_of(second)), second),
        (sent(cast, first.pk, "Minh Tân"), second),  # changed by hand, without script
    ]:
        assert form.is_valid(), form.errors
        assert form.cleaned_data["hamlet"] == chosen


@pytest.mark.parametrize("pk", ["999999", "abc", "-1", "9" * 30, "1; DROP"])
def test_a_forged_id_is_refused(cast: Cast, pk: str) -> None:
    form = sent(cast, pk, None)
    assert not form.is_valid()
    assert form.has_error("hamlet", "outside")


def test_a_unit_of_the_wrong_level_or_place_is_refused(cast: Cast) -> None:
    assert sent(cast, cast.places.commune.pk, None).has_error("hamlet", "outside")
    field = AreaChoiceField(user=cast.quang, level="HAMLET")
    with pytest.raises(forms.ValidationError):
        field.clean((str(cast.places.hamlets[0].pk), None))
    with pytest.raises(forms.ValidationError):
        AreaChoiceField(level="HAMLET").clean(("", "minh"))


def test_several_candidates_are_listed_and_the_text_is_kept(cast: Cast) -> None:
    form = sent(cast, "", "minh")
    assert form.has_error("hamlet", "several")
    assert label_of(cast.places.hamlets[0]) in str(form.errors)
    assert 'value="minh"' in str(form["hamlet"])
    assert sent(cast, "", "").has_error("hamlet", "required")
    assert sent(cast, "", "không có").has_error("hamlet", "none")


def test_the_field_shows_what_was_chosen(cast: Cast) -> None:
    html = str(ChoiceForm(cast=cast, initial={"hamlet": cast.places.hamlets[0]})["hamlet"])
    assert f'value="{label_of(cast.places.hamlets[0])}"' in html
    assert "level=HAMLET&amp;can=area.edit&amp;q=" in html
    assert 'data-target="#id_hamlet"' in html
