"""Invite guests to decide on posts, and let them go; what they say goes by the one door of the approvals."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, Subquery

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals.guests import services as seats
from campaigns.approvals.guests.models import Guest, GuestDecision, GuestScope, Seat
from campaigns.approvals.models import Approval
from campaigns.approvals.services import LIVE
from campaigns.by_link import selectors
from campaigns.by_link.models import DecisionLink
from campaigns.decisions.services import refuse_what_is_too_late
from campaigns.plan.days import Day
from campaigns.plan.models import Campaign
from campaigns.posts import services as posts
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Post
from campaigns.proof.via import Via

KIND = "guest"
MOST = 200
AGAIN_AFTER, LETTERS_MOST = timedelta(days=1), 2
Kind = GuestScope.Kind


@transaction.atomic
def invite(
    *, organisation: Organisation, by: User, name: str, email: str, language: str, capacity: str = "", expires_at: datetime,
    post_ids: Iterable[UUID] = (), campaign_ids: Iterable[UUID] = (), now: datetime,
) -> Guest:  # fmt: skip
    """The guest is asked about these posts and about every post of these campaigns, from now until then. Raises Refusal.

    Posts that wait already wait for them too.
    """
    if Guest.objects.filter(revoked_at=None).count() >= MOST:
        raise Refusal("guests-enough", status=409, most=MOST)
    if expires_at <= now:
        raise Refusal("guest-end-passed", fields={"expires_at": "guest-end-passed"})
    guest: Guest = Guest.objects.create(
        organisation=organisation, name=name.strip(), email=email.strip().lower(), language=language, capacity=capacity.strip(),
        invited_by=by, invited_at=now, expires_at=expires_at,
    )  # fmt: skip
    wanted = {(Kind.POST, pk) for pk in post_ids} | {(Kind.CAMPAIGN, pk) for pk in campaign_ids}
    if not wanted:
        raise Refusal("guest-about-nothing", fields={"campaigns": "guest-about-nothing"})
    for kind, pk in sorted(wanted):
        add_scope(guest, kind, pk, now=now)
    _said("guest.invited", guest, by=by, now=now)
    return guest


def add_scope(guest: Guest, kind: str, pk: UUID, *, now: datetime) -> None:
    """The guest is asked about it, also where it is on hold. A post that is approved is not asked about again: take it back first."""
    about = Post.objects.filter(**{"campaign_id" if kind == Kind.CAMPAIGN else "pk": pk}, deleted_at=None)
    if not (Campaign.objects.filter(pk=pk) if kind == Kind.CAMPAIGN else about).exists():
        raise Refusal("not-found", status=404)
    standing = Approval.objects.filter(subject_kind=posts.KIND, subject_id__in=list(about.values_list("pk", flat=True)), state__in=LIVE)
    asked = list(standing.select_for_update().order_by("pk"))  # whoever says yes at this moment comes before or after
    if kind == Kind.POST and any(approval.state == Approval.State.APPROVED for approval in asked):
        raise Refusal("guest-after-the-yes", status=409)
    GuestScope.objects.create(organisation=guest.organisation, guest=guest, kind=kind, subject_id=pk)
    for approval in asked:
        if approval.state == Approval.State.OPEN:
            Seat.objects.get_or_create(organisation=guest.organisation, approval=approval, guest=guest)
            live.publish(organisation_id=guest.organisation_id, kind="decision", id=approval.pk)


@transaction.atomic
def revoke(*, guest: Guest, by: User, now: datetime) -> None:
    """The guest is asked no more and their links lead nowhere. What waited for them is asked anew: no yes comes by leaving one out."""
    Guest.objects.filter(pk=guest.pk, revoked_at=None).update(revoked_at=now)
    DecisionLink.objects.filter(guest=guest, revoked_at=None).update(revoked_at=now)
    for approval in waiting_for(guest):
        post = posts.taken(Post(pk=approval.subject_id))
        if "asap" in approval.terms:
            posts.be_draft_again(post, by=by, now=now)  # its minutes have gone by: whoever wrote it asks again
        else:
            posts.ask(post, by=by, note=approval.note, now=now, acts=("post.approval_voided", "post.submitted"))
    _said("guest.revoked", guest, by=by, now=now)


def waiting_for(guest: Guest) -> list[Approval]:
    """Return what waits for this guest's word."""
    said = GuestDecision.objects.filter(guest=guest).values("approval")
    found = Approval.objects.filter(seats__guest=guest, state=Approval.State.OPEN).exclude(pk__in=said)
    return list(found.order_by("asked_at"))


