"""The life of a delivery as one table. Pure. The words behind it are in docs/algorithms/dispatch.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    UNCERTAIN = "uncertain"
    HELD = "held"
    NEEDS_LOOK = "needs_look"
    PUBLISHED = "published"
    FAILED = "failed"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Event(StrEnum):
    CLAIM = "claim"  # a dispatcher hands it to a worker; the fence rises
    INTEND = "intend"  # the intent of its first call is saved by the worker that makes it; the fence rises
    NEXT = "next"  # one step is done, the intent of the next one is saved with it
    ALL_DONE = "all_done"
    NOT_DONE = "not_done"  # surely not done: try again later
    WAIT = "wait"  # not tried at all: the channel cannot send now
    REFUSE = "refuse"
    LOSE = "lose"  # the answer is lost, or its owner is
    DOUBT = "doubt"  # nobody was watching for a while: what no row knows of may have happened
    ASK_TO_LOOK = "ask_to_look"  # a message goes out; not a new owner yet, so that an older message of it is as good
    LOOK = "look"  # somebody looks; the fence rises
    ABSENT = "absent"  # not there (yet): look again
    FOUND_STEP = "found_step"
    FOUND_ALL = "found_all"
    RESEND = "resend"  # absent on all looks, and the network's policy calls one more send right
    GIVE_UP = "give_up"
    MISS = "miss"
    CANCEL = "cancel"
    HOLD = "hold"  # a person, or the stop of an organisation
    RELEASE = "release"  # a person
    RETRY = "retry"  # a person
    SAY_ONLINE = "say_online"  # a person
    DROP = "drop"  # a person
    LEAVE_OUT = "leave_out"  # a person: the post stands, its first comment is not said


S, E = State, Event
TABLE: dict[tuple[State, Event], State] = {
    (S.DUE, E.CLAIM): S.CLAIMED,
    (S.CLAIMED, E.CLAIM): S.CLAIMED,  # its lease was over
    (S.CLAIMED, E.INTEND): S.SENDING,
    (S.CLAIMED, E.WAIT): S.DUE,
    (S.CLAIMED, E.MISS): S.MISSED,
    (S.CLAIMED, E.CANCEL): S.CANCELLED,
    (S.CLAIMED, E.REFUSE): S.FAILED,
    (S.CLAIMED, E.ALL_DONE): S.PUBLISHED,  # every visible step was found while looking
    (S.SENDING, E.NEXT): S.SENDING,
    (S.SENDING, E.ALL_DONE): S.PUBLISHED,
    (S.SENDING, E.NOT_DONE): S.DUE,
    (S.SENDING, E.REFUSE): S.FAILED,
    (S.SENDING, E.LOSE): S.UNCERTAIN,
    (S.SENDING, E.GIVE_UP): S.NEEDS_LOOK,  # the network answered with the id of another post of ours: only a person can tell
    (S.DUE, E.DOUBT): S.UNCERTAIN,
    (S.CLAIMED, E.DOUBT): S.UNCERTAIN,
    (S.UNCERTAIN, E.ASK_TO_LOOK): S.UNCERTAIN,
    (S.UNCERTAIN, E.LOOK): S.UNCERTAIN,
    (S.UNCERTAIN, E.ABSENT): S.UNCERTAIN,
    (S.UNCERTAIN, E.FOUND_STEP): S.DUE,
    (S.UNCERTAIN, E.FOUND_ALL): S.PUBLISHED,
    (S.UNCERTAIN, E.RESEND): S.DUE,
    (S.UNCERTAIN, E.GIVE_UP): S.NEEDS_LOOK,
    # A hold stops what would send. A look sends nothing, and a call that may be on its way cannot be called back.
    (S.DUE, E.HOLD): S.HELD,
    (S.CLAIMED, E.HOLD): S.HELD,
    (S.HELD, E.RELEASE): S.DUE,
    (S.HELD, E.MISS): S.MISSED,
    (S.HELD, E.DROP): S.CANCELLED,
    (S.FAILED, E.RETRY): S.DUE,
    (S.MISSED, E.RETRY): S.DUE,
    (S.NEEDS_LOOK, E.RETRY): S.DUE,
    (S.NEEDS_LOOK, E.SAY_ONLINE): S.PUBLISHED,
    (S.NEEDS_LOOK, E.DROP): S.CANCELLED,
    (S.FAILED, E.DROP): S.CANCELLED,
    (S.FAILED, E.LEAVE_OUT): S.PUBLISHED,
    (S.MISSED, E.DROP): S.CANCELLED,
}
OPEN = frozenset({S.DUE, S.CLAIMED, S.SENDING, S.UNCERTAIN})  # these have an alarm, and only these
# A new owner, or a person: whoever had it before writes no more.
FENCED = frozenset({E.CLAIM, E.INTEND, E.LOOK, E.LOSE, E.DOUBT, E.HOLD, E.RETRY})
ENDS = frozenset({S.PUBLISHED, S.FAILED, S.MISSED, S.CANCELLED, S.NEEDS_LOOK})  # booked once: on record, and people know


class Impossible(Exception):
    """The table has no such transition: a defect."""


def after(state: str, event: Event) -> State:
    """Return the state that follows. Raises Impossible."""
    try:
        return TABLE[State(state), event]
    except KeyError:
        raise Impossible(f"{state} has no {event}") from None


# What an answer means for the delivery, by the name of its class in networks/contract.py. Asked in this order.
POLICY: dict[str, Event] = {
    "Unknown": E.LOSE,
    "Refused": E.REFUSE,
    "NotSent": E.NOT_DONE,
    "Throttled": E.NOT_DONE,
    "SignInLost": E.NOT_DONE,
    "OutOfCredit": E.NOT_DONE,
}


def after_answer(kinds: Sequence[str], *, visible: bool, sent_before: bool) -> Event:
    """Return what follows an error: `kinds` are the names of its class and those above it, nearest first.

    `sent_before`: an earlier send of this step may have arrived, so a refused double means "look". What nobody sees may be done
    again. A class nobody foresaw is treated as not knowing.
    """
    if "Duplicate" in kinds and sent_before and visible:
        return E.LOSE
    event = next((POLICY[kind] for kind in kinds if kind in POLICY), E.LOSE)
    return E.NOT_DONE if event is E.LOSE and not visible else event


def backoff_s(tries: int, *, jitter: float) -> float:
    """Return how long to wait after this many calls that were surely not done: 2 s doubling to 60 s, ±25 % (jitter in 0..1)."""
    return float(min(60, 2 ** min(tries, 6))) * (0.75 + jitter / 2)


@dataclass(frozen=True)
class Verdict:
    """What a look at the account amounts to."""

    event: Event
    remote_id: str = ""
    permalink: str = ""
    wait_s: float = 0


def after_look(
    *,
    matches: Sequence[tuple[str, str]],
    looks: int,
    waits_s: Sequence[float],
    may_resend: bool,
    resends: int,
    is_last: bool,
) -> Verdict:
    """Return what follows a look that found these (remote id, permalink) pairs. `looks` counts this one.

    `waits_s`: when to look, in seconds after the call had ended at the latest.

    One match is it. Two cannot be told apart: a person decides. None: look again; after the last look one resend, if ever.
    """
    if len(matches) == 1:
        remote_id, permalink = matches[0]
        return Verdict(E.FOUND_ALL if is_last else E.FOUND_STEP, remote_id=remote_id, permalink=permalink)
    if len(matches) > 1:
        return Verdict(E.GIVE_UP)
    if looks < len(waits_s):
        return Verdict(E.ABSENT, wait_s=waits_s[looks] - waits_s[looks - 1])
    if may_resend and resends == 0:
        return Verdict(E.RESEND)
    return Verdict(E.GIVE_UP)
