"""The database lets nobody rewrite what a yes was asked for: content, times, steps and guests' seats stay as they were asked."""

from typing import Any

from django.db import migrations

# Of an approval, all but its state and whom it calls upon. Its times (in `terms`) are what a script would have to rewrite in order to
# move an approved post.
KEPT = {
    "approval": ("id", "organisation_id", "subject_kind", "subject_id", "fingerprint", "terms", "shown", "barred"),
    "step": ("id", "approval_id", "position", "verb", "needed", "is_all", "roles", "people"),
    "seat": ("id", "organisation_id", "approval_id", "guest_id"),
}
# Steps and seats go with their approval only, and that with its organisation only: as decisions do (0020).
GO_WITH_IT = ("step", "seat")

SQLITE_GOES = """
    CREATE TRIGGER {table}_never_goes AFTER DELETE ON campaigns_{table}
    WHEN EXISTS (SELECT 1 FROM campaigns_approval WHERE id = OLD.approval_id)
    BEGIN INSERT INTO campaigns_decision_gone VALUES (OLD.approval_id, 'steps and seats stay'); END
"""
POSTGRES_GOES = """
    CREATE CONSTRAINT TRIGGER {table}_never_goes AFTER DELETE ON campaigns_{table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION decision_never_goes()
"""


def guard(apps: Any, editor: Any) -> None:
    postgres = editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgres else "IS NOT"
    for table, kept in KEPT.items():
        changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in kept)
        act = (
            f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION decision_never_changes()"
            if postgres
            else f"WHEN {changed} BEGIN SELECT RAISE(ABORT, 'what was asked is never changed'); END"
        )
        editor.execute(f"CREATE TRIGGER {table}_stays_as_asked BEFORE UPDATE ON campaigns_{table} {act}", params=None)
    for table in GO_WITH_IT:
        editor.execute((POSTGRES_GOES if postgres else SQLITE_GOES).replace("{table}", table), params=None)


def unguard(apps: Any, editor: Any) -> None:
    on = " ON campaigns_{table}" if editor.connection.vendor == "postgresql" else ""
    for table in KEPT:
        editor.execute(f"DROP TRIGGER {table}_stays_as_asked" + on.format(table=table), params=None)
    for table in GO_WITH_IT:
        editor.execute(f"DROP TRIGGER {table}_never_goes" + on.format(table=table), params=None)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0033_refunds_stay")]
    operations = [migrations.RunPython(guard, unguard)]
