"""What may be done with a channel. Its health and its tokens have files of their own; callers find all verbs here."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from accounts.audit import services as audit
from accounts.channels import tokens as sealed_tokens
from accounts.channels.health import lose_sign_in, note_success, note_successes, run_out_of_credit, throttle, warn_of_expiry
from accounts.channels.models import Channel
from accounts.channels.signals import refilled
from accounts.channels.tokens import caller, ends_soon, freshened, refresh, refresh_due
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from networks.contract import Account

__all__ = [
    "add", "caller", "disconnect", "edit", "ends_soon", "freshened", "lose_sign_in", "note_success", "note_successes", "pause", "refresh",
    "refresh_due", "resume", "run_out_of_credit", "throttle", "warn_of_expiry",
]  # fmt: skip

State = Channel.State


@transaction.atomic
def add(*, organisation: Organisation, network: str, account: Account, by: User | None, now: datetime) -> Channel:
    """The account is a channel of the organisation with these tokens; one it had before works again, its history with it.

    A pause stays: who paused a channel did not mean "until the next sign-in".
    """
    with scope(organisation=organisation):
        channel: Channel | None = Channel.objects.select_for_update().filter(network=network, remote_id=account.remote_id).first()
        is_new = channel is None
        if channel is None:
            channel = Channel(organisation=organisation, network=network, remote_id=account.remote_id, languages=organisation.languages[:1])
        if is_new or channel.state == State.DISCONNECTED:
            channel.name = (account.name or account.handle or account.remote_id)[:200]
        channel.handle, channel.connected_by = account.handle[:120], by
        channel.avatar_url = account.avatar_url if len(account.avatar_url) <= 1000 else ""
        channel.state = State.PAUSED if channel.state == State.PAUSED else State.CONNECTED
        channel.problem = channel.throttled_until = None
        for field, value in sealed_tokens.sealed(channel, account.tokens, now=now).items():
            setattr(channel, field, value)
        channel.save()
    _changed(channel, act="channel.connected" if is_new else "channel.reconnected", by=by, now=now)
    return channel


@transaction.atomic
def edit(*, channel: Channel, by: User, now: datetime, **changes: Any) -> Channel:
    """The channel has this `name`, these `languages`, this `weekly_target`, these `slots` and `placeholders`: those that are given.

    Posts that read otherwise by it are not as approved any more. Raises Refusal while one of them goes out.
    """
    unknown = set(changes) - {"name", "languages", "weekly_target", "slots", "placeholders"}
    if unknown:
        raise TypeError(f"not a channel's to edit: {unknown}")
    before = channel.placeholders
    Channel.objects.filter(pk=channel.pk).update(**changes)
    channel.refresh_from_db()
    after = channel.placeholders
    if keys := {key for key in {*before, *after} if before.get(key) != after.get(key)}:
        refilled.send(sender=Channel, channel=channel, keys=keys, by=by, now=now)
    _changed(channel, act="channel.edited", by=by, now=now, data=changes)
    return channel


@transaction.atomic
def pause(*, channel: Channel, by: User, now: datetime) -> Channel:
    """Nothing goes out through this channel until somebody resumes it."""
    return _move(
        channel,
        to=State.PAUSED,
        moved_from=(State.CONNECTED, State.SIGN_IN_LOST, State.OUT_OF_CREDIT),
        act="channel.paused",
        by=by,
        now=now,
    )


@transaction.atomic
def resume(*, channel: Channel, by: User, now: datetime) -> Channel:
    """The channel goes on: from a pause, or because the network's bill is paid. A sign-in lost meanwhile shows now."""
    to = State.SIGN_IN_LOST if (channel.problem or {}).get("state") == State.SIGN_IN_LOST else State.CONNECTED
    if to == State.CONNECTED:
        Channel.objects.filter(pk=channel.pk).update(problem=None)
    return _move(channel, to=to, moved_from=(State.PAUSED, State.OUT_OF_CREDIT), act="channel.resumed", by=by, now=now)


@transaction.atomic
def disconnect(*, channel: Channel, by: User, now: datetime) -> Channel:
    """The tokens are gone and nothing goes out any more; what the channel published stays known."""
    Channel.objects.filter(pk=channel.pk).update(
        sealed_access=b"",
        sealed_refresh=b"",
        scopes=[],
        token_expires_at=None,
        token_issued_at=None,
        problem=None,
        refresh_lease_until=None,
    )
    return _move(
        channel, to=State.DISCONNECTED, moved_from=tuple(set(State) - {State.DISCONNECTED}), act="channel.disconnected", by=by, now=now
    )


def _move(channel: Channel, *, to: Channel.State, moved_from: tuple[Channel.State, ...], act: str, by: User, now: datetime) -> Channel:
    moved = Channel.objects.filter(pk=channel.pk, state__in=moved_from).update(state=to)
    channel.refresh_from_db()
    if not moved:
        raise Refusal("channel-not-now", status=409, state=channel.state)
    _changed(channel, act=act, by=by, now=now)
    return channel


def _changed(channel: Channel, *, act: str, by: User | None, now: datetime, data: dict[str, Any] | None = None) -> None:
    live.publish(organisation_id=channel.organisation_id, kind="channel", id=channel.pk)
    facts = {"network": channel.network, "name": channel.name} | (data or {})
    audit.record(organisation=channel.organisation, actor=by, act=act, subject_kind="channel", subject_id=channel.pk, data=facts, now=now)
