"""How long the library takes to show its pictures when an organisation has 20 000 of them, and when it has 200."""

import json

from bench import network as networks
from bench.installation import installed
from bench.report import Figure, within

GOAL_MS, GROWTH = 100, 4.0


def library() -> list[Figure]:
    """Every way to look into 20 000 pictures answers within 100 ms; the first page costs no more queries than with 200."""
    with networks.running() as network, installed(network, database="postgresql") as installation:
        found = json.loads(installation.python("-m", "bench.stage_library"))
        about = installation.about
    first = found["page"]
    figures = [
        Figure(
            "library-growth",
            first["many"]["ms"],
            "ms",
            yardstick=first["few"]["ms"],
            at_most=GROWTH,
            note=f"the first page; the yardstick is a library of {first['few']['count']:.0f}",
        ),
        Figure(
            "library-queries",
            first["many"]["queries"],
            "queries",
            yardstick=first["few"]["queries"],
            at_most=1.0,
            note="the first page; the yardstick is the small library",
        ),
    ]
    for name, took in found.items():
        many = took["many"]
        note = f"{many['count']:.0f} fit, {many['queries']:.0f} queries; {took['few']['ms']:.0f} ms in the small library; {about}"
        figures.append(within(f"library-{name}", many["ms"], goal=GOAL_MS, unit="ms", note=note))
    return figures
