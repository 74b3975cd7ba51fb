"""Part T: the suite notices. Each guard is switched off in turn, in the started processes, and the machine must find a wrong."""

import time
from pathlib import Path
from typing import Any

from trust import simulate
from trust.guards import GUARDS
from trust.say import line
from trust.sizes import Sizes


def run(folder: Path, *, seed: int, sizes: Sizes) -> dict[str, Any]:
    """Return the part of the report: for each guard what was found, and whether all were missed."""
    began = time.monotonic()
    caught: dict[str, str] = {}
    for guard in GUARDS:
        found = simulate.is_caught(seed=seed, examples=sizes.tooth_seeds, steps=sizes.machine_steps, without=guard)
        wrong = next((one.wrong for one in found if "Wrong: " in one.wrong), "")
        caught[guard] = f"after {sum(one.examples for one in found)} seeds: {wrong.removeprefix('Wrong: ')}" if wrong else ""
        line(f"    without {guard}: {caught[guard] or 'NOT NOTICED'}")
    missed = [guard for guard, how in caught.items() if not how]
    return {
        "ok": not missed,
        "guards": len(GUARDS),
        "caught": caught,
        "examples": [f"nobody noticed that {guard} was off" for guard in missed],
        "took_s": round(time.monotonic() - began, 1),
    }
