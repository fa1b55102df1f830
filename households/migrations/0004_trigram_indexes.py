"""Trigram indexes for accent-free search; PostgreSQL only (SQLite scans the folded column)."""

from django.db import migrations

COLUMNS = {"households_household": "search_key", "households_householdbusiness": "search_key"}


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, column in COLUMNS.items():
            schema_editor.execute(f"CREATE INDEX {table}_trgm ON {table} USING gin ({column} gin_trgm_ops)")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in COLUMNS:
            schema_editor.execute(f"DROP INDEX {table}_trgm")


class Migration(migrations.Migration):
    dependencies = [("households", "0003_covering_indexes")]
    operations = [migrations.RunPython(add, drop)]
