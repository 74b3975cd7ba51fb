"""How digital the money is: of a period, a campaign and a year; its end; what if; and moving the plan."""

from datetime import UTC, date, datetime

import pytest
from django_scopes import scope, scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.problems import Refusal
from campaigns.budget import digital, moves
from campaigns.budget import services as budget
from campaigns.budget.references import references
from tests.campaigns.budget.conftest import NOW

AFTER = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def year(world, period, line):
    """Online press 10 000 and paid search 4 000 planned, posters 15 000, staff 20 000 at 60 %; something spent, something promised."""
    press, posters = line("press_online", 10_000_00), line("posters", 15_000_00)
    staff = line("staff", 20_000_00, digital_permille=600, split_note="Time sheets")
    with scope(organisation=world.organisation):
        for on_line, cents, on in (
            (press, 2_000_00, date(2026, 1, 31)),
            (posters, 3_000_00, date(2026, 2, 1)),
            (staff, 5_000_00, date(2026, 3, 31)),
        ):
            budget.book_expense(line=on_line, net_cents=cents, on=on, by=world.treasurer, now=NOW)
    return period


def at(period, medium):
    with scopes_disabled():
        return period.lines.get(medium=medium)


def test_a_period_shows_what_is_planned_spent_and_expected(world, year, treasurer):
    shown = treasurer.get("/api/digital-share/", {"period": str(year.pk)}).data
    assert (shown["name"], shown["currency"], shown["vat"], shown["target_permille"]) == ("2026", "EUR", "included", 500)
    paid, full = shown["figures"]["paid_media"], shown["figures"]["full_cost"]
    assert (paid["actual"]["digital_cents"], paid["actual"]["all_cents"], paid["actual"]["permille"]) == (2_000_00, 5_000_00, 400)
    assert full["planned"] == {"digital_cents": 22_000_00, "all_cents": 45_000_00, "permille": 489, "short_cents": 500_00}
    assert full["forecast"] == full["planned"]  # nothing is bound beyond the plan
    assert shown["forecast"] == {"spent_cents": 10_000_00, "committed_cents": 0, "rest_cents": 35_000_00, "total_cents": 45_000_00}


def test_without_the_digital_forms_of_older_media_the_denominator_stays(year, treasurer):
    shown = treasurer.get("/api/digital-share/", {"period": str(year.pk)}).data
    assert shown["extension"] == {"planned_cents": 10_000_00, "spent_cents": 2_000_00}
    assert shown["strict"]["paid_media"]["actual"] == {"digital_cents": 0, "all_cents": 5_000_00, "permille": 0, "short_cents": 2_500_00}
    assert shown["strict"]["full_cost"]["planned"]["digital_cents"] == 12_000_00
    assert shown["months"][0]["strict"]["paid_media"]["month"]["permille"] == 0


def test_unpaid_posts_count_through_the_work_they_take(year, treasurer):
    assert treasurer.get("/api/digital-share/", {"period": str(year.pk)}).data["own_work"] == {
        "planned_cents": 12_000_00, "spent_cents": 3_000_00
    }  # fmt: skip


def test_each_month_stands_beside_all_that_was_spent_until_then(year, treasurer):
    months = {
        month["month"]: month["figures"]["full_cost"]
        for month in treasurer.get("/api/digital-share/", {"period": str(year.pk)}).data["months"]
    }
    assert len(months) == 12
    assert [months[f"2026-0{n}"]["month"]["permille"] for n in (1, 2, 3, 4)] == [1000, 0, 600, None]
    assert [months[f"2026-0{n}"]["so_far"]["permille"] for n in (1, 2, 3, 4)] == [1000, 400, 500, 500]


def test_a_period_that_is_over_expects_nothing_more(world, year):
    with scope(organisation=world.organisation):
        shown = digital.of_period(year, now=AFTER)
    assert shown["forecast"]["rest_cents"] == 0
    assert shown["figures"]["full_cost"]["forecast"] == shown["figures"]["full_cost"]["actual"]


def test_a_year_is_every_period_that_begins_in_it(world, year, treasurer):
    with scope(organisation=world.organisation):
        autumn = budget.open_period(
            organisation=world.organisation, by=None, name="Autumn", starts_on=date(2026, 9, 1), ends_on=date(2027, 2, 1),
            target_permille=600, now=NOW,
        )  # fmt: skip
        more = budget.save_line(period=autumn, by=None, medium="website", planned_cents=5_000_00, now=NOW)
        budget.book_expense(line=more, net_cents=100_00, on=date(2026, 11, 2), by=None, now=NOW)
    shown = treasurer.get("/api/digital-share/", {"year": "2026"}).data
    assert shown["periods"] == ["2026", "Autumn"] and shown["target_permille"] == 600
    assert shown["figures"]["full_cost"]["planned"]["all_cents"] == 50_000_00
    assert treasurer.get("/api/digital-share/", {"year": "2025"}).data["figures"]["full_cost"]["actual"]["permille"] is None


