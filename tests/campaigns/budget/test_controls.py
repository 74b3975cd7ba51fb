"""No line is overspent, no sum is decided by too few, and no order is cut into pieces to pass under a threshold."""

import re
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django_scopes import scope, scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed, Refusal
from campaigns.approvals.selectors import latest
from campaigns.budget import cards, selectors, thresholds
from campaigns.budget import services as budget
from campaigns.budget.controls import limits_of
from campaigns.budget.models import Entry, Request
from campaigns.budget.thresholds import DEFAULTS, Limit, limit_for, steps_of
from campaigns.decisions import services as decisions
from tests.campaigns.budget.conftest import NOW

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "ledger.md"
ROW = re.compile(r"^\| ([\d ]+\.\d\d) \| (.+?) \| (\d) \|$", re.MULTILINE)
WHO = {"who decides on money": Verb.DECIDE_MONEY, "the treasurer or the board": Verb.DECIDE_LARGE, "the board": Verb.DECIDE_LARGEST}


@pytest.fixture(autouse=True)
def _in_ours(world):
    world.join("board", world.organisation, ["board"])
    with scope(organisation=world.organisation):
        yield


@pytest.fixture
def usual(world):
    """The usual thresholds hold."""
    budget.save_thresholds(organisation=world.organisation, limits=DEFAULTS, by=world.admin, now=NOW)


def asked(world, line, cents, *, by="author", supplier="", now=NOW, **more):
    return budget.ask(
        organisation=world.organisation,
        line=line,
        by=world.people[by],
        title="Screens",
        net_cents=cents,
        supplier=supplier,
        now=now,
        **more,
    )


def says_yes(world, request, name):
    approval = latest(subject_kind=budget.KIND, subject_id=request.pk)
    assert approval is not None
    person = world.people[name]
    with scopes_disabled():
        membership = person.memberships.get(organisation=world.organisation)
    decisions.decide(approval=approval, by=person, membership=membership, verdict="approve", comment="", seen=approval.fingerprint, now=NOW)
    request.refresh_from_db()
    return request.state


def refused(verb, **given):
    with pytest.raises(Refusal) as no:
        verb(**given)
    return no.value.code


def steps(request):
    approval = latest(subject_kind=budget.KIND, subject_id=request.pk)
    assert approval is not None
    return [(step.verb, step.needed) for step in approval.steps.order_by("position")]


# ── what is left of a line ──


def test_a_yes_that_would_overspend_the_line_is_refused_and_changes_nothing(world, line):
    screens = line("dooh", 1_000_00)
    first, second = asked(world, screens, 600_00), asked(world, screens, 600_00)
    assert says_yes(world, first, "approver") == "approved"
    assert refused(says_yes, world=world, request=second, name="approver") == "line-overspent"
    second.refresh_from_db()
    assert second.state == "open" and Entry.objects.count() == 1


def test_an_expense_that_would_overspend_the_line_is_refused_with_what_is_left(world, line):
    screens = line("dooh", 1_000_00)
    with pytest.raises(Refusal) as no:
        budget.book_expense(line=screens, net_cents=900_00, vat_cents=189_00, on=NOW.date(), by=world.treasurer, now=NOW)
    assert (no.value.code, no.value.params["left_cents"], no.value.params["cost_cents"]) == ("line-overspent", 1_000_00, 1_089_00)
    assert not Entry.objects.exists()


def test_an_invoice_within_its_commitment_is_booked_whatever_is_left(world, line):
    screens = line("dooh", 600_00)
    request = asked(world, screens, 600_00)
    says_yes(world, request, "approver")
    budget.save_line(period=screens.period, line=screens, by=None, medium="dooh", planned_cents=100_00, now=NOW)
    budget.book_expense(line=screens, request=request, net_cents=600_00, on=NOW.date(), by=world.treasurer, now=NOW)
    assert refused(budget.book_expense, line=screens, request=request, net_cents=1, on=NOW.date(), by=None, now=NOW) == "line-overspent"


