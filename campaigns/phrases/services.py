"""Add, change and remove a contact, a hashtag set or a snippet: one set of verbs for the three."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.phrases.models import Contact, HashtagSet, Snippet
from campaigns.phrases.signals import renamed

Phrase = Contact | HashtagSet | Snippet
P = TypeVar("P", Contact, HashtagSet, Snippet)
KINDS: dict[type[Phrase], str] = {Contact: "contact", HashtagSet: "hashtag_set", Snippet: "snippet"}


@transaction.atomic
def add(kind: type[P], /, *, organisation: Organisation, by: User | None, now: datetime, **fields: Any) -> P:
    """It can be put into texts. Raises Refusal when another one has its name (a contact: its key)."""
    row = kind(organisation=organisation, **fields)
    _save(row)
    _said("added", row, by=by, now=now)
    return row


@transaction.atomic
def change(row: P, /, *, by: User, now: datetime, **changes: Any) -> P:
    """It reads like this; posts that name a contact otherwise by it are not as approved any more. Raises Refusal."""
    before = _named(row)
    for field, value in changes.items():
        setattr(row, field, value)
    _save(row)
    after = _named(row)
    if before and after and before != after:
        renamed.send(sender=Contact, organisation=row.organisation, keys={before[0], after[0]}, by=by, now=now)
    _said("changed", row, by=by, now=now)
    return row


@transaction.atomic
def remove(row: Phrase, *, by: User, now: datetime) -> None:
    """Nobody finds it any more; texts it was put into keep what they say, and posts that name a contact are not as approved any more."""
    _said("removed", row, by=by, now=now)
    named, organisation = _named(row), row.organisation
    row.delete()
    if named:
        renamed.send(sender=Contact, organisation=organisation, keys={named[0]}, by=by, now=now)


def _named(row: Phrase) -> tuple[str, str, dict[str, str]] | None:
    """Return a contact's key and what is put in for it; None for what texts do not name."""
    return (row.key, row.name, row.handles) if isinstance(row, Contact) else None


def _save(row: Phrase) -> None:
    named = "key" if isinstance(row, Contact) else "name"
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refusal("name-in-use", status=409, fields={named: "name-in-use"}) from None


def _said(what: str, row: Phrase, *, by: User | None, now: datetime) -> None:
    kind = KINDS[type(row)]
    live.publish(organisation_id=row.organisation_id, kind=kind, id=row.pk)
    act, name = f"{kind}.{what}", {"name": row.name}
    audit.record(organisation=row.organisation, actor=by, act=act, subject_kind=kind, subject_id=row.pk, data=name, now=now)
