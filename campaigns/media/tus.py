"""/api/uploads/: files in pieces, by the tus protocol 1.0 (core, creation, creation-with-upload, expiration, termination).

What became of a whole upload is asked with GET: the answer may have been lost on the way.
"""

import base64
import binascii
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from accounts.words import word
from campaigns.media import pieces, selectors
from campaigns.media.models import Upload
from campaigns.media.shapes import AssetInLibrary

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,expiration,termination"
PIECE = "application/offset+octet-stream"
PIECE_MAX = 16 * 1024 * 1024


class Piece(BaseParser):
    """The bytes as they are. Raises Refusal for more than a piece may have."""

    media_type = PIECE

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        content: bytes = stream.read(PIECE_MAX + 1)
        if len(content) > PIECE_MAX:
            raise Refusal("upload-damaged", status=413)
        return content


class Anything(BaseContentNegotiation):
    """tus clients accept nothing in particular, and get JSON where there is anything to say."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class UploadState(serializers.Serializer[Any]):
    """How far a file is, and once it is whole what became of it: the picture, or the problem."""

    id = serializers.UUIDField()
    received = serializers.IntegerField()
    size_bytes = serializers.IntegerField()
    was_known = serializers.BooleanField(help_text="These very bytes were in the library already.")
    asset = AssetInLibrary(allow_null=True)
    problem = serializers.CharField(help_text="Why it was refused, as a code; empty if it was not.")
    message = serializers.CharField(help_text="The same in words.")


class InPieces(InOrganisation):
    parser_classes = [Piece]
    renderer_classes = [JSONRenderer]
    content_negotiation_class = Anything

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Tus-Resumable"] = VERSION
        return response

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        about = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(settings.UPLOAD_MAX_BYTES)}
        return HttpResponse(status=204, headers=about)

    def speak_tus(self, request: Request) -> None:
        if request.headers.get("Tus-Resumable") != VERSION:
            raise Refusal("not-understood", status=412)

    def added(self, upload: Upload, request: Request, *, offset: int) -> Upload:
        """The request's piece is there; of a whole file there is a picture, or the reason why not."""
        now = timezone.now()
        content: Any = request.data
        return pieces.finish(upload=pieces.add(upload=upload, offset=offset, content=content, now=now), now=now)


@extend_schema(tags=["library"])
class Uploads(InPieces):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.WRITE}

    @extend_schema(operation_id="uploads_begin", request=None, responses={201: None})
    def post(self, request: Request) -> HttpResponse:
        """Begin an upload: Upload-Length, and in Upload-Metadata `filename`, `sha256`, `folder`. A first piece may come with it."""
        self.speak_tus(request)
        said = metadata(request.headers.get("Upload-Metadata", ""))
        upload = pieces.begin(
            organisation=self.organisation,
            by=self.person,
            name=said.get("filename", ""),
            size_bytes=number(request.headers.get("Upload-Length")),
            sha256=said.get("sha256", "")[:64].lower(),
            folder=identity(said.get("folder", "")),
            now=timezone.now(),
        )
        headers = {"Location": f"/api/uploads/{upload.pk}/", "Upload-Expires": http_date(upload.expires_at.timestamp())}
        if request.content_type == PIECE:
            try:
                self.added(upload, request, offset=0)
            except Refusal:
                pieces.end(upload)
                raise
            headers["Upload-Offset"] = str(upload.received)
        return HttpResponse(status=201, headers=headers)


@extend_schema(tags=["library"])
class OneUpload(InPieces):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("head", "get", "patch", "delete"), Verb.WRITE)

    @extend_schema(operation_id="uploads_read", responses=UploadState)
    def get(self, request: Request, pk: UUID) -> Response:
        upload = pieces.finish(upload=self.mine(pk), now=timezone.now())
        problem = upload.problem or {"code": "", "params": {}}
        asset = selectors.library().filter(pk=upload.asset_id).first() if upload.asset_id else None
        shown = {
            "id": upload.pk,
            "received": upload.received,
            "size_bytes": upload.size_bytes,
            "was_known": upload.was_known,
            "asset": asset,
            "problem": problem["code"],
            "message": word(problem["code"], problem["params"]) if problem["code"] else "",
        }
        return Response(UploadState(shown).data)

    @extend_schema(operation_id="uploads_offset", responses={200: None})
    def head(self, request: Request, pk: UUID) -> HttpResponse:
        upload = self.mine(pk)
        headers = {"Upload-Offset": str(upload.received), "Upload-Length": str(upload.size_bytes), "Cache-Control": "no-store"}
        return HttpResponse(headers={**headers, "Upload-Expires": http_date(upload.expires_at.timestamp())})

    @extend_schema(operation_id="uploads_add", request={PIECE: bytes}, responses={204: None})
    def patch(self, request: Request, pk: UUID) -> HttpResponse:
        """Add the piece that begins at Upload-Offset."""
        self.speak_tus(request)
        if request.content_type != PIECE:
            raise Refusal("not-understood", status=415)
        upload = self.added(self.mine(pk), request, offset=number(request.headers.get("Upload-Offset")))
        return HttpResponse(status=204, headers={"Upload-Offset": str(upload.received)})

    @extend_schema(operation_id="uploads_end", responses={204: None})
    def delete(self, request: Request, pk: UUID) -> HttpResponse:
        pieces.end(self.mine(pk))
        return HttpResponse(status=204)

    def mine(self, pk: UUID) -> Upload:
        """Only who began an upload knows of it."""
        upload: Upload = get_object_or_404(Upload.objects.select_related("organisation", "user", "folder"), pk=pk, user=self.person)
        return upload


def metadata(header: str) -> dict[str, str]:
    """Return "filename ZsO8…,sha256 …" as a dictionary; what is not Base64 of UTF-8 is left out."""
    said = {}
    for pair in header[:8000].split(","):
        key, _, value = pair.strip().partition(" ")
        try:
            said[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return said


def number(header: str | None) -> int:
    """Return a length or offset. Raises Refusal for what is none."""
    if header is None or not header.isascii() or not header.isdigit() or len(header) > 15:
        raise Refusal("not-understood")
    return int(header)


def identity(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
