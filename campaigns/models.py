"""Index of the models of this floor's rooms, for Django."""

from campaigns.approvals.models import Approval, Decision, Step
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.media.models import Asset, Rendition
from campaigns.plan.models import Campaign
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Placement, Post, Version, VersionPicture
from campaigns.posts.notes.models import Note
from campaigns.riposte.models import Absence, Displaced, Duty, Lane, Riposte

__all__ = [
    "Absence",
    "Approval",
    "Asset",
    "Campaign",
    "Decision",
    "Displaced",
    "Duty",
    "Entry",
    "Lane",
    "Line",
    "Note",
    "Period",
    "Placement",
    "Post",
    "Rendition",
    "Request",
    "Revision",
    "Riposte",
    "Step",
    "Version",
    "VersionPicture",
]
