"""An index that alone tells the hamlets of a unit on a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0003_picker_index"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="areaversion",
            index=models.Index(
                fields=["level", "path", "valid_from", "valid_to", "area"], name="areaversion_level_path"
            ),
        ),
    ]
