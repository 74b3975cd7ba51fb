"""The person who is signed in, and the organisations they belong to."""

from typing import Any

from django_scopes import scopes_disabled
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.orgs import services as orgs
from accounts.orgs.fields import Language, PublishingLanguages, Roles, TimeZone, Verbs
from accounts.orgs.models import Membership, Organisation
from accounts.people.models import User


class MyOrganisation(serializers.ModelSerializer):
    """An organisation I belong to, with what I am and may do there."""

    id = serializers.UUIDField(source="organisation.id")
    slug = serializers.CharField(source="organisation.slug")
    name = serializers.CharField(source="organisation.name")
    kind = serializers.ChoiceField(source="organisation.kind", choices=Organisation.Kind.choices)
    languages = PublishingLanguages(source="organisation.languages")
    time_zone = serializers.CharField(source="organisation.time_zone")
    currency = serializers.CharField(source="organisation.currency")
    posts_need_approval = serializers.BooleanField(source="organisation.posts_need_approval")
    alt_required = serializers.BooleanField(source="organisation.alt_required")
    recovers_vat = serializers.BooleanField(source="organisation.recovers_vat")
    roles = Roles(read_only=True)
    verbs = Verbs(read_only=True)

    class Meta:
        model = Membership
        fields = (
            "id",
            "slug",
            "name",
            "kind",
            "languages",
            "time_zone",
            "currency",
            "posts_need_approval",
            "alt_required",
            "recovers_vat",
            "roles",
            "verbs",
        )
        read_only_fields = fields


class Me(serializers.ModelSerializer):
    organisations = serializers.SerializerMethodField()
    may_create_organisation = serializers.SerializerMethodField()

    class Meta:
        model = User
        fields = ("id", "email", "name", "language", "time_zone", "organisations", "may_create_organisation")
        read_only_fields = fields

    @extend_schema_field(MyOrganisation(many=True))
    def get_organisations(self, user: User) -> Any:
        with scopes_disabled():
            mine = list(Membership.objects.filter(user=user).select_related("organisation").order_by("created_at"))
        return MyOrganisation(mine, many=True).data

    def get_may_create_organisation(self, user: User) -> bool:
        return orgs.may_create()


class MyChanges(serializers.Serializer):
    name = serializers.CharField(max_length=120, required=False)
    language = Language(required=False)
    time_zone = TimeZone(required=False)


class MeView(APIView):
    @extend_schema(operation_id="me", responses=Me)
    def get(self, request: Request) -> Response:
        return Response(Me(request.user).data)

    @extend_schema(operation_id="me_edit", request=MyChanges, responses=Me)
    def patch(self, request: Request) -> Response:
        given = MyChanges(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        User.objects.filter(pk=request.user.pk).update(**given.validated_data)
        request.user.refresh_from_db()
        return Response(Me(request.user).data)
