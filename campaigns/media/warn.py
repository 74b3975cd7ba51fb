"""Planners hear, once per picture, that its rights or the consent of those on it end soon."""

from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import F, Q
from django_scopes import scopes_disabled

from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from campaigns.media import rights
from campaigns.media.models import Asset


def warn_of_rights(*, now: datetime) -> None:
    """Who plans knows of each picture that may be shown for two weeks more at most. A new last day is told anew."""
    with scopes_disabled():
        _, last = rights.soon(today=now.date())
        untold = Q(warned_of=None) | ~Q(warned_of=F("ends_on"))
        ending = (
            Asset.objects.filter(untold, ends_on__lte=last, deleted_at=None)
            .select_related("organisation")
            .order_by("organisation_id", "ends_on")
        )
        for organisation, assets in groupby(ending, key=lambda asset: asset.organisation):
            _tell(organisation, list(assets), now=now)


def _tell(organisation: Organisation, assets: list[Asset], *, now: datetime) -> None:
    Asset.objects.filter(pk__in=[asset.pk for asset in assets]).update(warned_of=F("ends_on"))
    today = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    ahead = [asset for asset in assets if not rights.ends_before(asset.ends_on, day=today)]
    if not ahead:
        return
    first = ahead[0]
    notify.tell(
        organisation=organisation,
        users=orgs.holders(organisation=organisation, verb=Verb.PLAN),
        code="picture-rights-end",
        params={"title": first.name, "date": str(first.ends_on), "count": len(ahead), "titles": [asset.name for asset in ahead]},
        path="/library?ends=soon" if len(ahead) > 1 else f"/library?show={first.pk}",
        cause=f"picture-rights {first.pk}",
        now=now,
    )
