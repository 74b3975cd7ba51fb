"""Hours as the API shows them."""

from rest_framework import serializers

from campaigns.budget.hours.models import Hours
from campaigns.budget.plan_serializers import MOST_CENTS

MOST_MINUTES = 60 * 100_000  # of one row


class HoursShown(serializers.ModelSerializer):
    who = serializers.ChoiceField(source="kind", choices=Hours.Kind.choices, read_only=True)
    campaign_name = serializers.CharField(source="campaign.name", default="", read_only=True)
    by_name = serializers.SerializerMethodField()

    class Meta:
        model = Hours
        fields = ("id", "period", "campaign", "campaign_name", "who", "what", "on", "minutes", "digital_permille", "by_name", "at")
        read_only_fields = fields

    def get_by_name(self, hours: Hours) -> str:
        return str(hours.by or "")


class HoursDraft(serializers.Serializer):
    """So long somebody worked. `digital_permille`: how much of it was for digital media, 0-1000."""

    period = serializers.UUIDField()
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    who = serializers.ChoiceField(
        source="kind", choices=Hours.Kind.choices, help_text="volunteer: nobody is paid for it; staff: paid already"
    )
    what = serializers.CharField(max_length=160)
    on = serializers.DateField(help_text="The day, or the last of several")
    minutes = serializers.IntegerField(min_value=1, max_value=MOST_MINUTES)
    digital_permille = serializers.IntegerField(min_value=0, max_value=1000, default=1000)


class Rate(serializers.Serializer):
    """`cents`: what one unpaid hour is reckoned at; null: nothing. `source`: where that figure comes from."""

    cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS, allow_null=True)
    source = serializers.CharField(max_length=200, allow_blank=True, default="")  # type: ignore[assignment]  # also an argument in DRF


class ShareBeside(serializers.Serializer):
    digital_cents = serializers.IntegerField()
    all_cents = serializers.IntegerField()
    permille = serializers.IntegerField(allow_null=True)


class HoursOfReport(serializers.Serializer):
    """Work that costs no money of its own; no figure of money contains it.

    `value_cents`: the unpaid hours at their rate, null where a period with such hours has none. `beside`: what the full-cost share of
    what was spent would be with that value on both sides. Staff is paid on a line of the plan already, so its hours get no value.
    """

    volunteer_minutes = serializers.IntegerField()
    volunteer_digital_minutes = serializers.IntegerField()
    staff_minutes = serializers.IntegerField()
    staff_digital_minutes = serializers.IntegerField()
    digital_permille = serializers.IntegerField(allow_null=True, help_text="Of all hours")
    rate_cents = serializers.IntegerField(allow_null=True, help_text="Of one unpaid hour, where one rate holds for all")
    rate_source = serializers.CharField()
    value_cents = serializers.IntegerField(allow_null=True)
    digital_value_cents = serializers.IntegerField(allow_null=True)
    beside = ShareBeside(allow_null=True)
