"""Make an organisation; see and set up the current one."""

from typing import ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.orgs import services as orgs
from accounts.orgs.access import InOrganisation
from accounts.orgs.fields import Communities, PublishingLanguages, TimeZone
from accounts.orgs.idempotency import idempotent
from accounts.orgs.models import COUNTRIES, Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User


class OrganisationSettings(serializers.ModelSerializer):
    """`communities`: whose school holidays its calendar shows; none chosen means those that speak its languages."""

    country = serializers.ChoiceField(choices=COUNTRIES, required=False)
    communities = Communities(required=False)
    languages = PublishingLanguages(required=False)
    time_zone = TimeZone(required=False)
    time_tolerance_min = serializers.IntegerField(min_value=0, max_value=1440, required=False)

    class Meta:
        model = Organisation
        fields = (
            "id", "slug", "name", "kind", "country", "communities", "languages", "time_zone", "currency", "posts_need_approval",
            "alt_required", "time_tolerance_min", "recovers_vat",
        )  # fmt: skip
        read_only_fields = ("id", "slug", "currency")


class NewOrganisation(serializers.ModelSerializer):
    languages = PublishingLanguages(required=False)
    time_zone = TimeZone(required=False)

    class Meta:
        model = Organisation
        fields = ("name", "kind", "languages", "time_zone")


class OrganisationsView(APIView):
    @extend_schema(operation_id="organisations_create", request=NewOrganisation, responses={201: OrganisationSettings})
    @idempotent
    def post(self, request: Request) -> Response:
        given = NewOrganisation(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        made = orgs.create(by=request.user, now=timezone.now(), **given.validated_data)
        return Response(OrganisationSettings(made).data, status=201)


class OrganisationView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"patch": Verb.MANAGE}

    @extend_schema(operation_id="organisation", responses=OrganisationSettings)
    def get(self, request: Request) -> Response:
        return Response(OrganisationSettings(self.organisation).data)

    @extend_schema(operation_id="organisation_edit", request=OrganisationSettings, responses=OrganisationSettings)
    def patch(self, request: Request) -> Response:
        given = OrganisationSettings(self.organisation, data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        orgs.edit(organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(OrganisationSettings(self.organisation).data)
