"""The access log takes what stands in an address, whatever it is."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from common.audit import record
from common.models import AuditAction, AuditEntry


@pytest.mark.django_db
def test_a_nul_in_a_filter_is_left_out_and_the_rest_kept() -> None:
    request = RequestFactory().get("/reports/uncovered/excel/")
    request.user = AnonymousUser()
    record(request, AuditAction.EXPORT, row_count=3, filters={"q": "a\x00b", "area": 7})
    entry = AuditEntry.objects.get()
    assert (entry.filter, entry.row_count, entry.path) == (
        {"q": "ab", "area": 7},
        3,
        "/reports/uncovered/excel/",
    )
