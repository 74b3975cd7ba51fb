"""The experiment counts honestly, breaks only what is the demo's own, and exists nowhere else."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.approvals import selectors as approvals
from campaigns.posts import services as posts
from campaigns.posts.models import Placement, Post
from demo.break_it import experiment, stage, workers
from demo.break_it.count import Counts, Is, counted
from demo.break_it.count import Post as Planned
from demo.break_it.notes import Notes, changing
from demo.break_it.wall import Standing, Wall
from tests.sandbox_server import SandboxServer
from tests.stories.conftest import sandbox, wall

__all__ = ["sandbox", "wall"]
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
PAST, FUTURE = NOW - timedelta(minutes=5), NOW + timedelta(minutes=5)
A_TIME = (NOW,)
HERE = {"host": "localhost"}


# ── Counting ─────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("state", "planned_at", "on_wall", "can_send", "stands"),
    [
        ("", FUTURE, (), True, Is.PLANNED),
        ("claimed", FUTURE, (), True, Is.PLANNED),
        ("", PAST, (), True, Is.UNDER_WAY),
        ("sending", PAST, (), True, Is.UNDER_WAY),
        ("uncertain", PAST, (), True, Is.LOOKING),
        ("uncertain", PAST, A_TIME, True, Is.LOOKING),
        ("", PAST, (), False, Is.WAITING),
        ("held", PAST, (), True, Is.WAITING),
        ("published", PAST, A_TIME, True, Is.ONLINE),
        ("needs_look", PAST, A_TIME, True, Is.PERSON),
        ("failed", PAST, (), True, Is.PERSON),
        ("published", PAST, (), True, Is.LOST),
        ("cancelled", PAST, (), True, Is.LOST),
        ("", NOW - timedelta(hours=2), (), True, Is.LOST),
        ("published", PAST, (NOW, NOW), True, Is.DOUBLED),
        ("uncertain", PAST, (NOW, NOW), True, Is.DOUBLED),
    ],
)
def test_each_post_is_in_one_place(state: str, planned_at: datetime, on_wall: tuple[datetime, ...], can_send: bool, stands: Is) -> None:
    post = Planned(number=1, network="facebook", planned_at=planned_at, state=state, on_wall=on_wall, can_send=can_send)
    assert post.stands(now=NOW) is stands


def test_the_wall_is_counted_by_what_the_networks_accepted() -> None:
    known = [Planned(number=n, network="twitter", planned_at=PAST, state="published") for n in (1, 2, 3)]
    on_wall = [
        Standing(account="1", text=stage.text(run, number), at=PAST + timedelta(seconds=0.4))
        for run, number in ((7, 1), (7, 2), (7, 2), (6, 3))
    ]
    seen = counted(known, [*on_wall, Standing(account="1", text="somebody else's", at=NOW)], run=7, now=NOW)
    assert (seen.planned, seen.on_wall, seen.lost, seen.doubled) == (3, 2, 1, 1)
    assert (seen.late_median_s, seen.late_worst_s) == (0.4, 0.4)


def test_called_failed_though_it_is_online_is_not_hidden() -> None:
    known = [Planned(number=1, network="twitter", planned_at=PAST, state="failed")]
    seen = counted(known, [Standing(account="1", text=stage.text(1, 1), at=PAST)], run=1, now=NOW)
    assert (seen.wrongly_failed, seen.person, seen.lost) == (1, 1, 0)


# ── The experiment itself ────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def away(settings: Any, home: Path) -> None:
    settings.REDIS_URL = f"unix://{home / 'nobody.sock'}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("home", "away")
class TestPosts:
    def test_sixty_are_approved_each_at_a_second_of_its_own(self, wall: SandboxServer) -> None:
        now = timezone.now()
        seen = experiment.begin(now=now).counts
        assert (seen.planned, seen.on_wall, seen.lost) == (60, 0, 0)
        assert len({post.planned_at for post in seen.posts}) == 60
        assert max(post.planned_at for post in seen.posts) - now < timedelta(seconds=65)
        with scopes_disabled():
            for post in Post.objects.all():
                approval = approvals.latest(subject_kind=posts.KIND, subject_id=post.pk)
                assert approval
                assert posts.covers(approval, post)

    def test_more_go_on_where_the_others_end_until_it_is_enough(self, wall: SandboxServer) -> None:
        now = timezone.now()
        for _ in range(3):
            seen = experiment.begin(now=now).counts
        assert [post.number for post in seen.posts] == list(range(1, 181))
        assert len({post.planned_at for post in seen.posts}) == 180
        with pytest.raises(Refusal, match="break-it-enough"):
            experiment.begin(now=now)

    def test_to_begin_anew_takes_back_what_waits_and_calls_troubles_off(self, wall: SandboxServer) -> None:
        now = timezone.now()
        experiment.begin(now=now)
        experiment.strike("fail-facebook", now=now)
        seen = experiment.begin_anew(now=now)
        assert (seen.notes.run, seen.counts.planned, seen.notes.events) == (2, 0, [])
        assert wall.control("faults")["faults"] == []
        with scopes_disabled():
            assert not Placement.objects.filter(post__deleted_at=None).exists()

    def test_a_lost_sign_in_is_given_back(self, wall: SandboxServer) -> None:
        now = timezone.now()
        found = stage.made(wall=Wall.of_settings(), now=now)
        with scopes_disabled():
            Channel.objects.update(state="sign_in_lost")
            stage.made(wall=Wall.of_settings(), now=now)
            assert set(Channel.objects.values_list("organisation", "state")) == {(found.pk, "connected")}

    def test_nothing_is_broken_where_a_real_network_is_connected(self, settings: Any) -> None:
        settings.NETWORK_SITES = {"facebook": settings.NETWORK_SITES["facebook"].__class__(app_id="1", app_secret="2")}
        with pytest.raises(Refusal, match="break-it-real-network"):
            experiment.begin(now=timezone.now())


@pytest.fixture
def begun(home: Path, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an experiment were going on; blows may follow one another at once."""
    monkeypatch.setattr(experiment, "BETWEEN_BLOWS_S", 0)
    monkeypatch.setattr(experiment, "PATIENCE_S", 0)
    Organisation.objects.create(slug=stage.SLUG, name=stage.NAME)
    with changing() as notes:
        notes.run = 1


