"""The system check of the production database's encoding and locale."""

import pytest
from django.db import connection

from config.checks import check_collation, collation_findings


@pytest.mark.parametrize(
    ("encoding", "collation", "provider", "ids"),
    [
        ("UTF8", "C.UTF-8", "c", []),
        ("UTF8", "C.utf8", "c", []),
        ("UTF8", "C", "c", []),
        ("UTF8", "vi-VN-x-icu", "i", []),
        ("UTF8", "en_US.UTF-8", "c", ["config.W002"]),
        ("SQL_ASCII", "C", "c", ["config.W001"]),
        ("LATIN1", "en_US.ISO8859-1", "c", ["config.W001", "config.W002"]),
    ],
)
def test_each_locale_is_judged(encoding: str, collation: str, provider: str, ids: list[str]) -> None:
    assert [finding.id for finding in collation_findings(encoding, collation, provider)] == ids


@pytest.mark.django_db
def test_the_database_of_the_suite_is_as_it_should_be() -> None:
    assert connection.settings_dict["ENGINE"].startswith("django.db.backends.")
    assert check_collation(["default"]) == []
