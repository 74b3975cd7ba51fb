"""What is counted, under which names and labels. Pure."""

import json
from collections.abc import Iterator

DELIVERIES = "deliveries"  # network, outcome (the state it ended in), policy (what the network's last answer amounted to)
CALLS = "calls"  # network, kind (send, look), outcome ("done" or the policy's name)
RESENDS = "resends"  # network
LATENESS = "lateness"  # network, le; one row per bucket, each only with what fell between it and the one before
LATENESS_SUM_S = "lateness_sum"  # network
BUCKETS_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0)
ABOVE = "+Inf"

Sample = tuple[str, str]  # name, labels


def sample(name: str, **labels: str) -> Sample:
    return name, json.dumps(labels, sort_keys=True, separators=(",", ":"))


def lateness(*, network: str, late_s: float) -> Iterator[tuple[Sample, float]]:
    """Yield what one publication adds. Who is early by a moment is on time."""
    late_s = max(0.0, late_s)
    bucket = next((f"{most:g}" for most in BUCKETS_S if late_s <= most), ABOVE)
    yield sample(LATENESS, network=network, le=bucket), 1
    yield sample(LATENESS_SUM_S, network=network), late_s
