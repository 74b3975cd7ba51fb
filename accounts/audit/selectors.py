"""Read the record of who did what."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from accounts.audit.models import AuditEntry
from accounts.audit.services import hash_of

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation


def entries(*, organisation: "Organisation", subject_kind: str = "", subject_id: object = "") -> QuerySet[AuditEntry]:
    """Return the organisation's entries in order; with a subject, those about it."""
    found = AuditEntry.objects.filter(organisation_id=organisation.pk).order_by("number")
    if subject_kind:
        found = found.filter(subject_kind=subject_kind)
    return found.filter(subject_id=str(subject_id)) if subject_id else found


def verify(organisation: "Organisation") -> int | None:
    """Return the number of the first entry that was changed, or that follows a missing one; None when the chain is whole.

    A chain cannot know that its end was cut off: keep the last number and hash elsewhere to see that.
    """
    previous = ""
    for number, entry in enumerate(entries(organisation=organisation).iterator(), start=1):
        if entry.number != number or entry.previous_hash != previous or entry.hash != hash_of(entry):
            return entry.number
        previous = entry.hash
    return None
