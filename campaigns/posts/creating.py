"""New posts, one or thousands by the same path: a statement for each table and batch, whatever their number."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.channels.models import Channel
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from campaigns.media.models import Asset
from campaigns.plan.models import Campaign
from campaigns.posts import rows, selectors
from campaigns.posts.content import search_words
from campaigns.posts.draft import Draft
from campaigns.posts.history import services as history
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Placement, Post, Version, VersionPicture

BATCH = 500
WRITTEN = 2  # revision 1 is the empty post


@transaction.atomic
def create_all(
    *, organisation: Organisation, by: User | None, drafts: Sequence[Draft], source: Post | None = None, now: datetime
) -> list[Post]:
    """A draft stands for each of these, in order, or none does. Raises Refusal. `source`: the post that they are made from."""
    assets = rows.assets_of(v for draft in drafts for v in draft.versions or ())
    channels = rows.channels_of(p for draft in drafts for p in draft.placements or ())
    campaigns = Campaign.objects.in_bulk({draft.campaign for draft in drafts if draft.campaign})
    made: list[Post] = []
    for start in range(0, len(drafts), BATCH):
        some = drafts[start : start + BATCH]
        batch = [new_post(organisation, by, draft, source=source, campaigns=campaigns) for draft in some]
        written = [write(post, draft, assets=assets, channels=channels, now=now) for post, draft in zip(batch, some, strict=True)]
        Post.objects.bulk_create(batch)
        Version.objects.bulk_create([version for post in batch for version in post.versions.all()])
        VersionPicture.objects.bulk_create([use for uses in written for use in uses])
        Placement.objects.bulk_create([place for post in batch for place in post.placements.all()])
        Revision.objects.bulk_create([history.first(post, by=by, now=now) for post in batch])
        for post in batch:
            selectors.remember(post)  # nothing: whoever reads on reads what the database has
        made += batch
    if made:
        live.publish(organisation_id=organisation.pk, kind="post", id=made[0].pk if len(made) == 1 else live.MANY)
    return made


def new_post(organisation: Organisation, by: User | None, draft: Draft, *, source: Post | None, campaigns: Mapping[UUID, Campaign]) -> Post:
    return Post(
        organisation=organisation,
        author=by,
        title=(draft.title or "").strip(),
        campaign=campaigns.get(draft.campaign) if draft.campaign else None,
        source_post=source,
        revision=WRITTEN,
    )


def write(
    post: Post, draft: Draft, *, assets: Mapping[UUID, Asset], channels: Mapping[UUID, Channel], now: datetime
) -> list[VersionPicture]:
    """The post has its versions and placements in hand, not yet stored, and the words it is found by. Return its pictures."""
    versions = rows.new_versions(post, draft.versions or (), assets=assets)
    places = rows.new_placements(post, draft.placements or (), channels=channels, default_zone=post.organisation.time_zone, now=now)
    for version, uses in versions:
        selectors.remember(version, version_pictures=uses)
    selectors.remember(post, versions=sorted((version for version, _ in versions), key=lambda v: v.language), placements=places)
    post.search = search_words(post)
    return [use for _, uses in versions for use in uses]
