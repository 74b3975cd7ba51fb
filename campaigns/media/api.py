"""/api/assets/: the library."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.media import files, selectors, services, uploads
from campaigns.media.models import Asset

LONG_S = 31_536_000  # an asset's bytes never change


class AssetInLibrary(serializers.ModelSerializer):
    used_in = serializers.IntegerField(read_only=True, default=0, help_text="How many posts use it.")
    alt = serializers.DictField(child=serializers.CharField(), read_only=True)
    uploaded_by_name = serializers.SerializerMethodField()
    thumb_url = serializers.SerializerMethodField()
    web_url = serializers.SerializerMethodField()

    class Meta:
        model = Asset
        fields = [
            "id", "name", "alt", "mime", "width", "height", "size_bytes", "sha256", "created_at",
            "uploaded_by_name", "used_in", "thumb_url", "web_url",
        ]  # fmt: skip
        read_only_fields = fields

    def get_uploaded_by_name(self, asset: Asset) -> str:
        return str(asset.uploaded_by) if asset.uploaded_by else ""

    def get_thumb_url(self, asset: Asset) -> str:
        return file_url(asset, "thumb")

    def get_web_url(self, asset: Asset) -> str:
        return file_url(asset, "web")


class AssetWords(serializers.Serializer):
    name = serializers.CharField(max_length=200, required=False)
    alt = serializers.DictField(child=serializers.CharField(allow_blank=True), required=False, help_text="Language → text.")


class AssetUpload(serializers.Serializer):
    file = serializers.FileField(allow_empty_file=True, max_length=None)
    name = serializers.CharField(max_length=200, required=False, help_text="Else the file's own name.")
    alt = serializers.JSONField(required=False, help_text='Language → text, as JSON: {"fr": "…"}.')

    def validate_alt(self, value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise serializers.ValidationError('{"fr": "…"}')
        return value


def file_url(asset: Asset, kind: str) -> str:
    """Return where a member's browser finds it. An <img> sends no header, so the organisation is in the address."""
    return f"/api/assets/{asset.pk}/file/?kind={kind}&organisation={asset.organisation_id}"


@extend_schema(tags=["library"])
class Assets(InOrganisation, viewsets.GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"create": Verb.WRITE, "partial_update": Verb.WRITE, "destroy": Verb.WRITE}
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

    @extend_schema(operation_id="assets_list", parameters=[OpenApiParameter("q", str, description="Words in name or alt text.")])
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(selectors.library(q=request.query_params.get("q", "")))
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

    @extend_schema(operation_id="assets_describe", request=AssetWords, responses=AssetInLibrary)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        words = AssetWords(data=request.data)
        words.is_valid(raise_exception=True)
        return Response(self.shown(services.describe(asset=self.asset(pk), **words.validated_data)))

    @extend_schema(operation_id="assets_remove", responses={204: None, 409: OpenApiResponse(description="Posts use it; they are named.")})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(asset=self.asset(pk), by=self.person, now=timezone.now())
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        operation_id="assets_file",
        parameters=[
            OpenApiParameter("kind", str, enum=["thumb", "web"]),
            OpenApiParameter("organisation", str, description="Id or slug, for where no header can be sent."),
        ],
        responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None},
    )
    @action(detail=True, methods=["get"])
    def file(self, request: Request, pk: UUID) -> HttpResponse:
        kind = request.query_params.get("kind", "web")
        asset = self.asset(pk)
        etag = f'"{asset.pk.hex}-{kind}"'
        headers = {"ETag": etag, "Cache-Control": f"private, max-age={LONG_S}, immutable", "Content-Disposition": "inline"}
        if kind not in ("thumb", "web"):
            return HttpResponse(status=404)
        if etag in request.headers.get("If-None-Match", ""):
            return HttpResponse(status=304, headers=headers)
        rendition = services.rendition(asset=asset, kind=kind)
        return HttpResponse(files.read(str(rendition.file.name)), content_type=rendition.mime, headers=headers)

    def asset(self, pk: UUID) -> Asset:
        asset: Asset = get_object_or_404(Asset.objects.all(), pk=pk)
        return asset

    def shown(self, asset: Asset) -> dict[str, Any]:
        return dict(AssetInLibrary(selectors.library().get(pk=asset.pk)).data)
