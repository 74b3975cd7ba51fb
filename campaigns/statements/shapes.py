"""Files of banks and what they say, as the API shows them. Amounts are whole cents; below zero: money that left the account."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.words import word
from campaigns.budget.plan_serializers import MOST_CENTS
from campaigns.statements.models import Statement, Transaction
from campaigns.statements.selectors import STATES, waits

MATCHES = ["invoice", "expense", "request", "payment"]
BILLED = ["invoice", "credit_note"]


class StatementTaken(serializers.ModelSerializer):
    """A file that was taken in. `waiting`: movements of it of which nobody has said what they paid."""

    taken_by_name = serializers.SerializerMethodField()
    movements = serializers.IntegerField(read_only=True)
    waiting = serializers.IntegerField(read_only=True)
    booked = serializers.IntegerField(read_only=True)

    class Meta:
        model = Statement
        fields = ("id", "kind", "file_name", "sha256", "taken_by_name", "taken_at", "invoice", "movements", "waiting", "booked")
        read_only_fields = fields

    def get_taken_by_name(self, statement: Statement) -> str:
        return str(statement.taken_by or "")


class StatementFile(serializers.Serializer):
    file = serializers.FileField(max_length=200, help_text="CODA, CAMT.053, CSV, XLSX, Peppol invoice or Meta Ads export")


class StatementGiven(StatementFile):
    leave_out_bad = serializers.BooleanField(default=False, help_text="Rows that cannot be read are left out")
    another = serializers.ListField(
        child=serializers.IntegerField(min_value=1), required=False, default=list, max_length=1000,
        help_text="Numbers of rows that are like a known movement (`like`) and yet another one",
    )  # fmt: skip
    line = serializers.UUIDField(required=False, help_text="For an advertising export: the line it is booked on")
    rebook = serializers.BooleanField(
        default=False, help_text="Amounts that the platform corrected: what was booked is taken back and booked anew"
    )
    request = serializers.UUIDField(required=False, help_text="For an advertising export: the approved request it uses up")


class WrongInRow(serializers.Serializer):
    column = serializers.CharField()
    code = serializers.CharField()
    message = serializers.SerializerMethodField()

    def get_message(self, wrong: Any) -> str:
        return word(wrong.code, wrong.params)


class MovementLike(serializers.ModelSerializer):
    """A movement that was taken in before and is like one of a file."""

    file_name = serializers.CharField(source="statement.file_name")

    class Meta:
        model = Transaction
        fields = ("id", "name", "communication", "file_name")
        read_only_fields = fields


class MovementRead(serializers.Serializer):
    number = serializers.IntegerField(source="row.number")
    on = serializers.DateField(source="row.on", allow_null=True)
    cents = serializers.IntegerField(source="row.cents")
    currency = serializers.CharField(source="row.currency")
    name = serializers.CharField(source="row.name")
    iban = serializers.CharField(source="row.iban")
    communication = serializers.CharField(source="row.communication")
    problems = WrongInRow(source="row.wrong", many=True)
    is_known = serializers.BooleanField(help_text="It was taken in before: nothing happens")
    like = MovementLike(
        allow_null=True, help_text="The known movement, where account, day, amount and counter-account alone say so: it may be another one"
    )


class SpendRead(serializers.Serializer):
    number = serializers.IntegerField(source="row.number")
    name = serializers.CharField(source="row.name")
    since = serializers.DateField(source="row.since", allow_null=True)
    until = serializers.DateField(source="row.until", allow_null=True)
    cents = serializers.IntegerField(source="row.cents")
    currency = serializers.CharField(source="row.currency")
    problems = WrongInRow(source="row.wrong", many=True)
    is_known = serializers.BooleanField()
    was_cents = serializers.IntegerField(allow_null=True, help_text="What was booked for it before, when the export says otherwise now")


class BilledRead(serializers.Serializer):
    kind = serializers.ChoiceField(choices=BILLED, source="billed.kind")
    number = serializers.CharField(source="billed.number")
    issued_on = serializers.DateField(source="billed.issued_on")
    due_on = serializers.DateField(source="billed.due_on", allow_null=True)
    currency = serializers.CharField(source="billed.currency")
    net_cents = serializers.IntegerField(source="billed.net_cents")
    vat_cents = serializers.IntegerField(source="billed.vat_cents")
    supplier_name = serializers.CharField(source="billed.supplier")
    buyer_name = serializers.CharField(source="billed.buyer")
    iban = serializers.CharField(source="billed.iban")
    supplier = serializers.UUIDField(allow_null=True, help_text="The supplier it comes from; null: a new one")
    known = serializers.UUIDField(allow_null=True, help_text="The invoice of this number that is here already")


class StatementRead(serializers.Serializer):
    """What a file says. Nothing is saved yet."""

    kind = serializers.ChoiceField(choices=Statement.Kind.choices)
    sha256 = serializers.CharField()
    earlier = StatementTaken(allow_null=True, help_text="This very file was taken in before")
    movements = MovementRead(many=True)
    spends = SpendRead(many=True)
    billed = BilledRead(allow_null=True)


class TakenIn(serializers.Serializer):
    statement = StatementTaken()
    new = serializers.IntegerField(help_text="How much of it was not known before")


class MatchShown(serializers.Serializer):
    """What a movement may have paid, and why."""

    kind = serializers.ChoiceField(choices=MATCHES, source="wanted.kind")
    id = serializers.UUIDField(source="wanted.id")
    title = serializers.CharField(source="wanted.title")
    cents = serializers.IntegerField(source="wanted.cents", help_text="What is open there")
    reasons = serializers.ListField(child=serializers.CharField(), help_text="reference, number, iban, name, amount")
    is_sure = serializers.BooleanField()


class TransactionShown(serializers.ModelSerializer):
    """One movement. `account_unconfirmed`: it went to an account number that no second person has confirmed."""

    state = serializers.SerializerMethodField()
    matches = serializers.SerializerMethodField()
    account_unconfirmed = serializers.SerializerMethodField()
    settled_by_name = serializers.SerializerMethodField()

    class Meta:
        model = Transaction
        fields = (
            "id", "statement", "on", "cents", "currency", "name", "iban", "communication", "structured", "payment", "refund",
            "set_aside_note", "settled_by_name", "settled_at", "state", "matches", "account_unconfirmed",
        )  # fmt: skip
        read_only_fields = fields

    def get_state(self, movement: Transaction) -> str:
        if waits(movement):
            return "waits" if movement.cents < 0 else "came_in"
        return "aside" if movement.set_aside_note else "settled"

    @extend_schema_field(MatchShown(many=True))
    def get_matches(self, movement: Transaction) -> list[dict[str, Any]]:
        return list(MatchShown(self.context.get("matches", {}).get(movement.pk, []), many=True).data)

    def get_account_unconfirmed(self, movement: Transaction) -> bool:
        found = self.context.get("accounts", {}).get(movement.iban)
        return movement.cents < 0 and found == "proposed"

    def get_settled_by_name(self, movement: Transaction) -> str:
        return str(movement.settled_by or "")


class SettleAs(serializers.Serializer):
    """What the movement paid: one of invoice, entries, request or line. With an invoice that is not booked yet, `line` says where.

    Money that came in gives a `payment` back; `lowers`: its purchase costs that much less.
    """

    invoice = serializers.UUIDField(required=False, allow_null=True, default=None)
    entries = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=100)
    request = serializers.UUIDField(required=False, allow_null=True, default=None)
    line = serializers.UUIDField(required=False, allow_null=True, default=None)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    closes = serializers.BooleanField(default=False)
    payment = serializers.UUIDField(required=False, allow_null=True, default=None)
    lowers = serializers.BooleanField(default=False)


class AsideNote(serializers.Serializer):
    note = serializers.CharField(max_length=300)


MOVEMENT_STATES = list(STATES)
