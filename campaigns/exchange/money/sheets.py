"""The tables of a period: its lines, its ledger, what was paid, what was asked for, hours of work, its months."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from accounts.words import word
from campaigns.budget import digital, selectors
from campaigns.budget.models import Entry, Period, Request
from campaigns.budget.money import cost
from campaigns.exchange.money.cells import Table, money, name_of, share, yes_or_no
from campaigns.exchange.money.hours_of_work import hours_of_work
from campaigns.exchange.money.payments import payments
from campaigns.exchange.writing import Cell

TABLES = ("lines", "ledger", "payments", "requests", "hours", "months")
KINDS = {Entry.Kind.COMMITMENT: _("Promised"), Entry.Kind.RELEASE: _("Released"), Entry.Kind.EXPENSE: _("Spent")}
STATES = {
    "open": _("Waits"),
    "approved": _("Approved"),
    "changes_asked": _("Changes asked for"),
    "rejected": _("Rejected"),
    "withdrawn": _("Withdrawn"),
    "expired": _("Expired"),
}


def table(period: Period, which: str, *, now: datetime) -> Table:
    """Return that table of the period. Amounts are costs where the head says nothing else: with VAT unless it is recovered."""
    make = {"lines": _lines, "ledger": _ledger, "payments": payments, "requests": _requests, "hours": hours_of_work, "months": _months}
    return make[which](period, now)


def _lines(period: Period, now: datetime) -> Table:
    heads = [
        gettext("Line"), gettext("Medium"), gettext("Paid media"), gettext("Digital part"), gettext("Planned"), gettext("Asked for"),
        gettext("Promised"), gettext("Spent"), gettext("Left"), gettext("Where the digital part comes from"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            line["name"] or word(f"medium-{line['medium']}", {}), word(f"medium-{line['medium']}", {}), yes_or_no(line["is_paid_media"]),
            line["digital_permille"] / 1000,
            *(money(line[f"{key}_cents"]) for key in ("planned", "requested", "committed", "spent", "left")),
            line["split_note"],
        ]
        for line in selectors.overview(period)["lines"]
    ]  # fmt: skip
    return Table(gettext("Lines"), heads, rows)


def _ledger(period: Period, now: datetime) -> Table:
    heads = [
        gettext("Date"), gettext("What"), gettext("Line"), gettext("Medium"), gettext("Supplier"), gettext("Note"), gettext("Campaign"),
        gettext("Without VAT"), gettext("VAT"), gettext("Cost"), gettext("Digital part"), gettext("Paid media"), gettext("Booked by"),
        gettext("Number"), gettext("Invoice"), gettext("Request"), gettext("Paid, VAT included"),
    ]  # fmt: skip
    return Table(gettext("Ledger"), heads, list(_entries(period)))


def _entries(period: Period) -> Iterator[list[Cell]]:
    recovers = period.organisation.recovers_vat
    for entry in selectors.entries().filter(line__period=period).order_by("on", "at", "id").iterator(chunk_size=500):
        yield [
            entry.on, gettext(KINDS[Entry.Kind(entry.kind)]), name_of(entry.line), word(f"medium-{entry.line.medium}", {}), entry.supplier,
            entry.note, entry.campaign.name if entry.campaign else "", money(entry.net_cents), money(entry.vat_cents),
            money(cost(entry.net_cents, entry.vat_cents, recovers)), entry.digital_permille / 1000, yes_or_no(entry.is_paid_media),
            str(entry.by or ""), str(entry.pk), number_of_invoice(entry), entry.request.title if entry.request else "",
            money(sum(each.cents for each in entry.settlements.all())) if entry.kind == Entry.Kind.EXPENSE else None,
        ]  # fmt: skip


def number_of_invoice(entry: Entry) -> str:
    part = getattr(entry, "invoice_part", None)
    return part.invoice.number if part else ""


def _requests(period: Period, now: datetime) -> Table:
    heads = [
        gettext("Asked on"), gettext("What for"), gettext("Line"), gettext("Supplier"), gettext("Without VAT"), gettext("VAT"),
        gettext("Cost"), gettext("State"), gettext("Asked by"), gettext("Campaign"), gettext("Needed on"), gettext("Why"),
    ]  # fmt: skip
    zone, recovers = ZoneInfo(period.organisation.time_zone), period.organisation.recovers_vat
    rows: list[list[Cell]] = [
        [
            asked.asked_at.astimezone(zone).date(), asked.title, name_of(asked.line), asked.supplier, money(asked.net_cents),
            money(asked.vat_cents), money(cost(asked.net_cents, asked.vat_cents, recovers)), said(asked), str(asked.asked_by or ""),
            asked.campaign.name if asked.campaign else "", asked.needed_on, asked.reason,
        ]
        for asked in selectors.requests().filter(line__period=period)
    ]  # fmt: skip
    return Table(gettext("Requests"), heads, rows)


def _months(period: Period, now: datetime) -> Table:
    figures = {"paid_media": gettext("Paid media"), "full_cost": gettext("All costs")}
    heads = [gettext("Month")]
    for name in figures.values():
        heads += [f"{name}: {what}" for what in (gettext("digital"), gettext("all"), gettext("share"), gettext("share until then"))]
    rows: list[list[Cell]] = []
    for month in digital.of_period(period, now=now)["months"]:
        row: list[Cell] = [month["month"]]
        for figure in figures:
            alone, so_far = month["figures"][figure]["month"], month["figures"][figure]["so_far"]
            row += [money(alone["digital_cents"]), money(alone["all_cents"]), share(alone["permille"]), share(so_far["permille"])]
        rows.append(row)
    return Table(gettext("Digital share by month"), heads, rows)


def said(request: Request) -> str:
    return gettext(STATES.get(request.state, request.state))
