"""Send claimed deliveries: check them in one read, save their intents in one commit, call, save the answers in groups."""

import functools
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels import services as channels
from campaigns.posts.models import Placement
from networks.contract import Caller, CanPublish, Content, NetworkError, NotSent, Receipt, Stale, Step, Unknown
from networks.limits import step_cost_usd_micros
from networks.wire import deadline
from scheduler.delivery import owners, scribe, sender, steps
from scheduler.delivery.again import again_at, heed
from scheduler.delivery.check import ready, with_fresh_token
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.scribe import Entry
from scheduler.delivery.shift import Change, shift, shift_all
from scheduler.delivery.states import Event, after_answer

log = structlog.get_logger()
DETAIL_MOST = 1000
STALE_BORNE = 3


@dataclass
class Journey:
    """A delivery on its way: what is still to do, in whose name, and under whose lock."""

    delivery: Delivery
    network: CanPublish
    caller: Caller
    owner: owners.Owner
    to_do: list[Step]
    attempt: Attempt
    since: float  # on deadline.clock, before the intent was saved: who is frozen meanwhile has lost the leave to send
    content: Content | None = field(default=None)


def deliver(pairs: Sequence[tuple[str, int]], *, by: sender.Sender | None = None) -> None:
    """These deliveries (id, fence) are on their way, each in a thread. Another fence than the row's is an old message: nothing happens."""
    with (by or sender.mine()).room(len(pairs)) as room, scopes_disabled():
        journeys, waiting = begin(pairs)
        for delivery in waiting:
            room.run(functools.partial(deliver_with_fresh_token, delivery))
        for journey in journeys:
            room.run(functools.partial(travel, journey))


def deliver_now(pairs: Sequence[tuple[str, int]]) -> None:
    """The same, one after the other in this thread."""
    with scopes_disabled():
        journeys, waiting = begin(pairs)
        for delivery in waiting:
            deliver_with_fresh_token(delivery)
        for journey in journeys:
            travel(journey)


def deliver_with_fresh_token(delivery: Delivery) -> None:
    """The channel's token would end within minutes: it is renewed first, and then the delivery goes out if it is still ours."""
    journeys, _ = begin([(str(delivery.pk), delivery.fence)], renew=True)
    for journey in journeys:
        travel(journey)


def begin(pairs: Iterable[tuple[str, int]], *, renew: bool = False) -> tuple[list[Journey], list[Delivery]]:
    """Return those whose first intent is saved now, and those whose token has to be renewed before. The others are where they belong."""
    now, since = timezone.now(), deadline.clock()
    found = ready(pairs, now=now)
    waiting = [] if renew else [delivery for delivery in found if channels.ends_soon(delivery.channel, now=now)]
    if renew:
        now, since = with_fresh_token(found), deadline.clock()
        found = ready(pairs, now=now)
    journeys = [journey for delivery in found if delivery not in waiting and (journey := guarded(delivery, now=now, since=since))]
    with transaction.atomic():
        changes = [Change(j.delivery, Event.INTEND, lease(now), intent_fields(j, j.to_do[0], now=now)) for j in journeys]
        mine = [journey for journey, made in zip(journeys, shift_all(changes, now=now), strict=True) if made]
        for journey in mine:
            journey.attempt.fence = journey.delivery.fence
        Attempt.objects.bulk_create([journey.attempt for journey in mine])
    return mine, waiting


def guarded(delivery: Delivery, *, now: datetime, since: float) -> Journey | None:
    """Return its journey, if it can be made. A delivery that is broken is left to its lease, and stops no other of the same message."""
    try:
        return set_out(delivery, now=now, since=since)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the edge between one delivery and the next
        log.exception("delivery.not_begun", delivery=str(delivery.pk))
        return None


