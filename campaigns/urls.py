"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from campaigns.decisions.api import Decisions
from campaigns.posts.api import Cadence, Calendar, Posts

router = SimpleRouter(use_regex_path=False)
router.register("posts", Posts, basename="post")
router.register("decisions", Decisions, basename="decision")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include(router.urls)),
    path("api/calendar/", Calendar.as_view(), name="calendar"),
    path("api/cadence/", Cadence.as_view(), name="cadence"),
]
