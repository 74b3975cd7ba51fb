"""What is promised, spent and left: the ledger only grows, and its sums are always right."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_scopes import scope
from hypothesis import given
from hypothesis import strategies as st

from accounts.problems import Refusal
from campaigns.budget import selectors
from campaigns.budget import services as budget
from campaigns.budget.invoices import services as invoices
from campaigns.budget.ledger import Posting, balance, release_due
from campaigns.budget.models import Entry, Request
from campaigns.budget.money import cost
from campaigns.budget.suppliers import services as suppliers
from tests.campaigns.budget.conftest import NOW

ON = date(2026, 11, 20)
PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "ledger.md"


@pytest.fixture(autouse=True)
def _in_ours(world):
    with scope(organisation=world.organisation):
        yield


@pytest.fixture
def approved(world, line):
    """approved(line, 1_000_00) is a request that the approver said yes to."""

    def request(on_line=None, net_cents: int = 1_000_00, vat_cents: int = 210_00):
        from campaigns.approvals import services as approvals
        from campaigns.approvals.selectors import latest

        asked = budget.ask(
            organisation=world.organisation, line=on_line or line(), by=world.author, title="Annonces", net_cents=net_cents,
            vat_cents=vat_cents, supplier="Le Matin", now=NOW,
        )  # fmt: skip
        print_ = budget.fingerprint(asked)
        approval = latest(subject_kind="request", subject_id=asked.pk)
        assert approval is not None
        approvals.decide(
            approval=approval, by=world.approver, verdict="approve",
            comment="", seen=print_, fingerprint=print_, now=NOW,
        )  # fmt: skip
        return budget.on_decision(request=asked, verdict="approve", by=world.approver, now=NOW)

    return request


def spend(world, line, net_cents, **more):
    return budget.book_expense(line=line, net_cents=net_cents, on=ON, by=world.treasurer, now=NOW, **more)


def stands(line):
    shown = next(each for each in selectors.overview(line.period)["lines"] if each["id"] == line.pk)
    return shown["committed_cents"], shown["spent_cents"], shown["left_cents"]


def test_a_yes_commits_the_line(approved, line):
    request = approved(press := line(planned_cents=10_000_00))
    assert request.state == Request.State.APPROVED
    assert stands(press) == (1_210_00, 0, 8_790_00)
    (entry,) = Entry.objects.all()
    assert (entry.kind, entry.net_cents, entry.vat_cents, entry.request) == ("commitment", 1_000_00, 210_00, request)


def cents(text: str) -> int:
    return round(Decimal(text.replace(" ", "").replace("−", "-")) * 100)


def rows(heading: str, columns: int) -> list[list[str]]:
    """Return the rows of the one table under this heading of the page."""
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    found = [[cell.strip() for cell in row.strip("|").split("|")] for row in section.splitlines() if row.startswith("|")]
    assert {len(row) for row in found} == {columns}
    return found[2:]


@pytest.mark.parametrize(("net", "vat", "recovers", "whole"), rows("One amount: the cost", 4))
def test_what_an_amount_costs(net, vat, recovers, whole):
    assert cost(cents(net), cents(vat), recovers == "yes") == cents(whole)


def test_the_commitments_of_the_page(world, approved, line):
    """Row by row: asked, two invoices, the first taken back, the rest released."""
    asked, first, second, back, ended = rows("Commitments", 6)
    press = line(planned_cents=5_000_00)

    def shows(row):
        assert stands(press) == tuple(cents(cell) for cell in row[3:]), row[0]

    request = approved(press, net_cents=cents(asked[1]), vat_cents=cents(asked[2]))
    shows(asked)
    one = spend(world, press, cents(first[1]), vat_cents=cents(first[2]), request=request)
    shows(first)
    spend(world, press, cents(second[1]), vat_cents=cents(second[2]), request=request)
    shows(second)
    counter = budget.take_back(entry=one, by=world.treasurer, now=NOW)
    assert (counter.net_cents, counter.vat_cents) == (cents(back[1]), cents(back[2]))
    shows(back)
    budget.take_back(entry=Entry.objects.get(kind="commitment"), by=world.treasurer, now=NOW)
    shows(ended)


def test_who_recovers_vat_counts_without_it(world, approved, line):
    press = line(planned_cents=5_000_00)
    request = approved(press)
    spend(world, press, 600_00, vat_cents=126_00, request=request)
    assert stands(press) == (484_00, 726_00, 3_790_00)
    world.organisation.recovers_vat = True
    world.organisation.save()
    press.refresh_from_db()
    assert stands(press) == (400_00, 600_00, 4_000_00)
    assert selectors.overview(press.period)["vat"] == "without"


def test_a_last_invoice_below_what_was_approved_frees_the_rest(world, approved, line):
    request = approved(press := line())
    expense = spend(world, press, 950_00, request=request, closes=True)
    assert stands(press)[:2] == (0, 950_00)
    budget.take_back(entry=expense, by=world.treasurer, now=NOW)
    assert stands(press)[:2] == (0, 0)  # closed is closed: nothing is promised again


def test_an_entry_is_never_changed_or_deleted(world, line):
    entry = spend(world, line(), 100_00)
    entry.net_cents = 1
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


def test_what_was_taken_back_cannot_be_taken_back_again(world, line):
    entry = spend(world, line(), 100_00)
    counter = budget.take_back(entry=entry, note="Wrong line", by=world.treasurer, now=NOW)
    assert (counter.net_cents, counter.reverses, counter.on) == (-100_00, entry, entry.on)
    for again, code in ((entry, "already-taken-back"), (counter, "entry-is-counter")):
        with pytest.raises(Refusal) as no:
            budget.take_back(entry=again, by=world.treasurer, now=NOW)
        assert no.value.code == code


def test_the_database_itself_refuses_a_second_commitment(approved, line):
    request = approved(press := line())
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(
            organisation=request.organisation, kind="commitment", line=press, request=request, net_cents=1, on=ON, at=timezone.now()
        )


def test_the_database_itself_refuses_a_negative_expense(line):
    press = line()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(organisation=press.organisation, kind="expense", line=press, net_cents=-1, on=ON, at=timezone.now())


def test_nothing_is_booked_in_the_future_or_for_nothing(world, line):
    press = line()
    for wrong, code in (({"on": ON + timedelta(days=30)}, "expense-in-future"), ({"net_cents": 0}, "amount-not-positive")):
        with pytest.raises(Refusal) as no:
            budget.book_expense(**{"line": press, "net_cents": 1, "on": ON, "by": world.treasurer, "now": NOW} | wrong)
        assert no.value.code == code


def test_just_after_midnight_in_brussels_is_today(world, line):
    night = NOW.replace(hour=23, minute=30)  # 00:30 on the 24th in Brussels
    entry = budget.book_expense(line=line(), net_cents=1, on=date(2026, 11, 24), by=world.treasurer, now=night)
    assert entry.on == date(2026, 11, 24)


def test_nothing_is_booked_on_a_request_that_is_not_approved(world, line):
    press = line()
    asked = budget.ask(organisation=world.organisation, line=press, by=world.author, title="Annonces", net_cents=100, now=NOW)
    with pytest.raises(Refusal) as no:
        spend(world, press, 100, request=asked)
    assert no.value.code == "request-not-approved"
    with pytest.raises(Refusal) as no:
        spend(world, line("posters"), 100, request=asked)
    assert no.value.code == "request-of-other-line"


def test_a_line_with_money_on_it_stays(world, line):
    press, empty = line(), line("posters")
    spend(world, press, 100)
    with pytest.raises(Refusal) as no:
        budget.remove_line(line=press, by=world.treasurer, now=NOW)
    assert no.value.code == "line-has-entries"
    budget.remove_line(line=empty, by=world.treasurer, now=NOW)


def test_a_split_of_ones_own_needs_its_reason(line):
    with pytest.raises(Refusal) as no:
        line("staff", digital_permille=600)
    assert no.value.code == "split-needs-reason"
    assert line("staff", digital_permille=600, split_note="Time sheets, first half of 2026").digital_permille == 600
    assert line("staff").digital_permille == 500


acts = st.lists(st.tuples(st.sampled_from(["expense", "back", "close"]), st.integers(1, 2_000), st.integers(0, 30)), max_size=25)


@given(acts, st.integers(1, 3_000))
def test_whatever_happens_committed_is_what_was_asked_less_what_was_spent_and_never_negative(sequence, asked):
    postings = [Posting("commitment", asked, asked // 5)]
    expenses: list[int] = []
    closed = False
    for act, cents, which in sequence:
        if act == "expense":
            postings.append(Posting("expense", cents, cents // 5))
            expenses.append(cents)
        elif act == "back" and expenses:
            cents = expenses.pop(which % len(expenses))
            postings.append(Posting("expense", -cents, -(cents // 5)))
        elif act == "close":
            closed = True
        net, vat = release_due(postings, asked=(asked, asked // 5), closed=closed)
        postings.append(Posting("release", net, vat))
        now = balance(postings, recovers=True)
        assert now.spent == sum(expenses)
        assert now.committed == (0 if closed else max(0, asked - now.spent))
        assert now.left_of(asked) == asked - now.committed - now.spent
        assert sum(p.vat_cents for p in postings if p.kind != "expense") >= 0


def test_the_page_s_way_from_the_promise_to_the_payment_is_recomputed(world, approved, line):
    supplier = suppliers.add(organisation=world.organisation, name="Le Matin", by=world.treasurer, now=NOW)
    press, made = line(planned_cents=5_000_00), dict[str, Any]()

    def receive(number, kind="invoice"):
        return invoices.receive(
            organisation=world.organisation, supplier=supplier, number=number, issued_on=ON, net_cents=made["net"], vat_cents=made["vat"],
            kind=kind, by=world.treasurer, now=NOW,
        )  # fmt: skip

    def pay():
        standing = [part.entry for part in made["invoice"].parts.all() if invoices.stands(part.entry)]
        invoices.pay(organisation=world.organisation, entries=standing, on=ON, cents=made["net"], by=world.treasurer, now=NOW)

    def book():
        part = invoices.Part(line=press, request=made["request"], net_cents=made["net"], vat_cents=made["vat"])
        invoices.book(invoice=made["invoice"], parts=[part], by=world.treasurer, now=NOW)

    acts = {
        "a request is approved": lambda: made.update(request=approved(press, made["net"], made["vat"])),
        "its invoice comes in": lambda: made.update(invoice=receive("1")),
        "the invoice is booked": book,
        "a payment on account": pay,
        "a credit note": lambda: invoices.credit(note=receive("2", "credit_note"), of=made["invoice"], by=world.treasurer, now=NOW),
        "the rest is paid": pay,
    }
    table = rows("From the promise to the payment", 7)
    assert [row[0] for row in table] == list(acts)
    for what, net, vat, *sums in table:
        made |= {"net": cents(net), "vat": cents(vat)}
        acts[what]()
        shown = next(each for each in selectors.overview(press.period)["lines"] if each["id"] == press.pk)
        assert [shown[f"{name}_cents"] for name in ("committed", "spent", "invoiced", "paid")] == [cents(each) for each in sums], what
