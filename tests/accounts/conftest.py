"""The cast, and a clean count of requests, for every test about accounts."""

import pytest
from django.core.cache import cache

from tests.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    cache.clear()
    return make_cast()
