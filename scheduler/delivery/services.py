"""What people do about a delivery that did not end well, or should wait. Each act is audited."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import selectors as approvals
from campaigns.outside import services as outside
from campaigns.posts import services as posts
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Placement, Post
from scheduler.delivery import aftermath
from scheduler.delivery.claim import frozen, may_go
from scheduler.delivery.models import Delivery
from scheduler.delivery.shift import Change, shift_all
from scheduler.delivery.states import ENDS, Event, Impossible, State

HOLDABLE = (State.DUE, State.CLAIMED)
ENDED_BY_A_PERSON = (Event.SAY_ONLINE, Event.DROP, Event.LEAVE_OUT)
COMMENT_REFUSED = "first-comment-refused"


@transaction.atomic
def retry(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It goes out at once, as the post stands, if that is approved. Steps that were done are not done again.

    What nobody has an answer about was sent once already: an equal post that is there then is looked for, as after our own resend.
    """
    refuse_while_stopped(delivery)
    post = posts.taken(Post(pk=delivery.placement.post_id))
    if not may_go(post, approvals.given(subject_kind=posts.KIND, subject_ids=[post.pk]).get(post.pk)):
        raise Refusal("approval-lost", status=409)
    anew: dict[str, Any] = {}
    if fingerprint(post) != delivery.fingerprint:
        if delivery.remote_id:  # its beginning is online, and what was approved since is something else
            raise Refusal("already-on-its-way", status=409, channel=delivery.channel.name)
        placement = next(p for p in post.placements.all() if p.pk == delivery.placement_id)
        anew = {"fingerprint": fingerprint(post), "content": frozen(placement, post), "handles": {}}
    resends = 1 if delivery.state == State.NEEDS_LOOK else delivery.resends
    grace = now + timedelta(seconds=settings.GRACE_S)
    fields = {"not_after": grace, "tries": 0, "looks": 0, "failed_looks": 0, "resends": resends, "problem": None, **anew}
    act(delivery, Event.RETRY, by=by, now=now, wake_at=now, **fields)
    return delivery


@transaction.atomic
def say_online(*, delivery: Delivery, by: User, permalink: str, remote_id: str = "", now: datetime) -> Delivery:
    """A person has seen it on the network: it is published, at that address."""
    known: dict[str, Any] = {"remote_id": remote_id} if remote_id and not delivery.remote_id else {}
    try:
        with transaction.atomic():
            act(
                delivery,
                Event.SAY_ONLINE,
                by=by,
                now=now,
                published_at=now,
                permalink=permalink or delivery.permalink,
                problem=None,
                **known,
            )
            outside.forget(channel=delivery.channel, remote_ids=[delivery.remote_id] if delivery.remote_id else [])
    except IntegrityError:
        raise Refusal("answer-of-another", status=409) from None
    return delivery


@transaction.atomic
def drop(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It does not go out any more; what stands online without its first comment is published without it."""
    if (delivery.problem or {}).get("code") == COMMENT_REFUSED:
        act(delivery, Event.LEAVE_OUT, by=by, now=now, published_at=delivery.published_at or now, problem=None)
    else:
        act(delivery, Event.DROP, by=by, now=now)
    return delivery


@transaction.atomic
def hold(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It does not go out before somebody releases it. What is being sent in this moment cannot be called back: Raises Refusal."""
    act(delivery, Event.HOLD, by=by, now=now)
    return delivery


@transaction.atomic
def release(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It goes on at once; when its time has passed by more than the grace it is missed, and a person is asked."""
    refuse_while_stopped(delivery)
    act(delivery, Event.RELEASE, by=by, now=now, wake_at=now)
    return delivery


def hold_all(*, organisation: Organisation, by: User, now: datetime) -> int:
    """Whatever of the organisation waits to be sent is held; return how many. Call it in the organisation's scope."""
    return act_on_all(Delivery.objects.filter(state__in=HOLDABLE), Event.HOLD, organisation=organisation, by=by, now=now)


def release_all(*, organisation: Organisation, by: User, now: datetime) -> int:
    """Whatever of the organisation is held goes on; return how many."""
    held = Delivery.objects.filter(state=State.HELD)
    return act_on_all(held, Event.RELEASE, organisation=organisation, by=by, now=now)


@transaction.atomic
def act_on_all(found: Any, event: Event, *, organisation: Organisation, by: User, now: datetime) -> int:
    deliveries: Sequence[Delivery] = list(found.filter(organisation=organisation).select_related("placement", "organisation"))
    wake_at = now if event is Event.RELEASE else None
    changes = [Change(delivery, event, wake_at) for delivery in deliveries]
    done = [c.delivery for c, made in zip(changes, shift_all(changes, now=now), strict=True) if made]
    for delivery in done[: aftermath.LIVE_MOST]:
        aftermath.changed(delivery)
    if done:
        audit.record_all(organisation=organisation, actor=by, acts=[said(delivery, event) for delivery in done], now=now)
    return len(done)


def refuse_while_stopped(delivery: Delivery) -> None:
    if Organisation.objects.filter(pk=delivery.organisation_id, stopped_at__isnull=False).exists():
        raise Refusal("organisation-stopped-now", status=409)


def act(delivery: Delivery, event: Event, *, by: User, now: datetime, wake_at: datetime | None = None, **fields: Any) -> None:
    """The delivery is in the state that follows, and the act on record. Whoever acts knows: nobody is told of such an end."""
    try:
        change = Change(delivery, event, wake_at, fields)
        if delivery.state in {State.NEEDS_LOOK, State.FAILED, State.MISSED, State.HELD} and event in ENDED_BY_A_PERSON:
            fields["is_booked"] = True
        done = shift_all([change], now=now)[0]
    except Impossible:
        done = False
    if not done:
        raise Refusal("delivery-moved-on", status=409)
    if delivery.state in ENDS:
        outcome = Placement.Outcome(delivery.state)
        Placement.objects.filter(pk=delivery.placement_id).update(outcome=outcome, outcome_at=now, permalink=delivery.permalink)
    aftermath.changed(delivery)
    audit.record_all(organisation=delivery.organisation, actor=by, acts=[said(delivery, event)], now=now)


def said(delivery: Delivery, event: Event) -> audit.Act:
    data = {"channel": str(delivery.channel_id)}
    return audit.Act(act=f"delivery.{event}", subject_kind="post", subject_id=str(delivery.placement.post_id), data=data)
