"""What people worked, hour by hour, for a spreadsheet. Hours are no money: no other table contains them."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext

from campaigns.budget.hours import selectors
from campaigns.budget.hours.models import HourlyRate, Hours
from campaigns.budget.models import Period
from campaigns.budget.money import divided
from campaigns.exchange.money.cells import Table, money
from campaigns.exchange.writing import Cell


def hours_of_work(period: Period, now: datetime) -> Table:
    """Return the hours of the period. Unpaid ones have a value where the period has a rate, and the rate its source."""
    heads = [
        gettext("Date"), gettext("Who"), gettext("What"), gettext("Campaign"), gettext("Hours"), gettext("Digital part"),
        gettext("Rate of an unpaid hour"), gettext("Value, no money"), gettext("Where the rate comes from"), gettext("Noted by"),
    ]  # fmt: skip
    rate = HourlyRate.objects.filter(period=period).first()
    rows: list[list[Cell]] = []
    for each in selectors.hours().filter(period=period).order_by("on", "at", "id"):
        valued = rate if each.kind == Hours.Kind.VOLUNTEER else None
        rows.append([
            each.on, gettext("Volunteers") if each.kind == Hours.Kind.VOLUNTEER else gettext("Staff"), each.what,
            each.campaign.name if each.campaign else "", round(Decimal(each.minutes) / 60, 4), each.digital_permille / 1000,
            money(valued.cents) if valued else None, money(divided(each.minutes * valued.cents, 60)) if valued else None,
            valued.source if valued else "", str(each.by or ""),
        ])  # fmt: skip
    return Table(gettext("Hours of work"), heads, rows)
