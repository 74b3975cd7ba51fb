"""What is left of each allowance is told on every answer, counted for whom it belongs to, and refused once it is used up."""

import json
from typing import Any

import pytest
import requests

from tests.sandbox.conftest import Handle, Page
from tests.sandbox_server import SandboxServer


def business(answer: requests.Response, account: str) -> dict[str, Any]:
    used: dict[str, Any] = json.loads(answer.headers["X-Business-Use-Case-Usage"])[account][0]
    return used


def app(answer: requests.Response) -> int:
    return int(json.loads(answer.headers["X-App-Usage"])["call_count"])


# ── Graph ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_page_that_used_its_day_must_wait(sandbox: SandboxServer, our_page: Page) -> None:
    sandbox.settings(facebook_calls_per_day=4)
    for _ in range(4):
        answer = our_page.get(our_page.id)
    assert business(answer, our_page.id)["call_count"] == 100 and app(answer) == 0
    told = our_page.get(our_page.id)
    assert our_page.error(told)[0] == 32
    assert business(told, our_page.id)["estimated_time_to_regain_access"] > 0


def test_the_hour_of_the_application_is_everybodys(sandbox: SandboxServer, our_page: Page) -> None:
    sandbox.settings(meta_app_calls_per_hour=2)
    other = sandbox.account("facebook", "Toit", "toit")
    theirs = Page(our_page.base, other["id"], sandbox.grant("facebook", other["id"])["access_token"])
    assert [app(our_page.get(our_page.id)), app(theirs.get(theirs.id))] == [50, 100]
    assert theirs.error(theirs.get(theirs.id))[0] == 4
    sandbox.settings(clock_offset_seconds=3_601)
    assert theirs.get(theirs.id).status_code == 200


def test_a_refused_call_of_graph_tells_the_usage_too(sandbox: SandboxServer, our_page: Page) -> None:
    sandbox.settings(facebook_calls_per_day=10)
    answer = our_page.post(f"{our_page.id}/feed")
    assert answer.status_code == 400 and business(answer, our_page.id)["call_count"] == 10


def test_an_instagram_account_that_used_its_day_must_wait(sandbox: SandboxServer, profile: Page) -> None:
    sandbox.settings(facebook_calls_per_day=1)
    assert profile.get(f"{profile.id}/media").status_code == 200
    assert profile.error(profile.get(f"{profile.id}/media"))[0] == 80002


def test_a_page_ordered_to_wait_says_so_and_the_application_does_not(sandbox: SandboxServer, our_page: Page) -> None:
    sandbox.fault("facebook", "create", "429", seconds=90)
    told = our_page.post(f"{our_page.id}/feed", message="Bonjour")
    assert business(told, our_page.id)["estimated_time_to_regain_access"] == 2 and app(told) == 0


# ── X ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def left(answer: requests.Response, name: str) -> str | None:
    return answer.headers.get(f"{name}-remaining")


def test_x_is_silent_about_the_day_as_a_rule(handle: Handle) -> None:
    answer = handle.post("x")
    assert (left(answer, "x-rate-limit"), left(answer, "x-user-limit-24hour")) == ("99", None)


@pytest.mark.parametrize(("setting", "name"), [("x_posts_per_day", "x-user-limit-24hour"), ("x_app_posts_per_day", "x-app-limit-24hour")])
def test_a_used_up_day_of_x_outlasts_the_quarter_of_an_hour(sandbox: SandboxServer, handle: Handle, setting: str, name: str) -> None:
    sandbox.settings(**{setting: 2})
    assert [left(handle.post(f"n{n}"), name) for n in range(2)] == ["1", "0"]
    told = handle.post("n3")
    assert (told.status_code, left(told, name), left(told, "x-rate-limit")) == (429, "0", "97")
    sandbox.settings(clock_offset_seconds=901)
    assert handle.post("n4").status_code == 429
    sandbox.settings(clock_offset_seconds=86_401)
    handle.token = sandbox.grant("twitter", handle.id)["access_token"]
    assert handle.post("n5").status_code == 201


def test_a_refused_call_of_x_counts_and_tells(handle: Handle) -> None:
    assert handle.post("Bonjour").status_code == 201
    assert left(handle.post("Bonjour"), "x-rate-limit") == "98"


def test_without_limits_nothing_is_counted_and_nothing_told(sandbox: SandboxServer, handle: Handle, our_page: Page) -> None:
    sandbox.settings(rate_limits=False, x_posts_per_window=1, facebook_calls_per_day=1)
    answers = [handle.post(f"n{n}") for n in range(3)]
    assert [answer.status_code for answer in answers] == [201] * 3 and left(answers[-1], "x-rate-limit") is None
    assert business([our_page.get(our_page.id) for _ in range(3)][-1], our_page.id)["call_count"] == 0
