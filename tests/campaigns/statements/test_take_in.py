"""A file is seen before it is saved, saved once, and what it says is counted once."""

import threading
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from campaigns.budget.invoices.models import Invoice, Payment
from campaigns.budget.models import Entry
from campaigns.budget.suppliers.models import SupplierAccount
from campaigns.statements.models import Statement, Transaction
from tests.campaigns.statements import files
from tests.world import World

PAID = (-1_210_00, "ECRANS DU SUD", files.SUPPLIER_IBAN, files.STRUCTURED)
CAME_IN = (500_00, "Un membre", "", "cotisation")


def count(model) -> int:
    with scopes_disabled():
        return int(model.objects.count())


def total(client, line):
    return client.get(f"/api/periods/{line.period_id}/overview/").data["total"]


def test_reading_saves_nothing_and_taking_in_saves_once(send, treasurer):
    content = files.coda(PAID, CAME_IN)
    read = send("read", content)
    assert read.status_code == 200 and read.data["kind"] == "coda" and read.data["earlier"] is None
    rows = [(row["cents"], row["is_known"], row["problems"]) for row in read.data["movements"]]
    assert rows == [(-1_210_00, False, []), (500_00, False, [])]
    assert count(Statement) == count(Transaction) == 0
    first = send("take-in", content, name="../CODA 20-11.cod")
    assert (first.status_code, first.data["new"], first.data["statement"]["file_name"]) == (201, 2, "CODA 20-11.cod")
    again = send("take-in", content, name="the same under another name.txt")
    assert (again.data["new"], again.data["statement"]["id"]) == (0, first.data["statement"]["id"])
    assert count(Statement) == 1 and count(Transaction) == 2
    told = send("read", content).data
    assert told["earlier"]["id"] == first.data["statement"]["id"] and all(row["is_known"] for row in told["movements"])


def test_another_format_of_the_same_month_brings_only_what_is_new(send):
    send("take-in", files.coda(PAID))
    more = send("take-in", files.csv(PAID, CAME_IN))
    assert more.data["new"] == 1 and count(Transaction) == 2


def test_rows_that_cannot_be_read_hold_the_file_back_unless_they_are_left_out(send):
    content = b"Date;Montant;Nom\n20/11/2026;-10,00;X\n??;-5,00;Y\n"
    assert send("read", content).data["movements"][1]["problems"][0]["message"].startswith("This is no day")
    refused = send("take-in", content)
    assert refused.data["problem"] == "statement-has-errors" and count(Transaction) == 0
    assert send("take-in", content, leave_out_bad=True).data["new"] == 1


