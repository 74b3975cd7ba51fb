"""Settings that a test or a demo may change while the sandbox runs (`POST /control/settings`)."""

import json
from typing import Any

from sandbox.store import Store

DEFAULTS: dict[str, Any] = {
    "clock_offset_seconds": 0.0,  # moves the sandbox's clock: a token's two hours or a container's day pass at once
    "visibility_delay_seconds": 0.0,  # a new post is listed only after this time, on every network
    "instagram_processing_seconds": 0.6,  # how long a container stays IN_PROGRESS
    "instagram_posts_per_day": 100,
    "instagram_data_wrapped": False,  # True: answers of the token endpoint and /me sit in {"data": [...]} as the guide prints them
    "facebook_calls_per_day": 48000,  # 4 800 x ten engaged users
    "meta_app_calls_per_hour": 1_000_000,  # of the whole application, on each of Facebook and Instagram
    "x_posts_per_window": 100,
    "x_posts_per_day": 0,  # of one account, told in x-user-limit-24hour-*; 0 = X says nothing of it, as on many answers
    "x_app_posts_per_day": 0,  # of the whole application, in x-app-limit-24hour-*; 0 = the same
    "x_reads_per_window": 900,
    "x_credits_mills": None,  # thousandths of a dollar left; None = never ends
    "x_spent_mills": 0,
    "rate_limits": True,
    "unreachable_hosts": ["unreachable.example"],  # a link to one of these answers 1609005
    "latency_seconds": 0.0,  # every call of a network takes so much longer
    "chance_rate": 0.0,  # the share of mutating calls that meet a trouble by chance (chance.py)
    "chance_after": 0.5,  # the share of those troubles that strike after acceptance
    "chance_seed": 0,
    "chance_kinds": [],  # kinds of faults.py, or "twitter:429" for one network only; empty: the usual ones
    "chance_seconds": 3.0,  # how long a trouble lasts that lasts: silence, a throttled account
}


class Settings:
    """The current values, kept in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.load()

    def load(self) -> None:
        """Read the values again, defaults first."""
        self.values = dict(DEFAULTS)
        for row in self._store.all("SELECT key, value FROM settings"):
            self.values[row["key"]] = json.loads(row["value"])

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def change(self, key: str, value: Any) -> None:
        """Keep one value. Raises ValueError for an unknown name or a value of another kind."""
        if key not in DEFAULTS:
            raise ValueError(f"unknown setting {key}; known: {', '.join(DEFAULTS)}")
        default = DEFAULTS[key]
        kinds = {bool: (bool,), float: (int, float), int: (int,), list: (list,), type(None): (int, type(None))}[type(default)]
        if not isinstance(value, kinds) or (isinstance(value, bool) and not isinstance(default, bool)):
            raise ValueError(f"{key} wants {' or '.join(kind.__name__ for kind in kinds)}")
        self.values[key] = value
        self._store.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", key, json.dumps(value))
