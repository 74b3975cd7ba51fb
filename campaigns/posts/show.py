"""A post as the API shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from campaigns.approvals import selectors as approvals
from campaigns.approvals.guests import selectors as guests
from campaigns.approvals.models import Approval
from campaigns.posts import filling
from campaigns.posts.content import first_line, out_of_date
from campaigns.posts.models import Placement, Post
from campaigns.posts.notes import selectors as notes
from campaigns.posts.ready import Measured, examine
from campaigns.posts.selectors import badge_of, with_content, worded


def whole(
    post: Post,
    *,
    may_edit: bool,
    now: datetime,
    near: Sequence[Placement] | None = None,
    approval: Approval | None = None,
    open_notes: int | None = None,
    seated: Mapping[UUID, list[dict[str, Any]]] | None = None,
    sources: Mapping[UUID, Post] | None = None,
) -> dict[str, Any]:
    """Return everything the composer needs.

    Who shows many hands in what he has: `near` (see ready.near_to), the newest approval, how many notes are open, the guests by approval,
    what posts were made from (sources_of).
    """
    found, measures = examine(post, now=now, near=near)
    if approval is None:
        approval = approvals.with_decisions().filter(subject_kind="post", subject_id=post.pk).order_by(*approvals.FIRST).first()
    measured = {m.placement: m for m in measures}
    for placement in post.placements.all():
        placement.post = post  # so that the badge costs no query
    return {
        "id": post.pk,
        "title": post.title,
        "first_line": first_line(post),
        "made_from": made_from(post, sources=sources_of([post]) if sources is None else sources),
        "state": post.state,
        "campaign": post.campaign_id,
        "author": post.author_id,
        "author_name": str(post.author or ""),
        "revision": post.revision,
        "created_at": post.created_at,
        "updated_at": post.updated_at,
        "deleted_at": post.deleted_at,
        "versions": [
            {
                "language": v.language,
                "segments": v.segments,
                "link": v.link,
                "with_utm": v.with_utm,
                "first_comment": v.first_comment,
                "source": v.source,
                "source_text": v.source_text,
                "pictures": [{"asset": u.asset_id, "alt": u.alt, "crop": u.crop} for u in v.version_pictures.all()],
            }
            for v in post.versions.all()
        ],
        "out_of_date": out_of_date(post),
        "open_notes": notes.open_count([post.pk]).get(post.pk, 0) if open_notes is None else open_notes,
        "placements": [placement_whole(p, measured.get(str(p.pk)), now=now) for p in post.placements.all()],
        "problems": worded(found),
        "approval": approval_brief(approval, seated=seated),
        "may_edit": may_edit,
        "may_submit": may_edit
        and post.state not in {Post.State.IN_REVIEW, Post.State.APPROVED, Post.State.HELD}
        and not any(f.problem.blocks for f in found),
    }


def sources_of(posts: Iterable[Post]) -> dict[UUID, Post]:
    """Return what these posts were made from, by their ids, as far as it is still there. Nothing is read where all were begun by hand."""
    wanted = {post.source_post_id for post in posts if post.source_post_id}
    found = {source.pk: source for source in with_content().filter(pk__in=wanted, deleted_at=None)}
    filling.name_all(found.values())
    return found


def made_from(post: Post, *, sources: Mapping[UUID, Post]) -> dict[str, Any] | None:
    """Return the post it was made from, if that is still there."""
    source = sources.get(post.source_post_id) if post.source_post_id else None
    return {"id": source.pk, "first_line": first_line(source)} if source else None


def placement_whole(placement: Placement, measured: Measured | None, *, now: datetime) -> dict[str, Any]:
    return {
        "id": placement.pk,
        "channel": placement.channel_id,
        "network": placement.channel.network,
        "languages": placement.languages,
        "local_time": placement.local_time,
        "zone": placement.zone,
        "planned_at": placement.planned_at,
        "own_segments": placement.own_segments,
        "own_base": placement.own_base,
        "without_link": placement.without_link,
        "state": badge_of(placement, now=now),
        "is_fixed": placement.claimed_at is not None,
        "permalink": placement.permalink,
        "texts": measured.texts if measured else [],
        "counts": measured.counts if measured else [],
        "most": measured.most if measured else 0,
        "fold_at": measured.fold_at if measured else 0,
        "first_comment": measured.first_comment if measured else "",
        "cost_usd_micros": measured.cost_usd_micros if measured else 0,
        "frames": [asdict(frame) for frame in measured.frames] if measured else [],
    }


def approval_brief(approval: Approval | None, *, seated: Mapping[UUID, list[dict[str, Any]]] | None = None) -> dict[str, Any] | None:
    if approval is None:
        return None
    return {
        "id": approval.pk,
        "state": approval.state,
        "fingerprint": approval.fingerprint,
        "asked_at": approval.asked_at,
        "asked_by": str(approval.asked_by or ""),
        "decided_at": approval.decided_at,
        "decisions": [
            {"by": str(d.by or ""), "verdict": d.verdict, "comment": d.comment, "at": d.at.isoformat()}
            for d in sorted(approval.decisions.all(), key=lambda said: said.at)
        ]
        + [
            {"by": each["name"], "verdict": each["verdict"], "comment": each["comment"], "at": each["at"].isoformat(), "is_guest": True}
            for each in (guests.shown([approval.pk]) if seated is None else seated).get(approval.pk, [])
            if each["at"]
        ],
    }


def in_list(post: Post) -> dict[str, Any]:
    times = [p.planned_at for p in post.placements.all() if p.planned_at]
    return {
        "id": post.pk,
        "first_line": first_line(post),
        "state": post.state,
        "campaign": post.campaign_id,
        "author_name": str(post.author or ""),
        "revision": post.revision,
        "updated_at": post.updated_at,
        "next_at": min(times) if times else None,
        "networks": sorted({p.channel.network for p in post.placements.all()}),
        "languages": [v.language for v in post.versions.all()],
        "out_of_date": out_of_date(post),
    }
