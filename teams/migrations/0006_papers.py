"""Templates of decisions, printed lists, and the address behind the QR code of each decision."""

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import common.constraints


def give_addresses(apps, schema_editor):
    """Each decision gets an address of its own, and its history the same."""
    decision, past = (apps.get_model("teams", name) for name in ("Decision", "HistoricalDecision"))
    for pk in decision.objects.order_by("pk").values_list("pk", flat=True):
        address = uuid.uuid4()
        decision.objects.filter(pk=pk).update(public_id=address)
        past.objects.filter(id=pk).update(public_id=address)


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0004_level_path_index"),
        ("teams", "0005_membership_index"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="public_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="public_id",
            field=models.UUIDField(db_index=True, default=uuid.uuid4, editable=False),
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="decision",
            name="public_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.CreateModel(
            name="HistoricalDecisionTemplate",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(blank=True, editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="updated at")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("ESTABLISH", "Establish"),
                            ("RECONSTITUTE", "Re-constitute"),
                            ("AMEND", "Amend"),
                            ("DISSOLVE", "Dissolve"),
                        ],
                        max_length=12,
                        verbose_name="kind of decision",
                    ),
                ),
                ("legal_bases", models.JSONField(blank=True, default=list, verbose_name="legal bases")),
                ("recipients", models.JSONField(blank=True, default=list, verbose_name="recipients")),
                ("tasks", models.TextField(blank=True, max_length=2000, verbose_name="tasks of the team")),
                (
                    "reporting",
                    models.TextField(blank=True, max_length=2000, verbose_name="way of working, reports"),
                ),
                (
                    "executors",
                    models.TextField(blank=True, max_length=500, verbose_name="who carries the decision out"),
                ),
                ("file", models.TextField(blank=True, max_length=100, verbose_name="Word template")),
                ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "original_name",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="name of the file"
                    ),
                ),
                (
                    "missing",
                    models.JSONField(
                        default=list, editable=False, verbose_name="placeholders that it does not use"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                (
                    "valid_to",
                    models.DateField(blank=True, null=True, verbose_name="to (first day no longer valid)"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="areas.area",
                        verbose_name="for",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical template of decisions",
                "verbose_name_plural": "historical templates of decisions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PrintedList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("printed_at", models.DateTimeField(auto_now_add=True, verbose_name="printed at")),
                ("as_of", models.DateField(verbose_name="as of")),
                (
                    "fingerprint",
                    models.CharField(editable=False, max_length=64, verbose_name="fingerprint of the list"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed_lists",
                        to="areas.area",
                        verbose_name="commune",
                    ),
                ),
                (
                    "printed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed_lists",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="printed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "printed list",
                "verbose_name_plural": "printed lists",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="DecisionTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated at")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("ESTABLISH", "Establish"),
                            ("RECONSTITUTE", "Re-constitute"),
                            ("AMEND", "Amend"),
                            ("DISSOLVE", "Dissolve"),
                        ],
                        max_length=12,
                        verbose_name="kind of decision",
                    ),
                ),
                ("legal_bases", models.JSONField(blank=True, default=list, verbose_name="legal bases")),
                ("recipients", models.JSONField(blank=True, default=list, verbose_name="recipients")),
                ("tasks", models.TextField(blank=True, max_length=2000, verbose_name="tasks of the team")),
                (
                    "reporting",
                    models.TextField(blank=True, max_length=2000, verbose_name="way of working, reports"),
                ),
                (
                    "executors",
                    models.TextField(blank=True, max_length=500, verbose_name="who carries the decision out"),
                ),
                ("file", models.FileField(blank=True, upload_to="templates/", verbose_name="Word template")),
                ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "original_name",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="name of the file"
                    ),
                ),
                (
                    "missing",
                    models.JSONField(
                        default=list, editable=False, verbose_name="placeholders that it does not use"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                (
                    "valid_to",
                    models.DateField(blank=True, null=True, verbose_name="to (first day no longer valid)"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_templates",
                        to="areas.area",
                        verbose_name="for",
                    ),
                ),
            ],
            options={
                "verbose_name": "template of decisions",
                "verbose_name_plural": "templates of decisions",
                "ordering": ["area__path", "action", "-valid_from"],
                "constraints": [
                    common.constraints.NoOverlap(
                        end="valid_to",
                        fields=("area", "action"),
                        name="decisiontemplate_one_a_day",
                        start="valid_from",
                        violation_error_code="overlap",
                        violation_error_message="There already is a template of this kind in that period. Close that one first, or choose other days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="decisiontemplate_dates_in_order",
                        violation_error_message="The end must be after the start.",
                    ),
                ],
            },
        ),
    ]
