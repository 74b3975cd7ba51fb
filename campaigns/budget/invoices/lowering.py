"""An expense that costs less than was booked: it is taken back and what is left of it booked anew; payments move with it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from accounts.people.models import User
from campaigns.budget import booking
from campaigns.budget.invoices.models import Settlement
from campaigns.budget.invoices.settling import kept_of
from campaigns.budget.models import Entry

Paid = Sequence[tuple[UUID, int]]  # payments, and the gross cents of each that settle an expense


def loosen(entry: Entry) -> Paid:
    """What was paid of the expense is open on its payments; return how much of each, the first first."""
    sums: dict[UUID, int] = {}
    rows = Settlement.objects.filter(entry=entry).order_by("payment__on", "payment__at")
    # A payment that was taken back has its counter-payment: both together settle nothing, and must not stand up again.
    for payment, of, cents in rows.values_list("payment", "payment__reverses", "cents"):
        sums[of or payment] = sums.get(of or payment, 0) + cents
    paid = [(payment, cents) for payment, cents in sums.items() if cents]
    for payment, cents in paid:
        Settlement.objects.create(organisation=entry.organisation, payment_id=payment, entry=entry, cents=-cents)
    return paid


def tighten(entry: Entry, paid: Paid) -> None:
    """These payments settle the expense, as far as it goes; the rest stays open on them."""
    for payment, cents in kept_of(paid, most=entry.net_cents + entry.vat_cents):
        Settlement.objects.create(organisation=entry.organisation, payment_id=payment, entry=entry, cents=cents)


def lower(
    entry: Entry, *, rest: tuple[int, int], why: str, note: str, by: User | None, now: datetime
) -> tuple[Entry, Entry | None]:  # fmt: skip
    """So much (net, VAT) is left of the taken expense, by the split and on the day of the first. What was paid of it stays with the rest.

    Return the counter-entry and what stands now. `why` is the note of the one, `note` of the other.
    """
    paid = loosen(entry)
    counter = booking.take_back(entry=entry, note=why, by=by, now=now)
    if sum(rest) == 0:
        return counter, None
    fresh = booking.book_rest(entry=entry, net_cents=rest[0], vat_cents=rest[1], note=note, by=by, now=now)
    tighten(fresh, paid)
    return counter, fresh
