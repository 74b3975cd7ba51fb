"""Index of the models of this floor's rooms, for Django."""

from accounts.audit.models import AuditEntry
from accounts.channels.groups.models import ChannelGroup
from accounts.channels.models import Avatar, Channel, Connection, OrganisationKey
from accounts.notify.models import Notice
from accounts.orgs.models import IdempotentAnswer, Invitation, Membership, Organisation
from accounts.people.models import ApiToken, User

__all__ = [
    "ApiToken",
    "AuditEntry",
    "Avatar",
    "Channel",
    "ChannelGroup",
    "Connection",
    "IdempotentAnswer",
    "Invitation",
    "Membership",
    "Notice",
    "Organisation",
    "OrganisationKey",
    "User",
]
