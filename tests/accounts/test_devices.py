"""Notices on phones and browsers: sealed for that device alone, signed for, shown once; a device that is gone is forgotten."""

import base64
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.keys.models import InstallationKey
from accounts.notify import devices, push, services
from accounts.notify.models import Device, Notice
from networks.wire import guard
from tests.sandbox_server import SandboxServer
from tests.world import World

AGENT = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Mobile Safari/537.36"


@pytest.fixture
def service(sandbox: SandboxServer, settings: Any) -> SandboxServer:
    settings.PUSH_SERVICES = [sandbox.base]
    return sandbox


def browser(service: SandboxServer, client: APIClient) -> dict[str, Any]:
    """A browser that is subscribed with this installation's key."""
    key = client.get("/api/me/telling/").data["push_key"]
    made: dict[str, Any] = requests.post(f"{service.base}/push/browsers", json={"applicationServerKey": key}, timeout=5).json()
    return made


def behave(service: SandboxServer, made: dict[str, Any], **how: Any) -> None:
    requests.post(f"{service.base}/push/browsers/{made['id']}", json=how, timeout=5)


def shown(service: SandboxServer, made: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = requests.get(f"{service.base}/push/browsers/{made['id']}", timeout=5).json()["shown"]
    return rows


def turned_on(service: SandboxServer, client: APIClient) -> dict[str, Any]:
    made = browser(service, client)
    body = {"endpoint": made["endpoint"], "keys": made["keys"]}
    answer = client.post("/api/me/devices/", body, format="json", headers={"User-Agent": AGENT})
    assert answer.status_code == 201, answer.data
    return made | {"device": answer.data["id"]}


def tell(world: World, **more: Any) -> list[Notice]:
    code = more.pop("code", "request-waits")
    return services.tell(
        organisation=world.organisation,
        users=[world.approver],
        code=code,
        params={"title": "Affiches à Łódź 🏠", "by": "Planner"},
        path="/decisions?show=0b86ddbe-f33c-4cd0-bd3f-2a55720bad01",
        by_email=True,
        now=timezone.now(),
        **more,
    )


def test_a_notice_is_shown_in_the_readers_language_and_leads_to_the_card(world: World, service: SandboxServer):
    made = turned_on(service, world.client("approver"))
    world.approver.language = "fr"
    world.approver.save()
    tell(world)
    assert devices.show_due(now=timezone.now()) == 1
    [one] = shown(service, made)
    assert one["said"]["title"] == "Ours"
    assert "Affiches à Łódź 🏠" in one["said"]["body"]
    card = "0b86ddbe-f33c-4cd0-bd3f-2a55720bad01"
    assert one["said"]["path"] == f"/ours/decisions?show={card}&pushed={card}"
    assert one["urgency"] == "high"
    assert one["sender"].startswith("mailto:")


def test_it_is_shown_once_and_on_nobody_elses_device(world: World, service: SandboxServer):
    mine, theirs = turned_on(service, world.client("approver")), turned_on(service, world.client("planner"))
    tell(world)
    assert [devices.show_due(now=timezone.now()) for _ in range(2)] == [1, 0]
    assert (len(shown(service, mine)), shown(service, theirs)) == (1, [])


def test_the_list_says_what_each_device_is(world: World, service: SandboxServer):
    turned_on(service, world.client("approver"))
    [device] = world.client("approver").get("/api/me/telling/").data["devices"]
    assert (device["name"], device["shown_at"]) == ("Chrome · Android", None)


@pytest.mark.parametrize("how", [{"gone": True}, {"answers": [404]}])
def test_a_device_that_is_gone_is_forgotten(world: World, service: SandboxServer, how: dict[str, Any]):
    made = turned_on(service, world.client("approver"))
    behave(service, made, **how)
    tell(world)
    assert devices.show_due(now=timezone.now()) == 0
    assert not Device.objects.exists()


@pytest.mark.parametrize(("under", "stays"), [("", True), ("the key of before a restore", False)])
def test_a_refusal_forgets_only_a_device_that_was_made_with_another_key(world: World, service: SandboxServer, under: str, stays: bool):
    made = turned_on(service, world.client("approver"))
    if under:
        Device.objects.update(spoken_for_by=under)
    behave(service, made, answers=[403])
    tell(world)
    assert devices.show_due(now=timezone.now()) == 0
    assert Device.objects.exists() is stays


def test_a_service_that_is_away_is_asked_again_for_an_hour(world: World, service: SandboxServer):
    made = turned_on(service, world.client("approver"))
    behave(service, made, answers=[503, 429])
    tell(world)
    now = timezone.now()
    assert devices.show_due(now=now) == 0
    assert devices.show_due(now=now) == 0  # not yet again
    assert devices.show_due(now=now + timedelta(minutes=3)) == 0
    assert devices.show_due(now=now + timedelta(minutes=6)) == 1
    behave(service, made, answers=[503])
    tell(world)
    assert devices.show_due(now=timezone.now() + timedelta(hours=2)) == 0
    assert not Notice.objects.exclude(push_at=None).exists()


def keys_of_a_browser() -> dict[str, str]:
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    raw = point.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return {"p256dh": b64(raw), "auth": b64(os.urandom(16))}


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://127.0.0.1/push",
        "https://[::1]/push",
        "https://10.0.0.7/push",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/push",
        "https://printer.local/push",
        "http://push.example.org/x",
        "https://me@push.example.org/x",
        "https://push.example.org:notaport/x",
        "javascript:alert(1)",
        "",
    ],
)
def test_an_address_that_is_not_public_is_refused_at_once(world: World, endpoint: str):
    answer = world.client("approver").post("/api/me/devices/", {"endpoint": endpoint, "keys": keys_of_a_browser()}, format="json")
    assert answer.status_code == 400
    assert not Device.objects.exists()


