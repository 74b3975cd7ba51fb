"""Take down or correct what people asked for: outside any transaction, under a lease, and each call may be made twice without harm."""

import random
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_scopes import scope, scopes_disabled

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.notify import live
from networks.contract import CanCorrect, CanTakeDown, NetworkError, NotSent, OutOfCredit, Refused, SignInLost, Throttled
from networks.wire import deadline
from scheduler.hold.models import Publishing
from scheduler.takeback import hear
from scheduler.takeback.models import TakeBack, TakeBackOf
from scheduler.takeback.online import parts_of
from scheduler.takeback.services import note

log = structlog.get_logger()
Kind, State = TakeBack.Kind, TakeBackOf.State
LEASE = timedelta(seconds=60)  # longer than one call with all it may ask besides
STUCK_FOR = timedelta(minutes=1)  # how long it waits before it asks again whether the channel can be spoken for
PATIENCE_MOST_S = 300.0
HEARD_AFTER = 5  # calls surely not done: then a person is asked to lend a hand, and Carillon goes on trying
LEFT_AFTER = 40  # some three hours: then it is left to the person
AT_ONCE = 100


def carry_out(*, of_id: str, fence: int) -> None:
    """It is done, or as far as it can be now. A fence that is not the row's means the message is old: nothing happens."""
    with scopes_disabled():
        rows = TakeBackOf.objects.select_related(
            "take_back__organisation", "take_back__by", "delivery__channel", "delivery__placement", "assigned"
        )
        of = rows.filter(pk=of_id, fence=fence, state=State.WAITING).first()
    if of is None:
        return
    with scope(organisation=of.take_back.organisation):
        if moved(of, wake_at=timezone.now() + LEASE, is_new_owner=True) and is_ready(of):
            attempt(of)


def overdue(*, now: datetime) -> list[tuple[str, int]]:
    """Return (id, fence) of what has an alarm that has rung: messages that were lost, workers that were killed, waits that are over."""
    with scopes_disabled():
        rung = TakeBackOf.objects.filter(wake_at__lte=now).order_by("wake_at").values_list("pk", "fence")[:AT_ONCE]
        return [(str(pk), fence) for pk, fence in rung]


def moved(of: TakeBackOf, *, is_new_owner: bool = False, **fields: Any) -> bool:
    """Return whether we still had it; then it has these fields. Who has lost the fence writes nothing more."""
    changes = {**fields, "fence": F("fence") + 1} if is_new_owner else fields
    if TakeBackOf.objects.filter(pk=of.pk, fence=of.fence, state=State.WAITING).update(**changes) != 1:
        return False
    of.fence += is_new_owner
    for name, value in fields.items():
        setattr(of, name, value)
    return True


def is_ready(of: TakeBackOf) -> bool:
    """Return whether the channel can be spoken for now; if not, it waits or a person is asked."""
    now = timezone.now()
    channel = of.delivery.channel = channels.freshened(channel=of.delivery.channel, now=now)
    if of.take_back.kind == Kind.CORRECT and is_stopped(of):
        moved(of, wake_at=now + STUCK_FOR, problem={"code": "stopped-for-now", "params": {}})
        return False
    if channel.state == Channel.State.DISCONNECTED:
        leave(of, {"code": "channel-not-connected", "params": {"channel": channel.name}}, now=now)
        return False
    if channel.state in {Channel.State.SIGN_IN_LOST, Channel.State.OUT_OF_CREDIT}:
        stuck(of, channel.problem or {"code": "sign-in-lost", "params": {}}, now=now)
        return False
    if channel.throttled_until and channel.throttled_until > now:
        moved(of, wake_at=channel.throttled_until, problem={"code": "too-many-calls", "params": {}})
        return False
    return True


def is_stopped(of: TakeBackOf) -> bool:
    """Return whether nothing new may be said just now. What comes down comes down all the same."""
    return bool(of.take_back.organisation.stopped_at) or Publishing.objects.filter(held_at__isnull=False).exists()


def attempt(of: TakeBackOf) -> None:
    try:
        if of.take_back.kind == Kind.DOWN:
            if not take_down(of):
                return
        else:
            correct(of)
    except NetworkError as error:
        not_done(of, error)
    except Exception as error:  # the edge: whatever an SDK raises, doing it again harms nobody
        log.exception("take_back.unexpected", of=str(of.pk))
        not_done(of, NotSent("answer-unreadable", detail=type(error).__name__))
    else:
        done(of)