def test_a_payment_finds_its_invoice_and_counts_once(send, treasurer, screens):
    made = send("take-in", files.peppol(), name="invoice.xml").data
    assert made["new"] == 1 and made["statement"]["kind"] == "peppol"
    invoice = treasurer.get(f"/api/invoices/{made['statement']['invoice']}/").data
    assert (invoice["supplier_name"], invoice["state"], invoice["account_unconfirmed"]) == ("Écrans du Sud SA", "to_book", True)
    assert sorted(document["name"] for document in invoice["documents"]) == ["facture.pdf", "invoice.xml"]
    with scopes_disabled():
        assert SupplierAccount.objects.get().state == "proposed"
    part = {"line": str(screens.pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    treasurer.post(f"/api/invoices/{invoice['id']}/book/", {"parts": [part]}, format="json")
    send("take-in", files.coda(PAID))
    (movement,) = treasurer.get("/api/transactions/", {"state": "waits"}).data["results"]
    (match,) = movement["matches"]
    assert (match["kind"], match["id"], match["is_sure"]) == ("invoice", invoice["id"], True)
    assert match["reasons"] == ["reference", "iban", "amount"] and movement["account_unconfirmed"]
    settled = treasurer.post(f"/api/transactions/{movement['id']}/settle/", {"invoice": invoice["id"]}, format="json")
    assert (settled.status_code, settled.data["state"]) == (200, "settled")
    assert treasurer.get(f"/api/invoices/{invoice['id']}/").data["state"] == "paid"
    figures = total(treasurer, screens)
    assert (figures["spent_cents"], figures["invoiced_cents"], figures["paid_cents"]) == (1_210_00, 1_210_00, 1_210_00)
    again = treasurer.post(f"/api/transactions/{movement['id']}/settle/", {"invoice": invoice["id"]}, format="json")
    assert again.data["problem"] == "transaction-settled" and count(Payment) == 1
    for content in (files.coda(PAID), files.camt(PAID), files.peppol()):
        assert send("take-in", content).data["new"] == 0 if content != files.camt(PAID) else True
    assert total(treasurer, screens) == figures and count(Invoice) == 1


def test_an_invoice_by_another_name_of_the_file_is_still_the_same(send, treasurer):
    send("take-in", files.peppol())
    other = files.peppol().replace(b"<cbc:ID>1</cbc:ID>", b"<cbc:ID>2</cbc:ID>")
    assert send("read", other).data["billed"]["known"]
    assert send("take-in", other).data["problem"] == "invoice-known" and count(Invoice) == count(Statement) == 1


def test_an_invoice_that_is_not_booked_is_booked_and_paid_in_one_step(send, treasurer, screens):
    invoice = send("take-in", files.peppol()).data["statement"]["invoice"]
    send("take-in", files.camt(PAID))
    pk = treasurer.get("/api/transactions/").data["results"][0]["id"]
    assert treasurer.post(f"/api/transactions/{pk}/settle/", {"invoice": invoice}, format="json").data["problem"] == "invoice-not-booked"
    both = treasurer.post(f"/api/transactions/{pk}/settle/", {"invoice": invoice, "line": str(screens.pk)}, format="json")
    assert both.data["state"] == "settled" and total(treasurer, screens)["paid_cents"] == 1_210_00


def test_a_payment_uses_up_what_was_promised(send, world, treasurer, screens):
    ask = {"line": str(screens.pk), "title": "Screens", "net_cents": 1_000_00, "vat_cents": 210_00, "supplier": "Ecrans du Sud"}
    asked = world.client("author", world.organisation).post("/api/requests/", ask, format="json").data["id"]
    approver = world.client("approver", world.organisation)
    waiting = approver.get("/api/decisions/").data[0]
    approver.post(f"/api/decisions/{waiting['id']}/decide/", {"verdict": "approve", "fingerprint": waiting["fingerprint"]}, format="json")
    send("take-in", files.csv(PAID))
    (movement,) = treasurer.get("/api/transactions/").data["results"]
    assert [(match["kind"], match["id"], match["reasons"]) for match in movement["matches"]] == [("request", asked, ["name", "amount"])]
    body = {"request": asked, "vat_cents": 210_00, "closes": True}
    assert treasurer.post(f"/api/transactions/{movement['id']}/settle/", body, format="json").data["state"] == "settled"
    figures = total(treasurer, screens)
    assert (figures["committed_cents"], figures["spent_cents"], figures["paid_cents"]) == (0, 1_210_00, 1_210_00)


def test_a_movement_may_be_an_expense_nobody_asked_for_or_none_at_all_and_waits_again(send, treasurer, screens):
    send("take-in", files.csv((-50_00, "Café", "", "réunion"), (-9_00, "Banque", "", "frais"), CAME_IN))
    rows = {row["cents"]: row["id"] for row in treasurer.get("/api/transactions/").data["results"]}
    spent = treasurer.post(f"/api/transactions/{rows[-50_00]}/settle/", {"line": str(screens.pk), "vat_cents": 8_68}, format="json")
    assert spent.data["state"] == "settled" and total(treasurer, screens)["spent_cents"] == 50_00
    assert treasurer.post(f"/api/transactions/{rows[-9_00]}/set-aside/", {"note": " "}, format="json").status_code == 400
    aside = treasurer.post(f"/api/transactions/{rows[-9_00]}/set-aside/", {"note": "Bank costs"}, format="json")
    assert aside.data["state"] == "aside"
    came = treasurer.post(f"/api/transactions/{rows[500_00]}/settle/", {"line": str(screens.pk)}, format="json")
    assert came.data["problem"] == "money-came-in"
    assert treasurer.get("/api/transactions/", {"state": "waits"}).data["count"] == 0
    for cents in (-50_00, -9_00):
        assert treasurer.post(f"/api/transactions/{rows[cents]}/reopen/").data["state"] == "waits"
    assert (total(treasurer, screens)["spent_cents"], total(treasurer, screens)["paid_cents"]) == (50_00, 0)
    (match, *_) = treasurer.get(f"/api/transactions/{rows[-50_00]}/").data["matches"]  # the expense stays and is found
    assert match["kind"] == "expense"
    treasurer.post(f"/api/transactions/{rows[-50_00]}/settle/", {"entries": [match["id"]]}, format="json")
    assert (total(treasurer, screens)["spent_cents"], total(treasurer, screens)["paid_cents"]) == (50_00, 50_00)
    assert treasurer.post(f"/api/transactions/{rows[500_00]}/reopen/").data["problem"] == "transaction-waits"


def test_a_payment_taken_back_elsewhere_lets_its_movement_wait_again(send, treasurer, screens):
    send("take-in", files.csv((-50_00, "Café", "", "")))
    pk = treasurer.get("/api/transactions/").data["results"][0]["id"]
    payment = treasurer.post(f"/api/transactions/{pk}/settle/", {"line": str(screens.pk)}, format="json").data["payment"]
    treasurer.post(f"/api/payments/{payment}/take-back/")
    assert treasurer.get(f"/api/transactions/{pk}/").data["state"] == "waits"


def test_advertising_is_booked_on_its_line_once(send, treasurer, screens):
    assert send("take-in", files.ADS_FRENCH).data["problem"] == "spend-needs-line"
    assert send("take-in", files.ADS_FRENCH, line=str(screens.pk)).data["new"] == 2
    assert send("take-in", files.ADS_FRENCH, line=str(screens.pk)).data["new"] == 0
    assert send("take-in", files.ADS_DUTCH, line=str(screens.pk)).data["new"] == 0
    assert total(treasurer, screens)["spent_cents"] == 370_55
    changed = files.ADS_DUTCH.replace(b"250.05", b"260.05")
    (row,) = send("read", changed).data["spends"]
    assert (row["is_known"], row["was_cents"]) == (True, 250_05)
    assert send("take-in", changed, line=str(screens.pk)).data["new"] == 0 and count(Entry) == 2


def test_our_template_is_taken_along_and_comes_back(treasurer):
    answer = treasurer.get("/api/statements/template/", HTTP_ACCEPT_LANGUAGE="fr")
    assert "mouvements" in answer["Content-Disposition"]
    assert [cell.value for cell in load_workbook(BytesIO(answer.content)).active[1]][:2] == ["Date", "Montant"]


def test_a_file_nobody_knows_or_of_another_currency_is_refused(send):
    assert send("read", b"hello").data["problem"] == "import-empty"
    assert "CODA" in send("read", b"a;b\n1;2\n").data["message"]
    assert send("take-in", files.peppol(currency="USD")).data["problem"] == "invoice-other-currency"
    assert send("read", b"0" * (6 * 1024 * 1024)).data["problem"] == "import-too-large"


def test_another_organisation_sees_none_of_it(send, world, treasurer, screens):
    send("take-in", files.csv(PAID))
    pk = treasurer.get("/api/transactions/").data["results"][0]["id"]
    other = world.client("other", world.other)
    assert other.get("/api/transactions/").data["count"] == other.get("/api/statements/").data["count"] == 0
    assert other.post(f"/api/transactions/{pk}/settle/", {}, format="json").status_code == 404
    assert send("take-in", files.csv(PAID), client=other).data["new"] == 1  # their own books
    theirs = other.get("/api/transactions/").data["results"][0]["id"]
    assert other.post(f"/api/transactions/{theirs}/settle/", {"line": str(screens.pk)}, format="json").status_code == 400
    for name in ("viewer", "author"):
        assert send("take-in", files.csv(PAID), client=world.client(name, world.organisation)).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_two_treasurers_who_take_in_one_file_at_once_take_it_in_once(home):
    world = World.make()
    answers, gate, content = [], threading.Barrier(3), files.coda(PAID, CAME_IN)

    def press() -> None:
        try:
            client = world.client("treasurer", world.organisation)
            gate.wait()
            given = {"file": SimpleUploadedFile("f", content)}
            answers.append(client.post("/api/statements/take-in/", given, format="multipart").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [201, 201, 201] and count(Statement) == 1 and count(Transaction) == 2
