"""Connecting a channel through the network's own consent page, as the sandbox shows it: out, back, choose."""

import re
import urllib.error
import urllib.parse
import urllib.request
from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled
from rest_framework.test import APIClient

from accounts.channels.models import Channel, Connection
from accounts.orgs.models import Membership
from accounts.words import WORDS

SLUGS = ("facebook", "instagram", "twitter")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def consent(address, *accounts, choice="allow"):
    """Answer the consent page; return the path and query the browser is sent back to."""
    data = urllib.parse.urlencode([("choice", choice), *(("account", account) for account in accounts)]).encode()
    with pytest.raises(urllib.error.HTTPError) as sent_back:
        urllib.request.build_opener(_Stay).open(urllib.request.Request(address, data=data), timeout=10)
    assert sent_back.value.code == 303, sent_back.value.read()[:500]
    back = sent_back.value.headers["Location"]
    assert back.startswith("http://localhost:8000/connect/")
    return back.removeprefix("http://localhost:8000").partition("#")[0]


@pytest.fixture
def admin(world, networks_here):
    """The administrator in a browser: signed in by session."""
    client = APIClient(HTTP_X_ORGANISATION="ours")
    client.force_login(world.admin)
    return client


def leave(client, network, **more):
    answer = client.post("/api/channels/connect/", {"network": network, **more}, format="json")
    assert answer.status_code == 200, answer.content
    return answer.json()["url"]


def come_back(client, path):
    """Return the connection's id, or the problem's code."""
    answer = client.get(path)
    assert answer.status_code == 302 and answer["Location"].startswith("/ours/channels?"), answer.get("Location")
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(answer["Location"]).query)
    assert "code" not in query and "state" not in query
    if "problem" in query:
        assert query["problem"][0] in WORDS
        return query["problem"][0]
    return query["connection"][0]


def account(sandbox, network, name="Demain"):
    return str(sandbox.account(network, name, f"demain{name.lower()}")["id"])


def connect(client, sandbox, network, *accounts, **more):
    return come_back(client, consent(leave(client, network, **more), *accounts))


@pytest.mark.parametrize("network", SLUGS)
def test_the_whole_walk(world, admin, networks_here, network):
    wanted = account(networks_here, network)
    connection = connect(admin, networks_here, network, wanted)
    found = admin.get(f"/api/channels/connections/{connection}/").json()
    assert found["network"] == network and [row["remote_id"] for row in found["accounts"]] == [wanted]
    answer = admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": [wanted]}, format="json")
    assert answer.status_code == 201
    (channel,) = answer.json()
    assert (channel["state"], channel["name"], channel["remote_id"], channel["connected_by"]) == ("connected", "Demain", wanted, "Admin")
    assert [row["id"] for row in admin.get("/api/channels/").json()["results"]] == [channel["id"]]


def test_only_chosen_pages_become_channels_and_the_other_tokens_are_forgotten(world, admin, networks_here):
    pages = [account(networks_here, "facebook", name) for name in ("Nord", "Sud", "Est")]
    connection = connect(admin, networks_here, "facebook", *pages)
    assert len(admin.get(f"/api/channels/connections/{connection}/").json()["accounts"]) == 3
    admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": pages[:2]}, format="json")
    with scopes_disabled():
        assert {channel.name for channel in Channel.objects.all()} == {"Nord", "Sud"}
        assert not bytes(Connection.objects.get().sealed_accounts)
    again = admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": pages[2:]}, format="json")
    assert again.status_code == 410 and again.json()["problem"] == "connection-expired"


def test_no_answer_ever_has_a_token(world, admin, networks_here):
    wanted = account(networks_here, "twitter")
    connection = connect(admin, networks_here, "twitter", wanted)
    said = admin.get(f"/api/channels/connections/{connection}/").content
    said += admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": [wanted]}, format="json").content
    said += admin.get("/api/channels/").content
    with scopes_disabled():
        from accounts.channels import services as channels

        channel = Channel.objects.get()
        secrets = [channels.caller(channel).access_token]
    assert not any(secret.encode() in said for secret in secrets) and b"sealed" not in said


def test_a_lost_channel_signs_in_again(world, admin, networks_here):
    wanted = account(networks_here, "facebook")
    first = connect(admin, networks_here, "facebook", wanted)
    (channel,) = admin.post(f"/api/channels/connections/{first}/", {"remote_ids": [wanted]}, format="json").json()
    with scopes_disabled():
        from accounts.channels import services as channels

        channels.lose_sign_in(channel=Channel.objects.get(), code="password-changed", params={}, now=timezone.now())
    assert admin.get(f"/api/channels/{channel['id']}/").json()["problem"]["message"].startswith("The password")
    second = connect(admin, networks_here, "facebook", wanted, channel=channel["id"])
    assert admin.get(f"/api/channels/connections/{second}/").json()["channel"] == channel["id"]
    (restored,) = admin.post(f"/api/channels/connections/{second}/", {"remote_ids": [wanted]}, format="json").json()
    assert restored["id"] == channel["id"] and restored["state"] == "connected" and restored["problem"] is None


