"""What went wrong in the past days, so that Today has something to mend: a refusal by X, and a post missed during a pause."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings

from accounts.channels import services as channels
from accounts.people.models import User
from campaigns.posts.models import Placement
from demo.content.model import Channel, DemoPost
from demo.seed import published
from demo.seed.history import History
from demo.seed.stage import Stage
from demo.seed.walls import Walls
from networks.contract import Content, Duplicate
from scheduler.delivery import aftermath, claim
from scheduler.delivery.models import Attempt
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event

DUPLICATE, MISSED = "duplicate", "missed"
SINCE = {DUPLICATE: timedelta(hours=5), MISSED: timedelta(hours=20)}  # how old at least
SAID_BY_X = Duplicate("duplicate", detail="You are not allowed to create a Tweet with duplicate content.")
BY_HAND = timedelta(hours=2, minutes=7)  # so long before, somebody had said the same on their phone
ANSWERED = timedelta(milliseconds=380)
PAUSED = timedelta(minutes=20)  # before the post that was missed
RESUMED = timedelta(seconds=settings.GRACE_S) + timedelta(minutes=4)  # after it
FOUND = timedelta(seconds=settings.GRACE_S + 1)  # after it, nobody sends it any more

Pair = tuple[DemoPost, Channel]


def chosen(stage: Stage) -> dict[tuple[str, str], str]:
    """Return which post went wrong on which channel, and how: the newest that fit. Only the larger organisation has such luck."""
    found: dict[tuple[str, str], str] = {}
    if len(stage.content.channels) < 4:
        return found
    for kind, fits in ((DUPLICATE, _may_be_refused), (MISSED, _may_be_missed)):
        taken = {key for key, _ in found}
        for post, channel in _past(stage, SINCE[kind]):
            if post.key not in taken and fits(stage, post, channel):
                found[post.key, channel.key] = kind
                break
    return found


def plan(
    kind: str, stage: Stage, history: History, walls: Walls, placement: Placement, content: Content, *, files: Mapping[str, bytes]
) -> None:
    """It will have gone wrong."""
    at, admin = placement.planned_at, stage.person("admin")
    assert at is not None
    if kind == DUPLICATE:
        walls.put(placement.channel, content, files=files, at=at - BY_HAND)
        history.at(at, partial(refused, placement))
    else:
        history.at(at - PAUSED, partial(pause, placement, admin))
        history.at(at + FOUND, miss)
        history.at(at + RESUMED, partial(resume, placement, admin))


def refused(placement: Placement, moment: datetime) -> None:
    """X has said no: the account shows these very words already."""
    delivery, answered = published.claimed(placement, now=moment - published.AHEAD), moment + ANSWERED
    published.intend(delivery, step="post-1", now=moment)
    Attempt.objects.create(
        delivery=delivery,
        fence=delivery.fence,
        step="post-1",
        intent_at=moment,
        answered_at=answered,
        outcome=type(SAID_BY_X).__name__,
        code=SAID_BY_X.code,
        detail=SAID_BY_X.detail,
    )
    published.held(shift(delivery, Event.REFUSE, now=answered, problem={"code": SAID_BY_X.code, "params": {}}))
    aftermath.book(now=answered)


def pause(placement: Placement, by: User, moment: datetime) -> None:
    channels.pause(channel=placement.channel, by=by, now=moment)


def miss(moment: datetime) -> None:
    """What should have gone out more than the grace ago is missed, and people know."""
    claim.mark_missed(now=moment)
    aftermath.book(now=moment)


def resume(placement: Placement, by: User, moment: datetime) -> None:
    channels.resume(channel=placement.channel, by=by, now=moment)


def _past(stage: Stage, age: timedelta) -> Iterator[Pair]:
    """Yield what has gone out, the newest first."""
    when = {post.key: post.when(now=stage.now, zone=stage.zone) for post in stage.content.posts}
    for post in sorted(stage.content.posts, key=lambda post: when[post.key], reverse=True):
        if post.minutes_from_now is None and when[post.key] <= stage.now - age:
            yield from ((post, stage.content.channel(key)) for key in reversed(post.channels))


def _may_be_refused(stage: Stage, post: DemoPost, channel: Channel) -> bool:
    """A short text that somebody may have written by hand as well: its link would have other marks."""
    return channel.network == "twitter" and not post.pictures and not post.links(channel) and len(post.segments(channel)) == 1


def _may_be_missed(stage: Stage, post: DemoPost, channel: Channel) -> bool:
    """Nothing else was to go out on that channel during the pause."""
    at = post.when(now=stage.now, zone=stage.zone)
    others = (p.when(now=stage.now, zone=stage.zone) for p in stage.content.posts if channel.key in p.channels and p.key != post.key)
    return channel.network == "facebook" and not any(at - PAUSED <= other <= at + RESUMED for other in others)
