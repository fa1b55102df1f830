"""A list that rested or ended thirty days ago keeps no copy of personal data (privacy)."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.models import Register, RegisterKind
from config.daily import DAILY
from imports.enums import BatchStatus
from imports.forgetting import forget_old_lists
from imports.handing_in import read_again
from imports.models import ImportBatch, ImportChange
from teams.models import Team
from tests.cast import Cast, make_cast
from tests.imports.lists import write
from tests.teams.member_lists import handed_in, result, six, team


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.mark.parametrize("is_written", [True, False])
def test_after_thirty_days_file_and_rows_are_gone(cast: Cast, is_written: bool) -> None:
    area = cast.places.hamlets[0]
    batch = handed_in(cast.minh, cast.places.commune, result(team(area.name, *six(1, *"ABCDEF"))))
    if is_written:
        write(cast.minh, batch)
    path, now = Path(batch.file.path), timezone.now()
    changes = ImportChange.objects.count()
    assert forget_old_lists(now + timedelta(days=29, hours=23)) == 0
    assert (path.exists(), batch.rows.count()) == (True, 6)
    assert forget_old_lists(now + timedelta(days=30, minutes=1)) == 1
    batch = ImportBatch.objects.get()
    assert (path.exists(), batch.rows.count(), batch.groups.count(), batch.counts["rows"]) == (False, 0, 0, 6)
    assert batch.status == (BatchStatus.APPLIED if is_written else BatchStatus.UNREADABLE)
    assert (ImportChange.objects.count(), Team.objects.count()) == (changes, int(is_written))
    assert forget_old_lists(now + timedelta(days=60)) == 0
    with pytest.raises(ValidationError):
        read_again(by=cast.minh, batch=batch)


def test_the_worker_does_it_daily() -> None:
    assert forget_old_lists in DAILY
