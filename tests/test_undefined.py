"""The suite's own guard: an undefined variable fails in our templates and is empty in those of libraries."""

from typing import Any

import pytest
from django.template import Context, Origin, Template, engines

from tests.conftest import TEMPLATES, UndefinedVariableError


def render(source: str, origin: str, **context: Any) -> str:
    engine = engines["django"].engine
    return Template(source, origin=Origin(origin), engine=engine).render(Context(context))


OURS = str(TEMPLATES / "teams" / "team_detail.html")
LIBRARY = "/library/admin/change_form.html"


@pytest.mark.parametrize("source", ["{{ team }}", "{{ team.name|upper }}"])
def test_an_undefined_variable_of_ours_fails(source: str) -> None:
    with pytest.raises(UndefinedVariableError, match=r"undefined in teams/team_detail\.html"):
        render(source, OURS, other={})


@pytest.mark.parametrize(
    ("source", "origin", "text"),
    [
        ("{{ team }}", LIBRARY, ""),
        ("{{ team|default:'none' }}", LIBRARY, "none"),
        ("{{ team|default:'none' }}", OURS, "none"),
        ("{% if team %}yes{% else %}no{% endif %}", OURS, "no"),
    ],
)
def test_what_says_that_it_may_be_missing_does_not(source: str, origin: str, text: str) -> None:
    assert render(source, origin) == text
