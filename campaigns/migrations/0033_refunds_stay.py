"""The database itself lets no refund be changed or removed; as with payments (0027)."""

from importlib import import_module
from typing import Any

from django.db import migrations

stay = import_module("campaigns.migrations.0027_payments_stay")
COLUMNS = ("id", "organisation_id", "payment_id", "on", "cents", "note", "reverses_id", "at")


def run(editor: Any, statements: tuple[str, ...], differs: str) -> None:
    changed = " OR ".join(f'NEW."{column}" {differs} OLD."{column}"' for column in COLUMNS)
    for statement in statements:
        editor.execute(statement.replace("{changed}", changed).replace("{name}", "refund"), params=None)


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    run(editor, stay.POSTGRES if postgres else stay.SQLITE, "IS DISTINCT FROM" if postgres else "IS NOT")


def unguard(apps: Any, editor: Any) -> None:
    run(editor, stay.POSTGRES_BACK if editor.connection.vendor == "postgresql" else stay.SQLITE_BACK, "")


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0032_refunds_and_marks")]
    operations = [migrations.RunPython(guard, unguard)]
