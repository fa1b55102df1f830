"""Trigram indexes for accent-free search; PostgreSQL only (SQLite scans the folded column)."""

from django.db import migrations

COLUMNS = {
    "teams_person": "search_key",
    "teams_team": "search_key",
    "teams_organisation": "search_key",
    "teams_decision": "search_key",
}


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, column in COLUMNS.items():
            schema_editor.execute(f"CREATE INDEX {table}_trgm ON {table} USING gin ({column} gin_trgm_ops)")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in COLUMNS:
            schema_editor.execute(f"DROP INDEX {table}_trgm")


class Migration(migrations.Migration):
    dependencies = [("teams", "0001_teams")]
    operations = [migrations.RunPython(add, drop)]
