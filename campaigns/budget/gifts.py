"""Money that would be a forbidden gift to a party or candidate: judged for every expense, whoever books it and however small."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Sum

from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.budget.invoices.models import EntryFacts
from campaigns.budget.invoices.paid import live_expenses
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.refused import refused_by
from campaigns.compliance import selectors as compliance

OWN, PERSON = EntryFacts.Payer.OWN, EntryFacts.Payer.PERSON


def for_others(request: Request | None, **given: str) -> dict[str, str]:
    """Return who pays and for whom: as given, else as the request says."""
    names = ("payer", "payer_name", "beneficiary", "beneficiary_name")
    if not any(given.get(name) for name in names) and request is not None:
        given = {name: str(getattr(request, name)) for name in names}
    return {
        "payer": given.get("payer") or OWN,
        "payer_name": given.get("payer_name", "").strip(),
        "beneficiary": given.get("beneficiary") or Request.Beneficiary.OWN,
        "beneficiary_name": given.get("beneficiary_name", "").strip(),
    }


def refuse_gift(line: Line, others: Mapping[str, str], *, cents: int, on: date, entry: Entry | None = None) -> None:
    """Raises Refusal that names rule, date and source, when the law forbids that this payer bears it. `others`: as for_others gives it.

    `cents` is gross. Several sums of one person for the same beneficiary count together in their calendar year; `entry` is the one they
    are judged with.
    """
    payer, payer_name, beneficiary = others["payer"], others["payer_name"], others["beneficiary"]
    organisation = line.organisation
    whom = compliance.beneficiary_of(organisation, beneficiary)
    if whom != Request.Beneficiary.OWN and payer == EntryFacts.Payer.OTHER:
        raise Refusal("payer-unclear", fields={"payer": "payer-unclear"})
    if payer == PERSON and payer_name:
        cents += _given(organisation, others, year=on.year, but=entry)
    found = compliance.on_purchase(
        organisation=organisation, platform="", is_paid_media=line.is_paid_media, is_political=True, medium=line.medium,
        # A federation or section is of the organisation's own kind.
        payer=OWN if payer == EntryFacts.Payer.FEDERATION else payer, beneficiary=beneficiary, cents=cents, on=on,
    )  # fmt: skip
    for finding in found:
        if finding.blocks and finding.rule.payers:
            raise refused_by(finding.rule, gift="gift-cannot-be-booked")


def _given(organisation: Organisation, others: Mapping[str, str], *, year: int, but: Entry | None) -> int:
    """Return the gross cents this person gave for the same beneficiary in that year."""
    rows = live_expenses().filter(
        organisation=organisation, on__year=year, facts__payer=PERSON, facts__payer_name__iexact=others["payer_name"],
        facts__beneficiary=others["beneficiary"], facts__beneficiary_name__iexact=others["beneficiary_name"],
    )  # fmt: skip
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    sums = rows.aggregate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    return (sums["net"] or 0) + (sums["vat"] or 0)
