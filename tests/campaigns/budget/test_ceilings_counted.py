"""Ceilings of the law take the regulated share of an expense, and Walloon ones at most half for paid reach online."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from campaigns.budget import services as budget
from campaigns.budget.ceilings import law, services
from campaigns.budget.ceilings.counting import Days, counted_permille
from campaigns.budget.ceilings.standing import standing_of
from campaigns.budget.invoices.facts import set_facts
from campaigns.budget.media import MEDIA
from campaigns.budget.models import Entry
from tests.campaigns.budget.conftest import NOW

DOC = Path("docs/algorithms/ceilings.md").read_text("utf-8")
LAW = Days(date(2029, 2, 10), date(2029, 6, 10))


def table(after: str) -> list[list[str]]:
    lines = DOC.split(after, 1)[1].splitlines()
    rows = [line for line in lines[: next(n for n, line in enumerate(lines) if line.startswith("- "))] if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1:]]


def cents(text: str) -> int:
    return round(float(text.replace(" ", "")) * 100)


def told(start: str, after: str) -> str:
    return next(line for line in DOC.split(after, 1)[1].splitlines() if line.startswith(start))


@pytest.fixture
def ceiling(world):
    """ceiling(template="be-wal-2030-party") is one of the organisation, from 1 November to 20 December 2026."""

    def made(cap_cents=10_000_00, template="", **more):
        with scope(organisation=world.organisation):
            given = {"name": "The vote", "starts_on": date(2026, 11, 1), "ends_on": date(2026, 12, 20), "template": template} | more
            return services.save_ceiling(organisation=world.organisation, by=world.treasurer, cap_cents=cap_cents, now=NOW, **given)

    return made


def test_the_worked_example_is_right_to_the_cent(world, line, ceiling):
    """The table's days, moved into the past: an expense of a day to come cannot be booked."""
    back = date(2029, 6, 21) - date(2026, 11, 20)
    days = {"starts_on": LAW.first - back, "ends_on": LAW.last - back}
    rows = table("## Worked example")
    posters = line("posters", 100_000_00)
    with scope(organisation=world.organisation):
        of_law, own = ceiling(template="be-2029-party", **days), ceiling(**days)
        for what, day, net, vat, share, *_ in rows:
            entry = budget.book_expense(
                line=posters, net_cents=cents(net), vat_cents=cents(vat), on=date.fromisoformat(day) - back, by=world.treasurer, now=NOW
            )
            if share != "not said":
                set_facts(entry=entry, regulated_permille=int(share), regulated_note=what, by=world.treasurer, now=NOW)
        assert f"{standing_of(of_law).spent / 100:,.2f}".replace(",", " ") in told("- of the law", "## Worked example")
        assert f"{standing_of(own).spent / 100:,.2f}".replace(",", " ") in told("- own", "## Worked example")
    for _, day, net, vat, share, counted, whole in rows:
        on, regulated = date.fromisoformat(day), None if share == "not said" else int(share)
        for of_law_too, shown in ((True, counted), (False, whole)):
            permille = counted_permille(on=on, regulated_permille=regulated, days=LAW, of_law=of_law_too, periods=[LAW])
            assert round((cents(net) + cents(vat)) * permille / 1000) == cents(shown)


def test_a_share_counts_for_the_nearest_period_alone():
    federal, local = Days(date(2029, 2, 10), date(2029, 6, 10)), Days(date(2030, 7, 1), date(2030, 10, 13))

    def counted(days, on):
        return counted_permille(on=on, regulated_permille=400, days=days, of_law=True, periods=[federal, local])

    assert (counted(federal, date(2029, 7, 1)), counted(local, date(2029, 7, 1))) == (400, 0)
    assert (counted(federal, date(2030, 6, 1)), counted(local, date(2030, 6, 1))) == (0, 400)
    assert counted(federal, date(2028, 2, 11)) == 400 and counted(federal, date(2028, 2, 10)) == 0  # more than a year before
    overlapping = Days(date(2030, 7, 13), date(2030, 10, 13))
    assert counted_permille(on=date(2030, 8, 1), regulated_permille=1, days=overlapping, of_law=True, periods=[local, overlapping]) == 1


def test_what_is_taken_back_or_credited_counts_as_before_it(world, line, ceiling):
    posters = line("posters")
    with scope(organisation=world.organisation):
        one = ceiling(template="be-2029-party")
        entry = budget.book_expense(line=posters, net_cents=100_00, on=date(2026, 11, 10), by=world.treasurer, now=NOW)
        set_facts(entry=entry, regulated_permille=250, regulated_note="a week of four", by=world.treasurer, now=NOW)
        assert standing_of(one).spent == 25_00
        budget.take_back(entry=entry, by=world.treasurer, now=NOW)
        assert standing_of(one).spent == 0


def test_a_share_that_is_said_later_refuses_nothing_and_tells_the_mark(world, line, ceiling, treasurer):
    posters = line("posters")
    ceiling(500_00, template="be-2029-party")
    entry = treasurer.post("/api/entries/", {"line": str(posters.pk), "net_cents": 900_00, "on": "2026-10-20"}, format="json").data
    body = {"regulated_permille": 1000, "regulated_note": "they hang in November"}
    assert treasurer.put(f"/api/entries/{entry['id']}/facts/", body, format="json").status_code == 200
    assert treasurer.get("/api/ceilings/").data[0]["left_cents"] == -400_00
    with scopes_disabled():
        assert {notice.params["mark"] for notice in Notice.objects.filter(code="ceiling-mark")} == {100}


