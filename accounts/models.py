"""Index of the models of this floor's rooms, for Django."""

from accounts.audit.models import AuditEntry
from accounts.channels.groups.models import ChannelGroup
from accounts.channels.models import Avatar, Channel, Connection, OrganisationKey
from accounts.keys.models import InstallationKey
from accounts.notify.models import Device, Notice, NoticeChoice
from accounts.orgs.models import IdempotentAnswer, Invitation, Membership, Organisation
from accounts.people.models import ApiToken, User

__all__ = [
    "ApiToken",
    "AuditEntry",
    "Avatar",
    "Channel",
    "ChannelGroup",
    "Connection",
    "Device",
    "IdempotentAnswer",
    "InstallationKey",
    "Invitation",
    "Membership",
    "Notice",
    "NoticeChoice",
    "Organisation",
    "OrganisationKey",
    "User",
]
