"""The period at a glance, and who may see and keep it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from campaigns.budget import selectors
from campaigns.budget import services as budget
from tests.campaigns.budget.conftest import NOW


@pytest.fixture
def year(world, period, line):
    """Online press 10 000 planned, posters 15 000, staff 20 000 at 60 %; something spent on each, one of it by mistake.

    A fifth of VAT on each, which the organisation does not recover.
    """
    press, posters = line("press_online", 10_000_00), line("posters", 15_000_00)
    staff = line("staff", 20_000_00, digital_permille=600, split_note="Time sheets")
    with scope(organisation=world.organisation):
        for on_line, cents, on in (
            (press, 2_000_00, date(2026, 1, 31)), (posters, 3_000_00, date(2026, 2, 1)), (posters, 9_000_00, date(2026, 3, 5)),
            (staff, 5_000_00, date(2026, 3, 31)),
        ):  # fmt: skip
            last = budget.book_expense(line=on_line, net_cents=cents, vat_cents=cents // 5, on=on, by=world.treasurer, now=NOW)
            if cents == 9_000_00:
                mistake = last
        budget.take_back(entry=mistake, by=world.treasurer, now=NOW)
    return period


def test_both_shares_planned_and_actual_with_what_is_divided_by_what(year, treasurer):
    shown = treasurer.get(f"/api/periods/{year.pk}/overview/").data
    assert shown["vat"] == "included" and shown["target_permille"] == 500
    assert shown["shares"] == {
        "paid_media": {
            "planned": {"digital_cents": 10_000_00, "all_cents": 25_000_00, "permille": 400, "short_cents": 2_500_00},
            "actual": {"digital_cents": 2_400_00, "all_cents": 6_000_00, "permille": 400, "short_cents": 600_00},
        },
        "full_cost": {
            "planned": {"digital_cents": 22_000_00, "all_cents": 45_000_00, "permille": 489, "short_cents": 500_00},
            "actual": {"digital_cents": 6_000_00, "all_cents": 12_000_00, "permille": 500, "short_cents": 0},
        },
    }
    assert shown["total"] == {
        "planned_cents": 45_000_00, "requested_cents": 0, "committed_cents": 0, "spent_cents": 12_000_00,
        "invoiced_cents": 0, "paid_cents": 0, "left_cents": 33_000_00,
    }  # fmt: skip


def test_a_mistake_taken_back_leaves_its_month_as_if_it_had_not_been(year, treasurer):
    months = {m["month"]: m for m in treasurer.get(f"/api/periods/{year.pk}/overview/").data["months"]}
    assert len(months) == 12 and list(months) == sorted(months)
    assert [months[f"2026-0{n}"]["spent_cents"] for n in (1, 2, 3, 4)] == [2_400_00, 3_600_00, 6_000_00, 0]
    assert months["2026-03"]["shares"]["full_cost"]["permille"] == 600
    assert months["2026-04"]["shares"]["full_cost"]["permille"] is None


def test_what_waits_is_shown_beside_what_is_promised(world, year, treasurer):
    with scope(organisation=world.organisation):
        press = year.lines.get(medium="press_online")
        for cents in (300_00, 200_00):
            budget.ask(
                organisation=world.organisation, line=press, by=world.author, title="X", net_cents=cents, vat_cents=cents // 5, now=NOW
            )
    line = treasurer.get(f"/api/periods/{year.pk}/overview/").data["lines"][0]
    assert (line["medium_label"], line["requested_cents"], line["committed_cents"], line["left_cents"]) == (
        "Online press",
        600_00,
        0,
        7_600_00,
    )


def test_the_overview_takes_six_questions_however_much_was_spent(world, year, line):
    with scope(organisation=world.organisation):
        for n in range(20):
            more = line("events", n + 1)
            budget.book_expense(line=more, net_cents=n + 1, on=date(2026, 5, 1), by=None, now=NOW)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown = selectors.overview(year)
    assert len(asked) == 6 and len(shown["lines"]) == 23


def test_the_ledger_is_paged_filtered_and_taken_back_through_the_api(year, treasurer):
    found = treasurer.get("/api/entries/", {"period": str(year.pk), "kind": "expense", "since": "2026-03-01"}).data
    entry = found["results"][0]
    assert entry["net_cents"] == 5_000_00 and found["count"] == 3
    assert entry["may_be_taken_back"] and entry["by_name"] == "Treasurer"
    counter = treasurer.post(f"/api/entries/{entry['id']}/take-back/", {"note": "Twice"}, format="json")
    assert counter.status_code == 201 and counter.data["net_cents"] == -5_000_00 and str(counter.data["reverses"]) == entry["id"]
    assert treasurer.post(f"/api/entries/{entry['id']}/take-back/").data["problem"] == "already-taken-back"
    assert treasurer.delete(f"/api/entries/{entry['id']}/").status_code == 405
    assert treasurer.patch(f"/api/entries/{entry['id']}/", {"net_cents": 1}, format="json").status_code == 405


def test_an_expense_sent_twice_with_one_key_is_booked_once(line, treasurer):
    body = {"line": str(line().pk), "net_cents": 100_00, "vat_cents": 21_00, "supplier": "Le Matin", "on": "2026-11-02"}
    first = treasurer.post("/api/entries/", body, format="json", HTTP_IDEMPOTENCY_KEY="one")
    again = treasurer.post("/api/entries/", body, format="json", HTTP_IDEMPOTENCY_KEY="one")
    assert first.status_code == again.status_code == 201 and first.data["id"] == again.data["id"]
    assert treasurer.get("/api/entries/").data["count"] == 1


def test_money_is_whole_cents(line, treasurer):
    for cents in (12.5, "12.50", 0, -3, 10**15):
        answer = treasurer.post("/api/entries/", {"line": str(line().pk), "net_cents": cents, "on": "2026-11-02"}, format="json")
        assert answer.status_code == 400 and "net_cents" in answer.data["fields"], cents


def test_a_period_is_opened_changed_and_only_removed_while_empty(world, treasurer):
    body = {"name": "2027", "starts_on": "2027-01-01", "ends_on": "2027-12-31", "target_permille": 600}
    period = treasurer.post("/api/periods/", body, format="json").data
    assert period["currency"] == "EUR"
    assert (
        treasurer.patch(f"/api/periods/{period['id']}/", {"ends_on": "2026-12-31"}, format="json").data["problem"] == "period-has-no-length"
    )
    assert treasurer.patch(f"/api/periods/{period['id']}/", {"target_permille": 550}, format="json").data["target_permille"] == 550
    line = treasurer.post("/api/lines/", {"period": period["id"], "medium": "posters", "planned_cents": 1}, format="json").data
    assert treasurer.post("/api/entries/", {"line": line["id"], "net_cents": 1, "on": "2026-11-02"}, format="json").status_code == 201
    assert treasurer.delete(f"/api/periods/{period['id']}/").data["problem"] == "period-has-entries"
    assert treasurer.delete(f"/api/lines/{line['id']}/").data["problem"] == "line-has-entries"


def test_a_line_keeps_what_a_change_does_not_speak_of(treasurer, line):
    staff = line("staff", 100, digital_permille=600, split_note="Time sheets", name="Équipe")
    changed = treasurer.patch(f"/api/lines/{staff.pk}/", {"planned_cents": 200}, format="json").data
    assert (changed["planned_cents"], changed["digital_permille"], changed["split_note"], changed["name"]) == (
        200,
        600,
        "Time sheets",
        "Équipe",
    )
    moved = treasurer.patch(f"/api/lines/{staff.pk}/", {"medium": "events"}, format="json").data
    assert (moved["digital_permille"], moved["split_note"], moved["name"]) == (0, "", "Équipe")


def test_the_media_table_is_worded(world):
    table = {m["code"]: m for m in world.client("author", world.organisation).get("/api/mediums/").data}
    assert table["dooh"]["label"] == "Digital screens outdoors" and table["dooh"]["usual_digital_permille"] == 1000
    assert {"code": "meta", "label": "Meta (Facebook, Instagram)"} in table["paid_social"]["platforms"]


@pytest.mark.parametrize("name", ["admin", "planner", "approver", "viewer", "author"])
def test_who_does_not_keep_the_money_books_nothing(world, year, line, name):
    client, posters = world.client(name, world.organisation), line("posters")
    allowed = name == "admin"  # an administrator does everything but decide
    for path, body in (
        ("/api/entries/", {"line": str(posters.pk), "net_cents": 1, "on": "2026-11-02"}),
        ("/api/lines/", {"period": str(year.pk), "medium": "posters", "planned_cents": 1}),
        ("/api/periods/", {"name": "X", "starts_on": "2027-01-01", "ends_on": "2027-12-31"}),
    ):
        assert client.post(path, body, format="json").status_code == (201 if allowed else 403), path
    assert client.get(f"/api/periods/{year.pk}/overview/").status_code == (403 if name == "author" else 200)
    assert client.get("/api/entries/").status_code == (403 if name == "author" else 200)


def test_another_organisation_and_a_stranger_find_nothing(world, year, line, treasurer):
    posters = line("posters")
    entry = treasurer.get("/api/entries/").data["results"][0]["id"]
    request = treasurer.post("/api/requests/", {"line": str(posters.pk), "title": "X", "net_cents": 1}, format="json").data["id"]
    paths = [
        f"/api/periods/{year.pk}/", f"/api/periods/{year.pk}/overview/", f"/api/lines/{posters.pk}/", f"/api/entries/{entry}/",
        f"/api/requests/{request}/", f"/api/requests/{request}/card/",
    ]  # fmt: skip
    for client in (world.client("other", world.other), world.client("other", world.organisation), world.client("stranger")):
        assert {client.get(path).status_code for path in paths} == {404}
    other = world.client("other", world.other)
    for path in ("/api/entries/", "/api/requests/"):
        assert other.get(path).data["count"] == 0
    assert other.get("/api/lines/").data == [] == other.get("/api/periods/").data
    stolen = other.post("/api/entries/", {"line": str(posters.pk), "net_cents": 1, "on": "2026-11-02"}, format="json")
    assert stolen.status_code == 400 and "line" in stolen.data["fields"]
    assert other.post("/api/requests/", {"line": str(posters.pk), "title": "X", "net_cents": 1}, format="json").status_code == 400
