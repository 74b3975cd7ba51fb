"""What holds spending back: the thresholds of the organisation, split orders, and what is left of a line."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from accounts.words import word
from campaigns.budget import thresholds
from campaigns.budget.ledger import Balance, Posting, balance
from campaigns.budget.models import Entry, Line, Request, Threshold
from campaigns.budget.money import cost
from campaigns.budget.suppliers.selectors import resolver
from campaigns.budget.thresholds import Limit, Order

WHO = {
    Verb.DECIDE_MONEY: _("somebody who decides on money"),
    Verb.DECIDE_LARGE: _("the treasurer or the board"),
    Verb.DECIDE_LARGEST: _("the board"),
}
COUNTED = (Request.State.OPEN, Request.State.CHANGES_ASKED, Request.State.APPROVED)


def limits_of(organisation: Organisation) -> tuple[Limit, ...]:
    """Return its thresholds, lowest first; the usual ones unless it has set its own."""
    rows = Threshold.objects.filter(organisation=organisation).order_by("from_cents")
    return tuple(Limit(row.from_cents, Verb(row.verb), row.needed) for row in rows) or thresholds.DEFAULTS


def is_foreign(line: Line, organisation: Organisation) -> bool:
    """Return whether its period is kept in another currency than the organisation's, which the thresholds are in."""
    return bool(line.period.currency != organisation.currency)


def limits_about(line: Line) -> tuple[Limit, ...]:
    """Return the thresholds that count for what is asked and booked on this line."""
    limits = limits_of(line.organisation)
    return thresholds.incomparable(limits) if is_foreign(line, line.organisation) else limits


@transaction.atomic
def save_thresholds(*, organisation: Organisation, limits: Sequence[Limit], by: User | None, now: datetime) -> tuple[Limit, ...]:
    """These are the thresholds for whatever is asked from now on. Raises Refusal."""
    sums = [limit.from_cents for limit in limits]
    if 0 not in sums:
        raise Refusal("threshold-from-zero")
    if len(set(sums)) != len(sums):
        raise Refusal("threshold-twice")
    Threshold.objects.filter(organisation=organisation).delete()
    Threshold.objects.bulk_create(
        Threshold(organisation=organisation, from_cents=limit.from_cents, verb=limit.verb, needed=limit.needed) for limit in limits
    )
    audit.record(
        organisation=organisation, actor=by, act="thresholds.set", subject_kind="organisation", subject_id=organisation.pk,
        data={"thresholds": [[limit.from_cents, str(limit.verb), limit.needed] for limit in limits]}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=organisation.pk, kind="organisation", id=organisation.pk)
    return limits_of(organisation)


