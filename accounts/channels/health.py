"""Whether a channel works: what deliveries and the network report, and what people hear of it.

A pause is a person's word: a lost sign-in is noted beside it, and comes out when the pause ends.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django_scopes import scopes_disabled

import networks
from accounts.audit import services as audit
from accounts.channels.models import Channel
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.rights import Verb
from networks.contract import CanRefresh

State = Channel.State
WARNINGS_DAYS = (14, 7, 1)


def lose_sign_in(*, channel: Channel, code: str, params: dict[str, Any] | None = None, now: datetime) -> bool:
    """The channel waits until somebody signs in again, and those who may do that know; return False when it was so already.

    Nothing happens when the channel has newer tokens than the ones that were refused: somebody has just signed in.
    """
    return _shut(
        channel=channel,
        state=State.SIGN_IN_LOST,
        shut_from=(State.CONNECTED, State.OUT_OF_CREDIT),
        problem={"code": code, "params": params or {}, "state": State.SIGN_IN_LOST},
        notice="channel-sign-in-lost",
        readers=(Verb.CONNECT,),
        now=now,
    )


def run_out_of_credit(*, channel: Channel, code: str = "out-of-credit", params: dict[str, Any] | None = None, now: datetime) -> bool:
    """The channel waits until the network's bill is paid; treasurer and administrator know. Return False when it was so already."""
    return _shut(
        channel=channel,
        state=State.OUT_OF_CREDIT,
        shut_from=(State.CONNECTED,),
        problem={"code": code, "params": params or {}, "state": State.OUT_OF_CREDIT},
        notice="channel-out-of-credit",
        readers=(Verb.CONNECT, Verb.KEEP_MONEY),
        now=now,
    )


def throttle(*, channel: Channel, until: datetime, whole_network: bool = False) -> None:
    """No call is made for this channel before `until` (aware UTC). An earlier end never shortens a later one.

    `whole_network`: the allowance is our application's, so every channel of the network waits.
    """
    with scopes_disabled():
        rows = Channel.objects.filter(Q(throttled_until=None) | Q(throttled_until__lt=until))
        rows = rows.filter(network=channel.network) if whole_network else rows.filter(pk=channel.pk)
        if rows.update(throttled_until=until):
            channel.throttled_until = until


def note_success(*, channel: Channel, now: datetime) -> None:
    """The network has just taken a call of this channel."""
    note_successes(channel_ids=[channel.pk], now=now)
    with scopes_disabled():
        channel.refresh_from_db(fields=["state", "problem", "last_success_at"])


def note_successes(*, channel_ids: Collection[UUID], now: datetime) -> None:
    """The networks have just taken a call of each of these channels: what was out of credit is no longer."""
    with scopes_disabled():
        taken = Channel.objects.filter(pk__in=sorted(channel_ids))
        taken.update(last_success_at=now)
        for channel in taken.filter(state=State.OUT_OF_CREDIT):
            if taken.filter(pk=channel.pk, state=State.OUT_OF_CREDIT).update(state=State.CONNECTED, problem=None):
                live.publish(organisation_id=channel.organisation_id, kind="channel", id=channel.pk)


def warn_of_expiry(*, now: datetime) -> int:
    """Those who may connect know of each channel that stops in 14, 7 or 1 days; return how many warnings went out.

    Tokens of hours renew themselves and are never warned of; neither are those that were renewed in time.
    """
    with scopes_disabled():
        soon = Channel.objects.select_related("organisation").filter(
            state__in=(State.CONNECTED, State.OUT_OF_CREDIT, State.PAUSED),
            token_expires_at__gt=now,
            token_expires_at__lte=now + timedelta(days=max(WARNINGS_DAYS)),
            token_issued_at__isnull=False,
        )
        return sum(_warn(channel, now=now) for channel in soon)


def days_left(channel: Channel, *, now: datetime) -> int | None:
    """Return the whole days until the token ends, 0 on the last; None when it does not end by time."""
    return None if channel.token_expires_at is None else max(0, (channel.token_expires_at - now).days)


def renews_itself(channel: Channel) -> bool:
    """Return True while Carillon renews the sign-in by itself: nobody has to watch the date then.

    Once people were warned it no longer does: it should have been renewed well before.
    """
    is_lost = (channel.problem or {}).get("state") == State.SIGN_IN_LOST  # a pause may hide it
    works = channel.state in (State.CONNECTED, State.OUT_OF_CREDIT, State.PAUSED) and not is_lost
    return works and channel.expiry_warned_days is None and isinstance(networks.all().get(channel.network), CanRefresh)


@transaction.atomic
def _shut(
    *,
    channel: Channel,
    state: Channel.State,
    shut_from: tuple[Channel.State, ...],
    problem: dict[str, Any],
    notice: str,
    readers: tuple[Verb, ...],
    now: datetime,
) -> bool:
    with scopes_disabled():
        same_tokens = Channel.objects.filter(pk=channel.pk, sealed_access=bytes(channel.sealed_access))
        shut = same_tokens.filter(state__in=shut_from).update(state=state, problem=problem)
        noted = shut or same_tokens.filter(state=State.PAUSED, problem__isnull=True).update(problem=problem)
        channel.refresh_from_db(fields=["state", "problem"])
        organisation = channel.organisation
    if not noted:
        return False
    people = {person.pk: person for verb in readers for person in orgs.holders(organisation=organisation, verb=verb)}
    notify.tell(
        organisation=organisation,
        users=people.values(),
        code=notice,
        params={"channel": channel.name, "network": channel.network_label},
        path="/channels",
        cause=f"{notice}:{channel.pk}",
        by_email=True,
        now=now,
    )
    live.publish(organisation_id=organisation.pk, kind="channel", id=channel.pk)
    audit.record(
        organisation=organisation, actor=None, act="channel." + state.replace("_", "-"), subject_kind="channel", subject_id=channel.pk,
        data={"code": problem["code"]}, now=now,
    )  # fmt: skip
    return True


@transaction.atomic
def _warn(channel: Channel, *, now: datetime) -> int:
    assert channel.token_issued_at and channel.token_expires_at
    left = days_left(channel, now=now) or 0
    step = min(days for days in WARNINGS_DAYS if left < days or days == max(WARNINGS_DAYS))
    if channel.token_expires_at - channel.token_issued_at <= timedelta(days=2 * max(WARNINGS_DAYS)):
        return 0
    unwarned = Channel.objects.filter(Q(expiry_warned_days=None) | Q(expiry_warned_days__gt=step), pk=channel.pk)
    if not unwarned.update(expiry_warned_days=step):
        return 0
    notify.tell(
        organisation=channel.organisation,
        users=orgs.holders(organisation=channel.organisation, verb=Verb.CONNECT),
        code="channel-expires-soon",
        params={"channel": channel.name, "network": channel.network_label, "days": left},
        path="/channels",
        cause=f"channel-expires-soon:{channel.pk}:{step}",
        by_email=True,
        now=now,
    )
    return 1
