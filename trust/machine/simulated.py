"""Simulated networks: each shape of guard that real ones have, with a ledger. Everything that leaves goes by the real deadline check."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from networks.contract import (
    Caller,
    Content,
    Duplicate,
    NotSent,
    PictureSpec,
    Posted,
    Receipt,
    Refused,
    Spec,
    Stale,
    Step,
    Throttled,
    Unknown,
)
from networks.wire import deadline
from trust.machine import hands
from trust.machine.fate import Fate

DAY_S = 86_400.0


@dataclass
class Accepted:
    network: str
    account: str
    text: str
    id: str
    at: float
    shown_at: float


@dataclass
class Ledger:
    """What all of them accepted, and what they will accept in a moment. `now` is the simulated time."""

    now: float = 0.0
    rows: list[Accepted] = field(default_factory=list)
    late: list[tuple[float, "Shape", str, str, str, float]] = field(default_factory=list)
    containers: dict[str, str] = field(default_factory=dict)  # container → id of the post it became, "" before
    made: int = 0

    def number(self) -> int:
        self.made += 1
        return self.made

    def pass_time(self) -> None:
        """What was on its way into a network has arrived, each at its own moment, however far time was moved at once."""
        for due in sorted((one for one in self.late if one[0] <= self.now), key=lambda one: one[0]):
            self.late.remove(due)
            moment, shape, account, text, handle, shown_after_s = due
            with suppress(Refused, Unknown, Stale):  # nobody hears of it
                shape.accept(account, text, handle, shown_after_s, at=moment)


LEDGER = Ledger()


class Shape:
    """A network. `guard`: "consecutive" (an equal post right after itself is refused), "day" (within a day), "container", "" (none)."""

    colour = "#000000"
    set_up: tuple[str, ...] = ()
    handles_live = timedelta(hours=24)

    def __init__(self, slug: str, *, guard: str, max_segments: int = 1) -> None:
        self.slug, self.label, self.guard = slug, slug, guard
        self.resend_after_absent = bool(guard)
        self.spec = Spec(text_max=5_000, count=len, max_segments=max_segments, pictures=PictureSpec(max_count=0))

    def steps(self, content: Content) -> tuple[Step, ...]:
        if self.guard == "container":
            return Step("container"), Step("ready"), Step("publish", visible=True, text=content.segments[0])
        return tuple(Step(f"post-{n}", visible=True, text=text) for n, text in enumerate(content.segments, start=1))

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        hand = hands.current()
        fate = hand.next_fate()
        hand.meet("before_call", fate)
        ends_at = deadline.clock() + deadline.current().total_s  # as networks/wire/http.py
        if fate.answer == "not_sent":
            hand.meet("before_bytes", fate)
            raise NotSent("no-connection")
        hand.meet("before_bytes", fate)
        if deadline.clock() > ends_at:
            raise NotSent("too-late-to-connect")
        deadline.current().check()
        hand.meet("while_writing", fate)  # the window that docs/algorithms/dispatch.md names among the limits
        handle = self._arrive(step, caller=caller, handles=handles, fate=fate)
        hand.meet("before_answer", fate)
        if deadline.clock() > ends_at or handle is None:
            lost = Unknown("no-answer-in-time")
            raise lost if step.visible else NotSent("no-answer-in-time")
        return Receipt(handle=handle, permalink=f"https://example.org/{handle}")

    def _arrive(self, step: Step, *, caller: Caller, handles: Mapping[str, str], fate: Fate) -> str | None:
        """Return the handle, None when no answer will come. Raises what the network answers."""
        match fate.answer:
            case "throttled":
                raise Throttled("too-many-calls", until=datetime.now(UTC) + timedelta(seconds=20))
            case "refused":
                raise Refused("text-refused")
            case "lost_before":
                return None
        handle = self._invisible(step, handles) if not step.visible else None
        if handle is None:
            container = handles.get("container", "")
            if fate.answer == "accepted_late":
                # After the caller's patience and before the last look by far.
                LEDGER.late.append((LEDGER.now + 12, self, caller.remote_id, step.text, container, fate.shown_after_s))
                return None
            handle = self.accept(caller.remote_id, step.text, container, fate.shown_after_s, at=LEDGER.now)
        return None if fate.answer in ("lost_after", "accepted_late") else handle

    def _invisible(self, step: Step, handles: Mapping[str, str]) -> str:
        if step.name == "container":
            made = f"container-{LEDGER.number()}"
            LEDGER.containers[made] = ""
            return made
        return "FINISHED"

    def accept(self, account: str, text: str, container: str, shown_after_s: float, *, at: float) -> str:
        """The post is online from that moment. Raises Duplicate, Stale or Unknown as the guard has it."""
        own = [row for row in LEDGER.rows if row.network == self.slug and row.account == account]
        if self.guard == "consecutive" and own and own[-1].text == text:
            raise Duplicate("duplicate")
        if self.guard == "day" and any(row.text == text and at - row.at < DAY_S for row in own):
            raise Duplicate("duplicate")
        if self.guard == "container":
            if container not in LEDGER.containers:
                raise Stale("container-gone")
            if LEDGER.containers[container]:
                return self._adopt(LEDGER.containers[container])
        made = Accepted(self.slug, account, text, f"{self.slug}-{LEDGER.number()}", at, at + shown_after_s)
        LEDGER.rows.append(made)
        if self.guard == "container":
            LEDGER.containers[container] = made.id
        return made.id

    def _adopt(self, id: str) -> str:
        """Return what the container became. Raises Unknown while it is not listed."""
        if any(row.id == id and row.shown_at <= LEDGER.now for row in LEDGER.rows):
            return id
        raise Unknown("not-listed-yet")

    def look(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str], since: datetime) -> tuple[Posted, ...]:
        hand = hands.current()
        fate = hand.next_fate()
        hand.meet("before_bytes", fate)
        deadline.current().check()
        if fate.answer == "throttled":
            raise Throttled("too-many-calls", until=datetime.now(UTC) + timedelta(seconds=20))
        if fate.answer not in ("done", "refused", "accepted_late"):
            raise NotSent("no-answer-in-time")
        if self.guard == "container" and not LEDGER.containers.get(handles.get("container", "")):
            return ()
        found = tuple(
            Posted(remote_id=row.id, text=row.text, created_at=datetime.fromtimestamp(row.at, UTC), pictures=0)
            for row in LEDGER.rows
            if row.network == self.slug
            and row.account == caller.remote_id
            and row.shown_at <= LEDGER.now
            and row.at >= since.timestamp() - 1
        )
        if self.guard == "container" and not any(post.text == step.text for post in found):
            raise NotSent("not-listed-yet", retry_after_s=30)
        hand.meet("before_answer", fate)
        return found


SHAPES = {
    shape.slug: shape
    for shape in (
        Shape("sim-consecutive", guard="consecutive"),
        Shape("sim-day", guard="day", max_segments=5),
        Shape("sim-container", guard="container"),
        Shape("sim-bare", guard=""),
    )
}
