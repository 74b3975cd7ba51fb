"""Read the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.text import Truncator

from campaigns.media import rights
from campaigns.media.models import Asset, Folder, Tag

TITLE_MOST = 60
# A placement with one of these is over and needs its pictures no more.
OVER = ("published", "cancelled")
ORDERS = {
    "newest": (F("created_at").desc(), F("id").desc()),
    "oldest": (F("created_at").asc(), F("id").asc()),
    "name": (F("name").asc(), F("id").asc()),
    "largest": (F("size_bytes").desc(), F("id").desc()),
    "ends": (F("ends_on").asc(nulls_last=True), F("created_at").desc(), F("id").desc()),
    "used": (F("used_in").desc(), F("created_at").desc(), F("id").desc()),
}


@dataclass(frozen=True)
class Wanted:
    """What to find. `folder`: an id, "none" for those in no folder, "" for all; `deep`: folders within it count too.

    `lacks_alt`: languages, at least one of which says nothing of it.
    """

    q: str = ""
    folder: str = ""
    deep: bool = False
    tags: Sequence[str] = ()
    unused: bool = False
    lacks_alt: Sequence[str] = ()
    ends: str = ""  # "soon" or "over"
    deleted: bool = False
    order: str = "newest"


def library(wanted: Wanted = Wanted(), *, today: date | None = None) -> QuerySet[Asset]:
    """Return the pictures of the organisation in scope, with `used_in` (posts). Words are sought in names, alt texts, tags and credits."""
    one = Asset.objects.filter(pk=OuterRef("pk")).order_by()
    posts = Count("uses__version__post", distinct=True, filter=Q(uses__version__post__deleted_at=None))
    count = Subquery(one.values("pk").annotate(count=posts).values("count"), output_field=IntegerField())
    # By how often they are used, all are counted together; else only those of the page, each by itself.
    used_in = posts if wanted.order == "used" else Coalesce(count, Value(0))
    assets: QuerySet[Asset] = Asset.objects.select_related("uploaded_by").prefetch_related("tags").annotate(used_in=used_in)
    assets = assets.filter(deleted_at__isnull=not wanted.deleted)
    for word in wanted.q.lower().split()[:8]:
        assets = assets.filter(search__contains=word)
    for tag in wanted.tags[:10]:
        assets = assets.filter(tags__name__iexact=tag)
    if wanted.folder == "none":
        assets = assets.filter(folder=None)
    elif wanted.folder:
        assets = assets.filter(folder__in=within(wanted.folder) if wanted.deep else [wanted.folder])
    if wanted.unused:
        assets = assets.filter(~Exists(one.filter(uses__version__post__isnull=False, uses__version__post__deleted_at=None)))
    if wanted.lacks_alt:
        lacking = Q()
        for language in wanted.lacks_alt:
            lacking |= ~Q(alt__has_key=language)
        assets = assets.filter(lacking, is_decorative=False)
    if wanted.ends and today:
        first, last = rights.soon(today=today)
        assets = assets.filter(ends_on__lt=first) if wanted.ends == "over" else assets.filter(ends_on__range=(first, last))
    return assets.order_by(*ORDERS.get(wanted.order, ORDERS["newest"]))


def within(folder: str) -> list[UUID]:
    """Return the folder and all that stand in it, however deep."""
    inner: dict[str, list[UUID]] = {}
    for pk, parent in Folder.objects.values_list("pk", "parent"):
        inner.setdefault(str(parent), []).append(pk)
    found, left = [UUID(folder)], [folder]
    while left:
        fresh = inner.pop(left.pop(), [])
        found += fresh
        left += map(str, fresh)
    return found


def folders() -> QuerySet[Folder]:
    """Return all folders by name, each with how many pictures lie right in it (`pictures`)."""
    counted: QuerySet[Folder] = Folder.objects.annotate(pictures=Count("assets", filter=Q(assets__deleted_at=None)))
    return counted.order_by("name")


def tags() -> QuerySet[Tag]:
    """Return the tags in use, those of most pictures first (`pictures`)."""
    counted = Tag.objects.annotate(pictures=Count("assets", filter=Q(assets__deleted_at=None)))
    used: QuerySet[Tag] = counted.exclude(pictures=0).order_by("-pictures", "name")
    return used


def posts_needing(asset: Asset) -> list[dict[str, Any]]:
    """Return the posts that still need it, newest first: those with something to come, and drafts. {"id", "title"}."""
    posts: dict[str, dict[str, Any]] = {}
    uses = asset.uses.filter(version__post__deleted_at=None).select_related("version__post")
    for use in uses.prefetch_related("version__post__placements").order_by("-version__post__updated_at"):
        post, segments = use.version.post, use.version.segments
        placements = post.placements.all()
        if placements and all(placement.outcome in OVER for placement in placements):
            continue
        title = post.title or Truncator(" ".join(str(segments[0] if segments else "").split())).chars(TITLE_MOST) or "…"
        posts.setdefault(str(post.pk), {"id": str(post.pk), "title": title})
    return list(posts.values())
