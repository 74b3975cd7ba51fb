"""Builders: one small world of people, an organisation, its channels and posts, in as few words as a story needs."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_scopes import scopes_disabled
from PIL import Image
from rest_framework.test import APIClient

from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.orgs.models import Membership, Organisation
from accounts.people.models import User
from campaigns.budget.models import Threshold
from campaigns.media import services as media
from campaigns.media.models import Asset
from networks.contract import Account, Tokens


def png(width: int = 1080, height: int = 1350, colour: str = "#0F766E") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


@dataclass
class World:
    """Two organisations and a stranger. `admin`, `planner` … are members of `organisation`; `other` belongs to the second."""

    organisation: Organisation
    other: Organisation
    people: dict[str, User] = field(default_factory=dict)

    @classmethod
    def make(cls) -> "World":
        ours = Organisation.objects.create(slug="ours", name="Ours", languages=["fr", "nl"])
        theirs = Organisation.objects.create(slug="theirs", name="Theirs", languages=["fr"])
        world = cls(organisation=ours, other=theirs)
        for role in ("admin", "planner", "author", "approver", "treasurer", "viewer"):
            world.join(role, ours, [role])
        world.join("second_approver", ours, ["approver"])
        world.join("other", theirs, ["admin", "planner", "author", "approver", "treasurer"])
        with scopes_disabled():  # one yes for any sum, unless a test is about thresholds
            for organisation in (ours, theirs):
                Threshold.objects.create(organisation=organisation, from_cents=0, verb="decide_money", needed=1)
        world.people["stranger"] = User.objects.create_user("stranger@example.org", "a-long-password")
        return world

    def join(self, name: str, organisation: Organisation, roles: list[str]) -> User:
        person = User.objects.create_user(f"{name}@example.org", "a-long-password", name=name.title())
        with scopes_disabled():
            Membership.objects.create(organisation=organisation, user=person, roles=roles)
        self.people[name] = person
        return person

    def __getattr__(self, name: str) -> User:
        try:
            person: User = self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None
        return person

    def client(self, name: str, organisation: Organisation | None = None) -> APIClient:
        """Return an API client signed in as that person, for an organisation (theirs, unless said)."""
        client = APIClient()
        client.force_authenticate(self.people[name])
        if organisation is not None:
            client.credentials(HTTP_X_ORGANISATION=str(organisation.pk))
        return client

    def channel(
        self, network: str = "facebook", *, remote_id: str = "", token: str = "token", organisation: Organisation | None = None
    ) -> Channel:
        account = Account(remote_id=remote_id or f"{network}-1", name=f"Ours on {network}", handle="ours", tokens=Tokens(access=token))
        made = channels.add(organisation=organisation or self.organisation, network=network, account=account, by=None, now=timezone.now())
        assert isinstance(made, Channel)
        return made

    def picture(self, *, organisation: Organisation | None = None, colour: str = "#0F766E") -> Asset:
        upload = SimpleUploadedFile("poster.png", png(colour=colour), content_type="image/png")
        with scopes_disabled():
            return media.take_in(
                organisation=organisation or self.organisation,
                by=None,
                upload=upload,
                name="poster.png",
                alt={"fr": "Une affiche"},
                now=timezone.now(),
            )


def local(when: datetime, zone: str = "Europe/Brussels") -> str:
    from zoneinfo import ZoneInfo

    return f"{when.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"


def soon(minutes: int = 30) -> str:
    """Return a local time in Brussels that many minutes from now, rounded up."""
    return local(datetime.now(UTC) + timedelta(minutes=minutes + 1))


def draft(*channels: Channel, text: str = "Un loyer juste, c’est 30 % du revenu.", when: str | None = None, **more: Any) -> dict[str, Any]:
    """Return the body of a post in French for these channels."""
    at = soon() if when is None else when
    return {
        "versions": [{"language": "fr", "segments": [text]}],
        "placements": [{"channel": str(c.pk), "languages": ["fr"], "local_time": at} for c in channels],
        **more,
    }
