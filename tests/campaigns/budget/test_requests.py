"""Somebody asks, somebody else decides. What cannot be bought is refused with its reason and with what can."""

import threading
from datetime import date

import pytest
from django.db import connection
from django.utils.formats import date_format
from django_scopes import scope, scopes_disabled

from accounts.notify.models import Notice
from accounts.problems import Refusal
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.models import Entry, Request
from tests.campaigns.budget.conftest import NOW
from tests.world import World

DRAFT = {
    "title": "Écrans, gare du Midi",
    "net_cents": 4_000_00,
    "vat_cents": 840_00,
    "reason": "Le loyer, deux semaines",
    "supplier": "Écrans du Sud",
}


@pytest.fixture
def ask(world, line):
    def asked(name="author", **more):
        body = {"line": str(more.pop("line", None) or line("dooh").pk), **DRAFT, **more}
        return world.client(name, world.organisation).post("/api/requests/", body, format="json")

    return asked


def approval_of(pk):
    with scopes_disabled():
        return Approval.objects.filter(subject_id=pk).order_by("-asked_at").first()


def decide(world, name, pk, verdict="approve", comment="", fingerprint=None):
    approval = approval_of(pk)
    body = {"verdict": verdict, "comment": comment, "fingerprint": fingerprint or approval.fingerprint}
    return world.client(name, world.organisation).post(f"/api/decisions/{approval.pk}/decide/", body, format="json")


def entries():
    with scopes_disabled():
        return list(Entry.objects.order_by("at"))


def test_a_request_waits_for_those_who_decide_on_money_and_not_for_who_asks(world, ask):
    answer = ask("treasurer")
    assert answer.status_code == 201 and answer["ETag"] == '"1"' and answer.data["state"] == "open"
    assert {notice.user for notice in Notice.objects.filter(code="request-waits")} == {world.approver, world.second_approver}


def test_who_asks_never_decides(world, ask):
    pk = ask("treasurer").data["id"]
    answer = decide(world, "treasurer", pk)
    assert (answer.status_code, answer.data["problem"]) == (403, "own-work")
    assert entries() == []


def test_a_yes_commits_and_tells_who_asked(world, ask):
    pk = ask().data["id"]
    assert decide(world, "treasurer", pk).status_code == 200
    assert [(e.kind, e.net_cents) for e in entries()] == [("commitment", 4_000_00)]
    assert [n.user for n in Notice.objects.filter(code="request-approved")] == [world.author]


@pytest.mark.parametrize(("verdict", "state"), [("ask_changes", "changes_asked"), ("reject", "rejected")])
def test_a_no_commits_nothing(world, ask, verdict, state):
    pk = ask().data["id"]
    assert decide(world, "approver", pk, verdict=verdict).data["problem"] == "comment-needed"
    assert decide(world, "approver", pk, verdict=verdict, comment="Too dear").status_code == 200
    assert world.client("viewer", world.organisation).get(f"/api/requests/{pk}/").data["state"] == state
    assert entries() == []


def test_roles_that_do_not_decide_on_money_cannot(world, ask):
    pk = ask().data["id"]
    for name in ("admin", "planner", "viewer"):
        assert decide(world, name, pk).status_code == 403
    assert entries() == []


def test_a_changed_amount_voids_what_was_seen(world, ask):
    pk = ask().data["id"]
    seen = approval_of(pk).fingerprint
    author = world.client("author", world.organisation)
    changed = author.patch(f"/api/requests/{pk}/", {"net_cents": 40_000_00}, format="json", HTTP_IF_MATCH='"1"')
    assert changed.status_code == 200 and changed["ETag"] == '"2"' and changed.data["supplier"] == DRAFT["supplier"]
    assert approval_of(pk).fingerprint != seen
    assert decide(world, "approver", pk, fingerprint=seen).data["problem"] == "changed-since-shown"
    assert entries() == []


def test_a_line_that_changes_its_medium_meanwhile_voids_it_too(world, ask, line, treasurer):
    pk = ask(line=(screens := line("dooh")).pk).data["id"]
    assert treasurer.patch(f"/api/lines/{screens.pk}/", {"medium": "posters"}, format="json").data["digital_permille"] == 0
    assert decide(world, "approver", pk).data["problem"] == "changed-since-shown"


def test_an_old_screen_does_not_overwrite(world, ask):
    pk = ask().data["id"]
    author = world.client("author", world.organisation)
    author.patch(f"/api/requests/{pk}/", {"title": "New"}, format="json", HTTP_IF_MATCH='"1"')
    late = author.patch(f"/api/requests/{pk}/", {"title": "Older"}, format="json", HTTP_IF_MATCH='"1"')
    assert late.status_code == 412 and late.data["problem"] == "edited-meanwhile" and late.data["current"]["title"] == "New"