@transaction.atomic
def decide(*, link: DecisionLink, verdict: str, comment: str, seen: str, via: Via | None, now: datetime) -> Approval:
    """The guest's word stands and the post follows. Raises Refusal; then nothing has changed. A guest never decides on money."""
    link = DecisionLink.objects.select_for_update(of=("self",)).select_related(*selectors.RELATED).get(pk=link.pk)
    no = selectors.refusal(link, reader=None, now=now)
    guest = link.guest
    if no or guest is None or link.approval.subject_kind != posts.KIND:
        raise Refusal(no or "link-taken-back", status=409)
    post = posts.taken(Post(pk=link.approval.subject_id))
    if verdict == "approve":
        refuse_what_is_too_late(post, link.approval, now=now)
    approval = seats.decide(
        approval=link.approval,
        guest=guest,
        verdict=verdict,
        comment=comment,
        seen=seen,
        fingerprint=fingerprint(post),
        address=via.address if via else None,
        agent=via.agent if via else "",
        now=now,
    )
    link.used_at = now
    link.save(update_fields=["used_at"])
    if approval.state != Approval.State.OPEN:
        posts.on_decision(post=post, approval=approval, by=guest, comment=comment, now=now)
    live.publish(organisation_id=approval.organisation_id, kind="decision", id=str(approval.pk))
    data = {"guest": guest.name, "verdict": verdict, "fingerprint": approval.fingerprint}
    audit.record(
        organisation=approval.organisation, actor=None, act="post.guest-said", subject_kind=posts.KIND, subject_id=str(post.pk), data=data,
        now=now,
    )  # fmt: skip
    return approval


def unasked(*, now: datetime, most: int = 50) -> list[Seat]:
    """Return the seats, whatever the organisation, whose guest is to have a letter now: the first, or after a day in silence one more.

    That other one leaves by day. Call it without a scope.
    """
    had = DecisionLink.objects.filter(approval=OuterRef("approval"), guest=OuterRef("guest"))
    letters = had.order_by().values("guest").annotate(count=Count("pk")).values("count")
    said = GuestDecision.objects.filter(approval=OuterRef("approval"), guest=OuterRef("guest"))
    open_ = Seat.objects.filter(~Exists(said), approval__state=Approval.State.OPEN, guest__revoked_at=None, guest__expires_at__gt=now)
    is_due = ~Exists(had.filter(made_at__gt=now - AGAIN_AFTER)) & Q(letters__lt=LETTERS_MOST)
    found = open_.annotate(letters=Subquery(letters)).filter(Q(letters=None) | is_due)
    waiting = found.select_related("guest", "approval__organisation", "approval__asked_by").order_by("approval__asked_at")
    return list(islice((seat for seat in waiting if seat.letters is None or is_day(seat.approval.organisation, now=now)), most))


def is_day(organisation: Organisation, *, now: datetime) -> bool:
    return Day(ZoneInfo(organisation.time_zone)).next(now) == now


def _said(act: str, guest: Guest, *, by: User, now: datetime) -> None:
    audit.record(
        organisation=guest.organisation, actor=by, act=act, subject_kind=KIND, subject_id=guest.pk,
        data={"name": guest.name, "email": guest.email}, now=now,
    )  # fmt: skip
