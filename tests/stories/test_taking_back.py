"""A post that should not be online comes down everywhere, or somebody knows that it is theirs to do: never half done in silence."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.channels.models import Channel
from accounts.notify.models import Notice
from campaigns.posts.models import Placement
from config.celery import app
from scheduler.delivery.models import Delivery
from scheduler.takeback import carry_out, tasks
from scheduler.takeback.models import TakeBackOf
from tests.guards import asked_for_at
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due, settle
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Le débat a lieu jeudi 3 à Namur."
RIGHT = "Le débat a lieu jeudi 4 à Namur."


class Killed(BaseException):
    """The process is gone: nothing after this line runs."""


@pytest.fixture(autouse=True)
def workers() -> Iterator[None]:
    """A worker takes each message at once."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


def published(world: World, wall: SandboxServer, *networks: str, segments: list[str] | None = None) -> str:
    """Return the id of a post that is online on fresh channels of these networks."""
    body = draft(*(connected(world, wall, network) for network in networks), text=TEXT)
    if segments:
        body["versions"][0]["segments"] = segments
    if "instagram" in networks:
        body["versions"][0]["pictures"] = [{"asset": str(world.picture().pk), "alt": "Une affiche"}]
    post = approved(world, body)
    make_due(post)
    for delivery in claim_all():
        assert settle(deliver(delivery)).state == "published"
    return post


def online(world: World, post: str, who: str = "planner") -> dict[str, dict[str, Any]]:
    """Return what can be done about it, by network."""
    answer = world.client(who).get(f"/api/takebacks/possible/?post={post}")
    assert answer.status_code == 200, answer.data
    return {each["network"]: each for each in answer.data["channels"]}


def ask(world: World, post: str, *, kind: str = "down", who: str = "planner", text: str = "", only: str = "", **more: Any) -> Any:
    """Ask for it on all channels (`only`: of one network)."""
    channels = [{"delivery": str(c["delivery"]), "text": text} for n, c in online(world, post, who).items() if only in ("", n)]
    body = {"post": post, "kind": kind, "reason": "La date est fausse.", "channels": channels, **more}
    return world.client(who).post("/api/takebacks/", body, format="json")


def states(world: World, post: str) -> dict[str, str]:
    """Return how it stands on each network, of the newest take-back."""
    newest = world.client("viewer").get(f"/api/takebacks/?post={post}").data[0]
    return {each["network"]: each["state"] for each in newest["channels"]}


def badges(world: World, post: str) -> dict[str, str]:
    return {p["network"]: p["state"] for p in world.client("viewer").get(f"/api/posts/{post}/").data["placements"]}


def wake(*, after: timedelta = timedelta(minutes=10)) -> None:
    """The sweep runs, as if that time had passed."""
    for of_id, fence in carry_out.overdue(now=timezone.now() + after):
        tasks.hand_over(of_id, fence)


def told(code: str) -> set[str]:
    return set(Notice.objects.filter(code=code).values_list("user__email", flat=True))


def acts(post: str) -> list[str]:
    return list(AuditEntry.objects.filter(subject_id=post).order_by("number").values_list("act", flat=True))


