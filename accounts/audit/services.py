"""Write into the record of who did what."""

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from accounts.audit.models import AuditEntry

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation
    from accounts.people.models import User

TRIES = 100  # each lost try means that somebody else's entry got in


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
    """Append one entry to the organisation's chain. `data`: short texts, whole numbers, flags, lists of them; never tokens or post texts.

    Two at once: the unique number lets one in, the other reads again and follows it. Call it last in a transaction:
    on PostgreSQL the next writer of this organisation waits until the transaction ends.
    """
    facts = json.loads(json.dumps(data or {}, default=str))
    for _ in range(TRIES):
        last = AuditEntry.objects.filter(organisation_id=organisation.pk).order_by("-number").first()
        entry = AuditEntry(
            organisation_id=organisation.pk,
            number=last.number + 1 if last else 1,
            actor_id=actor.pk if actor else None,
            actor_name=str(actor)[:200] if actor else "",
            act=act,
            subject_kind=subject_kind,
            subject_id=str(subject_id),
            data=facts,
            at=now,
            previous_hash=last.hash if last else "",
        )
        entry.hash = hash_of(entry)
        try:
            with transaction.atomic():
                entry.save(force_insert=True)
        except IntegrityError:
            continue
        return entry
    raise RuntimeError(f"no place in the record of {organisation.pk} after {TRIES} tries")


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
