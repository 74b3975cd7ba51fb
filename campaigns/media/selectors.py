"""Read the library."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.orgs.models import LANGUAGES
from campaigns.media.models import Asset


def library(*, q: str = "") -> QuerySet[Asset]:
    """Return the pictures of the organisation in scope, newest first, with `used_in` (posts). `q` is sought in name and alt texts."""
    assets: QuerySet[Asset] = Asset.objects.select_related("uploaded_by").annotate(
        used_in=Count("uses__version__post", distinct=True, filter=Q(uses__version__post__deleted_at=None))
    )
    for word in q.split()[:8]:
        found = Q(name__icontains=word)
        for language in LANGUAGES:
            found |= Q(**{f"alt__{language}__icontains": word})
        assets = assets.filter(found)
    return assets.order_by("-created_at", "-id")


def posts_using(asset: Asset) -> list[dict[str, Any]]:
    """Return the posts that use it, deleted ones that may still come back included: {"id", "title", "deleted"}."""
    posts: dict[str, dict[str, Any]] = {}
    for use in asset.uses.select_related("version__post").order_by("-version__post__updated_at"):
        post, segments = use.version.post, use.version.segments
        title = post.title or " ".join(str(segments[0] if segments else "").split())[:60] or "…"
        posts.setdefault(str(post.pk), {"id": str(post.pk), "title": title, "deleted": post.deleted_at is not None})
    return list(posts.values())
