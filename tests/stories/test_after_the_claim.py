"""What people do to a post that has been taken up, has failed or is half out: nothing unapproved leaves, nothing is lost with it."""

from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.notify.models import Notice
from campaigns.approvals.models import Approval
from campaigns.posts.models import Placement, Post, Version
from scheduler.delivery import claim, run
from scheduler.delivery.models import Delivery
from tests.guards import asked_for_at
from tests.sandbox_server import SandboxServer
from tests.stories.play import after_lease, book, claim_all, connected, deliver, fresh, make_due, settle, wake
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """The process is gone."""


def said_yes(world: World, post: str) -> None:
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    approver = world.client("approver")
    (card,) = [c for c in approver.get("/api/decisions/").data if c["post"] and str(c["post"]["id"]) == post]
    said = approver.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    assert said.status_code == 200, said.data


def rewritten(world: World, post: str, text: str) -> Any:
    return world.client("author").patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": [text]}]}, format="json")


def missed(world: World, post: str) -> Delivery:
    make_due(post, ago=timedelta(hours=2))
    with scopes_disabled():
        (delivery,) = claim.mark_missed(now=timezone.now())
    book()
    return fresh(delivery)


def test_a_missed_post_that_is_tried_again_goes_out(world: World, wall: SandboxServer):
    delivery = missed(world, approved(world, draft(connected(world, wall, "facebook"))))
    again = world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json")
    assert (again.status_code, settle(delivery).state, len(wall.control("ledger"))) == (200, "published", 1)


