"""The index of memberships by team tells all that the count of a list asks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("teams", "0004_person_sort_index"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="membership",
            name="membership_team",
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(
                fields=["team", "to_date", "from_date", "seat", "role", "person"], name="membership_team"
            ),
        ),
    ]
