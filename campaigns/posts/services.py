"""The verbs of a post. Every one takes the post's rows first, so that a send that claims them and an edit cannot cross."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import rules
from campaigns.approvals import selectors as approved
from campaigns.approvals import services as approvals
from campaigns.approvals.guests.models import Guest
from campaigns.approvals.models import Approval
from campaigns.approvals.routing import Subject
from campaigns.plan.models import Campaign
from campaigns.posts import creating, deleting, rows, selectors
from campaigns.posts.content import first_line, search_words
from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion
from campaigns.posts.fingerprint import content_of, fingerprint, mark_of, times_of
from campaigns.posts.history import services as history
from campaigns.posts.hurry import Hurry, set_off, stand_by, window_holds
from campaigns.posts.models import Placement, Post
from campaigns.posts.when import shifted, to_utc

State = Post.State
ASKED = frozenset({State.IN_REVIEW, State.APPROVED, State.HELD})  # somebody was asked, and the answer stands or is to come
KIND = deleting.KIND


@transaction.atomic
def create(*, organisation: Organisation, by: User, draft: Draft, now: datetime) -> Post:
    """A new draft stands."""
    [post] = creating.create_all(organisation=organisation, by=by, drafts=[draft], now=now)
    return selectors.whole(post.pk)


@transaction.atomic
def save(*, post: Post, by: User, draft: Draft, revision: int | None, now: datetime) -> Post:
    """The post is as the draft says. A change of content or time voids its approval, in every state.

    `revision` is what the person's screen was based on; None does not ask. Raises Refusal ("edited-meanwhile", 412).
    """
    post = taken(post)
    if revision is not None and revision != post.revision:
        raise Refusal("edited-meanwhile", status=412)
    if post.revision > 1:
        history.begin(post)
    before = fingerprint(post), times_of(post)
    if draft.title is not None:
        post.title = draft.title.strip()
    if draft.has_campaign:
        post.campaign = Campaign.objects.filter(pk=draft.campaign).first() if draft.campaign else None
    if draft.versions is not None:
        rows.write_versions(post, draft.versions)
    if draft.placements is not None:
        rows.write_placements(post, draft.placements, default_zone=post.organisation.time_zone, now=now)
    post.revision += 1
    post.save()
    post = selectors.whole(post.pk)
    post.search = search_words(post)
    post.save(update_fields=["search"])
    history.remember(post, by=by, now=now)
    if (fingerprint(post), times_of(post)) != before:
        lose_approval(post, by=by, now=now)
    announce(post)
    return post


def lose_approval(post: Post, *, by: User | None, now: datetime) -> bool:
    """A post whose content or times are no longer those approved (beyond the tolerance) is a draft again. Return whether it was."""
    if not is_outrun(post):
        return False
    refuse_while_going_out(post)
    be_draft_again(post, by=by, now=now)
    return True


def is_outrun(post: Post) -> bool:
    """Return whether its approval is live and of something else than the post as it stands."""
    approval = approved.latest(subject_kind=KIND, subject_id=post.pk)
    return approval is not None and approval.state in approvals.LIVE and not covers(approval, post)


def be_draft_again(post: Post, *, by: User | None, now: datetime) -> None:
    """No approval of the post is live and it waits for nothing."""
    approvals.void(subject_kind=KIND, subject_id=post.pk, now=now)
    Post.objects.filter(pk=post.pk).update(state=State.DRAFT)
    post.state = State.DRAFT
    audit.record(organisation=post.organisation, actor=by, act="post.approval_voided", subject_kind=KIND, subject_id=str(post.pk), now=now)


def refuse_while_going_out(post: Post) -> None:
    """A change that takes the approval away would stop, or falsify, what has been taken up on the strength of it. Raises Refusal."""
    going = [p.channel.name for p in post.placements.all() if p.claimed_at and p.outcome in {"", Placement.Outcome.LOOKING}]
    if going:
        raise Refusal("already-on-its-way", status=409, channel=", ".join(going))


def covers(approval: Approval, post: Post, *, print_: str = "") -> bool:
    """Return whether this approval is of exactly this content, at these times within the organisation's tolerance.

    The smaller tolerance counts, of when it was asked and of now: allowing more later moves nothing that was approved before.
    One that nobody was asked for is none where posts need one: it dates from when they did not.
    """
    if post.organisation.posts_need_approval and not approved.was_asked(approval):
        return False
    if approval.fingerprint != (print_ or fingerprint(post)):
        return False
    if approval.terms.get("mark", mark := mark_of(post)) != mark:  # of before it was noted: the campaign alone counts
        return False
    allowed = post.organisation.time_tolerance_min
    tolerance = timedelta(minutes=min(allowed, approval.terms.get("tolerance_min", allowed)))
    if "asap" in approval.terms:
        return window_holds(approval.terms, times_of(post), tolerance=tolerance)
    return rules.times_hold(approval.terms.get("times", {}), times_of(post), tolerance=tolerance)


@transaction.atomic
def submit(*, post: Post, by: User, note: str = "", hurry: Hurry | None = None, is_told: bool = True, now: datetime) -> Post:
    """The post waits for a decision, or is approved at once where the organisation asks for none.

    Raises Refusal("not-ready") with every problem of every channel.
    """
    post = taken(post)
    refuse_unready(post, hurry=hurry, now=now)
    return ask(post, by=by, note=note, now=now, hurry=hurry, is_told=is_told)


def refuse_unready(post: Post, *, hurry: Hurry | None = None, near: Sequence[Placement] | None = None, now: datetime) -> None:
    """Raise Refusal unless the (taken) post can be asked about. `near`: see ready.examine."""
    if post.state in ASKED:
        raise Refusal("already-submitted", status=409)
    if hurry:
        stand_by(post, hurry)
    selectors.check_ready(post, near=near, now=now)


def ask(
    post: Post,
    *,
    by: User,
    note: str,
    now: datetime,
    acts: Iterable[str] = ("post.submitted",),
    hurry: Hurry | None = None,
    is_told: bool = True,
) -> Post:
    """The post is asked about, and the acts are on record: last, since the next writer of the record waits for this transaction's end.

    Whoever asks in a hurry tells the people called upon himself, and so does who asks about many at once (`is_told=False`).
    """
    organisation = post.organisation
    approval = approvals.ask(
        organisation=organisation,
        subject=subject_of(post),
        subject_id=post.pk,
        fingerprint=fingerprint(post),
        terms={"times": times_of(post), "tolerance_min": organisation.time_tolerance_min, "mark": mark_of(post)}
        | (hurry.terms() if hurry else {}),
        shown=content_of(post),
        asked_by=by,
        barred=authors(post, by=by),
        asked=hurry.asked if hurry else (),
        note=note,
        now=now,
    )
    post.state = State.APPROVED if approval.state == Approval.State.APPROVED else State.IN_REVIEW
    post.revision += 1
    post.save()
    history.close(post)
    if post.state == State.APPROVED:
        set_off(post, approval, now=now)
    elif is_told and not hurry:
        notify.tell(
            organisation=organisation,
            users=approved.deciders(approval, now=now),
            code="post-waits",
            params={"title": first_line(post), "by": str(by)},
            path=f"/decisions?show={approval.pk}",
            by_email=True,
            now=now,
        )
    for act in acts:
        audit.record(organisation=organisation, actor=by, act=act, subject_kind=KIND, subject_id=str(post.pk), now=now)
    announce(post)
    return post


def subject_of(post: Post) -> Subject:
    """Return the post as the routes of approval look at it."""
    return Subject(
        kind=KIND,
        campaign=str(post.campaign_id or ""),
        channels=frozenset(str(p.channel_id) for p in post.placements.all()),
        languages=frozenset(language for p in post.placements.all() for language in p.languages),
    )


def authors(post: Post, *, by: User) -> list[User]:
    """Return who may not decide on the post: its author, who asks, and everybody who wrote at it since people last said yes to it."""
    since = approved.given_last_at(subject_kind=KIND, subject_id=post.pk)
    people = [*([post.author] if post.author else []), by, *history.writers(post, since=since)]
    return list({person.pk: person for person in people}.values())


@transaction.atomic
def withdraw(*, post: Post, by: User, now: datetime) -> Post:
    """The post is a draft again; nobody is asked about it any more and it will not go out."""
    post = taken(post)
    if post.state not in ASKED:
        raise Refusal("nothing-to-withdraw", status=409)
    approvals.void(subject_kind=KIND, subject_id=post.pk, now=now)
    post.state, post.revision = State.DRAFT, post.revision + 1
    post.save()
    audit.record(organisation=post.organisation, actor=by, act="post.withdrawn", subject_kind=KIND, subject_id=str(post.pk), now=now)
    announce(post)
    return post


@transaction.atomic
def move(*, post: Post, by: User, placements: Iterable[UUID] | None, local_time: str, zone: str, now: datetime) -> Post:
    """These placements (None: all that have not left) stand at the new time. An approval that no longer covers it is asked for anew."""
    post = taken(post)
    zone = zone or post.organisation.time_zone
    chosen = set(placements) if placements is not None else None
    moving = [p.pk for p in post.placements.all() if (p.pk in chosen if chosen is not None else not p.claimed_at)]
    return keep_asking(put_at(post, dict.fromkeys(moving, (local_time, zone)), now=now), by=by, now=now)


def put_at(post: Post, times: Mapping[UUID, tuple[str, str]], *, now: datetime) -> Post:
    """These placements stand at their new times (local time, zone); the approval is the caller's to see to, in the same transaction."""
    moving = [p for p in post.placements.all() if p.pk in times]
    if any(p.claimed_at for p in moving) or not moving:
        raise Refusal("already-on-its-way", status=409, channel=", ".join(p.channel.name for p in moving if p.claimed_at))
    for placement in moving:
        local_time, zone = times[placement.pk]
        at = to_utc(local_time, zone)
        if at < now:
            raise Refusal("time-passed", fields={"local_time": "time-passed"}, time=local_time[11:16])
        placement.planned_at, placement.local_time, placement.zone = at, local_time[:16], zone
        placement.save(update_fields=["planned_at", "local_time", "zone"])
    post.revision += 1
    post.save(update_fields=["revision", "updated_at"])
    return post