def test_what_is_tried_again_after_an_edit_is_the_new_text_that_was_approved(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook"), text="Ancien."))
    delivery = missed(world, post)
    assert rewritten(world, post, "Nouveau.").data["state"] == "draft"
    said_yes(world, post)
    world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json")
    assert settle(delivery).state == "published"
    assert [row["text"] for row in wall.control("ledger")] == ["Nouveau."]


def test_a_text_approved_after_the_claim_is_not_what_the_claim_froze(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook"), text="Ancien."))
    make_due(post)
    (delivery,) = claim_all()
    with scopes_disabled():
        Version.objects.filter(post=post).update(segments=["Nouveau."])
    world.client("author").post(f"/api/posts/{post}/withdraw/", {}, format="json")
    said_yes(world, post)
    assert (deliver(delivery).state, wall.control("ledger")) == ("cancelled", [])


def test_a_text_is_not_edited_while_it_is_going_out(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook"), text="Ancien."))
    make_due(post)
    (delivery,) = claim_all()
    edit = rewritten(world, post, "Nouveau.")
    assert (edit.status_code, edit.data["problem"]) == (409, "already-on-its-way")
    assert deliver(delivery).state == "published"
    assert rewritten(world, post, "Nouveau.").status_code == 200


def test_moving_one_channel_does_not_stop_another_that_is_going_out(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook"), connected(world, wall, "twitter")))
    make_due(post)
    (first, *_) = claim_all()
    with scopes_disabled():
        other = Placement.objects.filter(post=post).exclude(pk=first.placement_id).get()
        Delivery.objects.filter(placement=other).delete()
        Placement.objects.filter(pk=other.pk).update(claimed_at=None)
    move = {"placements": [str(other.pk)], "local_time": soon(90)}
    refused = world.client("author").post(f"/api/posts/{post}/move/", move, format="json")
    assert (refused.status_code, refused.data["problem"], deliver(first).state) == (409, "already-on-its-way", "published")
    assert world.client("author").post(f"/api/posts/{post}/move/", move, format="json").data["state"] == "in_review"


def test_dropping_one_channel_keeps_the_approval_of_the_others(world: World, wall: SandboxServer):
    first, second = connected(world, wall, "facebook"), connected(world, wall, "twitter")
    post = approved(world, draft(first, second))
    make_due(post)
    with scopes_disabled():
        late, later = Placement.objects.filter(post=post).order_by("channel__network")
        at = timezone.now() - timedelta(hours=2)
        Placement.objects.filter(pk=late.pk).update(planned_at=at)
        asked_for_at(post, {str(late.pk): at})
        (delivery,) = claim.mark_missed(now=timezone.now())
    assert world.client("planner").post(f"/api/deliveries/{delivery.pk}/drop/", {}, format="json").status_code == 200
    (other,) = claim_all()
    assert (other.placement_id, deliver(other).state) == (later.pk, "published")


def test_a_thread_that_lost_its_approval_half_way_is_said_to_have_failed(world: World, wall: SandboxServer):
    body = draft(connected(world, wall, "twitter"))
    body["versions"][0]["segments"] = ["Un.", "Deux.", "Trois."]
    post = approved(world, body)
    make_due(post)
    (delivery,) = claim_all()
    real = run.done

    def done(delivery: Any, step: Any, *args: Any, **more: Any) -> bool:
        if step.name == "post-2":
            raise Killed
        return real(delivery, step, *args, **more)

    with mock.patch.object(run, "done", side_effect=done), pytest.raises(Killed):
        deliver(delivery)
    world.client("author").post(f"/api/posts/{post}/withdraw/", {}, format="json")
    wake(after_lease())
    stopped = settle(delivery)
    assert (stopped.state, (stopped.problem or {})["code"], len(wall.control("ledger"))) == ("failed", "approval-lost", 2)
    assert stopped.placement.permalink
    said_yes(world, post)
    world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json")
    assert (settle(delivery).state, [row["text"] for row in wall.control("ledger")]) == ("published", ["Un.", "Deux.", "Trois."])


def test_a_duplicate_after_a_person_sent_it_again_is_looked_for(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "twitter")))
    make_due(post)
    (delivery,) = claim_all()
    wall.fault("twitter", "create", "5xx_after")
    deliver(delivery)
    wall.fault("twitter", "look", "unknown_4xx", times=12)  # it is online, but nobody can look
    assert settle(delivery).state == "needs_look"
    world.client("planner").post(f"/api/deliveries/{delivery.pk}/retry/", {}, format="json")
    assert (settle(delivery).state, len(wall.control("ledger"))) == ("published", 1)


def test_a_post_of_which_nothing_is_online_can_be_deleted(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post = approved(world, draft(channel))
    missed(world, post)
    author = world.client("author")
    assert author.delete(f"/api/posts/{post}/").status_code == 204
    assert author.get(f"/api/posts/{post}/").status_code == 404
    out = approved(world, draft(channel, text="Dehors."))
    make_due(out)
    (delivery,) = claim_all()
    deliver(delivery)
    assert author.delete(f"/api/posts/{out}/").data["problem"] == "published-stays"


def test_people_hear_of_an_approval_that_was_lost_unseen(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    make_due(post)
    with scopes_disabled():
        Version.objects.filter(post=post).update(segments=["Glissé."])
    assert claim_all() == []
    with scopes_disabled():
        assert Post.objects.get(pk=post).state == "draft"
        assert world.author.pk in Notice.objects.filter(code="delivery-cancelled").values_list("user_id", flat=True)


def test_a_post_called_approved_without_an_approval_does_not_wait_for_ever(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    make_due(post)
    with scopes_disabled():
        Approval.objects.filter(subject_id=post).update(state="void")  # a row out of an older backup
    assert claim_all() == []
    with scopes_disabled():
        assert Post.objects.get(pk=post).state == "draft"
        assert Notice.objects.filter(code="delivery-cancelled").exists()


def test_a_sign_in_that_does_not_open_says_so_and_waits(world: World, wall: SandboxServer, settings: Any):
    post = approved(world, draft(connected(world, wall, "facebook")))
    make_due(post)
    (delivery,) = claim_all()
    settings.VAULT_KEY = "A" * 43 + "="
    waiting = deliver(delivery)
    assert (waiting.state, (waiting.problem or {})["code"]) == ("due", "token-unreadable")
