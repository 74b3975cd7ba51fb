"""The database itself lets no decision be changed or removed."""

from typing import Any

from django.db import migrations

# What stands in a decision for good. `by` is set to nothing when a person is removed.
KEPT = ("id", "approval_id", "step_id", "verdict", "comment", "fingerprint", "at")

# A decision may only be gone when its approval is, and that only when its organisation is, which is known at the end of the transaction
# alone. SQLite has no deferred triggers: there what is removed leaves a mark that breaks a deferred foreign key until its owner goes.
SQLITE = (
    """
    CREATE TRIGGER decision_never_changes BEFORE UPDATE ON campaigns_decision
    WHEN {changed} OR (NEW."by_id" IS NOT OLD."by_id" AND NEW."by_id" IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END
    """,
    """
    CREATE TABLE campaigns_decision_gone (
        owner char(32) NOT NULL,
        nobody char(32) NOT NULL REFERENCES accounts_organisation (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TRIGGER decision_never_goes AFTER DELETE ON campaigns_decision
    WHEN EXISTS (SELECT 1 FROM campaigns_approval WHERE id = OLD.approval_id)
    BEGIN INSERT INTO campaigns_decision_gone VALUES (OLD.approval_id, 'decisions stay'); END
    """,
    """
    CREATE TRIGGER approval_never_goes AFTER DELETE ON campaigns_approval
    BEGIN
        DELETE FROM campaigns_decision_gone WHERE owner = OLD.id;
        INSERT INTO campaigns_decision_gone SELECT id, 'decisions stay' FROM accounts_organisation WHERE id = OLD.organisation_id;
    END
    """,
    """
    CREATE TRIGGER approval_goes_with_its_organisation AFTER DELETE ON accounts_organisation
    BEGIN DELETE FROM campaigns_decision_gone WHERE owner = OLD.id; END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER decision_never_changes",
    "DROP TRIGGER decision_never_goes",
    "DROP TRIGGER approval_never_goes",
    "DROP TRIGGER approval_goes_with_its_organisation",
    "DROP TABLE campaigns_decision_gone",
)
POSTGRES = (
    """
    CREATE FUNCTION decision_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a decision is never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE TRIGGER decision_never_changes BEFORE UPDATE ON campaigns_decision FOR EACH ROW
    WHEN ({changed} OR (NEW."by_id" IS DISTINCT FROM OLD."by_id" AND NEW."by_id" IS NOT NULL))
    EXECUTE FUNCTION decision_never_changes()
    """,
    """
    CREATE FUNCTION decision_never_goes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM campaigns_approval WHERE id = OLD.approval_id) THEN
        RAISE EXCEPTION 'a decision is never removed' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER decision_never_goes AFTER DELETE ON campaigns_decision DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION decision_never_goes()
    """,
    """
    CREATE FUNCTION approval_never_goes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM accounts_organisation WHERE id = OLD.organisation_id) THEN
        RAISE EXCEPTION 'an approval is never removed' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER approval_never_goes AFTER DELETE ON campaigns_approval DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION approval_never_goes()
    """,
)
POSTGRES_BACK = (
    "DROP TRIGGER decision_never_changes ON campaigns_decision",
    "DROP TRIGGER decision_never_goes ON campaigns_decision",
    "DROP TRIGGER approval_never_goes ON campaigns_approval",
    "DROP FUNCTION decision_never_changes()",
    "DROP FUNCTION decision_never_goes()",
    "DROP FUNCTION approval_never_goes()",
)


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgres else "IS NOT"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in KEPT)
    for statement in POSTGRES if postgres else SQLITE:
        editor.execute(statement.replace("{changed}", changed), params=None)


def unguard(apps: Any, editor: Any) -> None:
    for statement in POSTGRES_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0019_entries_stay")]
    operations = [migrations.RunPython(guard, unguard)]
