"""Everything one running sandbox holds, handed to each request."""

import time
from dataclasses import dataclass, field

from starlette.requests import Request

from sandbox.chance import Chance
from sandbox.environment import Environment
from sandbox.faults import Faults
from sandbox.rates import Windows
from sandbox.settings import Settings
from sandbox.store import Store

NETWORKS = ("facebook", "instagram", "twitter")


@dataclass
class World:
    """Store, settings, faults and clock of this process."""

    environment: Environment
    store: Store
    settings: Settings
    faults: Faults
    chance: Chance
    windows: Windows = field(default_factory=Windows)

    def now_ms(self) -> int:
        """Return the sandbox's own time in milliseconds since 1970, which a setting may shift."""
        return int((time.time() + self.settings["clock_offset_seconds"]) * 1000)

    def address(self, path: str) -> str:
        """Return the public address of a path of this server."""
        return self.environment.url + path


def open_world(environment: Environment) -> World:
    """Open or create the sandbox's home."""
    store = Store(environment.home)
    settings = Settings(store)
    return World(environment=environment, store=store, settings=settings, faults=Faults(store), chance=Chance(settings))


def world_of(request: Request) -> World:
    """Return the world this request arrived in."""
    world: World = request.app.state.world
    return world
