"""Of what the parts write, a person sees what needs them; all of it is in the files."""

import json
import sys
from pathlib import Path

from config.logging import without_values
from config.supervise.logs import LARGEST, Log


def test_warnings_and_errors_are_shown_and_events_are_not(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    shown = log.take(
        b"2026-11-23T08:00:00Z [info     ] request_finished\n"
        b"2026-11-23T08:00:01Z [warning  ] delivery.refused network=facebook\n"
        b'{"event": "x", "level": "error"}\n'
        b"a post about [error] handling\n"
    )
    assert shown == ["2026-11-23T08:00:01Z [warning  ] delivery.refused network=facebook", '{"event": "x", "level": "error"}']
    assert (tmp_path / "web.log").read_text().count("\n") == 4


def test_a_line_that_comes_in_two_pieces_is_one_line(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    assert log.take(b"2026-11-23T08:00:01Z [err") == []
    assert log.take(b"or    ] broken\n") == ["2026-11-23T08:00:01Z [error    ] broken"]


def test_of_a_traceback_only_what_was_raised_is_shown(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    assert log.take(b'Traceback (most recent call last):\n  File "x.py", line 1\n    boom()\nValueError: no\nnext\n') == ["ValueError: no"]


def test_a_part_that_repeats_itself_is_cut_short_and_the_file_named(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    shown = log.take(b"ERROR again\n" * 5000)
    assert len(shown) < 20
    assert "web.log" in shown[-1]
    assert log.take(b"ERROR again\n" * 5000) == []


def test_a_file_that_has_grown_large_begins_anew(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    log.take(b"x" * LARGEST + b"\n")
    log.take(b"y\n")
    log.take(b"z\n")
    assert (tmp_path / "web.log").stat().st_size < 100
    assert (tmp_path / "web.log.1").stat().st_size > LARGEST


def test_a_traceback_for_machines_says_where_and_never_with_what() -> None:
    def call(access_token: str) -> None:
        raise ValueError("no")

    try:
        call("a-secret-token")
    except ValueError:
        told = without_values(sys.exc_info())  # type: ignore[arg-type]
    assert "call" in json.dumps(told, default=str) and "a-secret-token" not in json.dumps(told, default=str)
