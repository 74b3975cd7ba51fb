"""Requests for money as the API shows them. Amounts are whole cents; net of VAT where the name does not say otherwise."""

from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from accounts.words import word
from campaigns.budget.media import PLATFORMS
from campaigns.budget.models import Request
from campaigns.budget.plan_serializers import BASES, MOST_CENTS, ShareShown
from campaigns.compliance.engine import Rule
from campaigns.compliance.selectors import told


class RuleFound(serializers.Serializer):
    """What the rule book says to a purchase. `alternatives`: media that are lawful and count as digital."""

    id = serializers.CharField()
    effect = serializers.CharField()
    platform = serializers.CharField()
    summary = serializers.CharField()
    since = serializers.DateField()
    source = serializers.CharField()  # type: ignore[assignment]  # also an argument's name in DRF
    source_url = serializers.CharField()
    alternatives = serializers.ListField(child=serializers.CharField())

    def to_representation(self, instance: Rule) -> dict[str, Any]:
        return dict(super().to_representation(told(instance, language=get_language() or "en")))


class RequestDraft(serializers.Serializer):
    """Money asked for. `is_political` is who asks declaring what the law wants declared; whatever a party buys counts as political."""

    line = serializers.UUIDField()
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    title = serializers.CharField(max_length=160)
    reason = serializers.CharField(max_length=2000, allow_blank=True, default="")
    supplier = serializers.CharField(max_length=160, allow_blank=True, default="")
    platform = serializers.ChoiceField(choices=PLATFORMS, allow_blank=True, default="")
    is_political = serializers.BooleanField(default=True)
    net_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    needed_on = serializers.DateField(required=False, allow_null=True, default=None)
    payer = serializers.ChoiceField(
        choices=Request.Payer.choices, default=Request.Payer.OWN, help_text="Who pays; own: the organisation itself"
    )
    payer_name = serializers.CharField(max_length=160, allow_blank=True, default="")
    beneficiary = serializers.ChoiceField(
        choices=Request.Beneficiary.choices, default=Request.Beneficiary.OWN, help_text="For whom: a gift to a party has its own rules"
    )
    beneficiary_name = serializers.CharField(max_length=160, allow_blank=True, default="")


class RequestWithFiles(serializers.Serializer):
    """A request and its offers at once: who decides finds them named in the first letter."""

    request = RequestDraft(help_text="As JSON")
    files = serializers.ListField(
        child=serializers.FileField(max_length=200), max_length=20, help_text="PDF, picture, spreadsheet (XLSX) or XML, 10 MB at most each"
    )


class CampaignOfRequest(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    colour = serializers.CharField()


class RequestInBudget(serializers.ModelSerializer):
    """A request. `said_by` and `said_comment`: what was decided on it last, or empty."""

    asked_by_name = serializers.SerializerMethodField()
    said_by = serializers.SerializerMethodField()
    said_comment = serializers.SerializerMethodField()
    line_name = serializers.SerializerMethodField()
    medium = serializers.CharField(source="line.medium", read_only=True)
    period = serializers.UUIDField(source="line.period_id", read_only=True)
    currency = serializers.CharField(source="line.period.currency", read_only=True)
    campaign = CampaignOfRequest(allow_null=True, read_only=True)

    class Meta:
        model = Request
        fields = (
            "id", "state", "title", "reason", "supplier", "platform", "is_political", "net_cents", "vat_cents", "currency", "needed_on",
            "payer", "payer_name", "beneficiary", "beneficiary_name",
            "line", "line_name", "medium", "period", "campaign", "asked_by", "asked_by_name", "asked_at", "said_by", "said_comment",
            "revision",
        )  # fmt: skip
        read_only_fields = fields

    def get_asked_by_name(self, request: Request) -> str:
        return str(request.asked_by or "")

    def get_said_by(self, request: Any) -> str:
        return request.said_by or ""

    def get_said_comment(self, request: Any) -> str:
        return request.said_comment or ""

    def get_line_name(self, request: Request) -> str:
        return request.line.name or word(f"medium-{request.line.medium}", {})


class PeriodOfRequest(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()


class LineOfRequest(serializers.Serializer):
    """The line the money would come from, as it stands now and after a yes."""

    id = serializers.UUIDField()
    name = serializers.SerializerMethodField()
    medium = serializers.CharField()
    digital_permille = serializers.IntegerField()
    planned_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    left_cents = serializers.IntegerField()
    left_after_cents = serializers.IntegerField()

    def get_name(self, line: dict[str, Any]) -> str:
        return line["name"] or word(f"medium-{line['medium']}", {})


class ShareNowAndThen(serializers.Serializer):
    now = ShareShown()
    if_approved = ShareShown()


class ShareEffect(serializers.Serializer):
    """The shares of what is spent or promised, without and with this request."""

    paid_media = ShareNowAndThen()
    full_cost = ShareNowAndThen()


class RequestCard(serializers.Serializer):
    """What somebody who decides has to see."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    reason = serializers.CharField()
    state = serializers.ChoiceField(choices=Request.State.choices)
    net_cents = serializers.IntegerField()
    vat_cents = serializers.IntegerField()
    gross_cents = serializers.IntegerField()
    cost_cents = serializers.IntegerField(help_text="What it takes from the line: with VAT unless the organisation recovers it")
    vat = serializers.ChoiceField(choices=BASES, help_text="How the line, its rest and the shares count")
    currency = serializers.CharField()
    supplier = serializers.CharField()
    platform = serializers.CharField()
    is_political = serializers.BooleanField()
    needed_on = serializers.DateField(allow_null=True)
    payer = serializers.ChoiceField(choices=Request.Payer.choices)
    payer_name = serializers.CharField()
    beneficiary = serializers.ChoiceField(choices=Request.Beneficiary.choices)
    beneficiary_name = serializers.CharField()
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    campaign = CampaignOfRequest(allow_null=True)
    period = PeriodOfRequest()
    line = LineOfRequest()
    target_permille = serializers.IntegerField()
    share_effect = ShareEffect()
    findings = RuleFound(many=True)
    revision = serializers.IntegerField()
