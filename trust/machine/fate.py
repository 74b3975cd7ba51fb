"""What happens to one call on its way, drawn beforehand."""

from dataclasses import dataclass

ANSWERS = (
    "done",
    "throttled",
    "refused",  # for good, by a documented refusal
    "not_sent",  # no connection
    "lost_before",  # nothing was accepted, and no answer came
    "lost_after",  # accepted, and no answer came
    "accepted_late",  # no answer came in time, and it is accepted afterwards
)
POINTS = ("before_call", "before_bytes", "while_writing", "before_answer")


@dataclass(frozen=True)
class Fate:
    """Of the `at_call`-th call of a journey; the others go well. `stops_at`: where its worker is frozen until somebody wakes or kills it.

    `shown_after_s`: how long the network hides what it accepted.
    """

    answer: str = "done"
    stops_at: str = ""
    at_call: int = 0
    shown_after_s: float = 0.0


SMOOTH = Fate()
