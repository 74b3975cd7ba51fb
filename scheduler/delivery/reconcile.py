"""Look whether a post is there whose answer was lost. One match is it; none is looked for again; nothing is sent blindly."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.utils import timezone
from django_scopes import scope

from accounts.channels import services as channels
from accounts.channels.models import Channel
from networks.contract import CanFind, NetworkError, Posted, SignInLost, Step, Throttled
from networks.wire import deadline, text
from scheduler.delivery import steps
from scheduler.delivery.again import HELD_FOR, renewed_at
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.run import DETAIL_MOST, lease, window
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event, Verdict, after_look

log = structlog.get_logger()
BEFORE_INTENT = timedelta(seconds=60)  # clocks differ
FAILED_LOOKS_BORNE = 10


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
        if channel.state in {Channel.State.SIGN_IN_LOST, Channel.State.DISCONNECTED}:
            shift(delivery, Event.ABSENT, now=now, wake_at=now + HELD_FOR)
        elif channel.throttled_until and channel.throttled_until > now:
            shift(delivery, Event.ABSENT, now=now, wake_at=channel.throttled_until)
        else:
            conclude(delivery)


def conclude(delivery: Delivery) -> None:
    network = steps.publisher(delivery.channel.network)
    content = steps.outline_of(delivery.content)  # a picture that cannot be drawn any more must not keep us from looking
    all_steps = network.steps(content)
    step = next(s for s in all_steps if s.name == delivery.step)
    since = (delivery.first_intent_at or delivery.planned_at) - BEFORE_INTENT
    attempt = Attempt.objects.create(delivery=delivery, fence=delivery.fence, step=step.name, is_look=True, intent_at=timezone.now())
    try:
        if not isinstance(network, CanFind):
            raise NetworkError("cannot-look")
        with window(since=deadline.clock(), visible=False, owner=None):
            caller = channels.caller(delivery.channel)
            seen = network.look(step, caller=caller, content=content, handles=dict(delivery.handles), since=since)
    except NetworkError as error:
        could_not_look(delivery, attempt, error)
        return
    now = timezone.now()
    found = matches(delivery, step, seen, since=since, until=now)
    Attempt.objects.filter(pk=attempt.pk).update(answered_at=now, outcome="done", detail=f"{len(found)} of {len(seen)} match")
    read_cost = network.spec.read_cost_usd_micros * len(seen)  # type: ignore[attr-defined]
    verdict = after_look(
        matches=[(p.remote_id, p.permalink) for p in found],
        looks=delivery.looks + 1,
        waits_s=waits_s(delivery, now=now),
        may_resend=(network.resend_after_absent and not step.comment) or not was_sent(delivery),  # type: ignore[attr-defined]
        resends=delivery.resends,
        is_last=step.name == [s.name for s in all_steps if s.visible][-1],
    )
    log.info("delivery.looked", delivery=str(delivery.pk), matches=len(found), verdict=verdict.event.value)
    note_cost(delivery, read_cost)
    follow(delivery, step, verdict, visible=[s.name for s in all_steps if s.visible], now=now)


def was_sent(delivery: Delivery) -> bool:
    """Return whether we know of a call. If not, it is only in doubt: nobody was watching for a while, or the database is from a backup."""
    return bool(Attempt.objects.filter(delivery=delivery, is_look=False).exclude(outcome="NotSent").exists())


def waits_s(delivery: Delivery, *, now: datetime) -> Sequence[float]:
    """Return when to look. What is only in doubt was sent at its time or never: once the network must show it, one look is enough."""
    if was_sent(delivery):
        return tuple(settings.LOOKS_S)
    is_long_ago = (now - delivery.planned_at).total_seconds() >= settings.LOOKS_S[1]
    return tuple(settings.LOOKS_S[: 1 if is_long_ago else 2])


def note_cost(delivery: Delivery, more_usd_micros: int) -> None:
    """Reading costs money on some networks, and is counted as sending is."""
    if more_usd_micros:
        delivery.cost_usd_micros += more_usd_micros
        Delivery.objects.filter(pk=delivery.pk).update(cost_usd_micros=delivery.cost_usd_micros)


def follow(delivery: Delivery, step: Step, verdict: Verdict, *, visible: Sequence[str], now: datetime) -> None:
    """The look's verdict is saved."""
    event = verdict.event
    if event in {Event.FOUND_ALL, Event.FOUND_STEP}:
        fields: dict[str, Any] = {"handles": {**delivery.handles, step.name: verdict.remote_id}, "problem": None}
        if not delivery.remote_id:
            fields |= {"remote_id": verdict.remote_id, "permalink": verdict.permalink}
        if event is Event.FOUND_ALL:
            shift(delivery, event, now=now, published_at=now, **fields)
        elif was_sent(delivery):
            shift(delivery, event, now=now, wake_at=now, looks=0, resends=0, **fields)
        else:  # in doubt: the next part of the thread may be there as well
            following = visible[visible.index(step.name) + 1]
            shift(delivery, Event.ABSENT, now=now, wake_at=now, looks=0, step=following, **fields)
    elif event is Event.ABSENT:
        shift(delivery, event, now=now, wake_at=now + timedelta(seconds=verdict.wait_s), looks=delivery.looks + 1)
    elif event is Event.RESEND:
        # `looks` stays: it tells that a double may be refused because our first send arrived after all.
        resends = delivery.resends + 1 if was_sent(delivery) else delivery.resends
        shift(delivery, event, now=now, wake_at=now, resends=resends, looks=delivery.looks + 1)
    else:
        shift(delivery, event, now=now)


def could_not_look(delivery: Delivery, attempt: Attempt, error: NetworkError) -> None:
    """Not having been able to look is no answer: look later; after many times a person is asked."""
    now = timezone.now()
    Attempt.objects.filter(pk=attempt.pk).update(
        answered_at=now, outcome=type(error).__name__, code=error.code, detail=error.detail[:DETAIL_MOST]
    )
    if isinstance(error, SignInLost) and not (error.code == "token-refused" and renewed_at(delivery, now=now)):
        channels.lose_sign_in(channel=delivery.channel, code=error.code, params=dict(error.params), now=now)
    failed = delivery.failed_looks + 1
    if failed > FAILED_LOOKS_BORNE or error.code == "cannot-look":
        shift(delivery, Event.GIVE_UP, now=now)
        return
    if isinstance(error, Throttled):
        channels.throttle(channel=delivery.channel, until=error.until)
        wait = max(error.until - now, timedelta(seconds=1))
    else:
        wait = timedelta(seconds=settings.LOOKS_S[min(failed, len(settings.LOOKS_S) - 1)])
    shift(delivery, Event.ABSENT, now=now, wake_at=now + wait, failed_looks=failed)


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
