"""/api/campaigns/<id>/standing/: how its posts stand."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from campaigns.plan.models import Campaign
from campaigns.posts.of_campaign import standing_of


class InState(serializers.Serializer[Any]):
    state = serializers.CharField()
    count = serializers.IntegerField()


class InLanguage(serializers.Serializer[Any]):
    language = serializers.CharField()
    posts = serializers.IntegerField()
    missing = serializers.IntegerField()


class CampaignStanding(serializers.Serializer[Any]):
    """`states` counts placements; `languages` are those the campaign wants, with how many of its posts lack each."""

    posts = serializers.IntegerField()
    undated = serializers.IntegerField()
    states = InState(many=True)
    languages = InLanguage(many=True)


@extend_schema(tags=["campaigns"], parameters=[ORGANISATION])
class StandingOfCampaign(InOrganisation):
    @extend_schema(operation_id="campaigns_standing", responses=CampaignStanding)
    def get(self, request: Request, pk: UUID) -> Response:
        campaign = get_object_or_404(Campaign.objects.select_related("organisation"), pk=pk)
        return Response(CampaignStanding(standing_of(campaign, now=timezone.now())).data)
