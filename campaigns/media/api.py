"""/api/assets/: the library."""

from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.media import bulk, files, fitting, selectors, services, uploads
from campaigns.media.crops import window_in
from campaigns.media.models import Asset
from campaigns.media.selectors import Wanted
from campaigns.media.shapes import AssetChange, AssetInLibrary, AssetQuery, AssetUpload, BulkAct, BulkDone, KnownAsset

LONG_S = 31_536_000  # an asset's bytes never change


@extend_schema(tags=["library"])
class Assets(InOrganisation, viewsets.GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy", "restore", "bulk", "known"), Verb.WRITE)
    serializer_class = AssetInLibrary
    filter_backends = []
    parser_classes = [JSONParser, MultiPartParser]
    lookup_value_converter = "uuid"
    queryset = Asset.objects.none()

    def initialize_request(self, request: Any, *args: Any, **kwargs: Any) -> Request:
        uploads.limit(request)
        return super().initialize_request(request, *args, **kwargs)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """An <img> accepts pictures only; what the file action returns is one."""
        return super().perform_content_negotiation(request, force=force or self.action == "file")

    @extend_schema(operation_id="assets_list", parameters=[AssetQuery])
    def list(self, request: Request) -> Response:
        query = AssetQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        said = query.validated_data
        wanted = Wanted(tags=said.pop("tag"), lacks_alt=self.organisation.languages if said.pop("missing_alt") else (), **said)
        today = timezone.now().astimezone(ZoneInfo(self.organisation.time_zone)).date()
        page = self.paginate_queryset(selectors.library(wanted, today=today))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(
        operation_id="assets_upload",
        request={"multipart/form-data": AssetUpload},
        responses={201: AssetInLibrary, 200: OpenApiResponse(AssetInLibrary, description="These very bytes were there already.")},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        wanted = AssetUpload(data=request.data)
        wanted.is_valid(raise_exception=True)
        upload, now = wanted.validated_data["file"], timezone.now()
        asset = services.take_in(
            organisation=self.organisation,
            by=self.person,
            upload=upload,
            name=wanted.validated_data.get("name") or upload.name or "",
            alt=wanted.validated_data.get("alt") or {},
            now=now,
        )
        fresh = asset.created_at == now
        return Response(self.shown(asset), status=status.HTTP_201_CREATED if fresh else status.HTTP_200_OK)

    @extend_schema(operation_id="assets_read")
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return Response(self.shown(self.asset(pk)))

    @extend_schema(operation_id="assets_change", request=AssetChange, responses=AssetInLibrary)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        change = AssetChange(data=request.data, partial=True)
        change.is_valid(raise_exception=True)
        asset = services.change(asset=self.asset(pk), said=change.validated_data, by=self.person, now=timezone.now())
        return Response(self.shown(asset))

    @extend_schema(operation_id="assets_remove", responses={204: None, 409: OpenApiResponse(description="Posts need it; they are named.")})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(asset=self.asset(pk), by=self.person, now=timezone.now())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(operation_id="assets_restore", request=None, responses=AssetInLibrary)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        return Response(self.shown(services.back(self.asset(pk))))

    @extend_schema(operation_id="assets_bulk", request=BulkAct, responses=BulkDone)
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request) -> Response:
        act = BulkAct(data=request.data)
        act.is_valid(raise_exception=True)
        done = bulk.carry_out(organisation=self.organisation, act=act.validated_data, by=self.person, now=timezone.now())
        return Response(BulkDone(done).data)

    @extend_schema(operation_id="assets_known", parameters=[OpenApiParameter("sha256", str, required=True)], responses=KnownAsset)
    @action(detail=False, methods=["get"])
    def known(self, request: Request) -> Response:
        """Whether these bytes are in the library already, before anybody sends them."""
        asset = selectors.library().filter(sha256=request.query_params.get("sha256", "").lower()[:64]).first()
        return Response(KnownAsset({"asset": asset}).data)

    @extend_schema(
        operation_id="assets_file",
        parameters=[
            OpenApiParameter("kind", str, enum=["thumb", "web"]),
            OpenApiParameter("part", str, description="Only this part, in ‰: x.y.width.height"),
            OpenApiParameter("organisation", str, description="Id or slug, for where no header can be sent."),
        ],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )
    @action(detail=True, methods=["get"])
    def file(self, request: Request, pk: UUID) -> HttpResponse:
        kind, part = request.query_params.get("kind", "web"), request.query_params.get("part", "")
        asset = self.asset(pk)
        etag = f'"{asset.pk.hex}-{kind}-{part}"' if part else f'"{asset.pk.hex}-{kind}"'
        headers = {"ETag": etag, "Cache-Control": f"private, max-age={LONG_S}, immutable", "Content-Disposition": "inline"}
        try:
            window = window_in(part)
        except ValueError:
            return HttpResponse(status=404)
        if kind not in ("thumb", "web"):
            return HttpResponse(status=404)
        if etag in request.headers.get("If-None-Match", ""):
            return HttpResponse(status=304, headers=headers)
        if window:
            drawn = fitting.part(asset=asset, window=window)
            return HttpResponse(drawn.content, content_type=drawn.mime, headers=headers)
        rendition = fitting.rendition(asset=asset, kind=kind)
        return HttpResponse(files.read(str(rendition.file.name)), content_type=rendition.mime, headers=headers)

    def asset(self, pk: UUID) -> Asset:
        asset: Asset = get_object_or_404(Asset.objects.all(), pk=pk)
        return asset

    def shown(self, asset: Asset) -> dict[str, Any]:
        either = selectors.library(Wanted(deleted=asset.deleted_at is not None))
        return dict(AssetInLibrary(either.get(pk=asset.pk)).data)
