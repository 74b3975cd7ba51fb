"""Money as the API shows it. Amounts are whole cents; net of VAT where the name does not say otherwise."""

from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from accounts.words import word
from campaigns.budget.media import MEDIA, PLATFORMS
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.compliance.engine import Rule
from campaigns.compliance.selectors import told

MOST_CENTS = 100_000_000_000  # a thousand million: more is a slip of the finger
MEDIUM_CODES = [medium.code for medium in MEDIA]


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


class MediumInTable(serializers.Serializer):
    """One heading money can stand under. `usual_digital_permille` is taken unless a line documents its own split."""

    code = serializers.CharField()
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # also an argument's name in DRF
    usual_digital_permille = serializers.IntegerField(source="digital_permille")
    is_paid_media = serializers.BooleanField()
    is_mixed = serializers.BooleanField()
    is_extension = serializers.BooleanField(help_text="A digital form of an older medium: some statistics leave it out")
    platforms = serializers.SerializerMethodField()

    def get_label(self, medium: Any) -> str:
        return word(f"medium-{medium.code}", {})

    def get_platforms(self, medium: Any) -> list[dict[str, str]]:
        return [{"code": code, "label": word(f"platform-{code}", {})} for code in medium.platforms]


class PeriodOfBudget(serializers.ModelSerializer):
    class Meta:
        model = Period
        fields = ("id", "name", "starts_on", "ends_on", "currency", "target_permille")
        read_only_fields = ("id", "currency")


class LineOfBudget(serializers.ModelSerializer):
    """A line as it is planned. An own split needs a `split_note` that says where it comes from."""

    period: Any = serializers.PrimaryKeyRelatedField(read_only=True)

    class Meta:
        model = Line
        fields = ("id", "period", "medium", "name", "is_paid_media", "digital_permille", "split_note", "planned_cents", "position")


class LineDraft(serializers.Serializer):
    period = serializers.UUIDField(required=False, help_text="Where it belongs; only when it is new")
    medium = serializers.ChoiceField(choices=MEDIUM_CODES)
    name = serializers.CharField(max_length=120, allow_blank=True, default="")
    planned_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS)
    digital_permille = serializers.IntegerField(min_value=0, max_value=1000, required=False, allow_null=True)
    is_paid_media = serializers.BooleanField(required=False, allow_null=True, default=None)
    split_note = serializers.CharField(max_length=200, allow_blank=True, default="")
    position = serializers.IntegerField(min_value=0, max_value=1000, required=False)


class ShareShown(serializers.Serializer):
    """A digital share: digital ÷ all, in cents, and per mille (null when there is nothing to share out)."""

    digital_cents = serializers.IntegerField()
    all_cents = serializers.IntegerField()
    permille = serializers.IntegerField(allow_null=True)
    short_cents = serializers.IntegerField(help_text="What would have to move from other media to digital ones to reach the target")


class SharePlannedAndActual(serializers.Serializer):
    planned = ShareShown()
    actual = ShareShown()


class BothShares(serializers.Serializer):
    paid_media = SharePlannedAndActual()
    full_cost = SharePlannedAndActual()


class BothSharesOfMonth(serializers.Serializer):
    paid_media = ShareShown()
    full_cost = ShareShown()


class MonthOfBudget(serializers.Serializer):
    month = serializers.CharField(help_text="2026-11")
    spent_cents = serializers.IntegerField()
    shares = BothSharesOfMonth()


class LineInOverview(serializers.Serializer):
    id = serializers.UUIDField()
    medium = serializers.CharField()
    medium_label = serializers.SerializerMethodField()
    name = serializers.CharField()
    is_paid_media = serializers.BooleanField()
    is_mixed = serializers.BooleanField()
    digital_permille = serializers.IntegerField()
    split_note = serializers.CharField()
    position = serializers.IntegerField()
    planned_cents = serializers.IntegerField()
    requested_cents = serializers.IntegerField(help_text="Waits for a decision")
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    left_cents = serializers.IntegerField(help_text="Planned less committed less spent; negative when it is overdrawn")

    def get_medium_label(self, line: dict[str, Any]) -> str:
        return word(f"medium-{line['medium']}", {})