def test_changes_that_were_asked_for_bring_it_back_for_decision(world, ask):
    pk = ask().data["id"]
    decide(world, "approver", pk, verdict="ask_changes", comment="One week only")
    again = world.client("author", world.organisation).patch(f"/api/requests/{pk}/", {"net_cents": 2_000_00}, format="json")
    assert again.data["state"] == "open"
    assert decide(world, "approver", pk).status_code == 200
    assert [e.net_cents for e in entries()] == [2_000_00]


def test_what_is_decided_or_withdrawn_is_no_longer_changed(world, ask):
    author = world.client("author", world.organisation)
    approved, withdrawn = ask().data["id"], ask().data["id"]
    decide(world, "approver", approved)
    assert author.post(f"/api/requests/{withdrawn}/withdraw/").data["state"] == "withdrawn"
    assert approval_of(withdrawn).state == "void"
    assert decide(world, "approver", withdrawn).status_code == 409
    for pk in (approved, withdrawn):
        assert author.patch(f"/api/requests/{pk}/", {"title": "X"}, format="json").data["problem"] == "request-decided"
        assert author.post(f"/api/requests/{pk}/withdraw/").data["problem"] == "request-decided"


def test_somebody_elses_request_is_theirs_or_the_treasurers_to_change(world, ask):
    pk = ask("author").data["id"]
    assert (
        world.client("planner", world.organisation).patch(f"/api/requests/{pk}/", {"title": "X"}, format="json").data["problem"]
        == "not-your-request"
    )
    assert world.client("treasurer", world.organisation).patch(f"/api/requests/{pk}/", {"title": "X"}, format="json").status_code == 200
    assert decide(world, "treasurer", pk).data["problem"] == "own-work"  # who changed it last does not decide either


def test_an_author_sees_only_their_own_and_not_the_line(world, ask):
    mine, theirs = ask("author").data["id"], ask("planner").data["id"]
    author = world.client("author", world.organisation)
    assert [r["id"] for r in author.get("/api/requests/").data["results"]] == [mine]
    assert author.get(f"/api/requests/{theirs}/").status_code == 404
    assert author.get(f"/api/requests/{mine}/card/").status_code == 403


@pytest.mark.parametrize(
    ("medium", "platform", "named"),
    [("paid_social", "meta", "Meta"), ("search_video", "google", "Google"), ("paid_social", "tiktok", "TikTok"), ("paid_social", "x", "X"),
     ("paid_social", "linkedin", "LinkedIn"), ("display", "google", "Google"), ("influencers", "tiktok", "TikTok")],
)  # fmt: skip
def test_reach_that_nobody_sells_is_refused_with_rule_date_source_and_alternatives(world, ask, line, medium, platform, named):
    answer = ask(line=line(medium).pk, platform=platform)
    assert answer.status_code == 409 and answer.data["problem"] == "reach-cannot-be-bought"
    since = date_format(date.fromisoformat(answer.data["params"]["since"]), "j F Y")
    assert named in answer.data["message"] and since in answer.data["message"]
    assert answer.data["params"]["source"] in answer.data["message"] and "online press" in answer.data["message"]
    assert "press_online" in answer.data["alternatives"] and answer.data["rule_url"].startswith("https://")
    with scopes_disabled():
        assert not Request.objects.exists() and not Approval.objects.exists()


def test_another_platform_in_the_form_does_not_hide_who_invoices(world, ask, line):
    for supplier in ("Meta Platforms Ireland Ltd", "FACEBOOK ads", "Google Ireland Limited", "LinkedIn Ireland"):
        assert ask(line=line("display").pk, platform="publisher", supplier=supplier).data["problem"] == "reach-cannot-be-bought"
    assert ask(line=line("production_digital").pk, platform="meta").data["problem"] == "reach-cannot-be-bought"
    assert ask(line=line("paid_social", is_paid_media=False).pk, platform="meta").data["problem"] == "reach-cannot-be-bought"


def test_a_platform_is_named_where_rules_differ(ask, line):
    answer = ask(line=line("paid_social").pk)
    assert answer.data["problem"] == "platform-needed" and "platform" in answer.data["fields"]


def test_what_an_ngo_declares_not_political_may_be_asked_but_a_party_may_not_say_so(world, ask, line):
    jobs = {"line": line("paid_social").pk, "platform": "linkedin", "is_political": False, "title": "Offre d’emploi"}
    assert ask(**jobs).status_code == 201
    world.organisation.kind = "party"
    world.organisation.save()
    assert ask(**jobs).data["problem"] == "reach-cannot-be-bought"


def test_a_change_cannot_slip_it_in_later(world, ask, line):
    pk = ask(line=line("paid_social").pk, platform="other").data["id"]
    author = world.client("author", world.organisation)
    assert author.patch(f"/api/requests/{pk}/", {"platform": "meta"}, format="json").data["problem"] == "reach-cannot-be-bought"
    assert author.get(f"/api/requests/{pk}/").data["platform"] == "other"


