"""The way by which a person's decision came: read from the request, kept beside the decision in the same transaction."""

import ipaddress
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from accounts.people.models import ApiToken, User
from campaigns.approvals.models import Approval, Decision
from campaigns.proof.models import DecisionVia

How = DecisionVia.How
AGENT_MOST = 300


@dataclass(frozen=True)
class Via:
    """How, from which address, and what the browser or program calls itself."""

    how: str
    address: str | None = None
    agent: str = ""


def of(request: Request | HttpRequest, *, how: str = How.APP) -> Via:
    """Return by which way this request came. A program's token shows by itself, whatever `how` says."""
    if isinstance(getattr(request, "auth", None), ApiToken):
        how = How.TOKEN
    asked: Any = request
    return Via(how=how, address=_address(BaseThrottle().get_ident(asked)), agent=str(request.META.get("HTTP_USER_AGENT", ""))[:AGENT_MOST])


def keep(*, approval: Approval, by: User | None, via: Via | None) -> None:
    """The newest decision of this person on this approval says where it came from. Call it in the transaction of the decision."""
    if via is None:
        return
    decision = Decision.objects.filter(approval=approval, by=by).order_by("-at").first()
    if decision is not None:
        DecisionVia.objects.create(decision=decision, how=via.how, address=via.address, agent=via.agent)


def _address(text: str | None) -> str | None:
    """Return the address, or None for what is none: a socket's name, a proxy's word."""
    try:
        return str(ipaddress.ip_address((text or "").strip()))
    except ValueError:
        return None
