"""A database that is away is no fault of the page: 503 with Retry-After, never 500 (T-R8)."""

import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from common.access import public
from config.urls import urlpatterns as own_addresses


def failing(error: Exception) -> object:
    """A page that fails so."""

    @public
    def page(request: HttpRequest) -> HttpResponse:
        raise error

    return page


urlpatterns = [
    *own_addresses,
    path("away/", failing(OperationalError("server closed the connection unexpectedly"))),
    path("gone/", failing(InterfaceError("connection already closed"))),
    path("wrong/", failing(DataError("value out of range"))),
    path("broken/", failing(ZeroDivisionError())),
]
handler500 = "config.views.fault"


@pytest.mark.django_db
@pytest.mark.urls("tests.config.test_fault")
@pytest.mark.parametrize(
    ("address", "status", "wait"),
    [("away", 503, "5"), ("gone", 503, "5"), ("wrong", 500, None), ("broken", 500, None)],
)
def test_only_a_database_that_is_away_is_503(address: str, status: int, wait: str | None) -> None:
    answer = Client(raise_request_exception=False).get(f"/{address}/")
    assert (answer.status_code, answer.get("Retry-After")) == (status, wait)
    assert "<h1>" in answer.content.decode()
