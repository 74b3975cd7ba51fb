"""Book what an advertising account spent. A row counts once; an amount that the platform corrected is booked anew on confirmation."""

from collections.abc import Sequence
from datetime import datetime

from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget import booking
from campaigns.budget.invoices.lowering import loosen, tighten
from campaigns.budget.invoices.models import InvoicePart
from campaigns.budget.models import Entry, Line, Request
from campaigns.plan.days import today
from campaigns.statements.models import AdSpend, Statement
from campaigns.statements.movements import Spend

OF_PLATFORM = "Meta Ads"  # as whose name the spending of an export is booked


def book(
    statement: Statement, spends: Sequence[Spend], *, line: Line | None, request: Request | None, rebook: bool, by: User | None,
    now: datetime,
) -> int:  # fmt: skip
    """What is new is an expense of the line; with `rebook`, what reads otherwise now is taken back and booked with its new amount.

    Return how many were booked. Raises Refusal.
    """
    readable = [spend for spend in spends if not spend.wrong and spend.until is not None]
    rows = AdSpend.objects.select_related("entry__line__period", "entry__request", "entry__campaign")
    known = {row.digest: row for row in rows.filter(digest__in=[spend.digest for spend in readable])}
    fresh = [spend for spend in readable if spend.digest not in known]
    changed = [(known[spend.digest], spend) for spend in readable if spend.digest in known and known[spend.digest].cents != spend.cents]
    if fresh and line is None:
        raise Refusal("spend-needs-line", fields={"line": "spend-needs-line"})
    lines = {line.pk} if line and fresh else set()
    if rebook:
        lines |= {row.entry.line_id for row, _ in changed}
    for pk in sorted(lines, key=str):
        Line.objects.select_for_update().get(pk=pk)  # in one order: no two ever wait for each other
    made = 0
    for spend in fresh:
        assert line is not None
        entry = _expense(statement, spend, line=line, request=request, by=by, now=now)
        AdSpend.objects.create(
            organisation=statement.organisation, statement=statement, digest=spend.digest, name=spend.name, since=spend.since,
            until=spend.until, cents=spend.cents, entry=entry,
        )  # fmt: skip
        made += 1
    for row, spend in changed if rebook else []:
        _rebook(statement, row, spend, by=by, now=now)
        made += 1
    return made


def _expense(
    statement: Statement, spend: Spend, *, line: Line, request: Request | None, like: Entry | None = None, by: User | None, now: datetime
) -> Entry:
    if spend.currency != line.period.currency:
        raise Refusal("spend-other-currency", status=409, currency=spend.currency)
    assert spend.until is not None
    day = today(statement.organisation, now=now)  # an export of the running month ends in days to come
    return booking.book_expense(
        line=line, request=request, net_cents=spend.cents, supplier=OF_PLATFORM, note=spend.name, on=min(spend.until, day), like=like,
        has_left=True, by=by, now=now,
    )  # fmt: skip


def _rebook(statement: Statement, row: AdSpend, spend: Spend, *, by: User | None, now: datetime) -> None:
    """A counter-entry stands against what was booked, and a new entry bears the new amount; what was paid of it moves along.

    Like every correction it keeps the split of the first.
    """
    old = Entry.objects.select_related("line__period", "request", "reversed_by").get(pk=row.entry_id)
    if InvoicePart.objects.filter(entry=old).exists():
        raise Refusal("spend-has-invoice", status=409, name=spend.name)
    paid = loosen(old)
    if getattr(old, "reversed_by", None) is None:
        booking.take_back(entry=old, note=spend.name, by=by, now=now)
    fresh = _expense(statement, spend, line=old.line, request=old.request, like=old, by=by, now=now)
    tighten(fresh, paid)
    row.entry, row.cents = fresh, spend.cents
    row.save(update_fields=["entry", "cents"])
