"""Entries keep the split of their day, and the database itself lets none be changed or removed."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import migrations, models

# What stands in an entry for good. `campaign` and `by` are set to nothing when a campaign or a person is removed.
KEPT = (
    "id", "organisation_id", "kind", "line_id", "request_id", "reverses_id", "net_cents", "vat_cents", "supplier", "note", "on", "at",
    "digital_permille", "is_paid_media",
)  # fmt: skip

# An entry may only be gone when its organisation is gone as well, which is known at the end of the transaction alone. SQLite has no deferred
# triggers: there a removed entry leaves a mark that breaks a deferred foreign key until the organisation goes.
SQLITE = (
    """
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON campaigns_entry
    WHEN {changed} OR (NEW."campaign_id" IS NOT OLD."campaign_id" AND NEW."campaign_id" IS NOT NULL)
      OR (NEW."by_id" IS NOT OLD."by_id" AND NEW."by_id" IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows: an entry is never changed'); END
    """,
    """
    CREATE TABLE campaigns_entry_gone (
        entry char(32) NOT NULL, organisation char(32) NOT NULL,
        nobody char(32) NOT NULL REFERENCES accounts_organisation (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TRIGGER entry_never_goes AFTER DELETE ON campaigns_entry
    WHEN EXISTS (SELECT 1 FROM accounts_organisation WHERE id = OLD.organisation_id)
    BEGIN INSERT INTO campaigns_entry_gone VALUES (OLD.id, OLD.organisation_id, 'the ledger only grows'); END
    """,
    """
    CREATE TRIGGER entry_goes_with_its_organisation AFTER DELETE ON accounts_organisation
    BEGIN DELETE FROM campaigns_entry_gone WHERE organisation = OLD.id; END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER entry_never_changes",
    "DROP TRIGGER entry_never_goes",
    "DROP TRIGGER entry_goes_with_its_organisation",
    "DROP TABLE campaigns_entry_gone",
)
POSTGRES = (
    """
    CREATE FUNCTION entry_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the ledger only grows: an entry is never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON campaigns_entry FOR EACH ROW
    WHEN ({changed} OR (NEW."campaign_id" IS DISTINCT FROM OLD."campaign_id" AND NEW."campaign_id" IS NOT NULL)
      OR (NEW."by_id" IS DISTINCT FROM OLD."by_id" AND NEW."by_id" IS NOT NULL))
    EXECUTE FUNCTION entry_never_changes()
    """,
    """
    CREATE FUNCTION entry_never_goes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM accounts_organisation WHERE id = OLD.organisation_id) THEN
        RAISE EXCEPTION 'the ledger only grows: an entry is never removed' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER entry_never_goes AFTER DELETE ON campaigns_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION entry_never_goes()
    """,
)
POSTGRES_BACK = (
    "DROP TRIGGER entry_never_changes ON campaigns_entry",
    "DROP TRIGGER entry_never_goes ON campaigns_entry",
    "DROP FUNCTION entry_never_changes()",
    "DROP FUNCTION entry_never_goes()",
)


def freeze(apps: Any, editor: Any) -> None:
    """Give every entry there is its line's split of today: no older one was kept."""
    line = apps.get_model("campaigns", "Line").objects.filter(pk=models.OuterRef("line_id"))
    apps.get_model("campaigns", "Entry").objects.update(
        digital_permille=models.Subquery(line.values("digital_permille")[:1]),
        is_paid_media=models.Subquery(line.values("is_paid_media")[:1]),
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
    dependencies = [("campaigns", "0018_budget_marks")]
    operations = [
        migrations.AlterField(
            "request", "line", models.ForeignKey(on_delete=models.RESTRICT, related_name="requests", to="campaigns.line")
        ),
        migrations.AlterField("entry", "line", models.ForeignKey(on_delete=models.RESTRICT, related_name="entries", to="campaigns.line")),
        migrations.AlterField(
            "entry",
            "request",
            models.ForeignKey(blank=True, null=True, on_delete=models.RESTRICT, related_name="entries", to="campaigns.request"),
        ),
        migrations.AlterField(
            "entry",
            "reverses",
            models.OneToOneField(blank=True, null=True, on_delete=models.RESTRICT, related_name="reversed_by", to="campaigns.entry"),
        ),
        migrations.AddField(
            "entry",
            "digital_permille",
            models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(1000)]),
            preserve_default=False,
        ),
        migrations.AddField("entry", "is_paid_media", models.BooleanField(default=False), preserve_default=False),
        migrations.RunPython(freeze, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
