"""What a person relies on: what dies comes back and is told, and however the supervisor ends, nothing it started runs on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap import only_one
from bootstrap.say import Trouble

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0


class Running:
    """The supervisor of small_supervisor.py, and all it has said."""

    def __init__(self, folder: Path, *parts: str) -> None:
        self.folder, self.said = folder, folder / "said"
        self._file = self.said.open("wb")
        command = [sys.executable, str(Path(__file__).with_name("small_supervisor.py")), str(folder), *parts]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=self._file, stderr=self._file
        )

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + PATIENCE_S
        while words not in self.said.read_text():
            assert time.monotonic() < until, f"{words!r} was not said:\n{self.said.read_text()}"
            time.sleep(0.02)

    def parts(self) -> list[int]:
        return [int(file.suffix[1:]) for file in self.folder.glob("steady.*")]

    def wait_for_end(self) -> int:
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._file.close()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[type]:
    started: list[Running] = []

    def start(*parts: str) -> Running:
        started.append(Running(tmp_path, *parts))
        return started[-1]

    yield start  # type: ignore[misc]
    for one in started:
        one.close()


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(pids: list[int]) -> None:
    until = time.monotonic() + PATIENCE_S
    while any(is_alive(pid) for pid in pids):
        assert time.monotonic() < until, "a part outlived its supervisor"
        time.sleep(0.02)


def test_a_killed_part_comes_back_and_one_is_told(run) -> None:
    supervisor = run("steady")
    supervisor.wait_for("all ready")
    [first] = supervisor.parts()
    os.kill(first, signal.SIGKILL)
    supervisor.wait_for("steady has ended (killed by SIGKILL); it starts again now")
    supervisor.wait_for("ready again")
    until = time.monotonic() + PATIENCE_S
    while len(supervisor.parts()) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    [second] = [pid for pid in supervisor.parts() if pid != first]
    assert is_alive(second)


def test_a_part_killed_again_and_again_comes_back_at_once_and_its_note_says_which_process_it_is(run) -> None:
    supervisor = run("steady")
    supervisor.wait_for("all ready")
    note, began = supervisor.folder / "run" / "steady.pid", time.monotonic()
    for times in range(1, 4):
        os.kill(int(note.read_text()), signal.SIGKILL)
        until = time.monotonic() + PATIENCE_S
        while len(supervisor.parts()) <= times or supervisor.said.read_text().count("ready again") < times:
            assert time.monotonic() < until
            time.sleep(0.02)
    assert supervisor.said.read_text().count("it starts again now") == 3
    assert time.monotonic() - began < 5
    supervisor.process.send_signal(signal.SIGINT)
    supervisor.wait_for_end()
    assert not note.exists()


def test_what_must_not_be_shared_is_given_back_before_every_start(run) -> None:
    """A database connection carried over into a restarted part is closed under its hands: no heartbeat, no post."""
    supervisor = run("steady")
    supervisor.wait_for("all ready")
    assert supervisor.said.read_text().count("before a fork") == 1
    os.kill(supervisor.parts()[0], signal.SIGKILL)
    supervisor.wait_for("ready again")
    assert supervisor.said.read_text().count("before a fork") == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_and_its_likes_end_everything(run, number: signal.Signals) -> None:
    supervisor = run("steady")
    supervisor.wait_for("all ready")
    supervisor.process.send_signal(number)
    assert supervisor.wait_for_end() == 0
    assert not any(is_alive(pid) for pid in supervisor.parts())


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's own")
def test_a_supervisor_killed_the_hard_way_leaves_nothing(run) -> None:
    supervisor = run("steady", "stubborn")
    supervisor.wait_for("all ready")
    supervisor.process.kill()
    wait_until_gone(supervisor.parts())
    only_one.check_none(supervisor.folder)


def test_a_second_ctrl_c_kills_what_does_not_want_to_end(run) -> None:
    supervisor = run("stubborn")
    supervisor.wait_for("all ready")
    supervisor.process.send_signal(signal.SIGINT)
    supervisor.wait_for("asked to end")
    time.sleep(0.3)
    asked = time.monotonic()
    supervisor.process.send_signal(signal.SIGINT)
    supervisor.wait_for_end()
    assert time.monotonic() - asked < 3, "the grace for a part that will not end is 8 s"
    assert not any(is_alive(pid) for pid in supervisor.parts())


def test_a_part_that_never_starts_is_given_up_with_its_last_words(run) -> None:
    supervisor = run("hopeless")
    supervisor.wait_for_end()
    said = supervisor.said.read_text()
    assert "the cause of it all" in said
    assert "hopeless does not start" in said


def test_what_an_exception_says_is_shown_and_the_rest_is_in_the_log(run) -> None:
    supervisor = run("troubled")
    supervisor.wait_for("troubled: ValueError: of this we should hear")
    supervisor.wait_for("all ready")
    assert "and not of this" not in supervisor.said.read_text()
    assert "and not of this" in (supervisor.folder / "log" / "troubled.log").read_text()


def test_a_second_start_on_the_same_folder_is_refused_in_plain_words(run, tmp_path: Path) -> None:
    supervisor = run("steady")
    supervisor.wait_for("all ready")
    with pytest.raises(Trouble, match=r"already running in .* \(a test\)"):
        only_one.check_none(tmp_path)
    supervisor.process.send_signal(signal.SIGINT)
    supervisor.wait_for_end()
    only_one.check_none(tmp_path)
