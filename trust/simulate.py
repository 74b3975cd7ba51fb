"""Part A in processes of its own: the machine's seeds are split over the cores."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from trust.ground import ROOT

SHARE = 250  # examples in one process


@dataclass(frozen=True)
class Found:
    seed: int
    examples: int
    wrong: str
    story: str


def start(*, seed: int, examples: int, steps: int, without: str = "", shrink: bool = False) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "trust.machine", "--seed", str(seed), "--examples", str(examples), "--steps", str(steps)]
    command += [*(["--without", without] if without else []), *(["--shrink"] if shrink else [])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )


def finish(process: "subprocess.Popen[str]", *, seed: int) -> Found:
    said, story = process.communicate()
    try:
        answer: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    except (IndexError, ValueError):
        return Found(seed, 0, "the machine ended without an answer", story[-4000:])
    return Found(seed, answer["examples"], answer["wrong"], story[-6000:] if answer["wrong"] else "")


def shares(seed: int, examples: int) -> list[tuple[int, int]]:
    """Return seed and examples of each process: the same on every machine, whatever its cores."""
    count = max(2, -(-examples // SHARE))
    return [(seed * 1000 + number, -(-examples // count)) for number in range(count)]


def run(*, seed: int, examples: int, steps: int, shrink: bool = False) -> list[Found]:
    """Return what each share of the seeds found. The same seed tries the same orders again."""

    def one(share: tuple[int, int]) -> Found:
        return finish(start(seed=share[0], examples=share[1], steps=steps, shrink=shrink), seed=share[0])

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(one, shares(seed, examples)))


def is_caught(*, seed: int, examples: int, steps: int, without: str) -> list[Found]:
    """Return what was found while a guard was off; every process ends as soon as one has found something."""
    running = {one: start(seed=one, examples=share, steps=steps, without=without) for one, share in shares(seed, examples)}
    found: list[Found] = []
    while running:
        for one, process in list(running.items()):
            if process.poll() is None:
                continue
            found.append(finish(running.pop(one), seed=one))
            if found[-1].wrong:
                for other in running.values():
                    other.kill()
                    other.communicate()
                return found
        time.sleep(0.1)
    return found
