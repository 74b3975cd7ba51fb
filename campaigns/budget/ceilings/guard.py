"""Nothing is promised or spent beyond a ceiling; people are told of its marks."""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from accounts.notify.services import tell
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.ceilings.standing import CeilingStands, standing_of


@contextmanager
def within_ceilings(organisation: Organisation, *, now: datetime) -> Any:
    """What is written inside goes beyond no ceiling that blocks. Raises Refusal. Whoever calls is in a transaction and has taken the line.

    The ceilings are taken after it, in the order of their ids: two who spend on two lines under one ceiling queue here.
    """
    taken = list(Ceiling.objects.select_for_update(of=("self",)).filter(organisation=organisation).order_by("id"))
    for ceiling in taken:
        ceiling.organisation = organisation
    before = {ceiling.pk: standing_of(ceiling) for ceiling in taken}
    yield
    for ceiling in taken:
        after = standing_of(ceiling)
        if ceiling.blocks and after.left < 0 and after.left < before[ceiling.pk].left:
            was = before[ceiling.pk]
            raise Refusal(
                "ceiling-overspent", status=409, ceiling=ceiling.name, left_cents=max(0, was.left), cost_cents=was.left - after.left,
                currency=ceiling.currency, date=ceiling.ends_on.isoformat(),
            )  # fmt: skip
        _refuse_online(ceiling, before[ceiling.pk], after)
        watch(ceiling, after, now=now)


def look_again(organisation: Organisation, *, now: datetime) -> None:
    """Something became known of an expense: marks that are reached by that are told. It was spent already, so nothing is refused."""
    for ceiling in Ceiling.objects.select_for_update(of=("self",)).filter(organisation=organisation).order_by("id"):
        ceiling.organisation = organisation
        watch(ceiling, standing_of(ceiling), now=now)


def _refuse_online(ceiling: Ceiling, was: CeilingStands, after: CeilingStands) -> None:
    if not ceiling.blocks or after.online_left is None or was.online_left is None:
        return
    if after.online_left < 0 and after.online_left < was.online_left:
        raise Refusal(
            "ceiling-online-overspent", status=409, ceiling=ceiling.name, percent=f"{(ceiling.online_permille or 0) / 10:g}",
            left_cents=max(0, was.online_left), cost_cents=was.online_left - after.online_left, currency=ceiling.currency,
            date=ceiling.ends_on.isoformat(), source=ceiling.source,
        )  # fmt: skip


def watch(ceiling: Ceiling, stands: CeilingStands, *, now: datetime) -> None:
    """Whoever keeps the money, and whoever decides on the largest sums, is told of every mark that is reached for the first time."""
    if stands.mark <= ceiling.told_mark:
        return
    Ceiling.objects.filter(pk=ceiling.pk).update(told_mark=stands.mark)
    ceiling.told_mark = stands.mark
    organisation = ceiling.organisation
    people = _once(
        person for verb in (Verb.KEEP_MONEY, Verb.DECIDE_LARGEST) for person in orgs.holders(organisation=organisation, verb=verb)
    )
    tell(
        organisation=organisation, users=people, code="ceiling-mark",
        params={
            "name": ceiling.name, "mark": stands.mark, "used_cents": stands.used, "planned_cents": ceiling.cap_cents,
            "currency": ceiling.currency, "date": ceiling.ends_on.isoformat(),
        },
        path="/budget?view=ceilings", cause=f"ceiling:{ceiling.pk}:mark:{stands.mark}", by_email=True, now=now,
    )  # fmt: skip


def _once(people: Iterable[Any]) -> list[Any]:
    return list({person.pk: person for person in people}.values())
