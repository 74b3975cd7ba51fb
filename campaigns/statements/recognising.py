"""What a file is, by what is in it: its name counts for nothing. Pure; hostile files are refused, never run."""

from decimal import InvalidOperation
from xml.etree.ElementTree import ParseError

import defusedxml.ElementTree as safe
from defusedxml import DefusedXmlException

from accounts.problems import Refusal
from campaigns.exchange import reading
from campaigns.statements.movements import Contents
from campaigns.statements.readers import ads, camt, coda, peppol, table

NOT_THEM = (InvalidOperation, ValueError, AssertionError, IndexError, KeyError, TypeError, AttributeError, UnicodeError)


def contents_of(content: bytes) -> Contents:
    """Return what the file says. Raises Refusal that says what can be read."""
    if len(content) > reading.BYTES_MOST:
        raise Refusal("import-too-large", status=413, fields={"file": "import-too-large"}, mb=reading.BYTES_MOST // reading.MB)
    if not content.strip():
        raise Refusal("import-empty", fields={"file": "import-empty"})
    try:
        if coda.is_coda(content):
            return Contents(kind="coda", movements=coda.movements_in(content))
        if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
            return _xml(content)
    except Refusal:
        raise
    except (ParseError, DefusedXmlException, *NOT_THEM) as error:
        raise _unknown() from error
    return _table(content)


def _xml(content: bytes) -> Contents:
    root = safe.fromstring(content, forbid_dtd=True)
    if camt.is_camt(root):
        found = camt.movements_in(root)
        if not found:
            raise Refusal("statement-empty", fields={"file": "statement-empty"})
        return Contents(kind="camt", movements=found)
    if peppol.is_peppol(root):
        billed = peppol.billed_in(root)
        if not billed.number or not billed.supplier or billed.net_cents <= 0 or billed.vat_cents < 0:
            raise _unknown()
        return Contents(kind="peppol", billed=billed)
    raise _unknown()


def _table(content: bytes) -> Contents:
    read = reading.read(content, known=lambda line: max(table.heads_of_movements(line), ads.heads_of_ads(line)))
    if ads.is_ads(read.header):
        return Contents(kind="ads", spends=ads.spends_in(read), header=tuple(read.header))
    if table.is_bank_table(read.header):
        return Contents(kind="table", movements=table.movements_in(read), header=tuple(read.header))
    raise _unknown()


def _unknown() -> Refusal:
    return Refusal("statement-unknown", status=415, fields={"file": "statement-unknown"})
