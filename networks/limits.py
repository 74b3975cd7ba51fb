"""What a network would refuse, or a reader would miss, in one placement. Pure; all problems at once."""

from collections.abc import Iterator
from itertools import pairwise

from networks.contract import Content, Network, Picture, PictureSpec, Problem, Spec, Step
from networks.wire import text


def problems(network: Network | Spec, content: Content) -> tuple[Problem, ...]:
    """Return every problem of this content on this network: those that block first, then advice.

    Pictures are judged as they would be sent, so hand in the renditions made for this network, not the originals.
    """
    spec = network if isinstance(network, Spec) else network.spec
    found = [*_text_problems(spec, content), *_comment_problems(spec, content), *_picture_problems(spec.pictures, content)]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def cost_usd_micros(spec: Spec, content: Content) -> int:
    """Return what the network bills for publishing this: each text as one create call, dearer with a link, and each alt text."""
    described = sum(1 for picture in content.pictures if picture.alt.strip())
    said = (*text.shown(spec, content), *([content.first_comment] if text.has_comment(spec, content) else []))
    return sum(_text_cost(spec, shown) for shown in said) + described * spec.alt_cost_usd_micros


def step_cost_usd_micros(spec: Spec, step: Step) -> int:
    """Return what the network bills for this step once it has accepted it. The steps of a content add up to its cost."""
    if step.visible:
        return _text_cost(spec, step.text)
    return spec.alt_cost_usd_micros if step.alt else 0


def _text_cost(spec: Spec, shown: str) -> int:
    return spec.link_cost_usd_micros if spec.link_cost_usd_micros and text.urls(shown) else spec.cost_usd_micros


def _text_problems(spec: Spec, content: Content) -> Iterator[Problem]:
    texts = text.shown(spec, content)
    if not any(part.strip() for part in texts) and not content.pictures and not content.link:
        yield Problem("empty")
    if len(texts) > spec.max_segments:
        if spec.max_segments == 1:
            yield Problem("thread-not-possible", {"parts": len(texts)})
        else:
            yield Problem("too-many-parts", {"parts": len(texts), "max": spec.max_segments})
    for number, part in enumerate(texts, start=1):
        if number > 1 and not part.strip():
            yield Problem("part-empty", {"part": number})
        if (over := spec.count(part) - spec.text_max) > 0:
            yield Problem("text-too-long", {"over": over, "max": spec.text_max, "part": number})
        yield from _signs(spec, part, number)
    if any(before.strip() and text.same_text(before, after) for before, after in pairwise(texts)):
        yield Problem("parts-equal")


def _signs(spec: Spec, part: str, number: int) -> Iterator[Problem]:
    tags, names, links = text.hashtags(part), text.mentions(part), text.urls(part)
    if spec.hashtags_max and len(tags) > spec.hashtags_max:
        yield Problem("too-many-hashtags", {"count": len(tags), "max": spec.hashtags_max, "part": number})
    if spec.mentions_max and len(names) > spec.mentions_max:
        yield Problem("too-many-mentions", {"count": len(names), "max": spec.mentions_max, "part": number})
    if links and spec.link == "plain":
        yield Problem("link-not-clickable", {"part": number}, blocks=False)
    elif links and spec.fold_at and min(part.find(link) for link in links) >= spec.fold_at:
        yield Problem("link-below-fold", {"fold": spec.fold_at, "part": number}, blocks=False)


def _comment_problems(spec: Spec, content: Content) -> Iterator[Problem]:
    comment = content.first_comment.strip()
    if not comment:
        return
    if spec.comment is None:
        yield Problem("comment-left-out", blocks=False)
        return
    if (over := spec.count(comment) - spec.comment.text_max) > 0:
        yield Problem("comment-too-long", {"over": over, "max": spec.comment.text_max})
    for code, most, has in (
        ("comment-hashtags", spec.comment.hashtags_max, text.hashtags(comment)),
        ("comment-links", spec.comment.links_max, text.urls(comment)),
    ):
        if most and len(has) > most:
            yield Problem(code, {"count": len(has), "max": most})
    if not spec.comment.may_shout and comment.isupper():
        yield Problem("comment-capitals")


def _picture_problems(spec: PictureSpec, content: Content) -> Iterator[Problem]:
    count = len(content.pictures)
    if count > spec.max_count:
        yield Problem("too-many-pictures", {"count": count, "max": spec.max_count})
    if count < spec.min_count:
        yield Problem("picture-needed", {"min": spec.min_count})
    for number, picture in enumerate(content.pictures, start=1):
        yield from _one_picture(spec, picture, number)


def _one_picture(spec: PictureSpec, picture: Picture, number: int) -> Iterator[Problem]:
    ratio = picture.width / picture.height if picture.height else 0.0
    if picture.mime not in spec.mimes:
        yield Problem("picture-type", {"picture": number, "type": picture.mime, "accepted": ", ".join(spec.mimes)})
    if spec.max_bytes and picture.size_bytes > spec.max_bytes:
        yield Problem("picture-too-heavy", {"picture": number, "size_bytes": picture.size_bytes, "max_bytes": spec.max_bytes})
    # Half a pixel of rounding in a rendition is no fault.
    if (spec.min_ratio and ratio < spec.min_ratio - 0.005) or (spec.max_ratio and ratio > spec.max_ratio + 0.005):
        bounds = {"min": f"{spec.min_ratio:g}", "max": f"{spec.max_ratio:g}"}
        yield Problem("picture-ratio", {"picture": number, "ratio": f"{ratio:.2f}", **bounds})
    if spec.min_width and picture.width < spec.min_width:
        yield Problem("picture-too-narrow", {"picture": number, "width": picture.width, "min": spec.min_width})
    if spec.max_width and picture.width > spec.max_width:
        yield Problem("picture-too-wide", {"picture": number, "width": picture.width, "max": spec.max_width})
    if not picture.alt.strip():
        yield Problem("alt-text-missing", {"picture": number}, blocks=False)
    elif spec.alt_max and (over := len(picture.alt) - spec.alt_max) > 0:
        yield Problem("alt-text-too-long", {"picture": number, "over": over, "max": spec.alt_max})
