"""How a rule of the book is told to somebody who may not spend by it."""

from django.utils.translation import get_language

from accounts.problems import Refusal
from campaigns.compliance.engine import Rule


def refused_by(rule: Rule, *, gift: str = "gift-cannot-be-paid") -> Refusal:
    """Return the refusal that this rule calls for: a forbidden gift, a forbidden means, or reach that nobody sells."""
    code, field = "reach-cannot-be-bought", "platform"
    if rule.payers:
        code, field = gift, "payer"
    elif not rule.platforms:
        code, field = "purchase-forbidden", "line"
    return Refusal(
        code,
        status=409,
        fields={field: code},
        extra={"rule_url": rule.source_url, "alternatives": list(rule.alternatives), "summary": rule.says(get_language() or "en")},
        platform=rule.platform,
        rule=rule.id,
        since=rule.since.isoformat(),
        source=rule.source,
        summary=rule.says(get_language() or "en"),
    )