def keep_asking(post: Post, *, by: User, now: datetime, is_told: bool = True) -> Post:
    """A post that waited for a yes, or had one, and is no longer what that was about, is asked about anew."""
    history.remember(post, by=by, now=now)
    if post.state == State.HELD:
        lose_approval(post, by=by, now=now)  # asking anew would take it off its hold
    elif post.state in {State.IN_REVIEW, State.APPROVED} and is_outrun(post):
        refuse_while_going_out(post)
        return ask(post, by=by, note="", now=now, acts=("post.approval_voided", "post.submitted"), is_told=is_told)
    announce(post)
    return post


@transaction.atomic
def delete(*, post: Post, by: User, now: datetime) -> Post:
    """The post is gone from every list and will not go out; `restore` brings it back as a draft. One that has left stays."""
    deleting.delete_all(organisation=post.organisation, posts=[post.pk], by=by, now=now)
    return selectors.whole(post.pk)


@transaction.atomic
def restore(*, post: Post, by: User, now: datetime) -> Post:
    post = taken(post)
    post.deleted_at, post.revision = None, post.revision + 1
    post.save()
    audit.record(organisation=post.organisation, actor=by, act="post.restored", subject_kind=KIND, subject_id=str(post.pk), now=now)
    announce(post)
    return post


