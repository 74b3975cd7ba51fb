"""Invite somebody by e-mail: the link proves the address, so no other confirmation is asked."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from accounts.audit import services as audit
from accounts.notify import mail
from accounts.notify.mail import Letter
from accounts.orgs import services as orgs
from accounts.orgs.models import Invitation, Membership, Organisation
from accounts.people.models import User
from accounts.problems import Refusal

OPEN_FOR = timedelta(days=14)


@transaction.atomic
def invite(*, organisation: Organisation, email: str, roles: Iterable[str], by: User, language: str = "", now: datetime) -> Invitation:
    """The person has a link in their mail; an older invitation to the same address no longer works. Raises Refusal."""
    email = email.strip().lower()
    if Membership.objects.filter(organisation=organisation, user__email__iexact=email).exists():
        raise Refusal("already-member", status=409, fields={"email": "already-member"})
    Invitation.objects.filter(organisation=organisation, email=email, accepted_at=None).delete()
    token = secrets.token_urlsafe(32)
    invitation: Invitation = Invitation.objects.create(
        organisation=organisation, email=email, roles=orgs.known(roles), digest=_digest(token), invited_by=by, expires_at=now + OPEN_FOR
    )
    known = User.objects.filter(email__iexact=email).first()
    spoken = known.language if known else language or by.language
    transaction.on_commit(lambda: _send(invitation, f"{settings.SITE_URL}/join/{token}", spoken), robust=True)
    _recorded(invitation, act="member.invited", by=by, now=now)
    return invitation


@transaction.atomic
def revoke(*, invitation: Invitation, by: User, now: datetime) -> None:
    """The link no longer works."""
    Invitation.objects.filter(pk=invitation.pk).delete()
    _recorded(invitation, act="member.invitation-revoked", by=by, now=now)


def look(*, token: str, now: datetime) -> Invitation:
    """Return the open invitation of this link. Raises Refusal when it was used, taken back or is too old."""
    with scopes_disabled():
        found = Invitation.objects.select_related("organisation", "invited_by").filter(digest=_digest(token), accepted_at=None)
        invitation: Invitation | None = found.filter(expires_at__gt=now).first()
    if invitation is None:
        raise Refusal("invitation-gone", status=404)
    return invitation


@transaction.atomic
def accept(*, token: str, user: User, now: datetime) -> Membership:
    """The person is a member. Raises Refusal: the link is gone, or was sent to somebody else."""
    invitation = look(token=token, now=now)
    if user.email.lower() != invitation.email:
        raise Refusal("invitation-for-other", status=403, email=invitation.email)
    return _taken(invitation, user=user, now=now)


@transaction.atomic
def join(*, token: str, name: str, password: str, language: str, now: datetime) -> Membership:
    """A new person is a member, signing in with the invited address. Raises Refusal when that address has an account."""
    invitation = look(token=token, now=now)
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise Refusal("account-exists", status=409)
    user = User.objects.create_user(
        invitation.email, password, name=name.strip(), language=language, time_zone=invitation.organisation.time_zone
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return _taken(invitation, user=user, now=now)


def _taken(invitation: Invitation, *, user: User, now: datetime) -> Membership:
    with scopes_disabled():
        if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=now):
            raise Refusal("invitation-gone", status=404)
        return orgs.admit(organisation=invitation.organisation, user=user, roles=invitation.roles, by=user, now=now)


def _send(invitation: Invitation, url: str, language: str) -> None:
    named = {"organisation": invitation.organisation.name, "inviter": str(invitation.invited_by or invitation.organisation)}
    with mail.speaking(language):
        letter = Letter(
            subject=_("{organisation} invites you to Carillon").format(**named),
            paragraphs=(
                _("{inviter} invites you to plan and publish the posts of {organisation} together, in Carillon.").format(**named),
                _("The link works for {days} days, once, and only for you: please do not pass it on.").format(days=OPEN_FOR.days),
            ),
            button=_("Join {organisation}").format(**named),
            url=url,
            closing=_("If you do not want to join, leave this message as it is: nothing happens."),
        )
        message = mail.compose(letter, to=invitation.email)
    mail.send([message])


def _recorded(invitation: Invitation, *, act: str, by: User, now: datetime) -> None:
    audit.record(
        organisation=invitation.organisation,
        actor=by,
        act=act,
        subject_kind="invitation",
        subject_id=invitation.pk,
        data={"email": invitation.email, "roles": invitation.roles},
        now=now,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
