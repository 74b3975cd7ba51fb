"""The database itself lets no payment, no settlement and no part of an invoice be changed or removed."""

from typing import Any

from django.db import migrations

# What stands for good. Who paid is set to nothing when a person is removed; suppliers may be joined.
KEPT = {
    "payment": ("id", "organisation_id", "on", "cents", "currency", "to_name", "to_iban", "communication", "note", "reverses_id", "at"),
    "settlement": ("id", "organisation_id", "payment_id", "entry_id", "cents"),
    "invoicepart": ("id", "organisation_id", "invoice_id", "entry_id"),
}

# SQLite has no deferred triggers: what is removed leaves a mark that breaks a deferred foreign key until the organisation goes.
SQLITE = (
    """
    CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON campaigns_{name} WHEN {changed}
    BEGIN SELECT RAISE(ABORT, 'these rows only grow'); END
    """,
    """
    CREATE TABLE campaigns_{name}_gone (
        organisation char(32) NOT NULL,
        nobody char(32) NOT NULL REFERENCES accounts_organisation (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TRIGGER {name}_never_goes AFTER DELETE ON campaigns_{name}
    WHEN EXISTS (SELECT 1 FROM accounts_organisation WHERE id = OLD.organisation_id)
    BEGIN INSERT INTO campaigns_{name}_gone VALUES (OLD.organisation_id, 'these rows only grow'); END
    """,
    """
    CREATE TRIGGER {name}_goes_with_its_organisation AFTER DELETE ON accounts_organisation
    BEGIN DELETE FROM campaigns_{name}_gone WHERE organisation = OLD.id; END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER {name}_never_changes",
    "DROP TRIGGER {name}_never_goes",
    "DROP TRIGGER {name}_goes_with_its_organisation",
    "DROP TABLE campaigns_{name}_gone",
)
POSTGRES = (
    """
    CREATE FUNCTION {name}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'these rows only grow' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON campaigns_{name} FOR EACH ROW
    WHEN ({changed}) EXECUTE FUNCTION {name}_never_changes()
    """,
    """
    CREATE FUNCTION {name}_never_goes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM accounts_organisation WHERE id = OLD.organisation_id) THEN
        RAISE EXCEPTION 'these rows only grow' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER {name}_never_goes AFTER DELETE ON campaigns_{name} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION {name}_never_goes()
    """,
)
POSTGRES_BACK = (
    "DROP TRIGGER {name}_never_changes ON campaigns_{name}",
    "DROP TRIGGER {name}_never_goes ON campaigns_{name}",
    "DROP FUNCTION {name}_never_changes()",
    "DROP FUNCTION {name}_never_goes()",
)


def run(editor: Any, statements: tuple[str, ...], differs: str) -> None:
    for name, columns in KEPT.items():
        changed = " OR ".join(f'NEW."{column}" {differs} OLD."{column}"' for column in columns)
        for statement in statements:
            editor.execute(statement.replace("{changed}", changed).replace("{name}", name), params=None)


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    run(editor, POSTGRES if postgres else SQLITE, "IS DISTINCT FROM" if postgres else "IS NOT")


def unguard(apps: Any, editor: Any) -> None:
    run(editor, POSTGRES_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK, "")


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0026_invoices")]
    operations = [migrations.RunPython(guard, unguard)]