# ── Only what is ours ────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.usefixtures("begun")
def test_no_process_but_the_supervisors_own_worker_is_touched(home: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (home / "run").mkdir()
        for name, pid in (("publisher", other.pid), ("publisher-2", os.getpid()), ("publisher-3", os.getppid())):
            (home / "run" / f"{name}.pid").write_text(f"{pid}\n")
        assert workers.all_of_them() == []
        with pytest.raises(Refusal, match="break-it-no-worker"):
            experiment.strike("kill-worker", now=timezone.now())
        workers._signal(other.pid, signal.SIGKILL)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


@pytest.mark.usefixtures("begun")
def test_a_broker_that_is_not_the_demos_own_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere:6379/0")
    with pytest.raises(Refusal, match="break-it-not-our-broker"):
        experiment.strike("wipe-broker", now=timezone.now())


@pytest.mark.django_db
def test_nothing_strikes_before_it_has_begun(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(experiment, "BETWEEN_BLOWS_S", 0)
    with pytest.raises(Refusal, match="break-it-not-begun"):
        experiment.strike("fail-facebook", now=timezone.now())


@pytest.mark.usefixtures("begun")
def test_blows_come_one_at_a_time(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(experiment, "BETWEEN_BLOWS_S", 60)
    monkeypatch.setattr(experiment, "_struck_at", time.monotonic())
    with pytest.raises(Refusal, match="break-it-too-fast"):
        experiment.strike("fail-facebook", now=timezone.now())


# ── Over HTTP ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.django_db
def test_outside_the_demo_there_is_nothing(client: Client, settings: Any, home: Path) -> None:
    assert client.get("/api/break-it/", headers=HERE).status_code == 200
    settings.DEMO = False
    for path in ("", "begin/", "begin-anew/", "strike/"):
        assert client.post(f"/api/break-it/{path}", headers=HERE).status_code in (404, 405)
    assert client.get("/api/break-it/", headers=HERE).status_code == 404


@pytest.mark.django_db
def test_another_sites_page_breaks_nothing(home: Path) -> None:
    client = Client(enforce_csrf_checks=True, headers=HERE)
    for path in ("begin", "begin-anew", "strike"):
        assert client.post(f"/api/break-it/{path}/", {"kind": "kill-worker"}, content_type="application/json").status_code == 403


@pytest.mark.django_db
def test_an_unknown_blow_is_refused(client: Client, home: Path) -> None:
    answer = client.post("/api/break-it/strike/", {"kind": "rm -rf"}, content_type="application/json", headers=HERE)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["kind"])


# ── What is remembered ───────────────────────────────────────────────────────────────────────────────────────────
def test_notes_outlive_the_process_and_a_broken_file_is_no_end(home: Path) -> None:
    with changing() as notes:
        notes.run = 3
        notes.tell("begun", at=NOW, posts=60)
    with changing() as notes:
        assert (notes.run, notes.events[0]["code"], notes.events[0]["params"]) == (3, "begun", {"posts": 60})
    (home / "break-it.json").write_text("{")
    with changing() as notes:
        assert notes == Notes()


def test_nothing_of_a_change_is_kept_when_it_fails(home: Path) -> None:
    def change() -> None:
        with changing() as notes:
            notes.run = 9 // notes.run

    with pytest.raises(ZeroDivisionError):
        change()
    with changing() as notes:
        assert notes.run == 0


def test_an_empty_comparison_says_nothing_is_there() -> None:
    assert counted([], [], run=1, now=NOW) == Counts()
