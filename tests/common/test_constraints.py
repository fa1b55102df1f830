"""NoOverlap: the database refuses dated rows that overlap, on every path and on both databases."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from areas.models import Area, AreaVersion
from areas.tree import version_of
from common.constraints import NoOverlap
from tests.cast import Places, make_places

pytestmark = pytest.mark.django_db(transaction=True)

START = date(2022, 1, 1)


@pytest.fixture
def places() -> Places:
    return make_places()


def another(hamlet: Area, start: date, end: date | None) -> AreaVersion:
    """A second version of a hamlet, under a code and name of its own."""
    version = version_of(hamlet, valid_from=start)
    version.valid_to, version.code, version.search_key = end, "x", "x"
    return version


PERIODS = [
    (date(2022, 1, 1), None, True),  # the same
    (date(2030, 1, 1), None, True),  # future, inside the open one
    (date(2021, 1, 1), date(2022, 1, 2), True),  # back-dated, one day too long
    (date(2021, 1, 1), date(2022, 1, 1), False),  # back-dated, ends as the other begins
    (date(2020, 1, 1), date(2021, 1, 1), False),  # long before
]


@pytest.mark.parametrize("way", ["save", "bulk_create", "update"])
@pytest.mark.parametrize(("start", "end", "refused"), PERIODS)
def test_a_second_period_is_refused_where_it_overlaps(
    places: Places, way: str, start: date, end: date | None, refused: bool
) -> None:
    hamlet = places.hamlets[0]
    version = another(hamlet, start, end)

    def write() -> None:
        if way == "save":
            version.save()
        elif way == "bulk_create":
            AreaVersion.objects.bulk_create([version])
        else:
            far = another(hamlet, date(1990, 1, 1), date(1990, 1, 2))
            far.save()
            AreaVersion.objects.filter(pk=far.pk).update(valid_from=start, valid_to=end)

    if refused:
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
    else:
        write()
    kept = AreaVersion.objects.filter(area=hamlet).count()
    assert kept == (1 if refused else 2)


def test_the_condition_sets_accepted_pairs_free(places: Places) -> None:
    twin = version_of(places.hamlets[0])
    twin.area, twin.code = places.hamlets[1], "x"
    twin.valid_from, twin.valid_to = date(2021, 1, 1), date(2022, 1, 1)
    AreaVersion.objects.filter(area=places.hamlets[0]).update(valid_from=date(2021, 6, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    twin.same_name_accepted = True
    twin.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaVersion.objects.filter(pk=twin.pk).update(same_name_accepted=False)


def test_a_code_may_return_when_it_is_free_again(places: Places) -> None:
    """BR-32: 31018 ends on 01/07/2025 and comes back under another unit that very day."""
    first = AreaVersion.objects.get(area=places.commune)
    first.valid_to = date(2025, 7, 1)
    first.save()
    later = AreaVersion.objects.get(area=places.other_commune)
    later.code = "31018"
    with pytest.raises(IntegrityError), transaction.atomic():
        later.save()
    later.valid_from = date(2025, 7, 1)
    later.save()
    assert AreaVersion.objects.filter(code="31018").count() == 2


def test_the_form_says_it_before_the_database(places: Places) -> None:
    with pytest.raises(ValidationError) as refused:
        another(places.hamlets[0], START, None).validate_constraints()
    assert len(refused.value.messages) == 1


def test_the_triggers_outlive_the_rebuilding_of_a_table(places: Places) -> None:
    """On SQLite a changed field makes Django write the table anew; the constraint must come along."""
    old = AreaVersion._meta.get_field("document_ref")
    new = models.CharField(max_length=201, blank=True)
    new.set_attributes_from_name("document_ref")
    new.model = AreaVersion
    with connection.schema_editor() as editor:
        editor.alter_field(AreaVersion, old, new, strict=True)
    try:
        with pytest.raises(IntegrityError), transaction.atomic():
            another(places.hamlets[0], date(2030, 1, 1), None).save()
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(AreaVersion, new, old, strict=True)


def test_the_wrong_twin_lets_it_through(places: Places) -> None:
    """Checking in the model alone stops a form, but not `bulk_create`, and not two users at once."""
    every = list(AreaVersion._meta.constraints)
    [constraint] = [c for c in every if c.name == "areaversion_one_a_day"]
    assert isinstance(constraint, NoOverlap)
    # SQLite writes the table anew with the constraints that the model names.
    AreaVersion._meta.constraints = [c for c in every if c is not constraint]
    try:
        with connection.schema_editor() as editor:
            editor.remove_constraint(AreaVersion, constraint)
        version = another(places.hamlets[0], date(2030, 1, 1), None)
        with pytest.raises(ValidationError):
            constraint.validate(AreaVersion, version)
        AreaVersion.objects.bulk_create([version])
        assert AreaVersion.objects.filter(area=places.hamlets[0]).valid_on(date(2031, 1, 1)).count() == 2
        AreaVersion.objects.filter(code="x").delete()
    finally:
        AreaVersion._meta.constraints = every
        with connection.schema_editor() as editor:
            editor.add_constraint(AreaVersion, constraint)
    with pytest.raises(IntegrityError), transaction.atomic():
        another(places.hamlets[0], date(2030, 1, 1), None).save()
