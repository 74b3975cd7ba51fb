"""What each channel fills into a post's texts: its own values and the address book. Nothing is read for texts without "{"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import networks
from accounts.channels.models import Channel
from campaigns.phrases import selectors as phrases
from campaigns.phrases.models import Contact
from campaigns.posts import fills
from campaigns.posts.fills import Fills, Named
from campaigns.posts.models import Placement, Post, Version
from networks.contract import Problem


def of(placement: Placement, post: Post) -> Fills | None:
    """Return what the placement's channel puts in; None where nothing is open."""
    return puts(placement, post) if fills.might(said(placement, post.versions.all())) else None


def puts(placement: Placement, post: Post) -> Fills:
    """Return what the placement's channel puts in, whether anything is open or not."""
    return puts_of(placement.channel.network, values=placement.channel.placeholders, contacts=contacts_of(post))


def puts_of(network: str, *, values: Mapping[str, str], contacts: Mapping[str, Named]) -> Fills:
    return Fills(network=network, by_handle=networks.get(network).spec.mentions_by_handle, values=values, contacts=contacts)


def names(post: Post) -> Fills:
    """Return what reads alike on every channel: those whom the post names, by their names."""
    return Fills(network="", by_handle=False, values={}, contacts=contacts_of(post))


def said(placement: Placement, versions: Iterable[Version]) -> list[str]:
    """Return the texts the placement is made of."""
    carried = [version for version in versions if version.language in placement.languages]
    bodies = placement.own_segments if placement.own_segments is not None else [part for v in carried for part in v.segments]
    return [*bodies, *(version.first_comment for version in carried)]


def filled(placement: Placement, post: Post) -> dict[str, str | None]:
    """Return what is put in by key, for the approval: it is of the text as it reads on this channel."""
    known = of(placement, post)
    return {key: known.of(key) for key in fills.keys(said(placement, post.versions.all()))} if known else {}


def problems(placement: Placement, post: Post) -> Iterator[Problem]:
    """Yield what cannot be filled on this channel, and who is named without a mention."""
    known = of(placement, post)
    for gap in fills.gaps(said(placement, post.versions.all()), known) if known else ():
        named = known.contacts.get(gap.key) if known else None
        label = networks.get(placement.channel.network).label
        yield Problem(gap.code, {"key": gap.key, "name": named.name if named else gap.key, "label": label}, blocks=gap.blocks)


def contacts_of(post: Post) -> Mapping[str, Named]:
    """Return those of the address book whom the post names. Read once for each post in hand."""
    known: Mapping[str, Named] | None = getattr(post, "_named", None)
    if known is None:
        known = by_key(phrases.contacts_of([post.organisation_id], wanted(bodies_of(post.versions.all(), post.placements.all()))))
        post._named = known  # type: ignore[attr-defined]
    return known


def name_all(posts: Iterable[Post]) -> None:
    """Those whom these posts name are at hand: one query for all of them, none where nobody is named."""
    wanting = [(post, wanted(bodies_of(post.versions.all(), post.placements.all()))) for post in posts]
    contacts = phrases.contacts_of({post.organisation_id for post, _ in wanting}, {key for _, keys in wanting for key in keys})
    for post, _ in wanting:
        post._named = by_key(c for c in contacts if c.organisation_id == post.organisation_id)  # type: ignore[attr-defined]


def name_said(placements: Sequence[Placement]) -> None:
    """Those whom these placements name are at hand: one query for all of them, none where nobody is named. Their versions are at hand."""
    keys = wanted(text for placement in placements for text in said(placement, placement.post.versions.all()))
    contacts = phrases.contacts_of({placement.organisation_id for placement in placements}, keys)
    for placement in placements:
        mine = by_key(c for c in contacts if c.organisation_id == placement.organisation_id)
        placement.post._named = mine  # type: ignore[attr-defined]


def bodies_of(versions: Iterable[Version], places: Iterable[Placement]) -> list[str]:
    """Return every text in which something may be open."""
    bodies = [text for version in versions for text in (*version.segments, version.first_comment)]
    return bodies + [text for place in places for text in place.own_segments or ()]


def wanted(texts: Iterable[str]) -> set[str]:
    return {key[1:] for key in fills.keys(texts) if key.startswith("@")}


def by_key(contacts: Iterable[Contact]) -> dict[str, Named]:
    return {contact.key: Named(name=contact.name, handles=contact.handles) for contact in contacts}


def remember(posts: Sequence[Post], *, texts: Mapping[UUID, list[Version]], places: Mapping[UUID, list[Placement]]) -> None:
    """Posts that leave something open have their channels and contacts at hand: two queries for all of them, none where there is none."""
    bodies: dict[Any, list[str]] = {}
    for post in posts:
        found = bodies_of(texts[post.pk], places[post.pk])
        if fills.might(found):
            bodies[post.pk] = found
    if not bodies:
        return
    channels = Channel.objects.in_bulk({p.channel_id for pk in bodies for p in places[pk]})
    keys = {key for found in bodies.values() for key in wanted(found)}
    contacts = list(phrases.contacts_of({p.organisation_id for p in posts if p.pk in bodies}, keys))
    for post in posts:
        if post.pk in bodies:
            post._named = by_key(c for c in contacts if c.organisation_id == post.organisation_id)  # type: ignore[attr-defined]
            for placement in places[post.pk]:
                placement.channel = channels[placement.channel_id]
