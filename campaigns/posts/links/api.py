"""HTTP for the card of a link."""

from typing import Any, ClassVar

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from campaigns.posts.links import preview


class LinkCard(serializers.Serializer[Any]):
    """`image`: drawn anew by Carillon, as a data address; empty without one."""

    state = serializers.ChoiceField(choices=("shown", "plain", "away"))
    url = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    site = serializers.CharField()
    language = serializers.CharField()
    image = serializers.CharField()


class Address(serializers.Serializer[Any]):
    url = serializers.URLField(max_length=2000)


class Often(UserRateThrottle):
    scope = "link-preview"
    rate = "40/min"


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class LinkPreview(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.WRITE}
    throttle_classes = (Often,)

    @extend_schema(operation_id="link_preview", parameters=[OpenApiParameter("url", str, required=True)], responses=LinkCard)
    def get(self, request: Request) -> Response:
        given = Address(data={"url": request.query_params.get("url", "")})
        given.is_valid(raise_exception=True)
        return Response(preview.preview(given.validated_data["url"]))
