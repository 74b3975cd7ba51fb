"""Who belongs to the organisation, and with which roles."""

from typing import ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs import selectors
from accounts.orgs import services as orgs
from accounts.orgs.access import InOrganisation
from accounts.orgs.fields import Roles
from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from accounts.paging import WholePages


class Member(serializers.ModelSerializer):
    user_id = serializers.UUIDField(read_only=True)
    name = serializers.CharField(source="user.name", read_only=True)
    email = serializers.EmailField(source="user.email", read_only=True)
    roles = Roles()
    is_me = serializers.SerializerMethodField()

    class Meta:
        model = Membership
        fields = ("id", "user_id", "name", "email", "roles", "is_me", "created_at")
        read_only_fields = ("id", "created_at")

    def get_is_me(self, member: Membership) -> bool:
        request = self.context.get("request")
        return bool(request and request.user.pk == member.user_id)


class MemberRoles(serializers.Serializer):
    roles = Roles()


@extend_schema_view(list=extend_schema(operation_id="members"))
class Members(InOrganisation, mixins.ListModelMixin, GenericViewSet):
    """Nobody leaves an organisation without an administrator."""

    serializer_class = Member
    pagination_class = WholePages
    queryset = Membership.objects.none()
    verbs: ClassVar[dict[str, Verb]] = {"partial_update": Verb.MANAGE}

    def get_queryset(self) -> QuerySet[Membership]:
        return selectors.members(organisation=self.organisation)

    @extend_schema(operation_id="members_give_roles", request=MemberRoles, responses=Member)
    def partial_update(self, request: Request, pk: str) -> Response:
        member = self.get_object()
        given = MemberRoles(data=request.data)
        given.is_valid(raise_exception=True)
        orgs.give_roles(member=member, roles=given.validated_data["roles"], by=self.person, now=timezone.now())
        return Response(self.get_serializer(member).data)

    @extend_schema(operation_id="members_remove", responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        member = self.get_object()
        if member.user_id != self.person.pk:  # anybody may leave by themselves
            self.need(Verb.MANAGE)
        orgs.remove(member=member, by=self.person, now=timezone.now())
        return Response(status=204)
