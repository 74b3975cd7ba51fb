"""Channels: do their tokens open, may they still publish, and for how long?"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django_scopes import scopes_disabled

import networks
from accounts.channels import vault as sealed_tokens
from accounts.channels.models import Channel
from config.doctor.finding import Finding, note, well, wrong
from networks.contract import CanRefresh

SOON = timedelta(days=7)
TRIED = 200
State = Channel.State


def vault(*, now: datetime) -> Iterator[Finding]:
    """The vault's key opens what was sealed: the tokens of the channels that were connected last."""
    with scopes_disabled():
        sealed = list(Channel.objects.exclude(sealed_access=b"").order_by("-connected_at")[:TRIED])
        shut = [channel for channel in sealed if not _opens(channel)]
    if shut:
        yield wrong(
            f"{len(shut)} of {len(sealed)} tokens do not open with this vault key ({', '.join(map(str, shut[:3]))}): nothing is sent.",
            "Set CARILLON_VAULT_KEY to the key they were sealed with. If it is lost, every channel has to be connected again.",
        )
    else:
        yield well(f"the vault key opens all {len(sealed)} tokens" if sealed else "no channel is connected yet: the vault holds nothing")


def sign_ins(*, now: datetime) -> Iterator[Finding]:
    """Channels that cannot publish, and those that soon will not."""
    with scopes_disabled():
        rows = Channel.objects.select_related("organisation").exclude(state__in=(State.DISCONNECTED, State.PAUSED))
        for channel in rows.filter(state=State.SIGN_IN_LOST):
            code = (channel.problem or {}).get("code", "")
            yield wrong(
                f"{channel} of {channel.organisation.name} has lost its sign-in{f' ({code})' if code else ''}: its posts wait.",
                "An administrator of the organisation connects it again under Channels.",
            )
        for channel in rows.filter(state=State.OUT_OF_CREDIT):
            yield wrong(
                f"{channel} of {channel.organisation.name} is out of credit at its network: its posts wait.",
                "Add credit in the network's developer pages, then resume the channel.",
            )
        soon = rows.filter(state=State.CONNECTED, token_expires_at__lt=now + SOON)
        for channel in (one for one in soon if not _renews(one)):
            yield note(
                f"The sign-in of {channel} of {channel.organisation.name} ends on {channel.token_expires_at:%d %b %H:%M} UTC.",
                "An administrator connects it again before; Carillon has told them too.",
            )
        working = rows.filter(state=State.CONNECTED).count()
    yield well(f"{working} channels can publish")


def throttled(*, now: datetime) -> Iterator[Finding]:
    with scopes_disabled():
        found = Channel.objects.filter(throttled_until__gt=now).order_by("-throttled_until")
        for channel in found[:10]:
            yield note(f"{channel} waits until {channel.throttled_until:%d %b %H:%M} UTC, because its network said so.")
        if not found:
            yield well("no network makes a channel wait")


def _opens(channel: Channel) -> bool:
    try:
        sealed_tokens.open_(organisation_id=channel.organisation_id, sealed=channel.sealed_access, bound_to=f"channel:{channel.pk}:access")
    except sealed_tokens.CannotOpen:
        return False
    return True


def _renews(channel: Channel) -> bool:
    known = networks.all().get(channel.network)
    return known is not None and isinstance(known, CanRefresh)
