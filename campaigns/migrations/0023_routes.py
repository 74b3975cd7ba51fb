"""Routes of approval, people who stand in for each other, holds; an approval may expire."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Who was stood in for is part of the decision, which never changes (0020). It is set to nothing when that person is removed.
SQLITE = """
    CREATE TRIGGER stood_in_never_changes BEFORE UPDATE ON campaigns_stoodin
    WHEN NEW."decision_id" IS NOT OLD."decision_id" OR (NEW."of_id" IS NOT OLD."of_id" AND NEW."of_id" IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END
"""
POSTGRES = """
    CREATE TRIGGER stood_in_never_changes BEFORE UPDATE ON campaigns_stoodin FOR EACH ROW
    WHEN (NEW."decision_id" IS DISTINCT FROM OLD."decision_id" OR (NEW."of_id" IS DISTINCT FROM OLD."of_id" AND NEW."of_id" IS NOT NULL))
    EXECUTE FUNCTION decision_never_changes()
"""


def guard(apps: Any, editor: Any) -> None:
    editor.execute(POSTGRES if editor.connection.vendor == "postgresql" else SQLITE, params=None)


def unguard(apps: Any, editor: Any) -> None:
    on = " ON campaigns_stoodin" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER stood_in_never_changes{on}", params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0009_recovers_vat"),
        ("campaigns", "0022_decision_links_and_guests"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="step",
            name="is_all",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="step",
            name="people",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="step",
            name="roles",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="approval",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Open"),
                    ("approved", "Approved"),
                    ("changes_asked", "Changes Asked"),
                    ("rejected", "Rejected"),
                    ("void", "Void"),
                    ("expired", "Expired"),
                ],
                default="open",
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="post",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("in_review", "In Review"),
                    ("changes_asked", "Changes Asked"),
                    ("rejected", "Rejected"),
                    ("approved", "Approved"),
                    ("held", "Held"),
                    ("expired", "Expired"),
                ],
                default="draft",
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="request",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Open"),
                    ("approved", "Approved"),
                    ("changes_asked", "Changes Asked"),
                    ("rejected", "Rejected"),
                    ("withdrawn", "Withdrawn"),
                    ("expired", "Expired"),
                ],
                default="open",
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("subject_kind", models.CharField(max_length=16)),
                ("campaigns", models.JSONField(default=list)),
                ("channels", models.JSONField(default=list)),
                ("languages", models.JSONField(default=list)),
                ("from_cents", models.PositiveBigIntegerField(blank=True, null=True)),
                ("below_cents", models.PositiveBigIntegerField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_on", models.BooleanField(default=True)),
                (
                    "organisation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StoodIn",
            fields=[
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="stood_in",
                        serialize=False,
                        to="campaigns.decision",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("approval", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="holds", to="campaigns.approval")),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation"),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(condition=models.Q(("released_at", None)), fields=("approval",), name="hold_once")],
            },
        ),
        migrations.CreateModel(
            name="Practice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("authors_may_decide", models.BooleanField(default=False)),
                ("request_days", models.PositiveSmallIntegerField(default=30)),
                (
                    "organisation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("organisation",), name="practice_once")],
            },
        ),
        migrations.CreateModel(
            name="RouteStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("is_all", models.BooleanField(default=False)),
                ("needed", models.PositiveSmallIntegerField(default=1)),
                ("roles", models.JSONField(default=list)),
                ("people", models.JSONField(default=list)),
                ("route", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="campaigns.route")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("route", "position"), name="route_step_once")],
            },
        ),
        migrations.CreateModel(
            name="Substitute",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation"),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "stand_in",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "ends_on"], name="substitute_by_end")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="substitute_ends_after_it_starts"
                    )
                ],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
