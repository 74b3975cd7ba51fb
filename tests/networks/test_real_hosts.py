"""Without a base address, each network is asked at its real hosts and at no other."""

import socket

import pytest

from networks.contract import Caller, Content, NotSent, Site, Tokens
from tests.networks.playground import adapter

REAL = Site(app_id="app", app_secret="secret")
CALLER = Caller(site=REAL, remote_id="1", handle="h", access_token="t")


@pytest.fixture
def asked(monkeypatch):
    """The names looked up; none of them is found."""
    names = []

    def nowhere(host, *args, **kwargs):
        names.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    return names


@pytest.mark.parametrize(
    ("slug", "dialog", "token", "api"),
    [
        ("facebook", "https://www.facebook.com/v25.0/dialog/oauth?", "graph.facebook.com", "graph.facebook.com"),
        ("instagram", "https://www.instagram.com/oauth/authorize?", "api.instagram.com", "graph.instagram.com"),
        ("twitter", "https://x.com/i/oauth2/authorize?", "api.x.com", "api.x.com"),
    ],
)
def test_the_real_hosts(slug, dialog, token, api, asked):
    network = adapter(slug)
    where = {"site": REAL, "redirect_uri": "https://carillon.example/connect/x/callback"}
    assert network.authorize_url(**where, state="s", verifier="v" * 64).startswith(dialog)
    with pytest.raises(NotSent, match="name-not-found"):
        network.accounts(**where, code="c", verifier="v" * 64)
    with pytest.raises(NotSent, match="name-not-found"):
        network.perform(network.steps(Content(("Bonjour",)))[0], caller=CALLER, content=Content(("Bonjour",), pictures=()), handles={})
    assert set(asked) == {token, api}


@pytest.mark.parametrize(("slug", "host"), [("instagram", "graph.instagram.com"), ("twitter", "api.x.com")])
def test_refreshing_at_the_real_hosts(slug, host, asked):
    with pytest.raises(NotSent):
        adapter(slug).refresh(site=REAL, tokens=Tokens(access="a", refresh="r"))
    assert asked == [host]
