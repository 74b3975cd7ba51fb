"""Claim what is due: the delivery is born, its content frozen. The one-to-one with the placement is what makes it happen once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction
from django_scopes import scope, scopes_disabled

from accounts.channels.models import Channel
from campaigns.approvals import selectors as approvals
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.content import message_of, texts_of
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Placement, Post
from scheduler.delivery import aftermath
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import State

log = structlog.get_logger()
AT_ONCE = 200
BROKEN_FOR = timedelta(minutes=1)  # so long a placement that cannot be claimed is passed over


def claim_due(*, now: datetime, ahead: timedelta, broken: dict[UUID, datetime] | None = None) -> Iterator[Delivery]:
    """Yield a claimed delivery for each placement whose time comes within `ahead`. Any number of dispatchers may do this at once.

    `broken` is the caller's note of placements that could not be claimed; it is read and kept here.
    """
    broken = {} if broken is None else broken
    grace = timedelta(seconds=settings.GRACE_S)
    with scopes_disabled():
        found = list(
            posts.due(before=now + ahead, after=now - grace)
            .filter(channel__state=Channel.State.CONNECTED)
            .exclude(pk__in=passed_over(broken, now=now))
            .values_list("pk", "organisation_id")[:AT_ONCE]
        )
    yield from one_by_one(found, claim, now=now, broken=broken)


def passed_over(broken: dict[UUID, datetime], *, now: datetime) -> list[UUID]:
    for placement_id in [pk for pk, until in broken.items() if until <= now]:
        del broken[placement_id]
    return list(broken)


def one_by_one(
    found: Iterable[tuple[UUID, UUID]], verb: Callable[..., Delivery | None], *, now: datetime, broken: dict[UUID, datetime]
) -> Iterator[Delivery]:
    """Yield what the verb makes of each placement, in its organisation. A broken one stops no other and is not tried at every tick."""
    for placement_id, organisation_id in found:
        try:
            with scope(organisation=organisation_id):
                delivery = verb(placement_id=placement_id, now=now)
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # the edge between one placement and the next
            log.exception("placement.not_claimed", placement=str(placement_id))
            broken[placement_id] = now + BROKEN_FOR
        else:
            if delivery:
                yield delivery


def claim(*, placement_id: UUID, now: datetime) -> Delivery | None:
    """Return the delivery if this placement may go out and nobody else has claimed it, else None."""
    try:
        with transaction.atomic():
            placement = locked(placement_id)
            if placement is None or placement.claimed_at:
                return None
            post = posts.whole(placement.post_id)
            if not may_go(post):
                if post.state == Post.State.APPROVED and not post.deleted_at:  # what its state says is not so: nobody would ever know
                    aftermath.not_as_approved(placement, post, now=now)
                    post_services.be_draft_again(post, by=None, now=now)
                return None
            assert placement.planned_at is not None
            Placement.objects.filter(pk=placement.pk, claimed_at=None).update(claimed_at=now)
            delivery: Delivery = Delivery.objects.create(
                organisation_id=placement.organisation_id,
                placement=placement,
                channel_id=placement.channel_id,
                planned_at=placement.planned_at,
                not_after=placement.planned_at + timedelta(seconds=settings.GRACE_S),
                wake_at=max(now, placement.planned_at) + timedelta(seconds=settings.LEASE_S),
                fingerprint=fingerprint(post),
                content=frozen(placement, post),
            )
            return delivery
    except IntegrityError:
        return None  # another dispatcher was faster


def locked(placement_id: UUID) -> Placement | None:
    """Return the placement with its row ours; None when somebody else holds it (they edit it, or claim it)."""
    rows = Placement.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked, of=("self",))
    placement: Placement | None = rows.select_related("channel").filter(pk=placement_id).first()
    return placement


def may_go(post: Post) -> bool:
    """Return whether the post is approved as it stands: the newest approval is a yes to exactly this."""
    if post.state != Post.State.APPROVED or post.deleted_at:
        return False
    approval = approvals.latest(subject_kind=post_services.KIND, subject_id=post.pk)
    return approval is not None and approval.state == "approved" and post_services.covers(approval, post)


def frozen(placement: Placement, post: Post) -> dict[str, Any]:
    """Return what is sent, whatever happens to the post afterwards."""
    message = message_of(placement, post=post, texts=texts_of(post))
    return {
        "segments": list(message.segments),
        "link": message.link,
        "pictures": [{"asset": use.asset, "alt": use.alt} for use in message.pictures],
    }


def mark_missed(*, now: datetime, broken: dict[UUID, datetime] | None = None) -> list[Delivery]:
    """Approved placements that are later than the grace are missed; a person is asked. Return their deliveries."""
    broken = {} if broken is None else broken
    with scopes_disabled():
        late = list(
            posts.due(before=now - timedelta(seconds=settings.GRACE_S), after=now - timedelta(days=30))
            .exclude(pk__in=passed_over(broken, now=now))
            .values_list("pk", "organisation_id")[:AT_ONCE]
        )
    return list(one_by_one(late, miss, now=now, broken=broken))


def miss(*, placement_id: UUID, now: datetime) -> Delivery | None:
    """The placement is missed and people know; None when it was not ours to say so."""
    delivery = claim(placement_id=placement_id, now=now)
    if delivery is None:
        return None
    with transaction.atomic():
        problem = {"code": "missed", "params": {}}
        Delivery.objects.filter(pk=delivery.pk, fence=delivery.fence).update(state=State.MISSED, wake_at=None, problem=problem)
        Placement.objects.filter(pk=placement_id).update(outcome=Placement.Outcome.MISSED, outcome_at=now)
    delivery.state, delivery.wake_at, delivery.problem = State.MISSED, None, problem
    aftermath.went_wrong(delivery, now=now)
    return delivery
