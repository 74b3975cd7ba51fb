"""What a yes to a request covers: change any of it and the yes is void."""

import hashlib
import json
from typing import Any

from campaigns.budget.models import Request


def content_of(request: Request) -> dict[str, Any]:
    """Return everything somebody who decides has to have seen, in plain values."""
    return {
        "title": request.title,
        "reason": request.reason,
        "supplier": request.supplier,
        "platform": request.platform,
        "is_political": request.is_political,
        "net_cents": request.net_cents,
        "vat_cents": request.vat_cents,
        "needed_on": request.needed_on.isoformat() if request.needed_on else None,
        "line": str(request.line_id),
        "medium": request.line.medium,
        "currency": request.line.period.currency,
        "campaign": str(request.campaign_id) if request.campaign_id else None,
        # Only where somebody else comes in: what was asked before these were asked for still reads as it did.
        **({"payer": request.payer, "payer_name": request.payer_name} if request.payer != Request.Payer.OWN else {}),
        **(
            {"beneficiary": request.beneficiary, "beneficiary_name": request.beneficiary_name}
            if request.beneficiary != Request.Beneficiary.OWN
            else {}
        ),
    }


def fingerprint(request: Request) -> str:
    """Return the SHA-256, in hex, of that content."""
    return hashlib.sha256(json.dumps(content_of(request), sort_keys=True, separators=(",", ":")).encode()).hexdigest()
