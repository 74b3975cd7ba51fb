"""The three OAuth flows, from the consent page to a working token."""

import base64
import hashlib
import hmac
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from tests.sandbox_server import APP_ID, APP_SECRET, SandboxServer

VERIFIER = "a" * 50
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
X_SCOPES = "tweet.read tweet.write users.read media.write offline.access"
DOOR = {
    "facebook": ("v25.0/dialog/oauth", {"scope": "pages_show_list,pages_read_engagement,pages_manage_posts"}),
    "instagram": ("oauth/authorize", {"scope": "instagram_business_basic,instagram_business_content_publish"}),
    "twitter": ("i/oauth2/authorize", {"scope": X_SCOPES, "code_challenge": CHALLENGE, "code_challenge_method": "S256"}),
}
SECRET = {"client_id": APP_ID, "client_secret": APP_SECRET}


def callback(slug: str) -> str:
    return f"http://localhost:8000/connect/{slug}/callback"


def door(sandbox: SandboxServer, slug: str, **change: str) -> str:
    path, query = DOOR[slug]
    whole = {"client_id": APP_ID, "redirect_uri": callback(slug), "response_type": "code", "state": "kept & safe", **query, **change}
    return f"{sandbox.url(slug)}/{path}?{urlencode(whole)}"


def answer(sandbox: SandboxServer, slug: str, choice: str = "allow", **form: Any) -> dict[str, str]:
    """Push a button of the consent page; return the query the person comes back with."""
    account = sandbox.account(slug, "Demain", "demain")
    told = requests.post(door(sandbox, slug), data={"account": account["id"], "choice": choice, **form}, allow_redirects=False, timeout=10)
    assert told.status_code == 303, told.text
    back = urlsplit(told.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == callback(slug)
    return {name: values[0] for name, values in parse_qs(back.query).items()}


def x_token(sandbox: SandboxServer, **form: str) -> requests.Response:
    return requests.post(f"{sandbox.url('twitter')}/2/oauth2/token", data=form, auth=(APP_ID, APP_SECRET), timeout=10)


@pytest.mark.parametrize("slug", list(DOOR))
def test_the_consent_page_names_the_application_and_offers_invented_accounts(sandbox: SandboxServer, slug: str) -> None:
    shown = requests.get(door(sandbox, slug), timeout=10)
    assert shown.status_code == 200
    assert "Carillon" in shown.text
    assert shown.text.count('name="account"') == 3


@pytest.mark.parametrize("slug", list(DOOR))
@pytest.mark.parametrize(
    "change", [{"redirect_uri": "http://localhost:8000/elsewhere"}, {"client_id": "other"}, {"scope": "everything"}, {"surprise": "1"}]
)
def test_a_wrong_request_for_consent_sends_nobody_back(sandbox: SandboxServer, slug: str, change: dict[str, str]) -> None:
    for method in ("GET", "POST"):
        told = requests.request(method, door(sandbox, slug, **change), data={"choice": "allow"}, allow_redirects=False, timeout=10)
        assert told.status_code == 400
        assert "Location" not in told.headers


@pytest.mark.parametrize("slug", list(DOOR))
def test_cancel_comes_back_as_access_denied_with_the_state(sandbox: SandboxServer, slug: str) -> None:
    back = answer(sandbox, slug, "cancel")
    assert (back["error"], back["state"]) == ("access_denied", "kept & safe")


def test_an_account_made_on_the_spot_is_offered_and_chosen(sandbox: SandboxServer) -> None:
    form = {"choice": "create", "new_name": "Nieuwe <b>Wijk</b>", "new_handle": "nieuwe.wijk"}
    shown = requests.post(door(sandbox, "instagram"), data=form, timeout=10)
    assert "@nieuwe.wijk" in shown.text
    assert "<b>Wijk" not in shown.text
    assert "cannot be made" in requests.post(door(sandbox, "instagram"), data={**form, "new_handle": "no spaces"}, timeout=10).text


def test_facebook_from_a_code_to_a_page_token_that_does_not_end(sandbox: SandboxServer) -> None:
    graph = f"{sandbox.url('facebook')}/v25.0"
    code = answer(sandbox, "facebook")["code"]
    wanted = {**SECRET, "redirect_uri": callback("facebook"), "code": code}

    def token(**query: str) -> requests.Response:
        return requests.get(f"{graph}/oauth/access_token", params=query, timeout=10)

    assert token(**{**wanted, "redirect_uri": callback("twitter")}).json()["error"]["error_subcode"] == 36008
    assert token(**{**wanted, "client_secret": "wrong"}).json()["error"]["code"] == 1
    short = token(**wanted).json()
    assert short["expires_in"] == 7200
    assert token(**wanted).json()["error"]["error_subcode"] == 36009
    long = token(**SECRET, grant_type="fb_exchange_token", fb_exchange_token=short["access_token"]).json()
    assert long["expires_in"] == 5183944
    pages = requests.get(
        f"{graph}/me/accounts", params={"access_token": long["access_token"], "fields": "id,name,access_token"}, timeout=10
    ).json()
    page = pages["data"][0]
    debug = requests.get(
        f"{graph}/debug_token", params={"input_token": page["access_token"], "access_token": f"{APP_ID}|{APP_SECRET}"}, timeout=10
    )
    told = debug.json()["data"]
    assert (told["is_valid"], told["type"], told["expires_at"], told["profile_id"]) == (True, "PAGE", 0, page["id"])


def test_a_permission_the_person_unticked_is_refused_on_each_call(sandbox: SandboxServer) -> None:
    code = answer(sandbox, "facebook", scoped="1", scope=["pages_show_list", "pages_read_engagement"])["code"]
    graph = f"{sandbox.url('facebook')}/v25.0"
    user = requests.get(
        f"{graph}/oauth/access_token", params={**SECRET, "redirect_uri": callback("facebook"), "code": code}, timeout=10
    ).json()
    page = requests.get(f"{graph}/me/accounts", params={"access_token": user["access_token"]}, timeout=10).json()["data"][0]
    told = requests.post(f"{graph}/{page['id']}/feed", data={"message": "Bonjour", "access_token": page["access_token"]}, timeout=10)
    assert told.json()["error"]["code"] == 200
    assert sandbox.ledger() == []


def test_a_wrong_appsecret_proof_is_refused_and_a_right_one_taken(sandbox: SandboxServer) -> None:
    page = sandbox.account("facebook", "Demain", "demain")
    token = sandbox.grant("facebook", page["id"])["access_token"]
    right = hmac.new(APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
    for proof, status in ((right, 200), ("0" * 64, 400)):
        query = {"access_token": token, "appsecret_proof": proof}
        assert requests.get(f"{sandbox.url('facebook')}/v25.0/{page['id']}", params=query, timeout=10).status_code == status


def test_instagram_from_a_code_to_a_long_token_that_refreshes_after_a_day(sandbox: SandboxServer) -> None:
    base = sandbox.url("instagram")
    form = {
        **SECRET,
        "grant_type": "authorization_code",
        "redirect_uri": callback("instagram"),
        "code": answer(sandbox, "instagram")["code"],
    }
    short = requests.post(f"{base}/oauth/access_token", data=form, timeout=10).json()
    assert (
        requests.post(f"{base}/oauth/access_token", data=form, timeout=10).json()["error_message"]
        == "This authorization code has been used"
    )
    query = {"grant_type": "ig_exchange_token", "client_secret": APP_SECRET, "access_token": short["access_token"]}
    long = requests.get(f"{base}/access_token", params=query, timeout=10).json()
    refresh = {"grant_type": "ig_refresh_token", "access_token": long["access_token"]}
    assert requests.get(f"{base}/refresh_access_token", params=refresh, timeout=10).status_code == 400
    sandbox.settings(clock_offset_seconds=90_000)
    newer = requests.get(f"{base}/refresh_access_token", params=refresh, timeout=10).json()
    me = requests.get(f"{base}/v25.0/me", params={"fields": "user_id,username", "access_token": newer["access_token"]}, timeout=10).json()
    assert (me["username"], me["user_id"]) == ("demain", str(short["user_id"]))


def test_x_checks_the_verifier_and_a_code_lives_thirty_seconds(sandbox: SandboxServer) -> None:
    code = answer(sandbox, "twitter")["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": callback("twitter"), "code_verifier": VERIFIER}
    assert requests.post(f"{sandbox.url('twitter')}/2/oauth2/token", data=form, timeout=10).status_code == 401
    assert x_token(sandbox, **{**form, "code_verifier": "b" * 50}).status_code == 400
    assert x_token(sandbox, **form).json()["expires_in"] == 7200
    late = answer(sandbox, "twitter")["code"]
    sandbox.settings(clock_offset_seconds=31)
    assert x_token(sandbox, **{**form, "code": late}).json()["error"] == "invalid_request"


def test_a_refresh_token_used_twice_ends_its_whole_family(sandbox: SandboxServer) -> None:
    account = sandbox.account("twitter", "Demain", "demain")
    first = sandbox.grant("twitter", account["id"])
    second = x_token(sandbox, grant_type="refresh_token", refresh_token=first["refresh_token"]).json()
    me = f"{sandbox.url('twitter')}/2/users/me"
    assert requests.get(me, headers={"Authorization": f"Bearer {second['access_token']}"}, timeout=10).status_code == 200
    assert x_token(sandbox, grant_type="refresh_token", refresh_token=first["refresh_token"]).status_code == 400
    assert requests.get(me, headers={"Authorization": f"Bearer {second['access_token']}"}, timeout=10).status_code == 401
    assert x_token(sandbox, grant_type="refresh_token", refresh_token=second["refresh_token"]).status_code == 400


def test_x_gives_no_refresh_token_without_offline_access_and_an_access_token_ends_after_two_hours(sandbox: SandboxServer) -> None:
    account = sandbox.account("twitter", "Demain", "demain")
    grant = sandbox.grant("twitter", account["id"], ["tweet.read", "users.read"])
    assert "refresh_token" not in grant
    sandbox.settings(clock_offset_seconds=7201)
    told = requests.get(f"{sandbox.url('twitter')}/2/users/me", headers={"Authorization": f"Bearer {grant['access_token']}"}, timeout=10)
    assert told.status_code == 401


def test_a_revoked_refresh_token_takes_its_access_token_along(sandbox: SandboxServer) -> None:
    grant = sandbox.grant("twitter", sandbox.account("twitter", "Demain", "demain")["id"])
    url = f"{sandbox.url('twitter')}/2/oauth2/revoke"
    assert requests.post(url, data={"token": grant["refresh_token"]}, auth=(APP_ID, APP_SECRET), timeout=10).json() == {"revoked": True}
    told = requests.get(f"{sandbox.url('twitter')}/2/users/me", headers={"Authorization": f"Bearer {grant['access_token']}"}, timeout=10)
    assert told.status_code == 401
