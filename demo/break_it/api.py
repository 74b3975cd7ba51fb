"""HTTP of the experiment. It exists in the demo only, and takes blows only from the demo's own page."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.authentication import CSRFCheck
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from config import refusals
from demo.break_it import experiment
from demo.break_it.count import Is
from demo.break_it.experiment import BLOWS, View, shown


class Square(serializers.Serializer):
    """One post of the run."""

    number = serializers.IntegerField()
    network = serializers.CharField()
    planned_at = serializers.DateTimeField()
    stands = serializers.ChoiceField(choices=[kind.value for kind in Is])


class Happening(serializers.Serializer):
    """Something that happened. `code` and `params` are put into words by the web app."""

    number = serializers.IntegerField()
    at = serializers.DateTimeField()
    code = serializers.CharField()
    params = serializers.DictField()


class ExperimentChannel(serializers.Serializer):
    name = serializers.CharField()
    network = serializers.CharField()
    is_signed_in = serializers.BooleanField()


class Experiment(serializers.Serializer):
    """`on_wall` and `doubled` are counted on the sandbox's ledger of what the networks accepted; `lost` is what neither stands there,
    nor is under way, nor has a person been asked about. Lateness is in seconds."""

    run = serializers.IntegerField()
    now = serializers.DateTimeField()
    begins_at = serializers.DateTimeField(allow_null=True)
    ends_at = serializers.DateTimeField(allow_null=True)
    planned = serializers.IntegerField()
    due = serializers.IntegerField()
    on_wall = serializers.IntegerField()
    lost = serializers.IntegerField()
    doubled = serializers.IntegerField()
    looking = serializers.IntegerField()
    under_way = serializers.IntegerField()
    waiting = serializers.IntegerField()
    person = serializers.IntegerField()
    wrongly_failed = serializers.IntegerField()
    late_median_s = serializers.FloatField(allow_null=True)
    late_worst_s = serializers.FloatField(allow_null=True)
    posts = Square(many=True)
    events = Happening(many=True)
    channels = ExperimentChannel(many=True)
    workers = serializers.IntegerField()
    can_wipe = serializers.BooleanField()
    wall_url = serializers.CharField()


NUMBERS = (
    "planned", "due", "on_wall", "lost", "doubled", "looking", "under_way", "waiting", "person", "wrongly_failed",
    "late_median_s", "late_worst_s",
)  # fmt: skip


class Blow(serializers.Serializer):
    kind = serializers.ChoiceField(choices=list(BLOWS))


class Pace(SimpleRateThrottle):
    """Nobody needs more than this to break something."""

    scope, rate = "break-it", "60/min"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


class InTheDemo(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if not refusals.may_be_broken(demo=settings.DEMO, bind=settings.BIND):
            raise Http404
        super().initial(request, *args, **kwargs)
        if request.method == "POST":
            _from_our_own_page(request)


class ExperimentView(InTheDemo):
    @extend_schema(operation_id="break_it_look", responses=Experiment, tags=["demo"])
    def get(self, request: Request) -> Response:
        return _answer(experiment.look())


class BeginView(InTheDemo):
    throttle_classes = (Pace,)

    @extend_schema(operation_id="break_it_begin", request=None, responses=Experiment, tags=["demo"])
    def post(self, request: Request) -> Response:
        return _answer(experiment.begin(now=timezone.now()))


class BeginAnewView(InTheDemo):
    throttle_classes = (Pace,)

    @extend_schema(operation_id="break_it_begin_anew", request=None, responses=Experiment, tags=["demo"])
    def post(self, request: Request) -> Response:
        return _answer(experiment.begin_anew(now=timezone.now()))


class StrikeView(InTheDemo):
    throttle_classes = (Pace,)

    @extend_schema(operation_id="break_it_strike", request=Blow, responses=Experiment, tags=["demo"])
    def post(self, request: Request) -> Response:
        blow = Blow(data=request.data)
        blow.is_valid(raise_exception=True)
        return _answer(experiment.strike(blow.validated_data["kind"], now=timezone.now()))


def _from_our_own_page(request: Request) -> None:
    """Nobody is signed in here, so REST framework asks for no token; a page of another site must not kill workers all the same."""
    check = CSRFCheck(lambda _: HttpResponse())
    check.process_request(request._request)
    if reason := check.process_view(request._request, lambda: HttpResponse(), (), {}):
        raise PermissionDenied(str(reason))


def _answer(view: View) -> Response:
    notes, counts = view.notes, view.counts
    return Response(
        Experiment(
            {
                **{name: getattr(counts, name) for name in NUMBERS},
                "run": notes.run,
                "now": timezone.now(),
                "begins_at": notes.begins_at or None,
                "ends_at": notes.ends_at or None,
                "posts": [shown(post, counts) for post in counts.posts],
                "events": notes.events,
                "channels": [{"name": c.name, "network": c.network, "is_signed_in": c.state == "connected"} for c in view.channels],
                "workers": view.workers,
                "can_wipe": view.can_wipe,
                "wall_url": f"http://localhost:{settings.SANDBOX_PORT}/",
            }
        ).data
    )
