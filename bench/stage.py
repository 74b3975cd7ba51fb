"""A process that fills an installation with approved posts, thousands a second: the rows that planning and approving would have written.

`python -m bench.stage`, a Plan as JSON on standard input; prints the chosen moment. The rows are written in bulk, but what an approval
covers is computed by the product's own functions, so that the dispatcher finds exactly what a person would have approved.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, TypeVar
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402
from PIL import Image  # noqa: E402

import networks  # noqa: E402
from accounts.channels import services as channels  # noqa: E402
from accounts.channels.models import Channel  # noqa: E402
from accounts.orgs.models import Membership, Organisation  # noqa: E402
from accounts.people.models import User  # noqa: E402
from bench.call import text  # noqa: E402
from bench.plan import Plan  # noqa: E402
from campaigns.approvals.models import Approval  # noqa: E402
from campaigns.media import fitting  # noqa: E402
from campaigns.media import services as media  # noqa: E402
from campaigns.media.models import Asset  # noqa: E402
from campaigns.posts import services as posts  # noqa: E402
from campaigns.posts.fingerprint import content_of, hash_of, times_of  # noqa: E402
from campaigns.posts.models import Placement, Post, Version, VersionPicture  # noqa: E402
from networks.contract import Account, Tokens  # noqa: E402

AT_ONCE = 2_000
ZONE = "Europe/Brussels"
Row = TypeVar("Row", bound=Model)


def stage(plan: Plan) -> float:
    """The posts are there, approved; return the moment they count from, epoch seconds."""
    places = channels_of(plan)
    pictures = pictures_of(plan, places)
    made = [bare_post(plan.first_mark + i, places, pictures, plan) for i in range(len(plan.offsets_s))]
    hashes = [content_of(post) for post, _, _, _ in made]
    due_at = time.time() + plan.lead_s + len(made) / 2_000  # what is left to write takes less
    for (_, _, placement, _), offset in zip(made, plan.offsets_s, strict=True):
        placement.planned_at = datetime.fromtimestamp(due_at + offset, UTC)
        placement.local_time = f"{placement.planned_at:%Y-%m-%dT%H:%M}"
    approvals = [approval_of(post, content) for (post, _, _, _), content in zip(made, hashes, strict=True)]
    with transaction.atomic():
        put(Post, [post for post, _, _, _ in made])
        put(Version, [version for _, version, _, _ in made])
        put(VersionPicture, [use for _, _, _, use in made if use])
        put(Placement, [placement for _, _, placement, _ in made])
        put(Approval, approvals)
    settle()
    return due_at


def channels_of(plan: Plan) -> list[Channel]:
    """Return the connected channels, Facebook and X in turn, the organisations dealt out evenly; made when they are not there."""
    found = list(Channel.objects.select_related("organisation").order_by("remote_id"))
    if len(found) == plan.channels:
        return found
    for number in range(plan.organisations):
        organisation = Organisation.objects.create(slug=f"bench-{number}", name=f"Bench {number}", posts_need_approval=False)
        writer = User.objects.create_user(f"writer-{number}@example.org", name="Writer")
        Membership.objects.create(organisation=organisation, user=writer, roles=["planner", "admin"])
        for place in range(number, plan.channels, plan.organisations):
            network = "twitter" if (place // plan.organisations) % 2 else "facebook"
            remote_id = str(10_000 + place)
            account = Account(remote_id=remote_id, name=remote_id, handle=remote_id, tokens=Tokens(access=f"token-of-{remote_id}"))
            channels.add(organisation=organisation, network=network, account=account, by=writer, now=timezone.now())
    return list(Channel.objects.select_related("organisation").order_by("remote_id"))


def pictures_of(plan: Plan, places: Sequence[Channel]) -> dict[Any, Asset]:
    """Return one picture for each organisation, drawn for its networks; none when no post has any."""
    if not plan.pictured_every:
        return {}
    made = {}
    for organisation in {place.organisation for place in places}:
        out = BytesIO()
        Image.effect_noise((1080, 1350), 40).save(out, "JPEG", quality=80)
        upload = SimpleUploadedFile("poster.jpg", out.getvalue(), content_type="image/jpeg")
        asset = media.take_in(organisation=organisation, by=None, upload=upload, name="poster", alt={"fr": "Affiche"}, now=timezone.now())
        for network in {place.network for place in places}:
            fitting.rendition_for(asset=asset, spec=networks.get(network).spec.pictures)
        made[organisation.pk] = asset
    return made


def bare_post(
    number: int, places: Sequence[Channel], pictures: dict[Any, Asset], plan: Plan
) -> tuple[Post, Version, Placement, VersionPicture | None]:
    """Return a post's rows, unsaved, tied together as if they had been read."""
    channel = places[number % len(places)]
    post = Post(organisation=channel.organisation, state=Post.State.APPROVED, search=text(number).lower(), revision=2)
    version = Version(post=post, language="fr", segments=[text(number)])
    placement = Placement(
        id=uuid4(), organisation=channel.organisation, post=post, channel=channel, languages=["fr"], spoken="fr", zone=ZONE
    )
    use = None
    if plan.is_pictured(number):
        use = VersionPicture(version=version, asset=pictures[channel.organisation_id], position=0, alt="Affiche")
    # What a prefetch would have put there: the product's functions read rows in this way.
    remember(version, version_pictures=[use] if use else [])
    remember(post, versions=[version], placements=[placement])
    return post, version, placement, use


def remember(row: Any, **related: list[Any]) -> None:
    row._prefetched_objects_cache = related


def approval_of(post: Post, content: dict[str, Any]) -> Approval:
    now = timezone.now()
    return Approval(
        organisation=post.organisation,
        subject_kind=posts.KIND,
        subject_id=post.pk,
        fingerprint=hash_of(content),
        terms={"times": times_of(post)},
        shown=content,
        state=Approval.State.APPROVED,
        asked_at=now - timedelta(minutes=5),
        decided_at=now,
    )


def put(model: type[Row], rows: Sequence[Row]) -> None:
    for some in batches(rows):
        model._default_manager.bulk_create(some)


def batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


def settle() -> None:
    """The database knows how its tables look now, as one that has run for a day does."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    with scopes_disabled():
        print(stage(Plan.from_json(sys.stdin.read())))
