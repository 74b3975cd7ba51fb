"""The virtual environment in .venv, with exactly the locked packages: fetched by uv, or by pip where uv is not to be had."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bootstrap import machine, say, shell, stamps
from bootstrap.say import Trouble

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
LOG = VENV / "install.log"
LOCKS = ROOT / "requirements"
STAMPS = {"run": VENV / "run.stamp", "dev": VENV / "dev.stamp"}


def ensure(purpose: str) -> None:
    """The environment has the packages to run, or with "dev" also those to test. What was installed to test stays when one runs."""
    wider = ["dev"] if purpose == "dev" else ["run", "dev"]
    if any(stamps.is_fresh(STAMPS[name], _wanted(name)) for name in wider):
        return
    if STAMPS["dev"].exists():
        purpose = "dev"
    _ensure_venv()
    with say.step("Installing the Python packages"):
        _install(LOCKS / f"{purpose}.txt")
    stamps.write(STAMPS[purpose], _wanted(purpose))


def _wanted(purpose: str) -> str:
    return stamps.fingerprint(LOCKS / f"{purpose}.txt")


def _ensure_venv() -> None:
    if PYTHON.exists() and _runs(PYTHON):
        return
    machine.check_python()
    with say.step("Creating .venv"):
        shell.quiet([sys.executable, "-m", "venv", "--clear", str(VENV)], what="Creating the virtual environment", cwd=ROOT, log=LOG)


def _runs(python: Path) -> bool:
    """Return False for the environment of a Python that has gone or has become too old."""
    oldest = f"import sys; sys.exit(sys.version_info < {machine.OLDEST_PYTHON})"
    try:
        return subprocess.run([str(python), "-c", oldest], capture_output=True).returncode == 0
    except OSError:
        return False


def _install(lock: Path) -> None:
    for name in STAMPS.values():
        name.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--require-hashes"]
    try:
        if not (BIN / "uv").exists():
            shell.quiet([*pip, "-r", str(LOCKS / "uv.txt")], what="Installing uv", cwd=ROOT, log=LOG)
        # uv must use the Python it is given: its own downloads come from elsewhere than the package index.
        settings = {"UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV)}
        command = [str(BIN / "uv"), "pip", "sync", "--require-hashes", str(lock)]
        shell.quiet(command, what="Installing the Python packages", cwd=ROOT, log=LOG, env=settings)
    except Trouble:
        say.line("uv did not manage, trying with pip")
        shell.quiet([*pip, "-r", str(lock)], what="Installing the Python packages", cwd=ROOT, log=LOG)
