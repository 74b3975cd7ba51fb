"""What one placement says: the versions it carries, joined where it carries several, or the channel's own text. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from campaigns.posts.fills import Fills, fill
from campaigns.posts.utm import tagged

BETWEEN_LANGUAGES = "\n\n"


@dataclass(frozen=True)
class Use:
    """A picture in a version: the asset's id, its description in that language, and the part that it shows (None: the library says)."""

    asset: str
    alt: str
    crop: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Text:
    """One language of a post."""

    language: str
    segments: tuple[str, ...]
    link: str = ""
    with_utm: bool = True
    pictures: tuple[Use, ...] = ()
    first_comment: str = ""


@dataclass(frozen=True)
class Message:
    """What goes to one channel. Pictures are those of the first language, their descriptions joined."""

    segments: tuple[str, ...]
    link: str
    pictures: tuple[Use, ...]
    first_comment: str = ""


def message(
    *,
    texts: Mapping[str, Text],
    languages: Sequence[str],
    own: Sequence[str] | None,
    network: str,
    campaign: str,
    mark: str,
    without_link: bool = False,
    fills: Fills | None = None,
) -> Message:
    """Return the message of a placement, filled. Languages without a version are left out. `mark` becomes utm_content."""
    carried = [replace(texts[language], link="" if without_link else texts[language].link) for language in languages if language in texts]
    if fills:
        carried = [filled(text, fills) for text in carried]
        own = None if own is None else [fill(part, fills) for part in own]
    if not carried:
        return Message(segments=tuple(own or ()), link="", pictures=())
    links = [tagged(t.link, network=network, campaign=campaign, content=mark) if t.link and t.with_utm else t.link for t in carried]
    if own is not None:
        segments, link = tuple(own), links[0]
    elif len(set(links)) == 1:  # one language, or all point to the same page: the network shows it once
        segments, link = joined([t.segments for t in carried]), links[0]
    else:
        segments, link = joined([with_link(t.segments, link) for t, link in zip(carried, links, strict=True)]), ""
    comment = BETWEEN_LANGUAGES.join(t.first_comment.strip() for t in carried if t.first_comment.strip())
    return Message(segments=segments, link=link, pictures=joined_pictures([t.pictures for t in carried]), first_comment=comment)


def filled(text: Text, fills: Fills) -> Text:
    """Return the text with what it leaves open put in."""
    segments = tuple(fill(part, fills) for part in text.segments)
    return replace(text, segments=segments, first_comment=fill(text.first_comment, fills))


def joined(languages: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the texts of several languages as one thread: first with first, second with second."""
    return tuple(BETWEEN_LANGUAGES.join(part for part in parts if part.strip()) for parts in zip_longest(*languages, fillvalue=""))


def with_link(segments: Sequence[str], link: str) -> tuple[str, ...]:
    if not link or any(link in segment for segment in segments):
        return tuple(segments)
    first, *rest = segments or ("",)
    return (f"{first.rstrip()} {link}".strip(), *rest)


def joined_pictures(languages: Sequence[Sequence[Use]]) -> tuple[Use, ...]:
    first, *others = languages
    alts = {(use.asset, i): use.alt for i, pictures in enumerate(others) for use in pictures}
    return tuple(
        Use(
            asset=use.asset,
            crop=use.crop,
            alt=" / ".join(dict.fromkeys(a for a in [use.alt, *(alts.get((use.asset, i), "") for i in range(len(others)))] if a)),
        )
        for use in first
    )
