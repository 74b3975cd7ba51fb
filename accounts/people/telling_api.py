"""How the person wants to be told: e-mail at once, in one letter a day or never; and the devices that show notices."""

from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.keys import services as keys
from accounts.notify import devices, push
from accounts.notify.models import Device, NoticeChoice
from accounts.people.models import User
from accounts.problems import Refusal


class DeviceShown(serializers.ModelSerializer):
    """`address_sha256` lets a browser find itself in the list: the SHA-256 of its address at the push service."""

    address_sha256 = serializers.CharField(source="endpoint_sha256")

    class Meta:
        model = Device
        fields = ("id", "name", "made_at", "shown_at", "address_sha256")
        read_only_fields = fields


class Telling(serializers.Serializer):
    mail = serializers.ChoiceField(choices=NoticeChoice.Mail.choices)
    daily_hour = serializers.IntegerField(min_value=0, max_value=23, help_text="Of the person's own clock")
    push_key = serializers.CharField(read_only=True, help_text="What a browser asks its push service with (VAPID)")
    devices = DeviceShown(many=True, read_only=True)


class TellingChanges(serializers.Serializer):
    mail = serializers.ChoiceField(choices=NoticeChoice.Mail.choices, required=False)
    daily_hour = serializers.IntegerField(min_value=0, max_value=23, required=False)


class DeviceKeys(serializers.Serializer):
    p256dh = serializers.CharField(max_length=120)
    auth = serializers.CharField(max_length=60)


class NewDevice(serializers.Serializer):
    """What the browser's PushSubscription says of itself."""

    endpoint = serializers.CharField(max_length=1000)
    keys = DeviceKeys()


class TryWhere(serializers.Serializer):
    organisation = serializers.SlugField(help_text="Where a tap on it leads")


class MyOwn(APIView):
    @property
    def person(self) -> User:
        assert isinstance(self.request.user, User)  # IsAuthenticated has run
        return self.request.user

    def device(self, pk: UUID) -> Device:
        found = Device.objects.filter(user=self.person, pk=pk).first()
        if found is None:
            raise Http404
        return found


class TellingView(MyOwn):
    @extend_schema(operation_id="telling", responses=Telling)
    def get(self, request: Request) -> Response:
        return Response(self.shown())

    @extend_schema(operation_id="telling_edit", request=TellingChanges, responses=Telling)
    def patch(self, request: Request) -> Response:
        given = TellingChanges(data=request.data)
        given.is_valid(raise_exception=True)
        NoticeChoice.objects.update_or_create(user=self.person, defaults=given.validated_data)
        return Response(self.shown())

    def shown(self) -> dict[str, object]:
        choice = NoticeChoice.objects.filter(user=self.person).first() or NoticeChoice(user=self.person)
        public, _key = keys.pusher(now=timezone.now())
        mine = Device.objects.filter(user=self.person).order_by("-made_at")
        said = {"mail": choice.mail, "daily_hour": choice.daily_hour, "push_key": public, "devices": mine}
        return dict(Telling(said).data)


class DevicesView(MyOwn):
    @extend_schema(operation_id="devices_add", request=NewDevice, responses={201: DeviceShown})
    def post(self, request: Request) -> Response:
        """This browser shows the person's notices from now on."""
        given = NewDevice(data=request.data)
        given.is_valid(raise_exception=True)
        endpoint, of = given.validated_data["endpoint"], given.validated_data["keys"]
        if not push.is_fit(endpoint=endpoint, p256dh=of["p256dh"], auth=of["auth"]):
            raise Refusal("device-not-fit")
        agent = request.META.get("HTTP_USER_AGENT", "")
        now = timezone.now()
        made = devices.add(user=self.person, endpoint=endpoint, p256dh=of["p256dh"], auth=of["auth"], agent=agent, now=now)
        return Response(DeviceShown(made).data, status=201)


class DeviceView(MyOwn):
    @extend_schema(operation_id="devices_remove", responses={204: None})
    def delete(self, request: Request, pk: UUID) -> Response:
        """That device shows nothing of the person's any more."""
        self.device(pk).delete()
        return Response(status=204)


class DeviceTryView(MyOwn):
    @extend_schema(operation_id="devices_try", request=TryWhere, responses=DeviceShown)
    def post(self, request: Request, pk: UUID) -> Response:
        """That device is shown a notice now. One that is no longer there is forgotten, and the answer says so."""
        device = self.device(pk)
        given = TryWhere(data=request.data)
        given.is_valid(raise_exception=True)
        outcome = devices.try_out(device=device, slug=given.validated_data["organisation"], now=timezone.now())
        if outcome != push.Outcome.TAKEN:
            raise Refusal("device-gone" if outcome == push.Outcome.GONE else "device-not-reached", status=409)
        device.refresh_from_db()
        return Response(DeviceShown(device).data)
