"""Database and broker: do they answer, are they as this version wants them, do clocks agree?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from config.celery import QUEUES
from config.doctor.finding import Finding, note, well, wrong
from scheduler.health.models import Heartbeat

APART = timedelta(seconds=2)
MANY = 1000  # messages waiting in one queue
PATIENCE_S = 3.0


class DatabaseAway(Exception):
    """What needs the database cannot be looked at."""


def database(*, now: datetime) -> Iterator[Finding]:
    """Raises DatabaseAway after saying so."""
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        mend = "Is PostgreSQL running, and is DATABASE_URL right?" if connection.vendor == "postgresql" else "Is CARILLON_HOME right?"
        yield wrong(f"The database does not answer: {str(error).strip() or type(error).__name__}.", mend)
        raise DatabaseAway from error
    if missing:
        yield wrong(
            f"The database is older than this Carillon: {len(missing)} migrations are missing, from {missing[0][0]}.",
            "Run `manage.py migrate` (`manage.py up` does it by itself).",
        )
        raise DatabaseAway
    where = "PostgreSQL" if connection.vendor == "postgresql" else f"SQLite in {connection.settings_dict['NAME']}"
    yield well(f"{where}, up to date")


def clocks(*, now: datetime) -> Iterator[Finding]:
    """Posts leave by the dispatcher's clock, leases end by the database's rows: clocks that differ make one look late or dead."""
    apart = abs(_database_time() - timezone.now())
    if apart > APART:
        yield wrong(
            f"The database's clock and this machine's are {apart.total_seconds():.0f} s apart.",
            "Let both take their time from the network (systemd-timesyncd, chrony).",
        )
        return
    ahead = Heartbeat.objects.filter(at__gt=timezone.now() + APART).values_list("part", flat=True)
    if parts := ", ".join(ahead):
        yield wrong(
            f"Signs of life of {parts} come from the future: the clock of the machine they run on is wrong.",
            "Let it take its time from the network (systemd-timesyncd, chrony).",
        )
    else:
        yield well("clocks agree")


def broker(*, now: datetime) -> Iterator[Finding]:
    client = redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S)
    try:
        waiting = {queue: int(client.llen(queue)) for queue in QUEUES}
    except redis.RedisError as error:
        yield wrong(
            f"The broker does not answer ({type(error).__name__}). Posts still go out, by the dispatcher itself, but more slowly; "
            "notices by mail and pictures wait.",
            "Start Redis or Valkey again, or correct REDIS_URL." if "unix://" not in settings.REDIS_URL else "`manage.py up` starts it.",
        )
        return
    finally:
        client.close()
    long = [f"{queue}: {length}" for queue, length in waiting.items() if length > MANY]
    if long:
        yield note(f"Much is waiting for a worker ({', '.join(long)}).", "Start another `manage.py part publisher`, or look into its log.")
    else:
        yield well(f"the broker answers; {sum(waiting.values())} messages wait")


def _database_time() -> datetime:
    """Return what the database's clock says; SQLite has none of its own."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found.astimezone(UTC)
