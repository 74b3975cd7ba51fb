"""Read links: whose they are, what they open, and what stands in the way."""

import hashlib
from datetime import datetime
from uuid import UUID

from django_scopes import scopes_disabled

from accounts.orgs.models import Membership, Organisation
from accounts.people.models import User
from campaigns.approvals.guests.models import Guest
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.models import Request
from campaigns.by_link import rules
from campaigns.by_link.models import LIMIT_CENTS, DecisionLink, LinkTerms
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.fingerprint import fingerprint

RELATED = ("organisation", "approval__organisation", "approval__asked_by", "person", "guest")


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def by_secret(secret: str) -> DecisionLink | None:
    """Return the link of this secret, whoever asks: the secret is the right."""
    with scopes_disabled():
        found: DecisionLink | None = DecisionLink.objects.select_related(*RELATED).filter(digest=digest(secret)).first()
    return found


def by_id(pk: UUID, *, reader: User) -> DecisionLink | None:
    """Return the link of this id if it is the reader's own: an id is no secret, so being signed in is the right."""
    with scopes_disabled():
        found: DecisionLink | None = DecisionLink.objects.select_related(*RELATED).filter(pk=pk, person=reader).first()
    return found


def limit_of(organisation: Organisation) -> int:
    """Return, in cents, how much a link alone may decide on in the organisation in scope."""
    said: int | None = LinkTerms.objects.filter(organisation=organisation).values_list("limit_cents", flat=True).first()
    return LIMIT_CENTS if said is None else said


def membership_of(link: DecisionLink) -> Membership | None:
    """Return the membership of the person whose link it is, while they can sign in."""
    found: Membership | None = (
        Membership.objects.select_related("user", "organisation")
        .filter(organisation=link.organisation, user=link.person, user__is_active=True)
        .first()
    )
    return found


def is_same(link: DecisionLink) -> bool:
    """Return whether what the link opens is still what its letter showed."""
    return link.fingerprint == current_print(link.approval)


def current_print(approval: Approval) -> str:
    """Return the fingerprint of the approval's subject as it stands now; "" when it is gone."""
    if approval.subject_kind == post_services.KIND:
        post = posts.with_content().filter(pk=approval.subject_id, deleted_at=None).first()
        return fingerprint(post) if post else ""
    request = Request.objects.select_related("line__period").filter(pk=approval.subject_id).first()
    return budget.fingerprint(request) if request else ""


def refusal(link: DecisionLink, *, reader: User | None, now: datetime) -> str | None:
    """Return the code of why nobody decides by this link now, or None."""
    return rules.refusal(
        is_revoked=link.revoked_at is not None,
        is_used=link.used_at is not None,
        is_over=now >= link.expires_at,
        is_theirs=is_guest_still(link.guest, now=now) if link.guest else membership_of(link) is not None,
        # A guest may be signed in for an organisation of their own; their link is of the guest all the same.
        reader=str(reader.pk) if reader and not link.guest else "",
        owner=str(link.person_id or ""),
        state=link.approval.state,
        same=is_same(link),
    )


def is_guest_still(guest: Guest, *, now: datetime) -> bool:
    return guest.revoked_at is None and now < guest.expires_at


def again(link: DecisionLink) -> DecisionLink:
    """Return the link as the database has it now."""
    with scopes_disabled():
        found: DecisionLink = DecisionLink.objects.select_related(*RELATED).get(pk=link.pk)
    return found
