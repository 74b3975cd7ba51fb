"""What many posts were before one act on them, as a sealed word that the web app holds until somebody presses Undo."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing

from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.posts.models import Post

SALT = "campaigns.posts.bulk"
HOLDS = timedelta(hours=1)


@dataclass(frozen=True)
class Before:
    """Its state, campaign and times (placement → local time, zone), and the approval that was live; "" where there was none."""

    state: str
    campaign: str = ""
    times: dict[str, tuple[str, str]] = field(default_factory=dict)
    approval: str = ""


@dataclass(frozen=True)
class Left:
    """The post that an act left (of a duplicate: the copy) at this revision, and what it was before."""

    post: str
    revision: int
    before: Before


def before_of(post: Post, *, approval: UUID | None) -> Before:
    times = {str(p.pk): (p.local_time, p.zone) for p in post.placements.all() if p.local_time and not p.claimed_at}
    return Before(state=post.state, campaign=str(post.campaign_id or ""), times=times, approval=str(approval or ""))


def sealed(*, action: str, left: Iterable[Left], membership: Membership) -> str:
    """Return what takes the act back, for this member alone; empty where nothing was done."""
    said = {"of": str(membership.pk), "action": action, "posts": [asdict(one) for one in left]}
    return signing.dumps(said, salt=SALT, compress=True) if said["posts"] else ""


def opened(token: str, *, membership: Membership) -> tuple[str, list[Left]]:
    """Return the action and what it left. Raises Refusal for anything that is not ours, not theirs, or older than an hour."""
    try:
        said: dict[str, Any] = signing.loads(token, salt=SALT, max_age=HOLDS)
    except signing.BadSignature:
        raise Refusal("undo-gone", status=409) from None
    if said["of"] != str(membership.pk):
        raise Refusal("undo-gone", status=409)
    return said["action"], [Left(**{**one, "before": Before(**one["before"])}) for one in said["posts"]]
