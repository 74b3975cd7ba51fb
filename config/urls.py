"""Where each path leads. Everything that is not listed here is the web app."""

from django.conf import settings
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config import refusals
from config.about import AboutView
from config.health import healthz
from config.metrics.view import metrics
from config.web import web_app

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/about/", AboutView.as_view(), name="about"),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("", include("accounts.urls")),
    path("", include("campaigns.urls")),
    path("", include("scheduler.urls")),
    *([path("", include("demo.break_it.urls"))] if refusals.may_be_broken(demo=settings.DEMO, bind=settings.BIND) else []),
    re_path(r"^(?!api/|static/|assets/|files/|m/|_allauth/|healthz|metrics$).*$", web_app, name="web-app"),
]
