"""Part T: the suite notices. Each guard is switched off in turn, in the started processes, and the machine must find a wrong."""

import time
from pathlib import Path
from typing import Any

from trust import chaos, simulate
from trust.guards import GUARDS
from trust.say import line
from trust.sizes import CHANGE, Sizes

BEGINNINGS = 3
IN_CHAOS = ("retry-on-unknown", "intent", "look")  # whose absence real processes show within seconds
PATIENCE_S = 60.0


def run(folder: Path, *, seed: int, sizes: Sizes) -> dict[str, Any]:
    """Return the part of the report: for each guard what was found, and whether all were missed."""
    began = time.monotonic()
    caught: dict[str, str] = {}
    for guard in GUARDS:
        caught[guard] = in_the_machine(guard, seed=seed, sizes=sizes)
        line(f"    without {guard}: {caught[guard] or 'NOT NOTICED'}")
    for guard in IN_CHAOS if sizes.teeth_in_chaos else ():
        caught[f"{guard}, in chaos"] = in_chaos(folder / f"t-{guard}", seed=seed, guard=guard)
        line(f"    without {guard}, in chaos: {caught[f'{guard}, in chaos'] or 'NOT NOTICED'}")
    missed = [guard for guard, how in caught.items() if not how]
    return {
        "ok": not missed,
        "guards": len(GUARDS),
        "caught": caught,
        "examples": [f"nobody noticed that {guard} was off" for guard in missed],
        "took_s": round(time.monotonic() - began, 1),
    }


def in_the_machine(guard: str, *, seed: int, sizes: Sizes) -> str:
    """Return what was found, and after how many seeds: most show within forty. A beginning that leads nowhere near is left for another."""
    tried = 0
    for beginning in range(BEGINNINGS):
        found = simulate.is_caught(seed=seed + beginning, examples=sizes.tooth_seeds, steps=sizes.machine_steps, without=guard)
        tried += sum(one.examples for one in found)
        if wrong := next((one.wrong for one in found if "Wrong: " in one.wrong), ""):
            return f"after {tried} seeds: {wrong.removeprefix('Wrong: ')}"
    return ""


def in_chaos(folder: Path, *, seed: int, guard: str) -> str:
    """Return what the judge says of a small chaos run without that guard; "" when he finds nothing wrong."""
    result = chaos.run(folder, sizes=CHANGE.chaos, seed=seed, database="postgresql", part=8, without=guard, patience_s=PATIENCE_S)
    verdict = result.verdict
    wrongs = {name: getattr(verdict, name) for name in ("lost", "doubled", "failed_but_live", "wrong_look")}
    return ", ".join(f"{count} {name}" for name, count in wrongs.items() if count)
