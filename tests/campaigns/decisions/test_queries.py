"""The inbox asks the database as often for eight cards as for two, whatever is on them, and so does the list of what was decided."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from campaigns.approvals.guests.models import Guest, GuestScope
from campaigns.budget import services as budget
from campaigns.budget.models import Threshold
from campaigns.phrases.models import Contact
from campaigns.plan.models import Campaign
from tests.campaigns.riposte.play import act, start
from tests.world import World, draft, soon


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def posts(world: World, numbers: range) -> None:
    """Each with pictures, words to fill in, a mention, what it was made from, what changed since it was asked, a guest and a note."""
    author, channel, picture = world.client("author"), world.channel("facebook"), world.picture()
    with scope(organisation=world.organisation):
        channel.placeholders = {"section": "Liège"}
        channel.save()
    for n in numbers:
        contact(world, n)
        body = draft(channel, text=f"{{section}} {n} : merci à {{@ada{n}}}.", when=soon(60 + 10 * n))
        body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche."}]
        source = author.post(
            "/api/posts/", draft(channel, text=f"{{section}} : {{@ada{n}}}, {n}.", when=soon(60 + 10 * n)), format="json"
        ).data
        made = author.post(f"/api/posts/{source['id']}/multiply/", {"drafts": [body]}, format="json")
        post = made.data["posts"][0]
        with scope(organisation=world.organisation):
            GuestScope.objects.create(organisation=world.organisation, guest=guest(world), kind="post", subject_id=post)
        submit(world, post)
        author.post(f"/api/posts/{post}/notes/", {"text": "Vraiment ?", "mentions": []}, format="json")
        changed = body["versions"][0] | {"segments": [f"{{section}} {n} : merci encore à {{@ada{n}}}."]}
        author.patch(f"/api/posts/{post}/", {"versions": [changed], "campaign": campaign(world, n)}, format="json")
        submit(world, post)


def ripostes(world: World, numbers: range) -> None:
    channel = world.channel("facebook")
    channel.languages = ["fr", "nl"]
    channel.save()
    for n in numbers:
        texts = [{"language": language, "segments": [f"« {{headline}} » {n}"]} for language in ("fr", "nl")]
        made = start(world, headline=f"Nouvelle {n}", versions=texts)
        assert act(world, "planner", made, "ask").status_code == 200


def requests(world: World, numbers: range) -> None:
    """Each on a line of its own, of a supplier with a new account number, part of a larger order, changed since it was asked."""
    author, treasurer, now = world.client("author"), world.client("treasurer"), timezone.now()
    for n in numbers:
        supplier = treasurer.post("/api/suppliers/", {"name": f"Imprimerie {n}"}, format="json").data["id"]
        said = treasurer.post(f"/api/suppliers/{supplier}/accounts/", {"iban": iban(n)}, format="json")
        assert said.status_code == 201, said.data
        with scope(organisation=world.organisation):
            Threshold.objects.get_or_create(organisation=world.organisation, from_cents=400_00, verb="decide_money", needed=1)
            period = budget.open_period(
                organisation=world.organisation, by=None, name=f"P{n}", starts_on=date(2026, 1, 1), ends_on=date(2036, 12, 31), now=now
            )
            one, other = (
                budget.save_line(period=period, by=None, medium=each, planned_cents=9_000_00, now=now) for each in ("dooh", "posters")
            )
            budget.book_expense(line=one, net_cents=300_00, supplier=f"imprimerie  {n}", on=now.date(), by=world.treasurer, now=now)
            request = budget.ask(
                organisation=world.organisation, line=one, by=world.author, title="Affiches", net_cents=300_00, supplier=f"imprimerie  {n}",
                now=now,
            )  # fmt: skip
        changed = {"line": str(other.pk), "campaign": campaign(world, n), "net_cents": 350_00}
        assert author.patch(f"/api/requests/{request.pk}/", changed, format="json").status_code == 200


KINDS = {"posts": posts, "ripostes": ripostes, "requests": requests}


def campaign(world: World, n: int) -> str:
    day = timezone.now().date()
    with scope(organisation=world.organisation):
        made = Campaign.objects.create(
            organisation=world.organisation, name=f"C{n}", utm=f"c{n}", starts_on=day, ends_on=day + timedelta(days=90)
        )
    return str(made.pk)


def contact(world: World, n: int) -> None:
    with scope(organisation=world.organisation):
        Contact.objects.create(organisation=world.organisation, key=f"ada{n}", name=f"Ada {n}", handles={})


def guest(world: World) -> Guest:
    now = timezone.now()
    known: Guest | None = Guest.objects.first()
    return known or Guest.objects.create(
        organisation=world.organisation, name="Ada", email="ada@example.org", invited_at=now, expires_at=now + timedelta(days=30)
    )


def iban(n: int) -> str:
    """Return an account number of its own with the right check digits."""
    number = f"{5390075470 + n}"
    check = f"{int(number) % 97 or 97:02}"
    return f"BE{98 - int(f'{number}{check}111400') % 97:02}{number}{check}"


def submit(world: World, post: str) -> None:
    said = world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert said.status_code == 200, said.data


def asked(world: World, url: str) -> tuple[int, int]:
    """Return how many cards there are, and how often the database was asked for them."""
    client = world.client("approver")
    with CaptureQueriesContext(connection) as queries:
        cards = client.get(url).data
    return len(cards), len(queries)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_eight_cards_ask_no_more_than_two(world: World, kind: Callable[[World, range], None]) -> None:
    kind(world, range(2))
    two_wait = asked(world, "/api/decisions/")
    decide_all(world)
    two_decided = asked(world, "/api/decisions/?state=decided")
    kind(world, range(2, 10))
    eight_wait = asked(world, "/api/decisions/")
    decide_all(world)
    ten_decided = asked(world, "/api/decisions/?state=decided")
    assert (two_wait[0], two_decided[0], eight_wait[0], ten_decided[0]) == (2, 2, 8, 10)
    assert (eight_wait[1], ten_decided[1]) == (two_wait[1], two_decided[1])


def decide_all(world: World) -> None:
    for card in world.client("approver").get("/api/decisions/").data:
        said = {"verdict": "reject", "comment": "Non.", "fingerprint": card["fingerprint"]}
        assert world.client("approver").post(f"/api/decisions/{card['id']}/decide/", said, format="json").status_code == 200
