"""What the person was told in this organisation."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.notify import services as notify
from accounts.notify.models import Notice
from accounts.orgs.access import InOrganisation
from accounts.words import word


class NoticeToMe(serializers.ModelSerializer):
    """`path` is where it leads within the organisation: /posts/…"""

    message = serializers.SerializerMethodField()

    class Meta:
        model = Notice
        fields = ("id", "code", "message", "params", "path", "created_at", "read_at")
        read_only_fields = fields

    def get_message(self, notice: Notice) -> str:
        return word(notice.code, notice.params)


class NoticeFilter(django_filters.FilterSet):
    unread = django_filters.BooleanFilter(field_name="read_at", lookup_expr="isnull")


class NoticesRead(serializers.Serializer):
    read = serializers.IntegerField()


@extend_schema_view(list=extend_schema(operation_id="notices"))
class Notices(InOrganisation, mixins.ListModelMixin, GenericViewSet):
    serializer_class = NoticeToMe
    filterset_class = NoticeFilter
    queryset = Notice.objects.none()

    def get_queryset(self) -> QuerySet[Notice]:
        return Notice.objects.filter(user=self.person, organisation_id=self.organisation.pk).order_by("-created_at", "-pk")

    @extend_schema(operation_id="notices_read", request=None, responses=NoticeToMe)
    @action(detail=True, methods=["post"])
    def read(self, request: Request, pk: str) -> Response:
        notice = self.get_object()
        notify.read(user=self.person, organisation=self.organisation, notice_id=notice.pk, now=timezone.now())
        notice.refresh_from_db()
        return Response(self.get_serializer(notice).data)

    @extend_schema(operation_id="notices_read_all", request=None, responses=NoticesRead)
    @action(detail=False, methods=["post"], url_path="read-all")
    def read_all(self, request: Request) -> Response:
        return Response({"read": notify.read(user=self.person, organisation=self.organisation, now=timezone.now())})
