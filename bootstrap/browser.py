"""Chromium for the browser stories: the machine's own, or Debian's package when we may install it."""

from __future__ import annotations

import os
import shutil

from bootstrap import say, shell
from bootstrap.python_packages import LOG, ROOT
from bootstrap.say import Trouble

PACKAGES = ("chromium", "fonts-liberation", "fonts-noto-core")
INSTALL = f"apt-get install -y --no-install-recommends {' '.join(PACKAGES)}"


def ensure() -> str:
    """Return why there is no browser, or "" when there is one."""
    if shutil.which("chromium"):
        return ""
    if not shutil.which("apt-get"):
        return "no chromium on this machine: install it"
    if os.geteuid() != 0:
        return f"no chromium on this machine: sudo {INSTALL}"
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        with say.step("Installing Chromium"):
            shell.quiet(["apt-get", "update"], what="Refreshing the list of packages", cwd=ROOT, log=LOG, env=quiet)
            shell.quiet(INSTALL.split(), what="Installing Chromium", cwd=ROOT, log=LOG, env=quiet)
    except Trouble as error:
        return f"chromium could not be installed ({str(error).splitlines()[-1]})"
    return ""
