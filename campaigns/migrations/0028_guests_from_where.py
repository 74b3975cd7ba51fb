"""A guest's decision says where it came from; the database keeps that too."""

import importlib
from typing import Any

from django.db import migrations, models

BEFORE = importlib.import_module("campaigns.migrations.0022_decision_links_and_guests")
KEPT = (*BEFORE.KEPT, "address", "agent")


def unguard(apps: Any, editor: Any) -> None:
    BEFORE.unguard(apps, editor)


def guard_as_before(apps: Any, editor: Any) -> None:
    BEFORE.guard(apps, editor)


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgres else "IS NOT"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in KEPT)
    for statement in BEFORE.POSTGRES if postgres else BEFORE.SQLITE:
        editor.execute(statement.replace("{changed}", changed), params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0027_payments_stay'),
    ]

    operations = [
        migrations.RunPython(unguard, guard_as_before),
        migrations.AddField(
            model_name='guestdecision',
            name='address',
            field=models.GenericIPAddressField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='guestdecision',
            name='agent',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.RunPython(guard, unguard),
    ]
