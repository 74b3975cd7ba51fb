"""/healthz is green only when posts really go out, and never leaves whoever asks waiting."""

import json
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from config.celery import QUEUES
from config.health import PATIENCE_S, Probe, healthz
from config.supervise import valkey
from scheduler.health import services as health

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = [f"worker.{queue}" for queue in QUEUES]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The embedded broker, on a socket."""
    folder = tmp_path_factory.mktemp("broker")
    found, socket_path = valkey.find(), folder / "s"
    process = subprocess.Popen(valkey.command(found, socket=socket_path, folder=folder), stdout=subprocess.DEVNULL)
    while not valkey.answers(socket_path):
        time.sleep(0.02)
    yield socket_path
    process.terminate()
    process.wait()


@pytest.fixture
def broker(server: Path, settings) -> None:
    settings.REDIS_URL = f"unix://{server}"


def ask() -> tuple[int, dict]:
    answer = healthz(RequestFactory().get("/healthz"))
    return answer.status_code, json.loads(answer.content)


def test_anybody_may_ask(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "localhost"}).json()["status"] == "down"


def test_green_when_everybody_is_alive(broker) -> None:
    health.beat(parts=["dispatcher", *WORKERS], now=timezone.now())
    status, answer = ask()
    assert (status, answer["status"], answer["oldest_due_s"]) == (200, "ok", 0), answer


@pytest.mark.parametrize("silent", ["dispatcher", *WORKERS])
def test_red_with_its_name_when_a_part_has_fallen_silent(broker, silent: str) -> None:
    health.beat(parts=["dispatcher", *WORKERS], now=timezone.now())
    health.beat(parts=[silent], now=timezone.now() - timedelta(minutes=1))
    status, answer = ask()
    part = silent.split(".")[0]
    assert (status, answer["status"], answer["parts"][part]["status"]) == (503, "down", "down")
    assert silent in answer["parts"][part]["problem"]


def test_red_when_nobody_ever_lived(broker) -> None:
    status, answer = ask()
    assert status == 503
    assert answer["parts"]["database"]["status"] == "ok"


def test_red_when_the_broker_is_away(settings, tmp_path: Path) -> None:
    settings.REDIS_URL = f"unix://{tmp_path / 'nobody.sock'}"
    health.beat(parts=["dispatcher", *WORKERS], now=timezone.now())
    status, answer = ask()
    assert (status, answer["parts"]["broker"]["status"]) == (503, "down")


def test_a_broker_that_hangs_costs_less_than_a_second(settings, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        settings.REDIS_URL = f"unix://{tmp_path / 'silent.sock'}"
        began = time.monotonic()
        status, answer = ask()
    assert time.monotonic() - began < 1.5 * PATIENCE_S
    assert (status, answer["parts"]["broker"]["status"]) == (503, "down")


def test_a_part_that_hangs_costs_one_thread_however_often_it_is_asked_about() -> None:
    asked, go_on = [], threading.Event()

    def hang() -> None:
        asked.append(1)
        go_on.wait(10)

    probe = Probe(hang)
    answers = {id(probe.ask()) for _ in range(20)}
    time.sleep(0.1)
    assert (len(asked), len(answers)) == (1, 1)
    go_on.set()


def test_a_sign_of_life_is_given_again_and_again() -> None:
    from scheduler.health.models import Heartbeat

    stop = health.keep_beating(parts=["worker.publish"], every_s=0.05)
    seen: set[datetime] = set()
    until = time.monotonic() + 10
    while len(seen) < 3 and time.monotonic() < until:
        seen |= set(Heartbeat.objects.values_list("at", flat=True))
        time.sleep(0.02)
    stop.set()
    time.sleep(0.2)
    assert len(seen) >= 3
