"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

router = SimpleRouter()

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include(router.urls)),
]
