"""Run the suite, write trust-report.json: `python -m trust full|quick|change [--only ABCDET]`, `python -m trust replay --seed N`."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from trust import chaos, clocks, ground, kill_everywhere, restore, scale, simulate, teeth
from trust.report import Report
from trust.say import line
from trust.sizes import BY_NAME, Sizes

REPORT = "trust-report.json"


def main() -> int:
    parser = argparse.ArgumentParser(prog="trust", description="Prove that no post is lost, doubled or silently wrong.")
    parser.add_argument("size", choices=[*BY_NAME, "replay"])
    parser.add_argument("--seed", type=int, default=None, help="drives everything that is random")
    parser.add_argument("--only", default="", help="letters of the parts to run, such as AC")
    parser.add_argument("--of", default="quick", choices=list(BY_NAME), help="for replay: the size of the run that is repeated")
    parser.add_argument("--report", type=Path, default=Path(os.environ.get("TRUST_REPORT", REPORT)))
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else int(time.time()) % 1_000_000
    began = time.monotonic()
    try:
        isolated = ground.isolate()
        report = Report(size=asked.size, seed=seed, isolated=isolated, times=scale.SAID)
        line(f"seed {seed}: `make trust-replay SEED={seed}` tries the same again")
        if not isolated:
            line("the kernel gives us no network of our own: loopback ports from 18400 on are used instead")
        line(scale.SAID)
        folder = ground.folder()
        sizes = BY_NAME[asked.of if asked.size == "replay" else asked.size]
        only = asked.only.upper() or ("AC" if asked.size == "replay" else "ABCDET")
        for together in SIDE_BY_SIDE if asked.size in ("quick", "change") else PARTS:
            side_by_side([partial(PARTS[letter], report, sizes=sizes, seed=seed, folder=folder) for letter in together if letter in only])
    except ground.Unfit as error:
        line(f"not possible here: {error}")
        return 2
    report.write(asked.report, took_s=time.monotonic() - began)
    summary(report, asked.report)
    return report.exit_code()


def side_by_side(parts: list[Callable[[], None]]) -> None:
    """All of these parts are done. What one of them raises is raised when the others have ended."""
    with ThreadPoolExecutor(max(1, len(parts))) as pool:
        for done in [pool.submit(part) for part in parts]:
            done.result()


def summary(report: Report, path: Path) -> None:
    line()
    for name, part in report.parts.items():
        line(f"{'ok    ' if part['ok'] else 'FAILED'}  {name}")
        for example in [] if part["ok"] else part.get("examples", []):
            line(f"            {example}")
    for goal, is_reached in report.goals().items():
        line(f"{'ok    ' if is_reached else 'missed'}  goal: {goal}")
    line(f"the report is in {path}")
    print(report.line(), flush=True)


def told(name: str, part: dict[str, Any]) -> None:
    line(
        f"{name}: {'ok' if part['ok'] else 'FAILED'}  "
        + ", ".join(f"{k} {v}" for k, v in part.items() if isinstance(v, int | float) and k != "ok")
    )


def part_a(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    began = time.monotonic()
    line(f"A  the real transition code: {sizes.machine_seeds} seeds x {sizes.machine_steps} steps")
    found = simulate.run(seed=seed, examples=sizes.machine_seeds, steps=sizes.machine_steps, shrink=report.size == "replay")
    wrong = [one for one in found if one.wrong]
    add(
        report,
        "A machine",
        ok=not wrong,
        seeds=sum(one.examples for one in found),
        steps=sizes.machine_steps,
        took_s=round(time.monotonic() - began, 1),
        **wrongs_in(wrong),
        examples=[f"seed {one.seed}: {one.wrong}\n{one.story}" for one in wrong],
    )


def wrongs_in(found: list[simulate.Found]) -> dict[str, int]:
    """Return how many of the machine's findings were of each kind."""
    return {name: sum(name in one.wrong for one in found) for name in ("lost", "doubled", "failed_but_live", "wrong_look")}


def part_b(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    which = "every instant" if sizes.crash_points_each == 1 else f"one instant in {sizes.crash_points_each}"
    line(f"B  killed at {which}, four kinds of posts, twelve kinds of answers")
    add(report, "B every crash point", **kill_everywhere.run(folder / "b", each=sizes.crash_points_each, part=1))


def part_c(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    for number, (database, size) in enumerate((("postgresql", sizes.chaos), ("sqlite", sizes.chaos_sqlite)), start=2):
        if size.posts:
            blows = f"{size.kills} kills, {size.wipes} wipes of the broker, {size.db_crashes} crashes of the database"
            line(f"C  chaos on {database}: {size.posts} posts, {blows}")
            result = chaos.run(folder / f"c-{database}", sizes=size, seed=seed, database=database, part=number)
            add(report, f"C chaos on {database}", **chaos.told(result))


def part_d(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    line("D  clocks: both change nights in six zones, leap day, clocks that jump by two hours")
    add(report, "D clocks", **clocks.run())


def part_e(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    if sizes.restore_posts:
        line(f"E  a backup is restored after {sizes.restore_posts} more posts went out")
        add(report, "E restore", **restore.run(folder / "e", posts=sizes.restore_posts, seed=seed, part=5))


def part_t(report: Report, *, sizes: Sizes, seed: int, folder: Path) -> None:
    if sizes.tooth_seeds:
        line("T  teeth: each guard switched off must be noticed")
        add(report, "T teeth", **teeth.run(folder, seed=seed, sizes=sizes))


def add(report: Report, name: str, **part: Any) -> None:
    report.add(name, **part)
    told(name, part)


PARTS: dict[str, Callable[..., None]] = {"A": part_a, "B": part_b, "C": part_c, "D": part_d, "E": part_e, "T": part_t}

# In a short run those that mostly wait share the cores; chaos, whose lateness is measured, is alone.
SIDE_BY_SIDE = ("ABDE", "C", "T")

if __name__ == "__main__":
    sys.exit(main())
