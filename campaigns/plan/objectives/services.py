"""Set, change, archive and remove objectives; say what their figures are and which they were on a day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.audit import services as audit
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.plan.models import Campaign, Kpi, Objective, Reading

KPIS_MOST = 8


@transaction.atomic
def start(
    *, organisation: Organisation, by: User | None, kpis: Sequence[Mapping[str, Any]] = (), now: datetime, **fields: Any
) -> Objective:
    """The organisation aims at this. Raises Refusal."""
    objective = Objective(organisation=organisation, **cleaned(organisation, fields))
    _refuse_what_cannot_be(objective)
    objective.save(force_insert=True)
    put_kpis(objective, kpis)
    _said("objective.started", objective, by=by, now=now)
    return objective


@transaction.atomic
def change(
    *, objective: Objective, by: User | None, kpis: Sequence[Mapping[str, Any]] | None = None, now: datetime, **changes: Any
) -> Objective:
    """The objective reads like this. `kpis` is the whole list: what is not in it goes, with its readings. Raises Refusal."""
    for field, value in cleaned(objective.organisation, changes).items():
        setattr(objective, field, value)
    _refuse_what_cannot_be(objective)
    objective.save()
    if "horizon" in changes:
        Campaign.objects.filter(objective=objective).update(horizon=objective.horizon)
    if kpis is not None:
        put_kpis(objective, kpis)
    _said("objective.changed", objective, by=by, now=now)
    return objective


@transaction.atomic
def archive(*, objective: Objective, by: User | None, now: datetime) -> Objective:
    """The objective is out of the way and keeps its figures and campaigns."""
    if objective.archived_at is None:
        objective.archived_at = now
        objective.save(update_fields=["archived_at"])
        _said("objective.archived", objective, by=by, now=now)
    return objective


@transaction.atomic
def restore(*, objective: Objective, by: User | None, now: datetime) -> Objective:
    """The objective is pursued again."""
    if objective.archived_at is not None:
        objective.archived_at = None
        objective.save(update_fields=["archived_at"])
        _said("objective.restored", objective, by=by, now=now)
    return objective


@transaction.atomic
def remove(*, objective: Objective, by: User | None, now: datetime) -> Objective | None:
    """The objective is gone, or archived when it has campaigns or readings (then it is returned)."""
    if objective.campaigns.exists() or Reading.objects.filter(kpi__objective=objective).exists():
        return archive(objective=objective, by=by, now=now)
    _said("objective.removed", objective, by=by, now=now)
    objective.delete()
    return None


@transaction.atomic
def read(*, kpi: Kpi, day: date, value: Decimal, note: str = "", by: User | None, today: date) -> Reading:
    """The figure was this on that day; an earlier reading of the same day is put right. Raises Refusal."""
    if day > today:
        raise Refusal("reading-in-future", fields={"day": "reading-in-future"})
    reading: Reading
    reading, _ = Reading.objects.update_or_create(kpi=kpi, day=day, defaults={"value": value, "note": note.strip(), "by": by})
    return reading


@transaction.atomic
def review(*, objective: Objective, next_on: date | None, by: User | None, now: datetime) -> Objective:
    """The objective has been looked at; the next look is on that day, or there is none."""
    objective.review_on = next_on
    objective.save(update_fields=["review_on"])
    _said("objective.reviewed", objective, by=by, now=now)
    return objective


def put_kpis(objective: Objective, wanted: Sequence[Mapping[str, Any]]) -> None:
    """The objective has exactly these figures, in this order; one that carries its `id` keeps its readings. Raises Refusal."""
    if len(wanted) > KPIS_MOST:
        raise Refusal("too-many-kpis", fields={"kpis": "too-many-kpis"}, most=KPIS_MOST)
    known: dict[UUID, Kpi] = {kpi.pk: kpi for kpi in objective.kpis.all()}
    kept = {fields["id"] for fields in wanted if fields.get("id") in known}
    objective.kpis.exclude(pk__in=kept).delete()
    for position, fields in enumerate(wanted):
        kpi = known.get(fields.get("id") or UUID(int=0)) or Kpi(objective=objective)
        for field, value in fields.items():
            if field != "id":
                setattr(kpi, field, value.strip() if isinstance(value, str) else value)
        kpi.position = position
        ahead = kpi.target >= kpi.baseline if kpi.direction == Kpi.Direction.UP else kpi.target <= kpi.baseline
        if not ahead:
            raise Refusal("kpi-target-behind", fields={f"kpis.{position}.target": "kpi-target-behind"})
        kpi.save()


def cleaned(organisation: Organisation, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields as they are kept; the owner has to be a member. Raises Refusal."""
    kept = {field: value.strip() if isinstance(value, str) else value for field, value in fields.items()}
    if wanted := kept.get("owner"):
        member = orgs.members(organisation=organisation).filter(user_id=wanted).first()
        if member is None:
            raise Refusal("owner-not-member", fields={"owner": "owner-not-member"})
        kept["owner"] = member.user
    return kept


def _refuse_what_cannot_be(objective: Objective) -> None:
    if objective.ends_on < objective.starts_on:
        raise Refusal("objective-ends-before-start", fields={"ends_on": "objective-ends-before-start"})


def _said(act: str, objective: Objective, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=objective.organisation,
        actor=by,
        act=act,
        subject_kind="objective",
        subject_id=objective.pk,
        data={"name": objective.name},
        now=now,
    )
