"""Start, change, archive and remove campaigns."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.text import slugify

from accounts.audit import services as audit
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.plan.models import CadenceTarget, Campaign
from campaigns.plan.signals import retagged
from campaigns.plan.targets import put_targets

UTM_MAX = 60


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    by: User | None,
    name: str,
    utm: str = "",
    targets: Mapping[UUID, int] | None = None,
    now: datetime,
    **fields: Any,
) -> Campaign:
    """The organisation has this campaign. Without a `utm` of its own it gets one from its name. Raises Refusal."""
    campaign = Campaign(organisation=organisation, name=name.strip(), **fields)
    campaign.utm = _free_utm(campaign, wanted=utm)
    _keep_to_objective(campaign)
    _refuse_what_cannot_be(campaign)
    campaign.save(force_insert=True)
    if targets:
        put_targets(campaign, targets)
    _said("campaign.started", campaign, by=by, now=now)
    return campaign


@transaction.atomic
def change(*, campaign: Campaign, by: User | None, targets: Mapping[UUID, int] | None = None, now: datetime, **changes: Any) -> Campaign:
    """The campaign reads like this. `targets` are all its channels, with placements a week. Raises Refusal."""
    mark = campaign.utm
    for field, value in changes.items():
        setattr(campaign, field, value.strip() if isinstance(value, str) else value)
    if "utm" in changes:
        campaign.utm = _free_utm(campaign, wanted=campaign.utm)
    _keep_to_objective(campaign)
    _refuse_what_cannot_be(campaign)
    campaign.save(update_fields=[*changes, "horizon"])
    if targets is not None:
        put_targets(campaign, targets)
    if campaign.utm != mark:
        retagged.send(sender=Campaign, campaign=campaign, by=by, now=now)
    _said("campaign.changed", campaign, by=by, now=now)
    return campaign


@transaction.atomic
def archive(*, campaign: Campaign, by: User | None, now: datetime) -> Campaign:
    """The campaign is out of the way and keeps all that belongs to it."""
    if campaign.archived_at is None:
        campaign.archived_at = now
        campaign.save(update_fields=["archived_at"])
        _said("campaign.archived", campaign, by=by, now=now)
    return campaign


@transaction.atomic
def restore(*, campaign: Campaign, by: User | None, now: datetime) -> Campaign:
    """The campaign is among the running ones again."""
    if campaign.archived_at is not None:
        campaign.archived_at = None
        campaign.save(update_fields=["archived_at"])
        _said("campaign.restored", campaign, by=by, now=now)
    return campaign


@transaction.atomic
def remove(*, campaign: Campaign, by: User | None, now: datetime) -> Campaign | None:
    """The campaign is gone, or archived when anything belongs to it (then it is returned)."""
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if is_used(campaign):
        return archive(campaign=campaign, by=by, now=now)
    _said("campaign.removed", campaign, by=by, now=now)
    campaign.delete()
    return None


def is_used(campaign: Campaign) -> bool:
    """Return whether any row of any room above refers to it: posts, requests, entries, and whatever is added later."""
    for relation in Campaign._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.related_model is not CadenceTarget:  # its targets are part of itself
            rows: Any = relation.related_model
            if rows._base_manager.filter(**{relation.field.name: campaign}).exists():
                return True
    return False


def _free_utm(campaign: Campaign, *, wanted: str) -> str:
    """Return the wanted tag, else one made of the name that nobody has yet. Raises Refusal when the wanted one is taken."""
    others = Campaign.objects.filter(organisation_id=campaign.organisation_id).exclude(pk=campaign.pk)
    if wanted:
        if others.filter(utm=wanted).exists():
            raise Refusal("utm-taken", status=409, fields={"utm": "utm-taken"}, utm=wanted)
        return wanted
    base = slugify(campaign.name)[: UTM_MAX - 4] or "campaign"
    taken = set(others.filter(utm__startswith=base).values_list("utm", flat=True))
    return next(tag for tag in (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))) if tag not in taken)


def _keep_to_objective(campaign: Campaign) -> None:
    """A campaign under an objective is on that objective's horizon."""
    if campaign.objective:
        campaign.horizon = campaign.objective.horizon


def _refuse_what_cannot_be(campaign: Campaign) -> None:
    if campaign.starts_on and campaign.ends_on and campaign.ends_on < campaign.starts_on:
        raise Refusal("campaign-ends-before-start", fields={"ends_on": "campaign-ends-before-start"})


def _said(act: str, campaign: Campaign, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=campaign.organisation,
        actor=by,
        act=act,
        subject_kind="campaign",
        subject_id=campaign.pk,
        data={"name": campaign.name},
        now=now,
    )
