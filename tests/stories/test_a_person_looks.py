"""An answer was lost and Carillon could not find out: a person sees what was sent and what the account shows, and says what is true."""

from typing import Any

import pytest
from django_scopes import scopes_disabled

from scheduler.delivery.models import Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, fresh, make_due, settle
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def in_doubt(world: World, wall: SandboxServer, network: str = "facebook", *, is_there: bool, text: str = "Un loyer juste.") -> Delivery:
    """Return a delivery nobody knows the outcome of; `is_there`: it did arrive."""
    body = draft(connected(world, wall, network), text=text)
    if network == "instagram":
        body["versions"][0]["pictures"] = [{"asset": str(world.picture().pk), "alt": "Une affiche"}]
    make_due(approved(world, body))
    (delivery,) = claim_all()
    if is_there:
        delivery = deliver(delivery)
    with scopes_disabled():
        lost = {"state": "needs_look", "wake_at": None, "remote_id": None, "permalink": "", "published_at": None, "step": "post"}
        Delivery.objects.filter(pk=delivery.pk).update(**lost, problem={"code": "no-answer-in-time", "params": {}})
    return fresh(delivery)


def recent(world: World, delivery: Delivery, who: str = "planner") -> Any:
    return world.client(who).post(f"/api/deliveries/{delivery.pk}/recent/", {}, format="json")


def said_online(world: World, delivery: Delivery, **where: str) -> Any:
    return world.client("planner").post(f"/api/deliveries/{delivery.pk}/online/", where, format="json")


def test_what_was_sent_and_answered_is_shown_whole(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, "instagram", is_there=True)
    shown = world.client("viewer").get(f"/api/deliveries/{delivery.pk}/").data
    assert shown["sent"] == ["Un loyer juste."] and shown["pictures"][0]["alt"] == "Une affiche"
    assert shown["message"].startswith("It was sent, but no answer came back.")
    assert shown["attempts"] and all(a["message"] == "" for a in shown["attempts"] if a["outcome"] == "done")
    assert (shown["can_show"], shown["show_cost_usd_micros"]) == (True, 0)


@pytest.mark.parametrize("network", ["facebook", "instagram", "twitter"])
def test_the_account_shows_the_post_and_picking_it_settles_all(world: World, wall: SandboxServer, network: str):
    delivery = in_doubt(world, wall, network, is_there=True)
    (post,) = recent(world, delivery).data
    assert (post["is_likely"], post["is_known"], post["text"]) == (True, False, "Un loyer juste.")
    assert said_online(world, delivery, pick=post["pick"]).data["state"] == "published"
    done = fresh(delivery)
    assert (done.state, done.remote_id, done.permalink) == ("published", post["remote_id"], post["permalink"])
    assert len(wall.control("ledger")) == 1


def test_a_post_that_says_something_else_is_not_marked(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=False)
    account = delivery.channel.remote_id
    wall.control("posts", {"network": "facebook", "account": account, "text": "Tout autre chose."})
    assert [post["is_likely"] for post in recent(world, delivery).data] == [False]


def test_another_post_of_ours_cannot_be_taken_for_it(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=True)
    (post,) = recent(world, delivery).data
    other = draft(delivery.channel, text="Une autre.")
    make_due(approved(world, other))
    (theirs,) = claim_all()
    with scopes_disabled():
        Delivery.objects.filter(pk=theirs.pk).update(state="published", wake_at=None, remote_id=post["remote_id"])
    (again,) = recent(world, delivery).data
    assert (again["is_known"], again["is_likely"]) == (True, False)
    answer = said_online(world, delivery, pick=post["pick"])
    assert (answer.status_code, answer.data["problem"]) == (409, "answer-of-another")
    assert fresh(delivery).state == "needs_look"


def test_the_address_of_another_page_is_refused(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=True)
    for address in ("https://www.facebook.com/somebody/posts/1", "https://evil.example/1", "https://x.com/ours/status/1"):
        answer = said_online(world, delivery, permalink=address)
        assert (answer.status_code, list(answer.data["fields"])) == (400, ["permalink"]), address
    assert fresh(delivery).state == "needs_look"


def test_the_address_of_the_post_tells_its_id_where_it_can(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, "twitter", is_there=True)
    (post,) = recent(world, delivery).data
    assert said_online(world, delivery, permalink=post["permalink"]).status_code == 200
    assert fresh(delivery).remote_id == post["remote_id"]


def test_a_pick_of_another_delivery_counts_for_nothing(world: World, wall: SandboxServer):
    one = in_doubt(world, wall, "twitter", is_there=True)
    other = in_doubt(world, wall, "facebook", is_there=True, text="Autre.")
    pick = recent(world, one).data[0]["pick"]
    for forged in (pick, "nonsense", f"{pick}x"):
        assert said_online(world, other, pick=forged).data["problem"] == "pick-too-old"


def test_a_thread_stays_where_its_first_part_is(world: World, wall: SandboxServer):
    body = draft(connected(world, wall, "twitter"))
    body["versions"][0]["segments"] = ["Un. Pourquoi ?", "Deux. Parce que."]
    make_due(approved(world, body))
    (delivery,) = claim_all()
    first = deliver(delivery)
    with scopes_disabled():
        lost = {"state": "needs_look", "wake_at": None, "published_at": None, "step": "post-2"}
        Delivery.objects.filter(pk=delivery.pk).update(**lost)
    shown = {post["text"]: post for post in recent(world, delivery).data}
    assert [shown[text]["is_likely"] for text in body["versions"][0]["segments"]] == [False, True]
    said_online(world, delivery, pick=shown["Deux. Parce que."]["pick"])
    done = fresh(delivery)
    assert (done.state, done.remote_id, done.permalink) == ("published", first.remote_id, first.permalink)


def test_x_says_what_looking_costs(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, "twitter", is_there=True)
    shown = world.client("planner").get(f"/api/deliveries/{delivery.pk}/").data
    assert shown["show_cost_usd_micros"] == 50_000


def test_a_network_that_does_not_answer_is_said_in_plain_words(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=True)
    wall.fault("facebook", "look", "5xx_before")
    answer = recent(world, delivery)
    assert (answer.status_code, answer.data["problem"]) == (409, "look-not-answered")
    assert answer.data["message"].startswith(f"{delivery.channel.name} could not be looked at. Something failed at the network")


def test_sending_again_is_the_persons_word(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=False)
    assert world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json").status_code == 200
    assert settle(delivery).state == "published"
    assert len(wall.control("ledger")) == 1


def test_who_may_not_repair_does_not_ask_the_network(world: World, wall: SandboxServer):
    delivery = in_doubt(world, wall, is_there=True)
    assert recent(world, delivery, "viewer").status_code == 403
