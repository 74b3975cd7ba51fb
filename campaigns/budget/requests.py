"""Somebody asks for money; somebody else decides; the yes commits the line. services.py hands these verbs on."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import selectors as approved
from campaigns.approvals import services as approvals
from campaigns.approvals.models import Approval, Decision
from campaigns.approvals.routing import Subject
from campaigns.budget import marks
from campaigns.budget.ceilings.guard import within_ceilings
from campaigns.budget.controls import cost_of, orders_taken, refuse_overspending, standing, steps_about
from campaigns.budget.fingerprint import content_of, fingerprint
from campaigns.budget.media import BY_CODE, PLATFORM_NEEDED
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.refused import refused_by
from campaigns.compliance import selectors as compliance
from campaigns.compliance.engine import Finding
from campaigns.plan.days import today
from campaigns.plan.models import Campaign

KIND = "request"  # subject of its approvals
STATES = {
    Decision.Verdict.APPROVE: Request.State.APPROVED,
    Decision.Verdict.ASK_CHANGES: Request.State.CHANGES_ASKED,
    Decision.Verdict.REJECT: Request.State.REJECTED,
}


@transaction.atomic
def ask(
    *, organisation: Organisation, line: Line, by: User | None, title: str, net_cents: int, vat_cents: int = 0, reason: str = "",
    supplier: str = "", platform: str = "", is_political: bool = True, needed_on: date | None = None, campaign: Campaign | None = None,
    payer: str = Request.Payer.OWN, payer_name: str = "", beneficiary: str = Request.Beneficiary.OWN, beneficiary_name: str = "",
    now: datetime,
) -> Request:  # fmt: skip
    """The request is open and waits for somebody other than who asks. Raises Refusal where the reach cannot be bought."""
    orders_taken(organisation)
    request = Request(
        organisation=organisation, line=line, campaign=campaign, title=title.strip(), reason=reason.strip(), supplier=supplier.strip(),
        payer=payer, payer_name=payer_name.strip(), beneficiary=beneficiary, beneficiary_name=beneficiary_name.strip(),
        platform=platform, is_political=is_political, net_cents=net_cents, vat_cents=vat_cents, needed_on=needed_on,
        asked_by=by, asked_at=now,
    )  # fmt: skip
    refuse_what_cannot_be(request, now=now)
    request.save(force_insert=True)
    _put_to_decision(request, by=by, now=now)
    _said("request.asked", request, by=by, now=now)
    return request


@transaction.atomic
def change(*, request: Request, by: User | None, revision: int | None = None, now: datetime, **changes: Any) -> Request:
    """The request reads like this and waits anew: any yes or no said before is void. Raises Refusal."""
    orders_taken(request.organisation)
    request = taken(request)
    if revision is not None and revision != request.revision:
        raise Refusal("edited-meanwhile", status=412)
    if request.state not in {Request.State.OPEN, Request.State.CHANGES_ASKED, Request.State.EXPIRED}:
        raise Refusal("request-decided", status=409)
    for field, value in changes.items():
        setattr(request, field, value.strip() if isinstance(value, str) else value)
    refuse_what_cannot_be(request, now=now)
    request.state, request.revision = Request.State.OPEN, request.revision + 1
    request.save(update_fields=[*changes, "state", "revision"])
    _put_to_decision(request, by=by, now=now)
    _said("request.changed", request, by=by, now=now)
    return request


@transaction.atomic
def withdraw(*, request: Request, by: User | None, now: datetime) -> Request:
    """Nobody is asked any more. Raises Refusal once it is decided."""
    request = taken(request)
    if request.state not in {Request.State.OPEN, Request.State.CHANGES_ASKED, Request.State.EXPIRED}:
        raise Refusal("request-decided", status=409)
    approvals.void(subject_kind=KIND, subject_id=request.pk, now=now)
    request.state, request.revision = Request.State.WITHDRAWN, request.revision + 1
    request.save(update_fields=["state", "revision"])
    _said("request.withdrawn", request, by=by, now=now)
    return request


def let_expire(request: Request, *, now: datetime) -> None:
    """Nobody decided on the (taken) request in time: it can be changed, and asked again."""
    request.state, request.revision = Request.State.EXPIRED, request.revision + 1
    request.save(update_fields=["state", "revision"])
    if request.asked_by:
        tell(
            organisation=request.organisation, users=[request.asked_by], code="request-expired", params={"title": request.title},
            path=f"/budget?request={request.pk}", by_email=True, now=now,
        )  # fmt: skip
    _said("request.expired", request, by=None, now=now)


@transaction.atomic
def on_decision(*, request: Request, verdict: str, by: User, comment: str = "", now: datetime) -> Request:
    """The request follows its approval; a yes commits the line, once. Raises Refusal, then nothing has changed.

    Whoever calls has stored the decision. Held here as well, whatever the way in: the yes is for this very content, the requester does
    not give it, and the rules of the day still allow the purchase.
    """
    request = taken(request)
    if request.state != Request.State.OPEN:
        raise Refusal("already-decided", status=409)
    if by.pk == request.asked_by_id:
        raise Refusal("own-work", status=403)
    if verdict == Decision.Verdict.APPROVE:
        given = Approval.objects.filter(subject_kind=KIND, subject_id=request.pk, state=Approval.State.APPROVED).first()
        if given is None or given.fingerprint != fingerprint(request):
            raise Refusal("changed-since-shown", status=409)
        refuse_what_cannot_be(request, now=now)
        before = standing(request.line)
        with within_ceilings(request.organisation, now=now):
            Entry.objects.create(
                organisation=request.organisation, kind=Entry.Kind.COMMITMENT, line=request.line, request=request,
                campaign=request.campaign, net_cents=request.net_cents, vat_cents=request.vat_cents, supplier=request.supplier,
                on=today(request.organisation, now=now), by=by, at=now,
            )  # fmt: skip
        after = standing(request.line)
        refuse_overspending(request.line, before=before, after=after)
        marks.watch(request.line, standing=after, now=now)
    request.state, request.revision = STATES[Decision.Verdict(verdict)], request.revision + 1
    request.save(update_fields=["state", "revision"])
    if request.asked_by:
        tell(
            organisation=request.organisation, users=[request.asked_by], code=f"request-{request.state.replace('_', '-')}",
            params={"title": request.title, "by": str(by), "comment": comment}, path=f"/budget?request={request.pk}",
            cause=f"request:{request.pk}:{request.revision}", by_email=True, now=now,
        )  # fmt: skip
    _said(f"request.{request.state}", request, by=by, now=now)
    return request


def taken(request: Request) -> Request:
    """Return the request afresh, with its line; until this transaction ends, whoever else wants either waits."""
    line_id = Request.objects.values_list("line_id", flat=True).get(pk=request.pk)
    Line.objects.select_for_update().get(pk=line_id)  # the line first, as everywhere: no two ever wait for each other
    related = ("line__period", "line__organisation", "organisation", "campaign", "asked_by")
    found: Request = Request.objects.select_for_update(of=("self",)).select_related(*related).get(pk=request.pk)
    return found


def findings_about(request: Request, *, on: date) -> tuple[Finding, ...]:
    """Return what the rules say to this purchase on that day."""
    medium = BY_CODE.get(request.line.medium)
    return compliance.on_purchase(
        organisation=request.organisation,
        platform=request.platform,
        supplier=request.supplier,
        is_paid_media=request.line.is_paid_media or bool(medium and medium.is_paid_media) or bool(request.platform),
        is_political=request.is_political,
        medium=request.line.medium,
        payer=request.payer,
        beneficiary=request.beneficiary,
        cents=request.net_cents + request.vat_cents,
        on=on,
    )


def refuse_what_cannot_be(request: Request, *, now: datetime) -> None:
    """Raises Refusal that names rule, date, source and what may be bought instead."""
    if request.net_cents <= 0 or request.vat_cents < 0:
        raise Refusal("amount-not-positive", fields={"net_cents": "amount-not-positive"})
    if request.vat_cents > request.net_cents:  # where VAT is recovered it costs nothing, and would hide a sum from the thresholds
        raise Refusal("vat-above-net", fields={"vat_cents": "vat-above-net"})
    if request.line.medium in PLATFORM_NEEDED and not request.platform:
        raise Refusal("platform-needed", fields={"platform": "platform-needed"})
    if request.line.organisation_id != request.organisation_id:
        raise Refusal("not-found", status=404)
    for finding in findings_about(request, on=today(request.organisation, now=now)):
        if finding.blocks:
            raise refused_by(finding.rule)


def _put_to_decision(request: Request, *, by: User | None, now: datetime) -> None:
    approval = approvals.ask(
        organisation=request.organisation,
        subject=Subject(
            kind=KIND,
            campaign=str(request.campaign_id or ""),
            cents=cost_of(request),
            least=steps_about(request, on=today(request.organisation, now=now)),
        ),
        subject_id=request.pk,
        fingerprint=fingerprint(request),
        terms={"net_cents": request.net_cents, "vat_cents": request.vat_cents},
        shown=content_of(request),
        asked_by=request.asked_by,
        barred=[request.asked_by, by],  # who changed it last has seen it through their own eyes only
        note=request.reason[:500],
        now=now,
    )
    tell(
        organisation=request.organisation,
        users=approved.deciders(approval, now=now),
        code="request-waits",
        params={"title": request.title, "by": str(by or "")},
        path=f"/decisions?show={approval.pk}",
        cause=f"request:{request.pk}:waits",
        by_email=True,
        now=now,
    )


def _said(act: str, request: Request, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=request.organisation, actor=by, act=act, subject_kind=KIND, subject_id=request.pk,
        data={"title": request.title, "net_cents": request.net_cents, "vat_cents": request.vat_cents, "line": str(request.line_id)},
        now=now,
    )  # fmt: skip
    live.publish(organisation_id=request.organisation_id, kind="request", id=request.pk)
