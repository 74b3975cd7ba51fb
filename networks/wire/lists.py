"""Looking for a post that may be online: what was not read to the end says nothing of what is absent. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from networks.contract import NotSent, Posted, Step, Timeline
from networks.wire import text

AGAIN_S = 60.0


def must_hold(found: Iterable[Posted], step: Step) -> None:
    """Raise NotSent unless what this step says is among the posts: lists are newest first, so the rest may hold it."""
    if not any(text.same_text(post.text, step.text) for post in found):
        raise NotSent("not-listed-yet", retry_after_s=AGAIN_S)


def timeline(found: Sequence[Posted], *, since: datetime, is_whole: bool) -> Timeline:
    """Return what was read of a list that is newest first; `is_whole`: nothing since then was left out."""
    posts = tuple(post for post in found if post.created_at >= since)
    return Timeline(posts=posts, reaches=since if is_whole or not found else max(since, found[-1].created_at))
