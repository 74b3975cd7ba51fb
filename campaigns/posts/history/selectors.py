"""Reading a post's history, newest first."""

from itertools import pairwise
from typing import Any
from uuid import UUID

from campaigns.posts.history import rules
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Post

MOST = 200


def revisions(post: Post) -> list[dict[str, Any]]:
    """Return the newest revisions: who, when, and what is different from the one before."""
    found = list(Revision.objects.filter(post=post).select_related("by").order_by("-number")[: MOST + 1])
    before = {row.pk: older.content for row, older in pairwise(found)}
    return [
        {
            "id": row.pk,
            "number": row.number,
            "by": row.by_id,
            "by_name": str(row.by or ""),
            "begun_at": row.begun_at,
            "at": row.at,
            "was_submitted": row.is_closed,
            "changed": rules.changed(before.get(row.pk), row.content),
        }
        for row in found[:MOST]
    ]


def revision(post: Post, pk: UUID) -> dict[str, Any] | None:
    """Return what the post said then, and before that (null for the first)."""
    row = Revision.objects.filter(post=post, pk=pk).select_related("by").first()
    if row is None:
        return None
    before = Revision.objects.filter(post=post, number__lt=row.number).order_by("-number").first()
    return {
        "id": row.pk,
        "number": row.number,
        "by_name": str(row.by or ""),
        "at": row.at,
        "content": row.content,
        "before": before.content if before else None,
    }
