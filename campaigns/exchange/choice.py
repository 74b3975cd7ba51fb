"""Which placements somebody wants to take along: the calendar's own filters."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict

from accounts.problems import Refusal
from campaigns.posts import cards

NO_CAMPAIGN = "none"
LISTS = ("campaign", "channel", "author", "state")


@dataclass(frozen=True)
class Choice:
    """Empty means all. A campaign may be "none": posts that belong to no campaign."""

    campaign: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    q: str = ""

    def stored(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}


def asked(query: QueryDict) -> Choice:
    """Return the choice in an address: `channel=a,b` and `channel=a&channel=b` alike. Raises Refusal."""
    lists = {name: [part for value in query.getlist(name) for part in value.split(",") if part] for name in (*LISTS, "language")}
    return of(lists | {"q": query.get("q", "")})


def of(given: dict[str, Any]) -> Choice:
    """Return the choice in these values. Raises Refusal for what is no id."""
    for name in ("campaign", "channel", "author"):
        for value in given.get(name, ()):
            if value != NO_CAMPAIGN:
                _refuse_no_id(name, value)
    lists = {name: tuple(str(value)[:60] for value in given.get(name, ()))[:200] for name in (*LISTS, "language")}
    return Choice(**lists, q=str(given.get("q", ""))[:200])


def _refuse_no_id(name: str, value: Any) -> None:
    try:
        UUID(str(value))
    except ValueError:
        raise Refusal("not-valid", fields={name: "not-understood"}) from None


def chosen(choice: Choice, *, start: datetime, end: datetime, now: datetime) -> list[dict[str, Any]]:
    """Return the cards of [start, end) that pass, in the order of their times."""
    found = cards.in_calendar(
        start=start,
        end=end,
        now=now,
        channels=map(UUID, choice.channel),
        authors=map(UUID, choice.author),
        states=choice.state,
        words=choice.q,
    )
    return list(_passing(found, choice))


def _passing(found: Iterable[dict[str, Any]], choice: Choice) -> Iterable[dict[str, Any]]:
    for card in found:
        if choice.campaign and (card["campaign"] or NO_CAMPAIGN) not in choice.campaign:
            continue
        if choice.language and not set(choice.language) & set(card["languages"]):
            continue
        yield card
