"""What a riposte starts with: a template's texts with the headline and the link put in, or nearly nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

import networks
from accounts.channels.models import Channel
from campaigns.posts.draft import DraftPlacement, DraftVersion

HEADLINE, LINK = "{headline}", "{link}"


def filled(version: DraftVersion, *, headline: str, link: str) -> DraftVersion:
    """Return the version with both put in. The link is also what its card shows, unless the template links to a page of its own.

    It leads to somebody else's page, where campaign tags count nothing.
    """
    wants_link = not version.link or any(LINK in s for s in version.segments)
    segments = [s.replace(HEADLINE, headline).replace(LINK, link) for s in version.segments]
    return replace(version, segments=segments, link=link, with_utm=False) if wants_link else replace(version, segments=segments)


def untimed(placement: DraftPlacement) -> DraftPlacement:
    """Return the placement without a time: the asking gives it one."""
    return replace(placement, local_time="", zone="")


def bare_versions(languages: Sequence[str], *, headline: str, link: str) -> list[DraftVersion]:
    """Return a version for each language that says no more than the headline."""
    return [DraftVersion(language=language, segments=[headline], link=link, with_utm=False) for language in languages]


def bare_placement(channel: Channel, languages: Sequence[str]) -> DraftPlacement | None:
    """Return the channel in the languages it speaks; None for one that speaks none of these."""
    spoken = [language for language in channel.languages or languages[:1] if language in languages]
    return DraftPlacement(channel=channel.pk, languages=spoken) if spoken else None


def takes_part(channel: Channel, *, left_out: Collection[str] = ()) -> bool:
    """Return whether a riposte goes there when nobody says otherwise: it works, and takes a text without a picture."""
    return channel.state == Channel.State.CONNECTED and not needs_picture(channel) and str(channel.pk) not in left_out


def needs_picture(channel: Channel) -> bool:
    """Return whether its network takes no post without a picture."""
    return networks.get(channel.network).spec.pictures.min_count > 0


def bare_placements(channels: Iterable[Channel], languages: Sequence[str]) -> list[DraftPlacement]:
    """Return these channels, each in the languages it speaks."""
    placed = (bare_placement(channel, languages) for channel in channels)
    return [placement for placement in placed if placement]


def chosen_placements(
    agreed: Sequence[DraftPlacement], chosen: Collection[UUID], channels: Iterable[Channel], languages: Sequence[str]
) -> list[DraftPlacement]:
    """Return the chosen channels: as agreed where they were, the others in the languages they speak."""
    known = {placement.channel for placement in agreed}
    others = [channel for channel in channels if channel.pk in chosen and channel.pk not in known]
    return [*(placement for placement in agreed if placement.channel in chosen), *bare_placements(others, languages)]
