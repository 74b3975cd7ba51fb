"""Holidays, shipped days and own moments, as the calendar gets them."""

from datetime import date

import pytest

from campaigns.plan import moments_holidays as holidays
from campaigns.plan.moments_shipped import for_country, shipped
from tests.world import World


@pytest.fixture
def world(db, home):
    return World.make()


def layers(client, start="2026-11-01", end="2026-12-01"):
    answer = client.get("/api/layers/", {"from": start, "to": end})
    assert answer.status_code == 200, answer.data
    return answer.data


def test_shipped_days_have_a_name_in_every_language_and_a_key_of_their_own():
    assert len({one.key for one in shipped()}) == len(shipped()) > 20
    assert all(one.names[code] for one in shipped() for code in ("fr", "nl", "de", "en"))


def test_a_day_of_every_year_and_a_day_of_one_year():
    by_key = {one.key: one for one in shipped()}
    span = (date(2028, 12, 1), date(2030, 3, 9))
    assert list(by_key["womens-day"].days(*span)) == [date(2029, 3, 8), date(2030, 3, 8)]
    assert list(by_key["be-elections-2029"].days(*span)) == [date(2029, 6, 10)]


def test_community_days_are_for_belgium_alone():
    assert "flemish-community" in {one.key for one in for_country("BE")}
    assert "flemish-community" not in {one.key for one in for_country("FR")}


@pytest.mark.parametrize(
    ("country", "language", "day", "name"),
    [
        ("BE", "fr", date(2026, 11, 11), "Jour de l'Armistice"),
        ("BE", "nl", date(2026, 7, 21), "Nationale feestdag"),
        ("FR", "fr", date(2026, 7, 14), "Fête nationale"),
        ("DE", "de", date(2026, 10, 3), "Tag der Deutschen Einheit"),
        ("NL", "nl", date(2026, 4, 27), "Koningsdag"),
    ],
)
def test_public_holidays_in_the_readers_language(country, language, day, name):
    found = holidays.public(country, start=day, end=date(day.year, 12, 31), language=language)
    assert (found[0].starts_on, found[0].name) == (day, name)


def test_a_country_nobody_knows_has_none():
    assert holidays.public("ZZ", start=date(2026, 1, 1), end=date(2027, 1, 1), language="en") == []
    assert holidays.school("FR", ["Flemish"], start=date(2026, 1, 1), end=date(2027, 1, 1), language="en") == []


def test_winter_holidays_are_one_span_over_new_year_shared_by_communities():
    found = holidays.school("BE", ["Flemish", "French"], start=date(2026, 12, 28), end=date(2027, 1, 3), language="fr")
    assert [(h.name, h.communities) for h in found] == [("Vacances d'hiver", ("Flemish", "French"))]
    assert found[0].starts_on < date(2026, 12, 28) and found[0].ends_on > date(2026, 12, 31)


def test_communities_that_differ_have_their_own(world):
    found = holidays.school("BE", ["Flemish", "French"], start=date(2026, 4, 1), end=date(2026, 5, 15), language="en")
    assert {h.communities for h in found} >= {("Flemish",), ("French",)}


def test_the_calendar_gets_all_kinds(world):
    planner = world.client("planner")
    planner.post(
        "/api/moments/", {"name": "Congress", "starts_on": "2026-11-27", "ends_on": "2026-11-29", "kind": "meeting"}, format="json"
    )
    found = layers(planner)
    assert {row["layer"] for row in found} == {"public", "school", "shipped", "own"}
    own = next(row for row in found if row["layer"] == "own")
    assert (own["name"], own["starts_on"], own["ends_on"]) == ("Congress", "2026-11-27", "2026-11-29")
    assert [row["starts_on"] for row in found] == sorted(row["starts_on"] for row in found)


def test_a_day_that_is_off_anyway_says_so(world):
    found = layers(world.client("planner"), "2026-05-01", "2026-05-02")
    assert [row["kind"] for row in found if row["layer"] == "shipped"] == ["day_off"] and "public" in {row["layer"] for row in found}


