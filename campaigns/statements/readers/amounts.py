"""Amounts as files write them. Pure."""

import re
from decimal import Decimal, InvalidOperation

MOST = 10**11


def cents_in(text: str) -> int | None:
    """Return the cents of "-1.234,56", "1 234.56", "1234,5 EUR", "1,234.56-"; None when it is no amount, or may be two."""
    bare = re.sub(r"[\s\u00a0\u202f'’]|EUR|USD|GBP|€|\$|£", "", text, flags=re.IGNORECASE).replace("−", "-")
    sign = -1 if bare.startswith("-") or bare.endswith("-") or (bare.startswith("(") and bare.endswith(")")) else 1
    bare = bare.strip("+-()")
    if not re.fullmatch(r"\d[\d.,]*", bare):
        return None
    last = max(bare.rfind("."), bare.rfind(","))
    if last >= 0:
        other = "," if bare[last] == "." else "."
        whole, part = bare[:last], bare[last + 1 :]
        if len(part) == 3 and bare.count(bare[last]) > 1 and other not in bare:  # 1.234.567
            whole, part = bare.replace(bare[last], ""), ""
        elif len(part) == 3 and other not in whole and whole not in {"0", ""}:
            return None  # 1.234: a thousand, or one and a bit: nobody can say
        bare = whole.replace(other, "") + "." + part
    try:
        cents = (Decimal(bare.rstrip(".") or "0") * 100).quantize(Decimal(1))
    except InvalidOperation:
        return None
    return sign * int(cents) if abs(cents) < MOST else None


def cents_of(amount: Decimal) -> int:
    """Return the cents of an exact amount, half to even. Raises InvalidOperation for what is none."""
    return int((amount * 100).quantize(Decimal(1)))