def test_the_walloon_example_is_right_to_the_cent(world, line, ceiling):
    codes = {"paid social": "paid_social", "online press": "press_online", "digital screens outdoors": "dooh", "newsletter": "newsletter"}
    with scope(organisation=world.organisation):
        one = ceiling(10_000_00, template="be-wal-2030-party", online_permille=500)
        lines = {}
        for name, split, cost, _ in table("A Walloon ceiling of"):
            lines[name] = line(codes[name], digital_permille=int(split), split_note="counted")
            Entry.objects.create(
                organisation=world.organisation, kind=Entry.Kind.EXPENSE, line=lines[name], net_cents=cents(cost), on=date(2026, 11, 10),
                at=NOW,
            )  # fmt: skip
        stands = standing_of(one)
    assert (stands.online, stands.online_left, stands.used, stands.left) == (4_200_00, 800_00, 7_300_00, 2_700_00)
    assert told("- online", "A Walloon") == "- online: 4 200.00, left online 800.00"
    assert told("- ceiling", "A Walloon") == "- ceiling: 7 300.00, left 2 700.00"


def test_more_than_half_online_is_refused_though_the_ceiling_has_room(line, ceiling, treasurer):
    social, letter = line("press_online"), line("newsletter")
    ceiling(1_000_00, template="be-wal-2030-party", online_permille=500, source="CDLD L4131-9 §5")

    def book(on_line, net):
        return treasurer.post("/api/entries/", {"line": str(on_line.pk), "net_cents": net, "on": "2026-11-10"}, format="json")

    assert book(social, 400_00).status_code == 201
    refused = book(social, 100_01)
    assert refused.status_code == 409 and refused.data["problem"] == "ceiling-online-overspent"
    assert "50%" in refused.data["message"] and "€100.00" in refused.data["message"] and "L4131-9" in refused.data["message"]
    assert book(letter, 100_01).status_code == 201 and book(social, 100_00).status_code == 201
    shown = treasurer.get("/api/ceilings/").data[0]
    assert (shown["online_cents"], shown["online_cap_cents"], shown["left_cents"]) == (500_00, 500_00, 399_99)


def test_a_yes_cannot_bring_more_than_half_online_either(world, line, ceiling):
    social = line("press_online")
    ceiling(1_000_00, template="be-wal-2030-party", online_permille=500)
    author = world.client("author", world.organisation)
    asked = author.post("/api/requests/", {"line": str(social.pk), "title": "Banner", "net_cents": 500_01}, format="json").data
    from tests.campaigns.budget.test_requests import decide

    assert decide(world, "approver", asked["id"]).data["problem"] == "ceiling-online-overspent"


def test_walloon_ceilings_bring_their_limit_and_others_none(treasurer):
    offered = {each["id"]: each["online_permille"] for each in treasurer.get("/api/ceilings/templates/").data}
    assert {name for name, limit in offered.items() if limit == 500} == {"be-wal-2030-list", "be-wal-2030-party", "be-wal-2030-party-small"}
    assert {limit for name, limit in offered.items() if not name.startswith("be-wal")} == {None}
    assert all("L4131-9 §5" in each.source for each in law.templates() if each.online_permille)


def test_the_rule_is_told_to_a_party_that_buys_online_before_the_vote(world):
    from campaigns.compliance import selectors as compliance

    party = Organisation(kind="party", country="BE")
    ask: dict[str, Any] = {"organisation": party, "platform": "publisher", "is_paid_media": True, "is_political": True, "medium": "display"}
    rules = {finding.rule.id for finding in compliance.on_purchase(**ask, on=date(2030, 9, 1))}
    assert "be-wal-2030-online-half" in rules
    assert "be-wal-2030-online-half" not in {finding.rule.id for finding in compliance.on_purchase(**ask, on=date(2026, 11, 27))}
    assert "be-wal-2030-online-half" in {rule.id for rule in compliance.of_organisation(party, on=date(2026, 11, 27))}


def test_the_rule_speaks_of_the_media_that_are_counted():
    from campaigns.compliance.book import rules

    rule = next(rule for rule in rules() if rule.id == "be-wal-2030-online-half")
    assert rule.media == {medium.code for medium in MEDIA if medium.is_online_reach}


def test_a_ceiling_that_was_for_several_regions_asks_to_be_chosen_anew(ceiling, treasurer):
    ceiling(1_000_00, template="be-wal-bru-2030-party")
    shown = treasurer.get("/api/ceilings/").data[0]
    assert shown["instead"] == ["be-wal-2030-party", "be-bru-2030-party"]
    assert set(shown["instead"]) <= {each["id"] for each in treasurer.get("/api/ceilings/templates/").data}
    chosen = {"template": "be-wal-2030-party", "online_permille": 500}
    now = treasurer.patch(f"/api/ceilings/{shown['id']}/", chosen, format="json").data
    assert (now["instead"], now["online_cap_cents"], now["cap_cents"]) == ([], 500_00, 1_000_00)


def test_what_stands_in_the_place_of_another_ceiling_is_in_the_list():
    listed = {each.id for each in law.templates()}
    for former in ("be-local-2030-list", "be-wal-bru-2030-party", "be-wal-bru-2030-party-small"):
        assert former not in listed and set(law.instead_of(former)) <= listed and law.instead_of(former)