def test_who_decides_on_the_largest_sums_may_allow_more_and_says_why(world, usual, line):
    screens = line("dooh", 100_00)
    board = world.client("board", world.organisation)
    path = f"/api/lines/{screens.pk}/allow-beyond/"
    assert world.client("treasurer", world.organisation).post(path, {"cents": 50_00, "note": "X"}, format="json").status_code == 403
    assert board.post(path, {"cents": 50_00}, format="json").data["problem"] == "beyond-needs-reason"
    request = asked(world, screens, 150_00)
    assert refused(says_yes, world=world, request=request, name="approver") == "line-overspent"
    assert board.post(path, {"cents": 50_00, "note": "Voted on 20 November"}, format="json").status_code == 200
    assert says_yes(world, request, "approver") == "approved"
    shown = selectors.overview(screens.period)["lines"][0]
    assert (shown["left_cents"], shown["beyond_cents"], shown["beyond_note"]) == (-50_00, 50_00, "Voted on 20 November")
    assert AuditEntry.objects.filter(act="line.beyond-allowed").count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time: there is nothing to race")
@pytest.mark.django_db(transaction=True)
def test_two_treasurers_at_once_cannot_overspend_a_line_together(world, period, line):
    screens = line("dooh", 1_000_00)
    answers, gate = [], threading.Barrier(6)

    def book() -> None:
        body = {"line": str(screens.pk), "net_cents": 400_00, "on": "2026-11-02"}
        try:
            gate.wait()
            answers.append(world.client("treasurer", world.organisation).post("/api/entries/", body, format="json").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=book) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [201, 201, 409, 409, 409, 409]
    with scopes_disabled():
        assert sum(Entry.objects.values_list("net_cents", flat=True)) == 800_00


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time: there is nothing to race")
@pytest.mark.django_db(transaction=True)
def test_small_expenses_to_one_supplier_on_several_lines_at_once_do_not_slip_under_a_threshold(world, usual, line):
    lines = [line("dooh", 1_000_00), line("posters", 1_000_00), line("events", 1_000_00)]
    answers, gate = [], threading.Barrier(len(lines))

    def book(on_line) -> None:
        body = {"line": str(on_line.pk), "net_cents": 200_00, "vat_cents": 0, "supplier": "Imprimerie du Canal", "on": "2026-11-02"}
        try:
            gate.wait()
            answers.append(world.client("treasurer", world.organisation).post("/api/entries/", body, format="json").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=book, args=(each,)) for each in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [201, 409, 409]


# ── who decides on which sum ──


def test_the_table_of_the_page_is_what_holds_unless_somebody_changes_it():
    told = [
        Limit(round(float(cents.replace(" ", "")) * 100), WHO[who], int(needed)) for cents, who, needed in ROW.findall(PAGE.read_text())
    ]
    assert tuple(told) == DEFAULTS


@pytest.mark.parametrize(
    ("cents", "wanted"),
    [(249_99, [("decide_money", 1)]), (250_00, [("decide_money", 2)]), (2_499_99, [("decide_money", 2)]),
     (2_500_00, [("decide_money", 1), ("decide_large", 1)]), (10_000_00, [("decide_money", 1), ("decide_largest", 1)])],
)  # fmt: skip
def test_the_steps_follow_from_the_sum(world, usual, line, cents, wanted):
    assert steps(asked(world, line("dooh"), cents)) == wanted


def test_what_no_threshold_can_be_held_against_takes_the_strictest_way_and_says_so(world, usual, line, period):
    screens = line("dooh", 1_000_00)
    assert steps(asked(world, screens, 10_00)) == [("decide_money", 1)]
    period.currency = "CHF"
    period.save()
    screens.refresh_from_db()
    request = asked(world, screens, 10_00, supplier="Écrans du Sud")
    assert steps(request) == [("decide_money", 1), ("decide_largest", 1)]
    card = cards.request_card(request.pk, on=NOW.date())
    assert card is not None
    (said,) = [rule for rule in card["findings"] if rule.id == "thresholds-other-currency"]
    assert "CHF" in said.says("en") and "EUR" in said.says("en")
    with pytest.raises(Refusal) as no:
        budget.book_expense(line=screens, net_cents=10_00, on=NOW.date(), by=None, now=NOW)
    assert no.value.code == "request-needed-currency"


