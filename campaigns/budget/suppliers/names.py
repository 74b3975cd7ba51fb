"""Names and numbers of suppliers as people write them. Pure."""

import re
import unicodedata
from collections.abc import Iterable

from stdnum import iban as ibans
from stdnum.eu import vat
from stdnum.exceptions import ValidationError

# What companies are in law says nothing about who they are. Belgium, its neighbours, and Ireland, where the large platforms bill from.
LEGAL = frozenset(
    [
        "sa",
        "nv",
        "srl",
        "bv",
        "sprl",
        "bvba",
        "asbl",
        "vzw",
        "aisbl",
        "ivzw",
        "scrl",
        "cvba",
        "sc",
        "cv",
        "gmbh",
        "ag",
        "ug",
        "kg",
        "ohg",
        "sarl",
        "sas",
        "sasu",
        "eurl",
        "ltd",
        "limited",
        "plc",
        "inc",
        "llc",
        "eg",
        "ev",
    ]
)


def key_of(text: str) -> str:
    """Return by what two ways of writing one name are the same: case and spaces apart."""
    return " ".join(text.split()).casefold()[:160]


def core_of(text: str) -> str:
    """Return what is left of a name without accents, signs and legal form: by it Carillon proposes who might be meant."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"\.(?=\w)|(?<=\w)\.", "", plain)).split()
    return " ".join([word for word in words if word not in LEGAL] or words)


def alike(text: str, names: Iterable[str]) -> bool:
    """Return whether one of the names may be this one."""
    core = core_of(text)
    return bool(core) and any(core_of(name) == core for name in names)


def iban_in(text: str) -> str | None:
    """Return the account number without spaces, or None where its check digits or its length are wrong."""
    try:
        # Registers of bank codes change faster than a library: only structure and check digits count.
        return str(ibans.validate(text, check_country=False))
    except ValidationError:
        return None


def spaced(iban: str) -> str:
    return " ".join(iban[place : place + 4] for place in range(0, len(iban), 4))


def company_number_in(text: str, *, country: str) -> str | None:
    """Return the number with its country, without dots and spaces, or None where it is wrong. Countries without a known rule pass."""
    bare = re.sub(r"[^0-9A-Za-z]", "", text).upper()
    if not bare:
        return ""
    if country == "BE" and bare.isdigit():
        bare = "BE" + bare.zfill(10)
    if bare[:2] in {code.upper() for code in vat.MEMBER_STATES}:
        try:
            return "BE" + str(vat.validate(bare))[2:].zfill(10) if bare[:2] == "BE" else str(vat.validate(bare))
        except ValidationError:
            return None
    return bare[:20]
