"""What the sandbox remembers: through a kill, in a ledger nobody can change."""

import sqlite3
from pathlib import Path

import pytest
import requests

from tests.sandbox_server import SandboxServer


def test_ledger_tokens_and_faults_survive_a_kill(tmp_path: Path) -> None:
    server = SandboxServer.start(tmp_path)
    try:
        account = server.account("twitter", "Demain", "demain")
        token = {"Authorization": f"Bearer {server.grant('twitter', account['id'])['access_token']}"}
        server.fault("twitter", "create", "unknown_4xx", times=2)
        tweets = f"{server.url('twitter')}/2/tweets"
        assert requests.post(tweets, json={"text": "un"}, headers=token, timeout=10).status_code == 418
        server.fault("twitter", "look", "429")
        server.kill()
        server = server.restart()
        answers = [requests.post(tweets, json={"text": text}, headers=token, timeout=10).status_code for text in ("un", "deux")]
        server.kill()
        server = server.restart()
        assert answers == [418, 201]
        assert [row["text"] for row in server.ledger()] == ["deux"]
    finally:
        server.stop()
    with sqlite3.connect(tmp_path / "sandbox.sqlite3") as database:
        for change in ("UPDATE ledger SET text = 'other'", "DELETE FROM ledger"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(change)


def test_calls_tell_who_asked_for_what(sandbox: SandboxServer) -> None:
    requests.post(f"{sandbox.url('twitter')}/2/tweets", json={}, headers={"User-Agent": "teller/1"}, timeout=10)
    call = sandbox.calls("twitter", "create")[0]
    assert (call["status"], call["user_agent"], call["path"]) == (401, "teller/1", "/twitter/2/tweets")
