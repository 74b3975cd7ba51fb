"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from scheduler.delivery.api import Deliveries
from scheduler.delivery.ledger_api import LedgerFileView, LedgerView
from scheduler.delivery.stop_api import KeptBackView, StopView
from scheduler.delivery.trouble_api import Troubles
from scheduler.outside.api import ReadingNow, Readings
from scheduler.takeback.api import TakeBackChannels, TakeBacks

router = SimpleRouter(use_regex_path=False)
router.register("deliveries", Deliveries, basename="delivery")
router.register("troubles", Troubles, basename="trouble")
router.register("takebacks", TakeBacks, basename="takeback")
router.register("takeback-channels", TakeBackChannels, basename="takeback-channel")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/stop/", StopView.as_view(), name="stop"),
    path("api/stop/kept-back/", KeptBackView.as_view(), name="stop-kept-back"),
    path("api/channels/<uuid:pk>/sent/", LedgerView.as_view(), name="channel-sent"),
    path("api/channels/<uuid:pk>/sent.csv", LedgerFileView.as_view(), name="channel-sent-csv"),
    path("api/outside/readings/", Readings.as_view(), name="outside-readings"),
    path("api/outside/readings/<uuid:pk>/", ReadingNow.as_view(), name="outside-read"),
    path("api/", include(router.urls)),
]