@transaction.atomic
def duplicate(*, post: Post, by: User, days: int | None = None, now: datetime) -> Post:
    """A new draft with the same content and channels, so many days later at the same clock times, or without times (None)."""
    return create(organisation=post.organisation, by=by, draft=copy_of(selectors.whole(post.pk), days=days), now=now)


def copy_of(post: Post, *, days: int | None) -> Draft:
    """Return what a copy of the (whole) post says. None: without times, since equal texts within a day would be refused anyway."""
    return Draft(
        title=post.title,
        campaign=post.campaign_id,
        has_campaign=True,
        versions=[DraftVersion(**fields) for fields in selectors.versions_of(post)],
        placements=[
            DraftPlacement(
                channel=p.channel_id,
                languages=p.languages,
                own_segments=p.own_segments,
                own_base=p.own_base,
                without_link=p.without_link,
                local_time="" if days is None or not p.local_time else shifted(p.local_time, days=days),
                zone=p.zone,
            )
            for p in post.placements.all()
        ],
    )


def on_decision(*, post: Post, approval: Approval, by: User | Guest, comment: str, now: datetime) -> None:
    """The post's state follows its approval; its author hears of it. Called inside the transaction of decisions.decide."""
    post.state = {
        Approval.State.APPROVED: State.APPROVED,
        Approval.State.CHANGES_ASKED: State.CHANGES_ASKED,
        Approval.State.REJECTED: State.REJECTED,
    }.get(Approval.State(approval.state), State.IN_REVIEW)
    post.revision += 1
    post.save()
    if post.state == State.APPROVED:
        set_off(post, approval, now=now)
    act = {State.APPROVED: "approved", State.CHANGES_ASKED: "changes_asked", State.REJECTED: "rejected"}.get(State(post.state))
    if act is None:
        return
    listeners = {p.pk: p for p in (post.author, approval.asked_by) if p and p.pk != by.pk}
    notify.tell(
        organisation=post.organisation,
        users=list(listeners.values()),
        code=f"post-{act.replace('_', '-')}",
        params={"title": first_line(post), "by": str(by), "comment": comment},
        path=f"/posts/{post.pk}",
        by_email=post.state != State.APPROVED,
        now=now,
    )
    data = {"fingerprint": approval.fingerprint, "comment": comment} | ({"guest": str(by)} if isinstance(by, Guest) else {})
    actor = None if isinstance(by, Guest) else by
    audit.record(
        organisation=post.organisation, actor=actor, act=f"post.{act}", subject_kind=KIND, subject_id=str(post.pk), data=data, now=now
    )
    announce(post)


