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
