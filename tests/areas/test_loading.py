"""The bundled lists: counts of domain/areas, second runs, refusals, and the check of the tree."""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from areas.checking import find_faults
from areas.loading import load_areas
from areas.models import Area, AreaVersion
from common.models import Register, RegisterKind
from tests.cast import make_places

pytestmark = pytest.mark.django_db


def test_kien_giang_2022() -> None:
    Register.objects.create(kind=RegisterKind.DEMO)
    loaded = load_areas("kien-giang-2022")
    assert [counts.created for counts in loaded.by_level.values()] == [1, 15, 144]
    kinds = Counter(Area.objects.communes().values_list("kind", flat=True))
    assert kinds == {"XA": 116, "PHUONG": 18, "THI_TRAN": 10}
    districts = {
        area.code: area.children.count() for area in Area.objects.filter(level="DISTRICT").order_by("code")
    }
    assert districts == {
        "899": 12, "900": 7, "902": 8, "903": 14, "904": 11, "905": 10, "906": 19, "907": 11, "908": 9,
        "909": 11, "910": 8, "911": 9, "912": 4, "913": 6, "914": 5,
    }  # fmt: skip
    province = Area.objects.get(level="PROVINCE")
    assert (province.code, province.full_name) == ("91", "Tỉnh Kiên Giang")
    assert province.department_name == "Sở Thông tin và Truyền thông"
    assert (province.valid_from, province.note) == (date(2022, 1, 1), "có từ trước")
    assert Register.objects.get().area_set == "kien-giang-2022"
    assert list(find_faults()) == []
    assert Area.history.count() == AreaVersion.history.count() == 160
    assert Area.history.filter(path="").count() == 0
    again = load_areas("kien-giang-2022")
    assert (again.created, again.changed) == (0, 0)
    assert Area.history.count() == 160


def test_vietnam_2025() -> None:
    loaded = load_areas("vietnam-2025")
    assert [counts.created for counts in loaded.by_level.values()] == [34, 0, 3321]
    kinds = Counter(Area.objects.values_list("kind", flat=True))
    assert kinds == {"TINH": 28, "THANH_PHO": 6, "XA": 2621, "PHUONG": 687, "DAC_KHU": 13}
    an_giang = Area.objects.get(level="PROVINCE", code="91")
    assert (an_giang.name, an_giang.department_name) == ("An Giang", "Sở Khoa học và Công nghệ")
    below = Counter(an_giang.children.values_list("kind", flat=True))
    assert below == {"XA": 85, "PHUONG": 14, "DAC_KHU": 3}
    assert Area.objects.get(code="26740").full_name == "Phường Sài Gòn"
    assert list(find_faults()) == []
    again = load_areas("vietnam-2025")
    assert (again.created, again.changed) == (0, 0)


def test_the_other_list_is_refused_with_a_sentence() -> None:
    make_places()
    with pytest.raises(ValidationError) as refused:
        load_areas("vietnam-2025")
    assert refused.value.code == "other_set"
    assert Area.objects.filter(level="PROVINCE").count() == 1
    with pytest.raises(CommandError, match="Kiên Giang 2022"):
        call_command("load_areas", key="vietnam-2025")
    with pytest.raises(CommandError, match="vietnam-2025"):
        call_command("load_areas", key="viet-nam")


def test_a_correction_of_the_list_is_an_edit() -> None:
    load_areas("kien-giang-2022")
    version = AreaVersion.objects.get(code="31066")
    AreaVersion.objects.filter(pk=version.pk).update(name="Minh Thuân", search_key="x", name_key="x")
    Area.objects.filter(code="31066").update(name="Minh Thuân", lat=None)
    out = StringIO()
    call_command("load_areas", stdout=out)
    assert [line.count("1") for line in out.getvalue().splitlines()][-1] > 0
    area = Area.objects.get(code="31066")
    assert (area.name, area.search_key, area.lat is None) == ("Minh Thuận", "minh thuan", False)
    assert AreaVersion.objects.filter(area=area).count() == 1
    assert area.history.count() == 2
    assert list(find_faults()) == []


def test_the_check_finds_what_is_wrong() -> None:
    places = make_places()
    assert list(find_faults()) == []
    a, b, c, d = places.hamlets[:4]
    AreaVersion.objects.filter(area=a).update(valid_from=date(2022, 2, 1))
    Area.objects.filter(pk=b.pk).update(name="Khác")
    Area.objects.filter(pk=c.pk).update(path="1")
    AreaVersion.objects.filter(area=d).update(parent=places.district)
    faulty = {line.split(" ")[0] for line in find_faults()}
    assert faulty == {"31018-001", "31018-002", "31018-003", "31018-004"}
    with pytest.raises(CommandError):
        call_command("check_areas", stdout=StringIO())
