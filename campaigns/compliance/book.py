"""The rule book: rules/*.json, read once and checked. To add or amend a rule, edit a file there; no code changes."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from campaigns.compliance.engine import EFFECTS, STATUSES, Rule

FOLDER = Path(__file__).parent / "rules"


LISTS = ("platforms", "countries", "sponsors", "media", "payers", "beneficiaries")


class BadRule(ValueError):
    """A rule file says something the engine does not know; the message names file and rule."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of every file, in order of file and place. Raises BadRule."""
    found = [_rule(raw, path.name) for path in sorted(FOLDER.glob("*.json")) for raw in json.loads(path.read_text("utf-8"))["rules"]]
    if len({rule.id for rule in found}) != len(found):
        raise BadRule("two rules have the same id")
    return tuple(found)


def _rule(raw: dict[str, Any], where: str) -> Rule:
    lists = {name: frozenset(raw.get(name, ())) for name in LISTS}
    try:
        rule = Rule(
            **{
                **raw,
                **lists,
                "since": date.fromisoformat(raw["since"]),
                "until": date.fromisoformat(raw["until"]) if raw["until"] else None,
                "checked_on": date.fromisoformat(raw["checked_on"]),
                "alternatives": tuple(raw["alternatives"]),
            }
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadRule(f"{where}, rule {raw.get('id', '?')}: {error}") from error
    if rule.effect not in EFFECTS or rule.status not in STATUSES or not rule.countries or "en" not in rule.summary:
        raise BadRule(
            f"{where}, rule {rule.id}: effect is one of {', '.join(EFFECTS)}, status one of {', '.join(STATUSES)}; "
            "it needs countries and an English summary"
        )
    return rule
