"""CODA: the coded statement of Belgian banks. The library reads it by its places, as the format has no heads. Pure."""

import io

from coda import CODA, Move

from campaigns.statements.movements import Movement, account_in, structured_in
from campaigns.statements.readers.amounts import cents_of


def is_coda(content: bytes) -> bool:
    """Return whether it begins with a header record: 128 places, "0" first, the version last."""
    first = content.split(b"\n", 1)[0].rstrip(b"\r")
    return len(first) == 128 and first[:5] == b"00000" and first[127:128] in b"12"


def movements_in(content: bytes) -> tuple[Movement, ...]:
    """Return the movements. Raises ValueError, AssertionError, IndexError … for a file that does not add up: the caller refuses it."""
    read = CODA(io.StringIO(content.decode("cp1252", errors="replace").replace("\r\n", "\n")))
    if not read.statements or any(statement.number_records is None for statement in read.statements):
        raise ValueError("the file ends before its last record")
    found = [
        _movement(move, number=number, account=account_in(statement.account), currency=statement.account_currency.strip() or "EUR")
        for statement in read.statements
        for number, move in enumerate(statement.moves, 1)
    ]
    return tuple(found)


def _movement(move: Move, *, number: int, account: str, currency: str) -> Movement:
    said = move.communication or ""
    structured = structured_in(said) if move.communication_type in {"101", "102"} else structured_in(said or "")
    return Movement(
        number=number, on=move.entry_date, cents=cents_of(move.amount), currency=currency, account=account,
        name=" ".join((move.counterparty_name or "").split())[:160], iban=account_in((move.counterparty_account or "")[:34]),
        communication=" ".join(said.split())[:300], structured=structured, marks=_marks(move),
    )  # fmt: skip


def _marks(move: Move) -> dict[str, str]:
    """Return the number of the paper statement and the movement's place on it. "000": this bank does not number its statements."""
    number = (move.statement_number or "").strip()
    return {"coda": f"{number}/{move.sequence}/{move.detail_sequence}"} if number.strip("0") else {}
