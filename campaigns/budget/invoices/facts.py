"""What else is to be known of an expense: who paid, on which channel, how much of it falls into a regulated period."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from accounts.audit import services as audit
from accounts.channels.models import Channel
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.ceilings.guard import look_again
from campaigns.budget.gifts import refuse_gift
from campaigns.budget.invoices.models import EntryFacts
from campaigns.budget.models import Entry, Line, Request


@transaction.atomic
def set_facts(
    *, entry: Entry, payer: str = EntryFacts.Payer.OWN, payer_name: str = "",
    beneficiary: str = Request.Beneficiary.OWN, beneficiary_name: str = "", channel: Channel | None = None,
    regulated_permille: int | None = None, regulated_note: str = "", foreign_currency: str = "", foreign_cents: int | None = None,
    rate: Decimal | None = None, by: User | None, now: datetime,
) -> EntryFacts:  # fmt: skip
    """This is known of the expense; its cost stays, and ceilings count what is regulated of it. Raises Refusal."""
    if entry.kind != Entry.Kind.EXPENSE or entry.reverses_id:
        raise Refusal("entry-is-counter", status=409)
    if regulated_permille is not None and not regulated_note.strip():
        raise Refusal("regulated-needs-reason", fields={"regulated_note": "regulated-needs-reason"})
    if (foreign_cents is not None) != bool(foreign_currency) or (foreign_cents is not None and not rate):
        raise Refusal("rate-needed", fields={"rate": "rate-needed"})
    line = Line.objects.select_for_update(of=("self",)).select_related("organisation", "period").get(pk=entry.line_id)
    others = {
        "payer": payer, "payer_name": payer_name.strip(), "beneficiary": beneficiary, "beneficiary_name": beneficiary_name.strip(),
    }  # fmt: skip
    refuse_gift(line, others, cents=entry.net_cents + entry.vat_cents, on=entry.on, entry=entry)
    facts: EntryFacts
    facts, _ = EntryFacts.objects.update_or_create(
        organisation=entry.organisation, entry=entry,
        defaults={
            **others, "channel": channel, "regulated_permille": regulated_permille,
            "regulated_note": regulated_note.strip(), "foreign_currency": foreign_currency, "foreign_cents": foreign_cents, "rate": rate,
        },
    )  # fmt: skip
    look_again(line.organisation, now=now)
    audit.record(
        organisation=entry.organisation, actor=by, act="expense.described", subject_kind="entry", subject_id=entry.pk,
        data={
            "payer": payer, "beneficiary": beneficiary, "regulated_permille": regulated_permille, "foreign_currency": foreign_currency,
        },
        now=now,
    )  # fmt: skip
    return facts
