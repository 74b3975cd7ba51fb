"""Take a claimed delivery through its steps: save the intent, commit, call, save the answer. No call is ever made inside a transaction."""

import random
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_scopes import scope

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from campaigns.media import services as media
from campaigns.media.models import Asset
from campaigns.posts import selectors as posts
from campaigns.posts.fingerprint import fingerprint
from networks.contract import (
    Caller,
    CanPublish,
    CanRefresh,
    Content,
    Duplicate,
    NetworkError,
    NotSent,
    OutOfCredit,
    Picture,
    Receipt,
    Refused,
    SignInLost,
    Stale,
    Step,
    Throttled,
    Unknown,
)
from networks.wire import deadline
from scheduler.delivery import aftermath
from scheduler.delivery.claim import may_go
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event, backoff_s

log = structlog.get_logger()
HELD_FOR = timedelta(minutes=1)  # how long a delivery waits before it asks again whether its channel can send
DETAIL_MOST = 1000
JUST_RENEWED = timedelta(minutes=1)
REFUSALS_BORNE = 10


def run(*, delivery_id: str, fence: int) -> None:
    """The delivery is as far as it can go now. A fence that is not the row's means the message is old: nothing happens."""
    delivery = Delivery.objects.select_related("channel", "organisation").filter(pk=delivery_id, fence=fence, state="claimed").first()
    if delivery is None:
        return
    with scope(organisation=delivery.organisation):
        now = timezone.now()
        if shift(delivery, Event.TAKE, now=now, wake_at=lease(now)) and ready(delivery, now=now):
            take_steps(delivery)


def lease(now: datetime) -> datetime:
    return now + timedelta(seconds=settings.LEASE_S)


def sending_window(*, since: float | None = None, visible: bool = False) -> AbstractContextManager[deadline.Window]:
    """Return the leave to make calls from `since` (on deadline.clock; None: from now). It ends before a lease does.

    A visible step has SEND_DEADLINE_S for its first byte. The others and looks may take many calls (a picture in pieces), and doing
    them again harms nobody: they have what the lease leaves before the last call's CALL_TIMEOUT_S.
    """
    leave_s = settings.SEND_DEADLINE_S if visible else max(settings.SEND_DEADLINE_S, settings.LEASE_S - settings.CALL_TIMEOUT_S - 5)
    return deadline.sending(until=(deadline.clock() if since is None else since) + leave_s, total_s=settings.CALL_TIMEOUT_S)


def ready(delivery: Delivery, *, now: datetime) -> bool:
    """Return whether it may be sent now; if not, it has been put where it belongs."""
    if now > delivery.not_after and not delivery.remote_id:
        if shift(delivery, Event.MISS, now=now, problem={"code": "missed", "params": {}}):
            aftermath.went_wrong(delivery, now=now)
        return False
    post = posts.whole(delivery.placement.post_id)
    if not may_go(post) or fingerprint(post) != delivery.fingerprint:  # what was frozen may be older than what was approved since
        # Half a thread online is not "cancelled": people must see that it stands there, and can send the rest after a new yes.
        event = Event.REFUSE if delivery.remote_id else Event.CANCEL
        if shift(delivery, event, now=now, problem={"code": "approval-lost", "params": {}}):
            aftermath.went_wrong(delivery, now=now)
        return False
    channel = channels.freshened(channel=delivery.channel, now=now)
    if channel.state != Channel.State.CONNECTED:
        shift(delivery, Event.WAIT, now=now, wake_at=now + HELD_FOR)
        return False
    if channel.throttled_until and channel.throttled_until > now:
        shift(delivery, Event.WAIT, now=now, wake_at=channel.throttled_until)
        return False
    return True


def content_of(delivery: Delivery) -> Content:
    """Return the frozen content with the renditions its network takes."""
    spec = networks.get(delivery.channel.network).spec.pictures
    assets = {str(a.pk): a for a in Asset.objects.filter(pk__in=[p["asset"] for p in delivery.content["pictures"]])}
    pictures = tuple(media.prepared(asset=assets[p["asset"]], spec=spec, alt=p["alt"]) for p in delivery.content["pictures"])
    return Content(segments=tuple(delivery.content["segments"]), pictures=pictures, link=delivery.content["link"])


def outline_of(delivery: Delivery) -> Content:
    """Return the frozen content without the pictures themselves: enough to tell its steps apart and to know the post again."""
    pictures = tuple(
        Picture(key=p["asset"], mime="", width=0, height=0, size_bytes=0, alt=p["alt"], url="", read=bytes)
        for p in delivery.content["pictures"]
    )
    return Content(segments=tuple(delivery.content["segments"]), pictures=pictures, link=delivery.content["link"])


def take_steps(delivery: Delivery) -> None:
    """Each step that has no handle yet is taken in turn, until one does not succeed or all visible ones have."""
    network = networks.get(delivery.channel.network)
    assert isinstance(network, CanPublish)
    content = content_of(delivery)
    try:
        caller = channels.caller(delivery.channel)
    except NetworkError as error:  # nothing was tried: no token, or one that does not open
        now = timezone.now()
        problem = {"code": error.code, "params": dict(error.params)}
        shift(delivery, Event.WAIT, now=now, wake_at=again_at(delivery, error, now=now), problem=problem, tries=delivery.tries + 1)
        return
    steps = network.steps(content)
    last_visible = max(i for i, step in enumerate(steps) if step.visible)
    for i, step in enumerate(steps[: last_visible + 1]):
        if step.name not in delivery.handles and not take_step(
            delivery, step, network=network, caller=caller, content=content, is_last=i == last_visible
        ):
            return
    for step in steps[last_visible + 1 :]:
        afterwards(delivery, step, network=network, caller=caller, content=content)
    aftermath.published(delivery, now=timezone.now())


