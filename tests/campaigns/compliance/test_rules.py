"""The rule book and its engine: who may buy what, where and since when."""

import json
from datetime import date
from typing import Any

import pytest

from campaigns.compliance import book
from campaigns.compliance.engine import BLOCK, EU, EXPECTED, INFORM, WARN, Facts, Rule, findings
from campaigns.compliance.sellers import seller
from tests.world import World

TODAY = date(2026, 11, 23)


def found(on=TODAY, **facts):
    given: dict[str, Any] = {"sponsor": "party", "country": "BE", "is_paid_media": True} | facts
    return findings(facts=Facts(**given), rules=book.rules(), on=on)


def blocked(on=TODAY, **facts):
    return [finding.rule.id for finding in found(on, **facts) if finding.blocks]


@pytest.mark.parametrize(
    ("platform", "last_day", "first_day"),
    [("meta", date(2025, 10, 5), date(2025, 10, 6)), ("google", date(2025, 9, 21), date(2025, 9, 22))],
)
def test_the_stop_begins_on_its_day(platform, last_day, first_day):
    assert blocked(last_day, platform=platform) == []
    assert blocked(first_day, platform=platform) == [f"{platform}-eu"]


@pytest.mark.parametrize("country", sorted(EU))
def test_in_the_whole_union_nobody_of_the_large_ones_sells(country):
    for platform in ("meta", "google", "tiktok", "x", "linkedin"):
        assert blocked(platform=platform, country=country, sponsor="ngo")


def test_outside_the_union_meta_google_and_x_still_sell():
    for platform in ("meta", "google", "x"):
        assert blocked(platform=platform, country="GB") == []
    assert blocked(platform="tiktok", country="GB") and blocked(platform="linkedin", country="GB")


def test_what_is_not_political_may_be_bought_but_a_party_has_no_tiktok_account_for_it():
    assert blocked(platform="meta", sponsor="ngo", is_political=False) == []
    assert blocked(platform="tiktok", sponsor="ngo", is_political=False) == []
    assert blocked(platform="tiktok", sponsor="party", is_political=False) == ["tiktok-parties"]


def test_a_seller_nobody_has_checked_is_a_warning_not_a_wall():
    effects = {finding.rule.id: finding.rule.effect for finding in found(platform="reddit")}
    assert effects["unchecked-platform-eu"] == WARN and BLOCK not in effects.values()


def test_what_may_be_bought_comes_with_its_duties():
    assert {f.rule.id for f in found(platform="publisher") if f.rule.on_purchases} == {"eu-label-and-notice", "be-gifts-received"}


def test_the_gravest_comes_first():
    order = [finding.rule.effect for finding in found(platform="meta")]
    assert order == sorted(order, key=[BLOCK, WARN, INFORM].index)


def test_belgian_law_on_gifts_is_told_to_both_sides_and_only_there():
    assert "be-gifts-received" in {f.rule.id for f in found(sponsor="party", is_paid_media=False)}
    for sponsor in ("union", "ngo", "mutuality", "institution"):
        assert "be-gifts-given" in {f.rule.id for f in found(sponsor=sponsor, is_paid_media=False)}
    assert not [f for f in found(country="FR", is_paid_media=False) if f.rule.id.startswith("be-")]


GIFT = {"is_paid_media": False, "sponsor": "union"}


@pytest.mark.parametrize("payer", ["union", "ngo", "mutuality", "company", "institution"])
@pytest.mark.parametrize("beneficiary", ["party", "candidate"])
def test_nobody_but_people_gives_to_a_party_or_candidate(payer, beneficiary):
    assert blocked(**GIFT, payer=payer, beneficiary=beneficiary) == ["be-gift-forbidden"]
    assert blocked(**GIFT, payer=payer, beneficiary=beneficiary, country="FR") == ["fr-gift-forbidden"]
    assert blocked(**GIFT, payer=payer, beneficiary="own") == [] == blocked(**GIFT, payer="party", beneficiary=beneficiary)


