"""What was found about a certificate, for the person at the keyboard. Pure."""

from collections.abc import Iterable

from campaigns.proof.check import Finding

GOOD = {
    "pdf-whole": "Every byte of the PDF is as it was signed.",
    "same-signer": "Pages and record were signed with the same key.",
    "signed": "The record is signed, and nothing in it was changed.",
    "signer-known": "It was signed by the Carillon whose key you trust.",
    "content": "The content in it has the hash that people decided on: {more}",
    "same-content": "Everybody decided on this very content.",
    "nobody-barred": "Nobody decided on their own work.",
    "own-work-allowed": "Somebody decided on a post of their own, which this organisation allowed.",
    "once-each": "Each person counts once.",
    "steps": "Every step has its yes.",
    "database": "The database here says the same.",
}
BAD = {
    "pdf-whole": "The PDF was changed after it was made.",
    "same-signer": "Pages and record were not signed with the same key.",
    "signed": "The signature does not fit: something was changed.",
    "signer-known": (
        "Who signed it is not known here. Fetch the keys from the Carillon it should come from and pass them with --key or --keys-from. "
        "It names the key {more}"
    ),
    "content": "The content in it is not what people decided on.",
    "same-content": "Somebody decided on other content.",
    "nobody-barred": "Somebody decided on their own work.",
    "once-each": "One person counts more than once.",
    "steps": "A step lacks its yes.",
    "database": "The database here says otherwise: {more}",
}


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return one line for each finding."""
    return [f"{'ok ' if f.is_good else 'NO '} {(GOOD if f.is_good else BAD)[f.code].format(more=f.more)}" for f in findings]
