"""What a problem's code means, for codes that come back in an address (a network's sign-in that failed)."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.words import WORDS, word

WORDED: Any = inline_serializer("ProblemInWords", {"problem": serializers.CharField(), "message": serializers.CharField()})


class ProblemView(APIView):
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="problem_in_words", responses=WORDED)
    def get(self, request: Request, code: str) -> Response:
        if code not in WORDS:
            raise Http404
        return Response({"problem": code, "message": word(code, {})})
