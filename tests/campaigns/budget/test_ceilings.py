"""Nothing is promised or spent beyond a ceiling; its marks are told; the law's ceilings are offered."""

import threading
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django_scopes import scope, scopes_disabled

from accounts.notify.models import Notice
from campaigns.budget import services as budget
from campaigns.budget.ceilings import law, services
from campaigns.budget.ceilings.api import countdown
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.ceilings.standing import standing_of
from campaigns.budget.models import Entry
from tests.campaigns.budget.conftest import NOW
from tests.campaigns.budget.test_requests import decide

BODY = {"name": "The vote", "starts_on": "2026-11-01", "ends_on": "2026-12-20", "cap_cents": 1_000_00}


@pytest.fixture
def ceiling(world):
    """ceiling(500_00) is one of the organisation, from 1 November to 20 December 2026."""

    def made(cap_cents=1_000_00, **more):
        with scope(organisation=world.organisation):
            given: dict[str, Any] = {"name": "The vote", "starts_on": date(2026, 11, 1), "ends_on": date(2026, 12, 20)} | more
            return services.save_ceiling(organisation=world.organisation, by=world.treasurer, cap_cents=cap_cents, now=NOW, **given)

    return made


def book(client, line, cents, on="2026-11-10", **more):
    return client.post("/api/entries/", {"line": str(line.pk), "net_cents": cents, "on": on} | more, format="json")


def test_what_goes_beyond_is_refused_and_nothing_is_booked(world, line, ceiling, treasurer):
    press = line()
    ceiling(1_000_00)
    assert book(treasurer, press, 900_00).status_code == 201
    refused = book(treasurer, press, 100_01)
    assert refused.status_code == 409 and refused.data["problem"] == "ceiling-overspent"
    assert "The vote" in refused.data["message"] and "€100.00" in refused.data["message"] and "December" in refused.data["message"]
    assert book(treasurer, press, 100_00).status_code == 201
    with scopes_disabled():
        assert Entry.objects.count() == 2


def test_it_holds_over_all_lines_and_only_on_its_days(line, ceiling, treasurer):
    press, posters = line(), line("posters")
    ceiling(1_000_00)
    assert book(treasurer, press, 700_00).status_code == 201
    assert book(treasurer, posters, 400_00).data["problem"] == "ceiling-overspent"
    assert book(treasurer, posters, 400_00, on="2026-10-31").status_code == 201


def test_a_yes_cannot_go_beyond_either(world, line, ceiling, treasurer):
    press = line()
    ceiling(1_000_00)
    author = world.client("author", world.organisation)
    asked = author.post("/api/requests/", {"line": str(press.pk), "title": "Banner", "net_cents": 1_000_01}, format="json").data
    assert decide(world, "approver", asked["id"]).data["problem"] == "ceiling-overspent"
    with scopes_disabled():
        assert not Entry.objects.exists()


def test_a_promise_counts_on_the_day_the_money_is_needed(world, line, ceiling):
    press = line()
    with scope(organisation=world.organisation):
        for needed_on in (date(2026, 12, 1), date(2027, 1, 5), None):
            request = budget.ask(
                organisation=world.organisation, line=press, by=world.author, title="X", net_cents=100_00, needed_on=needed_on, now=NOW
            )
            Entry.objects.create(
                organisation=world.organisation, kind=Entry.Kind.COMMITMENT, line=press, request=request, net_cents=100_00,
                on=date(2026, 11, 23), at=NOW,
            )  # fmt: skip
        stands = standing_of(ceiling())
    assert (stands.committed, stands.spent, stands.left) == (200_00, 0, 800_00)


def test_only_what_is_for_the_campaign_counts(world, line, ceiling, treasurer):
    press = line()
    campaign = world.client("planner", world.organisation).post("/api/campaigns/", {"name": "A. Peeters"}, format="json").data["id"]
    with scope(organisation=world.organisation):
        from campaigns.plan.models import Campaign

        ceiling(100_00, campaign=Campaign.objects.get(pk=campaign))
    assert book(treasurer, press, 500_00).status_code == 201
    assert book(treasurer, press, 100_01, campaign=campaign).data["problem"] == "ceiling-overspent"


