"""Paths of this floor. Rooms hand their views to the router; a plain view gets a path of its own."""

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from campaigns.budget.api import Lines, Mediums, Periods, Thresholds
from campaigns.budget.ceilings.api import Ceilings
from campaigns.budget.digital_api import DigitalShare, DigitalShareIf, PlanMoves, References
from campaigns.budget.hours.api import HourlyRateView, HoursWorked
from campaigns.budget.invoices.api import Documents, Invoices, Payments
from campaigns.budget.ledger_api import Entries
from campaigns.budget.of_campaign import CampaignMoney
from campaigns.budget.requests_api import Requests
from campaigns.budget.suppliers.api import SupplierAccounts, Suppliers
from campaigns.by_link.guests_api import Guests, LinkTermsView
from campaigns.by_link.page import DecisionPage, OwnDecisionPage
from campaigns.compliance.api import RulesView
from campaigns.costs.api import CampaignCosts, PostCosts, RequestPost
from campaigns.decisions.api import Decisions
from campaigns.decisions.routes_api import PracticeView, Routes, Substitutes
from campaigns.exchange.export_api import ExportCsv, ExportXlsx
from campaigns.exchange.feeds_api import FeedFile, Feeds
from campaigns.exchange.imports_api import Imports
from campaigns.exchange.money.api import BoardPdf, BudgetCsv, BudgetXlsx
from campaigns.media.api import Assets
from campaigns.media.folders_api import Folders, Tags
from campaigns.media.public import public_picture, robots
from campaigns.media.tus import OneUpload, Uploads
from campaigns.outside.api import Outside
from campaigns.phrases.api import Contacts, HashtagSets, Snippets
from campaigns.plan.api import Campaigns
from campaigns.plan.moments_api import Layers, Moments
from campaigns.plan.objectives.api import Objectives
from campaigns.posts.api import Calendar, Posts
from campaigns.posts.bulk.api import BulkPosts
from campaigns.posts.cadence.api import Cadence, CadenceWeeks, DailyLimits, Gaps
from campaigns.posts.history.api import History, HistoryEntry
from campaigns.posts.links.api import LinkPreview
from campaigns.posts.multiply.api import Multiply, MultiplyPreview
from campaigns.posts.notes.api import Notes, NotesOfPost
from campaigns.posts.of_campaign_api import StandingOfCampaign
from campaigns.posts.presence import Presence
from campaigns.posts.slots_api import FreeSlots
from campaigns.posts.templates.api import Templates
from campaigns.proof.api import CertificateJson, CertificatePdf, published_keys
from campaigns.reminders.api import PatienceView
from campaigns.riposte.api import Ripostes
from campaigns.riposte.rota_api import Absences, Duties, OnCall
from campaigns.statements.api import Statements, Transactions

