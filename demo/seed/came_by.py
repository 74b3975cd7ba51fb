"""From where the demo's people decided: a phone on the train, a laptop in the office. Addresses are those kept for examples (RFC 5737)."""

from campaigns.proof.via import How, Via
from demo.seed import dice

PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"
WAYS = (
    Via(how=How.LINK, address="203.0.113.24", agent=PHONE),
    Via(how=How.APP, address="198.51.100.7", agent=LAPTOP),
    Via(how=How.PUSH, address="203.0.113.24", agent=PHONE),
    Via(how=How.APP, address="198.51.100.7", agent=LAPTOP),
)


def way(key: str) -> Via:
    """Return by which way the decision of that key came, the same every time."""
    return dice.one_of(f"came by {key}", WAYS)
