"""What the Makefile's words do."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Callable

from bootstrap import checking, env_file, machine, only_one, python_packages, say, shell, testing, web_app, words
from bootstrap.python_packages import BIN, LOCKS, LOG, PYTHON, ROOT, VENV
from bootstrap.say import Trouble


def main(arguments: list[str]) -> int:
    """Return the exit code of the command."""
    command, *rest = arguments or ["run"]
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled code that is kept halves every later start
    try:
        return COMMANDS[command](rest) or 0
    except Trouble as error:
        return say.trouble(error)
    except KeyboardInterrupt:
        say.line("\nStopped.")
        return 130


def install(purpose: str) -> None:
    """Everything is there to run, or with "dev" also to test."""
    machine.check_writable(ROOT)
    python_packages.ensure(purpose)
    words.ensure_compiled()
    web_app.ensure_built()


def run(rest: list[str]) -> None:
    """The demo runs in this terminal until Ctrl-C. This process becomes the supervisor."""
    began = time.time()
    env_file.load(Path(os.environ.get("CARILLON_ENV_FILE", ROOT / ".env")))
    home = Path(os.environ.get("CARILLON_HOME") or ROOT / "var").expanduser().absolute()
    machine.check_writable(home)
    only_one.check_none(home)
    for knob, usual, what in machine.PORTS:
        machine.check_port_free(machine.port(knob, usual), knob=knob, what=what)
    install("run")
    environment = {**os.environ, "CARILLON_DEMO": "1", "CARILLON_BEGAN": str(began)}
    os.execve(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), "up"], environment)


def build(rest: list[str]) -> None:
    install("run")


def seed(rest: list[str]) -> int:
    """The demo's data are there, in a Carillon that runs."""
    install("run")
    return manage("seed_demo")


def token(rest: list[str]) -> int:
    return manage("token", *rest)


def manage(*arguments: str) -> int:
    return shell.shown([str(PYTHON), str(ROOT / "manage.py"), *arguments], cwd=ROOT, env={"CARILLON_DEMO": "1"})


def test(rest: list[str]) -> int:
    install("dev")
    return testing.everything()


def check(rest: list[str]) -> int:
    install("dev")
    return checking.everything()


def bench(rest: list[str]) -> int:
    """Return 0 when everything asked for could be measured on this machine. What drives the browser comes with the packages to test."""
    python_packages.ensure("dev")
    words.ensure_compiled()
    return shell.shown([str(PYTHON), "-m", "bench", *rest], cwd=ROOT)


def trust(rest: list[str], size: str = "full") -> int:
    """The trust suite has run on this machine, and trust-report.json says how it went."""
    python_packages.ensure("dev")
    words.ensure_compiled()
    return shell.shown([str(PYTHON), "-m", "trust", size, *rest], cwd=ROOT)


def trust_quick(rest: list[str]) -> int:
    return trust(rest, "quick")


def trust_replay(rest: list[str]) -> int:
    if "--seed" not in rest:
        raise Trouble("Say which run is tried again: make trust-replay SEED=123 (the number stands in the report and in the first line).")
    return trust(rest, "replay")


def lock(rest: list[str]) -> None:
    """The exact versions, with hashes, are written anew from pyproject.toml."""
    python_packages.ensure("dev")
    same = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    for name, extra in (("run", []), ("dev", ["--group", "dev"])):
        with say.step(f"Locking requirements/{name}.txt"):
            command = [str(BIN / "uv"), "pip", "compile", "pyproject.toml", *extra, *same, *rest, "-o", str(LOCKS / f"{name}.txt")]
            shell.quiet(command, what="Locking the Python packages", cwd=ROOT, log=LOG)


def generate(rest: list[str]) -> None:
    """The web app's client is made from the API as it is."""
    install("dev")
    checking.generate_client()


def collect_words(rest: list[str]) -> int:
    """The catalogues hold what the code says, and the server reads them as they stand. The web app need not build for that."""
    python_packages.ensure("dev")
    code = manage("words", *rest)
    words.ensure_compiled()
    return code


def clean(rest: list[str]) -> None:
    """What was installed and built is gone. Data (var) stay."""
    for folder in (VENV, web_app.DIST, web_app.FRONTEND / "node_modules", *ROOT.glob(".*_cache")):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    for compiled in words.LOCALE.glob("*/LC_MESSAGES/*.mo"):
        compiled.unlink()
    say.line("Removed what was installed and built. The data in var are still there.")


COMMANDS: dict[str, Callable[[list[str]], int | None]] = {
    "run": run,
    "build": build,
    "test": test,
    "check": check,
    "bench": bench,
    "trust": trust,
    "trust-quick": trust_quick,
    "trust-replay": trust_replay,
    "lock": lock,
    "seed": seed,
    "token": token,
    "generate": generate,
    "words": collect_words,
    "clean": clean,
}
