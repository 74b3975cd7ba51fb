"""What the rules say about one purchase. Pure: facts, rules and a day in, findings out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

BLOCK, WARN, INFORM = "block", "warn", "inform"
EFFECTS = (BLOCK, WARN, INFORM)  # the gravest first
EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)


IN_FORCE, EXPECTED = "in-force", "expected"  # expected: the text stands, its days hang on a date that is not fixed yet
STATUSES = (IN_FORCE, EXPECTED)


@dataclass(frozen=True)
class Facts:
    """Who buys what from whom, and where. `sponsor`: an organisation's kind. `platform`: a seller's code, "" when none is involved.

    `payer`: what kind whoever pays is of; `beneficiary`: for whom, "own" unless it is a party or a candidate. `cents`: with VAT.
    """

    sponsor: str
    country: str
    platform: str = ""
    is_paid_media: bool = False
    is_political: bool = True
    medium: str = ""
    payer: str = ""
    beneficiary: str = "own"
    cents: int = 0


@dataclass(frozen=True)
class Rule:
    """One dated, sourced rule. Empty `platforms`, `sponsors`, `media`, `payers` or `beneficiaries`: any. `countries`: codes, "EU" or "*".
    `until` is its last day. `above_cents`: only for more than that. Without `on_purchases` it is told in the list of rules alone.
    """

    id: str
    effect: str
    summary: Mapping[str, str] = field(hash=False)  # language → sentence
    source: str
    source_url: str
    checked_on: date
    since: date
    until: date | None = None
    platform: str = ""  # as people call it
    platforms: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset({"*"})
    sponsors: frozenset[str] = frozenset()
    political_only: bool = False
    paid_media_only: bool = False
    media: frozenset[str] = frozenset()
    payers: frozenset[str] = frozenset()
    beneficiaries: frozenset[str] = frozenset()
    above_cents: int = 0
    on_purchases: bool = True
    status: str = IN_FORCE
    alternatives: tuple[str, ...] = ()  # media that are lawful and count as digital

    def says(self, language: str) -> str:
        """Return the rule in that language, else in English."""
        return self.summary.get(language, self.summary["en"])


@dataclass(frozen=True)
class Finding:
    rule: Rule

    @property
    def blocks(self) -> bool:
        return self.rule.effect == BLOCK


def findings(*, facts: Facts, rules: Iterable[Rule], on: date) -> tuple[Finding, ...]:
    """Return every rule that speaks about these facts on that day, the gravest first."""
    found = [Finding(rule) for rule in rules if _in_force(rule, on) and _speaks_of(rule, facts)]
    return tuple(sorted(found, key=lambda finding: EFFECTS.index(finding.rule.effect)))


def _in_force(rule: Rule, on: date) -> bool:
    return rule.since <= on and (rule.until is None or on <= rule.until)


def _speaks_of(rule: Rule, facts: Facts) -> bool:
    return (
        _covers(rule.countries, facts.country)
        and (not rule.platforms or facts.platform in rule.platforms)
        and (not rule.sponsors or facts.sponsor in rule.sponsors)
        and (facts.is_political or not rule.political_only)
        and (facts.is_paid_media or not rule.paid_media_only)
        and (not rule.media or facts.medium in rule.media)
        and (not rule.payers or facts.payer in rule.payers)
        and (not rule.beneficiaries or facts.beneficiary in rule.beneficiaries)
        and (not rule.above_cents or facts.cents > rule.above_cents)
    )


def _covers(countries: frozenset[str], country: str) -> bool:
    return "*" in countries or country in countries or ("EU" in countries and country in EU)
