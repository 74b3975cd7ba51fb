"""Invitations: sent by those who manage people; looked at and taken up by whoever holds the link."""

from typing import Any, ClassVar

from django.contrib.auth import login, password_validation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from accounts.orgs import invitations
from accounts.orgs.access import InOrganisation
from accounts.orgs.fields import Language, Roles
from accounts.orgs.idempotency import idempotent
from accounts.orgs.models import Invitation, Membership
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.people.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class OpenInvitation(serializers.ModelSerializer):
    roles = Roles(read_only=True)
    invited_by: Any = serializers.StringRelatedField()

    class Meta:
        model = Invitation
        fields = ("id", "email", "roles", "invited_by", "created_at", "expires_at")


class NewInvitation(serializers.Serializer):
    """`language` is that of the e-mail, for somebody who has no account yet."""

    email = serializers.EmailField()
    roles = Roles()
    language = Language(required=False)


class InvitationLink(serializers.Serializer):
    token = serializers.CharField(max_length=200)


class InvitationSeen(serializers.ModelSerializer):
    """What the holder of a link sees. `has_account`: sign in and accept; else join with a name and a password."""

    organisation = serializers.CharField(source="organisation.name")
    roles = Roles(read_only=True)
    invited_by: Any = serializers.StringRelatedField()
    has_account = serializers.SerializerMethodField()

    class Meta:
        model = Invitation
        fields = ("organisation", "email", "roles", "invited_by", "expires_at", "has_account")

    def get_has_account(self, invitation: Invitation) -> bool:
        return User.objects.filter(email__iexact=invitation.email).exists()


class Joining(InvitationLink):
    name = serializers.CharField(max_length=120)
    password = serializers.CharField(max_length=200, write_only=True, trim_whitespace=False)
    language = Language(default="en")

    def validate(self, given: dict[str, str]) -> dict[str, str]:
        invitation = invitations.look(token=given["token"], now=timezone.now())
        try:
            password_validation.validate_password(given["password"], User(email=invitation.email, name=given["name"]))
        except ValidationError as error:
            raise serializers.ValidationError({"password": error.messages}) from error
        return given


class Joined(serializers.Serializer):
    """Where to go now: /{slug}/today."""

    slug = serializers.CharField(source="organisation.slug")
    name = serializers.CharField(source="organisation.name")


@extend_schema_view(list=extend_schema(operation_id="invitations"))
class Invitations(InOrganisation, mixins.ListModelMixin, GenericViewSet):
    serializer_class = OpenInvitation
    pagination_class = WholePages
    queryset = Invitation.objects.none()
    verbs: ClassVar[dict[str, Verb]] = {"list": Verb.MANAGE, "create": Verb.MANAGE, "destroy": Verb.MANAGE}

    def get_queryset(self) -> QuerySet[Invitation]:
        waiting: QuerySet[Invitation] = Invitation.objects.filter(accepted_at=None, expires_at__gt=timezone.now())
        return waiting.select_related("invited_by").order_by("-created_at")

    @extend_schema(operation_id="invitations_create", request=NewInvitation, responses={201: OpenInvitation})
    @idempotent
    def create(self, request: Request) -> Response:
        given = NewInvitation(data=request.data)
        given.is_valid(raise_exception=True)
        made = invitations.invite(organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(self.get_serializer(made).data, status=201)

    @extend_schema(operation_id="invitations_revoke", responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        invitations.revoke(invitation=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)


class WithLink(APIView):
    """For whoever holds the link, signed in or not."""

    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "sign-in"


class LookView(WithLink):
    @extend_schema(operation_id="invitations_look", request=InvitationLink, responses=InvitationSeen)
    def post(self, request: Request) -> Response:
        given = InvitationLink(data=request.data)
        given.is_valid(raise_exception=True)
        return Response(InvitationSeen(invitations.look(token=given.validated_data["token"], now=timezone.now())).data)


class AcceptView(APIView):
    @extend_schema(operation_id="invitations_accept", request=InvitationLink, responses=Joined)
    def post(self, request: Request) -> Response:
        given = InvitationLink(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        member = invitations.accept(token=given.validated_data["token"], user=request.user, now=timezone.now())
        return Response(Joined(member).data)


class JoinView(WithLink):
    @extend_schema(operation_id="invitations_join", request=Joining, responses={201: Joined})
    def post(self, request: Request) -> Response:
        given = Joining(data=request.data)
        given.is_valid(raise_exception=True)
        member: Membership = invitations.join(now=timezone.now(), **given.validated_data)
        login(request._request, member.user, backend=BACKEND)
        return Response(Joined(member).data, status=201)
