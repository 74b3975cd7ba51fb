"""The networks Carillon speaks to. One adapter is one file in this folder with a module-level `network`; nothing lists them.

A plain library: no Django, no settings, no queue. Shared talk is in `wire`, what both sides agree on in `contract`.
"""

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from networks.contract import Network


@functools.cache
def all() -> Mapping[str, Network]:  # noqa: A001 - `networks.all()` is how callers say it
    """Return every adapter by slug, in the order of their labels."""
    found = [
        module.network
        for entry in pkgutil.iter_modules(__path__)
        if not entry.ispkg and hasattr(module := importlib.import_module(f"{__name__}.{entry.name}"), "network")
    ]
    return MappingProxyType({network.slug: network for network in sorted(found, key=lambda network: network.label)})


def get(slug: str) -> Network:
    """Return the adapter of this slug. Raises KeyError when there is none."""
    return all()[slug]


def warm_up() -> None:
    """Load the SDKs and the TLS context, so that the first post of a worker is not late by the second this takes."""
    importlib.import_module("facebook_business.adobjects.iguser")
    importlib.import_module("facebook_business.adobjects.page")
    importlib.import_module("tweepy")
    importlib.import_module("networks.wire.connection").adapter()
