"""One run of ours: stage a plan, let its time come, and read at the network what arrived."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from bench.installation import Installation
from bench.machine import wait_for
from bench.pace import Pace, lateness, pace_of
from bench.plan import Plan

CLAIM_AHEAD_S = 2.5  # the CPU of claiming is part of what a post costs


@dataclass(frozen=True)
class Run:
    """`late_s` ascending, of all posts, and of those with and without a picture. CPU milliseconds a post, by part."""

    pace: Pace
    late_s: list[float]
    late_text_s: list[float]
    late_pictured_s: list[float]
    cpu_ms: Mapping[str, float]
    states: Mapping[str, int]  # of all deliveries of the installation, as its own database says in the end

    @property
    def cpu_ms_a_post(self) -> float:
        """Return what all parts, the database and the broker used for one post; the stand-in for the networks is not ours."""
        return sum(used for part, used in self.cpu_ms.items() if part != "responder")


def publish(installation: Installation, plan: Plan, *, at_most_s: float) -> Run:
    """Return how the plan's posts went out. Raises TimeoutError when not all have arrived by then."""
    network, posts = installation.network, len(plan.offsets_s)
    network.forget()
    due_at = installation.stage(plan)
    time.sleep(max(0.0, due_at - time.time() - CLAIM_AHEAD_S))
    before = installation.cpu_s()
    ends_s = max(0.0, due_at + max(plan.offsets_s) - time.time())
    wait_for(lambda: network.count() >= posts, at_most_s=ends_s + at_most_s, what=f"{posts} posts", every_s=0.5)
    states = json.loads(installation.python("-m", "bench.settled"))
    after = installation.cpu_s()
    arrived, planned = network.posts(), plan.planned(due_at)
    return Run(
        pace=pace_of(arrived, since=due_at),
        late_s=lateness(arrived, planned=planned),
        late_text_s=lateness([post for post in arrived if not plan.is_pictured(post.mark)], planned=planned),
        late_pictured_s=lateness([post for post in arrived if plan.is_pictured(post.mark)], planned=planned),
        states=states,
        cpu_ms={part: (after[part] - before[part]) / posts * 1_000 for part in after},
    )
