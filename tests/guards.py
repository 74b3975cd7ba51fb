"""What the database refuses, done for a test all the same: as if it had been so from the start, or as somebody with its keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from campaigns.approvals.models import Approval


@contextmanager
def lifted(trigger: str, *, table: str) -> Iterator[None]:
    """Inside, this trigger of the database is not there."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come is not altered
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
            yield
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            return
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = %s", [trigger])
        (sql,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {trigger}")
        yield
        cursor.execute(sql, None)


@contextmanager
def rewritable_approvals() -> Iterator[None]:
    with lifted("approval_stays_as_asked", table="campaigns_approval"):
        yield


def asked_for_at(subject_id: Any, times: dict[str, datetime]) -> None:
    """The approvals of this post were asked for these times, by placement."""
    with rewritable_approvals():
        for approval in Approval.objects.filter(subject_id=subject_id):
            terms = {**approval.terms, "times": {**approval.terms["times"], **{pk: at.isoformat() for pk, at in times.items()}}}
            Approval.objects.filter(pk=approval.pk).update(terms=terms)
