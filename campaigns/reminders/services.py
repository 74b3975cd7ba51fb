"""What waits too long for a decision: those who may decide are reminded once, then others are called upon once."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import structlog
from django.db import transaction
from django_scopes import scope, scopes_disabled

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import rules as approval_rules
from campaigns.approvals import selectors as approvals
from campaigns.approvals import services as asking
from campaigns.approvals.crew import Crew, crew_of
from campaigns.approvals.models import Approval
from campaigns.plan.days import Day
from campaigns.posts.hurry import window_of
from campaigns.proof.certificate import title
from campaigns.reminders import rules
from campaigns.reminders.models import Patience, Reminder

log = structlog.get_logger(__name__)
YOUNGEST = min(rules.BREATH.values())


def patience_of(organisation: Organisation) -> Patience:
    """Return how long the organisation lets decisions wait, saved or not."""
    found: Patience | None = Patience.objects.filter(organisation=organisation).first()
    return found or Patience(organisation=organisation)


@transaction.atomic
def set_patience(
    *, organisation: Organisation, is_on: bool, remind_after_h: int, escalate_after_h: int, day_from_h: int, day_until_h: int, by: User,
    now: datetime,
) -> Patience:  # fmt: skip
    """From now on decisions wait so long. Raises Refusal."""
    if escalate_after_h <= remind_after_h:
        raise Refusal("patience-out-of-order", fields={"escalate_after_h": "patience-out-of-order"})
    if day_until_h <= day_from_h:
        raise Refusal("day-ends-before-it-begins", fields={"day_until_h": "day-ends-before-it-begins"})
    said = {
        "is_on": is_on, "remind_after_h": remind_after_h, "escalate_after_h": escalate_after_h, "day_from_h": day_from_h,
        "day_until_h": day_until_h,
    }  # fmt: skip
    saved, _ = Patience.objects.update_or_create(organisation=organisation, defaults=said)
    audit.record(organisation=organisation, actor=by, act="organisation.patience_changed", data=said, now=now)
    found: Patience = saved
    return found


def remind_all(*, now: datetime) -> int:
    """Whoever has to hear of what waits has heard, once; return of how many steps. Running it twice tells nobody twice."""
    with scopes_disabled():
        waiting = Approval.objects.filter(state=Approval.State.OPEN, asked_at__lte=now - YOUNGEST).order_by("asked_at")
        found = [(a.organisation, a.pk) for a in waiting.select_related("organisation")]
    crews: dict[UUID, tuple[Crew, Patience]] = {}
    told = 0
    for organisation, pk in found:
        try:
            with scope(organisation=organisation):
                if organisation.pk not in crews:
                    crews[organisation.pk] = crew_of(organisation, now=now), patience_of(organisation)
                crew, patience = crews[organisation.pk]
                told += patience.is_on and remind(pk, crew=crew, patience=patience, now=now)
        except Exception:  # the edge between one and the next: one that is broken must not keep the others waiting
            log.exception("decision.not_reminded", approval=str(pk))
    return told


@transaction.atomic
def remind(pk: UUID, *, crew: Crew, patience: Patience, now: datetime) -> bool:
    """Return whether somebody was told about this approval now. The hurry of a riposte has its own way of asking on."""
    approval = approvals.with_decisions().filter(pk=pk, state=Approval.State.OPEN).first()
    if approval is None or window_of(approval.terms) or approvals.hold_on(approval):
        return False
    steps, said = approvals.steps_and_said(approval)
    step = approval_rules.current(steps, said)
    if step is None:  # only a guest is still asked, who has letters of their own
        return False
    since = max([approval.asked_at, *(d.at for d in approval.decisions.all())])
    hours = rules.Hours(timedelta(hours=patience.remind_after_h), timedelta(hours=patience.escalate_after_h))
    day = Day(ZoneInfo(approval.organisation.time_zone), patience.day_from_h, patience.day_until_h)
    kind = rules.due(since=since, first_at=first_at(approval), hours=hours, day=day, now=now)
    if kind is None or not (new := marked(approval, step.position, kind, now=now)):
        return False
    may = approval_rules.standing(step, said, members=crew.members, barred=crew.barred_from(approval)).may
    called = {p for p in may if not approval.asked or p in approval.asked}
    if rules.REMIND in new:
        tell(approval, [crew.people[p] for p in called], code="decision-reminder", since=since, now=now)
    if rules.ESCALATE in new:
        pass_on(approval, may=[crew.people[p] for p in may - called], since=since, now=now)
    log.info("decision.waits_long", approval=str(pk), kind=kind, step=step.position)
    return True


def marked(approval: Approval, position: int, kind: str, *, now: datetime) -> set[str]:
    """Return what is to be told now. What is passed on (after a night, say) before anybody was reminded is reminded of as well."""
    kinds = [kind] if kind == rules.REMIND else [rules.REMIND, rules.ESCALATE]
    if Reminder.objects.filter(approval=approval, position=position, kind__in=[kind, rules.ESCALATE]).exists():
        return set()
    Approval.objects.select_for_update().get(pk=approval.pk)  # two workers tell once
    made = {k: Reminder.objects.get_or_create(approval=approval, position=position, kind=k, defaults={"at": now})[1] for k in kinds}
    return {k for k, is_new in made.items() if is_new}


def pass_on(approval: Approval, *, may: list[User], since: datetime, now: datetime) -> None:
    """Others who may decide are called upon; the administrators, and who asked, hear that nobody has decided."""
    if approval.asked and may:
        asking.call_upon(approval=approval, people=may)
        tell(approval, may, code="decision-reminder", since=since, now=now)
    admins = orgs.holders(organisation=approval.organisation, verb=Verb.MANAGE)
    others = {p.pk: p for p in [*admins, *filter(None, [approval.asked_by])] if p not in may}
    tell(approval, list(others.values()), code="decision-passed-on", since=since, now=now)
    live.publish(organisation_id=approval.organisation_id, kind="decision", id=str(approval.pk))


def tell(approval: Approval, people: list[User], *, code: str, since: datetime, now: datetime) -> None:
    hours = max(1, round((now - since) / timedelta(hours=1)))
    notify.tell(
        organisation=approval.organisation,
        users=people,
        code=code,
        params={"title": title(approval), "by": str(approval.asked_by or ""), "hours": hours},
        path=f"/decisions?show={approval.pk}",
        cause=f"{code}:{approval.pk}:{since.isoformat()}",
        by_email=True,
        now=now,
    )


def first_at(approval: Approval) -> datetime | None:
    """Return when the first of it would go out, as it was asked about; None for money, and for what has no time."""
    times = approval.terms.get("times", {}).values()
    return min(map(datetime.fromisoformat, times)) if times else None