def orders_taken(organisation: Organisation) -> None:
    """Whoever books or asks where split orders are looked for queues here, before any line is taken: two at once see each other."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def steps_about(request: Request, *, on: date) -> tuple[tuple[Verb, int], ...]:
    """Return who has to say yes: by its cost, or by that of a split order as a whole. Raises Refusal when too few people could."""
    limits, cents = limits_about(request.line), cost_of(request)
    limit = thresholds.limit_for(cents + sum(order.cents for order in split_orders(request, on=on)), limits)
    for verb, needed in ((limit.verb, 1), (Verb.DECIDE_MONEY, limit.needed)):
        able = {person.pk for person in orgs.holders(organisation=request.organisation, verb=verb)} - {request.asked_by_id}
        if len(able) < needed:
            raise Refusal(
                "too-few-decide", status=409, from_cents=limit.from_cents, currency=request.line.period.currency, needed=limit.needed,
                who=gettext(WHO[limit.verb]),
            )  # fmt: skip
    return thresholds.steps_of(limit)


@dataclass(frozen=True)
class Orders:
    """What an organisation has asked for and booked lately, and what of it belongs together: read once for any number of requests."""

    limits: tuple[Limit, ...]
    meant: Callable[[str], str]
    lately: tuple[tuple[UUID | None, str, Order], ...]  # the request it is, if it is one, and its currency


def orders_of(organisation: Organisation, *, on: date) -> Orders:
    """Return its orders of the days before, each supplier by one name. Four queries."""
    since = on - timedelta(days=thresholds.SPLIT_DAYS)
    recovers, meant = organisation.recovers_vat, resolver(organisation)
    asked = Request.objects.filter(organisation=organisation, state__in=COUNTED, asked_at__date__gte=since)
    booked = unasked(organisation).filter(on__gte=since)
    columns = ("line__period__currency", "supplier", "net_cents", "vat_cents")
    requests = [
        (pk, currency, Order(at.date(), meant(supplier), cost(net, vat, recovers)))
        for pk, at, currency, supplier, net, vat in asked.values_list("pk", "asked_at", *columns)
    ]
    expenses = [
        (None, currency, Order(day, meant(supplier), cost(net, vat, recovers)))
        for day, currency, supplier, net, vat in booked.values_list("on", *columns)
    ]
    return Orders(limits_of(organisation), meant, (*requests, *expenses))


def unasked(organisation: Organisation) -> QuerySet[Entry]:
    """Return its expenses that stand and that nobody was asked for."""
    found: QuerySet[Entry] = Entry.objects.filter(
        organisation=organisation, kind=Entry.Kind.EXPENSE, request=None, reverses=None, reversed_by=None
    )
    return found


def split_orders(request: Request, *, on: date, orders: Orders | None = None) -> tuple[Order, ...]:
    """Return what else was asked for or booked with its supplier lately, when it belongs under a higher threshold together."""
    if not request.supplier.strip() or is_foreign(request.line, request.organisation):
        return ()  # in another currency it needs the most as it is
    orders, currency = orders or orders_of(request.organisation, on=on), request.line.period.currency
    return thresholds.split_with(
        supplier=orders.meant(request.supplier), cents=cost_of(request), on=on, limits=orders.limits,
        others=[order for pk, of, order in orders.lately if of == currency and pk != request.pk],
    )  # fmt: skip


def cost_of(request: Request) -> int:
    return cost(request.net_cents, request.vat_cents, request.organisation.recovers_vat)


def standing(line: Line) -> Balance:
    """Return what is promised and spent on the line. Whoever decides by it has taken the line first."""
    sums = Entry.objects.filter(line=line).values_list("kind").annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    return balance((Posting(kind, net, vat) for kind, net, vat in sums), recovers=line.organisation.recovers_vat)


def refuse_overspending(line: Line, *, before: Balance, after: Balance) -> None:
    """Raises Refusal when what was just written takes more from the taken line than was left and allowed beyond its plan."""
    most = line.planned_cents + line.beyond_cents
    left, still = before.left_of(most), after.left_of(most)
    if still < 0 and still < left:
        raise Refusal(
            "line-overspent", status=409, line=line.name or word(f"medium-{line.medium}", {}), left_cents=left, cost_cents=left - still,
            currency=line.period.currency, who=gettext(WHO[highest_verb(line.organisation)]),
        )  # fmt: skip


def refuse_unasked(line: Line, *, cents: int) -> None:
    """Raises Refusal when an expense of that cost should have been asked for first."""
    lowest = thresholds.lowest(limits_about(line))
    if lowest is not None and cents >= lowest:
        if is_foreign(line, line.organisation):
            raise Refusal(
                "request-needed-currency", status=409, fields={"request": "request-needed-currency"}, currency=line.period.currency,
                other=line.organisation.currency,
            )  # fmt: skip
        raise Refusal("request-needed", status=409, fields={"request": "request-needed"}, from_cents=lowest, currency=line.period.currency)


def refuse_split(line: Line, *, supplier: str, cents: int, on: date) -> None:
    """Raises Refusal when this expense and others of that supplier that nobody was asked for come to a threshold within 30 days."""
    lowest = thresholds.lowest(limits_about(line))
    if lowest is None or not supplier.strip():
        return
    recovers, meant = line.organisation.recovers_vat, resolver(line.organisation)
    near = timedelta(days=thresholds.SPLIT_DAYS)
    booked = unasked(line.organisation).filter(line__period__currency=line.period.currency, on__range=(on - near, on + near))
    rows = booked.values_list("supplier", "net_cents", "vat_cents")
    costs = [cost(net, vat, recovers) for name, net, vat in rows if thresholds.same_supplier(meant(name), meant(supplier))]
    if costs and cents + sum(costs) >= lowest:
        raise Refusal(
            "request-needed-together", status=409, fields={"request": "request-needed-together"}, from_cents=lowest,
            currency=line.period.currency, supplier=supplier, sum_cents=cents + sum(costs),
        )  # fmt: skip


def highest_verb(organisation: Organisation) -> Verb:
    """Return what somebody has to hold who lets a line go beyond its plan."""
    return thresholds.highest(limits_of(organisation)).verb


@transaction.atomic
def allow_beyond(*, line: Line, cents: int, note: str, by: User, verbs: Collection[str], now: datetime) -> Line:
    """So much more than planned may be promised and spent on the line, in all; 0 takes that back. Raises Refusal."""
    line = Line.objects.select_for_update(of=("self",)).select_related("organisation", "period").get(pk=line.pk)
    if highest_verb(line.organisation) not in verbs:
        raise NotAllowed
    if cents and not note.strip():
        raise Refusal("beyond-needs-reason", fields={"note": "beyond-needs-reason"})
    line.beyond_cents, line.beyond_note, line.beyond_by = cents, note.strip(), by
    line.save(update_fields=["beyond_cents", "beyond_note", "beyond_by"])
    audit.record(
        organisation=line.organisation, actor=by, act="line.beyond-allowed", subject_kind="line", subject_id=line.pk,
        data={"cents": cents, "note": line.beyond_note}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=line.organisation_id, kind="budget", id=line.period_id)
    return line
