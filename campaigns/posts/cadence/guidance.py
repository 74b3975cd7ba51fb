"""What others recommend for each network, and the reference of 80 to 90 a week: campaigns/plan/data/cadence_guidance.json.

Starting points: sources disagree, so that every figure can be replaced by the organisation's own.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import campaigns.plan

DATA = Path(campaigns.plan.__file__).parent / "data" / "cadence_guidance.json"


@dataclass(frozen=True)
class Guidance:
    """`weekly`: from, to; `daily_most`: more is worth a warning; `hours`: good times, the best first."""

    weekly: tuple[int, int]
    daily_most: int
    hours: tuple[str, ...]


@cache
def shipped() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return found


def of_network(slug: str) -> Guidance:
    said = shipped()["networks"].get(slug, shipped()["any"])
    return Guidance(weekly=(said["weekly"][0], said["weekly"][1]), daily_most=said["daily_most"], hours=tuple(said["hours"]))


def reference() -> dict[str, Any]:
    return {**shipped()["reference"], "sources": shipped()["sources"]}
