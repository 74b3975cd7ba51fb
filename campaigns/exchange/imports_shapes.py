"""Shapes of an import on the wire."""

from typing import Any

from rest_framework import serializers

from campaigns.exchange.models import Import
from campaigns.exchange.reading import CELL_MOST, COLUMNS_MOST, ROWS_MOST


class ImportDone(serializers.ModelSerializer):
    """`made`: how many drafts it made; `first_at`: when the first of those that are left goes out."""

    by: Any = serializers.StringRelatedField()
    made = serializers.IntegerField()
    first_at = serializers.DateTimeField(allow_null=True)

    class Meta:
        model = Import
        fields = ("id", "file_name", "by", "created_at", "undone_at", "made", "first_at")
        read_only_fields = fields


class FileGiven(serializers.Serializer[Any]):
    file = serializers.FileField(max_length=200)


class RowOfCells(serializers.Serializer[Any]):
    """`row` is its number in the spreadsheet."""

    row = serializers.IntegerField(min_value=1)
    cells = serializers.ListField(
        child=serializers.CharField(allow_blank=True, trim_whitespace=False, max_length=CELL_MOST), max_length=COLUMNS_MOST
    )


class TableSettled(serializers.Serializer[Any]):
    """`columns`: what each holds, "" for nothing. `order`: "dmy" or "mdy" where dates would be read two ways."""

    columns = serializers.ListField(child=serializers.CharField(allow_blank=True, max_length=20), max_length=COLUMNS_MOST)
    order = serializers.ChoiceField(choices=["", "dmy", "mdy"], default="", allow_blank=True)
    rows = serializers.ListField(child=RowOfCells(), max_length=ROWS_MOST)


class TableToTakeIn(TableSettled):
    file_name = serializers.CharField(max_length=200)
    sha256 = serializers.RegexField(r"^[0-9a-f]{64}$")
    header = serializers.ListField(child=serializers.CharField(allow_blank=True, max_length=CELL_MOST), max_length=COLUMNS_MOST)


class TableRead(serializers.Serializer[Any]):
    """A file as it was read. `earlier`: the import that was made of the same file."""

    file_name = serializers.CharField()
    sha256 = serializers.CharField()
    encoding = serializers.CharField()
    separator = serializers.CharField()
    sheet = serializers.CharField()
    header = serializers.ListField(child=serializers.CharField())
    columns = serializers.ListField(child=serializers.CharField())
    is_remembered = serializers.BooleanField()
    rows = RowOfCells(many=True)
    earlier = ImportDone(allow_null=True)


class CellProblem(serializers.Serializer[Any]):
    column = serializers.IntegerField(allow_null=True)
    code = serializers.CharField()
    message = serializers.CharField()


class RowChecked(serializers.Serializer[Any]):
    row = serializers.IntegerField()
    problems = CellProblem(many=True)
    local_time = serializers.CharField()
    channels = serializers.ListField(child=serializers.UUIDField())
    languages = serializers.ListField(child=serializers.CharField())
    campaign = serializers.UUIDField(allow_null=True)
    first_line = serializers.CharField()


class DateTwoWays(serializers.Serializer[Any]):
    text = serializers.CharField()
    dmy = serializers.DateField()
    mdy = serializers.DateField()


class Checked(serializers.Serializer[Any]):
    """`order`: what the column shows by itself; `needs_order`: a person has to say which `doubtful` dates are meant."""

    order = serializers.CharField()
    needs_order = serializers.BooleanField()
    doubtful = DateTwoWays(many=True)
    rows = RowChecked(many=True)


class Undone(serializers.Serializer[Any]):
    removed = serializers.IntegerField()