def set_out(delivery: Delivery, *, now: datetime, since: float) -> Journey | None:
    """Return the journey; None when nothing is left to do, or its channel cannot speak."""
    network = steps.publisher(delivery.channel.network)
    to_do = steps.to_do(steps.of(delivery), delivery.handles)
    if not to_do:
        shift(delivery, Event.ALL_DONE, now=now, published_at=now, problem=None)
        return None
    try:
        caller = channels.caller(delivery.channel)
    except NetworkError as error:  # nothing was tried: no token, or one that does not open
        problem = {"code": error.code, "params": dict(error.params)}
        shift(delivery, Event.WAIT, now=now, wake_at=again_at(delivery, error, now=now), problem=problem, tries=delivery.tries + 1)
        return None
    attempt = Attempt(delivery=delivery, step=to_do[0].name, intent_at=now)
    return Journey(delivery, network, caller, owners.mine(), to_do, attempt, since)


def intent_fields(journey: Journey, step: Step, *, now: datetime) -> dict[str, Any]:
    is_again = journey.delivery.step == step.name and journey.delivery.first_intent_at is not None
    first = journey.delivery.first_intent_at if is_again else now
    return {"step": step.name, "owner": journey.owner.id, "first_intent_at": first}


def lease(now: datetime) -> datetime:
    """Return until when a call may be on its way."""
    return now + timedelta(seconds=settings.LEASE_S)


def window(*, since: float, visible: bool, owner: owners.Owner | None) -> AbstractContextManager[deadline.Window]:
    """Return the leave to make calls from `since` (on deadline.clock). It ends before a lease does.

    A visible step has SEND_DEADLINE_S for its first byte. The others and looks may take many calls (a picture in pieces), and doing
    them again harms nobody: they have what the lease leaves before the last call's CALL_TIMEOUT_S.
    """
    left_s = settings.LEASE_S - settings.CALL_TIMEOUT_S - settings.SEND_DEADLINE_S
    leave_s = settings.SEND_DEADLINE_S if visible else max(settings.SEND_DEADLINE_S, left_s)
    allowed: dict[str, Any] = {"allowed": owner.holds} if owner else {}
    return deadline.sending(until=since + leave_s, total_s=settings.CALL_TIMEOUT_S, **allowed)


def travel(journey: Journey) -> None:
    """Each step is taken in turn, until one does not succeed or all visible ones have."""
    while journey.to_do:
        step = journey.to_do[0]
        with window(since=journey.since, visible=step.visible, owner=journey.owner) as leave:
            receipt = call(journey, step)
        journey.attempt.answered_at, journey.attempt.written_at = timezone.now(), leave.written_at
        heed(journey.delivery.channel, leave, now=journey.attempt.answered_at)
        if isinstance(receipt, NetworkError):
            not_done(journey, step, receipt)
            return
        if not done(journey, step, receipt):
            return
    afterwards(journey)


def call(journey: Journey, step: Step) -> Receipt | NetworkError:
    """Return what came of the step."""
    delivery = journey.delivery
    if journey.content is None:
        try:
            journey.content = steps.content_of(delivery.content, network=delivery.channel.network)
        except NetworkError as error:  # its file is another than the one approved
            return error
        except Exception as error:  # a picture's file is gone, or cannot be drawn: nothing was sent
            log.exception("delivery.no_content", delivery=str(delivery.pk))
            return NotSent("picture-gone", detail=type(error).__name__)
    try:
        return journey.network.perform(step, caller=journey.caller, content=journey.content, handles=dict(delivery.handles))
    except NetworkError as error:
        return error
    except Exception as error:  # the edge: whatever an SDK raises after the call may have happened is not knowing
        log.exception("delivery.unexpected", delivery=str(delivery.pk), step=step.name)
        return Unknown("answer-unreadable", detail=type(error).__name__)


