"""What the person at the keyboard is told: each step with its time, and trouble in one sentence."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import Iterator


class Trouble(Exception):
    """Nothing more can be done; the message says why and what to do. The command ends with exit code 1."""


def line(text: str = "") -> None:
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """The step is announced while it runs and has its duration behind it afterwards."""
    started = time.monotonic()
    print(f"  {text} ... ", end="", flush=True)
    try:
        yield
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - started:.1f} s", flush=True)


def trouble(error: Trouble) -> int:
    """Return the exit code after saying what went wrong."""
    sys.stdout.flush()
    print(f"\n{error}", file=sys.stderr)
    return 1
