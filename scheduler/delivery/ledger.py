"""What we sent on a channel: one row for each delivery, by month, for people and as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from accounts.channels.models import Channel
from accounts.words import word
from scheduler.delivery.models import Delivery
from scheduler.delivery.selectors import message_of

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # or Excel takes the file for Latin-1


def of_channel(channel: Channel, *, month: str = "", zone: str) -> QuerySet[Delivery]:
    """Return the channel's deliveries, newest first; `month` ("2026-11") is one of that zone's calendar. Raises ValueError."""
    found: QuerySet[Delivery] = Delivery.objects.filter(channel=channel).select_related("placement", "channel")
    if month:
        start, end = bounds(month, zone)
        found = found.filter(planned_at__gte=start, planned_at__lt=end)
    calls = Count("attempts", filter=Q(attempts__is_look=False))
    return found.annotate(calls=calls).order_by("-planned_at", "-pk")


def months(channel: Channel, *, zone: str) -> list[str]:
    """Return the months with something in them, newest first."""
    months = Delivery.objects.filter(channel=channel).annotate(month=TruncMonth("planned_at", tzinfo=ZoneInfo(zone)))
    return [f"{month:%Y-%m}" for month in months.order_by("-month").values_list("month", flat=True).distinct()]


def bounds(month: str, zone: str) -> tuple[datetime, datetime]:
    """Return the first moment of the month and that of the next, in UTC. Raises ValueError."""
    start = datetime.strptime(month, "%Y-%m").replace(tzinfo=ZoneInfo(zone))
    end = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    return start.astimezone(UTC), end.astimezone(UTC)


def row(delivery: Delivery) -> dict[str, Any]:
    """Return what people read of one delivery; `calls` is how often the network was asked to take something of it."""
    return {
        "id": delivery.pk,
        "post": delivery.placement.post_id,
        "state": delivery.state,
        "taken_down_at": delivery.placement.taken_down_at,
        "corrected_at": delivery.placement.corrected_at,
        "planned_at": delivery.planned_at,
        "published_at": delivery.published_at,
        "texts": delivery.content.get("segments", []),
        "link": delivery.content.get("link", ""),
        "pictures": len(delivery.content.get("pictures", [])),
        "remote_id": delivery.remote_id or "",
        "permalink": delivery.permalink,
        "cost_usd_micros": delivery.cost_usd_micros,
        "calls": delivery.calls,  # type: ignore[attr-defined]
        "message": message_of(delivery),
    }


def as_csv(found: Iterable[Delivery], *, zone: str) -> str:
    """Return the rows as CSV (RFC 4180, commas) in the reader's language, times in that zone. No cell can be taken for a formula."""
    out = io.StringIO()
    out.write(BOM)
    sheet = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    sheet.writerow(headings())
    for delivery in found:
        told = row(delivery)
        cells = [
            local(told["planned_at"], zone),
            local(told["published_at"], zone),
            word(f"state-{became(told)}", {}),
            "\n\n".join(told["texts"]),
            told["link"],
            told["pictures"],
            told["remote_id"],
            told["permalink"],
            f"{told['cost_usd_micros'] / 1_000_000:.3f}",
            told["calls"],
            told["message"],
        ]
        sheet.writerow([harmless(cell) for cell in cells])
    return out.getvalue()


def became(told: dict[str, Any]) -> str:
    """Return the word for what became of it: what happened last."""
    if told["taken_down_at"]:
        return "taken_down"
    return "corrected" if told["corrected_at"] and told["state"] == Delivery.State.PUBLISHED else str(told["state"])


def headings() -> list[str]:
    return [
        _("Planned"),
        _("Published"),
        _("State"),
        _("Text"),
        _("Link"),
        _("Pictures"),
        _("The network’s id"),
        _("Address"),
        _("Cost in USD"),
        _("Calls"),
        _("What was answered"),
    ]


def local(at: datetime | None, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}" if at else ""


def harmless(cell: object) -> object:
    """Return the cell so that no spreadsheet runs it: a text that looks like a formula stands behind an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
