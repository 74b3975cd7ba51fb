"""What stands in the way of a riposte on its channels, and making room for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from campaigns.approvals.models import Approval
from campaigns.approvals.services import LIVE
from campaigns.posts import services as posts
from campaigns.posts.bulk import undo
from campaigns.posts.bulk.before import Before
from campaigns.posts.content import message_of, shortened
from campaigns.posts.fills import readable
from campaigns.posts.models import Placement, Post
from campaigns.posts.rights import may_edit
from campaigns.posts.selectors import badge_of
from campaigns.riposte import tone
from campaigns.riposte.models import Displaced, Riposte
from campaigns.riposte.services import announce


@dataclass(frozen=True)
class Move:
    """Where a placement is to stand, on the wall clock of its own zone."""

    placement: UUID
    local_time: str


def goes_at(riposte: Riposte, *, now: datetime) -> datetime:
    """Return when the riposte goes out, as far as is known: when it went, when it is to, else as soon as anybody could say yes."""
    times = [p.outcome_at or p.planned_at for p in riposte.post.placements.all() if p.outcome_at or p.claimed_at]
    known = [t for t in times if t]
    if known:
        return min(known)
    planned = [p.planned_at for p in riposte.post.placements.all() if p.planned_at]
    if riposte.post.state == Post.State.APPROVED and planned:
        return min(planned)
    return now + timedelta(minutes=riposte.delay_min)


def around(riposte: Riposte, *, window: timedelta, now: datetime) -> list[Placement]:
    """Return what else is planned, and has not been taken up yet, on the same channels that near to it."""
    at = goes_at(riposte, now=now)
    found = Placement.objects.filter(
        channel__in={p.channel_id for p in riposte.post.placements.all()},
        planned_at__range=(at - window, at + window),
        claimed_at=None,
        outcome="",
        post__deleted_at=None,
    ).exclude(post=riposte.post_id)
    return with_texts(found)


def light_today(riposte: Riposte, *, day: tuple[datetime, datetime], now: datetime) -> list[tuple[Placement, list[str]]]:
    """Return what sounds light among the rest of the day's posts on any channel, with what makes it sound so."""
    start, end = max(day[0], now), day[1]
    found = Placement.objects.filter(planned_at__gte=start, planned_at__lt=end, claimed_at=None, outcome="", post__deleted_at=None)
    said = [(p, tone.light(message_of(p, post=p.post).segments)) for p in with_texts(found.exclude(post=riposte.post_id))]
    return [(placement, why) for placement, why in said if why]


def with_texts(found: Any) -> list[Placement]:
    whole = found.select_related("channel", "post__campaign").prefetch_related("post__versions__version_pictures__asset")
    return list(whole.order_by("planned_at", "pk"))


@transaction.atomic
def make_room(*, riposte: Riposte, moves: Sequence[Move], member: Membership, by: User, now: datetime) -> list[Displaced]:
    """Each of these stands at its new time, and where it stood is remembered. All or none. Raises Refusal."""
    made, chosen = [], found_for(moves)
    live = Approval.objects.filter(subject_kind=posts.KIND, subject_id__in={p.post_id for _, p in chosen}, state__in=LIVE)
    before = {approval.subject_id: approval for approval in live}  # of a post whose placements move one by one, too
    for move, placement in chosen:
        refuse_anothers(placement.post, member)
        was_local, was_zone = placement.local_time, placement.zone
        posts.move(post=placement.post, by=by, placements=[placement.pk], local_time=move.local_time, zone=placement.zone, now=now)
        known = Displaced.objects.filter(riposte=riposte, placement=placement, undone_at=None).first()
        if known is None:
            known = Displaced(
                organisation=riposte.organisation,
                riposte=riposte,
                placement=placement,
                from_local=was_local,
                from_zone=was_zone,
                approval=before.get(placement.post_id),
            )
        known.to_local, known.moved_by, known.moved_at = move.local_time[:16], by, now
        known.save()
        made.append(known)
    announce(riposte)
    return made


@transaction.atomic
def put_back(*, riposte: Riposte, displaced: Iterable[UUID], member: Membership, by: User, now: datetime) -> int:
    """Each of these stands again where it stood, approved if it was; return how many. Raises Refusal for a time that has passed."""
    rows = list(Displaced.objects.select_related("placement__post").filter(riposte=riposte, pk__in=list(displaced), undone_at=None))
    for row in rows:
        refuse_anothers(row.placement.post, member)
        stood = Before(
            state=row.placement.post.state,
            times={str(row.placement_id): (row.from_local, row.from_zone)},
            approval=str(row.approval_id or ""),
        )
        undo.times_back(posts.taken(row.placement.post), stood, by, now)
        row.undone_at = now
        row.save(update_fields=["undone_at"])
    announce(riposte)
    return len(rows)


def found_for(moves: Sequence[Move]) -> list[tuple[Move, Placement]]:
    known = {p.pk: p for p in Placement.objects.select_related("post__organisation").filter(pk__in=[m.placement for m in moves])}
    if any(m.placement not in known for m in moves):
        raise Refusal("not-found", status=404)
    return [(m, known[m.placement]) for m in moves]


def refuse_anothers(post: Post, member: Membership) -> None:
    if not may_edit(post, member):
        raise NotAllowed("not-your-post")


def shown(placement: Placement, *, at: datetime, may: bool, now: datetime) -> dict[str, Any]:
    """Return what a row shows of it: where it stands, and how far from the riposte."""
    assert placement.planned_at is not None
    first = next((s for s in message_of(placement, post=placement.post).segments if s.strip()), "")
    return {
        "placement": placement.pk,
        "post": placement.post_id,
        "channel": placement.channel_id,
        "network": placement.channel.network,
        "channel_name": placement.channel.name,
        "languages": placement.languages,
        "first_line": shortened(placement.post.title or readable(first.strip().split("\n")[0])),
        "state": badge_of(placement, now=now),
        "local_time": placement.local_time,
        "zone": placement.zone,
        "minutes_apart": round((placement.planned_at - at).total_seconds() / 60),
        "may_move": may,
    }
