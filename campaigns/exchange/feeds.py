"""Calendars that other programs subscribe to: make, renew, revoke, and what is in them."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import override
from django_scopes import scope, scopes_disabled

from accounts.audit import services as audit
from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.exchange import choice, ics, states
from campaigns.exchange.choice import Choice
from campaigns.exchange.models import Feed
from campaigns.posts.models import Post, Version

BEFORE, AFTER = timedelta(days=60), timedelta(days=400)
MOST = 50
NOTED_EVERY = timedelta(minutes=1)
KIND = "feed"


@transaction.atomic
def make(*, organisation: Organisation, by: User, name: str, wanted: Choice, now: datetime, **flags: bool) -> tuple[Feed, str]:
    """The feed can be subscribed to. Return it and its secret, which is shown this once. Raises Refusal."""
    if Feed.objects.count() >= MOST:
        raise Refusal("feeds-enough", status=409, most=MOST)
    secret = secrets.token_urlsafe(32)
    feed = Feed(
        organisation=organisation, name=name.strip(), choice=wanted.stored(), made_by=by, language=by.language, created_at=now, **flags
    )
    feed.digest = digest(secret)
    feed.save(force_insert=True)
    _said("feed.made", feed, by=by, now=now)
    return feed, secret


@transaction.atomic
def renew(*, feed: Feed, by: User, now: datetime) -> tuple[Feed, str]:
    """The feed has another address; the one before leads nowhere."""
    secret = secrets.token_urlsafe(32)
    feed.digest, feed.fetched_at = digest(secret), None
    feed.save(update_fields=["digest", "fetched_at"])
    _said("feed.renewed", feed, by=by, now=now)
    return feed, secret


@transaction.atomic
def revoke(*, feed: Feed, by: User, now: datetime) -> None:
    """Nobody can fetch it any more."""
    _said("feed.revoked", feed, by=by, now=now)
    feed.delete()


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def address(secret: str) -> str:
    return f"{settings.SITE_URL}/feeds/{secret}.ics"


def content(secret: str, *, now: datetime) -> bytes | None:
    """Return what the feed with this secret holds now, in its maker's language; None for a secret that is nobody's."""
    with scopes_disabled():
        feed: Feed | None = Feed.objects.select_related("organisation").filter(digest=digest(secret)).first()
    if feed is None:
        return None
    with scope(organisation=feed.organisation), override(feed.language):
        if feed.fetched_at is None or now - feed.fetched_at > NOTED_EVERY:
            Feed.objects.filter(pk=feed.pk).update(fetched_at=now)
        return _calendar(feed, now=now)


def _calendar(feed: Feed, *, now: datetime) -> bytes:
    organisation = feed.organisation
    cards = choice.chosen(choice.of(feed.choice), start=now - BEFORE, end=now + AFTER, now=now)
    if not feed.with_drafts:
        cards = [card for card in cards if card["state"] in states.APPROVED]
    words, channels = states.worded(), {str(c.pk): c for c in Channel.objects.all()}
    changed = dict(Post.objects.filter(pk__in={card["post"] for card in cards}).values_list("pk", "updated_at"))
    texts = _texts(cards) if feed.with_texts else {}
    entries = [
        ics.Entry(
            id=UUID(card["id"]),
            at=card["planned_at"],
            channel=channels[card["channel"]].name,
            network=channels[card["channel"]].network_label,
            words=card["first_line"],
            text=texts.get((card["post"], (card["languages"] or [""])[0]), ""),
            state=card["state"],
            state_words=words.get(card["state"], card["state"]),
            path=f"/{organisation.slug}/posts/{card['post']}",
            is_approved=card["state"] in states.APPROVED,
            revision=card["revision"],
            changed_at=changed[UUID(card["post"])],
        )
        for card in cards
    ]
    return ics.calendar(f"{organisation.name}: {feed.name}", entries, site=settings.SITE_URL, zone=organisation.time_zone)


def _texts(cards: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    rows = Version.objects.filter(post__in={card["post"] for card in cards}).values_list("post_id", "language", "segments")
    return {(str(post), language): "\n\n".join(segments) for post, language, segments in rows}


def _said(act: str, feed: Feed, *, by: User, now: datetime) -> None:
    audit.record(
        organisation=feed.organisation, actor=by, act=act, subject_kind=KIND, subject_id=feed.pk, data={"name": feed.name}, now=now
    )
