"""The one door: nothing is sent late, twice, or elsewhere; what was sent and not answered is never called unsent."""

import datetime as dt
import ipaddress
import socket
import ssl
import struct
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from networks.contract import NetworkError, NotSent, Refused, Unknown
from networks.wire import connection, deadline, graph
from networks.wire.http import Door, origin, repeatable
from tests.networks.wire_server import http, serving

FINE = http('{"id": "1"}')
SECRET = "EAAs3cr3tS3cr3tS3cr3tS3cr3t"


def door(url):
    return Door(origins=(url,), judge=graph.judge)


def post(url):
    return door(url).post(f"{url}/feed?access_token={SECRET}", data={"message": "Bonjour"})


def reset(stream):
    stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    stream.close()


def drip(stream):
    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        stream.sendall(b" ")
        time.sleep(0.05)


def drip_head(stream):
    stream.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        stream.sendall(b"a")
        time.sleep(0.05)


def test_an_answer_is_read_whole():
    with serving(FINE) as server:
        assert post(server.url).json() == {"id": "1"}
        assert server.requests[0].endswith(b"message=Bonjour")


# ── The send deadline ────────────────────────────────────────────────────────────────────────────────────────────
def test_past_the_deadline_not_one_byte_is_written():
    with serving(FINE) as server:
        with pytest.raises(NotSent, match="deadline-missed"), deadline.sending(until=deadline.clock() - 0.001):
            post(server.url)
        time.sleep(0.05)
        assert server.requests == []


def test_a_slow_name_lookup_cannot_push_the_bytes_past_the_deadline(monkeypatch):
    real = socket.getaddrinfo

    def slow(*args, **kwargs):
        time.sleep(0.2)
        return real(*args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with serving(FINE) as server:
        with pytest.raises(NotSent, match="deadline-missed"), deadline.sending(until=deadline.clock() + 0.1):
            post(server.url)
        time.sleep(0.05)
        assert server.requests == []


def test_a_kept_connection_looks_at_the_deadline_too():
    with serving(FINE) as server:
        post(server.url)
        with pytest.raises(NotSent), deadline.sending(until=deadline.clock() - 0.001):
            post(server.url)
        assert post(server.url).json() == {"id": "1"}
        assert len(server.requests) == 2


def test_without_leave_nothing_is_sent():
    with serving(FINE) as server:
        with pytest.raises(NotSent, match="leave-withdrawn"), deadline.sending(until=None, allowed=lambda: False):
            post(server.url)
        assert server.requests == []


def test_the_moment_of_the_first_byte_is_kept():
    with serving(FINE) as server, deadline.sending(until=deadline.clock() + 5) as window:
        before = dt.datetime.now(dt.UTC)
        post(server.url)
        assert window.written_at is not None and before <= window.written_at <= dt.datetime.now(dt.UTC)


def test_a_window_ends_with_its_block_and_stays_in_its_thread():
    with serving(FINE) as server:
        with deadline.sending(until=deadline.clock() - 1):
            others = []
            thread = threading.Thread(target=lambda: others.append(post(server.url).status_code))
            thread.start()
            thread.join(5)
        assert others == [200]
        assert post(server.url).status_code == 200


def test_a_large_body_is_written_whole():
    text = "é" * 40_000
    with serving(FINE) as server:
        door(server.url).post(server.url, data=text.encode())
        door(server.url).post(server.url, files={"source": ("picture", b"x" * 300_000, "image/jpeg")})
        door(server.url).post(server.url, data=b"")
        door(server.url).get(server.url)
        assert [request.partition(b"\r\n\r\n")[2].count("é".encode()) for request in server.requests] == [40_000, 0, 0, 0]
        assert server.requests[1].count(b"x") >= 300_000 and server.connections == 1


# ── Surely not sent ──────────────────────────────────────────────────────────────────────────────────────────────
def test_a_refused_connection_is_surely_not_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(NotSent, match="cannot-connect"):
        post(f"http://127.0.0.1:{port}")


def test_an_unknown_name_is_surely_not_sent(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotSent, match="name-not-found"):
        post("http://graph.example")


def test_a_certificate_nobody_vouches_for_is_refused_before_the_request(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "server.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with serving(FINE, context) as server:
        with pytest.raises(NotSent, match="certificate-refused"):
            post(server.url)
        assert server.requests == []


# ── Perhaps sent ─────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reset, "connection-lost"),
        (lambda stream: stream.close(), "connection-lost"),
        (http('{"id": "1', length=11), "no-answer-in-time"),
        (lambda stream: (stream.sendall(http('{"id": "1', length=11)), stream.close()), "connection-lost"),
        (lambda stream: time.sleep(5), "no-answer-in-time"),
        (drip, "no-answer-in-time"),
        (drip_head, "no-answer-in-time"),
        (b"nonsense\r\n\r\n", "connection-lost"),
        (http("<html>", status="200 OK"), "unreadable-answer"),
        (http("", status="200 OK"), "unreadable-answer"),
        (http("[]", status="200 OK"), "unreadable-answer"),
        (http("<html>", status="502 Bad Gateway"), "network-failed"),
        (http('{"id": "1"}', status="502 Bad Gateway"), "network-failed"),
        (http('{"id": "1"}', status="302 Found", headers="Location: http://127.0.0.1:1/\r\n"), "unexpected-answer"),
        (http(" " * 9_000_000), "connection-lost"),
    ],
    ids=range(15),
)
def test_what_was_written_and_not_answered_as_documented_is_unknown_and_sent_once(answer, code):
    with serving(answer) as server:
        started = time.monotonic()
        with pytest.raises(Unknown, match=code), deadline.sending(until=None, total_s=0.5):
            post(server.url)
        assert time.monotonic() - started < 2
        assert len(server.requests) == 1


