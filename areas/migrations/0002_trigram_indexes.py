"""Trigram index for accent-free search of areas; PostgreSQL only."""

from django.db import migrations


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX areas_area_trgm ON areas_area USING gin (search_key gin_trgm_ops)"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX areas_area_trgm")


class Migration(migrations.Migration):
    dependencies = [("areas", "0001_areas")]
    operations = [migrations.RunPython(add, drop)]
