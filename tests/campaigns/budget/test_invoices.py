"""From the promise to the payment: an invoice counts once, a payment settles and never counts."""

import json
import threading
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django_scopes import scope, scopes_disabled

from accounts.problems import Refusal
from campaigns.budget import services as budget
from campaigns.budget.invoices import services as invoices
from campaigns.budget.invoices.models import Document, Invoice, InvoicePart, Payment, Settlement
from campaigns.budget.invoices.settling import credit_over, paid_cost, rest_of, spread
from campaigns.budget.models import Entry, Request, Threshold
from campaigns.budget.suppliers import services as suppliers
from tests.campaigns.budget.conftest import NOW
from tests.world import World, png

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def supplier(treasurer):
    return treasurer.post("/api/suppliers/", {"name": "Écrans du Sud"}, format="json").data["id"]


@pytest.fixture
def received(treasurer, supplier):
    def made(number="2026-117", net_cents=1_000_00, vat_cents=210_00, **more):
        draft = {"supplier": supplier, "number": number, "issued_on": "2026-11-10", "due_on": "2026-12-10", **more}
        return treasurer.post("/api/invoices/", {**draft, "net_cents": net_cents, "vat_cents": vat_cents}, format="json")

    return made


def sums(treasurer, period):
    total = treasurer.get(f"/api/periods/{period.pk}/overview/").data["total"]
    return tuple(total[f"{name}_cents"] // 100 for name in ("requested", "committed", "spent", "invoiced", "paid"))


def test_every_stage_of_a_purchase_is_seen_and_nothing_counts_twice(world, period, line, treasurer, supplier, received):
    screens = line("dooh", 5_000_00)
    ask = {"line": str(screens.pk), "title": "Screens", "net_cents": 1_000_00, "vat_cents": 210_00, "supplier": "Écrans du Sud"}
    pk = world.client("author", world.organisation).post("/api/requests/", ask, format="json").data["id"]
    assert sums(treasurer, period) == (1210, 0, 0, 0, 0)
    approver = world.client("approver", world.organisation)
    waiting = approver.get("/api/decisions/").data[0]
    approver.post(f"/api/decisions/{waiting['id']}/decide/", {"verdict": "approve", "fingerprint": waiting["fingerprint"]}, format="json")
    assert sums(treasurer, period) == (0, 1210, 0, 0, 0)
    invoice = received().data
    assert invoice["state"] == "to_book" and sums(treasurer, period) == (0, 1210, 0, 0, 0)
    part = {"line": str(screens.pk), "request": pk, "net_cents": 1_000_00, "vat_cents": 210_00}
    booked = treasurer.post(f"/api/invoices/{invoice['id']}/book/", {"parts": [part]}, format="json")
    assert (booked.status_code, booked.data["state"], booked.data["open_cents"]) == (200, "to_pay", 1_210_00)
    assert sums(treasurer, period) == (0, 0, 1210, 1210, 0)
    again = treasurer.post(f"/api/invoices/{invoice['id']}/book/", {"parts": [part]}, format="json")
    assert again.data["problem"] == "invoice-booked"
    paid = treasurer.post("/api/payments/", {"invoice": invoice["id"], "on": "2026-11-20", "cents": 1_000_00}, format="json")
    assert paid.status_code == 201 and sums(treasurer, period) == (0, 0, 1210, 1210, 1000)
    assert treasurer.get(f"/api/invoices/{invoice['id']}/").data["state"] == "part_paid"
    more = treasurer.post("/api/payments/", {"invoice": invoice["id"], "on": "2026-11-21", "cents": 300_00}, format="json")
    assert more.data["problem"] == "payment-too-much" and "210.00" in more.data["message"]
    treasurer.post("/api/payments/", {"invoice": invoice["id"], "on": "2026-11-21", "cents": 210_00}, format="json")
    assert treasurer.get(f"/api/invoices/{invoice['id']}/").data["state"] == "paid"
    assert sums(treasurer, period) == (0, 0, 1210, 1210, 1210)


def test_an_invoice_that_comes_twice_is_refused_until_the_first_is_set_aside(treasurer, received):
    first = received().data
    assert received(number=" 2026-117 ").data["problem"] == "invoice-known"
    assert treasurer.post(f"/api/invoices/{first['id']}/set-aside/", {"note": ""}, format="json").status_code == 400
    aside = treasurer.post(f"/api/invoices/{first['id']}/set-aside/", {"note": "Addressed to somebody else"}, format="json")
    assert aside.data["state"] == "set_aside" and received().status_code == 201


def test_an_invoice_may_be_booked_on_several_lines_but_only_as_a_whole(treasurer, line, received):
    screens, production = line("dooh"), line("production_digital")
    halves = [{"line": str(one.pk), "net_cents": 500_00, "vat_cents": 105_00} for one in (screens, production)]
    short = received(parts=halves[:1])
    assert short.data["problem"] == "parts-are-not-all" and treasurer.get("/api/invoices/").data["count"] == 0
    assert [part["net_cents"] for part in received(parts=halves).data["parts"]] == [500_00, 500_00]


def test_an_invoice_does_not_slip_under_a_threshold_in_parts(world, treasurer, line, received):
    with scope(organisation=world.organisation):
        Threshold.objects.create(organisation=world.organisation, from_cents=250_00, verb="decide_money", needed=1)
    halves = [{"line": str(line("dooh").pk), "net_cents": 100_00, "vat_cents": 26_00} for _ in range(2)]
    assert received(net_cents=200_00, vat_cents=52_00, parts=halves).data["problem"] == "request-needed"


def test_an_expense_that_is_paid_is_not_taken_back_before_its_payment(treasurer, line, received, period):
    part = {"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    invoice = received(parts=[part]).data
    payment = treasurer.post("/api/payments/", {"invoice": invoice["id"], "on": "2026-11-20", "cents": 1_210_00}, format="json").data
    entry = treasurer.get(f"/api/entries/{invoice['parts'][0]['entry']}/").data
    assert (entry["invoice_number"], entry["paid_cents"], entry["may_be_taken_back"]) == ("2026-117", 1_210_00, False)
    assert treasurer.post(f"/api/entries/{entry['id']}/take-back/", {}, format="json").data["problem"] == "expense-is-paid"
    back = treasurer.post(f"/api/payments/{payment['id']}/take-back/")
    assert (back.status_code, back.data["cents"]) == (201, -1_210_00)
    assert treasurer.post(f"/api/payments/{payment['id']}/take-back/").data["problem"] == "already-taken-back"
    assert treasurer.post(f"/api/entries/{entry['id']}/take-back/", {}, format="json").status_code == 201
    assert treasurer.get(f"/api/invoices/{invoice['id']}/").data["state"] == "to_book"
    assert sums(treasurer, period) == (0, 0, 0, 0, 0)


def test_an_invoice_that_comes_after_its_expense_is_not_booked_again(treasurer, line, received, period):
    entry = {"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00, "on": "2026-11-20"}
    pk = treasurer.post("/api/entries/", entry, format="json").data["id"]
    treasurer.post("/api/payments/", {"entries": [pk], "on": "2026-11-20", "cents": 1_210_00}, format="json")
    other, invoice = received("2", net_cents=999_00).data["id"], received().data["id"]
    assert treasurer.post(f"/api/invoices/{other}/tie/", {"entries": [pk]}, format="json").data["problem"] == "parts-are-not-all"
    tied = treasurer.post(f"/api/invoices/{invoice}/tie/", {"entries": [pk]}, format="json")
    assert (tied.status_code, tied.data["state"]) == (200, "paid")
    assert sums(treasurer, period) == (0, 0, 1210, 1210, 1210)
    again = received("3").data["id"]
    assert treasurer.post(f"/api/invoices/{again}/tie/", {"entries": [pk]}, format="json").data["problem"] == "expense-has-invoice"


def test_an_expense_without_an_invoice_can_be_paid_and_says_that_none_is_there(treasurer, line, period):
    entry = {"line": str(line("dooh").pk), "net_cents": 100_00, "vat_cents": 21_00, "on": "2026-11-20"}
    pk = treasurer.post("/api/entries/", entry, format="json").data["id"]
    assert treasurer.post("/api/payments/", {"entries": [pk], "on": "2026-11-20", "cents": 121_00}, format="json").status_code == 201
    assert treasurer.get(f"/api/entries/{pk}/").data["invoice"] is None
    assert sums(treasurer, period) == (0, 0, 121, 0, 121)
    for bad, problem in ([], "payment-of-nothing"), ([pk], "payment-too-much"):
        answer = treasurer.post("/api/payments/", {"entries": bad, "on": "2026-11-20", "cents": 1}, format="json")
        assert answer.data["problem"] == problem
    late = treasurer.post("/api/payments/", {"entries": [pk], "on": "2999-01-01", "cents": 1}, format="json")
    assert late.data["problem"] == "payment-in-future"


@pytest.mark.parametrize(("paid", "left", "open_cents"), [(0, 726_00, 726_00), (500_00, 726_00, 226_00), (1_210_00, 726_00, 0)])
def test_a_credit_note_lowers_its_invoice_and_what_was_paid_stays_with_the_rest(treasurer, line, period, received, paid, left, open_cents):
    part = {"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    invoice = received(parts=[part]).data["id"]
    if paid:
        treasurer.post("/api/payments/", {"invoice": invoice, "on": "2026-11-20", "cents": paid}, format="json")
    note = received("C-1", net_cents=400_00, vat_cents=84_00, kind="credit_note").data
    assert note["state"] == "to_credit"
    assert treasurer.post(f"/api/invoices/{note['id']}/book/", {"parts": [part]}, format="json").status_code == 409
    credited = treasurer.post(f"/api/invoices/{note['id']}/credit/", {"of": invoice}, format="json")
    assert (credited.status_code, credited.data["state"]) == (200, "credited")
    after = treasurer.get(f"/api/invoices/{invoice}/").data
    assert after["open_cents"] == open_cents and after["paid_cents"] == min(paid, left)
    assert sums(treasurer, period) == (0, 0, 726, 726, min(paid, left) // 100)
    assert treasurer.post(f"/api/invoices/{note['id']}/credit/", {"of": invoice}, format="json").data["problem"] == "invoice-booked"


def test_a_credit_note_may_end_an_invoice_but_not_go_beyond(treasurer, line, received, period):
    part = {"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    invoice = received(parts=[part]).data["id"]
    over = received("C-1", net_cents=1_000_01, vat_cents=0, kind="credit_note").data["id"]
    assert treasurer.post(f"/api/invoices/{over}/credit/", {"of": invoice}, format="json").data["problem"] == "credit-too-much"
    whole = received("C-2", kind="credit_note").data["id"]
    assert treasurer.post(f"/api/invoices/{whole}/credit/", {"of": invoice}, format="json").status_code == 200
    assert sums(treasurer, period) == (0, 0, 0, 0, 0)
    shown = treasurer.get(f"/api/invoices/{invoice}/").data
    assert (shown["state"], shown["open_cents"], shown["due_net_cents"]) == ("credited", 0, 0)


def test_an_invoice_that_was_credited_in_full_is_not_booked_again_and_its_correction_is(world, treasurer, line, period, received):
    amounts = {"line": str(line("dooh", 5_000_00).pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    asked = world.client("author", world.organisation).post("/api/requests/", {**amounts, "title": "Screens"}, format="json").data["id"]
    approver = world.client("approver", world.organisation)
    waits = approver.get("/api/decisions/").data[0]
    approver.post(f"/api/decisions/{waits['id']}/decide/", {"verdict": "approve", "fingerprint": waits["fingerprint"]}, format="json")
    part = {**amounts, "request": asked}
    wrong = received(parts=[part]).data["id"]
    note = received("C-1", kind="credit_note").data["id"]
    treasurer.post(f"/api/invoices/{note}/credit/", {"of": wrong}, format="json")
    assert sums(treasurer, period) == (0, 1210, 0, 0, 0)
    for verb, body in (("book", {"parts": [part]}), ("set-aside", {"note": "twice"})):
        assert treasurer.post(f"/api/invoices/{wrong}/{verb}/", body, format="json").data["problem"] == "invoice-credited"
    again = received(parts=[part])
    assert (again.status_code, again.data["problem"]) == (409, "invoice-known-credited")
    assert "number of its own" in again.data["message"] and sums(treasurer, period) == (0, 1210, 0, 0, 0)
    corrected = received("2026-131", parts=[part])
    assert corrected.data["state"] == "to_pay" and sums(treasurer, period) == (0, 0, 1210, 1210, 0)


def test_what_a_credit_note_left_of_an_invoice_is_what_may_be_booked_anew(treasurer, line, period, received):
    part = {"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}
    invoice = received(parts=[part]).data["id"]
    note = received("C-1", net_cents=400_00, vat_cents=84_00, kind="credit_note").data["id"]
    treasurer.post(f"/api/invoices/{note}/credit/", {"of": invoice}, format="json")
    rest = treasurer.get(f"/api/invoices/{invoice}/").data["parts"][0]["entry"]
    treasurer.post(f"/api/entries/{rest}/take-back/", {"note": "another line"}, format="json")
    shown = treasurer.get(f"/api/invoices/{invoice}/").data
    assert (shown["state"], shown["open_cents"], shown["due_net_cents"], shown["due_vat_cents"]) == ("to_book", 726_00, 600_00, 126_00)
    whole = treasurer.post(f"/api/invoices/{invoice}/book/", {"parts": [part]}, format="json").data
    assert whole["problem"] == "parts-are-not-all"
    left = {**part, "net_cents": 600_00, "vat_cents": 126_00}
    assert treasurer.post(f"/api/invoices/{invoice}/book/", {"parts": [left]}, format="json").data["state"] == "to_pay"
    assert sums(treasurer, period) == (0, 0, 726, 726, 0)


@pytest.mark.parametrize("number", ["2026 117", "2026/117", "2026117"])
def test_a_number_with_other_signs_on_the_same_day_and_of_the_same_amount_is_a_double(received, number):
    received("2026-117")
    assert received(number).data["problem"] == "invoice-known"
    assert received(number, issued_on="2026-11-11").status_code == 201


@pytest.fixture
def on_two_lines(line, received):
    """An invoice of 1 210.00 on two lines, half each."""
    half = {"net_cents": 500_00, "vat_cents": 105_00}
    return received(parts=[{"line": str(line(medium).pk), **half} for medium in ("dooh", "production_digital")]).data


def test_a_credit_note_may_lower_several_expenses_of_its_invoice(treasurer, period, received, on_two_lines):
    treasurer.post("/api/payments/", {"invoice": on_two_lines["id"], "on": "2026-11-20", "cents": 1_000_00}, format="json")
    first, second = (part["entry"] for part in on_two_lines["parts"])
    note = received("C-1", net_cents=300_00, vat_cents=63_00, kind="credit_note").data["id"]
    shares = [{"entry": first, "net_cents": 100_00, "vat_cents": 21_00}, {"entry": second, "net_cents": 200_00, "vat_cents": 42_00}]

    def credit(*given):
        return treasurer.post(f"/api/invoices/{note}/credit/", {"of": on_two_lines["id"], "shares": given}, format="json")

    short = credit(shares[0])
    assert short.data["problem"] == "shares-are-not-all" and "242" in short.data["message"]
    assert credit(shares[0], shares[0]).data["problem"] == "credit-of-other-expense"
    nothing = {"entry": second, "net_cents": 0, "vat_cents": 0}
    assert credit({**shares[0], "net_cents": 300_00, "vat_cents": 63_00}, nothing).data["problem"] == "amount-not-positive"
    assert sums(treasurer, period) == (0, 0, 1210, 1210, 1000)  # nothing half done
    assert credit(*shares).data["state"] == "credited"
    after = treasurer.get(f"/api/invoices/{on_two_lines['id']}/").data
    assert sorted(part["net_cents"] for part in after["parts"]) == [300_00, 400_00]
    assert (after["paid_cents"], after["open_cents"]) == (847_00, 0)  # 605.00 and 395.00 were paid, 484.00 and 363.00 are left
    assert sums(treasurer, period) == (0, 0, 847, 847, 847)


def test_a_credit_note_that_fits_no_single_expense_is_spread_over_them(treasurer, period, received, on_two_lines):
    note = received("C-1", net_cents=800_00, vat_cents=168_00, kind="credit_note").data["id"]
    assert treasurer.post(f"/api/invoices/{note}/credit/", {"of": on_two_lines["id"]}, format="json").data["state"] == "credited"
    (left,) = treasurer.get(f"/api/invoices/{on_two_lines['id']}/").data["parts"]
    assert (left["net_cents"], left["vat_cents"]) == (200_00, 42_00) and sums(treasurer, period) == (0, 0, 242, 242, 0)


def test_a_credit_note_lowers_no_expense_of_another_invoice_or_organisation(world, treasurer, received, on_two_lines, line):
    strange = {"line": str(line("posters").pk), "net_cents": 100_00, "on": "2026-11-20"}
    entry = treasurer.post("/api/entries/", strange, format="json").data["id"]
    note = received("C-1", net_cents=10_00, vat_cents=0, kind="credit_note").data["id"]
    body = {"of": on_two_lines["id"], "shares": [{"entry": entry, "net_cents": 10_00}]}
    assert treasurer.post(f"/api/invoices/{note}/credit/", body, format="json").data["problem"] == "credit-of-other-expense"
    assert world.client("other", world.other).post(f"/api/invoices/{note}/credit/", body, format="json").status_code == 404


def test_how_a_credit_note_is_spread():
    two = [("a", 10, 2), ("b", 20, 4)]
    assert credit_over(two, credit=(15, 3)) == [("b", 15, 3)]
    assert credit_over(two, credit=(25, 5)) == [("a", 10, 2), ("b", 15, 3)]
    assert credit_over(two, credit=(31, 6)) is None and credit_over([], credit=(1, 0)) is None


def test_spreading_and_rounding():
    assert spread(100, [("a", 30), ("b", 0), ("c", 90)]) == [("a", 30), ("c", 70)] and spread(5, []) == []
    assert paid_cost(net_cents=1_000, vat_cents=210, settled=1_210, recovers=True) == 1_000
    assert paid_cost(net_cents=1_000, vat_cents=210, settled=605, recovers=True) == 500
    assert paid_cost(net_cents=1_000, vat_cents=210, settled=605, recovers=False) == 605
    assert rest_of(10, 2, credit=(4, 1)) == (6, 1) and rest_of(10, 2, credit=(11, 0)) is None and rest_of(10, 2, credit=(10, 1)) is None


@pytest.mark.parametrize("model", [Payment, Settlement, InvoicePart])
def test_the_database_keeps_what_was_paid(treasurer, line, received, model):
    invoice = received(parts=[{"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}]).data["id"]
    treasurer.post("/api/payments/", {"invoice": invoice, "on": "2026-11-20", "cents": 10_00}, format="json")
    change: dict[str, object] = {"entry_id": None} if model is InvoicePart else {"cents": 1}
    with scopes_disabled(), pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)
    with scopes_disabled(), pytest.raises(TypeError):
        model.objects.first().delete()


def test_documents_are_known_by_their_content_and_given_to_their_own_alone(world, treasurer, received):
    invoice = received().data["id"]

    def send(content, name="facture.pdf", client=treasurer, **place):
        file = SimpleUploadedFile(name, content, content_type="application/pdf")
        return client.post("/api/documents/", {"file": file, **(place or {"invoice": invoice})}, format="multipart")

    kept = send(PDF)
    assert (kept.status_code, kept.data["mime"], kept.data["name"]) == (201, "application/pdf", "facture.pdf")
    assert send(PDF).data["id"] == kept.data["id"]  # once
    assert send(png(40, 40), name="../../etc/évil.pdf").data["mime"] == "image/png"
    for bad in (b"<html><script>1</script>", b"MZ\x90\x00", b"", b"<?xml version='1.0'?><svg onload='x'/>", b"PK\x03\x04 broken"):
        assert send(bad).status_code in {400, 415}
    assert send(b"%PDF-" + b"0" * (10 * 1024 * 1024)).data["problem"] == "document-too-large"
    file = treasurer.get(f"/api/documents/{kept.data['id']}/file/")
    assert file.content == PDF and file["X-Content-Type-Options"] == "nosniff" and file["Content-Disposition"].startswith("attachment")
    names = [document["name"] for document in treasurer.get(f"/api/invoices/{invoice}/").data["documents"]]
    assert names == ["facture.pdf", "évil.pdf"]
    assert world.client("other", world.other).get(f"/api/documents/{kept.data['id']}/file/").status_code == 404
    assert world.client("author", world.organisation).get(f"/api/documents/{kept.data['id']}/file/").status_code == 403
    assert send(PDF, client=world.client("author", world.organisation)).status_code == 403
    assert treasurer.delete(f"/api/documents/{kept.data['id']}/").status_code == 204
    assert treasurer.get(f"/api/documents/{kept.data['id']}/file/").status_code == 404


def test_who_asks_for_money_adds_the_offer_to_their_own_request(world, line):
    author = world.client("author", world.organisation)
    asked = author.post("/api/requests/", {"line": str(line("dooh").pk), "title": "X", "net_cents": 1_00}, format="json").data["id"]
    body = lambda: {"file": SimpleUploadedFile("offre.pdf", PDF), "request": asked}  # noqa: E731
    document = author.post("/api/documents/", body(), format="multipart").data["id"]
    assert author.get(f"/api/documents/{document}/file/").status_code == 200
    assert world.client("planner", world.organisation).post("/api/documents/", body(), format="multipart").status_code == 403
    assert [d["id"] for d in author.get("/api/documents/", {"request": asked}).data] == [document]


def test_a_request_with_a_file_that_is_not_kept_is_not_asked(world, line):
    author = world.client("author", world.organisation)
    draft = json.dumps({"line": str(line("dooh").pk), "title": "X", "net_cents": 1_00})
    ask = lambda request, *files: author.post("/api/requests/", {"request": request, "files": files}, format="multipart")  # noqa: E731
    refused = ask(draft, SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.exe", b"MZ"))
    assert (refused.status_code, refused.data["problem"]) == (415, "document-unknown")
    assert ask("{", SimpleUploadedFile("a.pdf", PDF)).data["fields"].keys() == {"request"}
    assert ask('{"title": ""}', SimpleUploadedFile("a.pdf", PDF)).data["fields"].keys() == {"line", "title", "net_cents"}
    with scopes_disabled():
        assert not Request.objects.exists() and not Document.objects.exists()
    with_files = {"request": draft, "files": SimpleUploadedFile("a.pdf", PDF)}
    first, second = (author.post("/api/requests/", with_files, format="multipart", HTTP_IDEMPOTENCY_KEY="k") for _ in range(2))
    assert first.data["id"] == second.data["id"] and len(author.get("/api/documents/", {"request": first.data["id"]}).data) == 1


def test_who_asks_removes_an_offer_until_somebody_has_decided(world, line):
    author, approver = world.client("author", world.organisation), world.client("approver", world.organisation)
    asked = author.post("/api/requests/", {"line": str(line("dooh").pk), "title": "X", "net_cents": 1_00}, format="json").data["id"]

    def kept(name):
        file = SimpleUploadedFile(name, PDF + name.encode())
        return author.post("/api/documents/", {"file": file, "request": asked}, format="multipart").data["id"]

    first, second = kept("a.pdf"), kept("b.pdf")
    for other in ("planner", "approver"):
        assert world.client(other, world.organisation).delete(f"/api/documents/{first}/").status_code == 403
    assert author.delete(f"/api/documents/{first}/").status_code == 204
    assert [each["name"] for each in approver.get("/api/documents/", {"request": asked}).data] == ["b.pdf"]
    assert approver.get(f"/api/documents/{second}/file/").status_code == 200
    card = approver.get("/api/decisions/").data[0]
    approver.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    for client in (author, world.client("treasurer", world.organisation)):
        assert client.delete(f"/api/documents/{second}/").data["problem"] == "document-of-decided"


def test_after_a_first_yes_no_offer_comes_or_goes_before_the_second(world, line):
    author, approver = world.client("author", world.organisation), world.client("approver", world.organisation)
    with scope(organisation=world.organisation):
        Threshold.objects.create(organisation=world.organisation, from_cents=250_00, verb="decide_money", needed=2)
    asked = author.post("/api/requests/", {"line": str(line("dooh").pk), "title": "X", "net_cents": 500_00}, format="json").data["id"]

    def give(name):
        file = SimpleUploadedFile(name, PDF + name.encode())
        return author.post("/api/documents/", {"file": file, "request": asked}, format="multipart")

    seen = give("seen.pdf").data["id"]
    card = approver.get("/api/decisions/").data[0]
    verdict = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    assert approver.post(f"/api/decisions/{card['id']}/decide/", verdict, format="json").data["state"] == "open"
    assert give("other.pdf").data["problem"] == "document-after-a-yes"
    assert author.delete(f"/api/documents/{seen}/").data["problem"] == "document-of-decided"
    with scope(organisation=world.organisation):
        line_of = str(Request.objects.get(pk=asked).line_id)
    changed = author.patch(
        f"/api/requests/{asked}/", {"line": line_of, "reason": "A better offer came"}, format="json", HTTP_IF_MATCH='"1"'
    )
    assert changed.status_code == 200, changed.data
    assert give("other.pdf").status_code == 201
    assert author.delete(f"/api/documents/{seen}/").status_code == 204


def test_what_else_is_known_of_an_expense(world, treasurer, line):
    entry = {"line": str(line("dooh").pk), "net_cents": 100_00, "on": "2026-11-20"}
    pk = treasurer.post("/api/entries/", entry, format="json").data["id"]
    facts = {"payer": "federation", "payer_name": "Fédération de Liège", "regulated_permille": 400, "regulated_note": "12 of 30 days",
             "foreign_currency": "USD", "foreign_cents": 108_00, "rate": "0.92592593"}  # fmt: skip
    told = treasurer.put(f"/api/entries/{pk}/facts/", facts, format="json")
    assert told.status_code == 200 and told.data["facts"]["payer_name"] == "Fédération de Liège" and told.data["net_cents"] == 100_00
    assert told.data["facts"]["regulated_permille"] == 400 and told.data["facts"]["foreign_cents"] == 108_00
    assert (
        treasurer.put(f"/api/entries/{pk}/facts/", {"regulated_permille": 400}, format="json").data["problem"] == "regulated-needs-reason"
    )
    assert treasurer.put(f"/api/entries/{pk}/facts/", {"foreign_cents": 1}, format="json").data["problem"] == "rate-needed"
    assert world.client("viewer", world.organisation).put(f"/api/entries/{pk}/facts/", facts, format="json").status_code == 403


def test_another_organisation_sees_none_of_it(world, treasurer, line, received):
    invoice = received(parts=[{"line": str(line("dooh").pk), "net_cents": 1_000_00, "vat_cents": 210_00}]).data
    paid = treasurer.post("/api/payments/", {"invoice": invoice["id"], "on": "2026-11-20", "cents": 1}, format="json").data["id"]
    other = world.client("other", world.other)
    for url in (f"/api/invoices/{invoice['id']}/", f"/api/payments/{paid}/"):
        assert other.get(url).status_code == 404
    assert other.get("/api/invoices/").data["count"] == other.get("/api/payments/").data["count"] == 0
    for body in ({"invoice": invoice["id"]}, {"entries": [invoice["parts"][0]["entry"]]}):
        assert other.post("/api/payments/", {**body, "on": "2026-11-20", "cents": 1}, format="json").status_code == 400


@pytest.mark.django_db(transaction=True)
def test_two_treasurers_who_book_one_invoice_at_once_book_it_once(home):
    world = World.make()
    with scope(organisation=world.organisation):
        period = budget.open_period(
            organisation=world.organisation, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), now=NOW
        )
        screens = budget.save_line(period=period, by=None, medium="dooh", planned_cents=10_000_00, now=NOW)
        supplier = suppliers.add(organisation=world.organisation, name="X", by=None, now=NOW)
        invoice = invoices.receive(
            organisation=world.organisation, supplier=supplier, number="1", issued_on=date(2026, 11, 1), net_cents=1_00, by=None, now=NOW
        )
    answers, gate = [], threading.Barrier(3)

    def press() -> None:
        try:
            with scope(organisation=world.organisation):
                gate.wait()
                invoices.book(invoice=invoice, parts=[invoices.Part(line=screens, net_cents=1_00)], by=None, now=NOW)
                answers.append("booked")
        except Refusal as no:
            answers.append(no.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["booked", "invoice-booked", "invoice-booked"]
    with scopes_disabled():
        assert Entry.objects.count() == 1 and Invoice.objects.count() == 1
