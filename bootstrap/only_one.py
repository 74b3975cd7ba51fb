"""One running Carillon per home folder: whoever holds the lock on the file `running` there."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

from bootstrap.say import Trouble


def check_none(home: Path) -> None:
    """No other Carillon runs in this folder."""
    if (home / "running").exists():
        take(home, note=None).close()


def take(home: Path, *, note: str | None) -> IO[str]:
    """The lock is ours until the file returned is closed or this process ends, however it ends. The note is for whoever comes second."""
    file = (home / "running").open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        who = file.read().strip()
        file.close()
        raise Trouble(f"Carillon is already running in {home}{f' ({who})' if who else ''}: stop it with Ctrl-C where it runs.") from None
    if note is not None:
        file.truncate(0)
        file.write(note)
        file.flush()
        os.set_inheritable(file.fileno(), False)
    return file
