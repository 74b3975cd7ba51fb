"""The demo and production never mix: a start that would is refused, and says all that is missing at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import refusals

ROOT = Path(__file__).resolve().parents[2]
VAULT_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
COMPLETE = {"SECRET_KEY": "s" * 50, "CARILLON_VAULT_KEY": VAULT_KEY, "SITE_URL": "https://carillon.example.org"}


def start(tmp_path: Path, **knobs: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process that has nothing but these knobs."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {
        **inherited,
        "CARILLON_ENV_FILE": "",
        "CARILLON_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **knobs,
    }
    command = [sys.executable, "-c", "from django.conf import settings; print(settings.ALLOWED_HOSTS, settings.DEBUG)"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_bare_production_start_names_everything_it_lacks(tmp_path: Path) -> None:
    result = start(tmp_path)
    assert result.returncode != 0
    for name in ("SECRET_KEY", "CARILLON_VAULT_KEY", "SITE_URL"):
        assert name in result.stderr.splitlines()[-1]
    assert not list(tmp_path.rglob("*.key")), "a refused start must not leave keys behind"


def test_a_complete_production_start_answers_only_to_its_own_name(tmp_path: Path) -> None:
    result = start(tmp_path, **COMPLETE)
    assert result.stdout.strip() == "['carillon.example.org'] False", result.stderr


@pytest.mark.parametrize(
    ("knob", "value"),
    [
        ("SITE_URL", "http://carillon.example.org"),
        ("SITE_URL", "https://"),
        ("ALLOWED_HOSTS", "carillon.example.org,*"),
        ("SECRET_KEY", "short"),
        ("CARILLON_VAULT_KEY", "bm90IDMyIGJ5dGVz"),
    ],
)
def test_production_refuses_what_is_unsafe(tmp_path: Path, knob: str, value: str) -> None:
    result = start(tmp_path, **{**COMPLETE, knob: value})
    assert result.returncode != 0
    assert knob in result.stderr.splitlines()[-1]


def test_production_refuses_a_folder_that_holds_the_demo(tmp_path: Path) -> None:
    assert start(tmp_path, CARILLON_DEMO="1").returncode == 0
    result = start(tmp_path, **COMPLETE)
    assert "holds the demo's data" in result.stderr


@pytest.mark.parametrize(
    ("knob", "value"),
    [
        ("SITE_URL", "https://carillon.example.org"),
        ("DATABASE_URL", "postgres://me@db.example.org/carillon"),
        ("DATABASE_URL", "postgres://localhost/carillon?host=db.example.org"),
        ("BIND", "0.0.0.0"),
    ],
)
def test_the_demo_stays_on_this_machine(tmp_path: Path, knob: str, value: str) -> None:
    result = start(tmp_path, CARILLON_DEMO="1", **{knob: value})
    assert result.returncode != 0
    assert "The demo" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("value", ["", "x", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=!", VAULT_KEY[:-4]])
def test_a_vault_key_is_32_bytes(value: str) -> None:
    assert not refusals.is_vault_key(value)
    assert refusals.is_vault_key(VAULT_KEY)


@pytest.mark.parametrize(("demo", "bind", "may"), [(True, "127.0.0.1", True), (True, "0.0.0.0", False), (False, "127.0.0.1", False)])
def test_only_a_demo_on_this_machine_may_be_broken_on_purpose(demo: bool, bind: str, may: bool) -> None:
    assert refusals.may_be_broken(demo=demo, bind=bind) is may