def test_the_card_says_what_is_left_and_what_it_does_to_the_share(world, ask, line, treasurer):
    posters, screens = line("posters", 6_000_00), line("dooh", 5_000_00, name="Écrans")
    spent = {"line": str(posters.pk), "net_cents": 3_000_00, "on": "2026-01-15"}
    assert treasurer.post("/api/entries/", spent, format="json").status_code == 201
    pk = ask(line=screens.pk).data["id"]
    card = treasurer.get(f"/api/requests/{pk}/card/").data
    assert (card["title"], card["asked_by"], card["gross_cents"]) == (DRAFT["title"], "Author", 4_840_00)
    assert (card["line"]["name"], card["line"]["left_cents"], card["line"]["left_after_cents"]) == ("Écrans", 5_000_00, 160_00)
    assert (card["cost_cents"], card["vat"]) == (4_840_00, "included")
    effect = card["share_effect"]["paid_media"]
    assert (effect["now"]["permille"], effect["if_approved"]["permille"]) == (0, 617)
    assert effect["now"]["short_cents"] == 1_500_00 and effect["if_approved"]["short_cents"] == 0
    decision = world.client("approver", world.organisation).get(f"/api/decisions/{approval_of(pk).pk}/").data
    assert decision["money"]["line"]["left_after_cents"] == 160_00 and decision["may_decide"]


def test_a_yes_given_elsewhere_does_not_count(world, line):
    """on_decision holds by itself, whoever calls it: without an approval of this very content nothing is committed."""
    with scope(organisation=world.organisation):
        asked = budget.ask(organisation=world.organisation, line=line("dooh"), by=world.author, title="X", net_cents=1, now=NOW)
        with pytest.raises(Refusal) as no:
            budget.on_decision(request=asked, verdict="approve", by=world.approver, now=NOW)
        assert no.value.code == "changed-since-shown"
        with pytest.raises(Refusal) as no:
            budget.on_decision(request=asked, verdict="approve", by=world.author, now=NOW)
        assert no.value.code == "own-work"
    assert entries() == []


@pytest.mark.django_db(transaction=True)
def test_two_who_decide_at_once_commit_once(home):
    world = World.make()
    with scope(organisation=world.organisation):
        period = budget.open_period(
            organisation=world.organisation, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), now=NOW
        )
        screens = budget.save_line(period=period, by=None, medium="dooh", planned_cents=10_000_00, now=NOW)
        pk = budget.ask(organisation=world.organisation, line=screens, by=world.author, title="X", net_cents=1_00, now=NOW).pk
    answers, gate = [], threading.Barrier(3)

    def press(name: str) -> None:
        try:
            gate.wait()
            answers.append(decide(world, name, pk).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(name,)) for name in ("approver", "second_approver", "treasurer")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 409, 409]
    assert [e.kind for e in entries()] == ["commitment"]


def card_of(world, pk):
    return world.client("approver", world.organisation).get(f"/api/decisions/{approval_of(pk).pk}/").data


def change(world, pk, **changes):
    answer = world.client("author", world.organisation).patch(f"/api/requests/{pk}/", changes, format="json")
    assert answer.status_code == 200, answer.data


def test_what_was_asked_for_the_first_time_is_compared_with_nothing(world, ask):
    card = card_of(world, ask().data["id"])
    assert (card["compared_with"], card["compared_at"], card["changes"]) == (None, None, [])


def test_what_is_asked_again_says_what_is_different_from_what_was_decided_on(world, ask, line):
    pk = ask().data["id"]
    decide(world, "approver", pk, verdict="ask_changes", comment="Moins cher ?")
    change(world, pk, net_cents=3_500_00, vat_cents=735_00)
    change(world, pk, supplier="Écrans du Nord", line=str(line("posters").pk))
    card = card_of(world, pk)
    found = {each["what"]: each for each in card["changes"]}
    assert card["compared_with"] == "decided"
    assert (found["cost"]["before"]["cents"], found["cost"]["after"]["cents"]) == (4_840_00, 4_235_00)
    assert (found["supplier"]["before"], found["supplier"]["after"]) == ("Écrans du Sud", "Écrans du Nord")
    assert (found["line"]["before"], found["line"]["after"]) == ("Digital screens outdoors", "Posters and billboards")


def test_several_changes_in_a_row_that_nobody_decided_on_are_seen_together(world, ask):
    pk = ask().data["id"]
    change(world, pk, net_cents=6_000_00)
    change(world, pk, reason="Le loyer, trois semaines")
    card = card_of(world, pk)
    assert card["compared_with"] == "asked"
    assert {each["what"] for each in card["changes"]} == {"cost", "reason"}
