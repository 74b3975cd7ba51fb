"""Write into the record of who did what."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from accounts.audit.models import AuditEntry

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation
    from accounts.people.models import User

TRIES = 100  # each lost try means that somebody else's entry got in


@dataclass(frozen=True)
class Act:
    """What was done to what. `data`: short texts, whole numbers, flags, lists of them; never tokens or post texts."""

    act: str
    subject_kind: str = ""
    subject_id: object = ""
    data: dict[str, Any] | None = None


def record(
    *,
    organisation: "Organisation",
    actor: "User | None",
    act: str,
    subject_kind: str = "",
    subject_id: object = "",
    data: dict[str, Any] | None = None,
    now: datetime,
) -> AuditEntry:
    """Append one entry to the organisation's chain, as `record_all` does with many."""
    acts = [Act(act=act, subject_kind=subject_kind, subject_id=subject_id, data=data)]
    return record_all(organisation=organisation, actor=actor, acts=acts, now=now)[0]


def record_all(*, organisation: "Organisation", actor: "User | None" = None, acts: Sequence[Act], now: datetime) -> list[AuditEntry]:
    """Append an entry for each act to the organisation's chain, in order.

    Two at once: the unique number lets one in, the other reads again and follows it. Call it last in a transaction:
    on PostgreSQL the next writer of this organisation waits until the transaction ends.
    """
    for _ in range(TRIES):
        last = AuditEntry.objects.filter(organisation_id=organisation.pk).order_by("-number").first()
        entries = []
        for one in acts:
            last = _following(last, one, organisation=organisation, actor=actor, now=now)
            entries.append(last)
        try:
            with transaction.atomic():
                return AuditEntry.objects.bulk_create(entries)
        except IntegrityError:
            continue
    raise RuntimeError(f"no place in the record of {organisation.pk} after {TRIES} tries")


def _following(last: AuditEntry | None, one: Act, *, organisation: "Organisation", actor: "User | None", now: datetime) -> AuditEntry:
    entry = AuditEntry(
        organisation_id=organisation.pk,
        number=last.number + 1 if last else 1,
        actor_id=actor.pk if actor else None,
        actor_name=str(actor)[:200] if actor else "",
        act=one.act,
        subject_kind=one.subject_kind,
        subject_id=str(one.subject_id),
        data=json.loads(json.dumps(one.data or {}, default=str)),
        at=now,
        previous_hash=last.hash if last else "",
    )
    entry.hash = hash_of(entry)
    return entry


def hash_of(entry: AuditEntry) -> str:
    """Return the SHA-256, in hex, of everything this entry says and of the hash before it."""
    said = [
        entry.previous_hash,
        str(entry.organisation_id),
        entry.number,
        str(entry.actor_id or ""),
        entry.actor_name,
        entry.act,
        entry.subject_kind,
        entry.subject_id,
        entry.data,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
