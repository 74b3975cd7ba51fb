"""What the calendar draws beside the posts: holidays, shipped days, the organisation's own moments."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.orgs.models import COMMUNITIES, Organisation
from campaigns.plan import moments_holidays as holidays
from campaigns.plan.moments_holidays import Holiday
from campaigns.plan.moments_models import HiddenMoment, Moment
from campaigns.plan.moments_shipped import Shipped, for_country


def moments() -> QuerySet[Moment]:
    """Return the own moments of the organisation in scope, in the order of their days."""
    found: QuerySet[Moment] = Moment.objects.select_related("campaign", "made_by").filter(deleted_at=None)
    return found.order_by("starts_on", "ends_on", "name", "pk")


def hidden() -> set[str]:
    return set(HiddenMoment.objects.values_list("key", flat=True))


def shipped(organisation: Organisation, *, language: str) -> list[dict[str, Any]]:
    """Return every day Carillon knows for this organisation, and whether it wants to see it."""
    off = hidden()
    return [
        {"key": one.key, "on": one.on, "name": one.name(language), "scope": one.scope, "is_shown": one.key not in off}
        for one in for_country(organisation.country)
    ]


def communities_of(organisation: Organisation) -> list[str]:
    """Return whose school holidays count: those that were chosen, else those that speak its languages."""
    offered = COMMUNITIES.get(organisation.country, {})
    chosen = [one for one in organisation.communities if one in offered]
    return chosen or [one for one, language in offered.items() if language in organisation.languages]


def in_calendar(organisation: Organisation, *, start: date, end: date, language: str) -> list[dict[str, Any]]:
    """Return all that touches [start, end) in the order of its days: holidays, shipped days, own moments."""
    country, off = organisation.country, hidden()
    free = [
        *holidays.public(country, start=start, end=end, language=language),
        *holidays.school(country, communities_of(organisation), start=start, end=end, language=language),
    ]
    known = [(one, day) for one in for_country(country) if one.key not in off for day in one.days(start, end)]
    own = moments().filter(starts_on__lt=end, ends_on__gte=start)
    rows = [
        *map(_holiday, free),
        *(_shipped(one, day, language) for one, day in known),
        *map(_own, own),
    ]
    order = {"public": 0, "own": 1, "shipped": 2, "school": 3}
    return sorted(rows, key=lambda row: (row["starts_on"], order[row["layer"]], row["name"]))


def _row(layer: str, key: str, name: str, starts_on: date, ends_on: date, **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"kind": "", "communities": [], "colour": "", "campaign": None, "note": ""}
    return {"layer": layer, "id": key, "name": name, "starts_on": starts_on, "ends_on": ends_on} | empty | more


def _holiday(one: Holiday) -> dict[str, Any]:
    key = f"{one.kind}-{one.starts_on}-{'-'.join(one.communities) or one.name}"
    return _row(one.kind, key, one.name, one.starts_on, one.ends_on, communities=list(one.communities))


def _shipped(one: Shipped, day: date, language: str) -> dict[str, Any]:
    return _row("shipped", f"{one.key}-{day}", one.name(language), day, day, kind=one.kind)


def _own(one: Moment) -> dict[str, Any]:
    colour = one.colour or (one.campaign.colour if one.campaign else "")
    return _row(
        "own", str(one.pk), one.name, one.starts_on, one.ends_on, kind=one.kind, colour=colour, campaign=one.campaign_id, note=one.note
    )
