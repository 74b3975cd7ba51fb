"""Is this certificate whole, does it say what it must, and who signed it? Pure: it needs neither settings nor a database.

See docs/algorithms/approval.md, "Proof".
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from accounts.keys import b64
from campaigns.approvals import rules

FORMAT = "carillon-certificate-1"
ATTACHED = "certificate.json"  # what the record is called inside a PDF
# How the content of each kind is written before it is hashed, as posts and budget do it.
IS_ASCII = {"post": False, "request": True}
PDF_SIGNED = b"\n%carillon-signature "
PDF_MEANING = b"carillon-certificate-pdf\n"


class Unreadable(Exception):
    """This is no certificate of Carillon's, or it was written anew by another program."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `code` says which; `more` names what."""

    code: str
    is_good: bool
    more: str = ""


def canonical(value: Any) -> bytes:
    """Return the one way to write this value, for signing."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def as_file(certificate: dict[str, Any]) -> bytes:
    """Return the one way a certificate is written as a file, to be read by people too."""
    return (json.dumps(certificate, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode()


def content_hash(kind: str, content: Any) -> str:
    """Return the fingerprint of that content."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=IS_ASCII.get(kind, False), separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def read(data: bytes) -> dict[str, Any]:
    """Return the certificate in a JSON file. Raises Unreadable unless every byte is as it was written."""
    try:
        found = json.loads(data)
    except ValueError as error:
        raise Unreadable from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or as_file(found) != data:
        raise Unreadable
    return found


def look(certificate: dict[str, Any], *, trusted: Collection[str] = ()) -> list[Finding]:
    """Return what was found. `trusted`: public keys that are known from elsewhere than the certificate."""
    try:
        return list(_findings(certificate, trusted))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unreadable from error


def look_at_file(data: bytes, *, trusted: Collection[str] = ()) -> tuple[dict[str, Any], list[Finding]]:
    """Return the certificate in a JSON or PDF file, and what was found. Raises Unreadable."""
    if not data.startswith(b"%PDF"):
        certificate = read(data)
        return certificate, look(certificate, trusted=trusted)
    whole = look_at_pdf(data)
    certificate = read(attached(data))
    same = Finding("same-signer", pdf_signer(data) == certificate.get("signature", {}).get("key"))
    return certificate, [*whole, same, *look(certificate, trusted=trusted)]


def look_at_pdf(data: bytes) -> list[Finding]:
    """Return whether every byte of the PDF before its last line is as it was signed there."""
    page, mark, line = data.rpartition(PDF_SIGNED)
    try:
        public, signature = line.decode("ascii").split()
        is_good = bool(mark) and line == _line(public, signature) and _is_signed(PDF_MEANING + page, signature, public)
    except (ValueError, UnicodeDecodeError):
        is_good = False
    return [Finding("pdf-whole", is_good)]


def attached(data: bytes) -> bytes:
    """Return the record inside a PDF. Raises Unreadable."""
    try:
        found = PdfReader(BytesIO(data)).attachments.get(ATTACHED) or []
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable from error
    if len(found) != 1:
        raise Unreadable
    return bytes(found[0])


def signed_pdf(page: bytes, *, public: str, signature: str) -> bytes:
    """Return the PDF with the signature over PDF_MEANING and all of it as its last line: a comment to whoever shows it."""
    return page + PDF_SIGNED + _line(public, signature)


def pdf_signer(data: bytes) -> str:
    """Return the public key that the last line names."""
    return data.rpartition(PDF_SIGNED)[2].decode("ascii", "replace").split(" ")[0]


def _line(public: str, signature: str) -> bytes:
    return f"{public} {signature}\n".encode()


def _findings(certificate: dict[str, Any], trusted: Collection[str]) -> Iterator[Finding]:
    signature, approval = certificate["signature"], certificate["approval"]
    said = {name: value for name, value in certificate.items() if name != "signature"}
    public = signature["key"]
    yield Finding("signed", signature["algorithm"] == "Ed25519" and _is_signed(canonical(said), signature["value"], public))
    yield Finding("signer-known", public in trusted, public)
    print_ = approval["fingerprint"]
    yield Finding("content", content_hash(certificate["subject"]["kind"], certificate["content"]) == print_, print_)
    decisions = [*certificate["decisions"], *certificate["guests"]]
    yield Finding("same-content", all(d["fingerprint"] == print_ for d in decisions))
    barred = set(approval["barred"])
    is_own = any(d["by"]["id"] in barred for d in certificate["decisions"])
    may_be = certificate["subject"]["kind"] == "post" and approval["own_work_allowed"] is True
    yield Finding("own-work-allowed", True) if is_own and may_be else Finding("nobody-barred", not is_own)
    steps = [rules.Step(position=s["position"], verb=s["verb"], needed=s["needed"]) for s in certificate["steps"]]
    spoken = [rules.Said(position=d["step"], by=d["by"]["id"], verdict=d["verdict"]) for d in certificate["decisions"]]
    people = [s.by for s in spoken]
    yield Finding("once-each", len(people) == len(set(people)))
    if approval["state"] == rules.APPROVED:
        guests = [d["verdict"] for d in certificate["guests"]]
        is_whole = rules.outcome(steps, spoken) == rules.APPROVED and set(guests) <= {rules.APPROVE}
        yield Finding("steps", is_whole and bool(steps or guests))


def _is_signed(data: bytes, signature: str, public: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(b64.raw(public)).verify(b64.raw(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True
