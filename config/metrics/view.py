"""GET /metrics. With METRICS_TOKEN for whoever has it; without, for this machine only."""

import hmac
from collections.abc import Iterator

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_scopes import scopes_disabled
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from config.metrics import gauges, sums

log = structlog.get_logger()
NEAR = ("127.0.0.1", "::1")
FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Forwarded-Proto", "Via")


class Everything(Collector):
    """Whatever answers is shown: a database that is away says so itself, and keeps nothing else from being seen."""

    def collect(self) -> Iterator[Metric]:
        yield _about()
        yield from gauges.of_broker()
        found: list[Metric] = []
        now = timezone.now()
        try:
            with scopes_disabled():
                found += [*sums.families(), *gauges.of_publishing(now=now), *gauges.of_parts(now=now), *gauges.of_channels(now=now)]
        except DatabaseError as error:
            log.warning("metrics.database_away", error=type(error).__name__)
            found = []
        yield GaugeMetricFamily("carillon_database_up", "1 when the database answers.", value=bool(found))
        yield from found


def _about() -> GaugeMetricFamily:
    about = GaugeMetricFamily("carillon_info", "Which Carillon this is.", labels=["version"])
    about.add_metric([settings.VERSION], 1)
    return about


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    if not may_read(request):
        say = "Send METRICS_TOKEN as a bearer token." if settings.METRICS_TOKEN else "Set METRICS_TOKEN to read this from elsewhere."
        return HttpResponse(f"{say}\n", status=403, content_type="text/plain; charset=utf-8")
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Everything())
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return HttpResponse(encode(registry), content_type=content_type)


def may_read(request: HttpRequest) -> bool:
    """Without a token: only whoever is on this machine. What came through a proxy, which may well be on this machine, is from elsewhere."""
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        return hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode())
    came_past_a_proxy = settings.BEHIND_PROXY or any(name in request.headers for name in FORWARDED)
    return request.META.get("REMOTE_ADDR") in NEAR and not came_past_a_proxy
