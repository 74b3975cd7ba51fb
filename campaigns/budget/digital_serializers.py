"""The digital share as the API shows it. Amounts are whole cents, as costs."""

from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from campaigns.budget.hours.shapes import HoursOfReport
from campaigns.budget.plan_serializers import BASES, MOST_CENTS, LineOfBudget, ShareShown
from campaigns.budget.references import STATUSES, UNITS


class ShareStages(serializers.Serializer):
    """`bound` is spent and promised; `forecast` adds what the plan still expects."""

    planned = ShareShown()
    actual = ShareShown()
    bound = ShareShown()
    forecast = ShareShown()


class FiguresOfReport(serializers.Serializer):
    paid_media = ShareStages()
    full_cost = ShareStages()


class ShareOfMonth(serializers.Serializer):
    month = ShareShown(help_text="Of what was spent in the month")
    so_far = ShareShown(help_text="Of all that was spent until its end")


class FiguresOfMonth(serializers.Serializer):
    paid_media = ShareOfMonth()
    full_cost = ShareOfMonth()


class MonthOfReport(serializers.Serializer):
    month = serializers.CharField(help_text="2026-11")
    figures = FiguresOfMonth()
    strict = FiguresOfMonth()


class PlannedAndSpent(serializers.Serializer):
    planned_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()


class ForecastMade(serializers.Serializer):
    """Spent + promised + what the plan still expects = the total at the end. Lines of a period that is over expect nothing."""

    spent_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    rest_cents = serializers.IntegerField()
    total_cents = serializers.IntegerField()


class DigitalShareReport(serializers.Serializer):
    """Both digital shares of a period, a campaign or a year.

    `figures` counts digital screens outdoors, connected TV and online press as digital; `strict` counts them as the older media they
    come from. `own_work`: the digital part of what buys nobody's audience, which is what unpaid posts take.
    """

    name = serializers.CharField()
    periods = serializers.ListField(child=serializers.CharField(), help_text="What a year is made of: the periods that begin in it")
    left_out = serializers.ListField(child=serializers.CharField(), help_text="Periods of the year kept in another currency")
    currency = serializers.CharField()
    vat = serializers.ChoiceField(choices=BASES)
    target_permille = serializers.IntegerField()
    figures = FiguresOfReport()
    strict = FiguresOfReport()
    extension = PlannedAndSpent(help_text="Money on digital forms of older media")
    own_work = PlannedAndSpent()
    hours = HoursOfReport()
    forecast = ForecastMade()
    months = MonthOfReport(many=True)


class PlannedAndForecast(serializers.Serializer):
    planned = ShareShown()
    forecast = ShareShown()


class SharesIf(serializers.Serializer):
    paid_media = PlannedAndForecast()
    full_cost = PlannedAndForecast()


class WhatIf(serializers.Serializer):
    """Both shares as they are, and with the money moved. `most_cents`: what of the first line is neither spent nor promised."""

    before = SharesIf()
    after = SharesIf()
    most_cents = serializers.IntegerField()
    target_permille = serializers.IntegerField()
    currency = serializers.CharField()


class PlanMove(serializers.Serializer):
    """So much of the plan goes from one line to another of the same period, with the reason that the audit trail keeps."""

    source = serializers.UUIDField()  # type: ignore[assignment]  # also an argument's name in DRF
    target = serializers.UUIDField()
    cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    reason = serializers.CharField(max_length=300, allow_blank=True, default="")


class PlanMoved(serializers.Serializer):
    source = LineOfBudget()  # type: ignore[assignment]
    target = LineOfBudget()


class ReferenceFigure(serializers.Serializer):
    """A published figure to compare with. `status`: "verified" against its source, or "as-given": repeated as it was handed to us."""

    id = serializers.CharField()
    what = serializers.SerializerMethodField()
    period = serializers.CharField()
    unit = serializers.ChoiceField(choices=UNITS)
    value = serializers.IntegerField(help_text="Per mille, cents, or a count: see `unit`")
    most = serializers.IntegerField(allow_null=True, help_text="The upper end where the source gives a range")
    currency = serializers.CharField()
    note = serializers.SerializerMethodField()
    status = serializers.ChoiceField(choices=STATUSES)
    source = serializers.CharField()  # type: ignore[assignment]
    source_url = serializers.CharField()
    checked_on = serializers.DateField(allow_null=True)

    def get_what(self, figure: Any) -> str:
        return str(figure.said(figure.what, get_language() or "en"))

    def get_note(self, figure: Any) -> str:
        return str(figure.said(figure.note, get_language() or "en"))
