"""/api/periods/<id>/export.csv, export.xlsx and board.pdf: a budget to take along."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from campaigns.budget.models import Period
from campaigns.exchange import writing
from campaigns.exchange.export_api import CSV, SEPARATORS, XLSX
from campaigns.exchange.money import page, sheets
from campaigns.exchange.money.facts import facts_of

PDF = "application/pdf"
LANGUAGES = ("en", "fr", "nl", "de")
LANGUAGE = OpenApiParameter("language", str, enum=LANGUAGES, description="The reader's unless given")


class MoneyExport(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    def period(self, pk: UUID) -> Period:
        found: Period = get_object_or_404(Period.objects.select_related("organisation"), pk=pk)
        return found

    def language(self, request: Request) -> Any:
        asked = request.query_params.get("language")
        return translation.override(chosen(asked, LANGUAGES, field="language") if asked else translation.get_language())

    def file(self, content: bytes, kind: str, period: Period, *words: str) -> HttpResponse:
        stem = "-".join(slugify(word) for word in (self.organisation.slug, period.name, *words[:-1]) if slugify(word))
        headers = {"Content-Disposition": f'attachment; filename="{stem}.{words[-1]}"', "Cache-Control": "private, no-store"}
        return HttpResponse(content, content_type=kind, headers=headers)


@extend_schema(tags=["budget"])
class BudgetCsv(MoneyExport):
    @extend_schema(
        operation_id="periods_export_csv",
        parameters=[
            OpenApiParameter("table", str, enum=sheets.TABLES, description="lines unless given"),
            OpenApiParameter("separator", str, enum=list(SEPARATORS), description="semicolon unless given; amounts then have a comma"),
            LANGUAGE,
        ],
        responses={(200, "text/csv"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        period = self.period(pk)
        which = chosen(request.query_params.get("table", "lines"), sheets.TABLES, field="table")
        separator = SEPARATORS[chosen(request.query_params.get("separator", "semicolon"), SEPARATORS, field="separator")]
        with self.language(request):
            table = sheets.table(period, which, now=timezone.now())
            return self.file(writing.as_csv(table.header, table.rows, separator=separator), CSV, period, table.name, "csv")


@extend_schema(tags=["budget"])
class BudgetXlsx(MoneyExport):
    @extend_schema(operation_id="periods_export_xlsx", parameters=[LANGUAGE], responses={(200, XLSX): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """One workbook: lines, ledger, requests, digital share by month."""
        period = self.period(pk)
        with self.language(request):
            tables = [sheets.table(period, which, now=timezone.now()) for which in sheets.TABLES]
            book = writing.as_workbook((table.name, table.header, table.rows) for table in tables)
            return self.file(book, XLSX, period, gettext("Budget"), "xlsx")


@extend_schema(tags=["budget"])
class BoardPdf(MoneyExport):
    @extend_schema(operation_id="periods_board_page", parameters=[LANGUAGE], responses={(200, PDF): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """One A4 page: both shares as gauges, the lines, the months, and what waits."""
        period, now = self.period(pk), timezone.now()
        with self.language(request):
            return self.file(page.drawn(facts_of(period, now=now), now=now), PDF, period, gettext("Board"), "pdf")


def chosen(value: str, among: Any, *, field: str) -> str:
    if value not in among:
        raise Refusal("not-valid", fields={field: "not-understood"})
    return value
