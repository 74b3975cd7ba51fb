"""The networks Carillon knows: their limits for the composer, and how an operator sets each of them up."""

from dataclasses import asdict, fields
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

import networks
from accounts.channels import connect
from accounts.orgs.access import InOrganisation
from accounts.words import word
from networks.contract import CanConnect, Network, Spec


class PictureLimits(serializers.Serializer):
    """Ratios are width ÷ height; 0 means no limit known."""

    max_count = serializers.IntegerField()
    min_count = serializers.IntegerField()
    mimes = serializers.ListField(child=serializers.CharField())
    max_bytes = serializers.IntegerField()
    min_ratio = serializers.FloatField()
    max_ratio = serializers.FloatField()
    min_width = serializers.IntegerField()
    max_width = serializers.IntegerField()
    alt_max = serializers.IntegerField()


class PostLimits(serializers.Serializer):
    """`counting` says how a text is measured: characters (code points), or weighted as X does. `fold_at`: where "see more" cuts."""

    text_max = serializers.IntegerField()
    counting = serializers.ChoiceField(choices=("characters", "weighted"))
    fold_at = serializers.IntegerField()
    max_segments = serializers.IntegerField()
    hashtags_max = serializers.IntegerField()
    mentions_max = serializers.IntegerField()
    mentions_by_handle = serializers.BooleanField(help_text="@handle in a text is a mention; else people are named.")
    pictures = PictureLimits()
    comment_max = serializers.IntegerField(help_text="How long a first comment may be; 0: there is none.")
    link = serializers.ChoiceField(choices=("card", "text", "plain"))
    cost_usd_micros = serializers.IntegerField()
    link_cost_usd_micros = serializers.IntegerField()


class NetworkForPeople(serializers.Serializer):
    """`is_set_up`: this installation has an application there. `set_up_steps` tell an operator how, with `redirect_url` to copy."""

    slug = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    colour = serializers.CharField()
    spec = PostLimits()
    can_connect = serializers.BooleanField()
    is_set_up = serializers.BooleanField()
    set_up_steps = serializers.ListField(child=serializers.CharField())
    redirect_url = serializers.CharField()


class NetworksView(InOrganisation):
    @extend_schema(operation_id="networks", responses=NetworkForPeople(many=True))
    def get(self, request: Request) -> Response:
        return Response(NetworkForPeople([described(network) for network in networks.all().values()], many=True).data)


def described(network: Network) -> dict[str, Any]:
    return {
        "slug": network.slug,
        "label": network.label,
        "colour": network.colour,
        "spec": limits(network.spec),
        "can_connect": isinstance(network, CanConnect),
        "is_set_up": connect.is_set_up(network.slug),
        "set_up_steps": [word(code, {"slug": network.slug.upper(), "url": connect.redirect_uri(network.slug)}) for code in network.set_up],
        "redirect_url": connect.redirect_uri(network.slug),
    }


def limits(spec: Spec) -> dict[str, Any]:
    """Return the limits as plain values: all but the counting function, which the web app has its own twin of."""
    plain = {field.name: getattr(spec, field.name) for field in fields(spec) if field.name not in {"count", "comment"}}
    return plain | {"pictures": asdict(spec.pictures), "comment_max": spec.comment.text_max if spec.comment else 0}
