"""How late a post is when there is no rush: from its planned time to the first byte of the visible call at the network."""

import random

from bench import network as networks
from bench.burst import facts_of
from bench.installation import installed
from bench.pace import percentile
from bench.plan import Plan
from bench.report import Figure, within
from bench.run import publish


def steady() -> list[Figure]:
    """50 posts each second for a minute."""
    plan = Plan(offsets_s=tuple(number / 50 for number in range(3_000)))
    with networks.running() as network, installed(network, database="postgresql") as installation:
        installation.start_publishing(workers=2)
        run = publish(installation, plan, at_most_s=60)
    note = f"p50 {percentile(run.late_s, 0.5):.3f} s, {run.cpu_ms_a_post:.1f} ms CPU a post"
    return [within("steady-p99", percentile(run.late_s, 0.99), goal=0.4, unit="s", note=note, **facts_of(run))]


def on_time() -> list[Figure]:
    """300 posts over two minutes at odd moments, every other one with a picture that can be uploaded beforehand."""
    moments = random.Random(7)
    plan = Plan(offsets_s=tuple(sorted(moments.uniform(0, 120) for _ in range(300))), pictured_every=2, lead_s=45)
    with networks.running() as network, installed(network, database="postgresql") as installation:
        installation.start_publishing(workers=2)
        run = publish(installation, plan, at_most_s=60)
    both = {"text": run.late_text_s, "picture": run.late_pictured_s}
    return [
        within(
            f"on-time-{kind}-p99",
            percentile(late, 0.99) * 1_000,
            goal=250,
            unit="ms",
            note=f"p50 {percentile(late, 0.5) * 1_000:.0f} ms, at most {late[-1] * 1_000:.0f} ms",
            posts=len(late),
            p50_ms=percentile(late, 0.5) * 1_000,
        )
        for kind, late in both.items()
    ]
