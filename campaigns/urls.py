"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from campaigns.budget.api import Lines, Mediums, Periods
from campaigns.budget.ledger_api import Entries
from campaigns.budget.requests_api import Requests
from campaigns.compliance.api import RulesView
from campaigns.decisions.api import Decisions
from campaigns.media.api import Assets
from campaigns.media.public import public_picture, robots
from campaigns.plan.api import Campaigns
from campaigns.posts.api import Cadence, Calendar, Posts

router = SimpleRouter(use_regex_path=False)
router.register("posts", Posts, basename="post")
router.register("decisions", Decisions, basename="decision")
router.register("campaigns", Campaigns, basename="campaign")
router.register("assets", Assets, basename="asset")
router.register("mediums", Mediums, basename="medium")
router.register("periods", Periods, basename="period")
router.register("lines", Lines, basename="line")
router.register("entries", Entries, basename="entry")
router.register("requests", Requests, basename="request")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include(router.urls)),
    path("api/rules/", RulesView.as_view(), name="rules"),
    path("m/<str:token>/<str:name>", public_picture, name="public-picture"),
    path("robots.txt", robots, name="robots"),
    path("api/calendar/", Calendar.as_view(), name="calendar"),
    path("api/cadence/", Cadence.as_view(), name="cadence"),
]
