"""A person's own API tokens, with which programs act for them."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.paging import WholePages
from accounts.people.models import ApiToken, User
from accounts.problems import NotAllowed


class Token(serializers.ModelSerializer):
    class Meta:
        model = ApiToken
        fields = ("id", "name", "created_at", "last_used_at")
        read_only_fields = ("id", "created_at", "last_used_at")


class NewToken(serializers.Serializer):
    name = serializers.CharField(max_length=80)


class TokenInClear(serializers.ModelSerializer):
    """`token` is shown this once."""

    token = serializers.CharField()

    class Meta:
        model = ApiToken
        fields = ("id", "name", "created_at", "token")
        read_only_fields = ("id", "created_at")


@extend_schema_view(list=extend_schema(operation_id="tokens"), destroy=extend_schema(operation_id="tokens_revoke"))
class Tokens(mixins.ListModelMixin, mixins.DestroyModelMixin, GenericViewSet):
    serializer_class = Token
    pagination_class = WholePages
    queryset = ApiToken.objects.none()

    def get_queryset(self) -> QuerySet[ApiToken]:
        return ApiToken.objects.filter(user=self.request.user.pk).order_by("-created_at")

    @extend_schema(operation_id="tokens_create", request=NewToken, responses={201: TokenInClear})
    def create(self, request: Request) -> Response:
        """A token does not make tokens: one that leaked ends when it is revoked."""
        if isinstance(request.auth, ApiToken):
            raise NotAllowed("token-makes-no-token")
        given = NewToken(data=request.data)
        given.is_valid(raise_exception=True)
        assert isinstance(request.user, User)
        row, token = ApiToken.issue(user=request.user, name=given.validated_data["name"])
        row.token = token  # type: ignore[attr-defined]
        return Response(TokenInClear(row).data, status=201)
