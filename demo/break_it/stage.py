"""The experiment's organisation, its channels, and its posts: planned and approved as anybody's, by the same services."""

import io
from contextlib import suppress
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django_scopes import scope

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.media import services as media
from campaigns.media.models import Asset
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.models import Placement, Post
from campaigns.posts.when import to_local
from demo.break_it.wall import Wall
from demo.pictures import ALT, draw
from networks.contract import Account, CanConnect
from networks.wire import oauth

SLUG, NAME, EMAIL = "break-it-experiment", "Break it", "break-it@carillon.example"
PICTURE = "loyer-cle"
PAGES = (
    ("facebook", "Break it: page", "breakitpage"),
    ("twitter", "Break it: profile", "breakitprofile"),
    ("instagram", "Break it: pictures", "breakitpictures"),
    ("facebook", "Break it: second page", "breakitsecondpage"),
    ("twitter", "Break it: second profile", "breakitsecond"),
)


def organisation() -> Organisation | None:
    """Return the experiment's organisation, when there has been an experiment."""
    return Organisation.objects.filter(slug=SLUG).first()


def made(*, wall: Wall, now: datetime) -> Organisation:
    """Return the organisation with all its channels signed in."""
    found, _ = Organisation.objects.get_or_create(
        slug=SLUG, defaults={"name": NAME, "languages": ["en"], "posts_need_approval": False, "time_zone": "UTC"}
    )
    with scope(organisation=found):
        for network, name, handle in PAGES:
            channel = Channel.objects.filter(network=network, name=name).first()
            if channel is None or channel.state != Channel.State.CONNECTED:
                sign_in(found, wall=wall, network=network, name=name, handle=handle, now=now)
    return found


def sign_in(found: Organisation, *, wall: Wall, network: str, name: str, handle: str, now: datetime) -> None:
    """The channel holds fresh tokens, as after a sign-in."""
    adapter = networks.get(network)
    assert isinstance(adapter, CanConnect)
    remote_id = wall.make_account(network=network, name=name, handle=handle)
    tokens = oauth.tokens(wall.grant(network, remote_id), now=now, scopes=adapter.scopes)
    account = Account(remote_id=remote_id, name=name, handle=handle, tokens=tokens, avatar_url=wall.avatar(network, remote_id))
    channels.add(organisation=found, network=network, account=account, by=author(), now=now)


def author() -> User:
    """Return who plans the posts; nobody can sign in as them."""
    user = User.objects.filter(email=EMAIL).first()
    if user is None:
        user = User(email=EMAIL, name=NAME, language="en")
        user.set_unusable_password()
        user.save()
    return user


def plan(found: Organisation, *, run: int, after: int, count: int, begins_at: datetime, over: timedelta, now: datetime) -> None:
    """So many more placements are approved, evenly spread from `begins_at`. Their numbers go on after `after`.

    The plan knows minutes; here each placement has its second, set while its post is a draft, so that the approval is of exactly that.
    """
    with scope(organisation=found), transaction.atomic():  # at once: many commits in a row would keep the dispatcher from its own
        by, using = author(), list(Channel.objects.filter(state=Channel.State.CONNECTED).order_by("connected_at"))
        picture = poster(found, now=now)
        numbers = range(after + 1, after + count + 1)
        for block in (numbers[i : i + len(using)] for i in range(0, count, len(using))):
            times = {number: begins_at + over * (number - after - 1) / count for number in block}
            on = dict(zip(block, using, strict=False))
            post = posts.create(organisation=found, by=by, draft=draft(run, on, picture, at=max(times.values())), now=now)
            for number, channel in on.items():
                Placement.objects.filter(post=post, channel=channel).update(planned_at=times[number])
            posts.submit(post=post, by=by, now=now)


def draft(run: int, on: dict[int, Channel], picture: Asset, *, at: datetime) -> Draft:
    """Return a post with a placement on each of these channels, each with its own number and so its own text."""
    local_time = to_local(at + timedelta(minutes=1), "UTC")
    described = DraftPicture(asset=picture.pk, alt=ALT[PICTURE]["en"])
    return Draft(
        title=text(run, min(on)),
        versions=[DraftVersion(language="en", segments=[text(run, min(on))], pictures=[described])],
        placements=[
            DraftPlacement(channel=channel.pk, languages=["en"], local_time=local_time, zone="UTC", own_segments=[text(run, number)])
            for number, channel in on.items()
        ],
    )


def text(run: int, number: int) -> str:
    return f"{beginning(run)}{number}. I am to stand here once: not never, not twice, whatever somebody breaks meanwhile."


def beginning(run: int) -> str:
    """Return how the texts of a run begin; no other text does."""
    return f"Break it {run}/"


def poster(found: Organisation, *, now: datetime) -> Asset:
    """Return the picture that Instagram's posts carry."""
    asset: Asset | None = Asset.objects.order_by("created_at").first()
    if asset is None:
        out = io.BytesIO()
        draw(PICTURE).save(out, "JPEG", quality=90)
        upload = SimpleUploadedFile("break-it.jpg", out.getvalue(), content_type="image/jpeg")
        asset = media.take_in(organisation=found, by=author(), upload=upload, name="break-it.jpg", alt={"en": ALT[PICTURE]["en"]}, now=now)
    return asset


def take_back_what_waits(found: Organisation, *, now: datetime) -> None:
    """What has not been claimed will not go out any more."""
    with scope(organisation=found):
        for post in Post.objects.filter(deleted_at=None, placements__claimed_at=None).distinct():
            with suppress(Refusal):  # claimed at this very moment: it goes out
                posts.delete(post=post, by=author(), now=now)
