"""/api/folders/ and /api/tags/: how the library is kept in order."""

from typing import Any, ClassVar
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from campaigns.media import folders, selectors
from campaigns.media.models import Folder, Tag
from campaigns.media.shapes import FolderDraft, FolderInLibrary, NewFolder, TagInLibrary


@extend_schema(tags=["library"])
class Folders(InOrganisation, viewsets.GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy"), Verb.WRITE)
    serializer_class = FolderInLibrary
    filter_backends = []
    pagination_class = None
    lookup_value_converter = "uuid"
    queryset = Folder.objects.none()

    @extend_schema(operation_id="folders_list", responses=FolderInLibrary(many=True))
    def list(self, request: Request) -> Response:
        return Response(self.get_serializer(selectors.folders(), many=True).data)

    @extend_schema(operation_id="folders_create", request=NewFolder, responses={201: FolderInLibrary})
    def create(self, request: Request) -> Response:
        wanted = NewFolder(data=request.data)
        wanted.is_valid(raise_exception=True)
        folder = folders.create(organisation=self.organisation, **wanted.validated_data)
        return Response(self.shown(folder), status=status.HTTP_201_CREATED)

    @extend_schema(operation_id="folders_change", request=FolderDraft, responses=FolderInLibrary)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        wanted = FolderDraft(data=request.data)
        wanted.is_valid(raise_exception=True)
        return Response(self.shown(folders.change(folder=self.folder(pk), **wanted.validated_data)))

    @extend_schema(
        operation_id="folders_remove",
        parameters=[OpenApiParameter("contents", str, enum=["up"], description="What it holds moves one level up.")],
        responses={200: NewFolder},
    )
    def destroy(self, request: Request, pk: UUID) -> Response:
        was = folders.remove(folder=self.folder(pk), with_contents=request.query_params.get("contents") == "up")
        return Response(NewFolder(was).data)

    def folder(self, pk: UUID) -> Folder:
        folder: Folder = get_object_or_404(Folder.objects.all(), pk=pk)
        return folder

    def shown(self, folder: Folder) -> dict[str, Any]:
        return dict(FolderInLibrary(selectors.folders().get(pk=folder.pk)).data)


@extend_schema(tags=["library"])
class Tags(InOrganisation, viewsets.GenericViewSet):
    serializer_class = TagInLibrary
    filter_backends = []
    pagination_class = None
    queryset = Tag.objects.none()

    @extend_schema(operation_id="tags_list", responses=TagInLibrary(many=True))
    def list(self, request: Request) -> Response:
        return Response(self.get_serializer(selectors.tags()[:500], many=True).data)
