"""What a reader of bank files makes of them, whatever their format. Pure."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from stdnum.be import ogm_vcs
from stdnum.exceptions import ValidationError

from campaigns.budget.suppliers.names import iban_in

STRUCTURED = re.compile(r"[+*]{3}\s*(\d{3})\s*/?\s*(\d{4})\s*/?\s*(\d{5})\s*[+*]{3}|(?<!\d)(\d{3})/(\d{4})/(\d{5})(?!\d)")


@dataclass(frozen=True)
class Wrong:
    """What is wrong in a row. `column`: as the file calls it."""

    code: str
    column: str = ""
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Movement:
    """`number`: the row in the file, from 1. `cents` below zero: money that left the account."""

    number: int
    on: date | None = None
    cents: int = 0
    currency: str = "EUR"
    account: str = ""
    name: str = ""
    iban: str = ""
    communication: str = ""
    structured: str = ""
    wrong: tuple[Wrong, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)  # by what this bank tells it from an equal one; kinds in known.MARKS


@dataclass(frozen=True)
class Billed:
    """What an electronic invoice says of itself."""

    kind: str  # of Invoice.Kind
    number: str
    issued_on: date
    due_on: date | None
    currency: str
    net_cents: int
    vat_cents: int
    supplier: str
    company_number: str = ""
    country: str = ""
    email: str = ""
    reference: str = ""
    iban: str = ""
    buyer: str = ""
    pdf: bytes = b""  # the readable copy inside it
    pdf_name: str = ""


@dataclass(frozen=True)
class Spend:
    """One row of an advertising account's export."""

    number: int
    name: str = ""
    since: date | None = None
    until: date | None = None
    cents: int = 0
    currency: str = "EUR"
    wrong: tuple[Wrong, ...] = ()
    digest: str = ""


@dataclass(frozen=True)
class Contents:
    kind: str  # of Statement.Kind
    movements: tuple[Movement, ...] = ()
    billed: Billed | None = None
    spends: tuple[Spend, ...] = ()
    header: tuple[str, ...] = ()  # of a table: what its columns are called


def structured_in(text: str) -> str:
    """Return the twelve digits of a Belgian structured communication whose check digits fit, or nothing."""
    bare = text.strip()
    found = STRUCTURED.search(bare)
    digits = "".join(part for part in found.groups() if part) if found else bare if re.fullmatch(r"\d{12}", bare) else ""
    try:
        return str(ogm_vcs.validate(digits)) if digits else ""
    except ValidationError:
        return ""


def account_in(text: str) -> str:
    """Return an account number without spaces: an IBAN whose check digits fit, or nothing."""
    first = re.sub(r"\s+", "", text)[:34]
    return iban_in(first) or (iban_in(first[:16]) if first.startswith("BE") else None) or ""


def numbered_spends(spends: Sequence[Spend]) -> tuple[Spend, ...]:
    """Return them with what each is known by again: the name and the days. An amount that the platform corrected is seen as changed."""
    made = []
    for spend in spends:
        key = "|".join([spend.name.casefold(), str(spend.since), str(spend.until), spend.currency])
        made.append(replace(spend, digest=hashlib.sha256(key.encode()).hexdigest()) if spend.since else spend)
    return tuple(made)
