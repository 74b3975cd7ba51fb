"""What makes one revision, and what changed between two. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

ONE_SITTING = timedelta(minutes=5)


def goes_on(*, at: datetime, by: object, is_closed: bool, now: datetime, who: object) -> bool:
    """Return whether a save belongs to the last revision: the same person within five minutes, and it was not submitted since."""
    return not is_closed and by == who and now - at < ONE_SITTING


def changed(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return what is different, in the order of the composer, each with its language where it has one."""
    if before is None:
        return [{"what": "begun", "language": ""}]
    found = [{"what": name, "language": ""} for name in ("title", "campaign") if before.get(name) != after.get(name)]
    old, new = by_language(before), by_language(after)
    for language in dict.fromkeys([*new, *old]):
        mine, theirs = new.get(language), old.get(language)
        if mine is None or theirs is None:
            found.append({"what": "language-gone" if mine is None else "language-added", "language": language})
            continue
        for what, fields in PARTS.items():
            if any(mine.get(field) != theirs.get(field) for field in fields):
                found.append({"what": what, "language": language})
    found += [{"what": what, "language": ""} for what in places_changed(before.get("placements", []), after.get("placements", []))]
    return found


PARTS = {"text": ("segments", "first_comment"), "pictures": ("pictures",), "link": ("link", "with_utm")}


def by_language(content: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {version["language"]: version for version in content.get("versions", [])}


def places_changed(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> list[str]:
    old, new = ({(p["channel"], "+".join(p["languages"])): p for p in places} for places in (before, after))
    both = [(old[key], new[key]) for key in new if key in old]
    named = {
        "channels": old.keys() != new.keys(),
        "own-text": any(a.get(field) != b.get(field) for a, b in both for field in ("own_segments", "without_link")),
        "times": any((a["local_time"], a["zone"]) != (b["local_time"], b["zone"]) for a, b in both),
    }
    return [what for what, is_so in named.items() if is_so]
