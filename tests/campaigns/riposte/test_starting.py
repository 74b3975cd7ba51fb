"""From the news to a filled draft: texts, channels, templates, and what the lane says."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scope

from campaigns.posts.templates import services as templates
from tests.campaigns.riposte.play import NEWS, channels_of, start
from tests.world import World


def test_a_start_is_a_filled_draft_without_a_time(world: World, channels: list[Any]):
    riposte = start(world)
    assert riposte["stage"] == "draft" and riposte["is_running"] and riposte["may_ask"]
    assert riposte["content"]["versions"][0]["segments"] == ["« Loyers : le gel abandonné » Nous disons non."]
    assert [p["local_time"] for p in riposte["content"]["placements"]] == ["", ""]
    assert [m["mark"] for m in riposte["marks"]] == ["news", "started", "asked", "approved", "live", "live"]
    assert riposte["content"]["problems"] == []


def test_the_news_is_neither_old_nor_still_to_come(world: World, channels: list[Any]):
    for at in (timezone.now() - timedelta(days=3), timezone.now() + timedelta(hours=1)):
        answer = world.client("planner").post("/api/ripostes/", {**NEWS, "news_at": at.isoformat()}, format="json")
        assert answer.data["problem"] == "news-time-odd"


def test_without_a_text_or_template_it_begins_with_the_headline_everywhere_that_takes_it(world: World, channels: list[Any]):
    world.channel("instagram")
    riposte = dict(world.client("planner").post("/api/ripostes/", NEWS, format="json").data)
    assert {v["language"]: v["segments"] for v in riposte["content"]["versions"]} == {lang: [NEWS["headline"]] for lang in ("fr", "nl")}
    assert sorted(p["network"] for p in riposte["content"]["placements"]) == ["facebook", "twitter"]


def test_a_template_gives_its_texts_and_channels_filled(world: World, channels: list[Any]):
    with scope(organisation=world.organisation):
        row = templates.keep(
            organisation=world.organisation,
            by=world.planner,
            now=timezone.now(),
            name="Logement",
            is_riposte=True,
            versions=[{"language": "fr", "segments": ["« {headline} » Non. {link}"], "link": "", "with_utm": True, "pictures": []}],
            placements=[{"channel": str(channels[0].pk), "languages": ["fr"]}],
        )
    body = {**NEWS, "template": str(row.pk)}
    riposte = world.client("planner").post("/api/ripostes/", body, format="json").data
    assert riposte["template_name"] == "Logement"
    assert riposte["content"]["versions"][0]["segments"] == [f"« {NEWS['headline']} » Non. {NEWS['link']}"]
    assert [p["network"] for p in riposte["content"]["placements"]] == ["facebook"]
    with scope(organisation=world.organisation):
        templates.change(template=row, by=world.planner, now=timezone.now(), is_riposte=False)
    assert world.client("planner").post("/api/ripostes/", body, format="json").data["problem"] == "template-gone"


def test_the_lane_says_where_a_riposte_goes_and_one_press_says_otherwise(world: World, channels: list[Any]):
    facebook, x = (str(channel.pk) for channel in channels)
    world.channel("instagram")
    client = world.client("planner")
    lane = client.patch("/api/on-call/", {"left_out": [x]}, format="json").data
    assert [(c["network"], c["is_on"], c["needs_picture"]) for c in lane["channels"]] == [
        ("facebook", True, False),
        ("instagram", False, True),
        ("twitter", False, False),
    ]
    assert channels_of(start(world)) == {facebook}
    switched = start(world, channels=[x])
    assert channels_of(switched) == {x}
    assert switched["content"]["placements"][0]["languages"] == ["nl"]


def test_chosen_channels_outweigh_the_template_and_keep_what_it_says_of_them(world: World, channels: list[Any]):
    facebook, x = (str(channel.pk) for channel in channels)
    with scope(organisation=world.organisation):
        agreed = templates.keep(
            organisation=world.organisation,
            by=world.planner,
            name="Loyers",
            is_riposte=True,
            versions=[{"language": "fr", "segments": ["« {headline} »"], "pictures": []}],
            placements=[{"channel": facebook, "languages": ["fr"], "own_segments": ["Sur la page."]}],
            now=timezone.now(),
        )
    assert channels_of(start(world, template=str(agreed.pk))) == {facebook}
    both = start(world, template=str(agreed.pk), channels=[facebook, x])
    assert {str(p["channel"]): p["own_segments"] for p in both["content"]["placements"]} == {facebook: ["Sur la page."], x: None}
    assert channels_of(start(world, template=str(agreed.pk), channels=[x])) == {x}


def test_a_channel_of_strangers_cannot_be_chosen(world: World, channels: list[Any]):
    assert channels_of(start(world, channels=["00000000-0000-0000-0000-000000000001"])) == set()
