"""Take the invisible steps of a post minutes ahead (uploads, containers), so that a post with pictures is as punctual as one without.

What was prepared is bound to the content by its fingerprint: the claim takes over what fits, and the rest is taken away again.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels import services as channels
from accounts.channels.models import Channel
from campaigns.approvals import selectors as approvals
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Placement, VersionPicture
from networks.contract import NetworkError, NotSent, OutOfCredit, SignInLost, Stale, Step, Throttled
from networks.wire import deadline
from scheduler.delivery import steps
from scheduler.delivery.again import heed
from scheduler.delivery.claim import frozen, may_go
from scheduler.delivery.models import Leftover, Preparation
from scheduler.delivery.run import lease, window
from scheduler.delivery.states import backoff_s
from scheduler.hold import selectors as hold

log = structlog.get_logger()
TOO_LATE = timedelta(seconds=3)  # so shortly before its time the delivery itself does what is missing
AT_ONCE = 100
TRIES_MOST = 6


def waiting(*, now: datetime) -> list[UUID]:
    """Return the placements with pictures whose time comes soon and whose invisible steps are not taken, and not being taken."""
    done = Q(is_done=True, of_at__gte=OuterRef("post__updated_at"))
    with scopes_disabled():
        with_pictures = VersionPicture.objects.filter(version__post=OuterRef("post"))
        busy_or_done = Preparation.objects.filter(done | Q(wake_at__gt=now) | Q(tries__gte=TRIES_MOST), placement=OuterRef("pk"))
        soon = posts.due(before=now + timedelta(seconds=settings.PREPARE_AHEAD_S), after=now + TOO_LATE)
        soon = soon.filter(channel__state=Channel.State.CONNECTED, organisation__stopped_at=None)
        return list(soon.filter(Exists(with_pictures)).exclude(Exists(busy_or_done)).values_list("pk", flat=True)[:AT_ONCE])


def prepare(*, placement_id: UUID) -> None:
    """The placement's invisible steps are taken as far as they can be. Twice at once, or never, changes nothing but the hour."""
    now = timezone.now()
    with scopes_disabled():
        placement = Placement.objects.select_related("channel__organisation").filter(pk=placement_id, claimed_at=None).first()
        if placement is None or hold.publishing().held_at:
            return
        post = posts.for_sending([placement.post_id])[0]
        if not may_go(post, approvals.given(subject_kind=post_services.KIND, subject_ids=[post.pk]).get(post.pk)):
            return
        ready = begun(placement, fingerprint(post), frozen(placement, post), now=now)
        channel = channels.freshened(channel=placement.channel, now=now)
        is_throttled = channel.throttled_until and channel.throttled_until > now
        if ready and channel.state == Channel.State.CONNECTED and not is_throttled:
            take_invisible(ready, channel)


def begun(placement: Placement, print_: str, content: dict[str, object], *, now: datetime) -> Preparation | None:
    """Return the preparation of exactly this content, ours until its lease ends; None when another worker has it, or gave up."""
    ready, _ = Preparation.objects.get_or_create(
        placement=placement,
        defaults={
            "organisation_id": placement.organisation_id,
            "channel_id": placement.channel_id,
            "fingerprint": print_,
            "content": content,
            "wake_at": now,
            "of_at": now,
        },
    )
    if ready.fingerprint != print_:
        leave_over(ready, now=now)
        ready.fingerprint, ready.content, ready.handles, ready.is_done, ready.tries, ready.wake_at = print_, content, {}, False, 0, now
        ready.save()
    Preparation.objects.filter(pk=ready.pk, fingerprint=print_).update(of_at=now)
    if ready.is_done or ready.tries >= TRIES_MOST:
        return None
    until = lease(now)
    mine = Preparation.objects.filter(pk=ready.pk, wake_at=ready.wake_at, wake_at__lte=now).update(wake_at=until)
    ready.wake_at = until
    return ready if mine else None


def take_invisible(ready: Preparation, channel: Channel) -> None:
    network, since = steps.publisher(channel.network), deadline.clock()
    try:
        content = steps.content_of(ready.content, network=channel.network)
    except NetworkError as error:  # the delivery itself will say so
        put_off(ready, channel, error, now=timezone.now())
        return
    for step in before_the_first_visible(network.steps(content)):
        if step.name in ready.handles:
            continue
        try:
            with window(since=since, visible=False, owner=None) as leave:
                receipt = network.perform(step, caller=channels.caller(channel), content=content, handles=dict(ready.handles))
        except NetworkError as error:
            put_off(ready, channel, error, now=timezone.now())
            return
        heed(channel, leave, now=timezone.now())
        ready.handles = {**ready.handles, step.name: receipt.handle}
        still_ours = Preparation.objects.filter(pk=ready.pk, wake_at=ready.wake_at).update(handles=ready.handles)
        if not still_ours:  # claimed, or edited, in mid-step: what came too late is taken away again
            keep_over(channel, {step.name: receipt.handle}, now=timezone.now())
            return
    Preparation.objects.filter(pk=ready.pk, wake_at=ready.wake_at).update(is_done=True, wake_at=timezone.now())
    log.info("placement.prepared", placement=str(ready.placement_id), network=channel.network, steps=len(ready.handles))


def before_the_first_visible(of: tuple[Step, ...]) -> tuple[Step, ...]:
    first = next(i for i, step in enumerate(of) if step.visible)
    return of[:first]


def put_off(ready: Preparation, channel: Channel, error: NetworkError, *, now: datetime) -> None:
    """Nothing is lost: it is tried again soon, and at the latest by the delivery itself, which tells people."""
    asked = error.retry_after_s if isinstance(error, NotSent) else None
    wait_s = backoff_s(ready.tries + 1, jitter=0.5) if asked is None else asked
    if isinstance(error, Throttled):
        channels.throttle(channel=channel, until=error.until)
    elif isinstance(error, SignInLost) and error.code != "token-refused":
        channels.lose_sign_in(channel=channel, code=error.code, params=dict(error.params), now=now)
    elif isinstance(error, OutOfCredit):
        channels.run_out_of_credit(channel=channel, code=error.code, params=dict(error.params), now=now)
    handles: Mapping[str, str] = {} if isinstance(error, Stale) else ready.handles
    tries = ready.tries if asked is not None and not isinstance(error, Stale) else ready.tries + 1
    again = Preparation.objects.filter(pk=ready.pk, wake_at=ready.wake_at)
    again.update(wake_at=now + timedelta(seconds=wait_s), handles=handles, tries=tries)
    log.info("placement.not_prepared", placement=str(ready.placement_id), outcome=type(error).__name__, code=error.code)


def leave_over(ready: Preparation, *, now: datetime) -> None:
    """What was prepared for a content that is no more is to be taken away."""
    keep_over(ready.channel, ready.handles, now=now)


def keep_over(channel: Channel, handles: Mapping[str, str], *, now: datetime) -> None:
    if handles:
        Leftover.objects.create(organisation_id=channel.organisation_id, channel=channel, handles=dict(handles), wake_at=now)
