"""Addresses that only take forms say so to whoever opens them."""

import pytest
from django.urls import reverse

from tests.cast import Cast, make_cast
from tests.house.pages import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_an_address_for_forms_only_says_so(cast: Cast) -> None:
    url = reverse("accounts:user_reset", args=[cast.tuan.pk])
    opened = client_of(cast.minh).get(url)
    words = "Địa chỉ này chỉ nhận nội dung gửi từ biểu mẫu."
    assert (opened.status_code, opened.headers["Allow"], words in opened.content.decode()) == (
        405,
        "POST",
        True,
    )


def test_machines_get_the_bare_refusal(cast: Cast) -> None:
    url = reverse("accounts:user_reset", args=[cast.tuan.pk])
    assert client_of(cast.minh).delete(url).content == b""
