"""Connecting from the web app: ask for the network's address, come back, choose among what was found."""

import uuid
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.channels import connect
from accounts.channels.api import ChannelWithHealth
from accounts.channels.models import Channel, Connection
from accounts.orgs.access import InOrganisation, membership_for
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal


class ConnectionStart(serializers.Serializer):
    """With `channel`, that one signs in again; the page of another account is refused then."""

    network = serializers.CharField(max_length=32)
    channel = serializers.UUIDField(required=False, allow_null=True)


class ConnectionAddress(serializers.Serializer):
    """Send the browser there; it comes back to /{organisation}/channels?connection=… or ?problem=…"""

    url = serializers.CharField()


class FoundAccount(serializers.Serializer):
    """A page or profile that the sign-in opened. `channel` is the one it is already, if any."""

    remote_id = serializers.CharField()
    name = serializers.CharField()
    handle = serializers.CharField()
    avatar_url = serializers.CharField()
    channel = serializers.UUIDField(allow_null=True)


class FoundAccounts(serializers.Serializer):
    """`channel` is the one that signs in again, if the walk began there."""

    network = serializers.CharField()
    channel = serializers.UUIDField(allow_null=True)
    accounts = FoundAccount(many=True)


class AccountChoice(serializers.Serializer):
    remote_ids = serializers.ListField(child=serializers.CharField(max_length=120), allow_empty=False)


class ConnectView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.CONNECT}

    @extend_schema(operation_id="channels_connect", request=ConnectionStart, responses=ConnectionAddress)
    def post(self, request: Request) -> Response:
        given = ConnectionStart(data=request.data)
        given.is_valid(raise_exception=True)
        network, again = given.validated_data["network"], given.validated_data.get("channel")
        channel = get_object_or_404(Channel.objects.all(), pk=again) if again else None
        url = connect.start(organisation=self.organisation, by=self.person, network=network, channel=channel, now=timezone.now())
        return Response({"url": url})


class ConnectionView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.CONNECT, "post": Verb.CONNECT}

    @extend_schema(operation_id="channels_found", responses=FoundAccounts)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        connection = self._mine(pk)
        found = connect.accounts(connection=connection, now=timezone.now())
        known: dict[str, Any] = dict(Channel.objects.filter(network=connection.network).values_list("remote_id", "pk"))
        accounts = [
            {"remote_id": a.remote_id, "name": a.name, "handle": a.handle, "avatar_url": a.avatar_url, "channel": known.get(a.remote_id)}
            for a in found
        ]
        body = {"network": connection.network, "channel": connection.channel_id, "accounts": accounts}
        return Response(FoundAccounts(body).data)

    @extend_schema(operation_id="channels_choose", request=AccountChoice, responses={201: ChannelWithHealth(many=True)})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        connection, given = self._mine(pk), AccountChoice(data=request.data)
        given.is_valid(raise_exception=True)
        made = connect.choose(connection=connection, remote_ids=given.validated_data["remote_ids"], by=self.person, now=timezone.now())
        return Response(ChannelWithHealth(made, many=True).data, status=201)

    def _mine(self, pk: uuid.UUID) -> Connection:
        found: Connection = get_object_or_404(Connection.objects.select_related("channel", "organisation"), pk=pk, user=self.person)
        return found


@require_safe
@never_cache
def callback(request: HttpRequest, network: str) -> HttpResponse:
    """GET /connect/{network}/callback: the browser comes back from the network and goes on to the channels page."""
    user = request.user
    if not isinstance(user, User):
        return HttpResponseRedirect("/sign-in?" + urlencode({"problem": "connection-unknown"}))
    slug = ""
    try:
        connection = connect.returning(user=user, network=network, state=request.GET.get("state", ""), now=timezone.now())
        slug = connection.organisation.slug
        connect.complete(connection=connection, code=request.GET.get("code", ""), error=request.GET.get("error", ""))
    except Refusal as refusal:
        return HttpResponseRedirect(f"{_channels(user, slug)}?{urlencode({'problem': refusal.code, 'network': network})}")
    return HttpResponseRedirect(f"{_channels(user, slug)}?{urlencode({'connection': connection.pk})}")


def _channels(user: User, slug: str) -> str:
    try:
        return f"/{slug or membership_for(user=user, wanted='').organisation.slug}/channels"
    except Http404:
        return "/"
