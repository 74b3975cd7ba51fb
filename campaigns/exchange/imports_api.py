"""/api/imports/: read a file, check what it says, make drafts, take them back. What is between stays with the person's browser."""

import hashlib
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.problems import NotAllowed, Refusal
from accounts.words import word
from campaigns.exchange import imports, reading, sample
from campaigns.exchange import imports_shapes as shapes
from campaigns.exchange.models import Import
from campaigns.exchange.reading import Row
from campaigns.exchange.understand import Reading


@extend_schema(tags=["imports"])
class Imports(InOrganisation, GenericViewSet):
    acts = ("create", "read", "check", "undo")
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(acts, Verb.WRITE)
    parser_classes = (JSONParser,)
    serializer_class = shapes.ImportDone
    pagination_class = WholePages
    queryset = Import.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Import]:
        live = Q(posts__deleted_at=None)
        found: QuerySet[Import] = Import.objects.select_related("by").annotate(
            made=Count("posts", distinct=True), first_at=Min("posts__placements__planned_at", filter=live)
        )
        return found.order_by("-created_at")

    @extend_schema(operation_id="imports_list")
    def list(self, request: Request) -> Response:
        return self.get_paginated_response(shapes.ImportDone(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(operation_id="imports_read", request={"multipart/form-data": shapes.FileGiven}, responses=shapes.TableRead)
    @action(detail=False, methods=["post"], parser_classes=[MultiPartParser])
    def read(self, request: Request) -> Response:
        given = shapes.FileGiven(data=request.data)
        given.is_valid(raise_exception=True)
        file = given.validated_data["file"]
        if file.size > reading.BYTES_MOST:
            raise Refusal("import-too-large", status=413, fields={"file": "import-too-large"}, mb=reading.BYTES_MOST // reading.MB)
        content = file.read()
        table, digest = reading.read(content), hashlib.sha256(content).hexdigest()
        columns, is_remembered = imports.columns_for(table.header)
        earlier = self.get_queryset().filter(sha256=digest, undone_at=None).first()
        return Response(
            {
                "file_name": file.name[:200],
                "sha256": digest,
                "encoding": table.encoding,
                "separator": table.separator,
                "sheet": table.sheet,
                "header": table.header,
                "columns": columns,
                "is_remembered": is_remembered,
                "rows": [{"row": row.number, "cells": row.cells} for row in table.rows],
                "earlier": shapes.ImportDone(earlier).data if earlier else None,
            }
        )

    @extend_schema(operation_id="imports_check", request=shapes.TableSettled, responses=shapes.Checked)
    @action(detail=False, methods=["post"])
    def check(self, request: Request) -> Response:
        rows, plan, _ = self.settled(request, shapes.TableSettled)
        readings = imports.check(organisation=self.organisation, rows=rows, plan=plan, now=timezone.now())
        shown, doubtful = imports.doubts(rows, plan)
        return Response(
            {
                "order": shown,
                "needs_order": bool(doubtful) and not plan.order,
                "doubtful": [{"text": text, "dmy": two.dmy, "mdy": two.mdy} for text, two in doubtful[:3]],
                "rows": [self.told(one) for one in readings],
            }
        )

    @extend_schema(
        operation_id="imports_make",
        request=shapes.TableToTakeIn,
        responses={201: shapes.ImportDone},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        rows, plan, given = self.settled(request, shapes.TableToTakeIn)
        about = {name: given[name] for name in ("file_name", "sha256", "header")}
        made = imports.take_in(organisation=self.organisation, by=self.person, rows=rows, plan=plan, now=timezone.now(), **about)
        return Response(shapes.ImportDone(self.get_queryset().get(pk=made.pk)).data, status=201)

    @extend_schema(operation_id="imports_undo", request=None, responses=shapes.Undone)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: UUID) -> Response:
        made = self.get_object()
        if made.by_id != self.person.pk and not self.membership.may(Verb.PLAN):
            raise NotAllowed("not-your-import")
        return Response({"removed": imports.undo(made=made, by=self.person, now=timezone.now())})

    @extend_schema(operation_id="imports_sample", responses={(200, "text/csv"): OpenApiTypes.BINARY}, filters=False)
    @action(detail=False, methods=["get"], pagination_class=None)
    def sample(self, request: Request) -> HttpResponse:
        name, content = sample.file(self.organisation, reader=get_language() or "en", now=timezone.now())
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)

    def settled(self, request: Request, shape: Any) -> tuple[Sequence[Row], imports.Plan, dict[str, Any]]:
        given = shape(data=request.data)
        given.is_valid(raise_exception=True)
        data: dict[str, Any] = given.validated_data
        rows = [Row(row["row"], row["cells"]) for row in data["rows"]]
        return rows, imports.Plan(columns=data["columns"], order=data["order"]), data

    def told(self, one: Reading) -> dict[str, Any]:
        return {
            "row": one.number,
            "problems": [{"column": w.column, "code": w.code, "message": word(w.code, w.params)} for w in one.wrong],
            "local_time": one.local_time,
            "channels": one.channels,
            "languages": one.languages,
            "campaign": one.campaign,
            "first_line": one.first_line,
        }
