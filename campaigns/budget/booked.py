"""What was promised and spent, in sums, and as it counts for the shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Sum

from campaigns.budget.ledger import Balance, Posting, balance
from campaigns.budget.models import Entry, Line, Period
from campaigns.budget.money import cost
from campaigns.budget.share import Item, Share


@dataclass(frozen=True)
class Booked:
    """What the entries of one line, kind and split amount to."""

    period: UUID
    line: UUID
    digital_permille: int
    is_paid_media: bool
    posting: Posting


def booked_in(which: Q) -> list[Booked]:
    """Return the sums of these entries, in one query."""
    found = Entry.objects.filter(which).values_list("line__period", "line", "kind", "digital_permille", "is_paid_media")
    return [
        Booked(period, line, digital, paid, Posting(kind, net, vat))
        for period, line, kind, digital, paid, net, vat in found.annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    ]


def balances(booked: Iterable[Booked], *, recovers: bool) -> dict[UUID, Balance]:
    postings: dict[UUID, list[Posting]] = {}
    for each in booked:
        postings.setdefault(each.line, []).append(each.posting)
    return {line: balance(found, recovers=recovers) for line, found in postings.items()}


def items_of(booked: Iterable[Booked], *, recovers: bool) -> list[Item]:
    """Return what was booked as it counts for the shares: by the split of its own day."""
    return [
        Item(cost(each.posting.net_cents, each.posting.vat_cents, recovers), each.digital_permille, each.is_paid_media) for each in booked
    ]


def item_of(line: Line, cents: int) -> Item:
    return Item(cents=cents, digital_permille=line.digital_permille, is_paid_media=line.is_paid_media)


def shown_share(share: Share, period: Period) -> dict[str, int | None]:
    return {
        "digital_cents": share.numerator,
        "all_cents": share.denominator,
        "permille": share.permille,
        "short_cents": share.short_of(period.target_permille),
    }
