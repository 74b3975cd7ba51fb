"""Start parts, watch them, start again what dies, end them in order."""

import os
import selectors
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import IO

from bootstrap.say import Trouble, line
from config.supervise.children import Child
from config.supervise.logs import Log
from config.supervise.part import Part

GRACE_S = 8.0
SLOW_S = 30.0
GIVE_UP_AFTER = 3  # falls of a part that was never ready: it will not get better by itself


class Stop(BaseException):
    """Somebody asked us to end."""


class Supervisor:
    """`before_fork` gives back what must not be carried over into a part, at its first start and at every later one."""

    def __init__(self, *, logs: Path, lock: IO[str], before_fork: Callable[[], None]) -> None:
        self._logs, self._lock, self._before_fork = logs, lock, before_fork
        self._notes = logs.parent / "run"
        self._notes.mkdir(parents=True, exist_ok=True)
        for left in self._notes.glob("*.pid"):
            left.unlink(missing_ok=True)
        self._children: list[Child] = []
        self._selector = selectors.DefaultSelector()

    def start(self, parts: Iterable[Part]) -> None:
        """The parts are starting."""
        for part in parts:
            child = Child(part, log=Log(self._logs / f"{part.name}.log"), note=self._notes / f"{part.name}.pid")
            self._children.append(child)
            self._begin(child)

    def wait_until_ready(self) -> None:
        """Every part is ready. Raises Trouble when one dies again and again instead."""
        asked_at = time.monotonic()
        while waiting := [child.part.name for child in self._children if not child.is_ready]:
            self._turn(patience_s=0.03)
            if time.monotonic() - asked_at > SLOW_S:
                line(f"  still waiting for {', '.join(waiting)}; their logs are in {self._logs}")
                asked_at = time.monotonic()

    def watch(self) -> None:
        """Watch for ever; only Stop ends it."""
        while True:
            is_steady = all(child.is_ready for child in self._children)
            self._turn(patience_s=1.0 if is_steady else 0.1)

    def end(self) -> None:
        """Nothing that was started runs any more. A second Ctrl-C makes it immediate."""
        try:
            for needed in (False, True):
                self._end_some([child for child in self._children if child.part.others_need is needed])
        except Stop:
            line("Killing what is left.")
        finally:
            for child in self._children:
                child.send(signal.SIGKILL)
            while any(child.is_running() for child in self._children):
                time.sleep(0.01)
            for child in self._children:
                child.forget()

    def _end_some(self, children: list[Child]) -> None:
        for child in children:
            child.send(signal.SIGTERM)
        until = time.monotonic() + GRACE_S
        while time.monotonic() < until and any(child.is_running() for child in children):
            self._read(patience_s=0.05)
        for child in children:
            child.send(signal.SIGKILL)

    def _turn(self, *, patience_s: float) -> None:
        """What was written is read, who died is started again when its time has come, who became ready is announced."""
        self._read(patience_s=patience_s)
        for child in self._children:
            if not child.pid:
                if time.monotonic() >= child.start_at:
                    self._begin(child)
            elif not child.is_running():
                self._fall(child)
            elif not child.is_ready and child.part.is_ready():
                child.is_ready = True
                line(f"  {child.part.name:<11} ready{' again' * child.was_ever_ready}  {child.part.about}".rstrip())
                child.was_ever_ready = True

    def _begin(self, child: Child) -> None:
        self._before_fork()
        child.start(let_go=self._let_go)
        self._selector.register(child.pipe, selectors.EVENT_READ, child)

    def _let_go(self) -> None:
        """In a forked part: what the supervisor holds is closed, above all the lock, which must end with the supervisor."""
        self._selector.close()
        for child in self._children:
            child.log.close()
            if child.pipe >= 0:
                os.close(child.pipe)
        self._lock.close()

    def _fall(self, child: Child) -> None:
        self._close(child)
        line(f"  {child.fall()}")
        if child.falls >= GIVE_UP_AFTER and not child.was_ever_ready:
            last = "\n".join(f"    {text}" for text in child.log.last_lines())
            raise Trouble(f"{last}\n\n{child.part.name} does not start; these are the last lines of {child.log.path}.")

    def _read(self, *, patience_s: float) -> None:
        for key, _ in self._selector.select(timeout=patience_s):
            child: Child = key.data
            _show(child)
            if not child.is_running():
                self._close(child)

    def _close(self, child: Child) -> None:
        """The last words of a process that has ended are read, and its pipe is closed."""
        if child.pipe >= 0:
            _show(child)
            self._selector.unregister(child.pipe)
            os.close(child.pipe)
            child.pipe = -1


def _show(child: Child) -> None:
    for text in child.read():
        line(f"  {child.part.name}: {text}")


def obey_signals() -> None:
    """From now on Ctrl-C, SIGTERM and a closed terminal raise Stop, wherever we are."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stop
