"""What an organisation has, by the names people give it in a spreadsheet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from campaigns.exchange.columns import LANGUAGE_OF, plain
from campaigns.media.models import Asset
from campaigns.plan.models import Campaign

PARTS = re.compile(r"[,;\n|]|\s\+\s|\s&\s")
Names = dict[str, list[UUID]]


@dataclass
class Known:
    """Everything by its plain name; a name that several share has several ids."""

    languages: Sequence[str]
    zone: str
    channels: dict[UUID, Channel] = field(default_factory=dict)
    channel_names: Names = field(default_factory=dict)
    campaigns: Names = field(default_factory=dict)
    pictures: Names = field(default_factory=dict)
    alts: dict[UUID, dict[str, str]] = field(default_factory=dict)

    def found_channels(self, cell: str, network: str, spoken: Iterable[str]) -> tuple[list[UUID], list[tuple[str, int]]]:
        """Return the channels a cell names, and the names that are nobody's (0) or several channels' (2 and more)."""
        whole = self._channels(cell, network, spoken)
        if len(whole) == 1:
            return whole, []
        found: list[UUID] = []
        wrong: list[tuple[str, int]] = []
        for name in parts(cell) or [network]:
            ids = self._channels(name, network, spoken)
            if len(ids) == 1:
                found += [one for one in ids if one not in found]
            else:
                wrong.append((name, len(ids)))
        return found, wrong

    def _channels(self, name: str, network: str, spoken: Iterable[str]) -> list[UUID]:
        ids = self.channel_names.get(plain(name) or plain(network), [])
        if len(ids) > 1 and network and name:
            ids = [one for one in ids if plain(network) in {plain(self.channels[one].network), plain(self.channels[one].network_label)}]
        if len(ids) > 1 and (spoken := set(spoken)):
            ids = [one for one in ids if spoken & set(self.channels[one].languages)] or ids
        return ids


def parts(cell: str) -> list[str]:
    return [part.strip() for part in PARTS.split(cell) if part.strip()]


def known(organisation: Organisation) -> Known:
    """Return what the organisation in scope has."""
    made = Known(languages=organisation.languages, zone=organisation.time_zone)
    made.channels = {c.pk: c for c in Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")}
    made.channel_names = _by_name((name, c.pk) for c in made.channels.values() for name in channel_names(c))
    made.campaigns = _by_name(
        (name, pk) for pk, *names in Campaign.objects.filter(archived_at=None).values_list("pk", "name", "utm") for name in names
    )
    files = Asset.objects.filter(deleted_at=None).values_list("pk", "name", "alt")
    made.pictures = _by_name((name, pk) for pk, whole, _ in files for name in {whole, whole.rsplit(".", 1)[0]})
    made.alts = {pk: alt for pk, _, alt in files}
    return made


def channel_names(channel: Channel) -> set[str]:
    """Return what people call it: its name, its handle, its network, each also with the network or the language."""
    networks = {channel.network, channel.network_label}
    words = {word for word, code in LANGUAGE_OF.items() if code in channel.languages}
    names = {channel.name, channel.handle, *networks}
    names |= {f"{name} {network}" for name in (channel.name, channel.handle) if name for network in networks}
    return names | {f"{network} {name}" for name in (channel.name, *words) for network in networks}


def _by_name(pairs: Iterable[tuple[str, UUID]]) -> Names:
    names: dict[str, list[UUID]] = defaultdict(list)
    for name, pk in pairs:
        if (bare := plain(name)) and pk not in names[bare]:
            names[bare].append(pk)
    return dict(names)
