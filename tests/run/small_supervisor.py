"""A supervisor with parts that do almost nothing, driven from outside by test_supervisor.py: small_supervisor.py FOLDER PART..."""

import os
import sys
import time
from pathlib import Path

from bootstrap import only_one
from bootstrap.say import Trouble, line
from config.supervise.part import Part
from config.supervise.supervisor import Stop, Supervisor, obey_signals


def steady() -> None:
    """Live until told otherwise, and say who we are."""
    (folder / f"steady.{os.getpid()}").touch()
    while True:
        time.sleep(0.1)


def stubborn() -> None:
    """Do not end when asked to."""
    import signal

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    steady()


def hopeless() -> None:
    print("the cause of it all")
    raise SystemExit(3)


def troubled() -> None:
    try:
        raise ValueError("of this we should hear")
    except ValueError:
        import traceback

        traceback.print_exc()
    print("and not of this")
    steady()


folder = Path(sys.argv[1])
runs = {"steady": steady, "stubborn": stubborn, "hopeless": hopeless, "troubled": troubled}
obey_signals()
with only_one.take(folder, note="a test") as lock:
    supervisor = Supervisor(logs=folder / "log", lock=lock, before_fork=lambda: line("before a fork"))
    try:
        supervisor.start([Part(name, runs[name], lambda: bool(list(folder.glob("steady.*")))) for name in sys.argv[2:]])
        supervisor.wait_until_ready()
        line("all ready")
        supervisor.watch()
    except Stop:
        line("asked to end")
    except Trouble as trouble:
        line(str(trouble))
    finally:
        supervisor.end()
line("ended")
