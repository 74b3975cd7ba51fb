"""Whatever a bank, a supplier or a platform writes is understood by its heads; what is broken is refused with what can be read."""

from datetime import date

import pytest

from accounts.problems import Refusal
from campaigns.exchange.writing import as_xlsx
from campaigns.statements import template
from campaigns.statements.known import keyed, told
from campaigns.statements.movements import structured_in
from campaigns.statements.readers.amounts import cents_in
from campaigns.statements.recognising import contents_of
from tests.campaigns.statements import files

MOVES = (
    (-1_210_00, "Écrans du Sud SA", files.SUPPLIER_IBAN, files.STRUCTURED),
    (-99, "Imprimerie", "", "facture 12, merci"),
    (500_00, "Un membre", "", "cotisation"),
)
EVERY_FORMAT = {
    "coda": files.coda(*MOVES),
    "camt": files.camt(*MOVES),
    "camt, a newer version": files.camt(*MOVES, version="08"),
    "French CSV in Latin-1": files.csv(*MOVES),
    "Dutch CSV in UTF-8": files.csv(*MOVES, head=files.DUTCH, encoding="utf-8-sig"),
    "English CSV with commas": files.csv(*MOVES[:1], MOVES[2], head=files.ENGLISH, encoding="utf-8"),
    "below a bank's own lines": files.csv(*MOVES, lead="Historique;;;\r\nCompte;BE71 0961 2345 6769\r\nDu 01/11/2026;;;\r\n\r\n"),
    "columns in another order": (
        "Montant;Communication;Compte contrepartie;Nom contrepartie;Date;Compte\n"
        f"-1210,00;{files.STRUCTURED};{files.SUPPLIER_IBAN};Écrans du Sud SA;20/11/2026;{files.OURS}\n500,00;;;;21/11/2026;{files.OURS}\n"
    ).encode(),
}


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_each_format_says_the_same(name):
    found = contents_of(EVERY_FORMAT[name]).movements
    assert (found[0].on, found[0].cents, found[0].currency) == (date(2026, 11, 20), -1_210_00, "EUR")
    assert (found[0].account, found[0].iban, found[0].structured) == (files.OURS, files.SUPPLIER_IBAN, files.STRUCTURED)
    assert found[0].name == "Écrans du Sud SA" and found[-1].cents == 500_00
    assert not any(one.wrong for one in found)


def test_one_movement_is_known_again_in_every_format():
    assert len({keyed(contents_of(content).movements[0]) for content in EVERY_FORMAT.values()}) == 1


def test_two_equal_payments_of_one_day_are_two():
    twice = contents_of(files.csv(MOVES[0], MOVES[0])).movements
    assert [one.kept for one in told(twice, [])] == [None, None]


def test_debit_and_credit_may_stand_in_columns_of_their_own():
    content = b"Datum;Omschrijving;Debet;Credit\n20/11/2026;Drukker;121,00;\n21/11/2026;Lid;;5,00\n"
    assert [one.cents for one in contents_of(content).movements] == [-121_00, 5_00]


def test_a_workbook_has_real_days_and_our_own_template_is_read_in_every_language():
    content = as_xlsx(("Datum", "Bedrag", "Naam"), [(date(2026, 4, 3), "-12,50", "X")], sheet="x")
    assert [(one.on, one.cents) for one in contents_of(content).movements] == [(date(2026, 4, 3), -12_50)]
    for language in ("en", "fr", "nl", "de"):
        (one,) = contents_of(template.file(language=language, on=date(2026, 4, 3))[1]).movements
        assert (one.on, one.cents, one.iban, one.structured) == (date(2026, 4, 3), -121_00, files.OURS, files.STRUCTURED)


def test_what_is_wrong_in_a_row_is_said_there():
    content = b"Date;Montant;Devise;Nom\n32/13/2026;abc;EURO;X\n20/11/2026;1.234;EUR;Y\n20/11/2026;-1.234,00;EUR;Z\n"
    found = contents_of(content).movements
    assert [[(w.code, w.column) for w in one.wrong] for one in found] == [
        [("statement-date-wrong", "Date"), ("statement-amount-wrong", "Montant"), ("statement-currency-wrong", "Devise")],
        [("statement-amount-wrong", "Montant")],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "cents"),
    [("-1.234,56", -123456), ("1 234.56", 123456), ("1,234.56-", -123456), ("12,5 EUR", 1250), ("€ 0,05", 5), ("1.234.567", 123456700),
     ("−3,00", -300), ("(12,00)", -1200), ("1234", 123400), ("1.234", None), ("12,345.67.8", None), ("", None), ("abc", None),
     ("1e9", None)],
)  # fmt: skip
def test_amounts_as_people_and_banks_write_them(text, cents):
    assert cents_in(text) == cents


@pytest.mark.parametrize(
    ("text", "digits"),
    [("+++010/8068/17183+++", "010806817183"), ("***010/8068/17183***", "010806817183"), ("010806817183", "010806817183"),
     ("paid 010/8068/17183 thanks", "010806817183"), ("+++010/8068/17184+++", ""), ("invoice 12", ""), ("", "")],
)  # fmt: skip
def test_a_structured_communication_has_to_fit_its_check_digits(text, digits):
    assert structured_in(text) == digits


def test_an_electronic_invoice_and_its_credit_note():
    billed, note = contents_of(files.peppol()).billed, contents_of(files.peppol(kind="CreditNote")).billed
    assert billed and note
    assert (billed.kind, billed.number, billed.net_cents, billed.vat_cents) == ("invoice", "F-2026-88", 1_000_00, 210_00)
    assert (billed.supplier, billed.company_number, billed.reference) == ("Écrans du Sud SA", "BE0428759497", files.STRUCTURED)
    assert (billed.issued_on, billed.due_on, billed.iban) == (date(2026, 11, 10), date(2026, 12, 10), files.SUPPLIER_IBAN)
    assert (billed.pdf, billed.pdf_name, billed.buyer) == (files.PDF, "facture.pdf", "Ours")
    assert note.kind == "credit_note"


def test_the_export_of_an_advertising_account_without_its_sums():
    found = contents_of(files.ADS_FRENCH).spends
    assert [(one.name, one.cents, one.currency) for one in found] == [
        ("Emploi novembre", 250_05, "EUR"),
        ("Portes ouvertes", 120_50, "EUR"),
    ]
    assert found[0].digest == contents_of(files.ADS_DUTCH).spends[0].digest


@pytest.mark.parametrize(
    "content",
    [b"", b"   ", b"hello", b"a;b\n1;2\n", b"%PDF-1.7", b"\x89PNG\r\n", b"PK\x03\x04 broken", b"<html><body/></html>",
     b"<?xml version='1.0'?><x/>",
     b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
     b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
     files.coda(*MOVES)[:700], files.coda(*MOVES).replace(b"1000000001210000", b"1000000001210001"),
     files.camt(), files.camt(*MOVES).replace(b"1210.00", b"12,10"), files.peppol(net="abc"), files.peppol(number=""),
     files.peppol(net="-1.00"), files.coda(*MOVES).rsplit(b"\r\n", 2)[0]],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_words(content):
    with pytest.raises(Refusal) as no:
        contents_of(content)
    assert no.value.code in {"import-empty", "import-unreadable", "statement-unknown", "statement-empty"}
