"""The experiment: begin it, break something, look at it, begin anew."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import redis
from django.conf import settings
from django.utils import timezone
from django_scopes import scope

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from config import env
from demo.break_it import stage, watch, workers
from demo.break_it.count import Counts, Post, counted, planned
from demo.break_it.notes import Blow, Notes, changing
from demo.break_it.wall import Wall
from scheduler.delivery.models import Delivery

COUNT, OVER, BEGINS_IN = 60, timedelta(seconds=60), timedelta(seconds=4)
MOST_AHEAD = 180  # posts that wait for their second at once
FROZEN_S = 10.0
STRIKES = 2  # calls of each page that meet an ordered trouble
BETWEEN_BLOWS_S = 1.5
ANSWER_S = 0.3  # a network's usual time to answer; the sandbox's own is a hundredth, and no blow would ever meet a post under way
PATIENCE_S = 1.5
VISIBLE = {"instagram": "publish"}  # the sandbox's name of the call that people see; "create" elsewhere
FRESH_S = 0.4  # so long one look serves everybody


@dataclass(frozen=True)
class View:
    """All that the page shows."""

    notes: Notes = field(default_factory=Notes)
    counts: Counts = field(default_factory=Counts)
    channels: tuple[Channel, ...] = ()
    workers: int = 0
    can_wipe: bool = False


_looking = threading.Lock()
_last: tuple[float, View] = (0.0, View())
_struck_at = 0.0


def look(*, afresh: bool = False) -> View:
    """Return how it stands; many visitors who ask at once are given the same."""
    global _last
    with _looking:
        if afresh or time.monotonic() - _last[0] > FRESH_S:
            _last = time.monotonic(), _looked(now=timezone.now())
        return _last[1]


def _looked(*, now: datetime) -> View:
    with changing() as notes:
        found = stage.organisation()
        if found is None or not notes.run:
            return View(workers=len(workers.all_of_them()), can_wipe=_is_our_broker())
        posts, channels = planned(found, run=notes.run), _channels(found)
        wall = Wall.of_settings().since(notes.seq, accounts={c.remote_id for c in channels})
        counts = counted(posts, wall, run=notes.run, now=timezone.now())
        watch.observe(notes, counts, channels=channels, now=now)
        return View(notes=notes, counts=counts, channels=tuple(channels), workers=len(workers.all_of_them()), can_wipe=_is_our_broker())


def begin(*, now: datetime) -> View:
    """Sixty more posts go out, one a second. Raises Refusal when enough of them wait already."""
    wall = Wall.of_settings()
    with changing() as notes:
        found = stage.made(wall=wall, now=now)
        if not notes.run:
            notes.run, notes.seq = 1, wall.newest()
        if sum(not post.state for post in planned(found, run=notes.run)) > MOST_AHEAD - COUNT:
            raise Refusal("break-it-enough", status=409)
        begins_at = max(now + BEGINS_IN, datetime.fromisoformat(notes.ends_at)) if notes.ends_at else now + BEGINS_IN
        _slow_down(found, wall)
        stage.plan(found, run=notes.run, after=notes.planned, count=COUNT, begins_at=begins_at, over=OVER, now=now)
        notes.planned += COUNT
        notes.begins_at = notes.begins_at or begins_at.isoformat()
        notes.ends_at = (begins_at + OVER).isoformat()
        notes.tell("begun", at=now, posts=COUNT, seconds=round(OVER.total_seconds()))
    return look(afresh=True)


def begin_anew(*, now: datetime) -> View:
    """What has not left stays here, ordered troubles are called off, every channel is signed in; counting begins at nothing."""
    wall = Wall.of_settings()
    with changing() as notes:
        found = stage.made(wall=wall, now=now)
        stage.take_back_what_waits(found, now=now)
        wall.call_off({channel.remote_id for channel in _channels(found)})
        fresh = Notes(run=notes.run + 1, seq=wall.newest())
        notes.__dict__.update(fresh.__dict__)
    return look(afresh=True)


def strike(kind: str, *, now: datetime) -> View:
    """This trouble has struck. Raises Refusal when it cannot."""
    _not_too_fast()
    with changing() as notes:
        found = stage.organisation()
        if found is None or not notes.run:
            raise Refusal("break-it-not-begun", status=409)
        BLOWS[kind](found, notes, now)
    return look(afresh=True)


def kill_worker(found: Organisation, notes: Notes, now: datetime) -> None:
    """The blow waits a moment for a post that is just being sent: that is where it hurts."""
    hands = _in_hands(found)
    workers.kill()
    now = timezone.now()
    notes.blows.append(Blow("killed", at=now.isoformat(), hands=hands))
    notes.tell("worker-killed", at=now, posts=len(hands))


def freeze_worker(found: Organisation, notes: Notes, now: datetime) -> None:
    hands = _in_hands(found)
    workers.freeze(seconds=FROZEN_S)
    now = timezone.now()
    notes.blows.append(Blow("frozen", at=now.isoformat(), hands=hands))
    notes.tell("worker-frozen", at=now, posts=len(hands), seconds=round(FROZEN_S))


def wipe_broker(found: Organisation, notes: Notes, now: datetime) -> None:
    """Only the demo's own broker, on its socket, is ever emptied."""
    if not _is_our_broker():
        raise Refusal("break-it-not-our-broker", status=409)
    client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=3)
    try:
        held = int(client.dbsize())
        client.flushall()
    except redis.RedisError:
        raise Refusal("break-it-broker-away", status=409) from None
    finally:
        client.close()
    notes.tell("broker-wiped", at=now, keys=held)


