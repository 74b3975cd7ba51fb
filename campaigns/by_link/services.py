"""Links to one decision: make one, decide by it, ask for a new one. Nothing here decides otherwise than the app does."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import ngettext
from django_scopes import scope

from accounts.audit import services as audit
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import selectors as approvals
from campaigns.approvals.guests.models import Guest, Seat
from campaigns.approvals.models import Approval
from campaigns.by_link import rules, saying, selectors, shown
from campaigns.by_link.models import DecisionLink, LinkTerms
from campaigns.decisions import services as decisions
from campaigns.proof.via import Via

OPEN_FOR = timedelta(days=3)
GUESTS_OPEN_FOR = timedelta(days=14)  # they have no other way in
ANEW_EVERY = timedelta(minutes=5)  # a new link replaces a lost one no more often


def link_for(approval: Approval, person: User, now: datetime) -> str:
    """Return an address that opens this decision for this person. It holds a secret: it goes to them alone, and into no log."""
    with scope(organisation=approval.organisation):
        _, secret = make(approval=approval, person=person, now=now)
    return address(secret)


def make(*, approval: Approval, person: User | None = None, guest: Guest | None = None, now: datetime) -> tuple[DecisionLink, str]:
    """A link of this person's or guest's to this decision is good. Return it and its secret, which nobody can look up again."""
    secret = secrets.token_urlsafe(32)
    link = DecisionLink.objects.create(
        organisation=approval.organisation,
        approval=approval,
        person=person,
        guest=guest,
        digest=selectors.digest(secret),
        fingerprint=approval.fingerprint,
        limit_cents=0 if guest else selectors.limit_of(approval.organisation),
        made_at=now,
        expires_at=min(now + GUESTS_OPEN_FOR, guest.expires_at) if guest else now + OPEN_FOR,
    )
    return link, secret


def address(secret: str) -> str:
    return f"{settings.SITE_URL}/d/{secret}"


def terms(until: datetime, organisation: Organisation, *, count: int = 1) -> str:
    """Return what a letter says in small print about so many links of its reader's."""
    said = ngettext(
        "The link is yours alone, until {until}: please do not pass it on. Opening it decides nothing yet.",
        "The links are yours alone, until {until}: please do not pass them on. Opening one decides nothing yet.",
        count,
    )
    return said.format(until=saying.moment(until, organisation.time_zone))


@transaction.atomic
def decide(
    *, link: DecisionLink, reader: User | None, verdict: str, comment: str, seen: str, via: Via | None = None, now: datetime
) -> Approval:
    """The decision stands as if it had been taken in the app, and the link is used up. Raises Refusal; then nothing has changed.

    `reader`: who is signed in where the link was opened. `seen`: the fingerprint that the page showed.
    """
    link = DecisionLink.objects.select_for_update(of=("self",)).select_related(*selectors.RELATED).get(pk=link.pk)
    no = selectors.refusal(link, reader=reader, now=now)
    membership = selectors.membership_of(link)
    if no or membership is None:
        raise Refusal(no or "link-taken-back", status=409)
    if needs_sign_in(link, reader=reader, now=now):
        raise Refusal(rules.SIGN_IN_FIRST, status=403)
    approval = decisions.decide(
        approval=link.approval, by=membership.user, membership=membership, verdict=verdict, comment=comment, seen=seen, via=via, now=now
    )
    link.used_at = now
    link.save(update_fields=["used_at"])
    return approval


def needs_sign_in(link: DecisionLink, *, reader: User | None, now: datetime) -> bool:
    """Return whether this link alone is not enough, since it is about more money than a link may decide on. The stricter limit counts."""
    about = shown.of(link.approval, now=now)
    limit = min(link.limit_cents, selectors.limit_of(link.organisation))
    return rules.needs_sign_in(cents=about.cents if about else 0, limit_cents=limit, reader=str(reader.pk) if reader else "")


@transaction.atomic
def anew(*, link: DecisionLink, now: datetime) -> tuple[Approval, str]:
    """Whoever had this link has a new one, to what is asked now about the same subject. Return what it opens, and its address.

    The caller sees to it that only they get it. Raises Refusal: nothing is asked any more, or it was done a moment ago.
    """
    link = DecisionLink.objects.select_for_update(of=("self",)).select_related(*selectors.RELATED).get(pk=link.pk)
    theirs = selectors.is_guest_still(link.guest, now=now) if link.guest else selectors.membership_of(link) is not None
    if link.revoked_at or not theirs:
        raise Refusal("link-taken-back", status=409)
    newest = approvals.latest(subject_kind=link.approval.subject_kind, subject_id=link.approval.subject_id)
    if newest is None or newest.state != Approval.State.OPEN:
        raise Refusal("link-nothing-asked", status=409)
    mine = DecisionLink.objects.filter(approval=newest, person=link.person, guest=link.guest)
    if mine.filter(made_at__gt=now - ANEW_EVERY).exclude(pk=link.pk).exists():
        raise Refusal("link-sent-just-now", status=429)
    if link.guest and not Seat.objects.filter(approval=newest, guest=link.guest).exists():
        raise Refusal("link-nothing-asked", status=409)
    _, secret = make(approval=newest, person=link.person, guest=link.guest, now=now)
    return newest, address(secret)


@transaction.atomic
def set_limit(*, organisation: Organisation, limit_cents: int, by: User, now: datetime) -> None:
    """Above this sum a link alone does not decide; those that were made before keep to it as well."""
    LinkTerms.objects.update_or_create(organisation=organisation, defaults={"limit_cents": limit_cents})
    audit.record(organisation=organisation, actor=by, act="links.limit-set", data={"limit_cents": limit_cents}, now=now)
