"""The database, brought up to date in the supervisor's own process: another Python start would cost a second."""

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.orgs.models import Organisation
from bootstrap.say import Trouble


def migrate() -> int:
    """The tables are as this version wants them. Return how many migrations that took."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise Trouble(f"The database does not answer ({str(error).strip()}): check DATABASE_URL.") from error
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        call_command("migrate", interactive=False, verbosity=0)
    return len(plan)


def is_empty() -> bool:
    """Return True while no organisation lives here."""
    return not Organisation.objects.exists()


def close() -> None:
    """No connection and no thread of a pool is left. A forked part that inherits one loses it when the other side closes it."""
    connection.close()
    if "default" in getattr(connection, "_connection_pools", {}):
        connection.close_pool()  # type: ignore[attr-defined]
