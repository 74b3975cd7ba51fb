"""Part D in a process of its own (machine/nights.py)."""

import json
import os
import subprocess
import sys
from typing import Any

from trust.ground import ROOT


def run() -> dict[str, Any]:
    """Return the part of the report."""
    command = [sys.executable, "-m", "trust.machine.nights"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    try:
        answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        return {"ok": False, "examples": [done.stderr[-3000:]]}
    return answer