def put_aside(post: Post) -> None:
    """The (taken) post is on hold. Called inside the transaction of decisions.aside."""
    follow(post, State.HELD)


def take_up(post: Post, approval: Approval, *, by: User, now: datetime) -> None:
    """The (taken) post stands as it stood before it was put aside, unless it is no longer what was approved."""
    if covers(approval, post):
        follow(post, state_by(approval))
    else:
        be_draft_again(post, by=by, now=now)


def let_expire(post: Post) -> None:
    """Nobody said yes in time: the (taken) post can be changed and submitted again."""
    follow(post, State.EXPIRED)


def state_by(approval: Approval) -> State:
    """Return the state of a post whose live approval this is."""
    if approved.hold_on(approval):
        return State.HELD
    return State.APPROVED if approval.state == Approval.State.APPROVED else State.IN_REVIEW


def follow(post: Post, state: State) -> None:
    post.state, post.revision = state, post.revision + 1
    post.save(update_fields=["state", "revision", "updated_at"])
    announce(post)


def taken(post: Post) -> Post:
    """Return the whole post with its placements locked: the claim of a send waits for us, or we see that it came first."""
    list(Placement.objects.select_for_update().filter(post_id=post.pk).order_by("pk").values_list("pk"))
    Post.objects.select_for_update().filter(pk=post.pk).first()
    return selectors.whole(post.pk)


def announce(post: Post) -> None:
    live.publish(organisation_id=post.organisation_id, kind="post", id=str(post.pk))
