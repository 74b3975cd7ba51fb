"""The same movement counts once, whichever file tells of it; two that are alike are two when the bank or a person says so."""

import re
from pathlib import Path

import pytest
from django_scopes import scopes_disabled

from campaigns.statements.known import Kept, digest_of, free_digest, key_of, keyed, told
from campaigns.statements.models import Transaction, TransactionMark
from campaigns.statements.movements import Movement
from campaigns.statements.recognising import contents_of
from tests.campaigns.statements import files
from tests.campaigns.statements.conftest import NOW

RENT = (-500_00, "Salle des Glaces", files.SUPPLIER_IBAN, "caution")
DAY = NOW.date()


def row(number=1, **marks):
    return Movement(number=number, on=DAY, cents=-500_00, account="A", iban="B", marks=marks)


def kept(pk, **marks):
    key = keyed(row())
    return Kept(id=pk, key=key, digest=digest_of(key, 1), marks=marks)


@pytest.mark.parametrize(
    ("rows", "before", "known"),
    [
        ([row()], [], [(None, True)]),
        ([row()], [kept(1)], [(1, False)]),  # nothing tells them apart: the same, until somebody says otherwise
        ([row(), row(2)], [kept(1)], [(1, False), (None, True)]),  # two in one file are two
        ([row(coda="1/1")], [kept(1, coda="1/1")], [(1, True)]),
        ([row(coda="1/2")], [kept(1, coda="1/1")], [(None, True)]),  # the bank says that it is another one
        ([row(bank="X")], [kept(1, coda="1/1")], [(1, False)]),  # another format of the same month
        ([row(), row(2, bank="X")], [kept(1, bank="X"), kept(2)], [(2, False), (1, True)]),  # marks first, then the order
        ([row(end="E", bank="Y")], [kept(1, end="E", bank="X")], [(1, True)]),
        ([Movement(number=1)], [kept(1)], [(None, True)]),
    ],
)
def test_what_is_known(rows, before, known):
    assert [(one.kept and one.kept.id, one.is_certain) for one in told(rows, before)] == known


PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "ledger.md"
SECTION = PAGE.read_text("utf-8").split("## Movements that are alike\n")[1].split("\n## ")[0]
TABLE = [[cell.strip() for cell in line.strip("|").split("|")] for line in SECTION.splitlines() if line.startswith("|")][2:]


def marks_in(said):
    found = {"coda": re.search(r"CODA (\S+),", said), "balance": re.search(r"balance (.+)", said)}
    return {kind: match[1] for kind, match in found.items() if match}


@pytest.mark.parametrize(("says", "before", "new"), TABLE)
def test_the_page_s_examples(says, before, new):
    rows = [row(number, **marks_in(says)) for number in range(1, 3 if "twice" in says else 2)]
    found = told(rows, [kept(1, **marks_in(before))])
    assert sum(one.kept is None for one in found) == (1 if new == "one" else 0)
    assert any(one.kept and not one.is_certain for one in found) == ("person" in new or "twice" in says)


def test_a_person_says_that_it_is_another_one_only_where_nothing_is_certain():
    assert told([row()], [kept(1)], another=[1])[0].kept is None
    assert told([row(coda="1/1")], [kept(1, coda="1/1")], another=[1])[0].kept is not None


def test_each_movement_has_its_own_digest():
    key = key_of(account="A", on=DAY, cents=1, currency="EUR", iban="")
    assert free_digest(key, {digest_of(key, 1)}) == digest_of(key, 2) and free_digest(key, ()) == digest_of(key, 1)


def count() -> int:
    with scopes_disabled():
        return int(Transaction.objects.count())


NUMBERED = "Compte;Date;Compte contrepartie;Montant;N° de transaction;Numéro d'extrait\n{};20/11/2026;{};-500,00;{};2026-11\n"
BALANCED = "Compte;Date;Compte contrepartie;Montant;Solde après opération\n{};20/11/2026;{};-500,00;{}\n"


def table(form, last):
    return form.replace("N° de", "Numéro de").format(files.OURS, files.SUPPLIER_IBAN, last).encode()


@pytest.mark.parametrize(
    ("first", "same", "other"),
    [
        (files.coda(RENT, sheet="010"), files.coda(RENT, (1, "x", "", ""), sheet="010"), files.coda(RENT, sheet="011")),
        (files.camt(RENT, bank="R1"), files.camt(RENT, (1, "x", "", ""), bank="R1"), files.camt(RENT, bank="R2")),
        (files.camt(RENT, end="E1"), files.camt(RENT, (1, "x", "", ""), end="E1"), files.camt(RENT, end="E2")),
        (table(NUMBERED, "17"), table(NUMBERED, "17") + b"\n", table(NUMBERED, "18")),
        (table(BALANCED, "1500,00"), table(BALANCED, "1500,00") + b"\n", table(BALANCED, "1000,00")),
    ],
    ids=["CODA", "CAMT, the bank's reference", "CAMT, from end to end", "CSV with numbers", "CSV with balances"],
)
def test_two_equal_payments_in_two_files_are_two_where_the_bank_tells_them_apart(send, first, same, other):
    assert send("take-in", first).data["new"] == 1
    (movement, *_) = send("read", same).data["movements"]
    assert (movement["is_known"], movement["like"]) == (True, None)
    assert send("take-in", same).data["new"] == len(contents_of(same).movements) - 1
    before = count()
    assert send("take-in", other).data["new"] == 1 and send("take-in", other).data["new"] == 0
    assert count() == before + 1


def test_where_nothing_tells_them_apart_a_person_does(send, treasurer):
    content, later = files.csv(RENT), files.csv(RENT, (1_00, "x", "", ""))
    send("take-in", content, name="november.csv")
    (like, fresh) = send("read", later).data["movements"]
    assert (like["is_known"], like["like"]["file_name"], like["like"]["name"]) == (True, "november.csv", "Salle des Glaces")
    assert (fresh["is_known"], fresh["like"]) == (False, None)
    assert send("take-in", later, another=[like["number"]]).data["new"] == 2
    assert send("take-in", later, another=[like["number"]]).data["new"] == 0  # the same file again changes nothing
    assert sorted(row["cents"] for row in treasurer.get("/api/transactions/").data["results"]) == [-500_00, -500_00, 1_00]
    assert send("take-in", content).data["new"] == 0


def test_a_movement_learns_its_mark_from_another_format(send):
    send("take-in", files.csv(RENT))
    assert send("read", files.coda(RENT, sheet="010")).data["movements"][0]["like"]
    send("take-in", files.coda(RENT, sheet="010"))
    with scopes_disabled():
        assert [(mark.kind, mark.value) for mark in TransactionMark.objects.all()] == [("coda", "010/0001/0000")]
    assert send("take-in", files.coda(RENT, sheet="011")).data["new"] == 1 and count() == 2
