"""What deliveries report about a channel, and what people hear of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.channels import health
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.notify.models import Notice
from accounts.problems import Refusal
from networks.contract import Account, NotSent, SignInLost, Tokens

NOW = timezone.now()
State = Channel.State


@pytest.fixture(autouse=True)
def _in_ours(world):
    with scope(organisation=world.organisation):
        yield


@pytest.fixture
def channel(world):
    return world.channel("facebook", token="EAAB-secret")


def sign_in_again(world, token="EAAB-new"):
    account = Account(remote_id="facebook-1", name="New name", handle="ours", tokens=Tokens(access=token))
    return channels.add(organisation=world.organisation, network="facebook", account=account, by=world.admin, now=NOW)


def test_the_caller_has_the_token_and_does_not_show_it(channel):
    caller = channels.caller(channel)
    assert caller.access_token == "EAAB-secret" and caller.remote_id == "facebook-1"
    assert "EAAB" not in repr(caller) + repr(channel) + str(channel) + repr(channel.sealed_access)


def test_a_lost_sign_in_is_said_once_and_to_those_who_can_mend_it(world, channel, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert channels.lose_sign_in(channel=channel, code="password-changed", params={}, now=NOW)
        assert not channels.lose_sign_in(channel=channel, code="password-changed", params={}, now=NOW)
    assert channel.state == State.SIGN_IN_LOST and channel.problem["code"] == "password-changed"
    assert [(notice.user, notice.path) for notice in Notice.objects.all()] == [(world.admin, "/channels")]
    assert [message.to for message in mail.outbox] == [["admin@example.org"]]
    assert AuditEntry.objects.filter(act="channel.sign-in-lost").count() == 1


def test_signing_in_again_restores_the_channel_its_name_and_history(world, channel):
    channels.edit(channel=channel, by=world.admin, now=NOW, name="Our name", weekly_target=20)
    channels.lose_sign_in(channel=channel, code="token-refused", params={}, now=NOW)
    again = sign_in_again(world)
    assert again.pk == channel.pk and again.state == State.CONNECTED and again.problem is None
    assert (again.name, again.weekly_target) == ("Our name", 20) and channels.caller(again).access_token == "EAAB-new"


def test_a_late_refusal_of_the_old_token_does_not_shut_a_channel_that_has_signed_in_again(world, channel):
    sign_in_again(world)
    assert not channels.lose_sign_in(channel=channel, code="token-refused", params={}, now=NOW)  # `channel` was loaded before
    assert Channel.objects.get().state == State.CONNECTED


def test_out_of_credit_tells_treasurer_and_administrator_and_ends_with_a_success(world, channel):
    channels.run_out_of_credit(channel=channel, now=NOW)
    assert {notice.user for notice in Notice.objects.all()} == {world.treasurer, world.admin}
    assert Channel.objects.get().state == State.OUT_OF_CREDIT
    channels.note_success(channel=channel, now=NOW)
    assert Channel.objects.get().state == State.CONNECTED and Channel.objects.get().last_success_at == NOW


def test_a_success_does_not_hide_a_lost_sign_in(channel):
    channels.lose_sign_in(channel=channel, code="token-refused", params={}, now=NOW)
    channels.note_success(channel=channel, now=NOW)
    assert Channel.objects.get().state == State.SIGN_IN_LOST


def test_a_later_end_of_a_throttle_wins(channel):
    channels.throttle(channel=channel, until=NOW + timedelta(minutes=30))
    channels.throttle(channel=channel, until=NOW + timedelta(minutes=5))
    assert Channel.objects.get().throttled_until == NOW + timedelta(minutes=30)


def test_a_pause_outlives_a_new_sign_in(world, channel):
    channels.pause(channel=channel, by=world.admin, now=NOW)
    assert sign_in_again(world).state == State.PAUSED


def test_a_sign_in_lost_during_a_pause_comes_out_when_it_ends(world, channel):
    channels.pause(channel=channel, by=world.admin, now=NOW)
    assert channels.lose_sign_in(channel=channel, code="token-refused", params={}, now=NOW)
    assert Channel.objects.get().state == State.PAUSED
    assert channels.resume(channel=channel, by=world.admin, now=NOW).state == State.SIGN_IN_LOST


def test_credit_used_up_before_a_pause_is_forgotten_when_it_ends(world, channel):
    channels.run_out_of_credit(channel=channel, now=NOW)
    channels.pause(channel=channel, by=world.admin, now=NOW)
    resumed = channels.resume(channel=channel, by=world.admin, now=NOW)
    assert resumed.state == State.CONNECTED and resumed.problem is None


def test_only_what_is_paused_or_unpaid_is_resumed(world, channel):
    with pytest.raises(Refusal):
        channels.resume(channel=channel, by=world.admin, now=NOW)


def test_disconnecting_wipes_the_tokens_and_keeps_the_channel(world, channel):
    channels.disconnect(channel=channel, by=world.admin, now=NOW)
    gone = Channel.objects.get()
    assert gone.state == State.DISCONNECTED and not bytes(gone.sealed_access) and not bytes(gone.sealed_refresh)
    with pytest.raises(SignInLost):
        channels.caller(gone)
    back = sign_in_again(world)
    assert back.pk == channel.pk and back.state == State.CONNECTED and back.name == "New name"


def test_tokens_moved_to_another_channel_do_not_open(world, channel):
    other = world.channel("facebook", remote_id="facebook-2", token="EAAB-other")
    Channel.objects.filter(pk=other.pk).update(sealed_access=bytes(channel.sealed_access))
    other.refresh_from_db()
    with pytest.raises(NotSent, match="token-unreadable"):
        channels.caller(other)


def test_a_wrong_vault_key_sends_nothing_and_loses_no_sign_in(channel, settings):
    settings.VAULT_KEY = "A" * 43 + "="
    with pytest.raises(NotSent, match="token-unreadable"):
        channels.caller(channel)


def test_people_are_warned_14_7_and_1_days_before_a_sign_in_ends(world):
    account = Account(remote_id="1", name="Demain", handle="d", tokens=Tokens(access="t", expires_at=NOW + timedelta(days=60)))
    channels.add(organisation=world.organisation, network="facebook", account=account, by=world.admin, now=NOW)
    warned = []
    for hours in range(0, 60 * 24, 6):
        now = NOW + timedelta(hours=hours)
        if channels.warn_of_expiry(now=now):
            warned.append(60 - hours / 24)
    assert warned == [14, 6.75, 0.75]
    assert set(Notice.objects.values_list("user", flat=True)) == {world.admin.pk}


def test_tokens_of_hours_and_renewed_tokens_are_not_warned_of(world):
    for remote_id, life in (("1", timedelta(hours=2)), ("2", timedelta(days=60))):
        account = Account(remote_id=remote_id, name="Demain", handle="d", tokens=Tokens(access="t", expires_at=NOW + life))
        channels.add(organisation=world.organisation, network="twitter", account=account, by=world.admin, now=NOW)
    with scopes_disabled():
        assert channels.warn_of_expiry(now=NOW + timedelta(hours=1)) == 0


def test_a_sign_in_of_hours_is_nobodys_worry_while_only_the_bill_is_unpaid(world):
    channel = world.channel("twitter")
    Channel.objects.filter(pk=channel.pk).update(token_expires_at=NOW + timedelta(hours=2))
    channel.refresh_from_db()
    channels.run_out_of_credit(channel=channel, now=NOW)
    assert health.renews_itself(channel)
    channels.pause(channel=channel, by=world.admin, now=NOW)
    assert health.renews_itself(channel)
    channels.lose_sign_in(channel=world.channel("twitter", remote_id="2"), code="token-refused", now=NOW)
    assert not health.renews_itself(Channel.objects.get(remote_id="2"))
