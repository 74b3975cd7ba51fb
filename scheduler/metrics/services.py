"""Sums grow."""

from collections.abc import Mapping

from django.db import connection

from scheduler.metrics.models import Tally
from scheduler.metrics.names import Sample

AT_ONCE = 200  # three parameters each; SQLite takes 999 in its oldest form


def count(increments: Mapping[Sample, float]) -> None:
    """Every sum has grown by that much, in one statement per batch. Whatever runs at the same time, nothing is lost.

    Rows are taken in their order, so that two counters never wait for each other in a circle.
    """
    rows = sorted((name, labels, float(more)) for (name, labels), more in increments.items() if more)
    for begin in range(0, len(rows), AT_ONCE):
        batch = rows[begin : begin + AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(_statement(len(batch)), [value for row in batch for value in row])


def _statement(rows: int) -> str:
    """Return the statement for that many rows, as SQLite and PostgreSQL both read it. Django's bulk_create can only overwrite."""
    table, places = connection.ops.quote_name(Tally._meta.db_table), ", ".join(["(%s, %s, %s)"] * rows)
    insert = f"INSERT INTO {table} (name, labels, value) VALUES {places}"  # noqa: S608  names of our own
    return f"{insert} ON CONFLICT (name, labels) DO UPDATE SET value = {table}.value + excluded.value"
