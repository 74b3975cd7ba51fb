"""What a text leaves open for each channel to fill: {section} from the channel's values, {@key} from the address book. Pure.

A backslash before it, or braces around anything else, and it stays what it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

OPEN = re.compile(r"(\\?)\{(@[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*|[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*)\}", re.ASCII)


@dataclass(frozen=True)
class Named:
    """Somebody in the address book."""

    name: str
    handles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fills:
    """What one channel puts in. `by_handle`: its network makes a mention of @handle."""

    network: str
    by_handle: bool
    values: Mapping[str, str]
    contacts: Mapping[str, Named]

    def of(self, key: str) -> str | None:
        """Return what is put in for this key, None where nothing is known."""
        if not key.startswith("@"):
            return self.values.get(key) or None
        named = self.contacts.get(key[1:])
        if named is None:
            return None
        handle = named.handles.get(self.network, "") if self.by_handle else ""
        return f"@{handle}" if handle else named.name

    def lacks_handle(self, key: str) -> bool:
        named = self.contacts.get(key[1:]) if key.startswith("@") else None
        return named is not None and self.by_handle and not named.handles.get(self.network)


def might(texts: Iterable[str]) -> bool:
    """Return whether it is worth looking closer: most texts leave nothing open, and are not read twice."""
    return any("{" in text for text in texts)


def keys(texts: Iterable[str]) -> list[str]:
    """Return what these texts leave open, in order, each once: "section", "@greens"."""
    found = (match[2].lower() for text in texts for match in OPEN.finditer(text) if not match[1])
    return list(dict.fromkeys(found))


def fill(text: str, fills: Fills) -> str:
    """Return the text with everything known put in; what is not known stays, for people to see."""

    def put(match: re.Match[str]) -> str:
        if match[1]:
            return match[0][1:]
        return fills.of(match[2].lower()) or match[0]

    return OPEN.sub(put, text) if "{" in text else text


def readable(text: str, fills: Fills | None = None) -> str:
    """Return the text for whoever glances at it: everything known put in, and what is not in words without braces."""

    def put(match: re.Match[str]) -> str:
        if match[1]:
            return match[0][1:]
        key = match[2].lower()
        return (fills and fills.of(key)) or (key if key.startswith("@") else f"[{key}]")

    return OPEN.sub(put, text) if "{" in text else text


@dataclass(frozen=True)
class Gap:
    code: str
    key: str
    blocks: bool = True


def gaps(texts: Iterable[str], fills: Fills) -> Iterator[Gap]:
    """Yield what cannot be filled, and whom the network will not know by a handle."""
    for key in keys(texts):
        if fills.of(key) is None:
            yield Gap("contact-unknown" if key.startswith("@") else "placeholder-without-value", key.removeprefix("@"))
        elif fills.lacks_handle(key):
            yield Gap("contact-without-handle", key[1:], blocks=False)