class TotalOfBudget(serializers.Serializer):
    planned_cents = serializers.IntegerField()
    requested_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    left_cents = serializers.IntegerField()


class PeriodOverview(serializers.Serializer):
    """A period at a glance: cents, net of VAT."""

    period = PeriodOfBudget()
    vat = serializers.ChoiceField(choices=["net"])
    target_permille = serializers.IntegerField()
    lines = LineInOverview(many=True)
    total = TotalOfBudget()
    shares = BothShares()
    months = MonthOfBudget(many=True)


class EntryInLedger(serializers.ModelSerializer):
    """One line of the ledger. A counter-entry has `reverses`; what was taken back has `reversed_by`."""

    by_name = serializers.SerializerMethodField()
    line_name = serializers.SerializerMethodField()
    medium = serializers.CharField(source="line.medium", read_only=True)
    period = serializers.UUIDField(source="line.period_id", read_only=True)
    campaign_name = serializers.CharField(source="campaign.name", default="", read_only=True)
    reversed_by = serializers.SerializerMethodField()
    may_be_taken_back = serializers.SerializerMethodField()

    class Meta:
        model = Entry
        fields = (
            "id", "kind", "period", "line", "line_name", "medium", "request", "campaign", "campaign_name", "reverses", "reversed_by",
            "may_be_taken_back", "net_cents", "vat_cents", "supplier", "note", "on", "by_name", "at",
        )  # fmt: skip
        read_only_fields = fields

    def get_by_name(self, entry: Entry) -> str:
        return str(entry.by or "")

    def get_line_name(self, entry: Entry) -> str:
        return entry.line.name or word(f"medium-{entry.line.medium}", {})

    def get_reversed_by(self, entry: Entry) -> str | None:
        counter = getattr(entry, "reversed_by", None)
        return str(counter.pk) if counter else None

    def get_may_be_taken_back(self, entry: Entry) -> bool:
        return entry.kind != Entry.Kind.RELEASE and entry.reverses_id is None and getattr(entry, "reversed_by", None) is None


class ExpenseDraft(serializers.Serializer):
    line = serializers.UUIDField()
    request = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="An approved request: what it committed is released"
    )
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    net_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    supplier = serializers.CharField(max_length=160, allow_blank=True, default="")
    note = serializers.CharField(max_length=300, allow_blank=True, default="")
    on = serializers.DateField(help_text="Date of the invoice")
    closes = serializers.BooleanField(
        default=False, help_text="Nothing more will come for that request: the rest of its commitment is released"
    )


class TakeBack(serializers.Serializer):
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


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


class CampaignOfRequest(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    colour = serializers.CharField()


class RequestInBudget(serializers.ModelSerializer):
    asked_by_name = serializers.SerializerMethodField()
    line_name = serializers.SerializerMethodField()
    medium = serializers.CharField(source="line.medium", read_only=True)
    period = serializers.UUIDField(source="line.period_id", read_only=True)
    currency = serializers.CharField(source="line.period.currency", read_only=True)
    campaign = CampaignOfRequest(allow_null=True, read_only=True)

    class Meta:
        model = Request
        fields = (
            "id", "state", "title", "reason", "supplier", "platform", "is_political", "net_cents", "vat_cents", "currency", "needed_on",
            "line", "line_name", "medium", "period", "campaign", "asked_by_name", "asked_at", "revision",
        )  # fmt: skip
        read_only_fields = fields

    def get_asked_by_name(self, request: Request) -> str:
        return str(request.asked_by or "")

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
    currency = serializers.CharField()
    supplier = serializers.CharField()
    platform = serializers.CharField()
    is_political = serializers.BooleanField()
    needed_on = serializers.DateField(allow_null=True)
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    campaign = CampaignOfRequest(allow_null=True)
    period = PeriodOfRequest()
    line = LineOfRequest()
    target_permille = serializers.IntegerField()
    share_effect = ShareEffect()
    findings = RuleFound(many=True)
    revision = serializers.IntegerField()
