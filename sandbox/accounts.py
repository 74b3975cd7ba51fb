"""The fictional accounts of the sandbox: pages, profiles and handles nobody owns."""

import re

from sandbox import ids
from sandbox.store import Row
from sandbox.world import NETWORKS, World

PERSON = "100000000000001"  # the one person who signs in to the sandbox's Facebook and manages all its pages
PERSON_NAME = "Alex Example"
COLOURS = ("#0F766E", "#9D2B5B", "#2F5D9B", "#9A4508", "#5B4B8A", "#386F1D")
HANDLE = {"facebook": r"[A-Za-z0-9.]{3,50}", "instagram": r"[a-z0-9._]{1,30}", "twitter": r"[A-Za-z0-9_]{1,15}"}
FIRST = {
    "facebook": (
        ("Ateliers du Canal", "ateliersducanal"),
        ("Fietsers Noord", "fietsersnoord"),
        ("Maison des Associations", "maisonassociations"),
    ),
    "instagram": (("Ateliers du Canal", "ateliers.du.canal"), ("Fietsers Noord", "fietsers.noord"), ("Jardin Partagé", "jardin.partage")),
    "twitter": (("Ateliers du Canal", "AteliersCanal"), ("Fietsers Noord", "FietsersNoord"), ("Veille Logement", "VeilleLogement")),
}


class UnfitAccount(ValueError):
    """The account cannot be made as asked; the message says why."""


def create(world: World, *, network: str, name: str, handle: str, id: str = "", colour: str = "", avatar: str = "") -> Row:
    """Make or rename a fictional account; `avatar` is the hash of a stored picture. Raises UnfitAccount."""
    if network not in NETWORKS:
        raise UnfitAccount(f"unknown network {network}; known: {', '.join(NETWORKS)}")
    handle = handle.removeprefix("@")
    chosen = id or ids.account(network, handle)
    if not re.fullmatch(r"[1-9]\d{4,18}", chosen):
        raise UnfitAccount("id must be a number of 5 to 19 digits")
    if not re.fullmatch(HANDLE[network], handle):
        raise UnfitAccount(f"a {network} handle matches {HANDLE[network]}")
    if not 1 <= len(name.strip()) <= 75:
        raise UnfitAccount("name must have 1 to 75 characters")
    if colour and not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise UnfitAccount("colour must look like #0F766E")
    same = by_handle(world, network, handle)
    if same and same["id"] != chosen:
        raise UnfitAccount(f"the handle {handle} belongs to {same['id']}")
    world.store.run(
        "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, handle = excluded.handle, "
        "colour = excluded.colour, avatar = CASE excluded.avatar WHEN '' THEN avatar ELSE excluded.avatar END",
        network,
        chosen,
        name.strip(),
        handle,
        colour or COLOURS[sum(name.strip().encode()) % len(COLOURS)],
        avatar,
        world.now_ms(),
    )
    made = get(world, network, chosen)
    assert made
    return made


def get(world: World, network: str, id: str) -> Row | None:
    """Return one account or None."""
    return world.store.one("SELECT * FROM accounts WHERE network = ? AND id = ?", network, id)


def by_handle(world: World, network: str, handle: str) -> Row | None:
    """Return the account of a handle, whatever its case, or None."""
    return world.store.one("SELECT * FROM accounts WHERE network = ? AND handle = ? COLLATE NOCASE", network, handle.removeprefix("@"))


def of(world: World, network: str) -> list[Row]:
    """Return all accounts of a network, oldest first."""
    return world.store.all("SELECT * FROM accounts WHERE network = ? ORDER BY created_ms, rowid", network)


def offered(world: World, network: str) -> list[Row]:
    """Return the accounts a consent page offers; makes the first fictional ones when there are none."""
    if not of(world, network):
        for name, handle in FIRST[network]:
            create(world, network=network, name=name, handle=handle)
    return of(world, network)