router = SimpleRouter(use_regex_path=False)
router.register("posts", Posts, basename="post")
router.register("notes", Notes, basename="note")
router.register("decisions", Decisions, basename="decision")
router.register("routes", Routes, basename="route")
router.register("substitutes", Substitutes, basename="substitute")
router.register("guests", Guests, basename="guest")
router.register("campaigns", Campaigns, basename="campaign")
router.register("objectives", Objectives, basename="objective")
router.register("moments", Moments, basename="moment")
router.register("feeds", Feeds, basename="feed")
router.register("imports", Imports, basename="import")
router.register("assets", Assets, basename="asset")
router.register("folders", Folders, basename="folder")
router.register("tags", Tags, basename="tag")
router.register("mediums", Mediums, basename="medium")
router.register("periods", Periods, basename="period")
router.register("lines", Lines, basename="line")
router.register("ceilings", Ceilings, basename="ceiling")
router.register("hours", HoursWorked, basename="hours")
router.register("entries", Entries, basename="entry")
router.register("ripostes", Ripostes, basename="riposte")
router.register("duties", Duties, basename="duty")
router.register("absences", Absences, basename="absence")
router.register("contacts", Contacts, basename="contact")
router.register("hashtag-sets", HashtagSets, basename="hashtag-set")
router.register("snippets", Snippets, basename="snippet")
router.register("templates", Templates, basename="template")
router.register("requests", Requests, basename="request")
router.register("suppliers", Suppliers, basename="supplier")
router.register("statements", Statements, basename="statement")
router.register("transactions", Transactions, basename="transaction")
router.register("invoices", Invoices, basename="invoice")
router.register("payments", Payments, basename="payment")
router.register("documents", Documents, basename="document")
router.register("supplier-accounts", SupplierAccounts, basename="supplier-account")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/posts/bulk/", BulkPosts.as_view(), name="posts-bulk"),
    path("api/", include(router.urls)),
    path("api/decisions/<uuid:pk>/certificate/", CertificateJson.as_view(), name="certificate"),
    path("api/decisions/<uuid:pk>/certificate.pdf", CertificatePdf.as_view(), name="certificate-pdf"),
    path(".well-known/carillon-keys.json", published_keys, name="carillon-keys"),
    path("api/posts/<uuid:pk>/history/", History.as_view(), name="post-history"),
    path("api/posts/<uuid:pk>/history/<uuid:revision>/", HistoryEntry.as_view(), name="post-revision"),
    path("api/posts/<uuid:pk>/notes/", NotesOfPost.as_view(), name="post-notes"),
    path("api/posts/<uuid:pk>/presence/", Presence.as_view(), name="post-presence"),
    path("api/posts/<uuid:pk>/multiply/", Multiply.as_view(), name="post-multiply"),
    path("api/posts/<uuid:pk>/multiply/preview/", MultiplyPreview.as_view(), name="post-multiply-preview"),
    path("api/campaigns/<uuid:pk>/standing/", StandingOfCampaign.as_view(), name="campaign-standing"),
    path("api/campaigns/<uuid:pk>/money/", CampaignMoney.as_view(), name="campaign-money"),
    path("api/campaigns/<uuid:pk>/costs/", CampaignCosts.as_view(), name="campaign-costs"),
    path("api/posts/<uuid:pk>/costs/", PostCosts.as_view(), name="post-costs"),
    path("api/requests/<uuid:pk>/post/", RequestPost.as_view(), name="request-post"),
    path("api/link-preview/", LinkPreview.as_view(), name="link-preview"),
    path("api/practice/", PracticeView.as_view(), name="practice"),
    path("api/patience/", PatienceView.as_view(), name="patience"),
    path("api/thresholds/", Thresholds.as_view(), name="thresholds"),
    path("api/periods/<uuid:pk>/export.csv", BudgetCsv.as_view(), name="period-csv"),
    path("api/periods/<uuid:pk>/export.xlsx", BudgetXlsx.as_view(), name="period-xlsx"),
    path("api/periods/<uuid:pk>/board.pdf", BoardPdf.as_view(), name="period-board"),
    path("api/periods/<uuid:pk>/hourly-rate/", HourlyRateView.as_view(), name="hourly-rate"),
    path("api/digital-share/", DigitalShare.as_view(), name="digital-share"),
    path("api/digital-share/what-if/", DigitalShareIf.as_view(), name="digital-share-if"),
    path("api/digital-share/references/", References.as_view(), name="digital-share-references"),
    path("api/plan-moves/", PlanMoves.as_view(), name="plan-moves"),
    path("api/rules/", RulesView.as_view(), name="rules"),
    path("api/uploads/", Uploads.as_view(), name="uploads"),
    path("api/uploads/<uuid:pk>/", OneUpload.as_view(), name="upload"),
    path("m/<str:token>/<str:name>", public_picture, name="public-picture"),
    path("robots.txt", robots, name="robots"),
    path("api/calendar/", Calendar.as_view(), name="calendar"),
    path("api/calendar/export.csv", ExportCsv.as_view(), name="calendar-csv"),
    path("api/calendar/export.xlsx", ExportXlsx.as_view(), name="calendar-xlsx"),
    path("api/link-terms/", LinkTermsView.as_view(), name="link-terms"),
    path("d/of/<uuid:pk>", OwnDecisionPage.as_view(), name="decision-of"),
    path("d/<str:secret>", DecisionPage.as_view(), name="decision-by-link"),
    path("feeds/<str:secret>.ics", FeedFile.as_view(), name="feed-file"),
    path("api/outside/", Outside.as_view(), name="outside"),
    path("api/layers/", Layers.as_view(), name="layers"),
    path("api/slots/free/", FreeSlots.as_view(), name="slots-free"),
    path("api/on-call/", OnCall.as_view(), name="on-call"),
    path("api/cadence/", Cadence.as_view(), name="cadence"),
    path("api/cadence/weeks/", CadenceWeeks.as_view(), name="cadence-weeks"),
    path("api/cadence/gaps/", Gaps.as_view(), name="cadence-gaps"),
    path("api/cadence/limits/<uuid:pk>/", DailyLimits.as_view(), name="cadence-limit"),
]
