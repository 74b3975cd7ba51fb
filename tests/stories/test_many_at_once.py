"""Lists ask the database as often for twelve as for two."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.orgs.models import Organisation
from tests.stories.play import claim_all, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)


def asked(world: World, path: str) -> int:
    client = world.client("approver")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def waits(world: World, number: int) -> str:
    author, picture = world.client("author"), world.picture()
    body = draft(world.channel("facebook"), world.channel("twitter"), text=f"Numéro {number}.", when=soon(30 + number))
    body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche"}]
    post = author.post("/api/posts/", body, format="json").data["id"]
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").status_code == 200
    return str(post)


@pytest.mark.parametrize("path", ["/api/decisions/", "/api/decisions/?state=decided", "/api/decisions/count/", "/api/posts/"])
def test_decisions_and_posts(world: World, path: str):
    for number in range(2):
        waits(world, number)
    approved(world, draft(world.channel("facebook"), text="Oui.", when=soon(200)))
    few = asked(world, path)
    for number in range(2, 8):
        waits(world, number)
    for number in range(3):
        approved(world, draft(world.channel("facebook"), text=f"Oui, {number} fois.", when=soon(200 + number)))
    assert asked(world, path) == few < 30


def test_deliveries_that_went_wrong(world: World):
    def fail(number: int) -> None:
        make_due(approved(world, draft(world.channel(), text=f"Numéro {number}.")))
        (delivery,) = claim_all()
        type(delivery)._base_manager.filter(pk=delivery.pk).update(
            state="failed", wake_at=None, problem={"code": "duplicate", "params": {}}
        )

    fail(0)
    few = asked(world, "/api/deliveries/?wrong=1")
    for number in range(1, 5):
        fail(number)
    assert asked(world, "/api/deliveries/?wrong=1") == few


def test_an_equal_text_is_found_among_many(world: World):
    channel = world.channel("facebook")
    for number in range(3):
        approved(world, draft(channel, text=f"Numéro {number}.", when=soon(100 + 60 * number)))
    twice = world.client("author").post("/api/posts/", draft(channel, text="Numéro 1."), format="json").data
    elsewhere = world.client("author").post("/api/posts/", draft(world.channel("twitter"), text="Numéro 1."), format="json").data
    found: list[Any] = [[p["code"] for p in post["problems"] if p["blocks"]] for post in (twice, elsewhere)]
    assert found == [["same-text-within-a-day"], []]


def test_a_time_without_a_zone_is_meant_in_the_zone_of_the_organisation(world: World):
    Organisation.objects.filter(pk=world.organisation.pk).update(time_zone="Europe/Lisbon")
    post = world.client("author").post("/api/posts/", draft(world.channel(), when="2031-06-01T09:00"), format="json").data
    assert (post["placements"][0]["zone"], post["placements"][0]["planned_at"]) == ("Europe/Lisbon", "2031-06-01T08:00:00Z")
