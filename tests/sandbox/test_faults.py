"""Ordered troubles: each does what its name says, and the ledger tells whether something was accepted."""

import time

import pytest
import requests

from tests.sandbox.conftest import Handle, Page
from tests.sandbox_server import SandboxServer

CREATED = {"5xx_after", "reset_after", "hang_after", "cut_body", "html_after"}
SILENT = {"reset_after", "hang_after", "cut_body", "reset_before", "hang"}
STATUS = {
    "5xx_after": 500,
    "html_after": 200,
    "429": 400,
    "5xx_before": 500,
    "html_body": 502,
    "odd_json": 502,
    "unknown_4xx": 400,
    "token_revoked": 400,
}


@pytest.mark.parametrize("kind", sorted(SILENT | set(STATUS)))
def test_a_fault_strikes_once_before_or_after_acceptance(sandbox: SandboxServer, our_page: Page, kind: str) -> None:
    sandbox.fault("facebook", "create", kind, seconds=0.05)
    if kind in SILENT:
        with pytest.raises(requests.RequestException):
            our_page.post(f"{our_page.id}/feed", message="Bonjour")
    else:
        assert our_page.post(f"{our_page.id}/feed", message="Bonjour").status_code == STATUS[kind]
    assert [row["text"] for row in sandbox.ledger()] == (["Bonjour"] if kind in CREATED else [])
    if kind != "token_revoked":
        assert our_page.post(f"{our_page.id}/feed", message="Suite").status_code == 200


def test_a_revoked_token_stays_dead(sandbox: SandboxServer, our_page: Page, handle: Handle) -> None:
    sandbox.fault("facebook", "look", "token_revoked")
    assert our_page.error(our_page.get(f"{our_page.id}/feed")) == (190, 460)
    assert our_page.error(our_page.get(our_page.id)) == (190, 460)
    sandbox.fault("twitter", "create", "token_revoked")
    assert [handle.post("x").status_code, handle.post("x").status_code] == [401, 401]


def test_a_refused_call_leaves_an_order_for_the_next_accepted_one(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.fault("twitter", "create", "5xx_after")
    assert handle.post("x", surprise=1).status_code == 400
    assert handle.post("x").status_code == 503
    assert len(sandbox.ledger()) == 1


def test_a_hidden_post_is_accepted_but_listed_late(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.fault("twitter", "create", "visibility_delay", seconds=40)
    made = handle.post("caché").json()["data"]["id"]
    assert handle.call("GET", f"users/{handle.id}/tweets").json() == {"meta": {"result_count": 0}}
    assert "caché" not in requests.get(sandbox.base, timeout=10).text
    assert handle.post("caché").status_code == 403
    sandbox.settings(clock_offset_seconds=41)
    assert handle.call("GET", f"users/{handle.id}/tweets").json()["meta"]["newest_id"] == made


def test_latency_comes_before_another_fault(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.fault("twitter", "any", "latency", seconds=0.2)
    sandbox.fault("twitter", "create", "credit_empty")
    began = time.monotonic()
    assert handle.post("x").status_code == 402
    assert time.monotonic() - began > 0.2


def test_an_order_may_be_for_one_account_and_a_number_of_times(sandbox: SandboxServer, handle: Handle) -> None:
    other = sandbox.account("twitter", "Toit", "toit")
    sandbox.fault("twitter", "create", "429", times=2, seconds=9, account=other["id"])
    assert handle.post("x").status_code == 201
    handle.token = sandbox.grant("twitter", other["id"])["access_token"]
    told = [handle.post(f"n{n}") for n in range(3)]
    assert [one.status_code for one in told] == [429, 429, 201]
    assert 8 <= int(told[0].headers["x-rate-limit-reset"]) - time.time() <= 11


@pytest.mark.parametrize(
    "order",
    [
        {"network": "myspace", "operation": "create", "kind": "429"},
        {"network": "twitter", "operation": "publish", "kind": "429"},
        {"network": "twitter", "operation": "create", "kind": "nonsense"},
        {"network": "facebook", "operation": "create", "kind": "credit_empty"},
        {"network": "twitter", "operation": "create", "kind": "429", "times": 0},
        {"network": "twitter", "operation": "create", "kind": "429", "surprise": 1},
    ],
)
def test_an_unknown_name_is_refused_with_the_known_ones(sandbox: SandboxServer, order: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"known|knows|exists|must"):
        sandbox.control("faults", order)


def test_orders_are_listed_and_cancelled(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.fault("twitter", "create", "429", times=5)
    assert sandbox.control("faults")["faults"][0]["times"] == 5
    assert sandbox.control("faults", method="DELETE") == {"cancelled": 1}
    assert handle.post("x").status_code == 201
