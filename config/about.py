"""Which Carillon this is, and where its source text is: whoever uses it over a network has a right to it (AGPL, section 13)."""

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people.models import User


class About(serializers.Serializer):
    """`source_url` is empty where nobody has set SOURCE_URL. `is_demo`: everything here is invented, and may be broken at /break-it.

    `is_new`: nobody has an account yet; whoever makes the first one sets up the organisation.
    """

    version = serializers.CharField()
    licence = serializers.CharField()
    source_url = serializers.CharField(allow_blank=True)
    is_demo = serializers.BooleanField()
    is_new = serializers.BooleanField()


class AboutView(APIView):
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="about", responses=About)
    def get(self, request: Request) -> Response:
        about = {"version": settings.VERSION, "licence": "AGPL-3.0-or-later", "source_url": settings.SOURCE_URL}
        return Response(about | {"is_demo": settings.DEMO, "is_new": not User.objects.exists()})
