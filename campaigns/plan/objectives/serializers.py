"""Shapes of objectives on the wire."""

from typing import Any

from rest_framework import serializers

from campaigns.plan.models import Horizon, Kpi, Objective
from campaigns.plan.objectives.progress import Standing

STANDINGS = [(word.value, word.value) for word in Standing]


class ReadingShown(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    day = serializers.DateField()
    value = serializers.FloatField()
    note = serializers.CharField()
    by = serializers.CharField()


class KpiShown(serializers.Serializer[Any]):
    """`standing`: how its newest reading compares with a straight line from baseline to target. `way_done` in per cent."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    definition = serializers.CharField()
    unit = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # the field of a figure, not of the serializer
    baseline = serializers.FloatField()
    target = serializers.FloatField()
    direction = serializers.ChoiceField(choices=Kpi.Direction.choices)
    standing = serializers.ChoiceField(choices=STANDINGS)
    value = serializers.FloatField(allow_null=True)
    read_on = serializers.DateField(allow_null=True)
    way_done = serializers.IntegerField()
    expected_today = serializers.FloatField()
    readings = ReadingShown(many=True)


class ObjectiveShown(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    why = serializers.CharField()
    horizon = serializers.ChoiceField(choices=Horizon.choices)
    owner = serializers.UUIDField(allow_null=True)
    owner_name = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    review_on = serializers.DateField(allow_null=True)
    is_review_overdue = serializers.BooleanField()
    archived_at = serializers.DateTimeField(allow_null=True)
    standing = serializers.ChoiceField(choices=STANDINGS)
    kpis = KpiShown(many=True)
    campaigns = serializers.ListField(child=serializers.UUIDField())


class KpiDraft(serializers.ModelSerializer):
    """One that carries the `id` of a figure the objective has keeps its readings."""

    id = serializers.UUIDField(required=False)

    class Meta:
        model = Kpi
        fields = ("id", "name", "definition", "unit", "source", "baseline", "target", "direction")


class ObjectiveDraft(serializers.ModelSerializer):
    """`kpis` is the whole list."""

    owner = serializers.UUIDField(required=False, allow_null=True)
    kpis = KpiDraft(many=True, required=False)

    class Meta:
        model = Objective
        fields = ("name", "why", "horizon", "owner", "starts_on", "ends_on", "review_on", "kpis")


class ReadingDraft(serializers.Serializer[Any]):
    day = serializers.DateField()
    value = serializers.DecimalField(max_digits=16, decimal_places=4)
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


class ReviewDone(serializers.Serializer[Any]):
    next_on = serializers.DateField(allow_null=True)
