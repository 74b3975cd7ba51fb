"""`python -m trust.nursery`: Django is loaded once; each line on stdin asks for a part, forked as the product's supervisor does it.

Lines: `start PART LOG` answers the process's number; `duplicate COUNT SEED FILE` sends messages again. `TRUST_WITHOUT` names a guard
that is switched off in all of them (guards.py): the product itself has no such switch.
"""

import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    import networks
    from config.supervise import database, programs
    from trust import guards

    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is killed is gone at once
    programs.preload()
    networks.warm_up()
    if without := os.environ.get("TRUST_WITHOUT"):
        guards.switch_off(without)
    say("ready")
    for line in sys.stdin:
        verb, *words = line.split()
        database.close()
        if verb == "start":
            part, log = words
            say(str(fork(programs.PROGRAMS[part], log=Path(log))))
        elif verb == "duplicate":
            count, seed, file = words
            say(str(fork(partial(duplicate, int(count), int(seed), Path(file)), log=Path(file + ".log"))))


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def fork(run: Callable[[], None], *, log: Path) -> int:
    """Return the number of a new process that runs this and dies with us."""
    us = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setpgid(0, 0)
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != us:
            os._exit(1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        writing = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        run()
    except SystemExit:
        pass
    except BaseException:  # noqa: BLE001  nothing may escape into the nursery's own frames
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def duplicate(count: int, seed: int, file: Path) -> None:
    """So many messages were sent for deliveries picked at random, with fences of now and of before; the file says how many."""
    from trust.messages import send_again

    file.write_text(str(send_again(count=count, seed=seed)))


if __name__ == "__main__":
    main()
