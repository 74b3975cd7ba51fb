"""Money that would be a forbidden gift to a party is refused, with rule, date and source."""

import pytest
from django_scopes import scope, scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.budget.fingerprint import fingerprint
from campaigns.budget.models import Entry, Request


@pytest.fixture
def ask(world, line):
    """ask(payer="union") sends a request of the organisation's author; a member of a union unless `kind` says otherwise."""
    press = line()

    def sent(kind="union", country="BE", **more):
        with scopes_disabled():
            Organisation.objects.filter(pk=world.organisation.pk).update(kind=kind, country=country)
        body = {"line": str(press.pk), "title": "Leaflets", "net_cents": 1_000_00} | more
        return world.client("author", world.organisation).post("/api/requests/", body, format="json")

    return sent


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("union", {"beneficiary": "party"}),
        ("ngo", {"beneficiary": "candidate", "beneficiary_name": "A. Peeters"}),
        ("mutuality", {"beneficiary": "party"}),
        ("party", {"payer": "union", "payer_name": "The union"}),
        ("party", {"payer": "company"}),
        ("party", {"payer": "ngo", "beneficiary": "candidate"}),
        ("party", {"payer": "person"}),
    ],
)
def test_a_gift_the_law_forbids_is_refused_and_binds_nothing(ask, kind, more):
    refused = ask(kind, **more)
    assert refused.status_code == 409 and refused.data["problem"] == "gift-cannot-be-paid"
    assert "article 16bis" in refused.data["message"] and refused.data["rule_url"].startswith("https://")
    assert refused.data["params"]["since"] == "1989-07-20" and "payer" in refused.data["fields"]
    with scopes_disabled():
        assert not Request.objects.exists() and not Entry.objects.exists()


@pytest.mark.parametrize(
    ("kind", "more"),
    [("union", {}), ("party", {}), ("party", {"beneficiary": "candidate"}), ("party", {"payer": "person", "net_cents": 500_00})],
)
def test_what_is_no_gift_or_a_lawful_one_is_asked(ask, kind, more):
    assert ask(kind, **more).status_code == 201


def test_a_change_does_not_slip_a_gift_in(world, ask):
    asked = ask().data
    changed = world.client("author", world.organisation).patch(f"/api/requests/{asked['id']}/", {"beneficiary": "party"}, format="json")
    assert changed.data["problem"] == "gift-cannot-be-paid"
    with scopes_disabled():
        assert Request.objects.get().beneficiary == "own"


def test_who_pays_is_part_of_what_is_approved(world, ask):
    asked = ask("party", beneficiary="candidate", beneficiary_name="A. Peeters").data
    with scope(organisation=world.organisation):
        request = Request.objects.select_related("line__period").get(pk=asked["id"])
        before = fingerprint(request)
        request.beneficiary_name = "B. Peeters"
        assert fingerprint(request) != before
    card = world.client("treasurer", world.organisation).get(f"/api/requests/{asked['id']}/card/").data
    assert (card["beneficiary"], card["beneficiary_name"], card["payer"]) == ("candidate", "A. Peeters", "own")


def test_elsewhere_the_law_of_that_country_counts(ask):
    assert ask("union", "FR", beneficiary="candidate").data["params"]["rule"] == "fr-gift-forbidden"
    assert ask("union", "LU", beneficiary="party").status_code == 201


@pytest.fixture
def book(world, line, treasurer):
    """book(payer="union") books a small expense that nobody had to ask for; of a union unless `kind` says otherwise."""
    press = line()

    def sent(kind="union", country="BE", net_cents=40_00, **more):
        with scopes_disabled():
            Organisation.objects.filter(pk=world.organisation.pk).update(kind=kind, country=country)
        body = {"line": str(press.pk), "net_cents": net_cents, "on": "2026-11-20", "supplier": "Imprimerie"} | more
        return treasurer.post("/api/entries/", body, format="json")

    return sent


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("union", {"beneficiary": "party", "beneficiary_name": "Les Verts"}),
        ("ngo", {"beneficiary": "candidate"}),
        ("union", {"payer": "federation", "beneficiary": "party"}),
        ("party", {"payer": "union", "payer_name": "The union"}),
        ("party", {"payer": "company"}),
        ("party", {"payer": "person", "net_cents": 500_01}),
    ],
)
def test_a_forbidden_gift_is_not_booked_however_small(book, kind, more):
    refused = book(kind, **more)
    assert refused.status_code == 409 and refused.data["problem"] == "gift-cannot-be-booked"
    assert "article 16bis" in refused.data["message"] and refused.data["rule_url"].startswith("https://")
    assert refused.data["params"]["since"] == "1989-07-20" and "payer" in refused.data["fields"]
    with scopes_disabled():
        assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("union", {}),
        ("union", {"payer": "company", "payer_name": "Printer", "beneficiary": "own"}),
        ("party", {"beneficiary": "candidate", "beneficiary_name": "A. Peeters"}),
        ("party", {"payer": "candidate", "payer_name": "A. Peeters"}),
        ("party", {"payer": "person", "payer_name": "M. Dupont", "net_cents": 500_00}),
    ],
)
def test_a_lawful_expense_is_booked_with_who_paid_for_whom(book, kind, more):
    booked = book(kind, **more)
    assert booked.status_code == 201
    facts = booked.data["facts"] or {}
    assert facts.get("payer", "own") == more.get("payer", "own") and facts.get("beneficiary", "own") == more.get("beneficiary", "own")


def test_gifts_of_one_person_count_together_in_their_year(book):
    gift = {"payer": "person", "payer_name": "M. Dupont"}
    assert book("party", **gift, net_cents=300_00).status_code == 201
    assert book("party", **gift | {"payer_name": "m. dupont"}, net_cents=200_01).data["problem"] == "gift-cannot-be-booked"
    assert book("party", **gift | {"payer_name": "A. Claes"}, net_cents=500_00).status_code == 201
    assert book("party", **gift, net_cents=200_00).status_code == 201


def test_who_pays_for_a_party_has_to_be_said(book):
    refused = book("party", payer="other", payer_name="Somebody")
    assert refused.status_code == 400 and refused.data["problem"] == "payer-unclear" and "payer" in refused.data["fields"]
    assert book("union", payer="other").status_code == 201


def test_what_is_said_of_an_expense_later_makes_no_gift_either(book, treasurer):
    booked = book().data
    refused = treasurer.put(f"/api/entries/{booked['id']}/facts/", {"payer": "own", "beneficiary": "party"}, format="json")
    assert refused.data["problem"] == "gift-cannot-be-booked"
    assert treasurer.get(f"/api/entries/{booked['id']}/").data["facts"] is None


def test_an_expense_on_a_request_takes_who_pays_from_it(world, ask, treasurer):
    from tests.campaigns.budget.test_requests import decide

    asked = ask("party", beneficiary="candidate", beneficiary_name="A. Peeters").data
    assert decide(world, "approver", asked["id"]).status_code == 200
    body = {"line": asked["line"], "request": asked["id"], "net_cents": 10_00, "on": "2026-11-20"}
    facts = treasurer.post("/api/entries/", body, format="json").data["facts"]
    assert (facts["beneficiary"], facts["beneficiary_name"], facts["payer"]) == ("candidate", "A. Peeters", "own")
