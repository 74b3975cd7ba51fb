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
    if not fills.might(said(placement, post.versions.all())):
        return None
    network = placement.channel.network
    return Fills(
        network=network,
        by_handle=networks.get(network).spec.mentions_by_handle,
        values=placement.channel.placeholders,
        contacts=contacts_of(post),
    )


def said(placement: Placement, versions: Iterable[Version]) -> list[str]:
    """Return the texts the placement is made of."""
    carried = [version for version in versions if version.language in placement.languages]
    bodies = placement.own_segments if placement.own_segments is not None else [part for v in carried for part in v.segments]
    return [*bodies, *(version.first_comment for version in carried)]


def filled(placement: Placement, post: Post) -> dict[str, str | None]:
    """Return what is put in by key, for the approval: it is of the text as it reads on this channel."""
    puts = of(placement, post)
    return {key: puts.of(key) for key in fills.keys(said(placement, post.versions.all()))} if puts else {}


def problems(placement: Placement, post: Post) -> Iterator[Problem]:
    """Yield what cannot be filled on this channel, and who is named without a mention."""
    puts = of(placement, post)
    for gap in fills.gaps(said(placement, post.versions.all()), puts) if puts else ():
        named = puts.contacts.get(gap.key) if puts else None
        label = networks.get(placement.channel.network).label
        yield Problem(gap.code, {"key": gap.key, "name": named.name if named else gap.key, "label": label}, blocks=gap.blocks)


def contacts_of(post: Post) -> Mapping[str, Named]:
    """Return those of the address book whom the post names. Read once for each post in hand."""
    known: Mapping[str, Named] | None = getattr(post, "_named", None)
    if known is None:
        bodies = [text for v in post.versions.all() for text in (*v.segments, v.first_comment)]
        bodies += [text for p in post.placements.all() for text in p.own_segments or ()]
        known = by_key(phrases.contacts_of([post.organisation_id], wanted(bodies)))
        post._named = known  # type: ignore[attr-defined]
    return known


def wanted(texts: Iterable[str]) -> set[str]:
    return {key[1:] for key in fills.keys(texts) if key.startswith("@")}


def by_key(contacts: Iterable[Contact]) -> dict[str, Named]:
    return {contact.key: Named(name=contact.name, handles=contact.handles) for contact in contacts}


def remember(posts: Sequence[Post], *, texts: Mapping[UUID, list[Version]], places: Mapping[UUID, list[Placement]]) -> None:
    """Posts that leave something open have their channels and contacts at hand: two queries for all of them, none where there is none."""
    bodies: dict[Any, list[str]] = {}
    for post in posts:
        found = [text for v in texts[post.pk] for text in (*v.segments, v.first_comment)]
        found += [text for p in places[post.pk] for text in p.own_segments or ()]
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
