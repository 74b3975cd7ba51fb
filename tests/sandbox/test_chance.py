"""Troubles by chance: the seed says which calls meet one, and the ledger whether something was accepted."""

from pathlib import Path

from sandbox.chance import Chance
from sandbox.settings import Settings
from sandbox.store import Store
from tests.sandbox.conftest import Handle
from tests.sandbox_server import SandboxServer

KINDS = ["5xx_before", "5xx_after"]


def hits(sandbox: SandboxServer, handle: Handle, *, seed: int, word: str) -> list[int]:
    """Return the answers' status of forty posts."""
    sandbox.settings(chance_rate=0.5, chance_seed=seed, chance_kinds=KINDS, rate_limits=False)
    return [handle.post(f"{word} {number}").status_code for number in range(40)]


def test_half_of_the_troubles_come_after_acceptance(sandbox: SandboxServer, handle: Handle) -> None:
    answers = hits(sandbox, handle, seed=1, word="un")
    troubled = answers.count(503)
    assert 10 <= troubled <= 30
    met = {row["fault"]: row["n"] for row in sandbox.control("tally") if row["operation"] == "create"}
    assert met["5xx_before"] + met["5xx_after"] == troubled
    assert len(sandbox.ledger()) == 40 - met["5xx_before"]


def test_the_same_seed_gives_the_same_troubles(tmp_path: Path) -> None:
    def drawn(seed: int) -> list[str]:
        settings = Settings(Store(tmp_path / "home"))
        settings.values.update(chance_rate=0.5, chance_seed=seed)
        chance = Chance(settings)
        faults = [chance.draw(network="facebook", operation="create", account="1") for _ in range(40)]
        return [fault.kind if fault else "" for fault in faults]

    assert drawn(7) == drawn(7) != drawn(8)


def test_reads_meet_none(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.settings(chance_rate=1.0, chance_kinds=KINDS)
    assert handle.call("GET", f"users/{handle.id}/tweets").status_code == 200
