"""What is settled and what is open, read from the rows."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from campaigns.budget.invoices.models import Settlement
from campaigns.budget.invoices.settling import paid_cost
from campaigns.budget.models import Entry


def settled_of(entries: Collection[UUID]) -> dict[UUID, int]:
    """Return how many gross cents of each of these expenses are paid."""
    sums = Settlement.objects.filter(entry__in=entries).values_list("entry").annotate(cents=Sum("cents"))
    return {entry: cents for entry, cents in sums if cents}


def live_expenses() -> QuerySet[Entry]:
    """Return the expenses of the organisation in scope that stand: neither counter-entries nor taken back."""
    found: QuerySet[Entry] = Entry.objects.filter(kind=Entry.Kind.EXPENSE, reverses=None, reversed_by=None)
    return found


def by_line(which: Q, *, recovers: bool) -> dict[UUID, tuple[int, int]]:
    """Return of each line what is invoiced (behind its expenses stands an invoice) and what is paid, as costs. Two queries."""
    rows = live_expenses().filter(which).values_list("pk", "line", "net_cents", "vat_cents", "invoice_part__id")
    settled: defaultdict[UUID, int] = defaultdict(int)
    for entry, cents in Settlement.objects.filter(entry__in=live_expenses().filter(which)).values_list("entry", "cents"):
        settled[entry] += cents
    sums: dict[UUID, tuple[int, int]] = {}
    for entry, line, net, vat, part in rows:
        invoiced, paid = sums.get(line, (0, 0))
        whole = net if recovers else net + vat
        sums[line] = (
            invoiced + (whole if part else 0),
            paid + paid_cost(net_cents=net, vat_cents=vat, settled=settled[entry], recovers=recovers),
        )
    return sums
