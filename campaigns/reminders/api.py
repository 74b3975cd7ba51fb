"""/api/patience/: how long decisions may wait."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from campaigns.reminders import services


class PatienceOf(serializers.Serializer[Any]):
    """Hours from the moment on at which a step begins. What goes out sooner is reminded of sooner, at night only what cannot wait."""

    is_on = serializers.BooleanField()
    remind_after_h = serializers.IntegerField(min_value=1, max_value=720)
    escalate_after_h = serializers.IntegerField(min_value=1, max_value=720)
    day_from_h = serializers.IntegerField(min_value=0, max_value=23, default=7, help_text="On the organisation's clock")
    day_until_h = serializers.IntegerField(min_value=1, max_value=24, default=22)


@extend_schema(tags=["decisions"], parameters=[ORGANISATION])
class PatienceView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"put": Verb.MANAGE}

    @extend_schema(operation_id="patience", responses=PatienceOf)
    def get(self, request: Request) -> Response:
        return Response(PatienceOf(services.patience_of(self.organisation)).data)

    @extend_schema(operation_id="patience_edit", request=PatienceOf, responses=PatienceOf)
    def put(self, request: Request) -> Response:
        given = PatienceOf(data=request.data)
        given.is_valid(raise_exception=True)
        saved = services.set_patience(organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(PatienceOf(saved).data)
