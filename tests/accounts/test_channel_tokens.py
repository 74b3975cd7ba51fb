"""Tokens are renewed before they die, by one at a time, and never lost on the way. The network is the real sandbox."""

import logging
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.notify.models import Notice
from networks.contract import Account, Tokens
from tests.world import World


@pytest.fixture(autouse=True)
def _unscoped():
    with scopes_disabled():
        yield


def connected(world, sandbox, network="twitter", *, life=timedelta(hours=2), ago=timedelta(0)):
    made = sandbox.account(network, "Demain", f"demain{network}")
    answer = sandbox.grant(network, str(made["id"]))
    issued = timezone.now() - ago
    tokens = Tokens(
        access=answer["access_token"], refresh=answer.get("refresh_token", ""), expires_at=issued + life, scopes=("tweet.write",)
    )
    account = Account(remote_id=str(made["id"]), name="Demain", handle="demain", tokens=tokens)
    return channels.add(organisation=world.organisation, network=network, account=account, by=world.admin, now=issued)


def test_a_token_is_due_after_three_quarters_of_its_life(world):
    now = timezone.now()
    account = Account(remote_id="1", name="D", handle="d", tokens=Tokens(access="a", refresh="r", expires_at=now + timedelta(hours=2)))
    channel = channels.add(organisation=world.organisation, network="twitter", account=account, by=None, now=now)
    assert list(channels.refresh_due(now=now + timedelta(minutes=89))) == []
    assert list(channels.refresh_due(now=now + timedelta(minutes=91))) == [channel]
    channels.disconnect(channel=channel, by=world.admin, now=now)
    assert list(channels.refresh_due(now=now + timedelta(minutes=91))) == []


def test_tokens_that_do_not_end_or_cannot_be_renewed_are_never_due(world):
    world.channel("facebook")
    assert list(channels.refresh_due(now=timezone.now() + timedelta(days=400))) == []


def test_a_renewed_channel_has_working_tokens(world, networks_here):
    channel = connected(world, networks_here, ago=timedelta(minutes=100))
    old = channels.caller(channel).access_token
    assert channels.refresh(channel=channel, now=timezone.now())
    stored = Channel.objects.get(pk=channel.pk)
    assert channels.caller(stored).access_token == channels.caller(channel).access_token != old
    assert stored.refresh_lease_until is None and stored.token_expires_at > timezone.now() + timedelta(hours=1)
    assert channels.refresh(channel=stored, now=timezone.now())  # the new pair is the one the network knows


def test_instagram_renews_no_token_of_its_first_day_and_that_harms_nothing(world, networks_here):
    channel = connected(world, networks_here, "instagram", life=timedelta(days=60))
    assert not channels.refresh(channel=channel, now=timezone.now())
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.CONNECTED


def test_who_comes_with_old_tokens_gets_the_new_ones_without_another_call(world, networks_here):
    channel = connected(world, networks_here)
    late = Channel.objects.get(pk=channel.pk)
    assert channels.refresh(channel=channel, now=timezone.now())
    before = len(networks_here.calls("twitter"))
    assert channels.refresh(channel=late, now=timezone.now())
    assert len(networks_here.calls("twitter")) == before
    assert channels.caller(late).access_token == channels.caller(channel).access_token


def test_a_refused_refresh_loses_the_sign_in(world, networks_here):
    channel = connected(world, networks_here)
    channels.refresh(channel=Channel.objects.get(pk=channel.pk), now=timezone.now())
    spent = Channel.objects.get(pk=channel.pk)
    # As after a restored backup: the stored pair is one that was used already.
    Channel.objects.filter(pk=channel.pk).update(sealed_access=bytes(channel.sealed_access), sealed_refresh=bytes(channel.sealed_refresh))
    spent.refresh_from_db()
    assert not channels.refresh(channel=spent, now=timezone.now())
    assert spent.state == Channel.State.SIGN_IN_LOST and Notice.objects.get().user == world.admin


@pytest.mark.parametrize("kind", ["5xx_before", "429", "reset_before", "hang", "html_body", "odd_json", "unknown_4xx"])
def test_a_network_in_trouble_never_disconnects(world, networks_here, kind):
    channel = connected(world, networks_here)
    networks_here.fault("twitter", "token", kind, seconds=1)
    now = timezone.now()
    assert not channels.refresh(channel=channel, now=now)
    stored = Channel.objects.get(pk=channel.pk)
    assert stored.state == Channel.State.CONNECTED and stored.refresh_lease_until > now and not Notice.objects.exists()
    assert stored not in channels.refresh_due(now=now)
    assert channels.refresh(channel=stored, now=now + timedelta(minutes=30))


@pytest.mark.parametrize("kind", ["5xx_after", "cut_body"])
def test_a_pair_whose_answer_was_lost_is_found_out_at_the_next_try(world, networks_here, kind):
    """X has used up the old pair and nobody has the new one: that is a new sign-in, but only once X says so."""
    channel = connected(world, networks_here)
    networks_here.fault("twitter", "token", kind)
    assert not channels.refresh(channel=channel, now=timezone.now())
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.CONNECTED
    assert not channels.refresh(channel=channel, now=timezone.now() + timedelta(minutes=30))
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.SIGN_IN_LOST and Notice.objects.count() == 1


def test_an_unreachable_network_never_disconnects(world, networks_here, settings):
    channel = connected(world, networks_here)
    from dataclasses import replace

    settings.NETWORK_SITES = {"twitter": replace(settings.NETWORK_SITES["twitter"], base_url="http://127.0.0.1:1/twitter")}
    assert not channels.refresh(channel=channel, now=timezone.now())
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.CONNECTED


@pytest.mark.django_db(transaction=True)
def test_many_at_once_use_one_refresh_token_once(networks_here, home):
    world = World.make()
    channel = connected(world, networks_here)
    done = []
    together = threading.Barrier(4)

    def work() -> None:
        try:
            with scopes_disabled():
                mine = Channel.objects.get(pk=channel.pk)
                together.wait(5)
                done.append(channels.refresh(channel=mine, now=timezone.now()))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert any(done) and len(networks_here.calls("twitter", "token")) <= 1
    stored = Channel.objects.get(pk=channel.pk)
    assert stored.state == Channel.State.CONNECTED and channels.refresh(channel=stored, now=timezone.now())


def test_no_token_is_written_to_a_log(world, networks_here, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    channel = connected(world, networks_here)
    secrets = [channels.caller(channel).access_token]
    channels.refresh(channel=channel, now=timezone.now())
    secrets.append(channels.caller(channel).access_token)
    networks_here.fault("twitter", "token", "5xx_before")
    channels.refresh(channel=channel, now=timezone.now())
    written = caplog.text + "".join(capfd.readouterr())
    assert not any(secret in written for secret in secrets)
