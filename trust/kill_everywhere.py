"""Part B, as a whole: play the scenes, let the real parts recover, ask the judge."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from trust import ground
from trust.judge import judge
from trust.place import Place
from trust.plan import Planned

# Shorter than a tenth: nothing here waits for a busy machine, and every scene waits for its looks.
TIMES = {"CLAIM_LEASE_S": "1", "LEASE_S": "2.5", "SEND_DEADLINE_S": "0.5", "CALL_TIMEOUT_S": "1", "LOOKS_S": "0.5,1,2"}
VISIBLE_AFTER_S = 0.2
PATIENCE_S = 150.0


def run(folder: Path, *, each: int, part: int) -> dict[str, Any]:
    """Return the part of the report; `each`: every n-th instant, 1 = all."""
    began = time.monotonic()
    with Place.open(folder, part=part, database="sqlite") as place:
        place.environment.update(TIMES)
        place.playground.control("settings", {"visibility_delay_seconds": VISIBLE_AFTER_S, "instagram_processing_seconds": 0.0})
        place.prepare()
        place.start("web")  # Instagram fetches pictures
        plan = place.home / "scenes.json"
        command = [sys.executable, "-m", "trust.crashes", str(place.playground.port), str(each), str(plan)]
        with (place.home / "scenes.log").open("wb") as log:
            subprocess.run(command, cwd=ground.ROOT, env=place.environment, check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        played = json.loads(plan.read_text())
        for name in ("dispatcher", "publisher", "assistant"):
            place.start(name)
        is_at_rest = place.wait_until_drained(PATIENCE_S) is not None
        planned = [Planned(**one) for one in played["planned"]]
        verdict = judge(planned, place.playground.ledger(), place.shown())
        names = played["names"]
        examples = [f"{line} ({names.get(line.split('no ')[1].split(' ')[0], '')})" for line in verdict.examples]
    return {
        # Where threads meet, an instant more or less depends on the moment: the last ones of a scene may not come.
        "ok": verdict.is_clean and is_at_rest and played["killed"] >= 0.9 * played["meant"],
        "scenes": len(planned),
        "killed": played["killed"],
        "meant_to_be_killed": played["meant"],
        "not_killed": played["not_killed"][:20],
        "lost": verdict.lost,
        "doubled": verdict.doubled,
        "failed_but_live": verdict.failed_but_live,
        "wrong_look": verdict.wrong_look,
        "to_look_at": verdict.needs_look,
        "ends": verdict.ends,
        "examples": examples,
        "took_s": round(time.monotonic() - began, 1),
    }
