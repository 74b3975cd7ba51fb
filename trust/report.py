"""The report: trust-report.json, the goals, and the last line, which is always of the same form."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NEEDS_LOOK_MOST = 0.02
LATE_P99_MOST_S = 30.0
DRAIN_MOST_S = 60.0
WRONGS = ("lost", "doubled", "failed_but_live", "wrong_look")


@dataclass
class Report:
    size: str
    seed: int
    isolated: bool
    times: str
    parts: dict[str, Any] = field(default_factory=dict)  # each has "ok"; chaos runs also what the last line sums up
    failed: list[str] = field(default_factory=list)

    def add(self, name: str, *, ok: bool, **what: Any) -> None:
        self.parts[name] = {"ok": ok, **what}
        if not ok:
            self.failed.append(name)

    def chaos(self) -> list[dict[str, Any]]:
        return [part for name, part in self.parts.items() if name.startswith("C")]

    def total(self, name: str) -> int:
        """Return a count of wrongs over every part, of all else over the chaos runs."""
        parts = self.parts.values() if name in WRONGS else self.chaos()
        return sum(int(part.get(name, 0)) for part in parts)

    def worst(self, name: str) -> float:
        return max((float(part[name]) for part in self.chaos() if name in part), default=0.0)

    def goals(self) -> dict[str, bool]:
        posts = max(1, self.total("posts"))
        return {
            "nothing lost, doubled or silently wrong": not any(self.total(name) for name in WRONGS),
            f"needs a look: at most {NEEDS_LOOK_MOST:.0%}": self.total("needs_look") / posts <= NEEDS_LOOK_MOST,
            f"99 of 100 posts at most {LATE_P99_MOST_S:.0f} s late": self.worst("late_p99_s") <= LATE_P99_MOST_S,
            f"at rest within {DRAIN_MOST_S:.0f} s of the last trouble": self.worst("drain_s") <= DRAIN_MOST_S,
        }

    def line(self) -> str:
        counts = " ".join(f"{name}={self.total(name)}" for name in ("posts", "kills", "wipes", "db_crashes", "faults"))
        wrongs = " ".join(f"{name}={self.total(name)}" for name in ("lost", "doubled", "failed_but_live", "needs_look", "wrong_look"))
        return f"trust: {counts} {wrongs} late_p99_s={number(self.worst('late_p99_s'))} drain_s={number(self.worst('drain_s'))}"

    def write(self, path: Path, *, took_s: float) -> None:
        whole = {
            "line": self.line(),
            "size": self.size,
            "seed": self.seed,
            "own_network": self.isolated,
            "times": self.times,
            "took_s": round(took_s),
            "goals": self.goals(),
            "failed": self.failed,
            "parts": self.parts,
        }
        path.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")

    def exit_code(self) -> int:
        """Return 1 when anything was lost, doubled or silently wrong, or a part did not hold what it proves."""
        return 1 if self.failed or any(self.total(name) for name in WRONGS) else 0


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
