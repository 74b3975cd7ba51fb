"""Say so once when three quarters, nine tenths and all of a plan are promised or spent. See docs/algorithms/ledger.md."""

from datetime import datetime

from django.db.models import Sum

from accounts.notify.services import tell
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.words import word
from campaigns.budget.ledger import Balance, Posting, balance
from campaigns.budget.models import Entry, Line, Period

MARKS = (75, 90, 100)  # per cent


def mark_of(used_cents: int, planned_cents: int) -> int:
    """Return the highest mark reached, 0 for none. Without a plan there is nothing to reach."""
    return max((mark for mark in MARKS if planned_cents and used_cents * 100 >= planned_cents * mark), default=0)


def watch(line: Line, *, standing: Balance, now: datetime) -> None:
    """Whoever keeps the money is told of every mark that the taken line, or its period, has reached for the first time."""
    used, reached = standing.committed + standing.spent, mark_of(standing.committed + standing.spent, line.planned_cents)
    if reached > line.told_mark:
        Line.objects.filter(pk=line.pk).update(told_mark=reached)
        line.told_mark = reached
        name = line.name or word(f"medium-{line.medium}", {})
        _say("line-mark", line.period, subject=f"line:{line.pk}", name=name, mark=reached, used=used, planned=line.planned_cents, now=now)
    period = Period.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=line.period_id)
    used, planned = standing_of_period(period)
    reached = mark_of(used, planned)
    if reached > period.told_mark:
        Period.objects.filter(pk=period.pk).update(told_mark=reached)
        _say("period-mark", period, subject=f"period:{period.pk}", name=period.name, mark=reached, used=used, planned=planned, now=now)


def plan_changed(line: Line, *, standing: Balance) -> None:
    """Marks that the line or its period has no longer reached with the new plan are told of again."""
    Line.objects.filter(pk=line.pk, told_mark__gt=(mark := mark_of(standing.committed + standing.spent, line.planned_cents))).update(
        told_mark=mark
    )
    used, planned = standing_of_period(line.period)
    Period.objects.filter(pk=line.period_id, told_mark__gt=(mark := mark_of(used, planned))).update(told_mark=mark)


def standing_of_period(period: Period) -> tuple[int, int]:
    """Return what is promised or spent of the period, and what is planned."""
    sums = Entry.objects.filter(line__period=period).values_list("kind").annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    stands = balance((Posting(kind, net, vat) for kind, net, vat in sums), recovers=period.organisation.recovers_vat)
    planned = Line.objects.filter(period=period).aggregate(planned=Sum("planned_cents"))["planned"]
    return stands.committed + stands.spent, planned or 0


def _say(code: str, period: Period, *, subject: str, name: str, mark: int, used: int, planned: int, now: datetime) -> None:
    organisation: Organisation = period.organisation
    tell(
        organisation=organisation, users=orgs.holders(organisation=organisation, verb=Verb.KEEP_MONEY), code=code,
        params={"name": name, "mark": mark, "used_cents": used, "planned_cents": planned, "currency": period.currency},
        path=f"/budget?period={period.pk}", cause=f"{subject}:mark:{mark}", by_email=True, now=now,
    )  # fmt: skip
