"""Codes and tokens of the three networks: issued, checked, rotated, revoked."""

import secrets

from sandbox import ids
from sandbox.store import Row
from sandbox.world import World

PREFIX = {"facebook": "EAA", "instagram": "IGAA", "twitter": ""}
HOUR_MS = 3_600_000


def issue_code(world: World, *, network: str, accounts: list[str], scopes: list[str], redirect_uri: str, challenge: str = "") -> str:
    """Return a fresh authorisation code for the chosen accounts."""
    code = ids.token("AQ" if network != "twitter" else "")[:90]
    world.store.add(
        "codes",
        code=code,
        network=network,
        accounts=accounts,
        scopes=scopes,
        redirect_uri=redirect_uri,
        challenge=challenge,
        issued_ms=world.now_ms(),
        family=secrets.token_hex(8),
    )
    return code


def code(world: World, network: str, code: str) -> Row | None:
    """Return a code of this network or None."""
    return world.store.one("SELECT * FROM codes WHERE code = ? AND network = ?", code, network)


def use_code(world: World, code: str) -> bool:
    """Spend a code; False when somebody spent it before."""
    return world.store.run("UPDATE codes SET used = 1 WHERE code = ? AND used = 0", code) == 1


def issue(
    world: World,
    *,
    network: str,
    kind: str,
    account: str,
    scopes: list[str],
    lives_ms: int | None,
    pages: list[str] | None = None,
    family: str = "",
) -> str:
    """Return a fresh token; `lives_ms` None means that it has no end."""
    token = ids.token(PREFIX[network])
    now = world.now_ms()
    world.store.add(
        "tokens",
        token=token,
        network=network,
        kind=kind,
        account=account,
        pages=pages or [],
        scopes=scopes,
        issued_ms=now,
        expires_ms=None if lives_ms is None else now + lives_ms,
        family=family or secrets.token_hex(8),
    )
    return token


def find(world: World, network: str, token: str) -> Row | None:
    """Return what is known of a token of this network, live or not."""
    return world.store.one("SELECT * FROM tokens WHERE token = ? AND network = ?", token, network) if token else None


def is_expired(world: World, token: Row) -> bool:
    """True when the token's time is over."""
    return token["expires_ms"] is not None and token["expires_ms"] <= world.now_ms()


def spend(world: World, token: str) -> bool:
    """Use up a single-use token; False when it was not live any more."""
    return world.store.run("UPDATE tokens SET state = 'used' WHERE token = ? AND state = 'live'", token) == 1


def revoke(world: World, *, token: str = "", family: str = "", subcode: int = 0) -> int:
    """End one token, or all of a family; return how many ended. `subcode` is what Graph answers from now on."""
    return world.store.run(
        "UPDATE tokens SET state = 'revoked', subcode = ? WHERE state = 'live' AND (token = ? OR (? != '' AND family = ?))",
        subcode,
        token,
        family,
        family,
    )
