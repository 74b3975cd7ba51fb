"""Who is on call, and who is asked after whom. Pure: times are instants, days are those of the organisation's zone."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Span:
    """This person is on call in [starts_at, ends_at)."""

    person: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Away:
    """This person is not called upon from the first to the last day."""

    person: str
    starts_on: date
    ends_on: date


def on_call(
    spans: Iterable[Span], *, default: str | None, away: Iterable[Away], able: Collection[str], now: datetime, today: date
) -> list[str]:
    """Return who is called upon, first one first: whose span began last (a swap within a week counts), then the default person.

    Who may not decide (any more) or is away is passed over.
    """
    gone = {a.person for a in away if a.starts_on <= today <= a.ends_on}
    running = sorted((s for s in spans if s.starts_at <= now < s.ends_at), key=lambda s: s.starts_at, reverse=True)
    wanted = [*(s.person for s in running), *([default] if default else [])]
    return [p for p in dict.fromkeys(wanted) if p in able and p not in gone]


def rounds(called: Sequence[str], *, able: Collection[str], barred: Collection[str]) -> list[list[str]]:
    """Return who is asked when: those on call one by one, then everybody else at once. Nobody decides on their own work."""
    alone = [[person] for person in called if person not in barred]
    named = {person for one in alone for person in one}
    rest = sorted(set(able) - set(barred) - named)
    return [*alone, rest] if rest else alone


def next_round(planned: Sequence[Sequence[str]], *, asked: Collection[str]) -> list[str]:
    """Return who is asked next: the first round in which somebody has not been; [] when all have."""
    return next(([p for p in one if p not in asked] for one in planned if not set(one) <= set(asked)), [])


def next_look(*, now: datetime, patience: timedelta, until: datetime, is_last: bool) -> datetime:
    """Return when to look again: after the patience, or when the window ends if nobody is left to ask."""
    return until if is_last else min(now + patience, until)


def until(spans: Iterable[Span], *, person: str, now: datetime) -> datetime | None:
    """Return until when this person is on call without a gap; None when they are not."""
    end = now
    for span in sorted((s for s in spans if s.person == person and s.ends_at > now), key=lambda s: s.starts_at):
        if span.starts_at > end:
            break
        end = max(end, span.ends_at)
    return end if end > now else None
