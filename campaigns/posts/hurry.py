"""A post asked about in a hurry goes out the moment it is approved: the yes covers any time from then until the end of its window.

While it waits it stands at the end of the window, so that without an answer it expires there and is never sent by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts.people.models import User
from campaigns.approvals.models import Approval
from campaigns.posts.models import Placement, Post
from campaigns.posts.when import to_local


@dataclass(frozen=True)
class Hurry:
    """Not before `earliest`, not after `until`. `asked`: who is called upon, by the caller; nobody: everybody who may decide."""

    earliest: datetime
    until: datetime
    asked: Sequence[User] = ()

    def terms(self) -> dict[str, Any]:
        """Return what stands beside the content in the approval."""
        return {"asap": {"earliest": self.earliest.isoformat(), "until": self.until.isoformat()}}


def window_of(terms: Mapping[str, Any]) -> tuple[datetime, datetime] | None:
    """Return from when until when an approval with these terms lets the post go out at once; None: it is of fixed times. Pure."""
    asap = terms.get("asap")
    return (datetime.fromisoformat(asap["earliest"]), datetime.fromisoformat(asap["until"])) if asap else None


def window_holds(terms: Mapping[str, Any], planned: Mapping[str, str], *, tolerance: timedelta) -> bool:
    """Return whether each of these times (ISO 8601, by placement) is of those asked about and lies in the window. Pure."""
    window = window_of(terms)
    if window is None or terms.get("times", {}).keys() != planned.keys():
        return False
    start, end = window
    return all(start - tolerance <= datetime.fromisoformat(at) <= end + tolerance for at in planned.values())


def stand_by(post: Post, hurry: Hurry) -> None:
    """What has not left stands at the end of the window."""
    place(post, hurry.until)


def set_off(post: Post, approval: Approval, *, now: datetime) -> None:
    """What still waits at the end of the window of this yes goes out now. A time that somebody chose meanwhile stays."""
    window = window_of(approval.terms)
    if window:
        earliest, until = window
        place(post, max(now, earliest), only_at=until)


def place(post: Post, at: datetime, *, only_at: datetime | None = None) -> None:
    moved = [p for p in post.placements.all() if not p.claimed_at and (only_at is None or p.planned_at == only_at)]
    for placement in moved:
        placement.planned_at, placement.local_time = at, to_local(at, placement.zone)
    Placement.objects.bulk_update(moved, ["planned_at", "local_time"])
