"""Connecting a channel: out to the network's own sign-in, back with a code, then the choice of accounts.

Nothing of it passes through the browser but a state that is used once and belongs to the person who left.
Sources: RFC 6749 section 10.12 (state), RFC 7636 (PKCE).
"""

import hashlib
import json
import secrets
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django_scopes import scope, scopes_disabled

import networks
from accounts.channels import services as channels
from accounts.channels import vault
from accounts.channels.models import Channel, Connection
from accounts.orgs.models import Membership, Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal
from networks.contract import Account, CanConnect, Network, NetworkError, Refused, Tokens

log = structlog.get_logger(__name__)
TO_COME_BACK = timedelta(minutes=30)
TO_CHOOSE = timedelta(hours=1)


def redirect_uri(slug: str) -> str:
    """Return the address that has to be registered with the network, to the letter."""
    return f"{settings.SITE_URL}/connect/{slug}/callback"


def is_set_up(slug: str) -> bool:
    site = settings.NETWORK_SITES.get(slug)
    return bool(site and site.app_id and site.app_secret)


def start(*, organisation: Organisation, by: User, network: str, channel: Channel | None = None, now: datetime) -> str:
    """Return the network's address to send the person to. With a channel, it is that one that signs in again. Raises Refusal."""
    adapter = networks.all().get(network)
    if adapter is None or not isinstance(adapter, CanConnect) or (channel and channel.network != network):
        raise Refusal("network-unknown")
    if not is_set_up(network):
        raise Refusal("network-not-set-up", status=409, network=adapter.label)
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    forget_old(now=now)
    connection = Connection(
        organisation=organisation, user=by, network=network, channel=channel, state_digest=_digest(state), created_at=now
    )
    connection.sealed_verifier = vault.seal(organisation_id=organisation.pk, plaintext=verifier, bound_to=_place(connection, "verifier"))
    connection.save(force_insert=True)
    return adapter.authorize_url(site=settings.NETWORK_SITES[network], redirect_uri=redirect_uri(network), state=state, verifier=verifier)


def returning(*, user: User, network: str, state: str, now: datetime) -> Connection:
    """Return the connection this person left for, its state used up. Raises Refusal: another person's, used before, too late."""
    with scopes_disabled():
        found = Connection.objects.select_related("organisation", "channel").filter(user=user, network=network, state_digest=_digest(state))
        connection: Connection | None = found.first() if state else None
        if connection is None:
            raise Refusal("connection-unknown", status=404)
        spent = Connection.objects.filter(pk=connection.pk, state_digest=connection.state_digest).update(
            state_digest=f"used:{connection.pk}"
        )
        member = Membership.objects.filter(organisation=connection.organisation_id, user=user).first()
    if not spent or member is None or not member.may(Verb.CONNECT):
        raise Refusal("connection-unknown", status=404)
    if now - connection.created_at > TO_COME_BACK:
        raise Refusal("connection-expired", status=410)
    return connection


def complete(*, connection: Connection, code: str, error: str = "") -> tuple[Account, ...]:
    """The accounts that the code opens lie sealed in the connection, until the person has chosen. Raises Refusal.

    Call it outside a transaction: it speaks with the network.
    """
    if error or not code:
        raise Refusal("connection-denied" if "denied" in error or not error else "sign-in-refused")
    adapter: Network | CanConnect = networks.get(connection.network)
    assert isinstance(adapter, CanConnect)
    site, key = settings.NETWORK_SITES[connection.network], connection.organisation_id
    verifier = vault.open_(organisation_id=key, sealed=connection.sealed_verifier, bound_to=_place(connection, "verifier"))
    try:
        found = adapter.accounts(site=site, redirect_uri=redirect_uri(connection.network), code=code, verifier=verifier)
    except NetworkError as refused:
        log.warning("channel.not-connected", network=connection.network, code=refused.code, detail=refused.detail)
        raise Refusal(refused.code if isinstance(refused, Refused) else "connection-network-away") from None
    if not found:
        raise Refusal("connection-nothing-found")
    if connection.channel and connection.channel.remote_id not in {account.remote_id for account in found}:
        raise Refusal("connection-wrong-page")
    sealed = vault.seal(organisation_id=key, plaintext=_dump(found), bound_to=_place(connection, "accounts"))
    with scope(organisation=connection.organisation):
        Connection.objects.filter(pk=connection.pk).update(sealed_accounts=sealed, sealed_verifier=b"")
    return found


def accounts(*, connection: Connection, now: datetime) -> tuple[Account, ...]:
    """Return what was found, with tokens: never hand it out. Raises Refusal when it was used, or waited too long."""
    if connection.used_at or not connection.sealed_accounts or now - connection.created_at > TO_CHOOSE:
        raise Refusal("connection-expired", status=410)
    return _load(
        vault.open_(organisation_id=connection.organisation_id, sealed=connection.sealed_accounts, bound_to=_place(connection, "accounts"))
    )


@transaction.atomic
def choose(*, connection: Connection, remote_ids: Collection[str], by: User, now: datetime) -> list[Channel]:
    """The chosen accounts are channels; the tokens of the others are forgotten. Raises Refusal."""
    found = {account.remote_id: account for account in accounts(connection=connection, now=now)}
    if not remote_ids or not set(remote_ids) <= set(found):
        raise Refusal("not-valid", fields={"remote_ids": "connection-choose"})
    if connection.channel and set(remote_ids) != {connection.channel.remote_id}:
        raise Refusal("connection-wrong-page")
    used = Connection.objects.filter(pk=connection.pk, used_at=None).update(used_at=now, sealed_accounts=b"")
    if not used:
        raise Refusal("connection-expired", status=410)
    return [
        channels.add(organisation=connection.organisation, network=connection.network, account=found[remote_id], by=by, now=now)
        for remote_id in dict.fromkeys(remote_ids)
    ]


def forget_old(*, now: datetime) -> None:
    """Tokens that nobody chose are gone after an hour."""
    with scopes_disabled():
        Connection.objects.filter(created_at__lt=now - TO_CHOOSE).delete()


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()


def _place(connection: Connection, field: str) -> str:
    return f"connection:{connection.pk}:{field}"


def _dump(found: Sequence[Account]) -> str:
    return json.dumps([asdict(account) for account in found], default=datetime.isoformat)


def _load(text: str) -> tuple[Account, ...]:
    return tuple(Account(**{**row, "tokens": _tokens(row["tokens"])}) for row in json.loads(text))


def _tokens(row: dict[str, str]) -> Tokens:
    expires = row["expires_at"]
    return Tokens(
        access=row["access"],
        refresh=row["refresh"],
        expires_at=datetime.fromisoformat(expires) if expires else None,
        scopes=tuple(row["scopes"]),
    )
