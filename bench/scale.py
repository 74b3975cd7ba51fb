"""How the cost of a post grows: with the number of workers, and with the number of posts due at once."""

from bench import network as networks
from bench.burst import facts_of
from bench.installation import installed
from bench.plan import at_once
from bench.report import Figure
from bench.run import publish

SIZES = ((1, 5_000), (2, 5_000), (4, 5_000), (2, 10_000), (2, 50_000))  # workers, posts


def scale() -> list[Figure]:
    """A burst with 1, 2 and 4 workers, and with ten and fifty thousand posts."""
    return [one(workers=workers, posts=posts) for workers, posts in SIZES]


def one(*, workers: int, posts: int) -> Figure:
    with networks.running() as network, installed(network, database="postgresql") as installation:
        installation.start_publishing(workers=workers)
        run = publish(installation, at_once(posts), at_most_s=60 + posts / 80)
    return Figure(
        name=f"scale-{workers}-workers-{posts}",
        ours=run.pace.posts_per_s,
        unit="posts/s",
        note=f"{run.cpu_ms_a_post:.1f} ms CPU a post, {run.pace.seconds:.0f} s in all",
        more={"workers": workers, **facts_of(run)},
    )