def test_a_campaign_shows_what_was_asked_and_spent_for_it(world, year, treasurer):
    campaign = world.client("planner", world.organisation).post("/api/campaigns/", {"name": "Rents"}, format="json").data
    body = {"line": str(at(year, "press_online").pk), "title": "Banner", "net_cents": 1_000_00, "campaign": campaign["id"]}
    assert treasurer.post("/api/requests/", body, format="json").status_code == 201
    posters = str(at(year, "posters").pk)
    entry = {"line": posters, "net_cents": 200_00, "on": "2026-11-02", "campaign": campaign["id"]}
    assert treasurer.post("/api/entries/", entry, format="json").status_code == 201
    shown = treasurer.get("/api/digital-share/", {"campaign": campaign["id"]}).data
    paid = shown["figures"]["paid_media"]
    assert (paid["planned"]["all_cents"], paid["actual"]["all_cents"], paid["forecast"]["all_cents"]) == (1_000_00, 200_00, 1_200_00)
    assert paid["forecast"]["permille"] == 833 and [month["month"] for month in shown["months"]] == ["2026-11"]


def test_what_if_reckons_both_shares_and_changes_nothing(year, treasurer):
    press, posters = (str(at(year, medium).pk) for medium in ("press_online", "posters"))
    shown = treasurer.get("/api/digital-share/what-if/", {"source": posters, "target": press, "cents": "250000"}).data
    assert shown["before"]["paid_media"]["planned"]["permille"] == 400 and shown["after"]["paid_media"]["planned"]["permille"] == 500
    assert shown["after"]["full_cost"]["forecast"]["digital_cents"] == 24_500_00 and shown["most_cents"] == 12_000_00
    assert at(year, "posters").planned_cents == 15_000_00
    most = treasurer.get("/api/digital-share/what-if/", {"source": posters, "target": press, "cents": "99999900"}).data
    assert most["after"]["paid_media"]["planned"]["digital_cents"] == 22_000_00


@pytest.mark.parametrize("cents", ["", "-1", "x", "1.5"])
def test_an_amount_that_is_none_is_named(year, treasurer, cents):
    press, posters = (str(at(year, medium).pk) for medium in ("press_online", "posters"))
    answer = treasurer.get("/api/digital-share/what-if/", {"source": posters, "target": press, "cents": cents})
    assert answer.status_code == 400 and "cents" in answer.data["fields"]
    assert "year" in treasurer.get("/api/digital-share/").data["fields"]


def test_the_plan_of_both_lines_moves_with_its_reason(world, year, treasurer):
    press, posters = (at(year, medium) for medium in ("press_online", "posters"))
    body = {"source": str(posters.pk), "target": str(press.pk), "cents": 5_000_00, "reason": "Half of it online"}
    moved = treasurer.post("/api/plan-moves/", body, format="json")
    assert moved.status_code == 201
    assert (moved.data["source"]["planned_cents"], moved.data["target"]["planned_cents"]) == (10_000_00, 15_000_00)
    with scope(organisation=world.organisation):
        said = AuditEntry.objects.get(act="plan.moved")
    assert said.data["cents"] == 5_000_00 and said.data["reason"] == "Half of it online"


def test_only_what_is_neither_spent_nor_promised_moves(year, treasurer):
    press, posters = (str(at(year, medium).pk) for medium in ("press_online", "posters"))
    body = {"source": posters, "target": press, "cents": 12_000_01, "reason": "X"}
    refused = treasurer.post("/api/plan-moves/", body, format="json")
    assert refused.data["problem"] == "move-more-than-left" and "€12,000.00" in refused.data["message"]
    for change, code in (({"target": posters}, "move-to-itself"), ({"reason": " "}, "move-needs-reason")):
        assert treasurer.post("/api/plan-moves/", body | change, format="json").data["problem"] == code
    assert at(year, "posters").planned_cents == 15_000_00


def test_lines_of_two_periods_do_not_mix(world, year):
    with scope(organisation=world.organisation):
        other = budget.open_period(
            organisation=world.organisation, by=None, name="2027", starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31), now=NOW
        )
        far = budget.save_line(period=other, by=None, medium="website", planned_cents=1, now=NOW)
        with pytest.raises(Refusal, match="move-other-period"):
            moves.move_plan(source=at(year, "posters"), target=far, cents=1, reason="X", by=None, now=NOW)


def test_who_may_not_see_or_keep_the_money_is_refused(world, year):
    press, posters = (str(at(year, medium).pk) for medium in ("press_online", "posters"))
    author, viewer = world.client("author", world.organisation), world.client("viewer", world.organisation)
    assert author.get("/api/digital-share/", {"period": str(year.pk)}).status_code == 403
    assert viewer.get("/api/digital-share/", {"period": str(year.pk)}).status_code == 200
    assert (
        viewer.post("/api/plan-moves/", {"source": posters, "target": press, "cents": 1, "reason": "X"}, format="json").status_code == 403
    )


def test_another_organisations_lines_are_not_there(world, year):
    other = world.client("other", world.other)
    press, posters = (str(at(year, medium).pk) for medium in ("press_online", "posters"))
    assert other.get("/api/digital-share/", {"period": str(year.pk)}).status_code == 400
    assert other.get("/api/digital-share/what-if/", {"source": posters, "target": press, "cents": "1"}).status_code == 400
    assert other.get("/api/digital-share/", {"year": "2026"}).data["figures"]["full_cost"]["planned"]["all_cents"] == 0


def test_reference_figures_say_where_they_are_from(treasurer):
    shown = {figure["id"]: figure for figure in treasurer.get("/api/digital-share/references/").data}
    assert (shown["world-2019"]["value"], shown["world-2025"]["value"]) == (501, 732)
    assert shown["be-vb-2019"]["status"] == "as-given" and "founding essay" in shown["be-vb-2019"]["note"]
    assert all(set(figure.what) == {"en", "fr", "nl", "de"} and figure.source for figure in references())
    assert all((figure.checked_on is not None) == (figure.status == "verified") for figure in references())
