"""Reading posts: whole ones for the composer, due ones for the scheduler. The calendar reads by itself: cards.py."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from accounts.words import word
from campaigns.plan.models import Campaign
from campaigns.posts import filling
from campaigns.posts.badge import badge
from campaigns.posts.draft import DraftPicture
from campaigns.posts.models import Placement, Post, Version, VersionPicture
from campaigns.posts.ready import Found, examine


def with_content() -> QuerySet[Post]:
    """Return posts (of the organisation in scope) with all that content.py and fingerprint.py read."""
    pictures = Prefetch("version_pictures", VersionPicture.objects.select_related("asset").order_by("position"))
    found: QuerySet[Post] = Post.objects.select_related("campaign", "organisation", "author").prefetch_related(
        Prefetch("versions", Version.objects.prefetch_related(pictures).order_by("language")),
        Prefetch("placements", Placement.objects.select_related("channel").order_by("planned_at", "pk")),
    )
    return found


def for_sending(ids: Iterable[UUID]) -> list[Post]:
    """Return these posts with what the fingerprint and the texts are made of, and no more.

    What belongs to them is read in one statement a table and put where a prefetch would have put it: `prefetch_related` builds a query
    for each row, which is dearer than all that is read. Thousands may be due in the same second.
    """
    posts = {post.pk: post for post in Post.objects.filter(pk__in=list(ids))}
    organisations = Organisation.objects.in_bulk({post.organisation_id for post in posts.values()})
    campaigns = Campaign.objects.in_bulk({post.campaign_id for post in posts.values() if post.campaign_id})
    versions = {version.pk: version for version in Version.objects.filter(post__in=list(posts)).order_by("language")}
    uses: dict[UUID, list[VersionPicture]] = defaultdict(list)
    for use in VersionPicture.objects.select_related("asset").filter(version__post__in=list(posts)).order_by("position"):
        uses[use.version_id].append(use)
    texts: dict[UUID, list[Version]] = defaultdict(list)
    for version in versions.values():
        remember(version, version_pictures=uses[version.pk])
        texts[version.post_id].append(version)
    places: dict[UUID, list[Placement]] = defaultdict(list)
    for placement in Placement.objects.filter(post__in=list(posts)).order_by("planned_at", "pk"):
        places[placement.post_id].append(placement)
    filling.remember(list(posts.values()), texts=texts, places=places)
    for post in posts.values():
        post.organisation, post.campaign = organisations[post.organisation_id], campaigns.get(post.campaign_id)
        remember(post, versions=texts[post.pk], placements=places[post.pk])
    return list(posts.values())


def remember(row: Any, **related: list[Any]) -> None:
    """`row.<related>.all()` gives these rows and asks the database nothing."""
    row._prefetched_objects_cache = related


def whole(pk: UUID) -> Post:
    return with_content().get(pk=pk)


def versions_of(post: Post) -> list[dict[str, Any]]:
    """Return the versions as the fields of draft.DraftVersion."""
    return [
        {
            "language": v.language,
            "segments": v.segments,
            "link": v.link,
            "with_utm": v.with_utm,
            "first_comment": v.first_comment,
            "source": v.source,
            "source_text": v.source_text,
            "pictures": [DraftPicture(asset=u.asset_id, alt=u.alt, crop=u.crop) for u in v.version_pictures.all()],
        }
        for v in post.versions.all()
    ]


def worded(found: Iterable[Found]) -> list[dict[str, Any]]:
    """Return problems in the reader's language."""
    return [
        {
            "code": f.problem.code,
            "message": word(f.problem.code, {"network": f.network, "channel": f.channel, **f.problem.params}),
            "params": dict(f.problem.params),
            "blocks": f.problem.blocks,
            "placement": f.placement,
            "channel": f.channel,
            "network": f.network,
            "language": f.language,
        }
        for f in found
    ]


def check_ready(post: Post, *, near: Sequence[Placement] | None = None, now: datetime) -> None:
    """Raise Refusal("not-ready") with everything that stands in the way. `near`: see ready.examine."""
    found, _ = examine(post, near=near, now=now)
    if any(f.problem.blocks for f in found):
        raise Refusal("not-ready", status=409, extra={"problems": worded(found)})


def badge_of(placement: Placement, *, now: datetime) -> str:
    return badge(
        state=placement.post.state,
        planned_at=placement.planned_at,
        claimed_at=placement.claimed_at,
        outcome=placement.outcome,
        now=now,
        taken_down_at=placement.taken_down_at,
        corrected_at=placement.corrected_at,
    )


def due(*, before: datetime, after: datetime) -> QuerySet[Placement]:
    """Return approved placements nobody has claimed whose time lies in (after, before]. The caller checks the fingerprint."""
    found: QuerySet[Placement] = Placement.objects.filter(
        claimed_at=None,
        outcome="",
        planned_at__gt=after,
        planned_at__lte=before,
        post__state=Post.State.APPROVED,
        post__deleted_at=None,
    ).order_by("planned_at")
    return found