def test_where_no_sum_needs_a_request_another_currency_does_not_either(world, line, period):
    screens = line("dooh", 1_000_00)
    period.currency = "CHF"
    period.save()
    screens.refresh_from_db()
    assert budget.book_expense(line=screens, net_cents=10_00, on=NOW.date(), by=None, now=NOW).net_cents == 10_00


def test_vat_counts_for_the_threshold_unless_it_is_recovered(world, usual, line):
    assert steps(asked(world, line("dooh"), 240_00, vat_cents=50_40)) == [("decide_money", 2)]
    world.organisation.recovers_vat = True
    world.organisation.save()
    assert steps(asked(world, line("dooh"), 240_00, vat_cents=50_40)) == [("decide_money", 1)]


def test_two_people_say_yes_and_the_last_is_the_treasurer(world, usual, line):
    request = asked(world, line("dooh"), 4_000_00)
    assert says_yes(world, request, "approver") == "open"
    assert refused(says_yes, world=world, request=request, name="second_approver") == "not-allowed"
    assert says_yes(world, request, "treasurer") == "approved"
    assert Entry.objects.count() == 1


def test_one_person_is_one_yes(world, usual, line):
    request = asked(world, line("dooh"), 300_00)
    assert says_yes(world, request, "approver") == "open"
    assert refused(says_yes, world=world, request=request, name="approver") == "already-said"
    assert says_yes(world, request, "board") == "approved"


def test_what_too_few_could_decide_is_refused_at_once(world, usual, line):
    assert refused(asked, world=world, line=line("dooh", 50_000_00), cents=20_000_00, by="board") == "too-few-decide"
    assert not Request.objects.exists()


def test_an_administrator_sets_the_thresholds_and_nobody_else(world):
    rows = [{"from_cents": 0, "verb": "decide_money", "needed": 1}, {"from_cents": 500_00, "verb": "decide_largest", "needed": 3}]
    for name in ("treasurer", "approver", "board", "planner"):
        assert world.client(name, world.organisation).put("/api/thresholds/", rows, format="json").status_code == 403
    admin = world.client("admin", world.organisation)
    assert admin.put("/api/thresholds/", rows, format="json").data == rows == admin.get("/api/thresholds/").data
    assert admin.put("/api/thresholds/", rows[1:], format="json").data["problem"] == "threshold-from-zero"
    assert admin.put("/api/thresholds/", [*rows, rows[0]], format="json").data["problem"] == "threshold-twice"
    assert limits_of(world.organisation)[1] == Limit(500_00, Verb.DECIDE_LARGEST, 3)
    with scope(organisation=world.other):
        assert limits_of(world.other)[-1].from_cents == 0


def test_an_administrator_never_decides_whatever_the_threshold(world, usual, line):
    request = asked(world, line("dooh"), 4_000_00)
    says_yes(world, request, "approver")
    assert refused(says_yes, world=world, request=request, name="admin") == "not-allowed"


def test_the_steps_never_ask_for_fewer_people_than_the_threshold():
    for limit in (Limit(0, verb, needed) for verb in thresholds.DECIDERS for needed in range(1, 6)):
        assert sum(needed for _, needed in steps_of(limit)) == limit.needed
        assert steps_of(limit)[-1][0] == limit.verb
    assert limit_for(0, DEFAULTS) == DEFAULTS[0]


# ── split orders ──


