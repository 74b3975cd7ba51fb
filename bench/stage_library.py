"""A process that fills two libraries, one of 20 000 pictures and one of 200, and tells what reading them takes.

`python -m bench.stage_library` prints, as JSON: for each thing asked, for each library the milliseconds of half the answers, their
queries and how many pictures there were.
"""

import json
import os
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from statistics import median
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402

from accounts.orgs.models import Membership, Organisation  # noqa: E402
from accounts.people.models import ApiToken, User  # noqa: E402
from bench.stage import put, settle  # noqa: E402
from campaigns.media import words  # noqa: E402
from campaigns.media.models import Asset, Folder, Tag  # noqa: E402
from campaigns.posts.models import Post, Version, VersionPicture  # noqa: E402

MANY, FEW = 20_000, 200
FOLDERS, TAGS, USED_EVERY = 40, 60, 5
ROUNDS, FIRST, PAGE = 15, 3, 60
THINGS = ("marche", "affiche", "portrait", "bureau", "tram", "ecole", "jardin", "camion", "salle", "fenetre")
SINCE = datetime(2024, 1, 1, tzinfo=UTC)
chance = random.Random(7)


def fill(slug: str, count: int) -> str:
    """The organisation has its pictures, in folders and with tags, a fifth of them in a post; return a token of its planner."""
    organisation = Organisation.objects.create(slug=slug, name=slug, languages=["fr", "nl"])
    person = User.objects.create_user(f"{slug}@example.org", name="Planner")
    Membership.objects.create(organisation=organisation, user=person, roles=["planner"])
    folders = [Folder(organisation=organisation, name=f"folder {number}") for number in range(FOLDERS)]
    tags = [Tag(organisation=organisation, name=f"tag {number}") for number in range(TAGS)]
    put(Folder, folders)
    put(Tag, tags)
    pictures = [picture(organisation, person, folders, number) for number in range(count)]
    worn = [(asset, tag) for asset in pictures for tag in chance.sample(tags, 2)]
    put(Asset, pictures)
    put(Asset.tags.through, [Asset.tags.through(asset=asset, tag=tag) for asset, tag in worn])
    posts = [Post(organisation=organisation, author=person, state=Post.State.DRAFT) for _ in pictures[::USED_EVERY]]
    versions = [Version(post=post, language="fr", segments=["Avec une image."]) for post in posts]
    put(Post, posts)
    put(Version, versions)
    shown = zip(versions, pictures[::USED_EVERY], strict=True)
    put(VersionPicture, [VersionPicture(version=version, asset=asset, position=0) for version, asset in shown])
    return ApiToken.issue(user=person)[1]


def picture(organisation: Organisation, person: User, folders: list[Folder], number: int) -> Asset:
    """Return its row, unsaved; no bytes: what is measured never opens them."""
    name = f"{chance.choice(THINGS)}-{chance.choice(THINGS)}-{number}.jpg"
    asset = Asset(
        organisation=organisation,
        uploaded_by=person,
        name=name,
        mime="image/jpeg",
        width=1600,
        height=1200,
        size_bytes=300_000 + chance.randrange(3_000_000),
        sha256=sha256(f"{organisation.slug} {number}".encode()).hexdigest(),
        created_at=SINCE + timedelta(minutes=45 * number),
        folder=chance.choice(folders) if number % 3 else None,
        alt={"fr": f"Une photo : {chance.choice(THINGS)} et {chance.choice(THINGS)}", "nl": "Een foto"} if number % 2 else {},
    )
    asset.file.name = f"{organisation.pk}/assets/{number}.jpg"
    asset.search = words.searchable(asset, tags=())
    return asset


def questions(folder: str) -> dict[str, dict[str, str]]:
    """Return what the library asks of the server: its first page, further on, by words, by folder, by tag, and by what costs most."""
    return {
        "page": {},
        "page-20": {"page": "4"},
        "search": {"q": "marche tram"},
        "folder": {"folder": folder},
        "tag": {"tag": "tag 7"},
        "unused": {"unused": "true"},
        "most-used": {"order": "used"},
    }


class Reader:
    """A planner who looks into a library."""

    def __init__(self, slug: str, token: str) -> None:
        self.client = Client(headers={"authorization": f"Bearer {token}", "host": settings.ALLOWED_HOSTS[0], "x-organisation": slug})
        self.questions = questions(str(Folder.objects.filter(organisation__slug=slug).order_by("name")[0].pk))

    def ask(self, name: str) -> tuple[float, dict[str, Any]]:
        """Return the milliseconds until the answer, and the answer."""
        began = time.perf_counter()
        answer = self.client.get("/api/assets/", {"page_size": str(PAGE), **self.questions[name]})
        took = (time.perf_counter() - began) * 1_000
        assert answer.status_code == 200, answer.content[:300]
        return took, answer.json()

    def about(self, name: str) -> dict[str, float]:
        """Return its queries, and how many pictures fit."""
        with CaptureQueriesContext(connection) as captured:
            _, answer = self.ask(name)
        return {"queries": len(captured), "count": answer["count"]}


def measured() -> dict[str, dict[str, dict[str, float]]]:
    """Return for each question what it took in the large library and in the small one, asked in turn."""
    tokens = {"many": fill("many", MANY), "few": fill("few", FEW)}
    settle()
    readers = {size: Reader(size, token) for size, token in tokens.items()}
    found = {}
    for name in questions(""):
        taken: dict[str, list[float]] = {size: [] for size in readers}
        for number in range(FIRST + ROUNDS):
            for size, reader in readers.items():  # in turn: what else the machine does meets both
                took, _ = reader.ask(name)
                if number >= FIRST:
                    taken[size].append(took)
        found[name] = {size: {"ms": median(taken[size]), **reader.about(name)} for size, reader in readers.items()}
    return found


if __name__ == "__main__":
    with scopes_disabled():
        whole = measured()
    json.dump(whole, sys.stdout)
