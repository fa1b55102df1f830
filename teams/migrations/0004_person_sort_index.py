"""The index of the list of people tells also the area, by which people are seen."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0004_level_path_index"),
        ("teams", "0003_covering_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="person",
            name="person_sort",
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["sort_key", "id", "area"], name="person_sort"),
        ),
    ]
