"""CAMT.053 (ISO 20022): the statement of an account as XML, read by the names of its elements, whatever its version. Pure.

Source: iso20022.org, camt.053.001.02 to .13; Febelfin's implementation guidelines. defusedxml refuses entities and outside references.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from campaigns.statements.movements import Movement, account_in, structured_in
from campaigns.statements.readers.amounts import cents_of


def is_camt(root: Element) -> bool:
    return "camt.053" in root.tag or "camt.052" in root.tag


def movements_in(root: Element) -> tuple[Movement, ...]:
    """Return the booked movements; a collective one in its parts. Raises ValueError and the like for what is no statement."""
    found: list[Movement] = []
    for statement in _all(root, "Stmt") or _all(root, "Rpt"):
        account = account_in(_text(statement, "Acct/Id/IBAN"))
        currency = _text(statement, "Acct/Ccy")
        for entry in _all(statement, "Ntry"):
            if _text(entry, "Sts/Cd") not in {"", "BOOK"} or _text(entry, "Sts") in {"PDNG", "INFO"}:
                continue
            for part in _parts(entry, account=account, currency=currency, statement=_text(statement, "Id")):
                found.append(Movement(**{**part, "number": len(found) + 1}))
    return tuple(found)


def _parts(entry: Element, *, account: str, currency: str, statement: str) -> Iterator[dict[str, Any]]:
    on = date.fromisoformat((_text(entry, "BookgDt/Dt") or _text(entry, "BookgDt/DtTm") or _text(entry, "ValDt/Dt"))[:10])
    details = _all(entry, "NtryDtls/TxDtls")
    amounts = [_amount(one) for one in details]
    if len(details) < 2 or any(amount is None for amount in amounts):
        details, amounts = details[:1] or [entry], [_amount(entry)]
    sign = -1 if _text(entry, "CdtDbtInd") == "DBIT" else 1
    if _text(entry, "RvslInd") == "true":
        sign = -sign
    for place, (detail, amount) in enumerate(zip(details, amounts, strict=True)):
        assert amount is not None
        other = ("Cdtr", "CdtrAcct") if sign < 0 else ("Dbtr", "DbtrAcct")
        free = " ".join(_text_of(one) for one in _all(detail, "RmtInf/Ustrd"))
        reference = _text(detail, "RmtInf/Strd/CdtrRefInf/Ref")
        said = " ".join((reference + " " + free).split()) or _text(entry, "AddtlNtryInf")
        yield {
            "on": on,
            "cents": sign * cents_of(amount[0]),
            "currency": amount[1] or currency or "EUR",
            "account": account,
            "name": (_text(detail, f"RltdPties/{other[0]}/Nm") or _text(detail, f"RltdPties/{other[0]}/Pty/Nm"))[:160],
            "iban": account_in(_text(detail, f"RltdPties/{other[1]}/Id/IBAN")),
            "communication": said[:300],
            "structured": structured_in(reference) or structured_in(free),
            "marks": _marks(entry, detail, statement=statement, place=place, is_alone=len(details) == 1),
        }


def _marks(entry: Element, detail: Element, *, statement: str, place: int, is_alone: bool) -> dict[str, str]:
    """Return the bank's own reference, the entry's within its statement, and the payer's from end to end, as far as they are there."""
    own, whole = _text(detail, "Refs/AcctSvcrRef"), _text(entry, "AcctSvcrRef")
    number, end = _text(entry, "NtryRef"), _text(detail, "Refs/EndToEndId")
    found = {
        "bank": own or (whole and (whole if is_alone else f"{whole}/{place}")),
        "entry": f"{statement}/{number}/{place}" if statement and number else "",
        "end": "" if end.upper() in {"NOTPROVIDED", "NOT PROVIDED"} else end,
    }
    return {kind: value[:140] for kind, value in found.items() if value}


def _amount(element: Element) -> tuple[Decimal, str] | None:
    found = _all(element, "Amt") or _all(element, "AmtDtls/TxAmt/Amt")
    return (Decimal(_text_of(found[0])), found[0].get("Ccy", "")) if found else None


def _all(element: Element, path: str) -> list[Element]:
    """Return the elements at this path, in any namespace; the first step may stand anywhere below the root."""
    steps = path.split("/")
    found = [element]
    for place, step in enumerate(steps):
        inner = [child for one in found for child in one if _name(child) == step]
        if not inner and place == 0:
            inner = [one for one in element.iter() if _name(one) == step and one is not element] if _name(element) == "Document" else []
        found = inner
    return found


def _text(element: Element, path: str) -> str:
    found = _all(element, path)
    return _text_of(found[0]) if found else ""


def _text_of(element: Element) -> str:
    return (element.text or "").strip()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