def done(journey: Journey, step: Step, receipt: Receipt) -> bool:
    """Return whether the step is saved as done, and the intent of the next one with it."""
    delivery, now = journey.delivery, journey.attempt.answered_at
    assert now is not None
    journey.attempt.outcome = "done"
    fields: dict[str, Any] = {"handles": {**delivery.handles, step.name: receipt.handle}, "problem": None, "tries": 0}
    spec = journey.network.spec  # type: ignore[attr-defined]
    if more := step_cost_usd_micros(spec, step):
        fields["cost_usd_micros"] = delivery.cost_usd_micros + more
    if step.visible and not delivery.remote_id:
        fields |= {"remote_id": receipt.handle, "permalink": receipt.permalink}
    journey.to_do.pop(0)
    if not journey.to_do:
        return saved(Entry(journey.attempt, Change(delivery, Event.ALL_DONE, fields={**fields, "published_at": now})))
    journey.since, now = deadline.clock(), timezone.now()
    following = Attempt(delivery=delivery, fence=delivery.fence, step=journey.to_do[0].name, intent_at=now)
    fields |= {"resends": 0, "looks": 0} if step.visible else {}  # each part of a thread has its own
    change = Change(delivery, Event.NEXT, lease(now), {**fields, **intent_fields(journey, journey.to_do[0], now=now)})
    entry, journey.attempt = Entry(journey.attempt, change, following), following
    return saved(entry)


def saved(entry: Entry) -> bool:
    """Return whether the answer is saved and the delivery still ours. An id that another delivery has is left to a person."""
    try:
        return bool(scribe.mine().write(entry).result())
    except IntegrityError:
        log.exception("delivery.answer_of_another", delivery=str(entry.change.delivery.pk))
    problem = {"code": "answer-of-another", "params": {}}
    scribe.mine().write(Entry(entry.attempt, Change(entry.change.delivery, Event.GIVE_UP, fields={"problem": problem}))).result()
    return False


def not_done(journey: Journey, step: Step, error: NetworkError) -> None:
    """The answer's class decides, and nothing else: each has one policy (states.POLICY)."""
    delivery, attempt, now = journey.delivery, journey.attempt, timezone.now()
    attempt.outcome, attempt.code, attempt.detail = type(error).__name__, error.code, error.detail[:DETAIL_MOST]
    network = delivery.channel.network
    log.info("delivery.not_done", delivery=str(delivery.pk), network=network, step=step.name, outcome=attempt.outcome, code=error.code)
    kinds = [kind.__name__ for kind in type(error).__mro__]
    event = after_answer(kinds, visible=step.visible, sent_before=bool(delivery.resends or delivery.looks))
    if isinstance(error, Stale) and delivery.tries >= STALE_BORNE:
        event = Event.REFUSE  # what is made anew is refused again: each time may cost, none helps
    fields: dict[str, Any] = {"problem": {"code": error.code, "params": dict(error.params)}}
    if step.comment and event is Event.REFUSE:  # what stands above it is online, which people must not think is lost
        fields["problem"] = {"code": "first-comment-refused", "params": {**error.params, "why": error.code}}
    wake_at = None
    if event is Event.LOSE:
        wake_at = now + timedelta(seconds=settings.LOOKS_S[0])
        fields |= {"looks": 0, "failed_looks": 0}
    elif event is Event.NOT_DONE:
        wake_at = again_at(delivery, error, now=now)
        fields["tries"] = delivery.tries + 1
        # Stale: what was prepared is worthless. Once something is visible it is kept all the same, or a thread would begin again.
        if isinstance(error, Stale) and not delivery.remote_id:
            fields["handles"] = {}
    scribe.mine().write(Entry(attempt, Change(delivery, event, wake_at, fields))).result()


def afterwards(journey: Journey) -> None:
    """What comes after the last visible step (such as asking for the address): its failure changes nothing of what is published."""
    delivery = journey.delivery
    for step in steps.after_the_last_visible(steps.of(delivery)):
        try:
            with window(since=deadline.clock(), visible=False, owner=None):
                receipt = journey.network.perform(
                    step,
                    caller=journey.caller,
                    content=journey.content or steps.outline_of(delivery.content),
                    handles=dict(delivery.handles),
                )
        except NetworkError as error:
            log.info("delivery.afterwards_failed", delivery=str(delivery.pk), step=step.name, code=error.code)
            return
        if receipt.permalink:
            Delivery.objects.filter(pk=delivery.pk).update(permalink=receipt.permalink)
            Placement.objects.filter(pk=delivery.placement_id).update(permalink=receipt.permalink)
