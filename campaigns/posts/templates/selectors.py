"""Reading templates: as they are kept, and as a post begins with them today."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.channels.models import Channel
from campaigns.media.models import Asset
from campaigns.posts import fills
from campaigns.posts.content import first_line_of, shortened
from campaigns.posts.draft import Draft
from campaigns.posts.serializers import PostDraft
from campaigns.posts.templates.models import Template


def templates() -> QuerySet[Template]:
    found: QuerySet[Template] = Template.objects.filter(deleted_at=None).select_related("made_by").order_by("name", "pk")
    return found


def template(pk: UUID) -> Template | None:
    found: Template | None = templates().filter(pk=pk).first()
    return found


def first_line(row: Template) -> str:
    """Return its title, else its first line; what is open in it is so for every channel."""
    return row.title or shortened(fills.readable(first_line_of([(v["language"], v["segments"]) for v in row.versions])))


def usable(rows: list[Template]) -> list[dict[str, Any]]:
    """Return each template's content without the channels and pictures that are gone. Two queries for all of them."""
    wanted = {p["channel"] for row in rows for p in row.placements}
    channels = {str(pk) for pk in Channel.objects.filter(pk__in=wanted).exclude(state="disconnected").values_list("pk", flat=True)}
    shown = {use["asset"] for row in rows for v in row.versions for use in v["pictures"]}
    assets = {str(pk) for pk in Asset.objects.filter(pk__in=shown, deleted_at=None).values_list("pk", flat=True)}
    return [
        {
            "title": row.title,
            "campaign": str(row.campaign_id) if row.campaign_id else None,
            "versions": [{**v, "pictures": [use for use in v["pictures"] if use["asset"] in assets]} for v in row.versions],
            "placements": [p for p in row.placements if p["channel"] in channels],
        }
        for row in rows
    ]


def draft_of(row: Template) -> Draft:
    """Return the draft that a post begins with."""
    draft = PostDraft(data=usable([row])[0])
    draft.is_valid(raise_exception=True)
    return draft.draft()
