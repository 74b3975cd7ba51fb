"""The translations as the server reads them: locale/*/LC_MESSAGES/django.mo, compiled from the .po files by Babel."""

from __future__ import annotations

from bootstrap import say, shell, stamps
from bootstrap.python_packages import BIN, LOG, ROOT, VENV

LOCALE = ROOT / "locale"
STAMP = VENV / "words.stamp"


def ensure_compiled() -> None:
    """Every catalogue is compiled as it stands."""
    catalogues = sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))
    wanted = stamps.fingerprint(*catalogues)
    if not catalogues or (stamps.is_fresh(STAMP, wanted) and all(path.with_suffix(".mo").is_file() for path in catalogues)):
        return
    with say.step("Compiling the translations"):
        command = [str(BIN / "pybabel"), "compile", "-d", str(LOCALE), "-D", "django"]
        shell.quiet(command, what="Compiling the translations", cwd=ROOT, log=LOG)
    stamps.write(STAMP, wanted)
