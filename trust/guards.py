"""Guards of the product, each of which can be switched off in a process of the suite, so that the suite proves it would notice.

The product has no such switch: its functions are replaced here, in the started process only.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

_off: set[str] = set()


def switch_off(name: str) -> None:
    """The guard does nothing any more in this process and in those it forks."""
    GUARDS[name]()
    _off.add(name)


def is_off(name: str) -> bool:
    return name in _off


def lock() -> None:
    """Time alone says that an owner is gone, and nobody asks whether the lock is still held."""
    from scheduler.delivery import owners
    from trust.machine.hands import SimulatedOwner

    owners.is_gone = lambda owner: True
    owners.Owner.holds = lambda self: True  # type: ignore[method-assign]
    SimulatedOwner.holds = lambda self: True  # type: ignore[method-assign]


def deadline() -> None:
    """The bytes are written however late it is."""
    from datetime import UTC

    from networks.contract import NotSent
    from networks.wire import deadline as wire

    def check(self: wire.Window) -> None:
        if not self.allowed():
            raise NotSent("leave-withdrawn")
        self.written_at = datetime.now(UTC)

    wire.Window.check = check  # type: ignore[method-assign]


def settle() -> None:
    """A network is asked at once, three times in a row, whether it has what it may not show yet."""
    from django.conf import settings

    settings.LOOKS_S = (0.0, 0.0, 0.0)


def look() -> None:
    """Looks recognise nothing."""
    from scheduler.delivery import reconcile

    reconcile.matches = lambda *_, **__: []


def fence() -> None:
    """Whoever had a delivery before may still write, and old messages count as new ones."""
    from scheduler.delivery import check, reconcile, rows, run
    from scheduler.delivery.models import Delivery

    swap, ready, look_ = rows.swap, check.ready, reconcile.look

    def without_fence(model: Any, *, known: Sequence[str], rows: Sequence[Sequence[Any]], **more: Any) -> set[Any]:
        if "fence" in known:
            at = 1 + list(known).index("fence")
            rows = [(*row[:at], *row[at + 1 :]) for row in rows]
            known = [name for name in known if name != "fence"]
        return swap(model, known=known, rows=rows, **more)

    def of_now(pk: str, fence: int) -> int:
        found = Delivery.objects.filter(pk=pk).values_list("fence", flat=True).first()
        return fence if found is None else int(found)

    def look_whatever_the_fence(*, delivery_id: str, fence: int) -> None:
        look_(delivery_id=delivery_id, fence=of_now(delivery_id, fence))

    rows.swap = without_fence
    run.ready = lambda pairs, **more: ready([(pk, of_now(pk, fence)) for pk, fence in pairs], **more)  # type: ignore[attr-defined]
    reconcile.look = look_whatever_the_fence


def intent() -> None:
    """The row does not say that a call may be on its way: who is gone is taken for one that had not begun."""
    from scheduler.delivery import sweep
    from scheduler.delivery.shift import Change
    from scheduler.delivery.states import Event

    lost = sweep.lost

    def not_begun(delivery: Any, *, now: datetime) -> Change | None:
        change = lost(delivery, now=now)
        return Change(delivery, Event.NOT_DONE, now, {"problem": None}) if change else None

    sweep.lost = not_begun


def retry_on_unknown() -> None:
    """What nobody has an answer about is sent again, as others do."""
    from scheduler.delivery import states

    states.POLICY["Unknown"] = states.Event.NOT_DONE


GUARDS: dict[str, Callable[[], None]] = {
    "lock": lock,
    "deadline": deadline,
    "settle": settle,
    "look": look,
    "fence": fence,
    "intent": intent,
    "retry-on-unknown": retry_on_unknown,
}
