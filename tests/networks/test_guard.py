"""Addresses typed by users reach the public internet and nothing else."""

import socket

import pytest

from networks.wire import guard
from networks.wire.guard import NotAllowed
from tests.networks.wire_server import http, serving


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fec0::1]/",
        "http://[::7f00:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "example.org",
    ],
)
def test_an_address_that_is_not_public_is_refused(url):
    with pytest.raises(NotAllowed):
        guard.fetch(url, max_bytes=1_000)


def test_a_name_is_judged_by_the_address_it_leads_to(monkeypatch):
    def inside(*args, **kwargs):
        return [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fec0::1", 80, 0, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    with pytest.raises(NotAllowed):
        guard.fetch("http://pictures.example/a.jpg", max_bytes=1_000)


def test_our_own_server_is_not_asked():
    with serving(http("{}")) as server:
        with pytest.raises(NotAllowed):
            guard.fetch(f"http://localhost:{server.port}/", max_bytes=1_000)
        assert server.connections == 0