def test_signing_in_again_with_another_page_is_refused(world, admin, networks_here):
    wanted, other = account(networks_here, "facebook"), account(networks_here, "facebook", "Autre")
    first = connect(admin, networks_here, "facebook", wanted)
    (channel,) = admin.post(f"/api/channels/connections/{first}/", {"remote_ids": [wanted]}, format="json").json()
    assert connect(admin, networks_here, "facebook", other, channel=channel["id"]) == "connection-wrong-page"
    mixed = connect(admin, networks_here, "facebook", other, wanted, channel=channel["id"])
    answer = admin.post(f"/api/channels/connections/{mixed}/", {"remote_ids": [other]}, format="json")
    assert answer.json()["problem"] == "connection-wrong-page"


@pytest.mark.parametrize("network", SLUGS)
def test_saying_no_is_no_fault(admin, networks_here, network):
    path = consent(leave(admin, network), account(networks_here, network), choice="cancel")
    assert come_back(admin, path) == "connection-denied"


def test_a_state_works_once(admin, networks_here):
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    come_back(admin, path)
    assert come_back(admin, path) == "connection-unknown"


def test_an_invented_state_is_refused(admin):
    assert come_back(admin, "/connect/facebook/callback?code=abc&state=invented") == "connection-unknown"
    assert come_back(admin, "/connect/facebook/callback?code=abc") == "connection-unknown"


def test_another_person_cannot_finish_the_walk(world, admin, networks_here):
    """Whoever is made to open a stranger's callback must not connect the stranger's page to their own organisation."""
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    victim = APIClient()
    victim.force_login(world.people["other"])
    answer = victim.get(path)
    assert answer["Location"] == "/theirs/channels?problem=connection-unknown&network=twitter"
    with scopes_disabled():
        assert not bytes(Connection.objects.get().sealed_accounts)
    assert re.fullmatch(r"[0-9a-f-]{36}", come_back(admin, path))  # and the state still works for whom it was made


def test_signed_out_people_are_sent_to_sign_in(db):
    assert APIClient().get("/connect/twitter/callback?code=a&state=b")["Location"].startswith("/sign-in?")


def test_a_state_of_one_network_does_not_work_at_another(admin, networks_here):
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    assert come_back(admin, path.replace("/twitter/", "/facebook/")) == "connection-unknown"


def test_a_walk_that_took_too_long_is_over(admin, networks_here):
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    with scopes_disabled():
        Connection.objects.update(created_at=timezone.now() - timedelta(minutes=31))
    assert come_back(admin, path) == "connection-expired"


def test_who_lost_the_right_on_the_way_connects_nothing(world, admin, networks_here):
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    with scopes_disabled():
        Membership.objects.filter(user=world.admin).update(roles=["viewer"])
    assert come_back(admin, path) == "connection-unknown"


def test_a_network_in_trouble_is_said_plainly(admin, networks_here):
    path = consent(leave(admin, "twitter"), account(networks_here, "twitter"))
    networks_here.fault("twitter", "token", "5xx_before")
    assert come_back(admin, path) == "connection-network-away"


def test_a_network_that_is_not_set_up_is_said_before_leaving(admin, settings):
    from dataclasses import replace

    settings.NETWORK_SITES = {"facebook": replace(settings.NETWORK_SITES["facebook"], app_id="")}
    answer = admin.post("/api/channels/connect/", {"network": "facebook"}, format="json")
    assert answer.status_code == 409 and answer.json()["problem"] == "network-not-set-up"
    assert admin.post("/api/channels/connect/", {"network": "gopher"}, format="json").json()["problem"] == "network-unknown"


def test_what_was_not_found_cannot_be_chosen(admin, networks_here):
    connection = connect(admin, networks_here, "twitter", account(networks_here, "twitter"))
    assert admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": ["1"]}, format="json").status_code == 400
    assert admin.post(f"/api/channels/connections/{connection}/", {"remote_ids": []}, format="json").status_code == 400


def test_tokens_that_nobody_chose_are_gone_after_an_hour(world, admin, networks_here):
    connection = connect(admin, networks_here, "twitter", account(networks_here, "twitter"))
    with scopes_disabled():
        Connection.objects.update(created_at=timezone.now() - timedelta(minutes=61))
    assert admin.get(f"/api/channels/connections/{connection}/").status_code == 410
    leave(admin, "twitter")
    with scopes_disabled():
        assert not Connection.objects.filter(pk=connection).exists()


def test_only_who_began_the_walk_sees_what_it_found(world, admin, networks_here):
    connection = connect(admin, networks_here, "twitter", account(networks_here, "twitter"))
    world.join("second_admin", world.organisation, ["admin"])
    assert world.client("second_admin", world.organisation).get(f"/api/channels/connections/{connection}/").status_code == 404
    assert world.client("other").get(f"/api/channels/connections/{connection}/").status_code == 404


@pytest.mark.parametrize("name", ["planner", "author", "approver", "treasurer", "viewer"])
def test_only_administrators_connect(world, networks_here, name):
    assert world.client(name, world.organisation).post("/api/channels/connect/", {"network": "facebook"}, format="json").status_code == 403
