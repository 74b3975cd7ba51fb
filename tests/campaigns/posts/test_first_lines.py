"""What a text leaves open is filled wherever its first line is shown, and asks no more of the database for more posts."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from accounts.channels.models import Channel
from campaigns.phrases.models import Contact
from campaigns.posts import content
from tests.world import World, draft, local

DAY = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)
SPAN = {"from": (DAY - timedelta(days=1)).isoformat(), "to": (DAY + timedelta(days=2)).isoformat()}


@pytest.fixture
def world(db: None, home: Any) -> World:
    world = World.make()
    with scope(organisation=world.organisation):
        Contact.objects.create(
            organisation=world.organisation, key="greens", name="Les Verts", kind="organisation", handles={"twitter": "verts"}
        )
    return world


def channel(world: World, network: str, name: str, **values: str) -> Channel:
    made = world.channel(network, remote_id=name)
    with scope(organisation=world.organisation):
        made.name, made.placeholders = name, values
        made.save(update_fields=["name", "placeholders"])
    return made


def written(world: World, *channels: Channel, text: str, at: datetime = DAY) -> str:
    answer = world.client("author").post("/api/posts/", draft(*channels, text=text, when=local(at)), format="json")
    assert answer.status_code == 201, answer.json()
    return str(answer.data["id"])


def cards(world: World) -> dict[str, str]:
    return {card["network"]: card["first_line"] for card in world.client("author").get("/api/calendar/", SPAN).json()}


def in_list(world: World) -> list[str]:
    return [post["first_line"] for post in world.client("author").get("/api/posts/").json()["results"]]


def test_a_card_says_what_its_channel_will_say(world: World):
    namur, liege = channel(world, "facebook", "Namur", section="Namur"), channel(world, "twitter", "Liège")
    written(world, namur, liege, text="Venez à {section} avec {@greens} !")
    assert cards(world) == {"facebook": "Venez à Namur avec Les Verts !", "twitter": "Venez à [section] avec @verts !"}


def test_a_line_for_several_channels_is_filled_where_they_agree(world: World):
    one, two = channel(world, "facebook", "One", section="Namur"), channel(world, "instagram", "Two", section="Namur")
    other = channel(world, "twitter", "Three", section="Liège")
    written(world, one, two, text="Venez à {section} !")
    written(world, one, other, text="Avec {@greens}, à {section} !")
    assert sorted(in_list(world)) == ["Avec Les Verts, à [section] !", "Venez à Namur !"]


def test_decisions_and_the_line_of_one_post_are_filled(world: World):
    post = written(world, channel(world, "facebook", "Namur", section="Namur"), text="Venez à {section} !")
    author = world.client("author")
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").json()["first_line"] == "Venez à Namur !"
    assert [card["title"] for card in world.client("approver").get("/api/decisions/").json()] == ["Venez à Namur !"]


@pytest.mark.parametrize("path", ["/api/calendar/", "/api/posts/"])
def test_more_of_them_ask_no_more(world: World, path: str):
    namur = channel(world, "facebook", "Namur", section="Namur")
    author = world.client("author")

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert author.get(path, SPAN).status_code == 200
        return len(captured)

    written(world, namur, text="Un : {section} et {@greens}")
    asked()
    few = asked()
    for number in range(5):
        written(world, namur, text=f"{number} : {{section}} et {{@greens}}", at=DAY + timedelta(hours=number + 1))
    assert asked() == few


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Court.", "Court."),
        ("mot " * 34 + "fin.", "mot " * 34 + "fin."),  # 140 letters
        ("mot " * 34 + "de, trop", ("mot " * 34) + "de…"),
        ("x" * 150, "x" * 139 + "…"),
    ],
)
def test_a_long_line_ends_after_a_whole_word(line: str, shown: str):
    assert content.shortened(line) == shown
