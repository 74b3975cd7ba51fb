"""What a person sees: the wall, permalinks, mail; and who may use the control API."""

import base64
import smtplib
from email.message import EmailMessage

import pytest
import requests

from tests.sandbox.conftest import picture
from tests.sandbox_server import SandboxServer

HOSTILE = '<script>alert(1)</script> & "quotes" https://a.example/?x="><img src=x>'


def get(sandbox: SandboxServer, path: str, **headers: str) -> requests.Response:
    return requests.get(sandbox.base + path, headers=headers, timeout=10)


@pytest.mark.parametrize("network", ["facebook", "instagram", "twitter"])
def test_a_hostile_text_is_shown_not_run(sandbox: SandboxServer, network: str) -> None:
    account = sandbox.account(network, "<b>Nom</b>", "demain")
    shot = {"base64": base64.b64encode(picture()).decode(), "alt": '"><script>alt</script>'}
    post = sandbox.control("posts", [{"network": network, "account": account["id"], "text": HOSTILE, "pictures": [shot]}])[0]
    for path in ("/", post["permalink"].removeprefix(sandbox.base)):
        shown = get(sandbox, path)
        assert shown.status_code == 200
        assert "alert(1)" in shown.text
        for harm in ("<script>al", "<b>Nom", "<img src=x"):
            assert harm not in shown.text
        assert "script-src 'self'" in shown.headers["Content-Security-Policy"]
    assert sandbox.ledger() == []  # the past was put there, nobody published it


def test_the_wall_tells_whether_something_changed(sandbox: SandboxServer) -> None:
    account = sandbox.account("twitter", "Demain", "demain")
    mark = get(sandbox, "/columns").headers["ETag"]
    assert get(sandbox, "/columns", **{"If-None-Match": mark}).status_code == 304
    sandbox.control("posts", [{"network": "twitter", "account": account["id"], "text": "neuf"}])
    assert "neuf" in get(sandbox, "/columns", **{"If-None-Match": mark}).text


def test_what_is_not_there_is_said_plainly(sandbox: SandboxServer) -> None:
    for path in (
        "/facebook/1/posts/2",
        "/instagram/p/AAAA/",
        "/instagram/p/%F0%9F/",
        "/twitter/x/status/9",
        "/media/" + "0" * 64,
        "/static/../store.py",
    ):
        assert get(sandbox, path).status_code == 404, path
    assert get(sandbox, "/media/..%2f..%2fsandbox.sqlite3").status_code == 404


def test_a_mail_is_kept_with_both_parts_and_its_html_cannot_run(sandbox: SandboxServer) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Réunion <b>", "a@demain.example", "Nora <nora@demain.example>"
    mail.set_content("Lien: http://localhost:8000/reset/abc")
    mail.add_alternative("<p>Bonjour</p><script>alert(1)</script>", subtype="html")
    with smtplib.SMTP("127.0.0.1", sandbox.smtp_port) as smtp:
        smtp.send_message(mail)
    kept = sandbox.mail(to="nora@demain.example")[0]
    assert (kept["subject"], "reset/abc" in kept["text"], "<p>" in kept["html"]) == ("Réunion <b>", True, True)
    shown = get(sandbox, "/mail")
    assert 'href="http://localhost:8000/reset/abc"' in shown.text
    assert "Réunion <b>" not in shown.text
    assert "sandbox" in get(sandbox, f"/mail/{kept['id']}/html").headers["Content-Security-Policy"]


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Content-Type": "text/plain"}])
def test_the_control_api_refuses_pages_of_other_sites(sandbox: SandboxServer, headers: dict[str, str]) -> None:
    told = requests.post(f"{sandbox.base}/control/faults", data=b"{}", headers={"Content-Type": "application/json", **headers}, timeout=10)
    assert told.status_code in (400, 403)
    assert "known" not in told.text or "unknown network" not in told.text


def test_an_unfit_account_or_setting_is_refused(sandbox: SandboxServer) -> None:
    for path, body in (
        ("accounts", [{"network": "twitter", "name": "x", "handle": "much too long a handle"}]),
        ("accounts", [{"network": "twitter", "name": "", "handle": "a"}]),
        ("accounts", [{"network": "twitter", "name": "a", "handle": "a", "avatar_png_base64": "bm8="}]),
        ("settings", {"nonsense": 1}),
        ("settings", {"rate_limits": "no"}),
        ("grant", {"network": "twitter", "account": "1"}),
    ):
        with pytest.raises(ValueError):
            sandbox.control(path, body)


def test_an_unknown_address_answers_in_the_networks_words(sandbox: SandboxServer) -> None:
    assert requests.get(f"{sandbox.url('facebook')}/v25.0/1/insights", timeout=10).json()["error"]["code"] == 100
    assert requests.get(f"{sandbox.url('twitter')}/2/nowhere", timeout=10).json()["title"] == "Not Found"


def by_hand(
    sandbox: SandboxServer, network: str, account: str, text: str, *, picture_bytes: bytes = b"", **headers: str
) -> requests.Response:
    files = {"picture": ("a.png", picture_bytes, "image/png")} if picture_bytes else {"picture": ("", b"", "application/octet-stream")}
    said = {"network": network, "account": account, "text": text, "alt": "Une place"}
    return requests.post(sandbox.base + "/by-hand", data=said, files=files, headers=headers, timeout=10, allow_redirects=False)


@pytest.mark.parametrize("network", ["facebook", "instagram", "twitter"])
def test_somebody_posts_by_hand_as_in_the_networks_own_app(sandbox: SandboxServer, network: str) -> None:
    account = sandbox.account(network, "Demain", "demain")["id"]
    shown = get(sandbox, f"/by-hand?network={network}")
    assert shown.status_code == 200 and account in shown.text and f'href="/by-hand?network={network}"' in get(sandbox, "/").text
    posted = by_hand(sandbox, network, account, "Au <b>marché</b> ce matin", picture_bytes=picture())
    assert posted.status_code == 303 and f"show={network}" in posted.headers["Location"]
    wall = get(sandbox, posted.headers["Location"]).text
    assert "Au &lt;b&gt;marché&lt;/b&gt; ce matin" in wall and "Une place" in wall
    assert sandbox.ledger() == []  # no program made it


def test_a_post_by_hand_is_refused_as_the_app_would(sandbox: SandboxServer) -> None:
    facebook, instagram, x = (sandbox.account(network, "Demain", "demain")["id"] for network in ("facebook", "instagram", "twitter"))
    for network, account, text, said in (
        ("facebook", facebook, " ", "Write something"),
        ("facebook", "404", "Bonjour", "Choose an account"),
        ("instagram", instagram, "Bonjour", "without a picture"),
        ("twitter", x, "é" * 281, "281 characters; X takes 280"),
    ):
        answer = by_hand(sandbox, network, account, text)
        assert answer.status_code == 400 and said in answer.text and text.strip() in answer.text
    assert "no picture" in by_hand(sandbox, "instagram", instagram, "Bonjour", picture_bytes=b"nothing").text
    assert by_hand(sandbox, "myspace", facebook, "Bonjour").status_code == 404
    assert by_hand(sandbox, "facebook", facebook, "Bonjour", Origin="https://elsewhere.example").status_code == 403
    assert by_hand(sandbox, "facebook", facebook, "Bonjour", Origin=sandbox.base).status_code == 303