def take_down(of: TakeBackOf) -> bool:
    """Return whether all parts are gone: the last of a thread goes first, so that nothing stands there without what it answers."""
    network = networks.get(of.delivery.channel.network)
    assert isinstance(network, CanTakeDown)
    caller = channels.caller(of.delivery.channel)
    for part in reversed(parts_of(of.delivery)):
        if part in of.parts_done:
            continue
        with calling():
            network.take_down(caller=caller, remote_id=part)
        if not moved(of, parts_done=[*of.parts_done, part], wake_at=timezone.now() + LEASE):
            return False
    return True


def correct(of: TakeBackOf) -> None:
    network = networks.get(of.delivery.channel.network)
    assert isinstance(network, CanCorrect)
    (part,) = parts_of(of.delivery)
    with calling():
        network.correct(caller=channels.caller(of.delivery.channel), remote_id=part, text=of.text)


def calling() -> Any:
    """Return the leave for one call, which ends before a lease does."""
    return deadline.sending(until=deadline.clock() + settings.CALL_TIMEOUT_S, total_s=settings.CALL_TIMEOUT_S)


def done(of: TakeBackOf) -> None:
    now = timezone.now()
    with transaction.atomic():
        if not moved(of, state=State.DONE, wake_at=None, ended_at=now, problem=None):
            return
        note(of, now=now)
        hear.ended(of, by=None, now=now)
    log.info("take_back.done", of=str(of.pk), kind=of.take_back.kind, network=of.delivery.channel.network)
    channels.note_success(channel=of.delivery.channel, now=now)


def not_done(of: TakeBackOf, error: NetworkError) -> None:
    """The answer's class decides, and nothing else: each has one policy."""
    now, channel = timezone.now(), of.delivery.channel
    problem = {"code": error.code, "params": dict(error.params)}
    log.info("take_back.not_done", of=str(of.pk), network=channel.network, outcome=type(error).__name__, code=error.code)
    if isinstance(error, Throttled):
        channels.throttle(channel=channel, until=error.until)
        moved(of, wake_at=max(error.until, now + timedelta(seconds=1)), problem=problem)
    elif isinstance(error, SignInLost):
        if error.code == "token-refused" and of.tries == 0 and channels.refresh(channel=channel, now=now):
            moved(of, wake_at=now, tries=of.tries + 1)  # the token had merely ended before its time
            return
        channels.lose_sign_in(channel=channel, code=error.code, params=dict(error.params), now=now)
        stuck(of, problem, now=now)
    elif isinstance(error, OutOfCredit):
        channels.run_out_of_credit(channel=channel, code=error.code, params=dict(error.params), now=now)
        stuck(of, problem, now=now)
    elif isinstance(error, Refused):
        with transaction.atomic():
            if moved(of, state=State.REFUSED, wake_at=None, problem=problem):
                hear.lend_a_hand(of, now=now)
                hear.ended(of, by=None, now=now)
    else:
        later(of, error, now=now)


def later(of: TakeBackOf, error: NetworkError, *, now: datetime) -> None:
    """Surely not done, or nobody knows: again, since again harms nobody. A person is asked to lend a hand when it goes on."""
    tries, problem = of.tries + 1, {"code": "take-back-not-yet", "params": {}}
    if tries >= LEFT_AFTER:
        leave(of, problem, now=now)
        return
    wait_s = min(PATIENCE_MOST_S, 2.0 ** min(tries, 9)) * (0.75 + random.random() / 2)
    if isinstance(error, NotSent) and error.retry_after_s is not None:
        wait_s = error.retry_after_s
    if moved(of, tries=tries, wake_at=now + timedelta(seconds=wait_s), problem=problem) and tries >= HEARD_AFTER:
        ask_once(of, now=now)


def stuck(of: TakeBackOf, problem: dict[str, Any], *, now: datetime) -> None:
    """The channel cannot be spoken for: a person is asked at once, and it goes on by itself when the channel works again."""
    said = {"code": problem["code"], "params": problem.get("params", {})}
    if moved(of, wake_at=now + STUCK_FOR, problem=said):
        ask_once(of, now=now)


def leave(of: TakeBackOf, problem: dict[str, Any], *, now: datetime) -> None:
    """Carillon cannot do it: it is a person's now."""
    with transaction.atomic():
        if moved(of, state=State.BY_HAND, wake_at=None, problem=problem) and not of.is_told:
            hear.lend_a_hand(of, now=now)


def ask_once(of: TakeBackOf, *, now: datetime) -> None:
    if not of.is_told:
        with transaction.atomic():
            hear.lend_a_hand(of, now=now)
    live.publish(organisation_id=of.take_back.organisation_id, kind="post", id=str(of.take_back.post_id))
