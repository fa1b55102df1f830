"""The house rules, as tests: sizes, names, imports, suppressions, templates. Each rule has a wrong twin."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {".venv", "var", ".git", "node_modules", "__pycache__", "migrations", "vendor"}
FILE_LINES, FUNCTION_LINES, TEMPLATE_LINES = 400, 50, 150
VAGUE_NAMES = {"utils.py", "util.py", "helpers.py", "helper.py", "misc.py"}
SIGNALS = {"receiver", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}
# Names of templates that Django and the libraries look up by themselves.
LOOKED_UP = re.compile(
    r"^(account|mfa|allauth|admin|simple_history|registration|django_tables2|bootstrap5|socialaccount)/"
)
ERROR_PAGES = {
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "429.html",
    "500.html",
    "503.html",
    "robots.txt",
}


def files(pattern: str, folder: Path = ROOT) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob(pattern)
        if not SKIPPED & set(path.relative_to(ROOT).parts) and path.is_file()
    )


PYTHON = files("*.py")
OURS = [path for path in PYTHON if "tests" not in path.relative_to(ROOT).parts]
TEMPLATES = files("*.html", ROOT / "templates") + files("*.txt", ROOT / "templates")


def long_functions(source: str) -> list[str]:
    return [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    ]


def comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}


def imports_inside_functions(source: str) -> list[str]:
    """Imports in a function body whose line gives no reason."""
    reasons = comments(source)
    inside = {
        child
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in ast.walk(node)
        if isinstance(child, ast.Import | ast.ImportFrom)
    }
    return [f"line {node.lineno}" for node in inside if len(reasons.get(node.lineno, "")) < 10]


def signals(source: str) -> list[str]:
    return [
        f"line {node.lineno}: {alias.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.")
        for alias in node.names
        if alias.name in SIGNALS or (node.module or "").endswith(("signals", "dispatch"))
    ]


SUPPRESSION = re.compile(r"#\s*(noqa|nosec|type:\s*ignore)([:\s]*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w\-, ]+\])?")


def bare_suppressions(source: str) -> list[str]:
    """Suppressions on whose line nothing says why."""
    return [
        f"line {number}: {comment}"
        for number, comment in comments(source).items()
        if SUPPRESSION.search(comment) and len(SUPPRESSION.sub("", comment).strip(" #-:")) < 8
    ]


FOREIGN_PATH = re.compile(r"\.\./shared|/(?:home|work|root|Users)/|[A-Z]:\\\\")


def foreign_paths(source: str) -> list[str]:
    """Texts that point outside the project: they work on one machine only."""
    return [
        f"line {node.lineno}: {node.value[:60]}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and FOREIGN_PATH.search(node.value)
    ]


def findings(paths: list[Path], rule: Callable[[str], list[str]]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {finding}"
        for path in paths
        for finding in rule(path.read_text(encoding="utf-8"))
    ]


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON
    }
    assert {name: length for name, length in lengths.items() if length > FILE_LINES} == {}


def test_no_template_is_longer_than_150_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in TEMPLATES
    }
    assert {name: length for name, length in lengths.items() if length > TEMPLATE_LINES} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    assert findings(PYTHON, long_functions) == []


def test_no_vaguely_named_module() -> None:
    assert [str(path.relative_to(ROOT)) for path in PYTHON if path.name in VAGUE_NAMES] == []


def test_no_signals() -> None:
    assert findings(OURS, signals) == []


def test_imports_inside_functions_give_their_reason() -> None:
    assert findings(OURS, imports_inside_functions) == []


def test_suppressions_give_their_reason() -> None:
    assert findings(PYTHON, bare_suppressions) == []


def test_nothing_points_outside_the_project() -> None:
    here = Path(__file__)
    assert findings([path for path in PYTHON if path != here], foreign_paths) == []


def names_in_use() -> Iterator[str]:
    """Every text in code and templates that could name a template."""
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in TEMPLATES:
        yield from re.findall(
            r"""["']([\w/\-.]+\.(?:html|txt))(?:#[\w-]+)?["']""", path.read_text(encoding="utf-8")
        )


def test_every_template_is_used() -> None:
    used = {name.partition("#")[0] for name in names_in_use()}
    names = {path.relative_to(ROOT / "templates").as_posix() for path in TEMPLATES}
    assert sorted(name for name in names - used - ERROR_PAGES if not LOOKED_UP.match(name)) == []


LONG = "def f():\n" + "    x = 1\n" * 50


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (long_functions, LONG, LONG.replace("    x = 1\n", "", 1)),
        (
            imports_inside_functions,
            "def f():\n    import os\n",
            "def f():\n    import os  # slow to load, rarely used\n",
        ),
        (signals, "from django.dispatch import receiver\n", "from django.db import models\n"),
        (signals, "from django.db.models.signals import post_save\n", "from django.db.models import Q\n"),
        (bare_suppressions, "x = 1  # noqa: F401\n", "x = 1  # noqa: F401 - kept for the shell\n"),
        (
            bare_suppressions,
            "x = 1  # type: ignore[misc]\n",
            "x = 1  # type: ignore[misc]  # library untyped\n",
        ),
        (foreign_paths, 'open("../shared/data/a.csv")\n', 'open("data/a.csv")\n'),
    ],
)
def test_the_rules_see_the_wrong_twin(rule: Callable[[str], list[str]], wrong: str, right: str) -> None:
    assert len(rule(wrong)) == 1
    assert rule(right) == []
