"""What people say about a post that is online: take it down, correct it, yes or no to a correction, "I have done it there"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet

import networks
from accounts.channels import services as channels
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import selectors as approvals
from campaigns.posts import selectors
from campaigns.posts import services as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Placement, Post
from networks import limits
from networks.contract import CanSee, Content, NetworkError
from networks.wire import deadline, text
from scheduler.delivery import services as deliveries
from scheduler.delivery.models import Delivery
from scheduler.takeback import hear, tasks
from scheduler.takeback.models import TakeBack, TakeBackOf
from scheduler.takeback.online import OPEN, can, deliveries_of, parts_of, rest_of, text_of

Kind, State = TakeBack.Kind, TakeBackOf.State
LOST_MESSAGE = timedelta(seconds=15)  # after this the sweep does what a message should have woken


@dataclass(frozen=True)
class Wanted:
    """One channel. `text`: of a correction; `assigned`: who does it by hand where Carillon cannot, None for whoever connected the page."""

    delivery: str
    text: str = ""
    assigned: str | None = None


@transaction.atomic
def ask(*, post: Post, kind: str, reason: str, wanted: Sequence[Wanted], by: User, stop_rest: bool = False, now: datetime) -> TakeBack:
    """It is under way on these channels, and everybody concerned knows. Asked twice it is the same one.

    A correction waits for somebody else's yes where posts need one, or this one did, whoever asks. `stop_rest`: what has not gone out yet
    stays here. Raises Refusal; then nothing has changed.
    """
    post = posts.taken(post)
    online = {str(d.pk): d for d in deliveries_of(post)}
    chosen = [(online[w.delivery], w) for w in wanted if w.delivery in online]
    if not chosen or len(chosen) < len(wanted):
        raise Refusal("nothing-online", status=409)
    take_back = TakeBack(organisation=post.organisation, post=post, kind=kind, reason=reason.strip(), by=by, asked_at=now)
    needs_yes = kind == Kind.CORRECT and corrections_need_a_yes(post)
    if not needs_yes:
        take_back.approved_by, take_back.approved_at = by, now
    fresh, same = [], None
    for delivery, wish in chosen:
        if kept := cleared(delivery, kind=kind, new_text=wish.text, now=now):
            same = kept.take_back
            continue
        if kind == Kind.CORRECT:
            check_text(delivery, wish.text)
        fresh.append((delivery, wish))
    if same and not fresh:
        return same
    take_back.save()
    made = [begin(take_back, delivery, wish, needs_yes=needs_yes, now=now) for delivery, wish in fresh]
    if kind == Kind.DOWN:
        for delivery, _ in fresh:
            if delivery.state not in {Delivery.State.PUBLISHED, Delivery.State.CANCELLED}:
                deliveries.drop(delivery=delivery, by=by, now=now)  # half of a thread: the rest must not follow
        if stop_rest and rest_of(post, now=now):
            posts.withdraw(post=post, by=by, now=now)
    hear.asked(take_back, made, now=now)
    return take_back


def corrections_need_a_yes(post: Post) -> bool:
    """Return whether a new text is asked about: posts need a yes, or a route or a guest made this one need one."""
    return post.organisation.posts_need_approval or approvals.was_ever_asked(subject_kind=posts.KIND, subject_id=post.pk)


def begin(take_back: TakeBack, delivery: Delivery, wish: Wanted, *, needs_yes: bool, now: datetime) -> TakeBackOf:
    of = TakeBackOf(take_back=take_back, delivery=delivery, text=wish.text.strip() if take_back.kind == Kind.CORRECT else "")
    of.assigned = person_for(take_back, delivery, wish.assigned)
    of.state = State.ASKED
    of.save()
    return of if needs_yes else set_going(of, now=now)


def set_going(of: TakeBackOf, *, now: datetime) -> TakeBackOf:
    """Carillon does it as soon as the transaction has committed; or a person, where it cannot."""
    of.state, of.wake_at, of.tries, of.problem, of.is_told = State.BY_HAND, None, 0, None, False
    if can(of.take_back.kind, of.delivery):
        of.state, of.wake_at = State.WAITING, now + LOST_MESSAGE
    of.fence += 1
    of.save()
    if of.state == State.WAITING:
        tasks.wake(of)
    return of


def cleared(delivery: Delivery, *, kind: str, new_text: str, now: datetime) -> TakeBackOf | None:
    """Nothing stands in the way of a new wish for this delivery; return the one that is the same and under way, if any."""
    earlier = TakeBackOf.objects.select_for_update(of=("self",)).select_related("take_back").filter(delivery=delivery, state__in=OPEN)
    found: TakeBackOf | None = earlier.first()
    if found is None:
        return None
    if kind == Kind.CORRECT and found.take_back.kind == Kind.DOWN:
        raise Refusal("being-taken-down", status=409, channel=delivery.channel.name)
    is_same = found.take_back.kind == kind and (kind == Kind.DOWN or found.text == new_text.strip())
    if is_same and found.state != State.REFUSED:
        return found
    if found.take_back.kind == kind and found.state == State.WAITING:
        raise Refusal("still-at-work", status=409)
    TakeBackOf.objects.filter(pk=found.pk).update(state=State.DROPPED, wake_at=None, ended_at=now, fence=F("fence") + 1)
    hear.settled(found.take_back, now=now)
    return None


def check_text(delivery: Delivery, new_text: str) -> None:
    """Raise Refusal when the network would not take this text, or has it already."""
    network = networks.get(delivery.channel.network)
    for problem in limits.problems(network, Content(segments=(new_text.strip(),))):
        if problem.blocks and problem.code != "picture-needed":  # the pictures stay as they are
            params: dict[str, Any] = dict(problem.params)
            raise Refusal(problem.code, fields={"text": problem.code}, **params)
    if text.same_text(new_text, text_of(delivery)):
        raise Refusal("same-as-online", fields={"text": "same-as-online"}, channel=delivery.channel.name)


def person_for(take_back: TakeBack, delivery: Delivery, wanted: str | None) -> User | None:
    """Return who does by hand what Carillon cannot: the person named, else who connected the page, else who asked."""
    members = {str(m.user_id): m.user for m in orgs.members(organisation=take_back.organisation) if m.user.is_active}
    if wanted and wanted not in members:
        raise Refusal("person-not-member", fields={"assigned": "person-not-member"})
    return members.get(wanted or "") or members.get(str(delivery.channel.connected_by_id)) or take_back.by


@transaction.atomic
def approve(*, take_back: TakeBack, by: User, now: datetime) -> TakeBack:
    """The correction is being done. Who asked for it cannot say yes to it."""
    take_back = decided(take_back, by=by)
    take_back.approved_by, take_back.approved_at = by, now
    take_back.save(update_fields=["approved_by", "approved_at"])
    rows = [set_going(of, now=now) for of in waiting_for_yes(take_back)]
    hear.started(take_back, rows, now=now)
    hear.record(take_back, "post.correction_approved", by=by, data={}, now=now)
    return take_back


@transaction.atomic
def decline(*, take_back: TakeBack, by: User, comment: str, now: datetime) -> TakeBack:
    """The text stays as it is. Who asked may also take the wish back by this."""
    take_back = decided(take_back, by=None)
    take_back.declined_at = take_back.settled_at = now
    take_back.save(update_fields=["declined_at", "settled_at"])
    waiting_for_yes(take_back).update(state=State.DROPPED, ended_at=now, ended_by=by)
    if take_back.by and take_back.by_id != by.pk:
        facts = {"title": first_line(selectors.whole(take_back.post_id)), "by": str(by), "comment": comment}
        hear.tell(take_back, [take_back.by], "correction-declined", facts, now=now)
    hear.record(take_back, "post.correction_declined", by=by, data={"comment": comment}, now=now)
    return take_back


def decided(take_back: TakeBack, *, by: User | None) -> TakeBack:
    """Return the row, locked. Raises Refusal when there is nothing (any more) to say yes or no to, or it is the person's own wish."""
    locked: TakeBack = TakeBack.objects.select_for_update(of=("self",)).select_related("organisation", "by").get(pk=take_back.pk)
    if locked.approved_at or locked.declined_at or not waiting_for_yes(locked).exists():
        raise Refusal("already-decided", status=409)
    if by and by.pk == locked.by_id:
        raise Refusal("own-work", status=403)
    return locked


