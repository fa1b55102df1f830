"""Constraints that Django does not bring and both databases must keep.

`NoOverlap`: dated rows of one thing never overlap. On PostgreSQL it is an exclusion constraint
over ``daterange`` (extension btree_gist), on SQLite a pair of triggers that abort the write. Both
hold on every path: forms, admin, ``bulk_create``, ``update()``, shell, back-dated and future rows.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import FieldError, ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q
from django.db.models.constraints import BaseConstraint
from django.db.models.sql.query import Query

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FAR = "9999-12-31"


class NoOverlap(BaseConstraint):
    """Rows equal in `fields` (and matching `condition`) have half-open periods that never overlap.

    `start` and `end` name the date columns; an empty end means "still in force". A row whose period
    is empty (start = end) is refused by its own check constraint, not here.
    """

    def __init__(
        self,
        *,
        name: str,
        fields: Sequence[str],
        start: str = "valid_from",
        end: str = "valid_to",
        condition: Q | None = None,
        violation_error_code: str | None = None,
        violation_error_message: "StrOrPromise | None" = None,
    ) -> None:
        self.fields = tuple(fields)
        self.start = start
        self.end = end
        self.condition = condition
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,  # type: ignore[arg-type]  # may be lazy
        )

    @staticmethod
    def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
        return cast("models.Field[Any, Any]", model._meta.get_field(name))

    def _columns(self, model: type[models.Model]) -> list[str]:
        return [str(self._field(model, field).column) for field in self.fields]

    def _dates(self, model: type[models.Model]) -> tuple[str, str]:
        return str(self._field(model, self.start).column), str(self._field(model, self.end).column)

    def _condition_sql(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> str:
        """The condition as SQL with literal values and bare column names."""
        if self.condition is None:
            return ""
        query = Query(model=model, alias_cols=False)
        where = query.build_where(self.condition)
        compiler = query.get_compiler(connection=editor.connection)
        sql, params = where.as_sql(compiler, editor.connection)
        return str(sql) % tuple(editor.quote_value(p) for p in params)

    # PostgreSQL -------------------------------------------------------------

    def _exclusion(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> str:
        quote = editor.quote_name
        start, end = self._dates(model)
        parts = [f"{quote(column)} WITH =" for column in self._columns(model)]
        parts.append(f"daterange({quote(start)}, {quote(end)}, '[)') WITH &&")
        condition = self._condition_sql(model, editor)
        where = f" WHERE ({condition})" if condition else ""
        return f"CONSTRAINT {quote(self.name)} EXCLUDE USING gist ({', '.join(parts)}){where}"

    # SQLite -----------------------------------------------------------------

    def _trigger(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor, event: str) -> Statement:
        """A trigger that refuses an insert or update whose period meets another row's.

        Each mention of the table is a reference, so that Django's rebuilding of a table (which
        works under another name for a while) carries the trigger along.
        """
        quote = editor.quote_name
        start, end = (quote(column) for column in self._dates(model))
        pk = quote(str(model._meta.pk.column))
        same = " AND ".join(f"o.{quote(c)} = NEW.{quote(c)}" for c in self._columns(model))
        condition = self._condition_sql(model, editor).replace("%", "%%")
        # Judged for both rows through one-row subqueries: the condition has bare column names.
        both = "".join(
            f" AND EXISTS (SELECT 1 FROM %(table)s"  # nosec B608 - every name comes from a model
            f" WHERE {pk} = {row}.{pk} AND ({condition}))"
            for row in ("NEW", "o")
            if condition
        )
        sql = (
            f"CREATE TRIGGER {quote(f'{self.name}_{event.lower()[:3]}')}"  # nosec B608 - as above
            f" AFTER {event} ON %(table)s"
            f" FOR EACH ROW WHEN EXISTS (SELECT 1 FROM %(table)s o WHERE o.{pk} <> NEW.{pk} AND {same}"
            f" AND o.{start} < COALESCE(NEW.{end}, '{FAR}') AND NEW.{start} < COALESCE(o.{end}, '{FAR}')"
            f"{both})"
            f" BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {self.name}'); END"
        )
        return Statement(sql, table=Table(model._meta.db_table, quote))

    # Schema editor hooks ----------------------------------------------------

    def constraint_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> str | None:
        """SQL inside CREATE TABLE; on SQLite the triggers are deferred until the table stands."""
        if schema_editor.connection.vendor == "postgresql":
            return self._exclusion(model, schema_editor)
        self._defer_triggers(model, schema_editor)
        return None

    def _defer_triggers(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> None:
        editor.deferred_sql += [self._trigger(model, editor, event) for event in ("INSERT", "UPDATE")]

    def create_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> Any:
        """SQL that adds the constraint to a standing table."""
        if schema_editor.connection.vendor == "postgresql":
            table = schema_editor.quote_name(model._meta.db_table)
            return f"ALTER TABLE {table} ADD {self._exclusion(model, schema_editor)}"
        self._defer_triggers(model, schema_editor)
        return None

    def remove_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> Any:
        """SQL that takes the constraint away."""
        quote = schema_editor.quote_name
        if schema_editor.connection.vendor == "postgresql":
            return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {quote(f'{self.name}_ins')}", params=None)
        return f"DROP TRIGGER IF EXISTS {quote(f'{self.name}_upd')}"

    # Model validation -------------------------------------------------------

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """The same check for forms, before the database is asked; raises ValidationError."""
        excluded = set(exclude or ())
        if excluded & {*self.fields, self.start, self.end}:
            return
        values = {field: getattr(instance, self._field(model, field).attname) for field in self.fields}
        start, end = getattr(instance, self.start), getattr(instance, self.end)
        if start is None or None in values.values():
            return
        if self.condition is not None and not self._applies(instance, using):
            return
        rows = model._default_manager.using(using).filter(**values)
        if self.condition is not None:
            rows = rows.filter(self.condition)
        rows = rows.filter(Q(**{f"{self.end}__isnull": True}) | Q(**{f"{self.end}__gt": start}))
        if end is not None:
            rows = rows.filter(**{f"{self.start}__lt": end})
        if instance.pk is not None:
            rows = rows.exclude(pk=instance.pk)
        if rows.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def _applies(self, instance: models.Model, using: str) -> bool:
        against = instance._get_field_expression_map(meta=type(instance)._meta)  # type: ignore[attr-defined] # as Django's own constraints do
        try:
            return bool(self.condition.check(against, using=using))  # type: ignore[union-attr] # only called with a condition
        except FieldError:
            return True

    # Identity ---------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoOverlap) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash(self.name)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """For migrations."""
        path, args, kwargs = super().deconstruct()
        kwargs |= {"fields": self.fields, "start": self.start, "end": self.end}
        if self.condition is not None:
            kwargs["condition"] = self.condition
        return path, tuple(args), kwargs
