"""Record payments and take them back. A payment settles expenses; it is itself no cost, so nothing is counted twice."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.invoices.models import Payment, Settlement
from campaigns.budget.invoices.paid import settled_of
from campaigns.budget.invoices.settling import spread
from campaigns.budget.models import Entry, Line
from campaigns.budget.suppliers.models import Supplier
from campaigns.plan.days import today


@transaction.atomic
def pay(
    *, organisation: Organisation, entries: Sequence[Entry], on: date, cents: int, supplier: Supplier | None = None, to_name: str = "",
    to_iban: str = "", communication: str = "", note: str = "", by: User | None, now: datetime,
) -> Payment:  # fmt: skip
    """So much was paid on that day for these expenses, the first of them first. Raises Refusal when it is more than is open on them."""
    if cents <= 0:
        raise Refusal("amount-not-positive", fields={"cents": "amount-not-positive"})
    if on > today(organisation, now=now):
        raise Refusal("payment-in-future", fields={"on": "payment-in-future"})
    taken = expenses_taken(entries)
    currencies = {entry.line.period.currency for entry in taken}
    if len(currencies) != 1:
        code = "payment-of-two-currencies" if currencies else "payment-of-nothing"
        raise Refusal(code, fields={"entries": code})
    currency = currencies.pop()
    settled = settled_of([entry.pk for entry in taken])
    open_cents = [(entry.pk, entry.net_cents + entry.vat_cents - settled.get(entry.pk, 0)) for entry in taken]
    most = sum(still for _, still in open_cents)
    if cents > most:
        raise Refusal(
            "payment-too-much",
            status=409,
            fields={"cents": "payment-too-much"},
            cost_cents=cents,
            left_cents=most,
            currency=currency,
        )
    payment: Payment = Payment.objects.create(
        organisation=organisation, supplier=supplier, on=on, cents=cents, currency=currency, to_name=to_name.strip()[:160],
        to_iban=to_iban, communication=communication.strip()[:300], note=note.strip()[:300], by=by, at=now,
    )  # fmt: skip
    for entry, part in spread(cents, open_cents):
        Settlement.objects.create(organisation=organisation, payment=payment, entry_id=entry, cents=part)
    _said("payment.made", payment, by=by, now=now)
    return payment


@transaction.atomic
def take_payment_back(*, payment: Payment, note: str = "", by: User | None, now: datetime) -> Payment:
    """A counter-payment stands against this one; what it settled is open again. Raises Refusal."""
    sums = Settlement.objects.filter(payment=payment).values_list("entry").annotate(cents=Sum("cents"))
    expenses_taken(Entry.objects.filter(pk__in=[entry for entry, _ in sums]), standing=False)
    if payment.reverses_id or Payment.objects.filter(reverses=payment).exists():
        raise Refusal("already-taken-back", status=409)
    if payment.refunds.aggregate(cents=Sum("cents"))["cents"]:
        raise Refusal("payment-given-back", status=409)
    counter: Payment = Payment.objects.create(
        organisation=payment.organisation, supplier=payment.supplier, on=payment.on, cents=-payment.cents, currency=payment.currency,
        to_name=payment.to_name, to_iban=payment.to_iban, communication=payment.communication, note=note.strip()[:300], reverses=payment,
        by=by, at=now,
    )  # fmt: skip
    for entry, cents in Settlement.objects.filter(payment=payment).values_list("entry").annotate(cents=Sum("cents")):
        if cents:
            Settlement.objects.create(organisation=payment.organisation, payment=counter, entry_id=entry, cents=-cents)
    _said("payment.taken_back", counter, by=by, now=now)
    return counter


def expenses_taken(entries: Sequence[Entry], *, standing: bool = True) -> list[Entry]:
    """Return these expenses in their order; until this transaction ends, whoever else wants their lines waits. Raises Refusal."""
    wanted = list(dict.fromkeys(entry.pk for entry in entries))
    for line in sorted(set(Entry.objects.filter(pk__in=wanted).values_list("line", flat=True)), key=str):
        Line.objects.select_for_update().get(pk=line)  # in one order: no two ever wait for each other
    found = {entry.pk: entry for entry in Entry.objects.select_related("line__period", "reversed_by").filter(pk__in=wanted)}
    for entry in found.values():
        if standing and (entry.kind != Entry.Kind.EXPENSE or entry.reverses_id or getattr(entry, "reversed_by", None)):
            raise Refusal("expense-stands-no-more", status=409)
    return [found[pk] for pk in wanted if pk in found]


def _said(act: str, payment: Payment, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=payment.organisation, actor=by, act=act, subject_kind="payment", subject_id=payment.pk,
        data={"cents": payment.cents, "currency": payment.currency, "to": payment.to_name, "iban": payment.to_iban}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=payment.organisation_id, kind="budget", id=payment.pk)
