"""Who belongs to an organisation today, who is away and who stands in: what the rules of approval reckon with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.people.models import User
from campaigns.approvals.models import Approval, Practice, Substitute
from campaigns.approvals.rules import Member
from campaigns.plan.days import today

POST = "post"


@dataclass(frozen=True)
class Crew:
    members: Mapping[str, Member]
    people: Mapping[str, User]
    authors_may_decide: bool = False

    def barred_from(self, approval: Approval) -> Collection[str]:
        return self.barred(approval.barred, kind=approval.subject_kind)

    def barred(self, ids: Collection[str], *, kind: str) -> Collection[str]:
        """Return who may not decide. The switch of the organisation as it is today counts, and for posts alone."""
        return () if kind == POST and self.authors_may_decide else ids


def crew_of(organisation: Organisation, *, now: datetime) -> Crew:
    """Return the active members with what they may do. Three queries."""
    away = {str(row.person_id): str(row.stand_in_id or "") for row in away_on(organisation, day=today(organisation, now=now))}
    found = [m for m in orgs.members(organisation=organisation) if m.user.is_active]
    members = {
        str(m.user_id): Member(
            id=str(m.user_id),
            roles=frozenset(m.roles),
            verbs=frozenset(str(verb) for verb in m.verbs()),
            is_away=str(m.user_id) in away,
            stand_in=away.get(str(m.user_id), ""),
        )
        for m in found
    }
    return Crew(members, {str(m.user_id): m.user for m in found}, practice_of(organisation).authors_may_decide)


def away_on(organisation: Organisation, *, day: date) -> QuerySet[Substitute]:
    """Return who is away that day. Of two that overlap the one that began last counts: it comes last."""
    found: QuerySet[Substitute] = Substitute.objects.filter(organisation=organisation, starts_on__lte=day, ends_on__gte=day)
    return found.order_by("starts_on", "id")


def practice_of(organisation: Organisation) -> Practice:
    """Return how the organisation decides, saved or not."""
    found: Practice | None = Practice.objects.filter(organisation=organisation).first()
    return found or Practice(organisation=organisation)