def test_a_shipped_day_can_be_switched_off_and_on(world):
    planner = world.client("planner")
    assert planner.put("/api/moments/shipped/violence-against-women/", {"is_shown": False}, format="json").status_code == 204
    assert not [row for row in layers(planner) if row["id"].startswith("violence")]
    assert [row["is_shown"] for row in planner.get("/api/moments/shipped/").data if row["key"] == "violence-against-women"] == [False]
    planner.put("/api/moments/shipped/violence-against-women/", {"is_shown": True}, format="json")
    assert [row for row in layers(planner) if row["id"].startswith("violence")]
    assert planner.put("/api/moments/shipped/no-such-day/", {"is_shown": False}, format="json").status_code == 404


def test_a_moment_is_changed_removed_and_brought_back(world):
    planner = world.client("planner")
    made = planner.post("/api/moments/", {"name": " March ", "starts_on": "2026-11-24"}, format="json").data
    assert (made["name"], made["ends_on"]) == ("March", "2026-11-24")
    changed = planner.patch(f"/api/moments/{made['id']}/", {"ends_on": "2026-11-25", "note": "Bring flags"}, format="json").data
    assert (changed["ends_on"], changed["note"]) == ("2026-11-25", "Bring flags")
    assert planner.delete(f"/api/moments/{made['id']}/").status_code == 204
    assert not [row for row in layers(planner) if row["layer"] == "own"]
    assert planner.post(f"/api/moments/{made['id']}/restore/").status_code == 200
    assert [row["name"] for row in planner.get("/api/moments/").data["results"]] == ["March"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "x", "starts_on": "2026-11-24", "ends_on": "2026-11-23"}, "ends_on"),
        ({"name": "x", "starts_on": "2026-11-24", "ends_on": "2030-11-23"}, "ends_on"),
        ({"name": "", "starts_on": "2026-11-24"}, "name"),
        ({"name": "x" * 121, "starts_on": "2026-11-24"}, "name"),
        ({"name": "x", "starts_on": "soon"}, "starts_on"),
        ({"name": "x", "starts_on": "2026-11-24", "colour": "red"}, "colour"),
        ({"name": "x", "starts_on": "2026-11-24", "campaign": "00000000-0000-0000-0000-000000000000"}, "campaign"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(world, body, field):
    answer = world.client("planner").post("/api/moments/", body, format="json")
    assert answer.status_code == 400 and field in answer.data["fields"]


@pytest.mark.parametrize("who", ["author", "approver", "treasurer", "viewer"])
def test_who_does_not_plan_only_looks(world, who):
    client = world.client(who)
    assert client.post("/api/moments/", {"name": "x", "starts_on": "2026-11-24"}, format="json").status_code == 403
    assert client.put("/api/moments/shipped/labour-day/", {"is_shown": False}, format="json").status_code == 403
    assert client.get("/api/moments/").status_code == 200 and layers(client)


def test_another_organisation_sees_neither_moments_nor_what_we_hide(world):
    planner, other = world.client("planner"), world.client("other")
    made = planner.post("/api/moments/", {"name": "Secret", "starts_on": "2026-11-24"}, format="json").data
    planner.put("/api/moments/shipped/childrens-day/", {"is_shown": False}, format="json")
    assert other.get("/api/moments/").data["count"] == 0
    assert other.delete(f"/api/moments/{made['id']}/").status_code == 404
    assert [row for row in layers(other) if row["id"].startswith("childrens-day")]


def test_country_and_communities_are_settings(world):
    admin = world.client("admin")
    assert admin.patch("/api/organisation/", {"country": "ZZ"}, format="json").status_code == 400
    assert admin.patch("/api/organisation/", {"communities": ["Klingon"]}, format="json").status_code == 400
    assert admin.patch("/api/organisation/", {"communities": ["German"]}, format="json").data["communities"] == ["German"]
    assert {tuple(row["communities"]) for row in layers(admin) if row["layer"] == "school"} == {("German",)}
    admin.patch("/api/organisation/", {"country": "FR"}, format="json")
    assert not [row for row in layers(admin) if row["layer"] == "school"]


@pytest.mark.parametrize(
    "query", [{}, {"from": "x", "to": "y"}, {"from": "2026-01-01", "to": "2029-01-01"}, {"from": "2026-02-02", "to": "2026-01-01"}]
)
def test_spans_that_make_no_sense_are_refused(world, query):
    assert world.client("planner").get("/api/layers/", query).status_code == 400
