"""`python -m trust.stage ORDER PLAN`: fill an empty installation with approved posts, in bulk, as claim.py will check them.

ORDER is a JSON file (see Order), PLAN gets what was planned, for the judge: he never asks the product what it meant to do.
"""

import json
import os
import random
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from trust.plan import Planned, mark

AT_ONCE = 500
WORDS = [
    "loyer",
    "juste",
    "commune",
    "climat",
    "gare",
    "école",
    "santé",
    "pension",
    "vélo",
    "énergie",
    "Straße",
    "für",
    "wonen",
    "zorg",
    "eerlijk",
    "markt",
    "droit",
    "côté",
    "été",
    "Noël",
    "samen",
    "plus",
]


@dataclass(frozen=True)
class Order:
    seed: int
    posts: int
    first_at: float  # epoch seconds
    span_s: float
    accounts: list[dict[str, str]]
    organisations: int = 4
    start_number: int = 0


def main(order: Order, plan: Path) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django_scopes import scopes_disabled

    with scopes_disabled():
        planned = fill(order)
    plan.write_text(json.dumps([asdict(one) for one in planned]))


def fill(order: Order) -> list[Planned]:
    """The posts are in the database, approved; return them."""
    from django.db import transaction
    from django.utils import timezone

    from accounts.channels.models import Channel
    from accounts.orgs.models import Organisation

    dice, now = random.Random(order.seed), timezone.now()
    with transaction.atomic():
        if not Organisation.objects.exists():
            settle(order, now=now)
        channels = list(Channel.objects.select_related("organisation").order_by("network", "remote_id"))
        by_network = {slug: [c for c in channels if c.network == slug] for slug in ("facebook", "instagram", "twitter")}
        planned: list[Planned] = []
        for first in range(0, order.posts, AT_ONCE):
            count = min(AT_ONCE, order.posts - first)
            planned += chunk(order, order.start_number + first, count, by_network=by_network, dice=dice, now=now)
    return planned


def settle(order: Order, *, now: datetime) -> None:
    """Organisations with their people, channels and one picture each."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    from accounts.channels import services as channels
    from accounts.orgs.models import Membership, Organisation
    from accounts.people.models import User
    from campaigns.media import services as media
    from networks.contract import Account, Tokens

    made = []
    for number in range(order.organisations):
        organisation = Organisation.objects.create(slug=f"trust-{number}", name=f"Trust {number}", posts_need_approval=False)
        writer = User.objects.create_user(f"writer{number}@example.org", "a-long-password")
        Membership.objects.create(organisation=organisation, user=writer, roles=["planner", "admin"])
        drawn = BytesIO()
        Image.new("RGB", (640, 800), (15, 118 + number, 110)).save(drawn, "JPEG")
        upload = SimpleUploadedFile("poster.jpg", drawn.getvalue(), content_type="image/jpeg")
        media.take_in(organisation=organisation, by=None, upload=upload, name="poster.jpg", alt={"fr": "Une affiche"}, now=now)
        made.append(organisation)
    for number, one in enumerate(order.accounts):
        account = Account(remote_id=one["id"], name=one["handle"], handle=one["handle"], tokens=Tokens(access=one["token"]))
        channels.add(organisation=made[number % len(made)], network=one["network"], account=account, by=None, now=now)


def chunk(order: Order, first: int, count: int, *, by_network: dict[str, list[Any]], dice: random.Random, now: datetime) -> list[Planned]:
    wanted = []
    for number in range(first, first + count):
        network = dice.choices(("facebook", "twitter", "instagram"), (45, 45, 10))[0]
        parts = 2 if network == "twitter" and dice.random() < 0.06 else 1
        with_picture = network == "instagram" or (network == "facebook" and dice.random() < 0.05)
        # One in ten is due at a full tenth of the span, with many others: bursts.
        share = dice.choice(range(10)) / 10 if dice.random() < 0.1 else dice.random()
        wanted.append(
            Wanted(
                number=number,
                channel=dice.choice(by_network[network]),
                segments=[f"{' '.join(dice.choices(WORDS, k=dice.randint(3, 14)))} {mark(number, part)}" for part in range(1, parts + 1)],
                link="https://example.org/lire" if network != "instagram" and not with_picture and dice.random() < 0.15 else "",
                with_picture=with_picture,
                at=order.first_at + order.span_s * share,
            )
        )
    return approved(wanted, now=now)


@dataclass(frozen=True)
class Wanted:
    number: int
    channel: Any
    segments: list[str]
    at: float
    link: str = ""
    with_picture: bool = False


def approved(wanted: list[Wanted], *, now: datetime) -> list[Planned]:
    """The posts are planned and approved; return what the judge knows of them."""
    from campaigns.approvals.models import Approval
    from campaigns.media.models import Asset
    from campaigns.posts.fingerprint import content_of, hash_of, times_of
    from campaigns.posts.models import Placement, Post, Version, VersionPicture
    from campaigns.posts.selectors import with_content

    assets = {asset.organisation_id: asset for asset in Asset.objects.all()}
    posts, versions, uses, placements, planned = [], [], [], [], []
    for one in wanted:
        organisation = one.channel.organisation
        at = datetime.fromtimestamp(one.at, UTC)
        post = Post(id=uuid4(), organisation=organisation, state=Post.State.APPROVED, search=" ".join(one.segments).lower(), revision=2)
        version = Version(post=post, language="fr", segments=one.segments, link=one.link)
        placement = Placement(
            id=uuid4(),
            organisation=organisation,
            post=post,
            channel=one.channel,
            languages=["fr"],
            spoken="fr",
            planned_at=at,
            zone="UTC",
            local_time=f"{at:%Y-%m-%dT%H:%M}",
        )
        if one.with_picture:
            uses.append(VersionPicture(version=version, asset=assets[organisation.pk], position=0, alt="Une affiche"))
        posts.append(post)
        versions.append(version)
        placements.append(placement)
        planned.append(
            Planned(
                number=one.number,
                placement=placement.pk.hex,
                network=one.channel.network,
                account=one.channel.remote_id,
                parts=len(one.segments),
                at=one.at,
            )
        )
    Post.objects.bulk_create(posts)
    Version.objects.bulk_create(versions)
    VersionPicture.objects.bulk_create(uses)
    Placement.objects.bulk_create(placements)
    approvals = []
    for post in with_content().filter(pk__in=[post.pk for post in posts]):
        shown = content_of(post)
        approvals.append(
            Approval(
                organisation_id=post.organisation_id,
                subject_kind="post",
                subject_id=post.pk,
                fingerprint=hash_of(shown),
                terms={"times": times_of(post)},
                shown=shown,
                state=Approval.State.APPROVED,
                asked_at=now - timedelta(minutes=5),
                decided_at=now - timedelta(minutes=5),
            )
        )
    Approval.objects.bulk_create(approvals)
    return planned


if __name__ == "__main__":
    main(Order(**json.loads(Path(sys.argv[1]).read_text())), Path(sys.argv[2]))
