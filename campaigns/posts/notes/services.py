"""The verbs of a note. Whoever is named in it hears of it, and so does the post's author."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts.content import first_line
from campaigns.posts.models import Post
from campaigns.posts.notes.models import Note

MENTIONS_MOST = 20


@transaction.atomic
def say(*, post: Post, by: User, text: str, mentions: Iterable[UUID], language: str = "", now: datetime) -> Note:
    """The note stands beside the post."""
    named = members(mentions)
    note: Note = Note.objects.create(
        organisation=post.organisation,
        post=post,
        by=by,
        text=text.strip(),
        mentions=[str(user.pk) for user in named],
        language=language,
        created_at=now,
    )
    tell(note, named=named, now=now)
    return note


@transaction.atomic
def edit(*, note: Note, by: User, text: str, mentions: Iterable[UUID], now: datetime) -> Note:
    """The note says this instead; who is named anew hears of it."""
    mine(note, by)
    named = members(mentions)
    fresh = [user for user in named if str(user.pk) not in note.mentions]
    note.text, note.mentions, note.edited_at = text.strip(), [str(user.pk) for user in named], now
    note.save()
    tell(note, named=fresh, is_new=False, now=now)
    return note


@transaction.atomic
def delete(*, note: Note, by: User, now: datetime) -> None:
    """Nobody sees the note any more, until `put_back`."""
    mine(note, by)
    note.deleted_at = now
    note.save(update_fields=["deleted_at"])
    announce(note)


@transaction.atomic
def put_back(*, note: Note, by: User) -> Note:
    mine(note, by)
    note.deleted_at = None
    note.save(update_fields=["deleted_at"])
    announce(note)
    return note


@transaction.atomic
def resolve(*, note: Note, by: User, is_resolved: bool, now: datetime) -> Note:
    """What it asks for is done, or is open again."""
    note.resolved_at, note.resolved_by = (now, by) if is_resolved else (None, None)
    note.save(update_fields=["resolved_at", "resolved_by"])
    announce(note)
    return note


def mine(note: Note, by: User) -> None:
    if note.by_id != by.pk:
        raise Refusal("not-your-note", status=403)


def members(ids: Iterable[UUID]) -> list[User]:
    """Return those of these people who belong to the organisation in scope."""
    wanted = list(dict.fromkeys(ids))[:MENTIONS_MOST]
    return [member.user for member in Membership.objects.filter(user__in=wanted).select_related("user").order_by("created_at")]


def tell(note: Note, *, named: list[User], is_new: bool = True, now: datetime) -> None:
    """Those named hear of it by e-mail too; the author of a post that others speak about, in the app."""
    post, by = note.post, note.by
    params = {"title": first_line(post), "by": str(by or ""), "text": note.text[:280]}
    path = f"/posts/{post.pk}?notes={note.pk}"
    called = [user for user in named if user != by]
    notify.tell(organisation=post.organisation, users=called, code="note-names-you", params=params, path=path, by_email=True, now=now)
    if is_new and post.author and post.author != by and post.author not in called:
        notify.tell(organisation=post.organisation, users=[post.author], code="note-on-your-post", params=params, path=path, now=now)
    announce(note)


def announce(note: Note) -> None:
    live.publish(organisation_id=note.organisation_id, kind="note", id=str(note.post_id))
