"""Public and school holidays of a country and its communities, as spans of days. Pure; the days come from the library `holidays`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

PUBLIC, SCHOOL = "public", "school"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """`ends_on` is its last day. `communities`: whose school holidays they are; empty for a day everybody has off."""

    kind: str
    name: str
    starts_on: date
    ends_on: date
    communities: tuple[str, ...] = ()


def public(country: str, *, start: date, end: date, language: str) -> list[Holiday]:
    """Return the days in [start, end) on which the whole country is off."""
    days = [day for year in range(start.year, end.year + 1) for day in _days(country, "", PUBLIC, year, language)]
    return [Holiday(PUBLIC, name, day, day) for day, name in days if start <= day < end]


def school(country: str, communities: Iterable[str], *, start: date, end: date, language: str) -> list[Holiday]:
    """Return the school holidays that touch [start, end), whole. The same weeks in several communities are one holiday."""
    whose: dict[tuple[str, date, date], list[str]] = defaultdict(list)
    for community in communities:
        # A year on either side, so that a holiday over New Year is whole.
        days = [day for year in range(start.year - 1, end.year + 2) for day in _days(country, community, SCHOOL, year, language)]
        for span in _spans(days):
            whose[span].append(community)
    found = [Holiday(SCHOOL, name, first, last, tuple(who)) for (name, first, last), who in whose.items() if first < end and last >= start]
    return sorted(found, key=lambda holiday: (holiday.starts_on, holiday.name))


def has_school_holidays(country: str) -> bool:
    try:
        return SCHOOL in holidays.country_holidays(country).supported_categories
    except NotImplementedError:
        return False


def _spans(days: Iterable[tuple[date, str]]) -> list[tuple[str, date, date]]:
    """Return days that follow one another and are called alike as (name, first, last)."""
    spans: dict[str, list[list[date]]] = defaultdict(list)
    for day, name in sorted(days):
        rows = spans[name]
        if rows and rows[-1][1] + DAY == day:
            rows[-1][1] = day
        else:
            rows.append([day, day])
    return [(name, first, last) for name, rows in spans.items() for first, last in rows]


@lru_cache(maxsize=512)
def _days(country: str, community: str, category: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    """Return each day with each of its names: a day may be two holidays at once."""
    try:
        known = holidays.country_holidays(
            country, subdiv=community or None, years=year, categories=category, language=_language(country, language), observed=False
        )
    except (NotImplementedError, ValueError):  # a country or a community the library does not know, or without school holidays
        return ()
    return tuple((day, name) for day in sorted(known) if day.year == year for name in known.get_list(day))


def _language(country: str, wanted: str) -> str | None:
    """Return how the library calls that language for this country; None for its own."""
    spoken = holidays.country_holidays(country).supported_languages
    return next((name for name in (wanted[:2], f"{wanted[:2]}_{country}", "en_US", "en_GB", "en") if name in spoken), None)
