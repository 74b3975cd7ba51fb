"""Money that comes back gives a payment back, once and never more than was paid."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scopes_disabled
from openpyxl import load_workbook

from campaigns.budget.invoices.models import Refund
from campaigns.budget.invoices.settling import part_of
from campaigns.budget.models import Entry
from tests.campaigns.statements import files

PAID = (-1_210_00, "ECRANS DU SUD", files.SUPPLIER_IBAN, "F-2026-88")


def back(cents):
    return (cents, "ECRANS DU SUD", files.SUPPLIER_IBAN, "remboursement F-2026-88")


def figures(client, line):
    found = client.get(f"/api/periods/{line.period_id}/overview/").data["total"]
    return tuple(found[f"{name}_cents"] for name in ("spent", "invoiced", "paid"))


@pytest.fixture
def invoice(send, treasurer, screens):
    """An invoice of 1 210.00, booked and paid by the bank."""
    pk = send("take-in", files.peppol()).data["statement"]["invoice"]
    part = {"line": str(screens.pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    treasurer.post(f"/api/invoices/{pk}/book/", {"parts": [part]}, format="json")
    send("take-in", files.camt(PAID))
    movement = treasurer.get("/api/transactions/").data["results"][0]["id"]
    assert treasurer.post(f"/api/transactions/{movement}/settle/", {"invoice": pk}, format="json").status_code == 200
    return pk


@pytest.fixture
def came_in(send, treasurer):
    """came_in(cents): the movement of so much from the supplier."""

    def taken(cents, on=None):
        send("take-in", files.camt(back(cents), bank=f"B{cents}"))
        rows = treasurer.get("/api/transactions/", {"state": "came_in"}).data["results"]
        return next(row for row in rows if row["cents"] == cents)

    return taken


def test_a_refund_is_proposed_confirmed_counted_once_and_undone(treasurer, screens, invoice, came_in):
    assert figures(treasurer, screens) == (1_210_00, 1_210_00, 1_210_00)
    movement = came_in(210_00)
    (match,) = movement["matches"]
    assert (match["kind"], match["cents"]) == ("payment", 1_210_00) and match["reasons"] == ["number", "iban"]
    settle = lambda pk, **body: treasurer.post(f"/api/transactions/{pk}/settle/", body, format="json")  # noqa: E731
    assert settle(movement["id"]).data["problem"] == "money-came-in"
    assert settle(movement["id"], payment=match["id"]).data["state"] == "settled"
    assert figures(treasurer, screens) == (1_210_00, 1_210_00, 1_000_00)
    assert treasurer.get(f"/api/invoices/{invoice}/").data["open_cents"] == 210_00
    assert treasurer.get(f"/api/payments/{match['id']}/").data["given_back_cents"] == 210_00
    assert settle(movement["id"], payment=match["id"]).data["problem"] == "transaction-settled"
    assert treasurer.post(f"/api/payments/{match['id']}/take-back/").data["problem"] == "payment-given-back"
    more = came_in(1_000_01)
    assert more["matches"] == []
    refused = settle(more["id"], payment=match["id"])
    assert refused.data["problem"] == "refund-too-much" and "1,000.00" in refused.data["message"]
    assert treasurer.post(f"/api/transactions/{movement['id']}/reopen/").data["state"] == "came_in"
    assert figures(treasurer, screens) == (1_210_00, 1_210_00, 1_210_00)
    assert treasurer.get(f"/api/payments/{match['id']}/").data["given_back_cents"] == 0
    assert settle(more["id"], payment=match["id"]).data["state"] == "settled"


def test_what_came_back_for_good_makes_the_purchase_cheaper(treasurer, screens, invoice, came_in):
    movement = came_in(605_00)
    body = {"payment": movement["matches"][0]["id"], "lowers": True}
    assert treasurer.post(f"/api/transactions/{movement['id']}/settle/", body, format="json").data["state"] == "settled"
    assert figures(treasurer, screens) == (605_00, 605_00, 605_00)
    after = treasurer.get(f"/api/invoices/{invoice}/").data
    assert after["state"] == "paid" and [(part["net_cents"], part["vat_cents"]) for part in after["parts"]] == [(500_00, 105_00)]
    with scopes_disabled():
        assert Entry.objects.count() == 3  # what was, against it, and what is left


@pytest.mark.parametrize("is_entered_again", [False, True])
def test_an_invoice_whose_money_came_back_for_good_in_full_is_not_booked_again(treasurer, screens, invoice, came_in, is_entered_again):
    movement = came_in(1_210_00)
    body = {"payment": movement["matches"][0]["id"], "lowers": True}
    assert treasurer.post(f"/api/transactions/{movement['id']}/settle/", body, format="json").data["state"] == "settled"
    assert figures(treasurer, screens) == (0, 0, 0)
    after = treasurer.get(f"/api/invoices/{invoice}/").data
    assert (after["state"], after["open_cents"]) == ("set_aside", 0)
    assert after["set_aside_note"].startswith("The money came back in full.")
    if is_entered_again:
        fresh = {name: after[name] for name in ("supplier", "kind", "number", "issued_on", "net_cents", "vat_cents")}
        assert treasurer.post("/api/invoices/", fresh, format="json").status_code == 201
    assert treasurer.post(f"/api/transactions/{movement['id']}/reopen/").data["state"] == "came_in"
    assert treasurer.get(f"/api/invoices/{invoice}/").data["state"] == ("set_aside" if is_entered_again else "to_book")


def test_what_was_paid_too_much_after_a_credit_note_comes_back_first(treasurer, screens, invoice, came_in):
    supplier = treasurer.get(f"/api/invoices/{invoice}/").data["supplier"]
    draft = {"supplier": supplier, "kind": "credit_note", "number": "C", "issued_on": "2026-11-21", "net_cents": 100_00, "vat_cents": 21_00}
    note = treasurer.post("/api/invoices/", draft, format="json").data["id"]
    treasurer.post(f"/api/invoices/{note}/credit/", {"of": invoice}, format="json")
    assert figures(treasurer, screens) == (1_089_00, 1_089_00, 1_089_00)
    movement = came_in(121_00)
    body = {"payment": movement["matches"][0]["id"], "lowers": True}
    treasurer.post(f"/api/transactions/{movement['id']}/settle/", body, format="json")
    assert figures(treasurer, screens) == (1_089_00, 1_089_00, 1_089_00)
    assert treasurer.get(f"/api/invoices/{invoice}/").data["state"] == "paid"


def test_money_does_not_come_back_before_it_was_paid_nor_to_another_organisation(world, send, treasurer, invoice, came_in):
    payment = treasurer.get("/api/payments/").data["results"][0]["id"]
    send("take-in", files.csv(back(10_00), on=date(2026, 11, 1)))
    (early,) = treasurer.get("/api/transactions/", {"state": "came_in"}).data["results"]
    assert early["matches"] == []
    settle = lambda client, pk: client.post(f"/api/transactions/{pk}/settle/", {"payment": payment}, format="json")  # noqa: E731
    assert settle(treasurer, early["id"]).data["problem"] == "refund-before-payment"
    other = world.client("other", world.other)
    send("take-in", files.csv(back(10_00)), client=other)
    theirs = other.get("/api/transactions/").data["results"][0]["id"]
    assert settle(other, theirs).status_code == 400 and other.post(f"/api/transactions/{early['id']}/reopen/").status_code == 404
    went_out = treasurer.get("/api/transactions/", {"state": "settled"}).data["results"][0]["id"]
    treasurer.post(f"/api/transactions/{went_out}/reopen/")
    assert settle(treasurer, went_out).data["problem"] == "money-went-out"


def test_the_database_keeps_what_came_back(treasurer, invoice, came_in):
    movement = came_in(10_00)
    body = {"payment": movement["matches"][0]["id"]}
    treasurer.post(f"/api/transactions/{movement['id']}/settle/", body, format="json")
    with scopes_disabled(), pytest.raises(IntegrityError), transaction.atomic():
        Refund.objects.update(cents=1)
    with scopes_disabled(), pytest.raises(TypeError):
        Refund.objects.first().delete()


def test_a_part_of_a_gross_amount():
    assert part_of(1_000, 210, gross=605) == (500, 105) and part_of(100, 0, gross=7) == (7, 0)
    assert part_of(1_000, 210, gross=1_210) == (1_000, 210)
    assert part_of(2, 3, gross=4) == (1, 3)  # never VAT alone is left


def test_a_corrected_amount_of_the_platform_is_booked_anew_on_confirmation(send, treasurer, screens):
    send("take-in", files.ADS_FRENCH, line=str(screens.pk))
    row = next(e for e in treasurer.get("/api/entries/", {"kind": "expense"}).data["results"] if e["net_cents"] == 250_05)
    treasurer.post("/api/payments/", {"entries": [row["id"]], "on": "2026-11-20", "cents": 250_05}, format="json")
    for told, spent, paid in ((b"260.05", 380_55, 250_05), (b"200.00", 320_50, 200_00)):
        changed = files.ADS_DUTCH.replace(b"250.05", told)
        assert send("take-in", changed).data["new"] == 0  # seen, and nothing happens
        assert send("take-in", changed, rebook=True).data["new"] == 1
        assert send("take-in", changed, rebook=True).data["new"] == 0
        assert figures(treasurer, screens) == (spent, 0, paid)
    with scopes_disabled():
        assert Entry.objects.filter(reverses__isnull=False).count() == 2


def test_a_corrected_amount_whose_invoice_is_here_is_the_suppliers_to_correct(send, treasurer, screens):
    send("take-in", files.ADS_DUTCH, line=str(screens.pk))
    entry = treasurer.get("/api/entries/").data["results"][0]["id"]
    supplier = treasurer.post("/api/suppliers/", {"name": "Meta"}, format="json").data["id"]
    draft = {"supplier": supplier, "number": "1", "issued_on": "2026-11-21", "net_cents": 250_05}
    invoice = treasurer.post("/api/invoices/", draft, format="json").data["id"]
    treasurer.post(f"/api/invoices/{invoice}/tie/", {"entries": [entry]}, format="json")
    changed = files.ADS_DUTCH.replace(b"250.05", b"260.05")
    assert send("take-in", changed, rebook=True).data["problem"] == "spend-has-invoice"


def test_the_workbook_tells_each_payment_and_refund_once_with_what_it_paid(treasurer, screens, invoice, came_in):
    movement = came_in(210_00)
    treasurer.post(f"/api/transactions/{movement['id']}/settle/", {"payment": movement["matches"][0]["id"]}, format="json")
    book = load_workbook(BytesIO(treasurer.get(f"/api/periods/{screens.period_id}/export.xlsx").content))
    heads, payment, refund = ([cell.value for cell in row] for row in book["Payments and refunds"].rows)
    paid, back = dict(zip(heads, payment, strict=True)), dict(zip(heads, refund, strict=True))
    assert (paid["What"], paid["Amount"], paid["Settles in this budget"]) == ("Payment", 1210, 1000)
    assert (back["What"], back["Amount"], back["Settles in this budget"]) == ("Refund", -210, None)
    assert book["Payments and refunds"]["E2"].number_format == "#,##0.00" and paid["Date"].date() <= back["Date"].date()
    number = treasurer.get(f"/api/invoices/{invoice}/").data["number"]
    for row in (paid, back):
        assert row["Invoice"] == number and row["Account"] == files.SUPPLIER_IBAN and row["Counterparty"] == "ECRANS DU SUD"
        assert row["Bank statement"] == "file.bin"
    assert (paid["Reference of the bank"], back["Reference of the bank"]) == (None, "B210000")
    assert back["Stands against"] == paid["Number"]
    ledger = book["Ledger"]
    row = dict(zip([cell.value for cell in ledger[1]], [cell.value for cell in ledger[2]], strict=True))
    assert (row["Invoice"], row["Paid, VAT included"]) == (number, 1000)
