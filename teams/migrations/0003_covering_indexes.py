"""Indexes that alone tell which hamlet is covered by a working team."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0004_level_path_index"),
        ("teams", "0002_trigram_indexes"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="teamarea",
            name="teamarea_area",
        ),
        migrations.RemoveIndex(
            model_name="teamperiod",
            name="teamperiod_team",
        ),
        migrations.AddIndex(
            model_name="teamarea",
            index=models.Index(fields=["area", "valid_from", "valid_to", "team"], name="teamarea_area"),
        ),
        migrations.AddIndex(
            model_name="teamperiod",
            index=models.Index(fields=["team", "valid_from", "valid_to", "status"], name="teamperiod_team"),
        ),
    ]
