"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from scheduler.delivery.api import Deliveries

router = SimpleRouter(use_regex_path=False)
router.register("deliveries", Deliveries, basename="delivery")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include(router.urls)),
]
