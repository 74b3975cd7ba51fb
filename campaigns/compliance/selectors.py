"""Ask the rule book."""

from datetime import date
from typing import Any

from accounts.orgs.models import Organisation
from campaigns.compliance.book import rules
from campaigns.compliance.engine import Facts, Finding, Rule, findings
from campaigns.compliance.sellers import seller

OWN = "own"


def on_purchase(
    *, organisation: Organisation, platform: str, supplier: str = "", is_paid_media: bool, is_political: bool, medium: str = "",
    payer: str = OWN, beneficiary: str = OWN, cents: int = 0, on: date,
) -> tuple[Finding, ...]:  # fmt: skip
    """Return what the rules say when this organisation buys this. Whatever a party advertises is political (Regulation (EU) 2024/900).

    `payer` and `beneficiary` are "own" where it is the organisation itself: then its own kind counts.
    """
    for_whom = beneficiary_of(organisation, beneficiary)
    facts = Facts(
        sponsor=organisation.kind,
        country=organisation.country,
        platform=seller(platform=platform, supplier=supplier) if is_paid_media else "",
        is_paid_media=is_paid_media,
        is_political=is_political or organisation.kind == Organisation.Kind.PARTY or for_whom != OWN,
        medium=medium,
        payer=organisation.kind if payer == OWN else payer,
        beneficiary=for_whom,
        cents=cents,
    )
    return findings(facts=facts, rules=[rule for rule in rules() if rule.on_purchases], on=on)


def beneficiary_of(organisation: Organisation, beneficiary: str) -> str:
    """Return for whom it is as the rules mean it: what a party does for itself is for a party."""
    return "party" if beneficiary == OWN and organisation.kind == Organisation.Kind.PARTY else beneficiary


def of_organisation(organisation: Organisation, *, on: date) -> tuple[Rule, ...]:
    """Return the rules in force that may concern this organisation, whatever it buys."""
    return tuple(
        rule
        for rule in rules()
        if findings(
            facts=Facts(
                sponsor=organisation.kind,
                country=organisation.country,
                platform=next(iter(sorted(rule.platforms)), ""),
                is_paid_media=True,
                medium=next(iter(sorted(rule.media)), ""),
                payer=next(iter(sorted(rule.payers)), ""),
                beneficiary=next(iter(sorted(rule.beneficiaries)), OWN),
                cents=rule.above_cents + 1,
            ),
            rules=[rule],
            on=max(on, rule.since),  # one that is to come is told as well
        )
    )


def told(rule: Rule, *, language: str) -> dict[str, Any]:
    """Return a rule as the API shows it, its summary in that language."""
    return {
        "id": rule.id,
        "effect": rule.effect,
        "status": rule.status,
        "platform": rule.platform,
        "platforms": sorted(rule.platforms),
        "countries": sorted(rule.countries),
        "since": rule.since,
        "until": rule.until,
        "summary": rule.says(language),
        "source": rule.source,
        "source_url": rule.source_url,
        "checked_on": rule.checked_on,
        "alternatives": list(rule.alternatives),
    }
