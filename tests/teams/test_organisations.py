"""Organisations, tax codes, enterprises and their counts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from teams.models import EnterpriseProfile, Organisation, WorkforceCount
from teams.organisations import record_workforce, save_enterprise, save_organisation, tax_code_of
from tests.cast import Cast, make_cast
from tests.teams.test_issuing import refused


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def company(cast: Cast, **fields: object) -> Organisation:
    values = {"name": "Công ty Mẫu", "group": "ENTERPRISE", "type": "COMPANY", "area": cast.places.commune}
    return Organisation(**(values | fields))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0100109106", "0100109106"),
        ("0100109106-001", "0100109106-001"),
        ("0100109106001", "0100109106-001"),
        (" ", ""),
    ],
)
def test_tax_code(text: str, stored: str) -> None:
    assert tax_code_of(text) == stored


@pytest.mark.parametrize("text", ["0100109107", "010010910", "0100109106-01", "abc", "٠١٠٠١٠٩١٠٦"])
def test_wrong_tax_code(text: str) -> None:
    with pytest.raises(ValidationError) as error:
        tax_code_of(text)
    assert error.value.code == "tax_code"


def test_organisation_with_a_wrong_tax_code_or_type_is_refused(cast: Cast) -> None:
    assert refused(lambda: save_organisation(by=cast.minh, organisation=company(cast, tax_code="123"))) == [
        "tax_code"
    ]
    assert len(refused(lambda: save_organisation(by=cast.minh, organisation=company(cast, type="BANK")))) == 1
    assert Organisation.objects.count() == 0


def test_tax_code_once(cast: Cast) -> None:
    save_organisation(by=cast.minh, organisation=company(cast, tax_code="0100109106"))
    assert (
        len(
            refused(
                lambda: save_organisation(by=cast.minh, organisation=company(cast, tax_code="0100109106"))
            )
        )
        == 1
    )


@pytest.mark.parametrize("user", ["quang", "lan", "binh", "hoa"])
def test_who_may_not_enter_organisations(cast: Cast, user: str) -> None:
    with pytest.raises(PermissionDenied):
        save_organisation(by=getattr(cast, user), organisation=company(cast))


def test_enterprise_and_its_counts(cast: Cast) -> None:
    organisation = save_organisation(by=cast.minh, organisation=company(cast))
    profile = EnterpriseProfile(organisation=organisation, area=cast.places.commune)
    enterprise = save_enterprise(by=cast.minh, profile=profile)
    day, today = date(2022, 8, 5), timezone.localdate()
    record_workforce(by=cast.minh, enterprise=enterprise, as_of=day, worker_count=301)
    counts = [
        {"as_of": day, "worker_count": 300},
        {"as_of": today, "worker_count": 300, "nonlocal_worker_count": 301},
        {"as_of": today + timedelta(days=1), "worker_count": 300},
    ]
    for count in counts:
        assert len(refused(lambda c=count: record_workforce(by=cast.minh, enterprise=enterprise, **c))) == 1
    assert WorkforceCount.objects.get().worker_count == 301


def test_union_is_no_enterprise(cast: Cast) -> None:
    union = company(cast, name="Hội Phụ nữ xã", group="MASS_ORG", type="WOMEN_UNION")
    save_organisation(by=cast.minh, organisation=union)
    profile = EnterpriseProfile(organisation=union, area=cast.places.commune)
    assert refused(lambda: save_enterprise(by=cast.minh, profile=profile)) == ["group"]
