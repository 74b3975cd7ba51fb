"""Keep what a post said. Called inside the transaction of the verb that changed it."""

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Subquery

from accounts.people.models import User
from campaigns.posts import selectors
from campaigns.posts.draft import DraftPicture
from campaigns.posts.history import rules
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Post


def content_of(post: Post) -> dict[str, Any]:
    """Return the post as plain values in the shape of a draft, so that it can be put back."""
    return plain(
        {
            "title": post.title,
            "campaign": post.campaign_id,
            "versions": [
                {**version, "pictures": [picture_of(use) for use in version["pictures"]]} for version in selectors.versions_of(post)
            ],
            "placements": [
                {
                    "channel": p.channel_id,
                    "languages": p.languages,
                    "local_time": p.local_time,
                    "zone": p.zone,
                    "own_segments": p.own_segments,
                    "own_base": p.own_base,
                    "without_link": p.without_link,
                }
                for p in sorted(post.placements.all(), key=lambda p: (str(p.channel_id), p.spoken))
            ],
        }
    )


def picture_of(use: DraftPicture) -> dict[str, Any]:
    """Return the picture as it is shown; what part of it only where somebody said, so that older revisions stay comparable."""
    return {"asset": use.asset, "alt": use.alt, **({"crop": use.crop} if use.crop else {})}


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Return them as the database will give them back."""
    known: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return known


def begin(post: Post) -> None:
    """A post that was written before anybody kept its history has what it says now as its first revision."""
    if not Revision.objects.filter(post=post).exists():
        Revision.objects.create(
            organisation=post.organisation,
            post=post,
            number=post.revision,
            by=post.author,
            begun_at=post.created_at,
            at=post.updated_at,
            content=content_of(post),
        )


def remember(post: Post, *, by: User | None, now: datetime) -> None:
    """What the (whole) post says now is kept: in the revision it goes on, else as a new one. Saying the same again keeps nothing."""
    last = Revision.objects.filter(post=post).order_by("-number").first()
    content = content_of(post)
    if last and last.content == content:
        return
    if last and rules.goes_on(at=last.at, by=last.by_id, is_closed=last.is_closed, now=now, who=by and by.pk):
        last.number, last.at, last.content = post.revision, now, content
        last.save(update_fields=["number", "at", "content"])
        return
    revision(post, content, by=by, now=now).save()


def first(post: Post, *, by: User | None, now: datetime) -> Revision:
    """Return what a new post says as its first revision, for the caller to store."""
    return revision(post, content_of(post), by=by, now=now)


def revision(post: Post, content: dict[str, Any], *, by: User | None, now: datetime) -> Revision:
    return Revision(organisation=post.organisation, post=post, number=post.revision, by=by, begun_at=now, at=now, content=content)


def writers(post: Post, *, since: datetime | None) -> list[User]:
    """Return who wrote at the post after that time (None: ever)."""
    told = Revision.objects.filter(post=post).exclude(by=None)
    return list(User.objects.filter(pk__in=(told.filter(at__gt=since) if since else told).values("by")))


def close(post: Post) -> None:
    """What the post says now was put before others: what follows is another revision."""
    last = Revision.objects.filter(post=post).order_by("-number").values("pk")[:1]
    Revision.objects.filter(pk=Subquery(last), is_closed=False).update(is_closed=True)