def test_a_person_gives_up_to_five_hundred_euros_in_belgium():
    assert blocked(**GIFT, payer="person", beneficiary="party", cents=500_00) == []
    assert blocked(**GIFT, payer="person", beneficiary="party", cents=500_01) == ["be-gift-person-cap"]


@pytest.mark.parametrize(
    ("day", "stopped"),
    [(date(2029, 2, 9), []), (date(2029, 2, 10), ["be-2029-means"]), (date(2029, 6, 10), ["be-2029-means"]), (date(2029, 6, 11), [])],
)
def test_some_means_are_closed_in_the_months_before_a_vote(day, stopped):
    assert blocked(day, medium="posters") == stopped and blocked(day, medium="press_online") == []
    assert blocked(day, medium="posters", sponsor="union") == []


def test_french_parties_buy_no_reach_before_their_presidential_vote():
    assert blocked(date(2026, 9, 30), country="FR", platform="publisher") == []
    assert blocked(country="FR", platform="publisher") == ["fr-2027-no-paid-reach"]


def test_a_rule_ends_after_its_last_day():
    rule = Rule(
        id="r",
        effect=BLOCK,
        summary={"en": "x"},
        source="s",
        source_url="",
        checked_on=TODAY,
        since=date(2026, 1, 1),
        until=date(2026, 6, 30),
    )
    facts = Facts(sponsor="ngo", country="BE")
    assert findings(facts=facts, rules=[rule], on=date(2026, 6, 30)) and not findings(facts=facts, rules=[rule], on=date(2026, 7, 1))


def test_every_rule_is_dated_sourced_and_in_four_languages():
    for rule in book.rules():
        assert set(rule.summary) == {"en", "fr", "nl", "de"} and all(rule.summary.values()), rule.id
        assert rule.source and rule.source_url.startswith("https://"), rule.id
        assert rule.since <= rule.checked_on or rule.status == EXPECTED, rule.id
        assert rule.effect != BLOCK or rule.payers or rule.alternatives, rule.id
        assert rule.effect != BLOCK or not rule.platforms or rule.platform, rule.id


def test_alternatives_are_media_that_count_as_digital():
    from campaigns.budget.media import BY_CODE

    for rule in book.rules():
        for code in rule.alternatives:
            assert BY_CODE[code].digital_permille == 1000, (rule.id, code)


def test_a_broken_rule_file_says_which_rule(tmp_path, monkeypatch):
    raw = json.loads((book.FOLDER / "belgium.json").read_text("utf-8"))
    raw["rules"][0]["effect"] = "forbid"
    (tmp_path / "belgium.json").write_text(json.dumps(raw), "utf-8")
    monkeypatch.setattr(book, "FOLDER", tmp_path)
    with pytest.raises(book.BadRule, match=r"belgium\.json, rule be-gifts-received"):
        book.rules.__wrapped__()


@pytest.mark.parametrize(
    ("platform", "supplier", "sold_by"),
    [("publisher", "Meta Platforms Ireland", "meta"), ("", "YouTube", "google"), ("", "Twitter International", "x"), ("x", "", "x"),
     ("publisher", "Métallerie du Parc", "publisher"), ("", "Texas Ads Bureau", "")],
)  # fmt: skip
def test_who_invoices_sells(platform, supplier, sold_by):
    assert seller(platform=platform, supplier=supplier) == sold_by


@pytest.mark.django_db
def test_members_read_the_rules_that_concern_them_in_their_language():
    world = World.make()
    world.viewer.language = "fr"
    world.viewer.save()
    client = world.client("viewer", world.organisation)
    rules = {rule["id"]: rule for rule in client.get("/api/rules/", HTTP_ACCEPT_LANGUAGE="fr").data}
    assert "be-gifts-given" in rules and "be-gifts-received" not in rules and "tiktok-parties" not in rules
    assert rules["meta-eu"]["summary"].startswith("Meta (Facebook, Instagram, Threads) ne diffuse aucune")
    assert world.client("stranger").get("/api/rules/").status_code == 404
