"""HTTP for acts on many posts: one call, an answer for each post."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from accounts.words import word
from campaigns.posts.bulk import serializers as shapes
from campaigns.posts.bulk import services
from campaigns.posts.bulk.before import Left, sealed
from campaigns.posts.bulk.each import Row
from campaigns.posts.bulk.undo import undo

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key acts once, however often it is sent")


class BulkPosts(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.WRITE}

    @extend_schema(
        operation_id="posts_bulk", parameters=[ORGANISATION, KEY], request=shapes.ActOnPosts, responses=shapes.PostsActedOn, tags=["posts"]
    )
    @idempotent
    def post(self, request: Request) -> Response:
        asked = shapes.ActOnPosts(data=request.data)
        asked.is_valid(raise_exception=True)
        data = asked.validated_data
        rows = self.acted(data)
        token = "" if data["action"] == "undo" else sealed(action=data["action"], left=left_by(rows), membership=self.membership)
        done = sum(row.done is not None for row in rows)
        shown = [said(row, action=data["action"]) for row in rows]
        return Response({"done": done, "stayed": len(rows) - done, "rows": shown, "undo": token})

    def acted(self, data: dict[str, Any]) -> list[Row]:
        who: dict[str, Any] = {"membership": self.membership, "now": timezone.now()}
        match data["action"]:
            case "shift":
                return services.shift(ids=data["posts"], days=data["days"] or 0, hours=data["hours"], **who)
            case "campaign":
                return services.recampaign(ids=data["posts"], campaign=data["campaign"], **who)
            case "submit":
                return services.submit(ids=data["posts"], note=data["note"], **who)
            case "duplicate":
                return services.duplicate(ids=data["posts"], days=data["days"], **who)
            case "delete":
                return services.delete(ids=data["posts"], **who)
            case _:
                return undo(token=data["undo"], **who)


def left_by(rows: list[Row]) -> list[Left]:
    return [Left(post=str(row.done.pk), revision=row.done.revision, before=row.before) for row in rows if row.done and row.before]


def said(row: Row, *, action: str) -> dict[str, Any]:
    return {
        "post": str(row.post),
        "is_done": row.done is not None,
        "code": row.refusal.code if row.refusal else "",
        "message": reason(row.refusal) if row.refusal else "",
        "copy": str(row.done.pk) if row.done and action == "duplicate" else None,
        "is_asked_again": row.is_asked_about and action != "submit",
    }


def reason(refusal: Refusal) -> str:
    """Return why, in the reader's language: of a post that is not ready, the first thing that is missing."""
    problems = [problem for problem in refusal.extra.get("problems", ()) if problem["blocks"]]
    return str(problems[0]["message"]) if problems else word(refusal.code, refusal.params)
