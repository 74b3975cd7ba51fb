"""What the trust suite says at its end."""

import json
from pathlib import Path

from trust.report import Report

CHAOS = {"posts": 100, "kills": 5, "wipes": 2, "db_crashes": 1, "faults": 12, "needs_look": 1, "late_p99_s": 3.14, "drain_s": 20.0}
RIGHT = {"lost": 0, "doubled": 0, "failed_but_live": 0, "wrong_look": 0}


def report() -> Report:
    return Report(size="quick", seed=7, isolated=True, times="")


def test_the_last_line_has_its_fixed_form():
    found = report()
    found.add("C chaos on postgresql", ok=True, **CHAOS, **RIGHT)
    found.add("C chaos on sqlite", ok=True, **{**CHAOS, "late_p99_s": 4.0}, **RIGHT)
    assert found.line() == (
        "trust: posts=200 kills=10 wipes=4 db_crashes=2 faults=24 lost=0 doubled=0 failed_but_live=0 needs_look=2 wrong_look=0 "
        "late_p99_s=4 drain_s=20"
    )
    assert found.exit_code() == 0


def test_a_double_in_any_part_is_an_exit_code():
    found = report()
    found.add("B every crash point", ok=True, **{**RIGHT, "doubled": 1})
    assert (found.exit_code(), "doubled=1" in found.line()) == (1, True)


def test_a_part_that_proves_nothing_is_an_exit_code(tmp_path: Path):
    found = report()
    found.add("T teeth", ok=False)
    found.write(tmp_path / "report.json", took_s=1)
    assert found.exit_code() == 1
    assert json.loads((tmp_path / "report.json").read_text())["failed"] == ["T teeth"]
