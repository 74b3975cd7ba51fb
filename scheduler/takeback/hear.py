"""Who hears what of a post that is taken back: its author, those who approved it, the administrators; and who has to lend a hand."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import networks
from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.rights import Verb
from accounts.people.models import User
from campaigns.approvals import selectors as approvals
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Post
from scheduler.takeback.models import TakeBack, TakeBackOf

State = TakeBackOf.State
NAMES_AT_MOST = 6


def asked(take_back: TakeBack, made: Iterable[TakeBackOf], *, now: datetime) -> None:
    """Everybody concerned knows that it is being taken back, by whom and why; of a correction that needs a yes, who may give it."""
    post, rows = posts.whole(take_back.post_id), list(made)
    facts = {"title": first_line(post), "by": str(take_back.by), "channels": names(rows), "reason": take_back.reason}
    if take_back.approved_at is None:
        may = [p for p in orgs.holders(organisation=take_back.organisation, verb=Verb.DECIDE_POSTS) if p.pk != take_back.by_id]
        tell(take_back, may, "correction-waits", facts, now=now)
    else:
        started(take_back, rows, now=now)
    act = "post.take_down_asked" if take_back.kind == TakeBack.Kind.DOWN else "post.correction_asked"
    data = {"channels": [str(of.delivery.channel_id) for of in rows], "reason": take_back.reason}
    record(take_back, act, by=take_back.by, data=data, now=now)


def started(take_back: TakeBack, rows: list[TakeBackOf], *, now: datetime) -> None:
    """It is being done: who is concerned knows, and who has to do it by hand has the address."""
    post = posts.whole(take_back.post_id)
    code = "post-being-taken-down" if take_back.kind == TakeBack.Kind.DOWN else "post-being-corrected"
    facts = {"title": first_line(post), "by": str(take_back.by), "channels": names(rows), "reason": take_back.reason}
    tell(take_back, concerned(take_back, post), code, facts, now=now)
    for of in rows:
        if of.state == State.BY_HAND:
            lend_a_hand(of, now=now)


def lend_a_hand(of: TakeBackOf, *, now: datetime) -> None:
    """The named person knows what to do, where, and why Carillon cannot."""
    post = posts.whole(of.take_back.post_id)
    code = "take-down-by-hand" if of.take_back.kind == TakeBack.Kind.DOWN else "correct-by-hand"
    facts = {
        "title": first_line(post),
        "by": str(of.take_back.by),
        "channel": of.delivery.channel.name,
        "network": networks.get(of.delivery.channel.network).label,
        "link": of.delivery.permalink,
        "text": of.text,
    }
    person = of.assigned or of.take_back.by
    if person:
        tell(of.take_back, [person], code, facts, now=now)
    TakeBackOf.objects.filter(pk=of.pk).update(is_told=True)
    of.is_told = True


def ended(of: TakeBackOf, *, by: User | None, now: datetime) -> None:
    """The record has how it ended on this channel; when nothing is left of the whole, people hear that too."""
    word = "taken_down" if of.take_back.kind == TakeBack.Kind.DOWN else "corrected"
    act = {State.DONE: word, State.DONE_BY_HAND: f"{word}_by_hand", State.REFUSED: f"not_{word}"}.get(State(of.state))
    settled(of.take_back, now=now)
    if act:
        code = (of.problem or {}).get("code", "")
        data = {"channel": str(of.delivery.channel_id), "remote_id": of.delivery.remote_id or "", "code": code}
        record(of.take_back, f"post.{act}", by=by, data=data, now=now)


def settled(take_back: TakeBack, *, now: datetime) -> None:
    rows = list(TakeBackOf.objects.select_related("delivery__channel").filter(take_back=take_back))
    done = [of for of in rows if of.state in {State.DONE, State.DONE_BY_HAND}]
    if any(of.state not in {State.DONE, State.DONE_BY_HAND, State.DROPPED} for of in rows):
        return
    if not TakeBack.objects.filter(pk=take_back.pk, settled_at=None).update(settled_at=now) or not done:
        return
    post = posts.whole(take_back.post_id)
    code = "post-taken-down" if take_back.kind == TakeBack.Kind.DOWN else "post-corrected"
    people = {p.pk: p for p in (*concerned(take_back, post), take_back.by) if p}
    tell(take_back, people.values(), code, {"title": first_line(post), "channels": names(done)}, by_email=False, now=now)


def concerned(take_back: TakeBack, post: Post) -> list[User]:
    """Return author, those who said yes to the post and administrators, without the person who took it back."""
    found = {p.pk: p for p in orgs.holders(organisation=take_back.organisation, verb=Verb.MANAGE)}
    approval = approvals.latest(subject_kind="post", subject_id=post.pk)
    said = [d.by for d in approval.decisions.select_related("by") if d.verdict == "approve"] if approval else []
    found |= {p.pk: p for p in (post.author, *said) if p}
    return [p for p in found.values() if p.pk != take_back.by_id]


def names(rows: Iterable[TakeBackOf]) -> str:
    found = [f"{of.delivery.channel.name} ({of.delivery.channel.network_label})" for of in rows]
    return ", ".join(found[:NAMES_AT_MOST]) + (" …" if len(found) > NAMES_AT_MOST else "")


def tell(take_back: TakeBack, users: Iterable[User], code: str, facts: dict[str, Any], *, by_email: bool = True, now: datetime) -> None:
    path = f"/posts/{take_back.post_id}"
    notify.tell(organisation=take_back.organisation, users=users, code=code, params=facts, path=path, by_email=by_email, now=now)


def record(take_back: TakeBack, act: str, *, by: User | None, data: dict[str, Any], now: datetime) -> None:
    post = take_back.post_id
    audit.record(organisation=take_back.organisation, actor=by, act=act, subject_kind="post", subject_id=str(post), data=data, now=now)
    live.publish(organisation_id=take_back.organisation_id, kind="post", id=str(post))
