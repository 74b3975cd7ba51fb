"""Index of the models of this floor's rooms, for Django."""

from campaigns.approvals.guests.models import Guest, GuestDecision, GuestScope, Seat
from campaigns.approvals.models import Approval, Decision, Hold, Practice, Route, RouteStep, Step, StoodIn, Substitute
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.hours.models import HourlyRate, Hours
from campaigns.budget.invoices.models import Document, EntryFacts, Invoice, InvoicePart, Payment, Refund, Settlement
from campaigns.budget.models import Entry, Line, Period, Request, Threshold
from campaigns.budget.suppliers.models import Supplier, SupplierAccount, SupplierName
from campaigns.by_link.models import DecisionLink, LinkTerms
from campaigns.costs.models import PostCost
from campaigns.exchange.models import Feed, Import, Mapping
from campaigns.media.models import Asset, Folder, Rendition, Tag, Upload
from campaigns.outside.models import OutsidePost, OutsideReading, PaidReading
from campaigns.phrases.models import Contact, HashtagSet, Snippet
from campaigns.plan.models import CadenceTarget, Campaign, DailyLimit, Kpi, Objective, Reading
from campaigns.plan.moments_models import HiddenMoment, Moment
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Placement, Post, Version, VersionPicture
from campaigns.posts.notes.models import Note
from campaigns.posts.templates.models import Template
from campaigns.proof.models import DecisionVia
from campaigns.reminders.models import Patience, Reminder
from campaigns.riposte.models import Absence, Displaced, Duty, Lane, Riposte
from campaigns.statements.models import AdSpend, Statement, Transaction, TransactionMark

__all__ = [
    "Absence",
    "AdSpend",
    "Approval",
    "Asset",
    "CadenceTarget",
    "Campaign",
    "Ceiling",
    "Contact",
    "DailyLimit",
    "Decision",
    "DecisionLink",
    "DecisionVia",
    "Displaced",
    "Document",
    "Duty",
    "Entry",
    "EntryFacts",
    "Feed",
    "Folder",
    "Guest",
    "GuestDecision",
    "GuestScope",
    "HashtagSet",
    "HiddenMoment",
    "Hold",
    "HourlyRate",
    "Hours",
    "Import",
    "Invoice",
    "InvoicePart",
    "Kpi",
    "Lane",
    "Line",
    "LinkTerms",
    "Mapping",
    "Moment",
    "Note",
    "Objective",
    "OutsidePost",
    "OutsideReading",
    "PaidReading",
    "Patience",
    "Payment",
    "Period",
    "Placement",
    "Post",
    "PostCost",
    "Practice",
    "Reading",
    "Refund",
    "Reminder",
    "Rendition",
    "Request",
    "Revision",
    "Riposte",
    "Route",
    "RouteStep",
    "Seat",
    "Settlement",
    "Snippet",
    "Statement",
    "Step",
    "StoodIn",
    "Substitute",
    "Supplier",
    "SupplierAccount",
    "SupplierName",
    "Tag",
    "Template",
    "Threshold",
    "Transaction",
    "TransactionMark",
    "Upload",
    "Version",
    "VersionPicture",
]
