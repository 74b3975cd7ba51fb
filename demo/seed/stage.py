"""One organisation of the demo and what has been made of it so far; the organisation itself and its people."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django_scopes import scope

from accounts.audit import services as audit
from accounts.channels.models import Channel
from accounts.orgs import services as orgs
from accounts.orgs.models import Membership
from accounts.orgs.models import Organisation as OrganisationRow
from accounts.people.models import User
from campaigns.media.models import Asset
from campaigns.plan.models import Campaign
from demo.content.model import Organisation

PASSWORD = "carillon-demo"
SOME_MONTHS = timedelta(days=100)


@dataclass
class Stage:
    """Rows by the keys of the content. `now` is the moment the demo begins; before it everything has happened."""

    content: Organisation
    row: OrganisationRow
    now: datetime
    people: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.row.time_zone)

    @cached_property
    def founded(self) -> datetime:
        """Return when they began with Carillon: before the running year, and some months ago."""
        here = self.now.astimezone(self.zone).replace(hour=9, minute=0, second=0, microsecond=0)
        return min(here.replace(year=here.year - 1, month=12, day=1), here - SOME_MONTHS)

    def person(self, role: str) -> User:
        """Return who writes or decides as this role, or the person with this key."""
        return self.people[self.content.person(role).key]

    def membership(self, person: User) -> Membership:
        found: Membership = Membership.objects.get(organisation=self.row, user=person)
        return found


def found(content: Organisation, *, now: datetime, password: str) -> Stage:
    """The organisation is there. `password` is a hash (hashed_password)."""
    row = OrganisationRow.objects.create(slug=content.slug, name=content.name, kind=content.kind, languages=list(content.languages))
    stage = Stage(content=content, row=row, now=now)
    OrganisationRow.objects.filter(pk=row.pk).update(created_at=stage.founded)
    for person in content.people:
        user = User.objects.create(email=person.email, name=person.name, language=person.language, password=password)
        User.objects.filter(pk=user.pk).update(created_at=stage.founded)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        stage.people[person.key] = user
    admin = stage.person("admin")
    audit.record(
        organisation=row, actor=admin, act="organisation.created", subject_kind="organisation", subject_id=row.pk, now=stage.founded
    )
    for person in content.people:
        user = stage.people[person.key]
        member = orgs.admit(organisation=row, user=user, roles=person.roles, by=admin, now=stage.founded)
        with scope(organisation=row):
            Membership.objects.filter(pk=member.pk).update(created_at=stage.founded)
    return stage


def hashed_password() -> str:
    """Return one hash for all: Argon2 takes a tenth of a second for each, on purpose, and everybody knows this password anyway."""
    return make_password(PASSWORD)
