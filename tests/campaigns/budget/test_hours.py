"""Hours of work are told beside the money, and never within it."""

from pathlib import Path

import pytest
from django_scopes import scope, scopes_disabled

from campaigns.budget.hours.models import Hours
from campaigns.budget.hours.reckoning import Worked, reckon
from campaigns.budget.share import Item, full_cost_share

DOC = Path("docs/algorithms/digital-share.md").read_text("utf-8")


@pytest.fixture
def note(period, treasurer):
    """note(minutes=90) notes hours of volunteers in the period."""

    def sent(client=treasurer, **more):
        body = {"period": str(period.pk), "who": "volunteer", "what": "Replies under our posts", "on": "2026-11-20", "minutes": 600}
        return client.post("/api/hours/", body | more, format="json")

    return sent


def share(client, period):
    return client.get("/api/digital-share/", {"period": str(period.pk)}).data


def test_hours_stand_beside_the_money_and_change_none_of_it(note, period, treasurer, line):
    press = line("posters")
    treasurer.post("/api/entries/", {"line": str(press.pk), "net_cents": 1_000_00, "on": "2026-11-20"}, format="json")
    before = share(treasurer, period)
    assert note().status_code == 201 and note(who="staff", minutes=120, digital_permille=500).status_code == 201
    after = share(treasurer, period)
    assert after["figures"] == before["figures"] and after["own_work"] == before["own_work"] and after["forecast"] == before["forecast"]
    assert before["hours"]["digital_permille"] is None
    hours = after["hours"]
    assert (hours["volunteer_minutes"], hours["volunteer_digital_minutes"], hours["staff_minutes"]) == (600, 600, 120)
    assert hours["staff_digital_minutes"] == 60 and hours["digital_permille"] == 917
    assert hours["value_cents"] is None and hours["beside"] is None


def test_a_rate_values_unpaid_hours_as_a_figure_of_its_own(note, period, treasurer, line):
    press = line("posters")
    treasurer.post("/api/entries/", {"line": str(press.pk), "net_cents": 1_000_00, "on": "2026-11-20"}, format="json")
    note()
    note(who="staff", minutes=6_000)
    path = f"/api/periods/{period.pk}/hourly-rate/"
    assert treasurer.put(path, {"cents": 20_00, "source": " "}, format="json").data["problem"] == "rate-needs-source"
    assert treasurer.put(path, {"cents": 20_00, "source": "What a helper costs us"}, format="json").status_code == 200
    hours = share(treasurer, period)["hours"]
    assert (hours["rate_cents"], hours["rate_source"]) == (20_00, "What a helper costs us")
    assert (hours["value_cents"], hours["digital_value_cents"]) == (200_00, 200_00)
    assert hours["beside"] == {"digital_cents": 200_00, "all_cents": 1_200_00, "permille": 167}
    assert treasurer.put(path, {"cents": None}, format="json").status_code == 200
    assert share(treasurer, period)["hours"]["value_cents"] is None


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"on": "2026-11-24"}, "hours-in-future"),
        ({"on": "2025-12-31"}, "hours-outside-period"),
        ({"what": "   "}, "not-valid"),
        ({"minutes": 0}, "not-valid"),
        ({"digital_permille": 1001}, "not-valid"),
        ({"period": "6f1c2f0e-0000-4000-8000-000000000000"}, "not-valid"),
    ],
)
def test_what_cannot_be_is_refused_with_words_and_nothing_is_noted(note, more, problem, time_machine):
    time_machine.move_to("2026-11-23T09:00:00+00:00")
    refused = note(**more)
    assert refused.status_code == 400 and refused.data["problem"] == problem and refused.data["message"]
    with scopes_disabled():
        assert not Hours.objects.exists()


def test_they_are_corrected_filtered_by_campaign_and_removed(world, note, period, treasurer):
    campaign = world.client("planner", world.organisation).post("/api/campaigns/", {"name": "Rents"}, format="json").data["id"]
    mine, other = note(campaign=campaign).data, note(what="Leaflets", digital_permille=0).data
    path = f"/api/hours/{mine['id']}/"
    assert treasurer.patch(path, {"minutes": 90}, format="json").data["minutes"] == 90
    assert treasurer.get(path).data["campaign_name"] == "Rents"
    listed = treasurer.get("/api/hours/", {"campaign": campaign}).data["results"]
    assert [row["id"] for row in listed] == [mine["id"]]
    report = treasurer.get("/api/digital-share/", {"campaign": campaign}).data["hours"]
    assert report["volunteer_minutes"] == 90
    assert treasurer.get("/api/digital-share/", {"year": 2026}).data["hours"]["volunteer_minutes"] == 690
    assert treasurer.delete(f"/api/periods/{period.pk}/").data["problem"] == "period-has-hours"
    assert treasurer.delete(f"/api/hours/{other['id']}/").status_code == 204 and treasurer.delete(path).status_code == 204
    assert treasurer.delete(f"/api/periods/{period.pk}/").status_code == 204


def test_only_who_keeps_the_money_writes_and_strangers_see_nothing(world, note, period):
    made = note().data
    viewer, other = world.client("viewer", world.organisation), world.client("other", world.other)
    assert viewer.get("/api/hours/").data["count"] == 1 and note(viewer).status_code == 403
    assert world.client("author", world.organisation).get("/api/hours/").status_code == 403
    assert other.get("/api/hours/").data["count"] == 0
    for sent in (other.get, other.delete):
        assert sent(f"/api/hours/{made['id']}/").status_code == 404
    assert other.put(f"/api/periods/{period.pk}/hourly-rate/", {"cents": 1, "source": "x"}, format="json").status_code == 404
    assert note(other).status_code == 400


def test_the_same_key_notes_once(treasurer, period):
    body = {"period": str(period.pk), "who": "staff", "what": "Films", "on": "2026-11-20", "minutes": 60}
    first, second = (treasurer.post("/api/hours/", body, format="json", HTTP_IDEMPOTENCY_KEY="k") for _ in range(2))
    assert first.data["id"] == second.data["id"]


def test_the_worked_example_is_right_to_the_cent():
    text = DOC.split("### Hours example", 1)[1]
    rows = [row.strip("|").split("|") for row in text.splitlines() if row.startswith("| ")][1:]
    worked = []
    for who, hours, digital, rate in ([cell.strip() for cell in row] for row in rows):
        cents = None if rate == "–" else round(float(rate) * 100)
        worked.append(Worked(round(float(hours) * 60), int(digital), who == "volunteers", cents))
    told = reckon(worked)
    money = full_cost_share([Item(188_000_00, 500), Item(0, 0)])
    beside = told.beside(money)
    assert (told.unpaid, told.unpaid_digital, told.permille) == (192 * 60, 9360, 764)
    assert (told.value, told.digital_value) == (3_840_00, 3_120_00)
    assert beside and (beside.numerator, beside.denominator, beside.permille) == (97_120_00, 191_840_00, 506)
    for shown in ("156 of 192 hours", "3 840.00", "3 120.00", "97 120.00 ÷ 191 840.00 = 506", "764"):
        assert shown in text


def test_one_unpaid_hour_without_a_rate_leaves_the_value_untold():
    told = reckon([Worked(60, 1000, True, 20_00), Worked(60, 1000, True)])
    assert told.value is None and told.beside(full_cost_share([])) is None and told.unpaid == 120


def test_nothing_worked_is_not_zero_per_cent(db, world):
    with scope(organisation=world.organisation):
        assert reckon([]).permille is None
