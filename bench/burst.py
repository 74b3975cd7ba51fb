"""Thousands of posts due in the same second, against a bare loop that makes the same calls."""

from bench import network as networks
from bench import yardstick
from bench.installation import installed
from bench.pace import percentile
from bench.plan import at_once
from bench.report import Figure
from bench.run import Run, publish

ACCOUNTS = 200


class Void(Exception):
    """The bare loop was too slow: on this machine, now, nothing can be compared."""


def burst() -> list[Figure]:
    """5 000 posts on PostgreSQL with two workers."""
    return [compared("burst", database="postgresql", posts=5_000, goal=0.7)]


def burst_embedded() -> list[Figure]:
    """1 000 posts on SQLite with two workers."""
    return [compared("burst-embedded", database="sqlite", posts=1_000, goal=0.4)]


def compared(name: str, *, database: str, posts: int, goal: float, workers: int = 2, rounds: int = 2) -> Figure:
    """Return posts/s of both. Each side runs in turn, twice, and its better round counts: what else the machine does, it does to both."""
    with networks.running() as network:
        theirs, ours = [], []
        with installed(network, database=database) as installation:
            about = installation.about
            for number in range(rounds):
                theirs.append(yardstick.measure(network, posts=posts, accounts=ACCOUNTS, workers=workers))
                if not number:
                    installation.start_publishing(workers=workers)
                ours.append(publish(installation, at_once(posts, first_mark=number * posts), at_most_s=180))
    best_theirs = max(theirs, key=lambda one: one.pace.posts_per_s)
    best = max(ours, key=lambda one: one.pace.posts_per_s)
    if best_theirs.is_void:
        raise Void(
            f"the bare loop reached {best_theirs.pace.posts_per_s:.0f} posts/s, less than {yardstick.SLOWEST:.0f}: "
            f"the responder used {best_theirs.responder_cpu_s / posts * 1_000:.2f} ms a call"
        )
    return Figure(
        name=name,
        ours=best.pace.posts_per_s,
        unit="posts/s",
        yardstick=best_theirs.pace.posts_per_s,
        at_least=goal,
        note=f"{best.cpu_ms_a_post:.1f} ms CPU a post, the loop {best_theirs.cpu_ms_a_post:.1f}",
        more={
            "database": about,
            "posts": posts,
            "workers": workers,
            "bare_threads": yardstick.THREADS,
            "ours": [facts_of(one) for one in ours],
            "bare_loop": [{"posts_per_s": one.pace.posts_per_s, "cpu_ms": one.cpu_ms} for one in theirs],
        },
    )


def facts_of(run: Run) -> dict[str, object]:
    """Return what a reader may want to know of a run."""
    return {
        "posts_per_s": run.pace.posts_per_s,
        "flow_per_s": run.pace.flow_per_s,
        "first_after_s": run.pace.first_after_s,
        "late_p50_s": percentile(run.late_s, 0.5),
        "late_p99_s": percentile(run.late_s, 0.99),
        "doubled": run.pace.doubled,
        "states": dict(run.states),
        "cpu_ms": dict(run.cpu_ms),
    }
