"""HTTP for the ledger of a channel: a list by month, and the same as a file."""

from typing import Any
from uuid import UUID

from django.db.models import Sum
from django.http import Http404, HttpResponse
from django.utils.text import slugify
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.channels.models import Channel
from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.paging import Pages
from accounts.problems import Refusal
from scheduler.delivery import ledger
from scheduler.delivery.models import Delivery

MONTH = OpenApiParameter("month", str, description='One month of the organisation\'s calendar, "2026-11"; empty = all')


class Sent(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    post = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Delivery.State.choices)
    taken_down_at = serializers.DateTimeField(allow_null=True, help_text="It was online, and people took it back")
    corrected_at = serializers.DateTimeField(allow_null=True, help_text="What is online says something else than what was sent")
    planned_at = serializers.DateTimeField()
    published_at = serializers.DateTimeField(allow_null=True)
    texts = serializers.ListField(child=serializers.CharField())
    link = serializers.CharField()
    pictures = serializers.IntegerField()
    remote_id = serializers.CharField()
    permalink = serializers.CharField()
    cost_usd_micros = serializers.IntegerField()
    calls = serializers.IntegerField(help_text="How often the network was asked to take something of it")
    message = serializers.CharField(help_text="Why it did not go out, in the reader's language")


class Ledger(serializers.Serializer[Any]):
    """One page of what was sent. `published` and `cost_usd_micros` are of the whole month; `months` are those with something in them."""

    count = serializers.IntegerField()
    published = serializers.IntegerField()
    cost_usd_micros = serializers.IntegerField()
    months = serializers.ListField(child=serializers.CharField())
    results = Sent(many=True)


class OfChannel(InOrganisation):
    """A view of one channel, also one that was disconnected: what it published stays on record."""

    def channel(self, pk: UUID) -> Channel:
        channel: Channel | None = Channel.objects.filter(pk=pk).first()
        if channel is None:
            raise Http404
        return channel

    def found(self, request: Request, channel: Channel) -> Any:
        try:
            return ledger.of_channel(channel, month=request.query_params.get("month", ""), zone=self.organisation.time_zone)
        except ValueError:
            raise Refusal("not-valid", fields={"month": "not-understood"}) from None


@extend_schema(tags=["channels"], parameters=[ORGANISATION, MONTH])
class LedgerView(OfChannel):
    @extend_schema(
        operation_id="channel_sent",
        parameters=[OpenApiParameter("page", int), OpenApiParameter("page_size", int)],
        responses=Ledger,
    )
    def get(self, request: Request, pk: UUID) -> Response:
        channel = self.channel(pk)
        found, pages = self.found(request, channel), Pages()
        page: list[Delivery] = pages.paginate_queryset(found, request, view=self) or []
        plain = found.order_by()
        answer = {
            "count": pages.page.paginator.count,  # type: ignore[union-attr]
            "published": plain.filter(state=Delivery.State.PUBLISHED).count(),
            "cost_usd_micros": Delivery.objects.filter(pk__in=plain.values("pk")).aggregate(sum=Sum("cost_usd_micros"))["sum"] or 0,
            "months": ledger.months(channel, zone=self.organisation.time_zone),
            "results": [ledger.row(delivery) for delivery in page],
        }
        return Response(Ledger(answer).data)


@extend_schema(tags=["channels"], parameters=[ORGANISATION, MONTH])
class LedgerFileView(OfChannel):
    @extend_schema(operation_id="channel_sent_csv", responses={(200, "text/csv"): OpenApiTypes.STR})
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        channel = self.channel(pk)
        found = self.found(request, channel)
        name = "-".join(filter(None, [slugify(channel.name) or "channel", channel.network, request.query_params.get("month", "")]))
        answer = HttpResponse(ledger.as_csv(found, zone=self.organisation.time_zone), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