def waiting_for_yes(take_back: TakeBack) -> QuerySet[TakeBackOf]:
    rows: QuerySet[TakeBackOf] = TakeBackOf.objects.filter(take_back=take_back, state=State.ASKED)
    return rows.select_related("take_back__organisation", "take_back__by", "delivery__channel", "assigned")


@transaction.atomic
def again(*, of: TakeBackOf, by: User, now: datetime) -> TakeBackOf:
    """Carillon tries once more: what was refused, or what was left to a person."""
    of = locked(of, states=(State.REFUSED, State.BY_HAND, State.WAITING))
    if not can(of.take_back.kind, of.delivery):
        raise Refusal("only-by-hand", status=409, channel=of.delivery.channel.name)
    set_going(of, now=now)
    hear.record(of.take_back, "post.take_back_again", by=by, data={"channel": str(of.delivery.channel_id)}, now=now)
    return of


@transaction.atomic
def assign(*, of: TakeBackOf, person: str, by: User, now: datetime) -> TakeBackOf:
    """Somebody else does it by hand, and knows."""
    of = locked(of, states=(State.REFUSED, State.BY_HAND, State.WAITING))
    of.assigned = person_for(of.take_back, of.delivery, person)
    of.save(update_fields=["assigned"])
    if of.state == State.BY_HAND or of.problem:
        hear.lend_a_hand(of, now=now)
    data = {"channel": str(of.delivery.channel_id), "to": str(of.assigned)}
    hear.record(of.take_back, "post.take_back_assigned", by=by, data=data, now=now)
    return of