def test_it_is_gone_from_every_channel_and_everybody_knows(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook", "twitter")
    assert ask(world, post).status_code == 201
    assert states(world, post) == {"facebook": "done", "twitter": "done"}
    assert badges(world, post) == {"facebook": "taken_down", "twitter": "taken_down"}
    assert sorted(row["network"] for row in wall.ledger(operation="all") if row["operation"] == "delete") == ["facebook", "twitter"]
    assert told("post-being-taken-down") == {"author@example.org", "approver@example.org", "admin@example.org"}
    assert told("post-taken-down") == {"author@example.org", "approver@example.org", "admin@example.org", "planner@example.org"}
    assert acts(post).count("post.taken_down") == 2 and "post.take_down_asked" in acts(post)
    assert online(world, post) == {}


def test_what_came_down_stays_on_record_and_its_text_may_be_sent_again(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter")
    channel = str(online(world, post)["twitter"]["channel"])
    ask(world, post)
    with scopes_disabled():
        delivery = Delivery.objects.get(placement__post=post)
        assert delivery.state == "published" and delivery.remote_id and delivery.permalink
    copy = {
        "versions": [{"language": "fr", "segments": [TEXT]}],
        "placements": [{"channel": channel, "languages": ["fr"], "local_time": soon()}],
    }
    again = world.client("author").post("/api/posts/", copy, format="json").data
    assert [p["code"] for p in again["problems"]] == []
    assert world.client("author").delete(f"/api/posts/{post}/").data["problem"] == "published-stays"


def test_the_channels_ledger_says_what_became_of_it(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter")
    channel = online(world, post)["twitter"]["channel"]
    ask(world, post)
    (row,) = world.client("viewer").get(f"/api/channels/{channel}/sent/").data["results"]
    assert (row["state"], bool(row["taken_down_at"]), bool(row["remote_id"])) == ("published", True, True)
    assert (
        "Taken down" in world.client("viewer").get(f"/api/channels/{channel}/sent.csv", headers={"Accept-Language": "en"}).content.decode()
    )


def test_a_thread_comes_down_from_its_end(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter", segments=["Un.", "Deux.", "Trois."])
    assert online(world, post)["twitter"]["parts"] == 3
    ask(world, post)
    assert [row["text"] for row in wall.ledger(operation="all") if row["operation"] == "delete"] == ["Trois.", "Deux.", "Un."]
    assert badges(world, post) == {"twitter": "taken_down"}


def test_a_worker_killed_in_the_middle_of_a_thread_leaves_nothing_standing(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter", segments=["Un.", "Deux.", "Trois."])
    real, calls = carry_out.calling, []

    def calling() -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise Killed
        return real()

    with mock.patch.object(carry_out, "calling", side_effect=calling), pytest.raises(Killed):
        ask(world, post)
    assert states(world, post) == {"twitter": "waiting"}
    wake(after=timedelta(seconds=30))
    assert states(world, post) == {"twitter": "waiting"}  # its lease is not over
    wake()
    assert states(world, post) == {"twitter": "done"}
    assert [row["text"] for row in wall.ledger(operation="all") if row["operation"] == "delete"] == ["Trois.", "Deux.", "Un."]


@pytest.mark.parametrize("network", ["facebook", "twitter"])
@pytest.mark.parametrize("kind", ["5xx_after", "reset_after", "cut_body", "html_body", "5xx_before"])
def test_a_lost_answer_is_asked_again_until_it_is_gone(world: World, wall: SandboxServer, network: str, kind: str):
    post = published(world, wall, network)
    wall.fault(network, "delete", kind)
    ask(world, post)
    assert states(world, post) == {network: "waiting"}
    wake()
    assert states(world, post) == {network: "done"}
    assert len([row for row in wall.ledger(operation="all") if row["operation"] == "delete"]) == 1


@pytest.mark.parametrize("network", ["facebook", "twitter"])
def test_what_somebody_has_deleted_there_already_counts_as_done(world: World, wall: SandboxServer, network: str):
    post = published(world, wall, network)
    (row,) = wall.ledger(network)
    wall.control(f"posts?network={network}&id={row['id']}", method="DELETE")
    ask(world, post)
    assert states(world, post) == {network: "done"}


def test_a_message_that_was_lost_is_found_again(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    with mock.patch.object(tasks, "hand_over"):
        ask(world, post)
    assert states(world, post) == {"facebook": "waiting"}
    wake()
    assert states(world, post) == {"facebook": "done"}


def test_a_double_message_takes_down_once(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    with mock.patch.object(tasks, "hand_over") as message:
        ask(world, post)
    for _ in range(2):
        tasks.hand_over(*message.call_args.args)
    assert states(world, post) == {"facebook": "done"}
    assert len(wall.calls("facebook", "delete")) == 1


def test_pressing_twice_is_one_wish(world: World, wall: SandboxServer):
    post = published(world, wall, "instagram")
    first = ask(world, post)
    second = ask(world, post)
    assert first.data["id"] == second.data["id"]
    assert len(mail.outbox) == len({(m.to[0], m.subject) for m in mail.outbox})
    assert len(world.client("viewer").get(f"/api/takebacks/?post={post}").data) == 1


def test_on_instagram_a_named_person_gets_the_link_and_it_stays_until_they_say_it_is_done(world: World, wall: SandboxServer):
    post = published(world, wall, "instagram")
    channel = online(world, post)["instagram"]
    assert not channel["can_take_down"] and "Instagram" in channel["why_not_down"]
    channels = [{"delivery": str(channel["delivery"]), "assigned": str(world.author.pk)}]
    asked = world.client("planner").post(
        "/api/takebacks/", {"post": post, "kind": "down", "reason": "Faux.", "channels": channels}, format="json"
    )
    assert states(world, post) == {"instagram": "by_hand"} and badges(world, post) == {"instagram": "published"}
    (letter,) = [m for m in mail.outbox if m.to == ["author@example.org"] and channel["permalink"] in str(m.body)]
    assert "Instagram" in letter.subject
    left = world.client("author").get("/api/takebacks/?left=1").data
    assert [c["is_mine"] for t in left for c in t["channels"]] == [True]
    of = asked.data["channels"][0]["id"]
    early = world.client("author").post(f"/api/takeback-channels/{of}/done/", {}, format="json")
    assert (early.status_code, early.data["problem"]) == (409, "still-online")
    (row,) = wall.ledger("instagram")
    wall.control(f"posts?network=instagram&id={row['id']}", method="DELETE")
    assert world.client("author").post(f"/api/takeback-channels/{of}/done/", {}, format="json").status_code == 200
    assert badges(world, post) == {"instagram": "taken_down"}
    assert world.client("author").get("/api/takebacks/?left=1").data == []
    assert "post.taken_down_by_hand" in acts(post)


def test_another_person_can_be_named(world: World, wall: SandboxServer):
    post = published(world, wall, "instagram")
    of = ask(world, post).data["channels"][0]["id"]
    named = world.client("planner").post(f"/api/takeback-channels/{of}/assign/", {"person": str(world.admin.pk)}, format="json")
    assert named.data["channels"][0]["assigned_name"] == "Admin"
    assert "admin@example.org" in told("take-down-by-hand")
    stranger = world.client("planner").post(
        f"/api/takeback-channels/{of}/assign/", {"person": str(world.people["stranger"].pk)}, format="json"
    )
    assert stranger.data["problem"] == "person-not-member"


def test_a_lost_sign_in_is_said_at_once_and_done_when_somebody_signs_in_again(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    wall.fault("facebook", "delete", "token_revoked")
    ask(world, post)
    assert states(world, post) == {"facebook": "waiting"}
    assert told("take-down-by-hand") == {"planner@example.org"}
    wake()
    assert states(world, post) == {"facebook": "waiting"}
    with scopes_disabled():
        channel = Channel.objects.get(network="facebook")
    assert channel.state == "sign_in_lost"
    fresh = wall.grant("facebook", channel.remote_id)
    world.channel("facebook", remote_id=channel.remote_id, token=fresh["access_token"])
    wake()
    assert states(world, post) == {"facebook": "done"}
    assert Notice.objects.filter(code="take-down-by-hand").count() == 1


def test_a_network_that_does_not_answer_for_long_leaves_it_to_a_person(world: World, wall: SandboxServer, monkeypatch: pytest.MonkeyPatch):
    post = published(world, wall, "twitter")
    monkeypatch.setattr(carry_out, "LEFT_AFTER", 3)
    wall.fault("twitter", "delete", "5xx_before", times=3)
    ask(world, post)
    wake()
    wake()
    assert states(world, post) == {"twitter": "by_hand"} and told("take-down-by-hand") == {"planner@example.org"}
    of = world.client("planner").get(f"/api/takebacks/?post={post}").data[0]["channels"][0]
    assert of["may_try_again"]
    world.client("planner").post(f"/api/takeback-channels/{of['id']}/again/", {}, format="json")
    assert states(world, post) == {"twitter": "done"}


def test_a_throttled_channel_waits_as_long_as_it_was_told(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter")
    wall.fault("twitter", "delete", "429", seconds=300)
    ask(world, post)
    with scopes_disabled():
        of = TakeBackOf.objects.get()
    assert of.state == "waiting" and of.wake_at and of.wake_at > timezone.now() + timedelta(minutes=4)


def test_a_corrected_text_waits_for_a_yes_by_somebody_else(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    asked = ask(world, post, kind="correct", text=RIGHT, who="author")
    assert (asked.status_code, asked.data["needs_yes"], states(world, post)) == (201, True, {"facebook": "asked"})
    assert [row["operation"] for row in wall.ledger(operation="all")] == ["create"]
    assert told("correction-waits") == {"approver@example.org", "second_approver@example.org"}
    for who, status in (("author", 403), ("planner", 403)):
        assert world.client(who).post(f"/api/takebacks/{asked.data['id']}/approve/").status_code == status
    assert world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/").status_code == 200
    assert states(world, post) == {"facebook": "done"} and badges(world, post) == {"facebook": "corrected"}
    assert [row["text"] for row in wall.ledger(operation="all")] == [TEXT, RIGHT]
    assert online(world, post)["facebook"]["text"] == RIGHT
    assert {"post.correction_asked", "post.correction_approved", "post.corrected"} <= set(acts(post))


def test_nobody_says_yes_to_their_own_correction(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    asked = ask(world, post, kind="correct", text=RIGHT, who="approver")
    assert asked.data["needs_yes"] is True
    own = world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/")
    assert (own.status_code, own.data["problem"]) == (403, "own-work")
    assert [row["text"] for row in wall.ledger(operation="all")] == [TEXT]
    assert world.client("second_approver").post(f"/api/takebacks/{asked.data['id']}/approve/").status_code == 200
    assert [row["text"] for row in wall.ledger(operation="all")] == [TEXT, RIGHT]


def test_a_correction_that_gets_a_no_changes_nothing(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    asked = ask(world, post, kind="correct", text=RIGHT)
    said = world.client("approver").post(f"/api/takebacks/{asked.data['id']}/decline/", {"comment": "C’est bien le 3."}, format="json")
    assert (said.status_code, states(world, post)) == (200, {"facebook": "dropped"})
    assert told("correction-declined") == {"planner@example.org"}
    assert world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/").data["problem"] == "already-decided"
    assert [row["operation"] for row in wall.ledger(operation="all")] == ["create"]


def test_a_text_is_not_corrected_where_the_network_has_no_call_for_it(world: World, wall: SandboxServer):
    post = published(world, wall, "twitter")
    asked = ask(world, post, kind="correct", text=RIGHT, who="approver")
    world.client("second_approver").post(f"/api/takebacks/{asked.data['id']}/approve/")
    assert states(world, post) == {"twitter": "by_hand"}
    assert any(RIGHT in str(m.body) for m in mail.outbox)


@pytest.mark.parametrize(("text", "problem"), [(TEXT, "same-as-online"), ("", "empty"), ("x" * 70_000, "text-too-long")])
def test_a_text_that_the_network_would_not_take_is_not_sent(world: World, wall: SandboxServer, text: str, problem: str):
    post = published(world, wall, "facebook")
    answer = ask(world, post, kind="correct", text=text)
    assert answer.status_code == 400
    assert answer.data["problem"] in (problem, "not-valid")


def test_taking_down_overrides_a_correction_that_waits(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    asked = ask(world, post, kind="correct", text=RIGHT)
    ask(world, post)
    assert badges(world, post) == {"facebook": "taken_down"}
    assert world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/").data["problem"] == "already-decided"


def test_while_everything_is_stopped_posts_come_down_and_no_new_text_is_said(world: World, wall: SandboxServer):
    wrong, gone = published(world, wall, "facebook"), published(world, wall, "twitter")
    world.organisation.stopped_at = timezone.now()
    world.organisation.save()
    asked = ask(world, wrong, kind="correct", text=RIGHT)
    world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/")
    ask(world, gone)
    assert (states(world, wrong), states(world, gone)) == ({"facebook": "waiting"}, {"twitter": "done"})
    world.organisation.stopped_at = None
    world.organisation.save()
    wake()
    assert states(world, wrong) == {"facebook": "done"}


def test_a_correction_of_what_somebody_deleted_is_refused_in_plain_words(world: World, wall: SandboxServer):
    post = published(world, wall, "facebook")
    (row,) = wall.ledger("facebook")
    wall.control(f"posts?network=facebook&id={row['id']}", method="DELETE")
    asked = ask(world, post, kind="correct", text=RIGHT)
    world.client("approver").post(f"/api/takebacks/{asked.data['id']}/approve/")
    of = world.client("approver").get(f"/api/takebacks/?post={post}").data[0]["channels"][0]
    assert (of["state"], "deleted" in of["message"]) == ("refused", True)


def test_half_a_thread_comes_down_and_its_rest_never_follows(world: World, wall: SandboxServer):
    body = draft(connected(world, wall, "twitter"))
    body["versions"][0]["segments"] = ["Un.", "Deux."]
    post = approved(world, body)
    make_due(post)
    (delivery,) = claim_all()
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(state="failed", wake_at=None, problem={"code": "reply-refused", "params": {}})
    row = wall.control("posts", {"network": "twitter", "account": delivery.channel.remote_id, "text": "Un."})[0]
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(remote_id=row["id"], handles={"post-1": row["id"]}, permalink=row["permalink"])
    ask(world, post)
    assert states(world, post) == {"twitter": "done"}
    retry = world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json")
    assert (retry.status_code, retry.data["problem"]) == (409, "delivery-moved-on")


def test_what_has_not_gone_out_yet_can_be_stopped_with_it(world: World, wall: SandboxServer):
    first, later = connected(world, wall, "facebook"), connected(world, wall, "twitter")
    post = approved(world, draft(first, later, text=TEXT))
    make_due(post)
    with scopes_disabled():
        waits = Placement.objects.get(post=post, channel=later)
        at = timezone.now() + timedelta(hours=2)
        Placement.objects.filter(pk=waits.pk).update(planned_at=at)
        asked_for_at(post, {str(waits.pk): at})
    (delivery,) = claim_all()
    settle(deliver(delivery))
    (rest,) = world.client("planner").get(f"/api/takebacks/possible/?post={post}").data["rest"]
    assert rest["network"] == "twitter"
    ask(world, post, stop_rest=True)
    assert badges(world, post) == {"facebook": "taken_down", "twitter": "draft"}


@pytest.mark.parametrize(("who", "status"), [("viewer", 403), ("author", 403), ("treasurer", 403), ("planner", 201), ("approver", 201)])
def test_taking_down_is_for_those_who_plan_or_repair(world: World, wall: SandboxServer, who: str, status: int):
    post = published(world, wall, "facebook")
    assert ask(world, post, who=who).status_code == status


def test_another_organisation_finds_nothing(world: World, wall: SandboxServer):
    post = published(world, wall, "instagram")
    asked = ask(world, post)
    other = world.client("other")
    for url in (f"/api/takebacks/{asked.data['id']}/", f"/api/takebacks/possible/?post={post}"):
        assert other.get(url).status_code == 404
    assert other.post(f"/api/takeback-channels/{asked.data['channels'][0]['id']}/done/", {}, format="json").status_code == 404
    assert other.get(f"/api/takebacks/?post={post}").data == []
    delivery = str(asked.data["channels"][0]["delivery"])
    body = {"post": post, "kind": "down", "reason": "x", "channels": [{"delivery": delivery}]}
    assert other.post("/api/takebacks/", body, format="json").status_code == 404
