"""What a riposte starts with: a template's texts with the headline and the link put in, or nearly nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

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


def bare_placements(channels: Iterable[Channel], languages: Sequence[str]) -> list[DraftPlacement]:
    """Return every channel that works and takes a text without a picture, in the languages it speaks."""
    found = []
    for channel in channels:
        spoken = [language for language in channel.languages or languages[:1] if language in languages]
        if spoken and channel.state == Channel.State.CONNECTED and not networks.get(channel.network).spec.pictures.min_count:
            found.append(DraftPlacement(channel=channel.pk, languages=spoken))
    return found
