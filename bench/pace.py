"""How fast a number of posts arrived, and how late."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.call import Call


@dataclass(frozen=True)
class Pace:
    """`posts_per_s` from the moment they were due to the last arrival; `flow_per_s` from the first arrival to the last."""

    posts: int
    seconds: float
    posts_per_s: float
    flow_per_s: float
    first_after_s: float
    doubled: int


def pace_of(posts: Sequence[Call], *, since: float) -> Pace:
    """Return the pace of posts in the order they arrived."""
    first, last = posts[0].at, posts[-1].at
    return Pace(
        posts=len(posts),
        seconds=last - since,
        posts_per_s=len(posts) / (last - since),
        flow_per_s=(len(posts) - 1) / (last - first) if last > first else 0.0,
        first_after_s=first - since,
        doubled=sum(times - 1 for times in Counter(post.mark for post in posts).values()),
    )


def lateness(posts: Sequence[Call], *, planned: Mapping[int, float]) -> list[float]:
    """Return for each post how many seconds after its planned time its first byte came, ascending."""
    return sorted(post.at - planned[post.mark] for post in posts)


def percentile(ascending: Sequence[float], share: float) -> float:
    """Return the value that this share of all values does not exceed."""
    return ascending[max(0, math.ceil(share * len(ascending)) - 1)]
