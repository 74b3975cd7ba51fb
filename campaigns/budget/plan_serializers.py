"""The media table, periods, lines and the overview as the API shows them. Amounts are whole cents,
as costs: with VAT unless the organisation recovers it."""

from typing import Any

from rest_framework import serializers

from accounts.words import word
from campaigns.budget.media import MEDIA
from campaigns.budget.models import Line, Period
from campaigns.budget.thresholds import DECIDERS

MOST_CENTS = 100_000_000_000  # a thousand million: more is a slip of the finger
BASES = ["included", "without"]
MEDIUM_CODES = [medium.code for medium in MEDIA]


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


class Beyond(serializers.Serializer):
    cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, help_text="In all; 0 takes the permission back")
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


class ThresholdShown(serializers.Serializer):
    """From this cost on, `needed` people decide, the last of them a holder of `verb`."""

    from_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS)
    verb = serializers.ChoiceField(choices=[verb.value for verb in DECIDERS])
    needed = serializers.IntegerField(min_value=1, max_value=9)


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
    beyond_cents = serializers.IntegerField(help_text="So much more than planned may be promised and spent")
    beyond_note = serializers.CharField()
    requested_cents = serializers.IntegerField(help_text="Waits for a decision")
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    invoiced_cents = serializers.IntegerField(help_text="The part of what was spent behind which an invoice stands")
    paid_cents = serializers.IntegerField(help_text="The part of what was spent that payments have settled")
    left_cents = serializers.IntegerField(help_text="Planned less committed less spent; negative when it is overdrawn")
    mark = serializers.IntegerField(help_text="75, 90 or 100: so many per cent of the plan are promised or spent; 0: fewer")

    def get_medium_label(self, line: dict[str, Any]) -> str:
        return word(f"medium-{line['medium']}", {})


class TotalOfBudget(serializers.Serializer):
    planned_cents = serializers.IntegerField()
    requested_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()
    invoiced_cents = serializers.IntegerField()
    paid_cents = serializers.IntegerField()
    left_cents = serializers.IntegerField()


class PeriodOverview(serializers.Serializer):
    """A period at a glance. `vat`: whether its amounts have VAT in them, as the organisation does not recover it, or stand without."""

    period = PeriodOfBudget()
    vat = serializers.ChoiceField(choices=BASES)
    target_permille = serializers.IntegerField()
    mark = serializers.IntegerField(help_text="As a line's, of the whole period")
    lines = LineInOverview(many=True)
    total = TotalOfBudget()
    shares = BothShares()
    months = MonthOfBudget(many=True)
