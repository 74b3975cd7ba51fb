"""A channel's tokens: sealed when stored, opened for a call, renewed before they die."""

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db.models import Q, QuerySet
from django_scopes import scopes_disabled

import networks
from accounts.channels import health, vault
from accounts.channels.models import Channel
from accounts.channels.vault import CannotOpen
from networks.contract import Caller, CanRefresh, NetworkError, NotSent, SignInLost, Throttled, Tokens

log = structlog.get_logger(__name__)
KEPT_MOST = 2_000
_opened_before: dict[tuple[object, bytes], str] = {}  # of this process: opening costs a read of the organisation's key

LEASE = timedelta(seconds=90)  # longer than any call may take
AGAIN_AFTER = timedelta(minutes=2)
RENEWABLE = (Channel.State.CONNECTED, Channel.State.OUT_OF_CREDIT, Channel.State.PAUSED)


def caller(channel: Channel) -> Caller:
    """Return in whose name this channel's calls are made. Raises SignInLost without a token, NotSent when the vault does not open."""
    if not channel.sealed_access:
        raise SignInLost("sign-in-lost")
    return Caller(
        site=settings.NETWORK_SITES[channel.network],
        remote_id=channel.remote_id,
        handle=channel.handle,
        access_token=_access(channel),
    )


def _access(channel: Channel) -> str:
    """Return the token, opened once for each sealed value."""
    place = (channel.pk, bytes(channel.sealed_access))
    if place not in _opened_before:
        if len(_opened_before) >= KEPT_MOST:
            _opened_before.clear()
        _opened_before[place] = _opened(channel, "access")
    return _opened_before[place]


def sealed(channel: Channel, tokens: Tokens, *, now: datetime) -> dict[str, object]:
    """Return the channel's columns that hold these tokens."""
    return {
        "sealed_access": _sealed(channel, "access", tokens.access),
        "sealed_refresh": _sealed(channel, "refresh", tokens.refresh),
        "scopes": list(tokens.scopes),
        "token_issued_at": now,
        "token_expires_at": tokens.expires_at,
        "expiry_warned_days": None,
        "refresh_lease_until": None,
    }


def refresh_due(*, now: datetime) -> QuerySet[Channel]:
    """Return the channels of all organisations that have lived three quarters of their token's life and can be renewed by themselves."""
    slugs = [slug for slug, network in networks.all().items() if isinstance(network, CanRefresh)]
    with scopes_disabled():
        found: QuerySet[Channel] = Channel.objects.filter(
            Q(refresh_lease_until=None) | Q(refresh_lease_until__lte=now),
            network__in=slugs,
            state__in=RENEWABLE,
            token_expires_at__isnull=False,
            token_issued_at__isnull=False,
        )
        ids = [c.pk for c in found if _three_quarters(c) <= now]
        due: QuerySet[Channel] = Channel.objects.select_related("organisation").filter(pk__in=ids).order_by("token_expires_at")
    return due


def refresh(*, channel: Channel, now: datetime) -> bool:
    """Return True when the channel holds newer tokens than the ones it was loaded with: renewed here or, meanwhile, elsewhere.

    A lease in the row keeps others off, since a network may take a second use of one refresh token for a theft and close the
    account (X does); no lock or transaction is held during the call. Only a documented refusal loses the sign-in. Call it
    outside a transaction.
    """
    network = networks.get(channel.network)
    if not isinstance(network, CanRefresh) or not channel.sealed_access:
        return False
    with scopes_disabled():
        row = Channel.objects.filter(pk=channel.pk)
        mine = row.filter(sealed_access=bytes(channel.sealed_access))
        if not mine.exists():
            channel.refresh_from_db()
            return bool(channel.sealed_access)
        lease = now + LEASE
        if not mine.filter(Q(refresh_lease_until=None) | Q(refresh_lease_until__lte=now)).update(refresh_lease_until=lease):
            return False  # somebody else is asking right now
        held = mine.filter(refresh_lease_until=lease)
        try:
            fresh = network.refresh(site=settings.NETWORK_SITES[channel.network], tokens=_tokens(channel))
        except SignInLost as error:
            held.update(refresh_lease_until=None)
            health.lose_sign_in(channel=channel, code=error.code, params=dict(error.params), now=now)
            return False
        except NetworkError as error:
            held.update(refresh_lease_until=error.until if isinstance(error, Throttled) else now + AGAIN_AFTER)
            log.warning("channel.not-renewed", channel=str(channel.pk), network=channel.network, code=error.code)
            return False
        # Whoever holds the lease by now: the old pair is dead, and this is the only copy of the new one.
        mine.update(**sealed(channel, fresh, now=now))
        channel.refresh_from_db()
    log.info("channel.renewed", channel=str(channel.pk), network=channel.network)
    return True


def freshened(*, channel: Channel, now: datetime) -> Channel:
    """Return the channel as it is now, its tokens renewed first when they would end within two minutes. Call it outside a transaction."""
    with scopes_disabled():
        channel.refresh_from_db()
    if ends_soon(channel, now=now):
        refresh(channel=channel, now=now)
    return channel


def ends_soon(channel: Channel, *, now: datetime) -> bool:
    """Return whether the token would end before a call begun now is over."""
    return bool(channel.token_expires_at and channel.token_expires_at < now + timedelta(minutes=2))


def _three_quarters(channel: Channel) -> datetime:
    issued, expires = channel.token_issued_at, channel.token_expires_at
    assert issued and expires
    return issued + (expires - issued) * 3 / 4


def _tokens(channel: Channel) -> Tokens:
    return Tokens(
        access=_opened(channel, "access"),
        refresh=_opened(channel, "refresh"),
        expires_at=channel.token_expires_at,
        scopes=tuple(channel.scopes),
    )


def _sealed(channel: Channel, field: str, token: str) -> bytes:
    if not token:
        return b""
    return vault.seal(organisation_id=channel.organisation_id, plaintext=token, bound_to=f"channel:{channel.pk}:{field}")


def _opened(channel: Channel, field: str) -> str:
    value = bytes(channel.sealed_access if field == "access" else channel.sealed_refresh)
    if not value:
        return ""
    try:
        return vault.open_(organisation_id=channel.organisation_id, sealed=value, bound_to=f"channel:{channel.pk}:{field}")
    except CannotOpen as error:
        # A wrong key in the environment must not cost every channel its sign-in: nothing is sent until somebody mends it.
        raise NotSent("token-unreadable") from error
