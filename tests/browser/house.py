"""An organisation of its own for a story that needs a week nobody else plans in: three people, six channels in two languages, a picture."""

import base64
import io
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from PIL import Image

from tests.browser import stage
from tests.browser.product import PASSWORD, Product

ROLES = ("planner", "approver", "admin")
CHANNELS = {
    "La Page": ("facebook", ("fr", "nl")),
    "De Pagina": ("facebook", ("nl",)),
    "Les Images": ("instagram", ("fr", "nl")),
    "De Beelden": ("instagram", ("nl",)),
    "Le Fil": ("twitter", ("fr",)),
    "De Draad": ("twitter", ("nl",)),
}
CLOCK = ZoneInfo("Europe/Brussels")
FOUND = """
import base64
import networks
from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.utils import timezone
from accounts.channels import services as channels
from accounts.orgs import services as orgs
from accounts.orgs.models import Organisation
from accounts.people.models import User
from campaigns.media import services as media
from demo.seed.sandbox import Sandbox
from networks.contract import Account
from networks.wire import oauth
from django_scopes import scope

def built(slug, name, roles, places, picture, password):
    now, sandbox = timezone.now(), Sandbox.of_settings()
    house = Organisation.objects.create(slug=slug, name=name, languages=["fr", "nl"])
    people = {}
    for role in roles:
        person = User.objects.create_user(f"{role}@{slug}.example", password, name=f"{role.title()} {slug[-3:]}")
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        orgs.admit(organisation=house, user=person, roles=[role], by=None, now=now)
        people[role] = person
    with scope(organisation=house):
        for title, network, languages, remote_id, handle in places:
            sandbox.make_accounts([{"network": network, "id": remote_id, "name": title, "handle": handle}])
            tokens = oauth.tokens(sandbox.grant(network, remote_id), scopes=networks.get(network).scopes, now=now)
            account = Account(remote_id=remote_id, name=title, handle=handle, tokens=tokens)
            made = channels.add(organisation=house, network=network, account=account, by=people["admin"], now=now)
            channels.edit(channel=made, by=people["admin"], languages=list(languages), weekly_target=15, now=now)
        upload = ContentFile(base64.b64decode(picture), name="affiche.png")
        words = {"fr": "Une affiche verte", "nl": "Een groene affiche"}
        media.take_in(organisation=house, by=people["planner"], upload=upload, name="affiche.png", alt=words, now=now)
"""


def today() -> date:
    """Return the day it is where the stories' organisations are: late in the evening it is another than the machine's."""
    return datetime.now(CLOCK).date()


@dataclass(frozen=True)
class House:
    """`visit(house.planner)` is a page of its planner."""

    slug: str

    @property
    def planner(self) -> str:
        return f"planner@{self.slug}.example"

    @property
    def approver(self) -> str:
        return f"approver@{self.slug}.example"

    @property
    def admin(self) -> str:
        return f"admin@{self.slug}.example"

    def account(self, channel: str) -> str:
        """Return the id that the channel's network knows it by."""
        return f"{7_000_000_000 + crc32(self.slug.encode())}{list(CHANNELS).index(channel)}"


def built(carillon: Product, slug: str) -> House:
    """Return it. `slug` is one that no other story takes."""
    picture = io.BytesIO()
    Image.new("RGB", (1080, 1350), "#0F766E").save(picture, "PNG")
    made, handle = House(slug), f"h{crc32(slug.encode()):08x}"
    places = [
        (title, network, languages, made.account(title), f"{handle}{number}")
        for number, (title, (network, languages)) in enumerate(CHANNELS.items())
    ]
    given = (slug, slug.replace("-", " ").title(), ROLES, places, base64.b64encode(picture.getvalue()).decode(), PASSWORD)
    stage.run(carillon, f"{FOUND}\nbuilt(*{given!r})")
    return made
