"""A newcomer's first minute: what is wrong with the machine is said in one sentence, and nothing is done twice."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import machine, shell, stamps
from bootstrap.say import Trouble

ROOT = Path(__file__).resolve().parents[2]


def bootstrap(*arguments: str, before: str = "", **knobs: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the Makefile; `before` changes what it finds of this Python."""
    ready = f"sys.argv = ['bootstrap', *{arguments!r}]; runpy.run_module('bootstrap', run_name='__main__')"
    code = f"import runpy, sys; {before or 'pass'}; {ready}"
    environment = {"PATH": os.environ["PATH"], "CARILLON_ENV_FILE": "", **knobs}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_too_old_python_is_told_which_is_wanted() -> None:
    result = bootstrap("run", before="sys.version_info = (3, 9, 2)")
    assert result.returncode == 1
    assert "needs Python 3.11 or newer" in result.stderr
    assert "make run PYTHON=" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_the_venv_module_the_line_to_type_is_printed() -> None:
    hide = "import importlib.util as u; find = u.find_spec; u.find_spec = lambda name, *a: None if name == 'ensurepip' else find(name, *a)"
    nothing_here = "import bootstrap.python_packages as p; p.PYTHON = p.ROOT / 'n'; p.STAMPS = {'run': p.PYTHON, 'dev': p.PYTHON}"
    result = bootstrap("build", before=f"{hide}; {nothing_here}")
    assert result.returncode == 1
    assert f"apt-get install -y python{sys.version_info[0]}.{sys.version_info[1]}-venv" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_port_in_use_is_named_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = bootstrap("run", CARILLON_HOME=str(tmp_path), PORT=port)
    assert result.returncode == 1
    assert f"Port {port} for the web app is already in use" in result.stderr
    assert "PORT=" in result.stderr


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    result = bootstrap("run", CARILLON_HOME=str(tmp_path), PORT="http")
    assert (result.returncode, "PORT must be a port" in result.stderr) == (1, True)


def test_a_home_where_nothing_can_be_written_is_named() -> None:
    result = bootstrap("run", CARILLON_HOME="/proc/carillon")
    assert result.returncode == 1
    assert "cannot write in /proc/carillon" in result.stderr


def test_a_free_port_is_fine() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    machine.check_port_free(port, knob="PORT", what="the web app")


@pytest.mark.parametrize("words", ["npm error code ENOTFOUND", "error sending request for url", "Temporary failure in name resolution"])
def test_no_network_is_called_by_its_name(tmp_path: Path, words: str) -> None:
    with pytest.raises(Trouble, match="needs the network the first time"):
        shell.quiet(["sh", "-c", f"echo '{words}'; exit 1"], what="Installing", cwd=tmp_path, log=tmp_path / "log")


def test_another_failure_shows_its_last_words_and_where_all_of_them_are(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"(?s)disk full.*exit code 7.*log"):
        shell.quiet(["sh", "-c", "echo disk full; exit 7"], what="Installing", cwd=tmp_path, log=tmp_path / "log")


def test_a_stamp_tells_changed_sources_and_not_touched_ones(tmp_path: Path) -> None:
    sources = tmp_path / "src"
    (sources / "node_modules").mkdir(parents=True)
    file = sources / "a.ts"
    file.write_text("one")
    first = stamps.fingerprint(sources)
    stamps.write(tmp_path / "stamp", first)
    os.utime(file, (0, 0))
    (sources / "node_modules" / "b.js").write_text("made by a build")
    assert stamps.is_fresh(tmp_path / "stamp", stamps.fingerprint(sources))
    file.write_text("two")
    assert not stamps.is_fresh(tmp_path / "stamp", stamps.fingerprint(sources))
    file.rename(sources / "c.ts")
    file.parent.joinpath("c.ts").write_text("one")
    assert stamps.fingerprint(sources) != first, "a renamed file is a change"
