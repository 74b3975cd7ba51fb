"""The judge. He reads what was planned, what the networks accepted, and what is shown at the end; nothing in between."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from trust.plan import Planned, marked

SAID_NOT_OUT = frozenset({"failed", "missed", "cancelled"})
SAID = SAID_NOT_OUT | {"needs_look", "held"}  # what people were told about; "held" is a person's own wish
EXAMPLES = 12


@dataclass(frozen=True)
class Shown:
    """What is shown of a placement at the end. `is_said`: people have been told of it (the end is on record)."""

    state: str
    is_said: bool = True
    note: str = ""


@dataclass
class Verdict:
    posts: int = 0
    published: int = 0
    lost: int = 0
    doubled: int = 0
    failed_but_live: int = 0
    needs_look: int = 0
    wrong_look: int = 0
    open: int = 0  # not at rest when the patience was over: a run that proves nothing
    late_p50_s: float = 0
    late_p99_s: float = 0
    ends: dict[str, int] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.failed_but_live or self.wrong_look or self.open)


def judge(planned: Iterable[Planned], ledger: Iterable[Mapping[str, Any]], shown: Mapping[str, Shown]) -> Verdict:
    """Return the verdict. `shown` is by placement; one that is not in it was never begun."""
    verdict, ends = Verdict(), Counter[str]()
    accepted: Counter[tuple[str, str, int, int]] = Counter()
    first_ms: dict[int, int] = {}
    for row in ledger:
        if which := marked(row["text"]):
            accepted[(row["network"], row["account"], *which)] += 1
            first_ms.setdefault(which[0], row["created_ms"])
    late: list[float] = []
    for one in planned:
        verdict.posts += 1
        counts = [accepted.pop((one.network, one.account, one.number, part), 0) for part in range(1, one.parts + 1)]
        end = shown.get(one.placement, Shown("never begun"))
        ends[end.state] += 1
        wrongs = wrongs_of(counts, end)
        for wrong in wrongs:
            setattr(verdict, wrong, getattr(verdict, wrong) + 1)
        verdict.needs_look += end.state == "needs_look"
        verdict.published += end.state == "published"
        if wrongs and len(verdict.examples) < EXAMPLES:
            verdict.examples.append(
                f"{'+'.join(wrongs)}: no {one.number} on {one.network}: accepted {counts}, shown {end.state} {end.note}"
            )
        if one.number in first_ms:
            late.append(first_ms[one.number] / 1000 - one.at)
    # What was accepted and never planned there: the right text on the wrong account is a double as well.
    strangers = sum(accepted.values())
    verdict.doubled += strangers
    if strangers:
        verdict.examples.append(f"doubled: {strangers} that nobody planned on that account, such as {next(iter(accepted))}")
    verdict.late_p50_s, verdict.late_p99_s = percentile(late, 50), percentile(late, 99)
    verdict.ends = dict(ends)
    return verdict


def wrongs_of(counts: list[int], end: Shown) -> list[str]:
    """Return what is wrong with one placement: names of Verdict's counters. `counts`: how often each part was accepted."""
    found = []
    is_live = all(counts)
    if any(count > 1 for count in counts):
        found.append("doubled")
    if end.state == "published":
        if not is_live:
            found.append("wrong_look")
    elif end.state in SAID:
        if not end.is_said and not is_live:
            found.append("lost")
        if end.state in SAID_NOT_OUT and is_live:
            found.append("failed_but_live")
    else:
        found.append("open")
        if not is_live:
            found.append("lost")
    return found


def percentile(values: list[float], percent: float) -> float:
    """Return the nearest-rank percentile, 0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
