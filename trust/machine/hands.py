"""Workers of the simulation: threads of which exactly one runs at a time. A worker can be frozen inside a call, woken, or killed there."""

import threading
from collections.abc import Callable
from itertools import count

from trust.machine.fate import SMOOTH, Fate

here = threading.local()
OWNERS: "dict[str, SimulatedOwner]" = {}
_numbers = count(1)


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


class SimulatedOwner:
    """Stands for the lock of a process (scheduler/delivery/owners.py): free as soon as the process is gone."""

    SURE_S = 4.0

    def __init__(self) -> None:
        self.id = f"{next(_numbers):032x}"
        self.is_dead = False
        self.lost_at: float | None = None  # the lock went with the database's session; the process hears of it a little later
        OWNERS[self.id] = self

    def holds(self) -> bool:
        from networks.wire import deadline

        return not self.is_dead and (self.lost_at is None or deadline.clock() - self.lost_at < self.SURE_S)

    def is_gone(self) -> bool:
        return self.is_dead or self.lost_at is not None


class Hand:
    def __init__(self) -> None:
        self.owner = SimulatedOwner()
        self.fate, self.calls = SMOOTH, 0
        self.at = ""  # where it is frozen; "" when it is free
        self.wrong: BaseException | None = None
        self._go, self._back = threading.Semaphore(0), threading.Semaphore(0)
        self._job: Callable[[], None] | None = None
        self._dies = False
        threading.Thread(target=self._live, daemon=True).start()

    # ── Called by the one who leads ──────────────────────────────────────────────────────────────────────────────
    def begin(self, job: Callable[[], None], fate: Fate) -> None:
        """The job runs to its end, or to where its fate freezes it."""
        assert not self.at
        if self.owner.is_gone():
            self.owner = SimulatedOwner()
        self._job, self.fate, self.calls = job, fate, 0
        self._pass_on()

    def go_on(self) -> None:
        """It is woken and runs to its end."""
        self.fate = Fate(self.fate.answer, "", self.fate.at_call, self.fate.shown_after_s)
        self._pass_on()

    def kill(self) -> None:
        """The process is gone where it stood; a new one stands ready, with a lock of its own."""
        self.owner.is_dead = True
        if self.at:
            self._dies = True
            self._pass_on()
        self.owner = SimulatedOwner()

    def _pass_on(self) -> None:
        self.at = ""
        self._go.release()
        self._back.acquire()
        if self.wrong:
            wrong, self.wrong = self.wrong, None
            raise wrong

    # ── Called in its own thread ─────────────────────────────────────────────────────────────────────────────────
    def _live(self) -> None:
        here.hand = self
        while True:
            self._go.acquire()
            assert self._job
            try:
                self._job()
            except Killed:
                pass
            except BaseException as error:  # noqa: BLE001  it is raised again where the job was begun
                self.wrong = error
            self._dies = False
            self._back.release()

    def meet(self, point: str, fate: Fate) -> None:
        """Stand still here if the fate says so. Raises Killed."""
        if fate.stops_at != point:
            return
        self.at = point
        self._back.release()
        self._go.acquire()
        if self._dies:
            raise Killed

    def next_fate(self) -> Fate:
        """Return what happens to the call that begins now."""
        fate = self.fate if self.calls == self.fate.at_call else SMOOTH
        self.calls += 1
        return fate


def current() -> Hand:
    hand: Hand = here.hand
    return hand
