"""Whatever people do, in whatever order, the lines and the ledger agree, and no payment counts twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import Sum
from django_scopes import scope
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule, run_state_machine_as_test

from accounts.problems import Refusal
from campaigns.approvals.models import Approval
from campaigns.budget import selectors
from campaigns.budget import services as budget
from campaigns.budget.invoices import services as invoices
from campaigns.budget.invoices.models import Invoice, Payment, Settlement
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.suppliers import services as suppliers
from campaigns.decisions import services as decisions
from campaigns.statements import services as statements
from campaigns.statements.models import Transaction
from tests.campaigns.statements import files
from tests.world import World

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 20)
CENTS = st.integers(1, 500_00)
VAT = st.sampled_from([0, 21])
PEOPLE = st.sampled_from(["author", "planner", "treasurer", "approver", "second_approver"])


class Books(RuleBasedStateMachine):
    """Requests, decisions, expenses, invoices, credit notes, payments, bank files and corrections, each as people do them."""

    requests, entries, bills, payments, contents = (Bundle(name) for name in ("requests", "entries", "bills", "payments", "contents"))

    def found(self):
        self.world = World.make()
        self.org = self.world.organisation
        self.scope = scope(organisation=self.org)
        self.scope.__enter__()
        period = budget.open_period(
            organisation=self.org, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), now=START
        )
        self.period = period
        self.lines = [
            budget.save_line(period=period, by=None, medium=medium, planned_cents=1_000_00, now=START)
            for medium in ("dooh", "posters", "staff")
        ]
        self.supplier = suppliers.add(organisation=self.org, name="Écrans du Sud", by=None, now=START)
        self.now = START

    @initialize(recovers=st.booleans())
    def begin_with_a_choice(self, recovers):
        self.org.recovers_vat = recovers
        self.org.save()

    @initialize(target=entries, net=CENTS)
    def begin_with_an_expense(self, net):
        return budget.book_expense(
            line=self.lines[0], net_cents=net, supplier="Écrans du Sud", on=ON, by=self.world.treasurer, now=self.now
        )

    @initialize(target=requests, net=CENTS)
    def begin_with_a_request(self, net):
        asked = budget.ask(organisation=self.org, line=self.lines[1], by=self.world.author, title="X", net_cents=net, now=self.now)
        self.decide(request=asked, who="approver", verdict="approve")
        return asked

    @initialize(target=bills, net=CENTS)
    def begin_with_an_invoice(self, net):
        bill = invoices.receive(
            organisation=self.org, supplier=self.supplier, number="0", issued_on=ON, net_cents=net, by=self.world.treasurer, now=self.now
        )
        self.book_bill(bill=bill, line=2, request=None)
        return bill

    @initialize(target=contents, cents=CENTS)
    def begin_with_a_bank_file(self, cents):
        content = self.bank(cents=[cents, cents], in_coda=True)
        self.take_in(content=content)
        return content

    def act(self, verb, *args, **kwargs):
        """Do it as a request does: one transaction, and a refusal leaves nothing behind."""
        self.now += timedelta(seconds=1)
        try:
            with transaction.atomic():
                return verb(*args, **kwargs, now=self.now)
        except Refusal:
            return None

    @rule(target=requests, line=st.integers(0, 2), net=CENTS, rate=VAT, who=PEOPLE)
    def ask(self, line, net, rate, who):
        made = self.act(
            budget.ask, organisation=self.org, line=self.lines[line], by=getattr(self.world, who), title="X", net_cents=net,
            vat_cents=net * rate // 100, supplier="ecrans DU sud",
        )  # fmt: skip
        return multiple() if made is None else made

    @rule(request=requests, who=PEOPLE, verdict=st.sampled_from(["approve", "approve", "reject", "ask_changes"]))
    def decide(self, request, who, verdict):
        by = getattr(self.world, who)
        approval = Approval.objects.filter(subject_id=request.pk).order_by("-asked_at").first()
        member = self.org.memberships.get(user=by)
        self.act(decisions.decide, approval=approval, by=by, membership=member, verdict=verdict, comment="so", seen=approval.fingerprint)
        asked = Request.objects.get(pk=request.pk)
        assert asked.state != Request.State.APPROVED or Entry.objects.filter(request=asked, kind="commitment").count() == 1

    @rule(request=requests, who=PEOPLE, net=CENTS)
    def change(self, request, who, net):
        self.act(budget.change, request=request, by=getattr(self.world, who), net_cents=net, vat_cents=0)

    @rule(target=entries, line=st.integers(0, 2), net=CENTS, rate=VAT, request=st.none() | requests, closes=st.booleans())
    def book(self, line, net, rate, request, closes):
        where = request.line if request else self.lines[line]
        made = self.act(
            budget.book_expense, line=where, request=request, net_cents=net, vat_cents=net * rate // 100, supplier="Écrans du Sud", on=ON,
            closes=closes, by=self.world.treasurer,
        )  # fmt: skip
        return multiple() if made is None else made

    @rule(entry=entries)
    def take_back(self, entry):
        self.act(budget.take_back, entry=entry, by=self.world.treasurer)

    @rule(request=requests)
    def end(self, request):
        if commitment := Entry.objects.filter(request=request, kind="commitment").first():
            self.act(budget.take_back, entry=commitment, by=self.world.treasurer)

    @rule(target=bills, net=CENTS, rate=VAT, number=st.integers(1, 3), kind=st.sampled_from(["invoice", "invoice", "credit_note"]))
    def receive(self, net, rate, number, kind):
        made = self.act(
            invoices.receive, organisation=self.org, supplier=self.supplier, number=str(number), issued_on=ON, net_cents=net,
            vat_cents=net * rate // 100, kind=kind, by=self.world.treasurer,
        )  # fmt: skip
        return multiple() if made is None else made

    @rule(bill=bills, line=st.integers(0, 2), request=st.none() | requests)
    def book_bill(self, bill, line, request):
        where = request.line if request else self.lines[line]
        part = invoices.Part(line=where, request=request, net_cents=bill.net_cents, vat_cents=bill.vat_cents)
        self.act(invoices.book, invoice=bill, parts=[part], by=self.world.treasurer)

    @rule(note=bills, of=bills)
    def credit(self, note, of):
        self.act(invoices.credit, note=note, of=of, by=self.world.treasurer)

    @rule(target=payments, entry=entries, cents=st.none() | CENTS)
    def pay(self, entry, cents):
        cents = cents or entry.net_cents + entry.vat_cents
        made = self.act(invoices.pay, organisation=self.org, entries=[entry], on=ON, cents=cents, by=self.world.treasurer)
        return multiple() if made is None else made

    @rule(payment=payments)
    def take_payment_back(self, payment):
        self.act(invoices.take_payment_back, payment=payment, by=self.world.treasurer)

    @rule(target=payments, bill=bills, cents=st.none() | CENTS)
    def pay_bill(self, bill, cents):
        standing = [part.entry for part in bill.parts.select_related("entry__reversed_by") if invoices.stands(part.entry)]
        cents = cents or bill.net_cents + bill.vat_cents
        made = self.act(invoices.pay, organisation=self.org, entries=standing, on=ON, cents=cents, by=self.world.treasurer)
        return multiple() if made is None else made

    @rule(target=contents, cents=st.lists(CENTS, min_size=1, max_size=3), in_coda=st.booleans())
    def bank(self, cents, in_coda):
        moves = [(-each, "Écrans du Sud", files.SUPPLIER_IBAN, "merci") for each in cents]
        return files.coda(*moves) if in_coda else files.csv(*moves)

    @rule(content=contents)
    def take_in(self, content):
        self.act(statements.take_in, organisation=self.org, content=content, file_name="f", by=self.world.treasurer)
        before = Transaction.objects.count()
        _, new = self.act(statements.take_in, organisation=self.org, content=content, file_name="g", by=self.world.treasurer)
        assert new == 0 and Transaction.objects.count() == before

    @rule(
        place=st.integers(0, 20), bill=st.none() | bills, entry=st.none() | entries, request=st.none() | requests, line=st.integers(0, 2),
        with_line=st.booleans(),
    )  # fmt: skip
    def settle(self, place, bill, entry, request, line, with_line):
        found = list(Transaction.objects.order_by("pk"))
        if not found:
            return
        where = request.line if request else self.lines[line]
        what = statements.Settle(invoice=bill, entries=[entry] if entry else [], request=request, line=where if with_line else None)
        self.act(statements.settle, movement=found[place % len(found)], as_what=what, by=self.world.treasurer)

    @rule(place=st.integers(0, 20))
    def reopen(self, place):
        found = list(Transaction.objects.order_by("pk"))
        if found:
            self.act(statements.reopen, movement=found[place % len(found)], by=self.world.treasurer)

    @invariant()
    def lines_and_ledger_agree(self):
        shown = selectors.overview(self.period)
        spent = 0
        for line, row in zip(self.lines, shown["lines"], strict=True):
            entries = Entry.objects.filter(line=line)
            cost = lambda kinds, rows=entries: sum(  # noqa: E731
                each.net_cents + (0 if self.org.recovers_vat else each.vat_cents) for each in rows if each.kind in kinds
            )
            assert row["committed_cents"] == cost(("commitment", "release")) >= 0
            assert row["spent_cents"] == cost(("expense",)) >= 0
            assert 0 <= row["paid_cents"] <= row["spent_cents"] and 0 <= row["invoiced_cents"] <= row["spent_cents"]
            assert row["committed_cents"] + row["spent_cents"] <= Line.objects.get(pk=line.pk).planned_cents
            spent += row["spent_cents"]
        assert shown["total"]["spent_cents"] == spent == sum(month["spent_cents"] for month in shown["months"])
        for share in shown["shares"].values():
            for side in share.values():
                assert 0 <= side["digital_cents"] <= side["all_cents"] and (side["permille"] is None or 0 <= side["permille"] <= 1000)

    @invariant()
    def no_payment_counts_twice(self):
        for entry in Entry.objects.filter(kind="expense", reverses=None).select_related("reversed_by"):
            settled = Settlement.objects.filter(entry=entry).aggregate(cents=Sum("cents"))["cents"] or 0
            most = 0 if getattr(entry, "reversed_by", None) else entry.net_cents + entry.vat_cents
            assert 0 <= settled <= most
        for payment in Payment.objects.filter(reverses=None).select_related("reversed_by"):
            used = Settlement.objects.filter(payment=payment).aggregate(cents=Sum("cents"))["cents"] or 0
            back = getattr(payment, "reversed_by", None)
            used += (Settlement.objects.filter(payment=back).aggregate(cents=Sum("cents"))["cents"] or 0) if back else 0
            assert 0 <= used <= (0 if back else payment.cents)
        for movement in Transaction.objects.exclude(payment=None).select_related("payment__reversed_by"):
            assert movement.payment.cents == -movement.cents

    @invariant()
    def nobody_decided_on_their_own_request(self):
        for request in Request.objects.filter(state=Request.State.APPROVED):
            for approval in Approval.objects.filter(subject_id=request.pk, state=Approval.State.APPROVED):
                assert all(decision.by_id != request.asked_by_id for decision in approval.decisions.all())

    @invariant()
    def an_invoice_is_booked_whole_or_not_at_all(self):
        for invoice in Invoice.objects.filter(kind="invoice").prefetch_related("parts__entry__reversed_by", "credited_by"):
            standing = [part.entry for part in invoice.parts.all() if invoices.stands(part.entry)]
            credited = sum(note.net_cents + note.vat_cents for note in invoice.credited_by.all())
            booked = sum(entry.net_cents + entry.vat_cents for entry in standing)
            assert booked in {0, invoice.net_cents + invoice.vat_cents - credited, invoice.net_cents + invoice.vat_cents}

    def teardown(self):
        self.scope.__exit__(None, None, None)


@pytest.mark.django_db
def test_no_sequence_of_acts_lets_the_books_disagree(home, db):
    class Fresh(Books):
        """Each run in a transaction of its own that is rolled back."""

        def __init__(self):
            super().__init__()
            self.frame = transaction.atomic()
            self.frame.__enter__()
            self.found()

        def teardown(self):
            super().teardown()
            transaction.set_rollback(True)
            self.frame.__exit__(None, None, None)

    run_state_machine_as_test(
        Fresh,
        settings=settings(
            max_examples=20, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
        ),
    )
