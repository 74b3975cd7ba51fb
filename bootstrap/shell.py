"""Run a program quietly: its output goes to a log, and only trouble shows its last lines."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Mapping, Sequence

from bootstrap.say import Trouble

# What pip, uv, npm and apt say when they reach nothing.
NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "Failed to establish a new connection",
    "NewConnectionError",
    "dns error",
    "error sending request",
    "client error (Connect)",
    "Network is unreachable",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "Could not resolve",
    "Temporary failure resolving",
)


def quiet(command: Sequence[str], *, what: str, cwd: Path, log: Path, env: Mapping[str, str] | None = None) -> None:
    """The program has ended well. Raises Trouble with the cause in one sentence and the last lines of what it said."""
    log.parent.mkdir(parents=True, exist_ok=True)
    code, said = captured(command, cwd=cwd, env=env)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"$ {' '.join(command)}\n{said}\n")
    if code == 0:
        return
    last = "\n".join(f"    {line}" for line in said.strip().splitlines()[-25:])
    if any(words in said for words in NO_NETWORK):
        raise Trouble(f"{last}\n\n{what} needs the network the first time, and nothing could be reached: connect, then try again.")
    raise Trouble(f"{last}\n\n{what} failed (exit code {code}); everything it said is in {log}.")


def shown(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None) -> int:
    """Return the exit code of a program that spoke on the terminal."""
    return subprocess.run(list(command), cwd=cwd, env={**os.environ, **(env or {})}).returncode


def captured(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Return the exit code of a program and all that it said."""
    result = subprocess.run(
        list(command),
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return result.returncode, result.stdout.decode(errors="replace")
