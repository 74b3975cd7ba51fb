"""/api/calendar/export.csv and .xlsx: what the calendar shows, to take along."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from accounts.orgs.access import InOrganisation
from accounts.problems import Refusal
from campaigns.exchange import choice, sheet, states, writing
from campaigns.posts.api import span
from campaigns.posts.when import zone_of

CSV, XLSX = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t"}
FILTERS = [OpenApiParameter(name, str, many=True) for name in ("campaign", "channel", "author", "state", "language")]
SPAN = [OpenApiParameter("from", datetime, required=True), OpenApiParameter("to", datetime, required=True), OpenApiParameter("q", str)]


class Export(InOrganisation):
    def made(self, request: Request) -> tuple[list[str], list[Any], tuple[datetime, datetime]]:
        start, end = span(request)
        reader = get_language() or "en"
        found = choice.chosen(choice.asked(request.query_params), start=start, end=end, now=timezone.now())
        languages = self.organisation.languages + sorted(
            {x for card in found for x in card["languages"]} - set(self.organisation.languages)
        )
        rows = sheet.lines(found, languages=languages, states=states.worded())
        return sheet.header(languages, reader=reader), rows, (start, end)

    def file(self, content: bytes, kind: str, days: tuple[datetime, datetime], extension: str) -> HttpResponse:
        zone = zone_of(self.organisation.time_zone)
        first, last = days[0].astimezone(zone), days[1].astimezone(zone) - timedelta(minutes=1)
        name = sheet.file_name(self.organisation.slug, first, last, extension)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        return HttpResponse(content, content_type=kind, headers=headers)


@extend_schema(tags=["calendar"])
class ExportCsv(Export):
    @extend_schema(
        operation_id="calendar_export_csv",
        parameters=[*SPAN, *FILTERS, OpenApiParameter("separator", str, enum=list(SEPARATORS))],
        responses={(200, "text/csv"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponse:
        separator = SEPARATORS.get(request.query_params.get("separator", "semicolon"))
        if separator is None:
            raise Refusal("not-valid", fields={"separator": "not-understood"})
        header, rows, days = self.made(request)
        return self.file(writing.as_csv(header, rows, separator=separator), CSV, days, "csv")


@extend_schema(tags=["calendar"])
class ExportXlsx(Export):
    @extend_schema(operation_id="calendar_export_xlsx", parameters=[*SPAN, *FILTERS], responses={(200, XLSX): OpenApiTypes.BINARY})
    def get(self, request: Request) -> HttpResponse:
        header, rows, days = self.made(request)
        return self.file(writing.as_xlsx(header, rows, sheet=gettext("Calendar")), XLSX, days, "xlsx")