def test_marks_are_told_once_each_and_one_that_only_warns_lets_through(line, ceiling, treasurer):
    press = line()
    ceiling(1_000_00, blocks=False)
    for cents in (700_00, 50_00, 10_00, 300_00):
        assert book(treasurer, press, cents).status_code == 201
    with scopes_disabled():
        marks = sorted({notice.params["mark"] for notice in Notice.objects.filter(code="ceiling-mark")})
    assert marks == [75, 100]


def test_it_is_set_changed_shown_and_removed(world, treasurer, line):
    made = treasurer.post("/api/ceilings/", BODY, format="json")
    assert made.status_code == 201 and made.data["left_cents"] == 1_000_00 and made.data["blocks"]
    path = f"/api/ceilings/{made.data['id']}/"
    assert treasurer.patch(path, {"ends_on": "2026-10-01"}, format="json").data["problem"] == "ceiling-has-no-length"
    assert treasurer.patch(path, {"cap_cents": 2_000_00}, format="json").data["cap_cents"] == 2_000_00
    assert treasurer.get("/api/ceilings/").data[0]["name"] == "The vote"
    assert world.client("viewer", world.organisation).post("/api/ceilings/", BODY, format="json").status_code == 403
    assert world.client("author", world.organisation).get("/api/ceilings/").status_code == 403
    other = world.client("other", world.other)
    assert other.get(path).status_code == 404 and other.get("/api/ceilings/").data == []
    assert treasurer.delete(path).status_code == 204
    with scopes_disabled():
        assert not Ceiling.objects.exists()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time: there is nothing to race")
@pytest.mark.django_db(transaction=True)
def test_two_who_spend_on_two_lines_at_once_stay_under_one_ceiling(world, line, ceiling):
    lines = [line("dooh"), line("posters"), line("press_online"), line("events")]
    ceiling(1_000_00)
    answers, gate = [], threading.Barrier(len(lines))

    def spend(on_line) -> None:
        try:
            gate.wait()
            answers.append(book(world.client("treasurer", world.organisation), on_line, 400_00).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=spend, args=(each,)) for each in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [201, 201, 409, 409]


def test_other_peoples_spending_counts_nowhere_else(world, line, treasurer, ceiling):
    press = line()
    with scope(organisation=world.other):
        theirs = services.save_ceiling(
            organisation=world.other, by=None, name="Theirs", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), cap_cents=1, now=NOW
        )
    assert book(treasurer, press, 500_00).status_code == 201
    with scope(organisation=world.other):
        assert standing_of(theirs).used == 0


def test_the_countdown_counts_the_last_day():
    one = Ceiling(starts_on=date(2029, 2, 10), ends_on=date(2029, 6, 10))
    assert countdown(one, date(2029, 2, 9)) == ("ahead", 1)
    assert countdown(one, date(2029, 6, 10)) == ("running", 1)
    assert countdown(one, date(2029, 6, 11)) == ("over", 0)


def test_the_laws_ceilings_are_reckoned_for_the_voters(treasurer):
    offered = {each["id"]: each for each in treasurer.get("/api/ceilings/templates/", {"voters": "212429"}).data}
    assert offered["be-2029-party"]["cap_cents"] == 1_000_000_00
    assert offered["be-2029-house-head"]["cap_cents"] == 16_135_02  # 8 700 + 0.035 × 212 429
    assert "voters" in treasurer.get("/api/ceilings/templates/", {"voters": "many"}).data["fields"]


def test_a_lists_ceiling_takes_each_slice_of_voters_at_its_rate():
    local = next(each for each in law.templates() if each.id == "be-bru-vlg-2030-list")
    assert local.cap(1_000) == 2_700_00
    assert local.cap(6_000) == (2_700 + 4_000 * 110 // 100 + 800) * 100
    assert local.cap(100_000) == 270000 + 440000 + 400000 + 1000000 + 2200000 + 4800000 + 280000
    assert all(set(each.name) == {"en", "fr", "nl", "de"} and each.source for each in law.templates())