def test_a_redirect_is_not_followed():
    with serving(FINE) as elsewhere:
        answer = http("{}", status="307 Temporary Redirect", headers=f"Location: {elsewhere.url}/\r\n")
        with serving(answer) as server, pytest.raises(Unknown):
            post(server.url)
        assert elsewhere.requests == []


def test_doing_again_what_nobody_sees_harms_nobody():
    with serving(reset) as server, pytest.raises(NotSent, match="connection-lost"), repeatable():
        post(server.url)
    with pytest.raises(Refused), repeatable():
        raise Refused("duplicate")


def test_a_connection_that_rested_long_is_opened_anew(monkeypatch):
    with serving(FINE) as server:
        post(server.url)
        post(server.url)
        assert server.connections == 1
        monkeypatch.setattr(connection, "REST_AT_MOST_S", -1.0)
        post(server.url)
        assert server.connections == 2


def test_waiting_for_a_slow_answer_is_no_rest(monkeypatch):
    def slowly(stream):
        time.sleep(0.3)
        stream.sendall(FINE)

    monkeypatch.setattr(connection, "REST_AT_MOST_S", 0.15)
    with serving(slowly) as server:
        post(server.url)
        post(server.url)
        assert server.connections == 1


def test_many_at_once_come_back_to_the_same_connections():
    def slowly(stream):
        time.sleep(0.2)
        stream.sendall(FINE)

    with serving(slowly) as server, ThreadPoolExecutor(40) as threads:
        for _ in range(3):
            list(threads.map(lambda _: post(server.url), range(40)))
        assert len(server.requests) == 120 and server.connections <= 40


# ── Where to, and with what ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "start", ["http://127.0.0.2", "http://localhost", "https://127.0.0.1", "http://127.0.0.1.example", "http://x@127.0.0.2"]
)
def test_only_the_exact_origin_passes(start):
    with serving(FINE) as server:
        with pytest.raises(Refused, match="address-not-allowed"):
            door(server.url).get(f"{start}:{server.port}/")
        with pytest.raises(Refused):
            door(server.url).get(f"http://127.0.0.1:{server.port + 1}/")
        assert server.connections == 0


def test_an_origin_says_its_port():
    assert origin("https://GRAPH.facebook.com/v25.0/me") == "https://graph.facebook.com:443" == origin("https://graph.facebook.com:443")
    assert origin("http://localhost:8100/facebook") == "http://localhost:8100"


def test_an_address_an_sdk_has_built_in_is_moved():
    with serving(FINE) as server:
        moved = Door(origins=(server.url,), judge=graph.judge, moved={"https://api.twitter.com": f"{server.url}/twitter"})
        moved.get("https://api.twitter.com/2/users/me")
        assert server.requests[0].startswith(b"GET /twitter/2/users/me ")
        with pytest.raises(Refused):
            moved.get("https://api.twitter.com.example/2/users/me")


@pytest.mark.parametrize("answer", [reset, http("<html>"), http(f'{{"error": {{"code": 190, "message": "Bad token {SECRET}"}}}}')])
def test_no_error_carries_the_token(answer):
    with serving(answer) as server, pytest.raises(NetworkError) as caught:
        post(server.url)
    error = caught.value
    told = "".join(traceback.format_exception(error)) + repr(error) + error.detail + repr(error.params)
    assert SECRET not in told
    assert error.__cause__ is None and error.__context__ is None


def test_cookies_and_the_environment_change_nothing(monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with serving(http("{}", headers="Set-Cookie: a=b\r\n")) as server:
        session = door(server.url)
        session.headers["Authorization"] = "Bearer x"
        session.get(server.url)
        session.get(server.url)
        assert b"Authorization: Bearer x" in server.requests[0] and b"Cookie" not in server.requests[1]


def test_sessions_are_cheap_since_sockets_and_tls_are_shared():
    connection.adapter()
    started = time.perf_counter()
    for _ in range(100):
        door("https://graph.facebook.com")
    assert time.perf_counter() - started < 1
    assert connection.adapter() is connection.adapter()
