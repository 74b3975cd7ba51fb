"""Who is paid is one supplier, however the books write the name; a new account number takes two people."""

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope, scopes_disabled

from accounts.notify.models import Notice
from campaigns.budget import services as budget
from campaigns.budget.models import Entry, Threshold
from campaigns.budget.suppliers.models import Supplier, SupplierAccount
from campaigns.budget.suppliers.names import alike, company_number_in, core_of, iban_in, key_of
from tests.campaigns.budget.conftest import NOW

IBAN, OTHER_IBAN = "BE68 5390 0754 7034", "BE71 0961 2345 6769"


@pytest.mark.parametrize(
    ("typed", "read"),
    [(IBAN, "BE68539007547034"), ("be71096123456769", "BE71096123456769"), ("BE68 5390 0754 7035", None), ("", None), ("BE68", None),
     ("FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189")],
)  # fmt: skip
def test_an_account_number_has_to_fit_its_check_digits(typed, read):
    assert iban_in(typed) == read


@pytest.mark.parametrize(
    ("typed", "country", "read"),
    [("0428.759.497", "BE", "BE0428759497"), ("BE 428.759.497", "BE", "BE0428759497"), ("0428.759.498", "BE", None), ("", "BE", ""),
     ("FR40 303 265 045", "FR", "FR40303265045"), ("CHE-123.456", "CH", "CHE123456")],
)  # fmt: skip
def test_a_company_number_has_to_be_one(typed, country, read):
    assert company_number_in(typed, country=country) == read


def test_names_are_alike_without_legal_form_accents_and_signs():
    assert core_of("S.A. Écrans du Sud") == core_of("ecrans du sud NV") == "ecrans du sud"
    assert alike("Écrans du Sud s.r.l.", ["Nobody", "ECRANS DU SUD"]) and not alike("Écrans", ["Écrans du Sud"])
    assert key_of("  Écrans   du Sud ") == key_of("écrans du sud")


@pytest.fixture
def add(treasurer):
    def added(name="Écrans du Sud", client=None, **more):
        return (client or treasurer).post("/api/suppliers/", {"name": name, **more}, format="json")

    return added


def test_a_supplier_is_added_with_what_identifies_it(add, treasurer):
    answer = add(company_number="0428.759.497", email="compta@ecrans.example")
    assert answer.status_code == 201
    assert (answer.data["company_number"], answer.data["country"], answer.data["names"]) == ("BE0428759497", "BE", ["Écrans du Sud"])
    assert add("Other", company_number="BE0428759497").data["problem"] == "company-number-taken"
    assert add("Other", company_number="0428759498").data["fields"]["company_number"]
    assert add("écrans  du sud").data["problem"] == "supplier-name-taken"
    assert [s["name"] for s in treasurer.get("/api/suppliers/").data] == ["Écrans du Sud"]


def test_names_in_the_books_find_their_supplier_and_stay_as_written(add, line, world, treasurer):
    for text in ("Écrans du Sud", "ECRANS DU SUD SA", "Imprimerie Nord"):
        entry = {"line": str(line("dooh").pk), "net_cents": 10_00, "supplier": text, "on": "2026-11-20"}
        assert treasurer.post("/api/entries/", entry, format="json").status_code == 201
    supplier = add().data
    untied = treasurer.get("/api/suppliers/untied/").data
    assert [(u["text"], u["uses"], u["suggested"]) for u in untied] == [
        ("ECRANS DU SUD SA", 1, supplier["id"]), ("Imprimerie Nord", 1, None)
    ]  # fmt: skip
    tied = treasurer.post(f"/api/suppliers/{supplier['id']}/names/", {"texts": ["ECRANS DU SUD SA"]}, format="json").data
    assert tied["names"] == ["ECRANS DU SUD SA", "Écrans du Sud"] and tied["spent_cents"] == 20_00
    with scopes_disabled():
        assert sorted(Entry.objects.values_list("supplier", flat=True)) == ["ECRANS DU SUD SA", "Imprimerie Nord", "Écrans du Sud"]


def test_a_split_order_is_seen_through_another_way_of_writing_the_name(add, line, world, treasurer):
    supplier = add().data["id"]
    treasurer.post(f"/api/suppliers/{supplier}/names/", {"texts": ["E.D.S."]}, format="json")
    with scope(organisation=world.organisation):
        Threshold.objects.create(organisation=world.organisation, from_cents=2_500_00, verb="decide_large", needed=1)
        screens = line("dooh")
        for text in ("E.D.S.", "écrans du sud"):
            asked = budget.ask(
                organisation=world.organisation, line=screens, by=world.author, title="X", net_cents=1_500_00, supplier=text, now=NOW
            )
    card = treasurer.get(f"/api/requests/{asked.pk}/card/").data
    assert "split-order" in [rule["id"] for rule in card["findings"]]


def test_who_enters_an_account_number_does_not_confirm_it(add, world, treasurer):
    supplier = add().data["id"]
    answer = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN, "holder": "Écrans du Sud SA"}, format="json")
    assert answer.status_code == 201
    account = answer.data["accounts"][0]
    assert (account["state"], account["iban"], account["may_be_confirmed"]) == ("proposed", "BE68539007547034", False)
    assert {n.user for n in Notice.objects.filter(code="account-waits")} == {world.approver, world.second_approver}
    url = f"/api/supplier-accounts/{account['id']}/confirm/"
    assert treasurer.post(url).data["problem"] == "account-needs-another"
    assert world.client("viewer", world.organisation).post(url).status_code == 403
    done = world.client("approver", world.organisation).post(url)
    assert (done.status_code, done.data["state"], done.data["confirmed_by_name"]) == (200, "confirmed", "Approver")
    assert world.client("second_approver", world.organisation).post(url).data["problem"] == "account-not-waiting"


