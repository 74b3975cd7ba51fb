"""What went wrong is one line for each cause, and one press mends all of it: no blind second send, no harm in pressing twice."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from campaigns.posts.models import Post
from scheduler.delivery.models import Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, fresh, make_due, settle
from tests.stories.test_after_the_claim import missed
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def failed(channel: Channel, world: World, *texts: str) -> list[Delivery]:
    """Return deliveries of these texts that their network has refused for good."""
    for text in texts:
        make_due(approved(world, draft(channel, text=text)))
    done = claim_all()
    with scopes_disabled():
        refused = {"state": "failed", "wake_at": None, "problem": {"code": "duplicate", "params": {}}}
        Delivery.objects.filter(pk__in=[d.pk for d in done]).update(**refused)
    return [fresh(d) for d in done]


def troubles(world: World, who: str = "planner") -> list[dict[str, Any]]:
    answer = world.client(who).get("/api/troubles/")
    assert answer.status_code == 200, answer.data
    return list(answer.data)


def pressed(world: World, verb: str, cause: str, who: str = "planner") -> Any:
    return world.client(who).post(f"/api/troubles/{verb}/", {"cause": cause}, format="json")


def test_equal_causes_on_one_channel_are_one_line_with_its_number(world: World, wall: SandboxServer):
    facebook, twitter = connected(world, wall, "facebook"), connected(world, wall, "twitter")
    failed(facebook, world, "un", "deux", "trois")
    failed(twitter, world, "quatre")
    by_network = {line["network"]: line for line in troubles(world)}
    assert (by_network["facebook"]["count"], by_network["twitter"]["count"]) == (3, 1)
    assert by_network["facebook"]["kind"] == "failed" and by_network["facebook"]["code"] == "duplicate"
    assert by_network["facebook"]["message"].startswith("The network says that this post is there already")
    assert {post["first_line"] for post in by_network["facebook"]["posts"]} == {"un", "deux", "trois"}


def test_one_press_sends_all_of_a_cause_and_a_second_one_nothing(world: World, wall: SandboxServer):
    deliveries = failed(connected(world, wall, "facebook"), world, "un", "deux", "trois")
    (line,) = troubles(world)
    assert pressed(world, "retry", line["cause"]).data == {"done": 3, "left": [], "more": 0}
    assert pressed(world, "retry", line["cause"]).data == {"done": 0, "left": [], "more": 0}
    assert [settle(d).state for d in deliveries] == ["published"] * 3
    assert len(wall.control("ledger")) == 3 and troubles(world) == []


def test_what_cannot_go_stays_and_says_why(world: World, wall: SandboxServer):
    first, _second = failed(connected(world, wall, "facebook"), world, "un", "deux")
    with scopes_disabled():
        Post.objects.filter(pk=first.placement.post_id).update(state=Post.State.DRAFT)  # its approval is gone meanwhile
    (line,) = troubles(world)
    report = pressed(world, "retry", line["cause"]).data
    assert report["done"] == 1
    assert [(left["first_line"], str(left["delivery"])) for left in report["left"]] == [("un", str(first.pk))]
    assert report["left"][0]["message"].startswith("The post was changed after its approval")
    assert troubles(world)[0]["count"] == 1


def test_what_may_be_online_is_never_sent_again_in_one_press(world: World, wall: SandboxServer):
    (delivery,) = failed(connected(world, wall, "facebook"), world, "un")
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(state="needs_look")
    (line,) = troubles(world)
    assert (pressed(world, "retry", line["cause"]).status_code, pressed(world, "retry", line["cause"]).data["problem"]) == (
        409,
        "look-at-each",
    )
    assert fresh(delivery).state == "needs_look"


def test_missed_posts_of_a_channel_can_be_left_in_one_press(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    deliveries = [missed(world, approved(world, draft(channel, text=text))) for text in ("un", "deux")]
    (line,) = troubles(world)
    assert (line["kind"], line["count"]) == ("missed", 2)
    assert pressed(world, "drop", line["cause"]).data["done"] == 2
    assert [fresh(d).state for d in deliveries] == ["cancelled"] * 2


def test_posts_that_wait_for_a_sign_in_are_told_with_their_channel(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    late = approved(world, draft(channel, text="trois"))
    for text in ("un", "deux"):
        make_due(approved(world, draft(channel, text=text)))
    for delivery in claim_all():
        wall.fault("facebook", "create", "token_revoked")
        assert deliver(delivery).state == "due"
    make_due(late)  # nobody claims it: its channel is shut
    (line,) = troubles(world)
    assert (line["kind"], line["count"], line["channel_name"]) == ("waits", 3, channel.name)
    assert "Connect the channel again" in line["message"]
    assert {post["delivery"] for post in line["posts"]} == {None}


def test_what_is_held_is_released_in_one_press(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "facebook"), text="un")))
    (delivery,) = claim_all()
    planner = world.client("planner")
    held = planner.post(f"/api/deliveries/{delivery.pk}/hold/", {}, format="json")
    assert (held.status_code, held.data["state"]) == (200, "held")
    (line,) = troubles(world)
    assert (line["kind"], line["message"]) == ("held", "")
    assert pressed(world, "release", line["cause"]).data["done"] == 1
    assert settle(delivery).state == "published"


def test_all_posts_of_a_cause_are_listed_when_there_are_many(world: World, wall: SandboxServer):
    failed(connected(world, wall, "facebook"), world, *(f"texte {n}" for n in range(7)))
    (line,) = troubles(world)
    assert (line["count"], len(line["posts"])) == (7, 5)
    assert len(pressed(world, "posts", line["cause"]).data) == 7


def test_reading_costs_as_many_queries_for_many_as_for_one(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    failed(channel, world, "un")
    client = world.client("planner")
    client.get("/api/troubles/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/api/troubles/")
    failed(channel, world, *(f"texte {n}" for n in range(6)))
    failed(connected(world, wall, "twitter"), world, *(f"texte {n}" for n in range(6)))
    with CaptureQueriesContext(connection) as many:
        client.get("/api/troubles/")
    assert len(many) == len(few)


def test_who_may_not_repair_reads_but_does_not_press(world: World, wall: SandboxServer):
    failed(connected(world, wall, "facebook"), world, "un")
    (line,) = troubles(world, "author")
    for verb in ("retry", "release", "drop"):
        assert pressed(world, verb, line["cause"], "author").status_code == 403


@pytest.mark.parametrize("cause", ["nonsense", "failed:duplicate:no-uuid", "failed:a:b:c"])
def test_a_cause_nobody_wrote_is_not_there(world: World, cause: str):
    assert pressed(world, "retry", cause).status_code == 404


def test_what_is_older_than_two_weeks_is_not_news(world: World, wall: SandboxServer):
    (delivery,) = failed(connected(world, wall, "facebook"), world, "un")
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(planned_at=timezone.now() - timedelta(days=15))
    assert troubles(world) == []
