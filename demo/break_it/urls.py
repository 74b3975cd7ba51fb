"""Paths of the experiment."""

from django.urls import path

from demo.break_it.api import BeginAnewView, BeginView, ExperimentView, StrikeView

urlpatterns = [
    path("api/break-it/", ExperimentView.as_view(), name="break-it"),
    path("api/break-it/begin/", BeginView.as_view(), name="break-it-begin"),
    path("api/break-it/begin-anew/", BeginAnewView.as_view(), name="break-it-begin-anew"),
    path("api/break-it/strike/", StrikeView.as_view(), name="break-it-strike"),
]
