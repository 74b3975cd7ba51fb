"""What each network's refusals mean: one class, one policy."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from networks import instagram
from networks.contract import (
    Duplicate,
    NotSent,
    OutOfCredit,
    Refused,
    SignInLost,
    Stale,
    Throttled,
    Unknown,
)
from networks.wire import graph, oauth, x
from networks.wire.x_limits import until


def meaning(code, subcode=0, **headers):
    return graph.meaning({"code": code, "error_subcode": subcode, "message": "They said no"}, headers)


@pytest.mark.parametrize(
    ("code", "subcode", "kind", "ours"),
    [
        (1, 0, Unknown, "network-failed"),
        (2, 0, Unknown, "network-failed"),
        (4, 0, Throttled, "too-many-calls"),
        (17, 0, Throttled, "too-many-calls"),
        (341, 0, Throttled, "too-many-calls"),
        (32, 0, Throttled, "too-many-calls"),
        (613, 0, Throttled, "too-many-calls"),
        (80001, 0, Throttled, "too-many-calls"),
        (80002, 0, Throttled, "too-many-calls"),
        (4, 2207051, Refused, "spam-suspected"),
        (3, 0, SignInLost, "permission-missing"),
        (10, 0, SignInLost, "permission-missing"),
        (200, 0, SignInLost, "permission-missing"),
        (283, 0, SignInLost, "permission-missing"),
        (100, 0, Refused, "invalid-parameter"),
        (100, 33, SignInLost, "account-not-visible"),
        (102, 0, SignInLost, "token-refused"),
        (190, 0, SignInLost, "token-refused"),
        (190, 463, SignInLost, "token-refused"),
        (190, 458, SignInLost, "app-removed"),
        (190, 459, SignInLost, "security-check"),
        (190, 460, SignInLost, "password-changed"),
        (190, 492, SignInLost, "page-role-lost"),
        (368, 0, SignInLost, "account-blocked"),
        (506, 0, Duplicate, "duplicate"),
        (0, 1366051, Duplicate, "duplicate"),
        (1609005, 0, Refused, "link-not-reachable"),
        (324, 0, Refused, "picture-refused"),
        (324, 1366046, Refused, "picture-too-heavy"),
        (0, 1404102, Refused, "content-refused"),
        (0, 1390008, Throttled, "too-fast"),
        (0, 1404078, SignInLost, "page-authorisation-needed"),
        (0, 4854002, SignInLost, "security-check"),
        (0, 1363047, Unknown, "network-failed"),
        (9007, 2207027, NotSent, "still-preparing"),
        (-2, 2207003, NotSent, "picture-fetch-timed-out"),
        (-2, 2207020, Stale, "container-gone"),
        (24, 2207006, Stale, "container-gone"),
        (24, 2207008, Stale, "container-gone"),
        (-1, 2207053, Stale, "container-gone"),
        (-1, 2207001, Unknown, "network-failed"),
        (9, 2207042, Throttled, "daily-quota"),
        (25, 2207050, SignInLost, "account-blocked"),
        (9004, 2207052, Refused, "picture-not-reachable"),
        (36000, 2207004, Refused, "picture-too-heavy"),
        (36001, 2207005, Refused, "picture-type"),
        (36003, 2207009, Refused, "picture-ratio"),
        (36004, 2207010, Refused, "text-too-long"),
        (100, 2207040, Refused, "too-many-mentions"),
        (4711, 0, Unknown, "undocumented-answer"),
        (0, 4711, Unknown, "undocumented-answer"),
    ],
)
def test_a_graph_error_has_one_meaning(code, subcode, kind, ours):
    error = meaning(code, subcode)
    assert type(error) is kind and error.code == ours
    assert error.params == {"network_code": code, "network_subcode": subcode} and error.detail == "They said no"


def test_graph_says_in_minutes_when_a_page_may_call_again():
    usage = json.dumps({"1": [{"estimated_time_to_regain_access": 3}], "2": [{"estimated_time_to_regain_access": 42}]})
    wait = meaning(32, **{"X-Business-Use-Case-Usage": usage}).until - datetime.now(UTC)
    assert timedelta(minutes=41) < wait <= timedelta(minutes=42)


@pytest.mark.parametrize(
    "usage", ["", "nonsense", "[]", '{"1": 5}', '{"1": [{}]}', '{"1": []}', '{"1": [{"estimated_time_to_regain_access": null}]}']
)
def test_without_a_time_that_can_be_read_a_quarter_of_an_hour_is_waited(usage):
    wait = meaning(32, **{"X-Business-Use-Case-Usage": usage}).until - datetime.now(UTC)
    assert timedelta(minutes=14) < wait <= timedelta(minutes=15)


def test_the_daily_quota_of_instagram_is_not_asked_again_within_the_hour():
    assert meaning(9, 2207042).until - datetime.now(UTC) > timedelta(minutes=59)


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        ("Error: Media upload has failed with error code 2207052", Refused, "picture-not-reachable"),
        ("Error: 2207009", Refused, "picture-ratio"),
        ("Error: code 2207053.", Stale, "container-gone"),
        ("Error: 2207001", Stale, "container-gone"),
        ("Error", Refused, "picture-refused"),
    ],
)
def test_a_failed_container_says_whether_a_new_one_can_help(status, kind, code):
    error = instagram._failure(status)
    assert type(error) is kind and error.code == code


# ── X ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def problem(kind, **more):
    return {"type": f"https://api.twitter.com/2/problems/{kind}", "title": "No", "detail": "They said no", **more}


def plain(said):
    return {"type": "about:blank", "title": "Forbidden", "status": 403, "detail": said}


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (402, problem("credits", title="CreditsDepleted"), OutOfCredit, "out-of-credit"),
        (402, {}, OutOfCredit, "out-of-credit"),
        (403, problem("credits", title="CreditsDepleted"), OutOfCredit, "out-of-credit"),
        (403, {"title": "CreditsDepleted"}, OutOfCredit, "out-of-credit"),
        (429, problem("usage-capped", period="Monthly"), OutOfCredit, "out-of-credit"),
        (429, {"type": "https://api.x.com/2/problems/usage-capped"}, OutOfCredit, "out-of-credit"),
        (429, {"title": "Too Many Requests", "type": "about:blank", "status": 429}, Throttled, "too-many-calls"),
        (429, {"errors": [{"code": 88, "message": "Rate limit exceeded"}]}, Throttled, "too-many-calls"),
        (429, problem("rate-limit-exceeded"), Throttled, "too-many-calls"),
        (403, plain("You are not allowed to create a Tweet with duplicate content."), Duplicate, "duplicate"),
        (403, plain("You can only reply to or quote posts where you are mentioned or are the author."), Refused, "reply-refused"),
        (403, plain("Reply to this conversation is not allowed because you have not been mentioned"), Refused, "reply-refused"),
        (403, plain("You attempted to reply to a Tweet that is deleted or not visible to you."), Refused, "reply-refused"),
        (403, plain("You are not permitted to perform this action."), Refused, "not-permitted"),
        (403, problem("client-forbidden", reason="client-not-enrolled"), SignInLost, "app-not-allowed"),
        (403, problem("oauth1-permissions"), SignInLost, "permission-missing"),
        (403, problem("unsupported-authentication"), SignInLost, "permission-missing"),
        (403, problem("user-suspended"), SignInLost, "account-blocked"),
        (403, plain("Something new"), Unknown, "undocumented-answer"),
        (400, problem("invalid-request", errors=[{"parameters": {"text": ["x"]}, "message": "too long"}]), Refused, "invalid-parameter"),
        (400, {"errors": [{"type": "https://api.x.com/2/problems/invalid-request"}]}, Refused, "invalid-parameter"),
        (401, {"title": "Unauthorized", "type": "about:blank", "status": 401}, SignInLost, "token-refused"),
        (404, problem("resource-not-found"), Refused, "not-there-any-more"),
        (413, {}, Refused, "picture-too-heavy"),
        (400, {}, Unknown, "undocumented-answer"),
        (418, {"detail": "teapot"}, Unknown, "undocumented-answer"),
    ],
)
def test_a_refusal_of_x_has_one_meaning(status, body, kind, code):
    error = x.refusal(body, status=status, headers={})
    assert type(error) is kind and error.code == code


def in_seconds(headers):
    return (until(headers, datetime.now(UTC)) - datetime.now(UTC)).total_seconds()


def test_x_says_when_its_window_starts_anew():
    soon = int(datetime.now(UTC).timestamp()) + 120
    later = soon + 3_600
    assert 118 < in_seconds({"x-rate-limit-reset": str(soon), "x-rate-limit-remaining": "0"}) <= 121
    day = {"x-user-limit-24hour-reset": str(later), "x-user-limit-24hour-remaining": "0"}
    assert 3_700 < in_seconds({"x-rate-limit-reset": str(soon), "x-rate-limit-remaining": "5", **day}) <= 3_721
    assert 118 < in_seconds({"x-rate-limit-reset": str(soon), **day, "x-user-limit-24hour-remaining": "9"}) <= 121


@pytest.mark.parametrize("headers", [{}, {"x-rate-limit-reset": "soon"}, {"x-rate-limit-reset": "-1"}])
def test_x_without_a_reset_is_left_alone_for_a_window(headers):
    assert 890 < in_seconds(headers) <= 900


def test_a_reset_beyond_reason_does_not_silence_a_channel_for_years():
    assert in_seconds({"x-rate-limit-reset": "99999999999"}) < 90_001


# ── Token endpoints ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        ({"error": "invalid_grant", "error_description": "Code expired"}, Refused, "code-refused"),
        ({"error": "invalid_request", "error_description": "Value passed for the token was invalid."}, Refused, "code-refused"),
        ({"error": "invalid_client"}, Refused, "app-refused"),
        ({"error": "unauthorized_client"}, Refused, "app-refused"),
        ({"error": "invalid_scope"}, Refused, "sign-in-refused"),
        ({"error_type": "OAuthException", "code": 400, "error_message": "Invalid authorization code"}, Refused, "code-refused"),
        ({"error_type": "OAuthException", "code": 400, "error_message": "Invalid client_secret"}, Refused, "app-refused"),
        ({"error": "temporarily_unavailable"}, Unknown, "unexpected-answer"),
        ({}, Unknown, "unexpected-answer"),
    ],
)
def test_a_token_endpoint_says_what_is_wrong(body, kind, code):
    error = oauth.refusal(body, status=400)
    assert type(error) is kind and error.code == code


def test_only_a_refused_token_ends_a_sign_in():
    assert type(oauth.lost(Refused("code-refused"))) is SignInLost
    assert type(oauth.lost(Refused("app-refused"))) is Refused


def test_an_answer_without_a_token_is_no_sign_in():
    with pytest.raises(Unknown):
        oauth.tokens({"token_type": "bearer"}, now=datetime.now(UTC), scopes=())


def test_the_challenge_is_that_of_rfc_7636_appendix_b():
    assert oauth.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
