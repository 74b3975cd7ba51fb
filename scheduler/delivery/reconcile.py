"""Look whether a post is there whose answer was lost. One match is it; none is looked for again; nothing is sent blindly."""

from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.utils import timezone
from django_scopes import scope

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from networks.contract import CanFind, CanPublish, NetworkError, Posted, SignInLost, Step, Throttled
from networks.wire import text
from scheduler.delivery import aftermath
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.run import HELD_FOR, lease, outline_of, renewed_at, sending_window
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event, after_look

log = structlog.get_logger()
BEFORE_INTENT = timedelta(seconds=60)  # clocks differ


def look(*, delivery_id: str, fence: int) -> None:
    """An uncertain delivery is found, looked for again later, sent once more where that is right, or handed to a person."""
    delivery = Delivery.objects.select_related("channel", "organisation").filter(pk=delivery_id, fence=fence, state="uncertain").first()
    if delivery is None:
        return
    with scope(organisation=delivery.organisation):
        now = timezone.now()
        if not shift(delivery, Event.LOOK, now=now, wake_at=lease(now)):
            return
        channel = channels.freshened(channel=delivery.channel, now=now)
        if channel.state == Channel.State.SIGN_IN_LOST or (channel.throttled_until and channel.throttled_until > now):
            shift(delivery, Event.ABSENT, now=now, wake_at=now + HELD_FOR)
            return
        conclude(delivery)


def conclude(delivery: Delivery) -> None:
    network = networks.get(delivery.channel.network)
    assert isinstance(network, CanPublish)
    content = outline_of(delivery)  # a picture that cannot be drawn any more must not keep us from looking
    steps = network.steps(content)
    step = next(s for s in steps if s.name == delivery.step)
    intent_at = first_intent(delivery)
    now = timezone.now()
    attempt = Attempt.objects.create(delivery=delivery, fence=delivery.fence, step=step.name, is_look=True, intent_at=now)
    try:
        if not isinstance(network, CanFind):
            raise NetworkError("cannot-look")
        with sending_window():
            caller = channels.caller(delivery.channel)
            seen = network.look(step, caller=caller, content=content, handles=dict(delivery.handles), since=intent_at - BEFORE_INTENT)
    except NetworkError as error:
        could_not_look(delivery, attempt, error)
        return
    now = timezone.now()
    found = matches(delivery, step, seen, since=intent_at - BEFORE_INTENT, until=now)
    Attempt.objects.filter(pk=attempt.pk).update(answered_at=now, outcome="done", detail=f"{len(found)} of {len(seen)} match")
    visible = [s.name for s in steps if s.visible]
    verdict = after_look(
        matches=[(p.remote_id, p.permalink) for p in found],
        looks=delivery.looks + 1,
        waits_s=settings.LOOKS_S,
        may_resend=network.resend_after_absent,
        resends=delivery.resends,
        is_last=step.name == visible[-1],
    )
    log.info("delivery.looked", delivery=str(delivery.pk), network=network.slug, matches=len(found), verdict=str(verdict.event))
    follow(delivery, step, verdict.event, remote_id=verdict.remote_id, permalink=verdict.permalink, wait_s=verdict.wait_s, now=now)


def follow(delivery: Delivery, step: Step, event: Event, *, remote_id: str, permalink: str, wait_s: float, now: datetime) -> None:
    """The look's verdict is saved."""
    if event in {Event.FOUND_ALL, Event.FOUND_STEP}:
        fields: dict[str, Any] = {"handles": {**delivery.handles, step.name: remote_id}, "problem": None}
        if not delivery.remote_id:
            fields |= {"remote_id": remote_id, "permalink": permalink}
        if event is Event.FOUND_STEP:
            shift(delivery, event, now=now, wake_at=now, **fields)
        elif shift(delivery, event, now=now, published_at=now, **fields):
            aftermath.published(delivery, now=now)
    elif event is Event.ABSENT:
        shift(delivery, event, now=now, wake_at=now + timedelta(seconds=wait_s), looks=delivery.looks + 1)
    elif event is Event.RESEND:
        shift(delivery, event, now=now, wake_at=now, resends=delivery.resends + 1, looks=0)
    elif shift(delivery, event, now=now):
        aftermath.went_wrong(delivery, now=now)


def could_not_look(delivery: Delivery, attempt: Attempt, error: NetworkError) -> None:
    """Not having been able to look is no answer: look later; after many times a person is asked."""
    now = timezone.now()
    Attempt.objects.filter(pk=attempt.pk).update(answered_at=now, outcome=type(error).__name__, code=error.code, detail=error.detail[:1000])
    if isinstance(error, SignInLost) and not (error.code == "token-refused" and renewed_at(delivery, now=now)):
        channels.lose_sign_in(channel=delivery.channel, code=error.code, params=dict(error.params), now=now)
    looks = Attempt.objects.filter(delivery=delivery, is_look=True, intent_at__gt=last_intent(delivery))
    if looks.exclude(outcome="done").count() > 10 or error.code == "cannot-look":
        if shift(delivery, Event.GIVE_UP, now=now):
            aftermath.went_wrong(delivery, now=now)
        return
    wait = max(error.until - now, timedelta(seconds=1)) if isinstance(error, Throttled) else timedelta(seconds=settings.LOOKS_S[-1])
    shift(delivery, Event.ABSENT, now=now, wake_at=now + wait)


def first_intent(delivery: Delivery) -> datetime:
    """Return when the oldest call of the step in question may have been made."""
    intents = Attempt.objects.filter(delivery=delivery, step=delivery.step, is_look=False)
    return intents.order_by("intent_at").values_list("intent_at", flat=True).first() or delivery.planned_at


def last_intent(delivery: Delivery) -> datetime:
    """Return when it was last sent: looks of an earlier try say nothing of this one."""
    intents = Attempt.objects.filter(delivery=delivery, is_look=False)
    return intents.order_by("-intent_at").values_list("intent_at", flat=True).first() or delivery.planned_at


def matches(delivery: Delivery, step: Step, seen: tuple[Posted, ...], *, since: datetime, until: datetime) -> list[Posted]:
    """Return the posts that can only be ours: same text, same number of pictures, in the window, not known as another's."""
    candidates = [
        p
        for p in seen
        if since <= p.created_at <= until + BEFORE_INTENT
        and p.pictures == step.pictures
        and text.same_text(step.text, p.text)
        and p.remote_id not in delivery.handles.values()
    ]
    known = Delivery.objects.filter(channel=delivery.channel_id, remote_id__in=[p.remote_id for p in candidates]).exclude(pk=delivery.pk)
    taken = set(known.values_list("remote_id", flat=True))
    return [p for p in candidates if p.remote_id not in taken]
