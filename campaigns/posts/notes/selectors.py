"""Reading notes."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, QuerySet

from campaigns.posts.models import Post
from campaigns.posts.notes.models import Note


def on(post: Post) -> QuerySet[Note]:
    """Return what was said about the post, oldest first."""
    found: QuerySet[Note] = Note.objects.filter(post=post, deleted_at=None).select_related("by", "resolved_by").order_by("created_at")
    return found


def open_count(posts: Iterable[UUID]) -> dict[UUID, int]:
    """Return how many notes of each post wait for an answer; posts without any are left out."""
    rows = Note.objects.filter(post__in=list(posts), deleted_at=None, resolved_at=None).values_list("post").annotate(open=Count("pk"))
    return dict(rows.order_by())
