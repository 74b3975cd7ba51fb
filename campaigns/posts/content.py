"""From a post's rows to what each channel gets. Reads only what was handed in (with versions, pictures and placements prefetched)."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from campaigns.posts import compose, filling, fills, staleness
from campaigns.posts.models import Placement, Post


def texts_of(post: Post) -> dict[str, compose.Text]:
    """Return the post's versions by language."""
    return {
        version.language: compose.Text(
            language=version.language,
            segments=tuple(version.segments) or ("",),
            link=version.link,
            with_utm=version.with_utm,
            first_comment=version.first_comment,
            pictures=tuple(
                compose.Use(asset=str(use.asset_id), alt=use.alt, crop=use.crop)
                for use in sorted(version.version_pictures.all(), key=lambda u: u.position)
            ),
        )
        for version in post.versions.all()
    }


def message_of(placement: Placement, *, post: Post, texts: Mapping[str, compose.Text] | None = None) -> compose.Message:
    """Return what this placement says."""
    return compose.message(
        texts=texts_of(post) if texts is None else texts,
        languages=placement.languages,
        own=placement.own_segments,
        without_link=placement.without_link,
        fills=filling.of(placement, post),
        network=placement.channel.network,
        campaign=post.campaign.utm if post.campaign else "",
        mark=placement.pk.hex[:8],
    )


def out_of_date(post: Post) -> list[str]:
    """Return the languages whose source says something else by now."""
    return staleness.behind({v.language: (v.segments, v.source, v.source_text) for v in post.versions.all()})


def search_words(post: Post) -> str:
    """Return all its texts in lower case, for finding it."""
    texts = [post.title, *(segment for v in post.versions.all() for segment in v.segments)]
    return "\n".join([*texts, *(s for p in post.placements.all() for s in p.own_segments or [])]).lower()[:20_000]


# As long as a first line is where posts are listed.
LINE_MOST = 140


def shortened(line: str, most: int = LINE_MOST) -> str:
    """Return so much of it, ending after a whole word, and with a sign that more follows."""
    if len(line) <= most:
        return line
    words, _, _ = line[:most].rpartition(" ")
    return (words or line[: most - 1]).rstrip(" ,;:") + "…"


def first_line(post: Post, language: str = "", *, placement: UUID | None = None) -> str:
    """Return the title, else the first line of that language's text, else of any, as people read it.

    What it leaves open reads as on that placement's channel; without one, as on all of the post's channels where they agree.
    """
    if post.title:
        return shortened(post.title)
    line = first_line_of([(v.language, v.segments) for v in post.versions.all()], language)
    if "{" not in line:
        return shortened(line)
    places = [place for place in post.placements.all() if placement in {None, place.pk}]
    alike = {fills.readable(line, filling.puts(place, post)) for place in places}
    return shortened(alike.pop() if len(alike) == 1 else fills.readable(line, filling.names(post)))


def first_line_of(texts: Iterable[tuple[str, Sequence[str]]], language: str = "") -> str:
    """Return the first line of that language's text, else of any, as it is written. `texts`: languages with their segments."""
    for _, segments in sorted(texts, key=lambda text: (text[0] != language, text[0])):
        for segment in segments:
            for line in str(segment).splitlines():
                if line.strip():
                    return line.strip()
    return ""
