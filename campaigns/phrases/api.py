"""/api/contacts/, /api/hashtag-sets/ and /api/snippets/: everybody finds them with `?q=`, who plans keeps them."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from campaigns.phrases import services
from campaigns.phrases.models import Contact, HashtagSet, Snippet
from campaigns.phrases.shapes import ContactShape, HashtagSetShape, SnippetShape

LOOKED_FOR = OpenApiParameter("q", str, description="Words to look for in the name")
ONCE = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)


class Phrases(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy"), Verb.PLAN)
    pagination_class = WholePages
    lookup_value_converter = "uuid"
    kind: ClassVar[Any]
    searched: ClassVar[tuple[str, ...]] = ("name",)

    def get_queryset(self) -> QuerySet[Any]:
        found: QuerySet[Any] = self.kind.objects.order_by("name", "pk")
        for word in self.request.query_params.get("q", "")[:100].split():
            either = Q()
            for field in self.searched:
                either |= Q(**{f"{field}__icontains": word})
            found = found.filter(either)
        return found

    def list(self, request: Request) -> Response:
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(self.get_queryset()), many=True).data)

    @idempotent
    def create(self, request: Request) -> Response:
        given = self.get_serializer(data=request.data)
        given.is_valid(raise_exception=True)
        made = services.add(self.kind, organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(self.get_serializer(made).data, status=201)

    def partial_update(self, request: Request, pk: UUID) -> Response:
        row = self.get_object()
        given = self.get_serializer(row, data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        changed = services.change(row, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(self.get_serializer(changed).data)

    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)


def told(name: str, shape: Any) -> Any:
    """Return the decorator that describes these four in the schema."""
    return extend_schema_view(
        list=extend_schema(operation_id=f"{name}_list", tags=["phrases"], parameters=[LOOKED_FOR], responses=shape(many=True)),
        create=extend_schema(operation_id=f"{name}_add", tags=["phrases"], parameters=[ONCE], request=shape, responses={201: shape}),
        partial_update=extend_schema(operation_id=f"{name}_change", tags=["phrases"], request=shape, responses=shape),
        destroy=extend_schema(operation_id=f"{name}_remove", tags=["phrases"], responses={204: None}),
    )


@told("contacts", ContactShape)
class Contacts(Phrases):
    kind = Contact
    searched = ("name", "key", "note")
    queryset = Contact.objects.none()
    serializer_class = ContactShape


@told("hashtag_sets", HashtagSetShape)
class HashtagSets(Phrases):
    kind = HashtagSet
    queryset = HashtagSet.objects.none()
    serializer_class = HashtagSetShape


@told("snippets", SnippetShape)
class Snippets(Phrases):
    kind = Snippet
    queryset = Snippet.objects.none()
    serializer_class = SnippetShape
