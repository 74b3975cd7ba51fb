"""What was measured, as a table, as lines for programs, and as bench/results.json."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parent / "results.json"


@dataclass(frozen=True)
class Figure:
    """`yardstick`: the bare loop's figure, or the goal where there is nothing to compare with. `goal` is one of `ratio`."""

    name: str
    ours: float
    unit: str
    yardstick: float | None = None
    at_least: float | None = None  # of ours to the yardstick
    at_most: float | None = None
    note: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        return self.ours / self.yardstick if self.yardstick else None

    @property
    def is_met(self) -> bool | None:
        """Return whether the goal is reached, None where there is none."""
        if self.ratio is None or (self.at_least is None and self.at_most is None):
            return None
        return (self.at_least is None or self.ratio >= self.at_least) and (self.at_most is None or self.ratio <= self.at_most)

    def line(self) -> str:
        """Return it for programs."""
        met = {True: "yes", False: "no", None: "-"}[self.is_met]
        parts = {"name": self.name, "ours": short(self.ours), "yardstick": short(self.yardstick), "ratio": short(self.ratio)}
        return "bench: " + " ".join(f"{name}={value}" for name, value in {**parts, "unit": self.unit, "met": met}.items())


def within(name: str, ours: float, *, goal: float, unit: str, note: str = "", **more: Any) -> Figure:
    """Return a figure that should not exceed its goal."""
    return Figure(name=name, ours=ours, unit=unit, yardstick=goal, at_most=1.0, note=note, more=more)


def short(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if abs(value) >= 1_000 else f"{value:.4g}"


def table(figures: list[Figure]) -> str:
    rows = [("", "ours", "yardstick", "ratio", "goal", "")]
    for figure in figures:
        goal = f">= {short(figure.at_least)}" if figure.at_least is not None else f"<= {short(figure.at_most)}" if figure.at_most else ""
        verdict = {True: "met", False: "MISSED", None: ""}[figure.is_met]
        yardstick = f"{short(figure.yardstick)} {figure.unit}" if figure.yardstick is not None else ""
        ratio = short(figure.ratio) if figure.ratio is not None else ""
        rows.append((figure.name, f"{short(figure.ours)} {figure.unit}", yardstick, ratio, goal, f"{verdict} {figure.note}".strip()))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def write(figures: list[Figure], *, about: Mapping[str, Any]) -> None:
    """The results of this run are in the file; figures of benchmarks that were not run this time stay, with their own date."""
    known = json.loads(RESULTS.read_text())["figures"] if RESULTS.is_file() else {}
    fresh = {figure.name: {**asdict(figure), "ratio": figure.ratio, "met": figure.is_met, "about": dict(about)} for figure in figures}
    RESULTS.write_text(json.dumps({"figures": {**known, **fresh}}, indent=1) + "\n")
