from collections.abc import Iterable
from uuid import UUID

from campaigns.proof.models import DecisionVia


def hows(decisions: Iterable[UUID]) -> dict[UUID, str]:
    """Return by which way each of these decisions came, where that is known."""
    return dict(DecisionVia.objects.filter(decision__in=list(decisions)).values_list("decision_id", "how"))