def take_step(delivery: Delivery, step: Step, *, network: CanPublish, caller: Caller, content: Content, is_last: bool) -> bool:
    """Return whether the step is done and saved."""
    now, since = timezone.now(), deadline.clock()  # before the transaction: who is frozen inside it has lost its leave when it wakes
    with transaction.atomic():
        if not shift(delivery, Event.INTEND, now=now, wake_at=lease(now), step=step.name):
            return False
        attempt = Attempt.objects.create(delivery=delivery, fence=delivery.fence, step=step.name, intent_at=now)
    try:
        with sending_window(since=since, visible=step.visible):
            receipt = network.perform(step, caller=caller, content=content, handles=dict(delivery.handles))
    except NetworkError as error:
        not_done(delivery, step, attempt, error)
        return False
    except Exception as error:  # the edge: whatever an SDK raises after the call may have happened is not knowing
        log.exception("delivery.unexpected", delivery=str(delivery.pk), step=step.name)
        not_done(delivery, step, attempt, Unknown("answer-unreadable", detail=type(error).__name__))
        return False
    return done(delivery, step, attempt, receipt, is_last=is_last)


def done(delivery: Delivery, step: Step, attempt: Attempt, receipt: Receipt, *, is_last: bool) -> bool:
    now = timezone.now()
    fields: dict[str, Any] = {"handles": {**delivery.handles, step.name: receipt.handle}, "problem": None, "tries": 0}
    if step.visible and not delivery.remote_id:
        fields |= {"remote_id": receipt.handle, "permalink": receipt.permalink}
    with transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(answered_at=now, outcome="done")
        if is_last:
            return shift(delivery, Event.ALL_DONE, now=now, published_at=now, **fields)
        return shift(delivery, Event.STEP_DONE, now=now, wake_at=lease(now), **fields)


def not_done(delivery: Delivery, step: Step, attempt: Attempt, error: NetworkError) -> None:
    """The answer's class decides, and nothing else: each has one policy."""
    now = timezone.now()
    outcome = type(error).__name__
    Attempt.objects.filter(pk=attempt.pk).update(answered_at=now, outcome=outcome, code=error.code, detail=error.detail[:DETAIL_MOST])
    log.info(
        "delivery.not_done", delivery=str(delivery.pk), network=delivery.channel.network, step=step.name, outcome=outcome, code=error.code
    )
    problem = {"code": error.code, "params": dict(error.params)}
    if isinstance(error, Duplicate) and delivery.resends:
        error = Unknown(error.code)  # our first send did arrive after all
    if isinstance(error, Unknown) and step.visible:
        shift(delivery, Event.LOSE, now=now, wake_at=now + timedelta(seconds=settings.LOOKS_S[0]), problem=problem, looks=0)
        aftermath.changed(delivery)
    elif isinstance(error, Refused):
        if shift(delivery, Event.REFUSE, now=now, problem=problem):
            aftermath.went_wrong(delivery, now=now)
    else:
        # Stale: what was prepared is worthless. Once something is visible it is kept all the same, or a thread would begin again.
        afresh: dict[str, Any] = {"handles": {}} if isinstance(error, Stale) and not delivery.remote_id else {}
        wake_at = again_at(delivery, error, now=now)
        shift(delivery, Event.NOT_DONE, now=now, wake_at=wake_at, problem=problem, tries=delivery.tries + 1, **afresh)
        aftermath.changed(delivery)


def again_at(delivery: Delivery, error: NetworkError, *, now: datetime) -> datetime:
    """Return when to try again what was surely not done; the channel is told what it must know."""
    about: dict[str, Any] = {"channel": delivery.channel, "code": error.code, "params": dict(error.params), "now": now}
    if isinstance(error, Throttled):
        until = max(error.until, now + timedelta(seconds=1))
        channels.throttle(channel=delivery.channel, until=until)
        return until
    if isinstance(error, SignInLost):
        if error.code == "token-refused" and (again := renewed_at(delivery, now=now)):
            return again
        channels.lose_sign_in(**about)
        return now + HELD_FOR
    if isinstance(error, OutOfCredit):
        channels.run_out_of_credit(**about)
        return now + HELD_FOR
    asked = error.retry_after_s if isinstance(error, NotSent) else None
    return now + timedelta(seconds=backoff_s(delivery.tries + 1, jitter=random.random()) if asked is None else asked)


def renewed_at(delivery: Delivery, *, now: datetime) -> datetime | None:
    """Return when to try again with a renewed token, or None when renewing does not help and a person has to sign in.

    A refused refresh loses the sign-in by itself. One that could not be asked for, or that somebody else is asking for at this moment,
    says nothing: it is waited for, yet not for ever. Who refuses a token of a minute ago would refuse the next one too.
    """
    channel = delivery.channel
    if channel.token_issued_at and now - channel.token_issued_at < JUST_RENEWED:
        return None
    if channels.refresh(channel=channel, now=now):
        return now  # the token had merely ended before its time
    renews = isinstance(networks.get(channel.network), CanRefresh)
    return now + HELD_FOR if renews and delivery.tries < REFUSALS_BORNE else None


def afterwards(delivery: Delivery, step: Step, *, network: CanPublish, caller: Caller, content: Content) -> None:
    """A step after the last visible one (such as asking for the address): its failure changes nothing of what is published."""
    try:
        with sending_window():
            receipt = network.perform(step, caller=caller, content=content, handles=dict(delivery.handles))
    except NetworkError as error:
        log.info("delivery.afterwards_failed", delivery=str(delivery.pk), step=step.name, code=error.code)
        return
    if receipt.permalink:
        aftermath.note_permalink(delivery, receipt.permalink)
