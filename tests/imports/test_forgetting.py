"""A list that rested or ended thirty days ago keeps no copy of personal data (privacy)."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.models import Register, RegisterKind
from config.daily import DAILY
from households.anonymising import make_household_anonymous
from households.models import Household
from imports.enums import BatchStatus
from imports.forgetting import forget_old_lists
from imports.handing_in import hand_in, read_again
from imports.models import ImportBatch, ImportChange
from teams.models import Team
from tests.cast import Cast, make_cast
from tests.imports.lists import read, take_back, workbook, write
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


def homes(cast: Cast, *heads: str) -> ImportBatch:
    rows = [[head, cast.places.hamlets[0].full_name] for head in heads]
    content = workbook(["Chủ hộ", "Ấp, khu phố"], *rows)
    return read(cast.minh, cast.places.commune, "households", content)


@transaction.atomic
def erase(cast: Cast, head: str) -> None:
    """What withdrawing a consent and the end of retention both do."""
    make_household_anonymous(cast.minh, Household.objects.select_for_update().get(head_name=head))


def test_the_file_goes_when_somebody_on_it_is_erased_and_undo_goes_on(cast: Cast) -> None:
    """Withdrawal erases the name at once, not after thirty days; the rows of the others can still be taken back."""
    batch = homes(cast, "Danh Văn Cua", "Lý Thị Ốc", "")
    write(cast.minh, batch, only_good=True)
    again = hand_in(
        by=cast.minh,
        kind="households",
        area=cast.places.commune,
        content=Path(batch.file.path).read_bytes(),
        file_name="ds.xlsx",
    )
    paths = [Path(one.file.path) for one in (batch, again)]
    erase(cast, "Danh Văn Cua")
    assert [path.exists() for path in paths] == [False, False]
    batch.refresh_from_db()
    assert (batch.file.name, batch.rows.count()) == ("", 2)
    take_back(cast.minh, batch)
    assert (batch.status, Household.objects.filter(head_name="Lý Thị Ốc").exists()) == ("UNDONE", False)
    assert forget_old_lists(timezone.now() + timedelta(days=31)) == 1
    assert batch.rows.count() == 0


def test_a_list_whose_file_went_is_still_reviewed_and_written(cast: Cast, client: Client) -> None:
    write(cast.minh, homes(cast, "Danh Văn Cua"))
    batch = homes(cast, "Danh Văn Cua", "Lý Thị Ốc")
    erase(cast, "Danh Văn Cua")
    batch.refresh_from_db()
    assert batch.file.name == ""
    client.force_login(cast.minh)
    assert client.get(batch.get_absolute_url()).status_code == 200
    with pytest.raises(ValidationError):
        read_again(by=cast.minh, batch=batch)
    write(cast.minh, batch, only_good=True)
    assert (batch.status, Household.objects.filter(head_name="Lý Thị Ốc").count()) == ("APPLIED", 1)
    answer = client.get(reverse("imports:batch_rejects", args=[batch.pk]), follow=True)
    assert "không còn được giữ" in answer.content.decode()


def test_the_worker_does_it_daily() -> None:
    assert forget_old_lists in DAILY
