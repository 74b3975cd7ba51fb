"""The environment is read with safe defaults, and keys made for the demo stay private."""

import os
import threading
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from bootstrap import env_file
from config import databases, env


def test_the_demo_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARILLON_DEMO", "1")
    file = tmp_path / "keys" / "secret.key"
    first = env.secret("A_SECRET", file=file)
    assert len(first) == 44
    assert env.secret("A_SECRET", file=file) == first
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_parts_that_start_together_agree_on_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARILLON_DEMO", "1")
    keys: list[str] = []
    for number in range(20):
        file = tmp_path / str(number) / "vault.key"
        threads = [threading.Thread(target=lambda file=file: keys.append(env.secret("A_SECRET", file=file))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert keys[-1] == keys[-2]


def test_no_key_is_made_outside_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARILLON_DEMO", "0")
    file = tmp_path / "keys" / "secret.key"
    assert env.secret("A_SECRET", file=file) == ""
    assert not file.exists()


def test_a_secret_file_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text("x" * 40)
    file.chmod(0o644)
    monkeypatch.setenv("A_SECRET_FILE", str(file))
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        env.secret("A_SECRET", file=tmp_path / "unused")
    file.chmod(0o600)
    assert env.secret("A_SECRET", file=tmp_path / "unused") == "x" * 40


def test_the_demo_speaks_to_the_sandbox_until_it_is_given_an_app_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARILLON_DEMO", "1")
    monkeypatch.setenv("SANDBOX_PORT", "8111")
    assert env.network_sites(["facebook"])["facebook"].base_url == "http://localhost:8111/facebook"
    monkeypatch.setenv("NETWORK_FACEBOOK_ID", "1234")
    monkeypatch.setenv("NETWORK_FACEBOOK_SECRET", "real")
    site = env.network_sites(["facebook"])["facebook"]
    assert (site.app_id, site.app_secret, site.base_url) == ("1234", "real", "")


def test_outside_the_demo_no_network_is_the_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARILLON_DEMO", "0")
    site = env.network_sites(["twitter"])["twitter"]
    assert (site.app_id, site.base_url) == ("", "")


def test_a_wrong_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")
    with pytest.raises(ImproperlyConfigured, match="PORT must be a whole number"):
        env.number("PORT", 8000)


def test_the_env_file_fills_what_the_environment_leaves_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ".env"
    file.write_text("# a comment\nexport FILLED_A='in quotes'\nFILLED_B=plain # why\nFILLED_C=a=b\nnot a setting\n")
    for name in ("FILLED_A", "FILLED_C"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FILLED_B", "already here")
    env_file.load(file)
    assert (os.environ["FILLED_A"], os.environ["FILLED_B"], os.environ["FILLED_C"]) == ("in quotes", "already here", "a=b")
    monkeypatch.delenv("FILLED_A")
    monkeypatch.delenv("FILLED_C")


def test_a_database_address_is_taken_apart() -> None:
    found = databases.database_at("postgres://me:p%40ss@db.example:5433/carillon?sslmode=require", sqlite=Path("unused"), pool=7)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "me",
        "p@ss",
        "db.example",
        "5433",
        "carillon",
    )
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["OPTIONS"]["pool"]["max_size"] == 7


def test_an_unknown_kind_of_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="postgres://"):
        databases.database_at("mysql://me@db/carillon", sqlite=Path("unused"), pool=0)


@pytest.mark.parametrize(
    ("redis_url", "broker"),
    [
        ("redis://cache:6379/2", "redis://cache:6379/2"),
        ("unix:///a/valkey.sock", "redis+socket:///a/valkey.sock?virtual_host=0"),
        ("unix:///a/valkey.sock?db=3", "redis+socket:///a/valkey.sock?virtual_host=3"),
    ],
)
def test_celery_is_told_the_same_broker_in_its_own_words(redis_url: str, broker: str) -> None:
    assert databases.broker(redis_url) == broker


def test_a_home_too_deep_for_a_socket_gets_a_private_folder_that_later_starts_find_again(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90)
    folder = databases.socket_folder(deep)
    assert len(str(folder / "valkey.sock")) < 100
    assert folder.stat().st_mode & 0o077 == 0
    assert databases.socket_folder(deep) == folder
    folder.chmod(0o777)  # as if somebody else had made it
    assert databases.socket_folder(deep) != folder
