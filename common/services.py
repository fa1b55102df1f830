"""What all services share: one transaction each, and a clear sentence when the database refuses.

The named constraints carry the sentences; the database only tells which of them was broken, each in
its own words: PostgreSQL by name, SQLite by name or by the columns of the index.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, wraps
from typing import ParamSpec, TypeVar

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

P = ParamSpec("P")
R = TypeVar("R")

_NAMED = re.compile(r"(?:CHECK|UNIQUE) constraint failed: (?:index ')?(\w+)'?$")
_COLUMNS = re.compile(r"UNIQUE constraint failed: ([\w., ]+)$")
_RULE = re.compile(r"BR-\d+")


def service(function: Callable[P, R]) -> Callable[P, R]:
    """Run all of it in one transaction or nothing; a broken constraint becomes a ValidationError."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except IntegrityError as error:
            raise as_validation_error(error) from error

    return run


def as_validation_error(error: IntegrityError) -> ValidationError:
    """The sentence of the constraint that a write broke; its code is the rule it speaks of, or its name."""
    constraint = _constraints().get(broken_constraint(error))
    if constraint is None:
        return ValidationError(
            _("Somebody else changed this at the same moment. Load the page again."), code="conflict"
        )
    message = constraint.get_violation_error_message()
    rule = _RULE.search(str(message))
    return ValidationError(
        message, code=constraint.violation_error_code or (rule[0] if rule else constraint.name)
    )


def broken_constraint(error: IntegrityError) -> str:
    """Name of the constraint that refused the write; empty when the database does not say."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name or "")
    text = str(error)
    if named := _NAMED.search(text):
        return named[1]
    columns = _COLUMNS.search(text)
    return _names_of_columns().get(columns[1], "") if columns else ""


def check_may(user: object, path: str, *capabilities: str) -> None:
    """The user may do one of these things at an area path; else PermissionDenied."""
    if not any(user.can(capability, path) for capability in capabilities):  # type: ignore[attr-defined] # rooms to the right own the user
        raise PermissionDenied(_("You may look at this, but not change it."))


def _own_constraints() -> Iterator[tuple[type[models.Model], models.BaseConstraint]]:
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            yield model, constraint


@cache
def _constraints() -> dict[str, models.BaseConstraint]:
    return {constraint.name: constraint for _model, constraint in _own_constraints()}


@cache
def _names_of_columns() -> dict[str, str]:
    """How SQLite tells of a unique index: its columns, each with the table before it."""
    names = {}
    for model, constraint in _own_constraints():
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            columns = [str(model._meta.get_field(field).column) for field in constraint.fields]  # type: ignore[union-attr] # constraints name columns
            names[", ".join(f"{model._meta.db_table}.{column}" for column in columns)] = constraint.name
    return names