def fail_facebook(found: Organisation, notes: Notes, now: datetime) -> None:
    _order(found, network="facebook", kind="5xx_after")
    notes.tell("facebook-fails", at=now, posts=STRIKES * 2)


def lose_answer(found: Organisation, notes: Notes, now: datetime) -> None:
    _order(found, network="twitter", kind="reset_after")
    notes.tell("answers-cut", at=now, posts=STRIKES * 2)


def revoke_token(found: Organisation, notes: Notes, now: datetime) -> None:
    """One page of Facebook's throws us out at the next call."""
    page = next((c for c in reversed(_channels(found)) if c.network == "facebook" and c.state == Channel.State.CONNECTED), None)
    if page is None:
        raise Refusal("break-it-nothing-to-revoke", status=409)
    Wall.of_settings().order(network="facebook", operation="any", kind="token_revoked", account=page.remote_id, times=1)
    notes.tell("token-revoked", at=now, channel=page.name, network=page.network)


def sign_in_again(found: Organisation, notes: Notes, now: datetime) -> None:
    """What an administrator would do: every channel that lost its sign-in has a new one."""
    stage.made(wall=Wall.of_settings(), now=now)


BLOWS: dict[str, Callable[[Organisation, Notes, datetime], None]] = {
    "kill-worker": kill_worker,
    "wipe-broker": wipe_broker,
    "freeze-worker": freeze_worker,
    "fail-facebook": fail_facebook,
    "lose-answer": lose_answer,
    "revoke-token": revoke_token,
    "sign-in-again": sign_in_again,
}


def _order(found: Organisation, *, network: str, kind: str) -> None:
    wall = Wall.of_settings()
    for channel in _channels(found):
        if channel.network == network:
            wall.order(network=network, operation="create", kind=kind, account=channel.remote_id, times=STRIKES)


def _in_hands(found: Organisation) -> list[str]:
    """Return the deliveries that are under way, as soon as there are any; none when none came within the patience."""
    until = time.monotonic() + PATIENCE_S
    with scope(organisation=found):
        while True:
            sending = Delivery.objects.filter(state="sending", planned_at__lte=timezone.now())
            if (hands := [str(pk) for pk in sending.values_list("pk", flat=True)]) or time.monotonic() > until:
                return hands
            time.sleep(0.01)


def _slow_down(found: Organisation, wall: Wall) -> None:
    """The sandbox answers as slowly as a network for the posts to come."""
    for channel in _channels(found):
        operation = VISIBLE.get(channel.network, "create")
        wall.order(network=channel.network, operation=operation, kind="latency", account=channel.remote_id, times=COUNT, seconds=ANSWER_S)


def _channels(found: Organisation) -> list[Channel]:
    with scope(organisation=found):
        return list(Channel.objects.order_by("connected_at"))


def _is_our_broker() -> bool:
    """Return whether the broker is the embedded one: a server that REDIS_URL names may hold what belongs to others."""
    return not env.text("REDIS_URL")


def _not_too_fast() -> None:
    global _struck_at
    if time.monotonic() - _struck_at < BETWEEN_BLOWS_S:
        raise Refusal("break-it-too-fast", status=429)
    _struck_at = time.monotonic()


def shown(post: Post, counts: Counts) -> dict[str, Any]:
    """Return what the page shows of one post."""
    return {"number": post.number, "network": post.network, "planned_at": post.planned_at, "stands": counts.states[post.number]}
