"""Claim what is due: deliveries are born, their content frozen. The one-to-one with the placement is what makes it happen once."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django_scopes import scope, scopes_disabled

from accounts.channels.models import Channel
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.content import message_of, texts_of
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Placement, Post
from scheduler.delivery import aftermath, steps
from scheduler.delivery.models import Delivery, Preparation
from scheduler.delivery.shift import Change, shift_all
from scheduler.delivery.states import Event, State

log = structlog.get_logger()
AT_ONCE = 200  # in one transaction
BROKEN_FOR = timedelta(minutes=1)  # so long a placement that cannot be claimed is passed over
MISSED_WITHIN = timedelta(days=30)
Broken = dict[UUID, datetime]  # placements that could not be claimed, and until when they are passed over


def claim_due(*, now: datetime, ahead: timedelta, doubt_before: datetime | None = None, broken: Broken | None = None) -> list[Delivery]:
    """Return a delivery for each placement whose time comes within `ahead`. Any number of dispatchers may do this at once.

    What was planned before `doubt_before` is born uncertain: it is looked for first. `broken` is the caller's note; it is kept here.
    """
    broken = {} if broken is None else broken
    return claim_all(due_in_turn(now=now, ahead=ahead, most=AT_ONCE, broken=broken), now=now, doubt_before=doubt_before, broken=broken)


@scopes_disabled()
def due_in_turn(*, now: datetime, ahead: timedelta, most: int, broken: Broken) -> list[UUID]:
    """Return the placements to claim next, at most so many. Sorting all that is due costs something: ask for many at once."""
    found = (
        posts.due(before=now + ahead, after=now - timedelta(seconds=settings.GRACE_S))
        .filter(Q(channel__throttled_until=None) | Q(channel__throttled_until__lte=now), channel__state=Channel.State.CONNECTED)
        .filter(organisation__stopped_at=None)
        .exclude(pk__in=passed_over(broken, now=now))
    )
    return in_turn(found, most=most)


def in_turn(found: QuerySet[Placement], *, most: int) -> list[UUID]:
    """Return the placements that are next when every organisation, and every channel in it, is served in turn."""
    turn = Window(RowNumber(), partition_by=[F("channel_id")], order_by=F("planned_at").asc())
    rows = found.annotate(turn=turn).order_by("turn", "planned_at").values_list("pk", "organisation_id")
    waiting: dict[UUID, deque[UUID]] = defaultdict(deque)
    for placement, organisation in rows[: 4 * most]:
        waiting[organisation].append(placement)
    chosen: list[UUID] = []
    while waiting and len(chosen) < most:
        for organisation in list(waiting):
            chosen.append(waiting[organisation].popleft())
            if not waiting[organisation]:
                del waiting[organisation]
    return chosen[:most]


def passed_over(broken: Broken, *, now: datetime) -> list[UUID]:
    for placement_id in [pk for pk, until in broken.items() if until <= now]:
        del broken[placement_id]
    return list(broken)


def claim_all(ids: Sequence[UUID], *, now: datetime, doubt_before: datetime | None, broken: Broken) -> list[Delivery]:
    """Return the deliveries of those that could be claimed. A broken placement stops no other and is not tried at every tick."""
    if not ids:
        return []
    try:
        return claim(ids, now=now, doubt_before=doubt_before)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the edge between one placement and the next: which of them is it?
        if len(ids) == 1:
            log.exception("placement.not_claimed", placement=str(ids[0]))
            broken[ids[0]] = now + BROKEN_FOR
            return []
    return [delivery for pk in ids for delivery in claim_all([pk], now=now, doubt_before=doubt_before, broken=broken)]


def claim(ids: Sequence[UUID], *, now: datetime, doubt_before: datetime | None = None) -> list[Delivery]:
    """Return a delivery for each of these placements that may go out and that nobody else has claimed or holds."""
    with scopes_disabled():
        with transaction.atomic():
            placements = locked(ids)
            whole = {post.pk: post for post in posts.for_sending({p.post_id for p in placements})}
            yes = approvals.given(subject_kind=post_services.KIND, subject_ids=whole)
            of = {pk: fingerprint(post) for pk, post in whole.items()}
            prints = {pk: of[pk] for pk, post in whole.items() if may_go(post, yes.get(pk), print_=of[pk])}
            texts = {pk: texts_of(whole[pk]) for pk in prints}
            mine = [p for p in placements if p.post_id in prints]
            ahead = {p.placement_id: p for p in Preparation.objects.filter(placement__in=[p.pk for p in mine])}
            born = []
            for placement in mine:
                post = whole[placement.post_id]
                content = frozen(placement, post, texts=texts[post.pk])
                ready = ahead.get(placement.pk)
                handles = dict(ready.handles) if ready and ready.fingerprint == prints[post.pk] else {}
                born.append(birth(placement, content, prints[post.pk], handles, now=now, doubt_before=doubt_before))
            Placement.objects.filter(pk__in=[p.pk for p in mine]).update(claimed_at=now)
            doubted = [d.placement_id for d in born if d.state == State.UNCERTAIN]
            if doubted:
                Placement.objects.filter(pk__in=doubted).update(outcome=Placement.Outcome.LOOKING, outcome_at=now)
            Delivery.objects.bulk_create(born)
            Preparation.objects.filter(pk__in=[p.pk for p in ahead.values() if p.fingerprint in prints.values()]).delete()
        if born:
            log.info("placements.claimed", count=len(born), in_doubt=len(doubted), prepared=sum(bool(d.handles) for d in born))
        for placement in placements:
            if placement.post_id not in prints:
                turn_away(placement, whole[placement.post_id], yes.get(placement.post_id), now=now)
    return born


def birth(
    placement: Placement, content: dict[str, Any], print_: str, handles: dict[str, str], *, now: datetime, doubt_before: datetime | None
) -> Delivery:
    """Return the delivery, not saved yet."""
    assert placement.planned_at is not None
    delivery = Delivery(
        organisation_id=placement.organisation_id,
        placement=placement,
        channel=placement.channel,
        planned_at=placement.planned_at,
        not_after=placement.planned_at + timedelta(seconds=settings.GRACE_S),
        wake_at=claim_lease(max(now, placement.planned_at)),
        fingerprint=print_,
        content=content,
        handles=handles,
    )
    if handles:
        delivery.cost_usd_micros = steps.cost_usd_micros(delivery)
    if doubt_before and placement.planned_at <= doubt_before:
        delivery.state, delivery.step = State.UNCERTAIN, steps.next_visible(delivery).name
        delivery.first_intent_at = placement.planned_at
        delivery.wake_at = max(now, placement.planned_at + timedelta(seconds=settings.LOOKS_S[0]))
    return delivery


def claim_lease(since: datetime) -> datetime:
    """Return until when a worker must have taken it up. It may be short: nothing is on its way yet, and an old message does nothing."""
    return since + timedelta(seconds=settings.CLAIM_LEASE_S)


def locked(ids: Sequence[UUID]) -> list[Placement]:
    """Return the unclaimed placements with their rows ours; those that somebody else holds (they edit or claim them) are left out."""
    rows = Placement.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked, of=("self",))
    unclaimed = {p.pk: p for p in rows.select_related("channel").filter(pk__in=ids, claimed_at=None)}
    return [unclaimed[pk] for pk in ids if pk in unclaimed]


def may_go(post: Post, approval: Approval | None, *, print_: str = "") -> bool:
    """Return whether the post (with this fingerprint, if known) may go out: the approval in force is a yes to exactly this."""
    if post.state != Post.State.APPROVED or post.deleted_at or approval is None:
        return False
    return approval.state == Approval.State.APPROVED and post_services.covers(approval, post, print_=print_ or fingerprint(post))


def turn_away(placement: Placement, post: Post, approval: Approval | None, *, now: datetime) -> None:
    """A post that says it is approved, and is not as it stands, is a draft again, and people know: else nobody ever would."""
    if post.state == Post.State.APPROVED and not post.deleted_at:
        with scope(organisation=post.organisation), transaction.atomic():
            post = post_services.taken(post)
            unasked = post.organisation.posts_need_approval and approval is not None and not approvals.was_asked(approval)
            aftermath.not_as_approved(placement, post, why="approval-unasked" if unasked else "approval-lost", now=now)
            post_services.be_draft_again(post, by=None, now=now)


def frozen(placement: Placement, post: Post, *, texts: Any = None) -> dict[str, Any]:
    """Return what is sent, whatever happens to the post afterwards."""
    message = message_of(placement, post=post, texts=texts)
    return {
        "segments": list(message.segments),
        "link": message.link,
        "first_comment": message.first_comment,
        "pictures": [{"asset": use.asset, "alt": use.alt} | ({"crop": use.crop} if use.crop else {}) for use in message.pictures],
    }


def mark_missed(*, now: datetime, doubt_before: datetime | None = None, broken: Broken | None = None) -> list[Delivery]:
    """Approved placements that are later than the grace are missed; a person is asked. Return their deliveries.

    Those in doubt may be online: they are looked for before anybody calls them missed.
    """
    broken = {} if broken is None else broken
    with scopes_disabled():
        late = posts.due(before=now - timedelta(seconds=settings.GRACE_S), after=now - MISSED_WITHIN).filter(organisation__stopped_at=None)
        ids = list(late.exclude(pk__in=passed_over(broken, now=now)).values_list("pk", flat=True)[:AT_ONCE])
    born = claim_all(ids, now=now, doubt_before=doubt_before, broken=broken)
    miss([delivery for delivery in born if delivery.state == State.CLAIMED], now=now)
    return born


def miss(late: Iterable[Delivery], *, now: datetime) -> None:
    shift_all([Change(delivery, Event.MISS, fields={"problem": {"code": "missed", "params": {}}}) for delivery in late], now=now)
