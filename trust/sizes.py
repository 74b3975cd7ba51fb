"""How much of everything: the full run, the quick one, and what every change passes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chaos:
    """One run of real processes. `span_s` is how long posts fall due and troubles strike."""

    posts: int
    span_s: float
    kills: int
    wipes: int
    db_crashes: int
    stops: int
    duplicates: int
    channels: int
    fault_rate: float = 0.12


@dataclass(frozen=True)
class Sizes:
    machine_seeds: int
    machine_steps: int
    crash_points_each: int  # every n-th of them; 1 = all
    chaos: Chaos
    chaos_sqlite: Chaos
    restore_posts: int
    tooth_seeds: int
    teeth_in_chaos: bool = False


QUICK_CHAOS = Chaos(posts=3000, span_s=84, kills=60, wipes=6, db_crashes=4, stops=3, duplicates=900, channels=60)
FULL = Sizes(
    machine_seeds=2000,
    machine_steps=50,
    crash_points_each=1,
    chaos=Chaos(posts=10_000, span_s=290, kills=200, wipes=20, db_crashes=10, stops=10, duplicates=3000, channels=150),
    chaos_sqlite=Chaos(posts=3000, span_s=110, kills=60, wipes=6, db_crashes=0, stops=3, duplicates=900, channels=60),
    restore_posts=500,
    tooth_seeds=400,
    teeth_in_chaos=True,
)
QUICK = Sizes(
    machine_seeds=300,
    machine_steps=50,
    crash_points_each=4,
    chaos=QUICK_CHAOS,
    chaos_sqlite=Chaos(posts=600, span_s=30, kills=15, wipes=2, db_crashes=0, stops=1, duplicates=150, channels=30),
    restore_posts=100,
    tooth_seeds=200,
)
CHANGE = Sizes(
    machine_seeds=60,
    machine_steps=50,
    crash_points_each=8,
    chaos=Chaos(posts=300, span_s=15, kills=8, wipes=2, db_crashes=1, stops=1, duplicates=60, channels=15),
    chaos_sqlite=Chaos(posts=0, span_s=0, kills=0, wipes=0, db_crashes=0, stops=0, duplicates=0, channels=0),
    restore_posts=0,
    tooth_seeds=0,
)
BY_NAME = {"full": FULL, "quick": QUICK, "change": CHANGE}