def test_the_database_itself_wants_two_people(add, world, treasurer):
    supplier = add().data["id"]
    account = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN}, format="json").data["accounts"][0]["id"]
    with scopes_disabled(), pytest.raises(IntegrityError), transaction.atomic():
        SupplierAccount.objects.filter(pk=account).update(state="confirmed", confirmed_by=world.treasurer)


def test_a_new_number_replaces_the_old_one_once_it_is_confirmed(add, world, treasurer):
    supplier, approver = add().data["id"], world.client("approver", world.organisation)
    old = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN}, format="json").data["accounts"][0]["id"]
    approver.post(f"/api/supplier-accounts/{old}/confirm/")
    draft = {"iban": OTHER_IBAN, "replaces": old}
    new = treasurer.post(f"/api/suppliers/{supplier}/accounts/", draft, format="json").data["accounts"][0]["id"]
    states = lambda: {a["id"]: a["state"] for a in treasurer.get(f"/api/suppliers/{supplier}/").data["accounts"]}  # noqa: E731
    assert states() == {old: "confirmed", new: "proposed"}
    approver.post(f"/api/supplier-accounts/{new}/confirm/")
    assert states() == {old: "retired", new: "confirmed"}


@pytest.mark.parametrize(("iban", "problem"), [("BE00 0000", "iban-wrong"), (IBAN, "iban-known")])
def test_a_wrong_or_known_number_is_refused(add, treasurer, iban, problem):
    supplier = add().data["id"]
    treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN}, format="json")
    again = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": iban}, format="json")
    assert again.data["problem"] == problem and again.data["fields"]["iban"]


def test_one_number_is_not_two_suppliers(add, treasurer):
    one, two = add().data["id"], add("Imprimerie Nord").data["id"]
    treasurer.post(f"/api/suppliers/{one}/accounts/", {"iban": IBAN}, format="json")
    refused = treasurer.post(f"/api/suppliers/{two}/accounts/", {"iban": IBAN}, format="json")
    assert refused.data["problem"] == "iban-of-other" and "Écrans du Sud" in refused.data["message"]


def test_a_request_says_that_its_suppliers_account_waits(add, line, world, treasurer):
    supplier = add().data["id"]
    treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN}, format="json")
    with scope(organisation=world.organisation):
        asked = budget.ask(
            organisation=world.organisation,
            line=line("dooh"),
            by=world.author,
            title="X",
            net_cents=1_00,
            supplier="écrans du SUD",
            now=NOW,
        )
    findings = {f["id"]: f for f in treasurer.get(f"/api/requests/{asked.pk}/card/").data["findings"]}
    assert "BE68 5390 0754 7034" in findings["supplier-account"]["summary"]


def test_two_that_are_one_are_joined(add, world, treasurer):
    one, two = add().data["id"], add("Ecrans Sud", company_number="0428759497").data["id"]
    treasurer.post(f"/api/suppliers/{two}/accounts/", {"iban": IBAN}, format="json")
    assert treasurer.post(f"/api/suppliers/{one}/merge/", {"into": one}, format="json").data["problem"] == "supplier-merges-with-itself"
    stays = treasurer.post(f"/api/suppliers/{two}/merge/", {"into": one}, format="json").data
    assert (stays["names"], stays["company_number"]) == (["Ecrans Sud", "Écrans du Sud"], "BE0428759497")
    assert [a["state"] for a in stays["accounts"]] == ["proposed"]
    with scopes_disabled():
        assert Supplier.objects.count() == 1


def test_another_organisation_sees_none_of_it(add, world, treasurer):
    supplier = add().data["id"]
    account = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": IBAN}, format="json").data["accounts"][0]["id"]
    other = world.client("other", world.other)
    assert other.get("/api/suppliers/").data == []
    assert other.get(f"/api/suppliers/{supplier}/").status_code == 404
    assert other.post(f"/api/supplier-accounts/{account}/confirm/").status_code == 404
    theirs = other.post("/api/suppliers/", {"name": "Theirs"}, format="json").data["id"]
    assert other.post(f"/api/suppliers/{theirs}/merge/", {"into": supplier}, format="json").status_code == 400
    assert other.post(f"/api/suppliers/{theirs}/accounts/", {"iban": IBAN}, format="json").status_code == 201  # numbers are their own
    for client in (world.client("author", world.organisation), world.client("viewer", world.organisation)):
        assert client.post("/api/suppliers/", {"name": "X"}, format="json").status_code == 403


def test_names_are_suggested_to_whoever_asks_and_nothing_else_is_told(add, line, world, treasurer):
    add()
    add("Gone")
    gone = next(s["id"] for s in treasurer.get("/api/suppliers/").data if s["name"] == "Gone")
    treasurer.patch(f"/api/suppliers/{gone}/", {"is_active": False}, format="json")
    entry = {"line": str(line("dooh").pk), "net_cents": 1_00, "on": "2026-11-20", "supplier": "Café du Coin"}
    treasurer.post("/api/entries/", entry, format="json")
    told = treasurer.get("/api/suppliers/suggestions/").data
    assert [(each["name"], each["supplier"] is None) for each in told] == [("Écrans du Sud", False), ("Café du Coin", True)]
    author = world.client("author", world.organisation)
    assert [set(each) for each in author.get("/api/suppliers/suggestions/").data] == [{"supplier", "name", "others"}]
    assert author.get("/api/suppliers/").status_code == 403
    assert world.client("viewer", world.organisation).get("/api/suppliers/suggestions/").status_code == 403
    assert world.client("other", world.other).get("/api/suppliers/suggestions/").data == []
