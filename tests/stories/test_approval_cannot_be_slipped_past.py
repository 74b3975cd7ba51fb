"""What goes out is what was approved: any change afterwards asks again, and nobody says yes to their own work."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.posts.models import Version
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, png, soon

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_edited_text_loses_its_approval(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post = approved(world, draft(channel))
    changed = world.client("author").patch(
        f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Autre chose."]}]}, format="json"
    )
    assert changed.data["state"] == "draft"
    make_due(post)
    assert claim_all() == []


def test_a_change_behind_the_products_back_after_the_claim_does_not_leave(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post = approved(world, draft(channel, text="Ce qui a été vu."))
    make_due(post)
    (delivery,) = claim_all()
    with scopes_disabled():
        Version.objects.filter(post=post).update(segments=["Glissé après l’accord."])
    assert deliver(delivery).state == "published"
    assert [row["text"] for row in wall.control("ledger")] == ["Ce qui a été vu."]


def test_a_change_behind_the_products_back_before_the_claim_keeps_the_post_here(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    make_due(post)
    with scopes_disabled():
        Version.objects.filter(post=post).update(segments=["Glissé après l’accord."])
    assert (claim_all(), wall.control("ledger")) == ([], [])
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "draft"


def test_a_moved_post_is_asked_about_again(world: World):
    channel = world.channel("facebook")
    post = approved(world, draft(channel))
    moved = world.client("author").post(f"/api/posts/{post}/move/", {"local_time": soon(90)}, format="json")
    assert moved.data["state"] == "in_review"
    assert len(world.client("approver").get("/api/decisions/").data) == 1


def test_a_move_within_the_tolerance_stays_approved(world: World):
    world.organisation.time_tolerance_min = 120
    world.organisation.save()
    post = approved(world, draft(world.channel("facebook")))
    moved = world.client("author").post(f"/api/posts/{post}/move/", {"local_time": soon(90)}, format="json")
    assert moved.data["state"] == "approved"


def test_authors_do_not_decide_on_their_own_posts(world: World):
    boss = world.join("boss", world.organisation, ["author", "approver"])
    assert boss
    client = world.client("boss")
    post = client.post("/api/posts/", draft(world.channel("facebook")), format="json").data["id"]
    client.post(f"/api/posts/{post}/submit/", {}, format="json")
    (card,) = client.get("/api/decisions/").data
    said = client.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    assert (card["may_decide"], said.status_code, said.data["problem"]) == (False, 403, "own-work")


def test_a_yes_to_an_older_version_is_refused(world: World):
    author, approver = world.client("author"), world.client("approver")
    channel = world.channel("facebook")
    post = author.post("/api/posts/", draft(channel), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    (old,) = approver.get("/api/decisions/").data
    author.patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Nouveau."]}]}, format="json")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    (new,) = approver.get("/api/decisions/").data
    late = approver.post(f"/api/decisions/{old['id']}/decide/", {"verdict": "approve", "fingerprint": old["fingerprint"]}, format="json")
    stale = approver.post(f"/api/decisions/{new['id']}/decide/", {"verdict": "approve", "fingerprint": old["fingerprint"]}, format="json")
    assert (late.status_code, stale.status_code, stale.data["problem"]) == (409, 409, "changed-since-shown")


def test_changes_are_asked_for_with_a_reason_and_shown_word_by_word_next_time(world: World):
    author, approver = world.client("author"), world.client("approver")
    post = approved(world, draft(world.channel("facebook"), text="3 900 signatures. Merci."))
    author.patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["4 200 signatures. Merci."]}]}, format="json")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    (card,) = approver.get("/api/decisions/").data
    (change,) = card["changes"]
    assert [(w["op"], w["text"].strip()) for w in change["words"] if w["op"] != "same"] == [
        ("removed", "3"),
        ("added", "4"),
        ("removed", "900"),
        ("added", "200"),
    ]
    url = f"/api/decisions/{card['id']}/decide/"
    silent = approver.post(url, {"verdict": "ask_changes", "fingerprint": card["fingerprint"]}, format="json")
    asked = approver.post(url, {"verdict": "ask_changes", "comment": "Le chiffre ?", "fingerprint": card["fingerprint"]}, format="json")
    assert (silent.data["problem"], asked.data["state"]) == ("comment-needed", "changes_asked")
    assert author.get(f"/api/posts/{post}/").data["state"] == "changes_asked"


def submitted(world: World, body: dict[str, Any]) -> str:
    post = world.client("author").post("/api/posts/", body, format="json").data["id"]
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    return str(post)


def say_yes(world: World, who: str) -> Any:
    (card,) = world.client(who).get("/api/decisions/").data
    return world.client(who).post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )


def write(world: World, who: str, post: str, text: str) -> None:
    said = world.client(who).patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": [text]}]}, format="json")
    assert said.status_code == 200, said.data


def test_who_wrote_a_part_of_it_does_not_decide_although_others_began_and_submitted_it(world: World):
    world.join("boss", world.organisation, ["planner", "approver"])
    post = world.client("author").post("/api/posts/", draft(world.channel("facebook")), format="json").data["id"]
    write(world, "boss", post, "Un autre texte.")
    write(world, "author", post, "Encore un autre.")
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    own = say_yes(world, "boss")
    assert (own.status_code, own.data["problem"]) == (403, "own-work")
    assert say_yes(world, "approver").status_code == 200


def test_who_wrote_before_the_last_yes_may_decide_on_what_others_wrote_since(world: World):
    world.join("boss", world.organisation, ["planner", "approver"])
    post = world.client("author").post("/api/posts/", draft(world.channel("facebook")), format="json").data["id"]
    write(world, "boss", post, "Un autre texte.")
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "approver").status_code == 200
    write(world, "author", post, "Encore un autre.")
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "boss").status_code == 200


@pytest.mark.parametrize("claimed_first", [False, True], ids=["before-the-claim", "after-the-claim"])
def test_what_needed_no_yes_stays_here_once_posts_need_one(world: World, wall: SandboxServer, claimed_first: bool):
    organisations = Organisation.objects.filter(pk=world.organisation.pk)
    channel = connected(world, wall, "facebook")
    organisations.update(posts_need_approval=False)
    post = submitted(world, draft(channel))
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "approved"
    make_due(post)
    if claimed_first:
        (delivery,) = claim_all()
        organisations.update(posts_need_approval=True)
        assert deliver(delivery).state == "cancelled"
    else:
        organisations.update(posts_need_approval=True)
        assert claim_all() == []
        assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "draft"
    assert wall.control("ledger") == []


def test_what_people_said_yes_to_goes_out_although_approval_was_off_in_between(world: World, wall: SandboxServer):
    organisations = Organisation.objects.filter(pk=world.organisation.pk)
    post = approved(world, draft(connected(world, wall, "facebook")))
    organisations.update(posts_need_approval=False)
    organisations.update(posts_need_approval=True)
    make_due(post)
    (delivery,) = claim_all()
    assert deliver(delivery).state == "published"


def test_a_picture_whose_file_was_swapped_is_not_sent(world: World, wall: SandboxServer):
    picture = world.picture()
    body = draft(connected(world, wall, "facebook"))
    body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche verte."}]
    post = approved(world, body)
    name = str(picture.file.name)
    default_storage.delete(name)
    default_storage.save(name, ContentFile(png(colour="#7F1D1D")))
    make_due(post)
    (delivery,) = claim_all()
    ended = deliver(delivery)
    assert ended.problem and (ended.state, ended.problem["code"]) == ("failed", "picture-swapped")
    assert wall.control("ledger") == []