def test_an_order_cut_in_two_takes_the_threshold_of_the_whole_and_the_card_says_so(world, usual, line):
    first = asked(world, line("dooh"), 1_500_00, supplier="Écrans du Sud")
    second = asked(world, line("posters"), 1_500_00, supplier=" écrans  du sud", now=NOW + timedelta(days=20))
    assert steps(first) == [("decide_money", 2)]
    assert steps(second) == [("decide_money", 1), ("decide_large", 1)]
    card = cards.request_card(second.pk, on=(NOW + timedelta(days=20)).date())
    assert card is not None
    (said,) = [rule for rule in card["findings"] if rule.id == "split-order"]
    assert "€3,000.00" in said.says("en") and "écrans" in said.says("en")


@pytest.mark.parametrize(
    ("supplier", "days", "cents"), [("Somebody else", 1, 1_500_00), ("Sud", 31, 1_500_00), ("Sud", 1, 100_00), ("", 1, 1_500_00)]
)
def test_what_belongs_apart_stays_apart(world, usual, line, supplier, days, cents):
    asked(world, line("dooh"), 1_500_00, supplier="Sud" if supplier else "")
    later = asked(world, line("dooh"), cents, supplier=supplier, now=NOW + timedelta(days=days))
    alone = limit_for(cents, DEFAULTS) if supplier != "Sud" or days > 30 else limit_for(cents + 1_500_00, DEFAULTS)
    assert steps(later) == [(str(verb), needed) for verb, needed in steps_of(alone)]


def test_expenses_without_a_request_count_as_parts_too(world, usual, line):
    budget.book_expense(line=line("posters"), net_cents=200_00, supplier="Sud", on=NOW.date(), by=world.treasurer, now=NOW)
    assert steps(asked(world, line("dooh"), 100_00, supplier="Sud")) == [("decide_money", 2)]


# ── expenses that were never asked for ──


def test_an_expense_from_the_lowest_threshold_on_needs_an_approved_request(world, usual, line):
    screens = line("dooh")
    booked = {"line": screens, "on": date(2026, 11, 2), "by": world.treasurer, "now": NOW}
    assert refused(budget.book_expense, net_cents=250_00, **booked) == "request-needed"
    assert refused(budget.book_expense, net_cents=220_00, vat_cents=46_20, **booked) == "request-needed"
    budget.book_expense(net_cents=249_99, **booked)
    request = asked(world, screens, 250_00)
    assert refused(budget.book_expense, net_cents=250_00, request=request, **booked) == "request-not-approved"
    says_yes(world, request, "approver"), says_yes(world, request, "treasurer")
    budget.book_expense(net_cents=250_00, request=request, **booked)


def test_small_expenses_to_one_supplier_do_not_slip_under_a_threshold_together(world, usual, line):
    booked = {"line": line("dooh"), "by": world.treasurer, "now": NOW}
    budget.book_expense(net_cents=240_00, supplier="Sud", on=date(2026, 10, 20), **booked)
    assert refused(budget.book_expense, net_cents=10_00, supplier=" sud ", on=date(2026, 11, 2), **booked) == "request-needed-together"
    assert refused(budget.book_expense, net_cents=10_00, supplier="Sud", on=date(2026, 9, 30), **booked) == "request-needed-together"
    budget.book_expense(net_cents=9_99, supplier="Sud", on=date(2026, 11, 2), **booked)
    budget.book_expense(net_cents=240_00, supplier="Nord", on=date(2026, 11, 2), **booked)
    budget.book_expense(net_cents=240_00, supplier="Sud", on=date(2026, 9, 1), **booked)
    taken = budget.book_expense(net_cents=200_00, supplier="Est", on=date(2026, 11, 2), **booked)
    budget.take_back(entry=taken, by=world.treasurer, now=NOW)
    again = budget.book_expense(net_cents=200_00, supplier="Est", on=date(2026, 11, 2), **booked)
    budget.book_expense(net_cents=200_00, supplier="Est", on=date(2026, 11, 3), has_left=True, **booked)
    assert again.pk


def test_only_a_holder_of_the_highest_right_allows_more(world, usual, line):
    with pytest.raises(NotAllowed):
        budget.allow_beyond(line=line("dooh"), cents=1, note="X", by=world.treasurer, verbs={"decide_money", "decide_large"}, now=NOW)
