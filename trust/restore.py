"""Part E: a backup is restored after more posts went out. None of them may go out again, and what is still to come must."""

import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

from trust.judge import judge
from trust.place import Place
from trust.say import line
from trust.stage import Order

BEFORE, AFTER = 60, 40
RATE = 25  # posts a second


def run(folder: Path, *, posts: int, seed: int, part: int, database: str = "postgresql") -> dict[str, Any]:
    """Return the part of the report: `posts` went out between the dump and the restore."""
    began = time.monotonic()
    with Place.open(folder, part=part, database=database) as place:
        accounts = place.accounts(40)
        first_at = time.time() + 12
        early = place.fill(Order(seed=seed, posts=BEFORE, first_at=first_at, span_s=4, accounts=accounts), name="early")
        between_at = max(first_at + 14, time.time() + 14)
        between = place.fill(
            Order(seed=seed + 1, posts=posts, first_at=between_at, span_s=posts / RATE, accounts=accounts, start_number=1000),
            name="between",
        )
        late_at = between_at + posts / RATE + 60
        late = place.fill(
            Order(seed=seed + 2, posts=AFTER, first_at=late_at, span_s=4, accounts=accounts, start_number=900_000), name="late"
        )
        place.prepare()
        parts = ["dispatcher", "publisher", "assistant", "web"]
        running = [place.start(name) for name in parts]
        wait_for(place, len(early))
        backup = folder / "backup"
        save(place, backup)
        line(f"    {len(place.playground.ledger())} posts were accepted when the backup was made")
        wait_for(place, len(early) + len(between))
        accepted = len(place.playground.ledger())
        for process in running:
            process.send(9)
        time.sleep(0.5)
        bring_back(place, backup)
        line(f"    restored: {accepted} were accepted, {place.left()} are open again in the database")
        place.manage("hold", "--reason", "a backup was restored")
        running = [place.start(name) for name in parts]
        time.sleep(3)
        held = len(place.playground.ledger())
        place.manage("release")
        drained = place.wait_until_drained(240)
        verdict = judge([*early, *between, *late], place.playground.ledger(), place.shown())
    return {
        "ok": verdict.is_clean and drained is not None and held == accepted,
        "posts_between": len(between),
        "sent_while_held": held - accepted,
        "lost": verdict.lost,
        "doubled": verdict.doubled,
        "failed_but_live": verdict.failed_but_live,
        "wrong_look": verdict.wrong_look,
        "to_look_at": verdict.needs_look,
        "open": verdict.open,
        "ends": verdict.ends,
        "examples": verdict.examples,
        "took_s": round(time.monotonic() - began, 1),
    }


def wait_for(place: Place, count: int) -> None:
    """So many placements have come to rest. Raises RuntimeError after a while."""
    ends = time.monotonic() + 150
    while time.monotonic() < ends:
        ((done,),) = place.rows("SELECT count(*) FROM scheduler_delivery WHERE is_booked")
        if done >= count:
            return
        time.sleep(0.3)
    raise RuntimeError(f"only {done} of {count} posts came to rest")


def save(place: Place, to: Path) -> None:
    if place.cluster:
        place.cluster.dump(to)
    else:
        with sqlite3.connect(place.home / "carillon.sqlite3") as source, sqlite3.connect(to) as copy:
            source.backup(copy)


def bring_back(place: Place, backup: Path) -> None:
    """The database is what it was; nothing of the product runs."""
    if place.cluster:
        place.cluster.restore(backup)
    else:
        for name in ("carillon.sqlite3-wal", "carillon.sqlite3-shm"):
            (place.home / name).unlink(missing_ok=True)
        shutil.copy(backup, place.home / "carillon.sqlite3")
