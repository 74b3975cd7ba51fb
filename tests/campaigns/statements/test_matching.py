"""What a payment may have paid is proposed by the points on the page; more than is open never is."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from campaigns.statements.matching import Wanted, matches
from tests.campaigns.statements.files import STRUCTURED, SUPPLIER_IBAN

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "ledger.md"
ON = date(2026, 11, 20)


def table() -> list[list[str]]:
    section = PAGE.read_text("utf-8").split("## What the bank says\n")[1].split("\n## ")[0]
    found = [[cell.strip() for cell in row.strip("|").split("|")] for row in section.splitlines() if row.startswith("|")]
    return found[2:]


def invoice(**more):
    known: dict[str, Any] = {
        "kind": "invoice", "id": UUID(int=1), "cents": 1_210_00, "currency": "EUR", "on": date(2026, 11, 1), "title": "X",
        "names": ("Écrans du Sud SA",), "ibans": frozenset({SUPPLIER_IBAN}), "reference": "+++010/8068/17183+++", "number": "F-2026-88",
    }  # fmt: skip
    return Wanted(**(known | more))


def paid(among, **more):
    known: dict[str, Any] = {"cents": 1_210_00, "currency": "EUR", "on": ON, "name": "", "iban": "", "communication": "", "structured": ""}
    return matches(**(known | more), among=among)


@pytest.mark.parametrize("row", table())
def test_the_page_s_points(row):
    reference, number, account, name, amount = (cell == "yes" for cell in row[:5])
    found = paid(
        [invoice()],
        structured=STRUCTURED if reference else "",
        communication="fact. f2026 88" if number else "",
        iban=SUPPLIER_IBAN if account else "",
        name="ecrans du sud" if name else "",
        cents=1_210_00 if amount else 1_000_00,
    )
    assert [match.points for match in found] == ([int(row[5])] if row[6] != "no" else [])
    assert not found or found[0].is_sure == (row[6] == "as the one")


def test_the_most_probable_stands_first_and_what_does_not_fit_is_left_out():
    same = {"structured": STRUCTURED, "iban": SUPPLIER_IBAN}
    other = invoice(id=UUID(int=2), cents=2_000_00, reference="")
    assert [match.wanted.id for match in paid([other, invoice()], **same)] == [UUID(int=1)]
    assert paid([invoice(cents=1_209_99)], **same) == [] and paid([invoice(cents=0)], **same) == []
    assert paid([invoice(currency="USD")], **same) == [] and paid([invoice(on=date(2024, 1, 1))], **same) == []


def test_a_short_number_in_a_communication_proves_nothing():
    assert paid([invoice(number="88", names=(), ibans=frozenset(), reference="")], communication="88", cents=5) == []
