"""Make and change an organisation, and who does what in it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django_scopes import scope

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Membership, Organisation
from accounts.orgs.rights import Role
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal

# First parts of paths that are something else than an organisation.
TAKEN = frozenset(
    {"admin", "api", "assets", "break-it", "carillon", "connect", "docs", "feeds", "files", "healthz", "help", "join", "m", "mail", "media"}
    | {"metrics", "new", "reset", "settings", "share", "sign-in", "sign-out", "sign-up", "static"}
)
EDITABLE = frozenset(
    {"name", "kind", "country", "communities", "languages", "time_zone", "posts_need_approval", "alt_required", "time_tolerance_min"}
    | {"recovers_vat"}
)


def may_create() -> bool:
    """Return True when anybody may make an organisation here: on an open installation, and when there is none yet."""
    return bool(settings.OPEN) or not Organisation.objects.exists()


@transaction.atomic
def create(*, name: str, by: User, now: datetime, **given: Any) -> Organisation:
    """The organisation exists, and its maker is administrator and planner. Raises NotAllowed where only invitations count."""
    if not may_create():
        raise NotAllowed("organisations-closed")
    organisation = _with_free_slug(Organisation(name=name.strip(), **given))
    _join(organisation=organisation, user=by, roles=(Role.ADMIN, Role.PLANNER))
    audit.record(
        organisation=organisation, actor=by, act="organisation.created", subject_kind="organisation", subject_id=organisation.pk, now=now
    )
    return organisation


@transaction.atomic
def edit(*, organisation: Organisation, by: User, now: datetime, **changes: Any) -> Organisation:
    """The organisation has these settings."""
    if unknown := set(changes) - EDITABLE:
        raise TypeError(f"not an organisation's to edit: {unknown}")
    Organisation.objects.filter(pk=organisation.pk).update(**changes)
    organisation.refresh_from_db()
    live.publish(organisation_id=organisation.pk, kind="organisation", id=organisation.pk)
    audit.record(
        organisation=organisation,
        actor=by,
        act="organisation.edited",
        subject_kind="organisation",
        subject_id=organisation.pk,
        data=changes,
        now=now,
    )
    return organisation


@transaction.atomic
def admit(*, organisation: Organisation, user: User, roles: Iterable[str], by: User | None, now: datetime) -> Membership:
    """The person is a member with these roles. Raises Refusal when they are one already."""
    try:
        with transaction.atomic():
            member = _join(organisation=organisation, user=user, roles=roles)
    except IntegrityError:
        raise Refusal("already-member", status=409) from None
    _member_changed(member, act="member.joined", by=by, data={"roles": member.roles}, now=now)
    return member


@transaction.atomic
def give_roles(*, member: Membership, roles: Iterable[str], by: User, now: datetime) -> Membership:
    """The member has these roles and no others. Raises Refusal when nobody would be administrator any more."""
    before, after = member.roles, known(roles)
    _keep_an_admin(member, without=Role.ADMIN not in after)
    Membership.objects.filter(pk=member.pk).update(roles=after)
    member.roles = after
    _member_changed(member, act="member.roles-changed", by=by, data={"before": before, "after": after}, now=now)
    return member


@transaction.atomic
def remove(*, member: Membership, by: User, now: datetime) -> None:
    """The person is no member any more; what they wrote stays. Raises Refusal for the last administrator."""
    _keep_an_admin(member, without=True)
    _member_changed(
        member, act="member.left" if by.pk == member.user_id else "member.removed", by=by, data={"roles": member.roles}, now=now
    )
    Membership.objects.filter(pk=member.pk).delete()


def known(roles: Iterable[str]) -> list[str]:
    """Return the roles in the table's order, once each. Raises ValueError for an unknown one."""
    wanted = {Role(role) for role in roles}
    return [role.value for role in Role if role in wanted]


def _join(*, organisation: Organisation, user: User, roles: Iterable[str]) -> Membership:
    with scope(organisation=organisation):
        member: Membership = Membership.objects.create(organisation=organisation, user=user, roles=known(roles))
    return member


def _keep_an_admin(member: Membership, *, without: bool) -> None:
    """Two administrators who demote each other at the same moment come one after the other."""
    if not without or not member.is_admin:
        return
    Organisation.objects.select_for_update().get(pk=member.organisation_id)
    others = Membership.objects.filter(organisation=member.organisation_id, user__is_active=True).exclude(pk=member.pk)
    if not any(other.is_admin for other in others):
        raise Refusal("last-admin", status=409)


def _with_free_slug(organisation: Organisation) -> Organisation:
    stem = slugify(organisation.name)[:50].strip("-") or "organisation"
    candidates = [stem] * (stem not in TAKEN) + [f"{stem}-{number}" for number in range(2, 200)]
    for slug in candidates:
        if Organisation.objects.filter(slug=slug).exists():
            continue
        organisation.slug = slug
        try:
            with transaction.atomic():
                organisation.save(force_insert=True)
        except IntegrityError:
            continue  # somebody took it meanwhile
        return organisation
    raise Refusal("name-too-common", fields={"name": "name-too-common"})


def _member_changed(member: Membership, *, act: str, by: User | None, data: dict[str, Any], now: datetime) -> None:
    live.publish(organisation_id=member.organisation_id, kind="member", id=member.pk)
    audit.record(
        organisation=member.organisation,
        actor=by,
        act=act,
        subject_kind="person",
        subject_id=member.user_id,
        data={"person": str(member.user)} | data,
        now=now,
    )