def say_done(*, of: TakeBackOf, by: User, anyway: bool, now: datetime) -> TakeBackOf:
    """A person has done it on the network. Where Carillon can look and still sees the post, it says so first (`anyway`: then not).

    Call it outside a transaction.
    """
    if not anyway and is_still_there(of, now=now):
        raise Refusal("still-online", status=409, channel=of.delivery.channel.name)
    with transaction.atomic():
        of = locked(of, states=(State.REFUSED, State.BY_HAND, State.WAITING))
        of.state, of.wake_at, of.ended_at, of.ended_by = State.DONE_BY_HAND, None, now, by
        of.fence += 1
        of.save()
        note(of, now=now)
        hear.ended(of, by=by, now=now)
    return of


def is_still_there(of: TakeBackOf, *, now: datetime) -> bool:
    """Return whether Carillon sees any part of it. Not having been able to look is no reason to doubt a person's word."""
    network = networks.get(of.delivery.channel.network)
    if of.take_back.kind != Kind.DOWN or not isinstance(network, CanSee):
        return False
    try:
        with deadline.sending(until=None, total_s=settings.CALL_TIMEOUT_S):
            caller = channels.caller(channels.freshened(channel=of.delivery.channel, now=now))
            return any(network.is_there(caller=caller, remote_id=part) for part in parts_of(of.delivery))
    except NetworkError:
        return False


def note(of: TakeBackOf, *, now: datetime) -> None:
    """The plan shows what became of it."""
    what = {"taken_down_at": now} if of.take_back.kind == Kind.DOWN else {"corrected_at": now}
    Placement.objects.filter(pk=of.delivery.placement_id).update(**what)


def locked(of: TakeBackOf, *, states: Sequence[str]) -> TakeBackOf:
    rows = TakeBackOf.objects.select_for_update(of=("self",)).select_related(
        "take_back__organisation", "take_back__by", "delivery__channel", "assigned"
    )
    found: TakeBackOf | None = rows.filter(pk=of.pk, state__in=states).first()
    if found is None:
        raise Refusal("delivery-moved-on", status=409)
    return found


def may_ask(kind: str, *, membership: Membership, post: Post) -> bool:
    """Return whether this person may take it down, or ask for a correction: authors may ask for one of their own posts."""
    if membership.may(Verb.REPAIR) or membership.may(Verb.PLAN):
        return True
    return kind == Kind.CORRECT and membership.may(Verb.WRITE) and post.author_id == membership.user_id
