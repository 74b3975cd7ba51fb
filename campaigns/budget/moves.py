"""Money that is planned and not yet bound moves from one line to another."""

from datetime import datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.people.models import User
from accounts.problems import Refusal
from accounts.words import word
from campaigns.budget import marks
from campaigns.budget.controls import standing
from campaigns.budget.models import Line


@transaction.atomic
def move_plan(*, source: Line, target: Line, cents: int, reason: str, by: User | None, now: datetime) -> tuple[Line, Line]:
    """That much less is planned on one line and more on the other, of the same period. Raises Refusal; then nothing has moved."""
    if source.pk == target.pk:
        raise Refusal("move-to-itself", fields={"target": "move-to-itself"})
    if source.period_id != target.period_id:
        raise Refusal("move-other-period", fields={"target": "move-other-period"})
    if cents <= 0:
        raise Refusal("amount-not-positive", fields={"cents": "amount-not-positive"})
    if not reason.strip():
        raise Refusal("move-needs-reason", fields={"reason": "move-needs-reason"})
    # In the order of their ids, so that two moves at once never wait for each other.
    taken = Line.objects.select_for_update(of=("self",)).select_related("organisation", "period").order_by("id")
    lines = {line.pk: line for line in taken.filter(pk__in=(source.pk, target.pk))}
    source, target = lines[source.pk], lines[target.pk]
    left = standing(source).left_of(source.planned_cents)
    if cents > left:
        raise Refusal(
            "move-more-than-left", status=409, fields={"cents": "move-more-than-left"}, line=_name(source), left_cents=max(0, left),
            currency=source.period.currency,
        )  # fmt: skip
    for line, change in ((source, -cents), (target, cents)):
        line.planned_cents += change
        line.save(update_fields=["planned_cents"])
        marks.plan_changed(line, standing=standing(line))
    audit.record(
        organisation=source.organisation, actor=by, act="plan.moved", subject_kind="line", subject_id=source.pk,
        data={"from": _name(source), "to": _name(target), "target": str(target.pk), "cents": cents, "reason": reason.strip()}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=source.organisation_id, kind="budget", id=source.period_id)
    return source, target


def _name(line: Line) -> str:
    return line.name or word(f"medium-{line.medium}", {})
