"""/api/rules/: what the rule book says to this organisation today."""

from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from campaigns.compliance import selectors
from campaigns.compliance.engine import EFFECTS, STATUSES


class RuleInForce(serializers.Serializer):
    """One dated, sourced rule. `alternatives`: codes of media that are lawful and count as digital."""

    id = serializers.CharField()
    effect = serializers.ChoiceField(choices=EFFECTS)
    status = serializers.ChoiceField(choices=STATUSES, help_text="expected: its days hang on a date that is not fixed yet")
    platform = serializers.CharField(help_text="As people call it")
    platforms = serializers.ListField(child=serializers.CharField())
    countries = serializers.ListField(child=serializers.CharField())
    since = serializers.DateField()
    until = serializers.DateField(allow_null=True)
    summary = serializers.CharField(help_text="In the reader's language")
    source = serializers.CharField()  # type: ignore[assignment]  # also an argument's name in DRF
    source_url = serializers.CharField()
    checked_on = serializers.DateField()
    alternatives = serializers.ListField(child=serializers.CharField())


class RulesView(InOrganisation):
    @extend_schema(operation_id="rules_list", responses=RuleInForce(many=True))
    def get(self, request: Request) -> Response:
        found = selectors.of_organisation(self.organisation, on=timezone.now().date())
        told = [selectors.told(rule, language=get_language() or "en") for rule in found]
        return Response(RuleInForce(told, many=True).data)
