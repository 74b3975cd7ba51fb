"""The organisation's channels: which there are, how they are, what may be done with them."""

from typing import Any, ClassVar

import django_filters
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.channels import health
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.orgs.access import InOrganisation
from accounts.orgs.fields import PublishingLanguages
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.words import word

SLOTS_MOST = 140
PLACEHOLDERS_MOST = 40


class Slot(serializers.Serializer):
    """A usual time of the week: `day` 0 is Monday."""

    day = serializers.IntegerField(min_value=0, max_value=6)
    time = serializers.RegexField(r"^([01]\d|2[0-3]):[0-5]\d$")


class Slots(serializers.ListField):
    """In the order of the week, each once."""

    child = Slot()

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": SLOTS_MOST, **given})

    def to_internal_value(self, data: Any) -> list[Any]:
        given = {(slot["day"], slot["time"]) for slot in super().to_internal_value(data)}
        return [{"day": day, "time": time} for day, time in sorted(given)]


KEY = RegexValidator(r"^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$")


class Placeholders(serializers.DictField):
    """What {section} and the like read on a channel: value by key, small letters and digits."""

    child = serializers.CharField(max_length=200)

    def to_internal_value(self, data: Any) -> dict[str, str]:
        given: dict[str, str] = super().to_internal_value(data)
        if len(given) > PLACEHOLDERS_MOST:
            raise serializers.ValidationError(f"at most {PLACEHOLDERS_MOST}")
        for key in given:
            if len(key) > 40:
                raise serializers.ValidationError("a key has at most 40 characters")
            KEY(key)
        return given


class ChannelProblem(serializers.Serializer):
    """Why a channel does not work, in the reader's language."""

    code = serializers.CharField()
    message = serializers.CharField()


class ChannelWithHealth(serializers.ModelSerializer):
    """`days_left`: until the network ends the sign-in, null when it does not end by time or renews itself."""

    network_label = serializers.CharField(read_only=True)
    avatar_url = serializers.SerializerMethodField()
    problem = serializers.SerializerMethodField()
    days_left = serializers.SerializerMethodField()
    languages = PublishingLanguages(read_only=True)
    slots = Slots(read_only=True)
    placeholders = Placeholders(read_only=True)
    scopes = serializers.ListField(child=serializers.CharField(), read_only=True)
    connected_by: Any = serializers.StringRelatedField()

    class Meta:
        model = Channel
        fields = (
            "id", "network", "network_label", "remote_id", "name", "handle", "avatar_url", "languages", "weekly_target", "slots",
            "placeholders", "state",
            "problem", "last_success_at", "token_expires_at", "days_left", "throttled_until", "scopes", "connected_by", "connected_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_avatar_url(self, channel: Channel) -> str:
        avatar = getattr(channel, "avatar", None)
        if avatar is None or not avatar.image:
            return ""
        seen = f"{avatar.looked_at:%Y%m%d%H%M}"
        return f"/api/channels/{channel.pk}/avatar/?organisation={channel.organisation_id}&seen={seen}"

    @extend_schema_field(ChannelProblem(allow_null=True))
    def get_problem(self, channel: Channel) -> dict[str, str] | None:
        if not channel.problem:
            return None
        code, params = channel.problem["code"], channel.problem.get("params", {})
        return {"code": code, "message": word(code, {"channel": channel.name, "network": channel.network_label} | params)}

    def get_days_left(self, channel: Channel) -> int | None:
        return None if health.renews_itself(channel) else health.days_left(channel, now=timezone.now())


class ChannelChanges(serializers.Serializer):
    """`weekly_target`: posts a week, 0 for none set; `slots`: usual times; `placeholders`: fill-ins. Whoever plans may set them."""

    name = serializers.CharField(max_length=200, required=False)
    languages = PublishingLanguages(required=False)
    weekly_target = serializers.IntegerField(min_value=0, max_value=1000, required=False)
    slots = Slots(required=False)
    placeholders = Placeholders(required=False)


class ChannelFilter(django_filters.FilterSet):
    """Channels that were taken away are listed with `?gone=true`, for the history of what they published."""

    # Written out: a filter made from the model would ask it for rows while no organisation is chosen (django-scopes).
    network = django_filters.CharFilter()
    state = django_filters.ChoiceFilter(choices=Channel.State.choices)
    gone = django_filters.BooleanFilter(method="with_gone")

    def with_gone(self, found: QuerySet[Channel], _name: str, _value: bool) -> QuerySet[Channel]:
        return found  # the view looks at it: without it, they are left out


@extend_schema_view(list=extend_schema(operation_id="channels"), retrieve=extend_schema(operation_id="channel"))
class Channels(InOrganisation, mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    serializer_class = ChannelWithHealth
    pagination_class = WholePages
    filterset_class = ChannelFilter
    queryset = Channel.objects.none()
    verbs: ClassVar[dict[str, Verb]] = {"destroy": Verb.CONNECT, "pause": Verb.CONNECT, "resume": Verb.CONNECT}

    def get_queryset(self) -> QuerySet[Channel]:
        found: QuerySet[Channel] = Channel.objects.select_related("connected_by", "avatar").order_by("network", "name")
        if self.action == "list" and self.request.query_params.get("gone") != "true":
            found = found.exclude(state=Channel.State.DISCONNECTED)
        return found

    @extend_schema(operation_id="channels_edit", request=ChannelChanges, responses=ChannelWithHealth)
    def partial_update(self, request: Request, pk: str) -> Response:
        channel = self.get_object()
        given = ChannelChanges(data=request.data)
        given.is_valid(raise_exception=True)
        changes = given.validated_data
        self.need(Verb.PLAN if set(changes) <= {"weekly_target", "slots", "placeholders"} else Verb.CONNECT)
        return self._answer(channels.edit(channel=channel, by=self.person, now=timezone.now(), **changes))

    @extend_schema(operation_id="channels_disconnect", responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        channels.disconnect(channel=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="channels_avatar", responses={(200, "image/webp"): bytes})
    @action(detail=True)
    def avatar(self, request: Request, pk: str) -> HttpResponse:
        avatar = getattr(self.get_object(), "avatar", None)
        if avatar is None or not avatar.image:
            raise Http404
        kept = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
        return HttpResponse(bytes(avatar.image), content_type="image/webp", headers=kept)

    @extend_schema(operation_id="channels_pause", request=None, responses=ChannelWithHealth)
    @action(detail=True, methods=["post"])
    def pause(self, request: Request, pk: str) -> Response:
        return self._answer(channels.pause(channel=self.get_object(), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="channels_resume", request=None, responses=ChannelWithHealth)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: str) -> Response:
        return self._answer(channels.resume(channel=self.get_object(), by=self.person, now=timezone.now()))

    def _answer(self, channel: Channel) -> Response:
        data: Any = self.get_serializer(channel).data
        return Response(data)