@pytest.mark.parametrize("address", ["127.0.0.1", "[::1]", "10.1.2.3", "localhost"])
def test_and_the_guarded_door_refuses_it_once_more_when_something_is_sent(settings: Any, address: str):
    settings.PUSH_SERVICES = []
    with pytest.raises(guard.NotAllowed):
        guard.post(f"https://{address}/push", body=b"x", headers={})


def test_a_device_whose_name_leads_inside_is_forgotten(world: World, settings: Any):
    """The name was public when it was typed and leads to this machine when it is looked up."""
    settings.PUSH_SERVICES = []
    keys = keys_of_a_browser()
    devices.add(user=world.approver, endpoint="https://localhost/push", agent="", now=timezone.now(), **keys)
    tell(world)
    assert devices.show_due(now=timezone.now()) == 0
    assert not Device.objects.exists()


@pytest.mark.parametrize("keys", [{"p256dh": "AAAA", "auth": "AAAA"}, {"p256dh": "%%%", "auth": "%%%"}])
def test_keys_that_are_none_are_refused_in_words(world: World, service: SandboxServer, keys: dict[str, str]):
    made = browser(service, world.client("approver"))
    answer = world.client("approver").post("/api/me/devices/", {"endpoint": made["endpoint"], "keys": keys}, format="json")
    assert (answer.status_code, answer.data["problem"]) == (400, "device-not-fit")


def test_a_shared_browser_shows_the_notices_of_who_turned_them_on_last(world: World, service: SandboxServer):
    made = turned_on(service, world.client("planner"))
    body = {"endpoint": made["endpoint"], "keys": made["keys"]}
    world.client("approver").post("/api/me/devices/", body, format="json")
    assert Device.objects.get().user == world.approver


def test_nobody_sees_tries_or_removes_another_persons_device(world: World, service: SandboxServer):
    made = turned_on(service, world.client("approver"))
    planner = world.client("planner")
    assert planner.get("/api/me/telling/").data["devices"] == []
    assert planner.post(f"/api/me/devices/{made['device']}/try/", {"organisation": "ours"}, format="json").status_code == 404
    assert planner.delete(f"/api/me/devices/{made['device']}/").status_code == 404
    assert world.client("approver").delete(f"/api/me/devices/{made['device']}/").status_code == 204
    assert not Device.objects.exists()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", "/api/me/telling/"),
        ("patch", "/api/me/telling/"),
        ("post", "/api/me/devices/"),
        ("delete", "/api/me/devices/0b86ddbe-f33c-4cd0-bd3f-2a55720bad01/"),
        ("post", "/api/me/devices/0b86ddbe-f33c-4cd0-bd3f-2a55720bad01/try/"),
    ],
)
def test_nobody_signed_in_is_asked_to_sign_in(db: None, method: str, path: str):
    assert getattr(APIClient(), method)(path, {}, format="json").status_code == 401


def test_trying_a_device_says_whether_it_works(world: World, service: SandboxServer):
    client = world.client("approver")
    made = turned_on(service, client)
    path = f"/api/me/devices/{made['device']}/try/"
    assert client.post(path, {"organisation": "ours"}, format="json").status_code == 200
    assert "It works" in shown(service, made)[0]["said"]["body"]
    behave(service, made, answers=[500])
    assert client.post(path, {"organisation": "ours"}, format="json").data["problem"] == "device-not-reached"
    behave(service, made, gone=True)
    assert client.post(path, {"organisation": "ours"}, format="json").data["problem"] == "device-gone"
    assert not Device.objects.exists()


def test_our_key_is_sealed_and_stays(world: World, home: Path):
    client = world.client("approver")
    first, again = (client.get("/api/me/telling/").data["push_key"] for _ in range(2))
    assert first == again
    row = InstallationKey.objects.get(purpose="push")
    assert row.public == first
    assert len(bytes(row.sealed)) == 1 + 12 + 32 + 16


def test_a_browser_subscribed_with_another_key_is_forgotten(world: World, service: SandboxServer):
    """The vault key was lost: our old key cannot be opened, and push services take no other for old devices."""
    made = turned_on(service, world.client("approver"))
    InstallationKey.objects.filter(purpose="push").update(retired_at=timezone.now())
    tell(world)
    assert devices.show_due(now=timezone.now()) == 0
    assert (shown(service, made), Device.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("status", "outcome"), [(201, "taken"), (404, "gone"), (410, "gone"), (429, "later"), (500, "later"), (413, "refused")]
)
def test_what_a_status_means(status: int, outcome: str):
    assert push.outcome_of(status) == outcome
