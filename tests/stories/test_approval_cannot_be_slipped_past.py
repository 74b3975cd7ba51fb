"""What goes out is what was approved: any change afterwards asks again, and nobody says yes to their own work.

Attempts to slip past it, of which none may succeed:

 1 edit the text after the yes                      22 decide twice: send the same yes again
 2 change the rows after the claim                  23 send an old yes for the next version
 3 change the rows before the claim                 24 carry the yes of one post to another
 4 move it beyond the tolerance                     25 decide on another organisation's post by its id
 5 approve one's own post                           26 decide with a token of somebody who may not
 6 approve with the fingerprint of an older version 27 decide after one's membership has ended
 7 have somebody else submit what one wrote         28 forge one of several in a batch
 8 use a yes that gave itself                       29 say yes at two steps
 9 swap the file of a picture                       30 say yes before it is one's turn
10 write an own text for one channel                31 write the approval's state with a script
11 put another picture in                           32 lay the approval on other content with a script
12 turn the pictures round                          33 change or remove a decision that was taken
13 change an alternative text                       34 weaken the route after asking
14 change the first comment                         35 approve what has expired
15 change the link                                  36 approve, or let go out, what is on hold
16 add a channel                                    37 import posts as approved ones
17 change the campaign, which is in the links       38 copy an approved post
18 move many at once                                39 put an older text back
19 approve one's own request for money              40 delete and restore
20 gain a second role after writing                 41 change the sum after asking
21 stand in for an approver of one's own work       42 edit while somebody approves (a true race)

With the keys of the database:

43 move an approved post with a script              45 write an approval past a guest who was asked
44 rewrite the times it was approved for as well    46 make a step smaller, take a guest's seat away
"""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from rest_framework.test import APIClient

from accounts.orgs.models import Membership, Organisation
from campaigns.approvals.guests.models import Guest, GuestScope, Seat
from campaigns.approvals.models import Approval, Decision, Step, Substitute
from campaigns.budget import services as budget
from campaigns.decisions import expiry
from campaigns.plan.models import Campaign
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Placement, Version
from campaigns.posts.selectors import whole
from tests.guards import rewritable_approvals
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
        ended = deliver(delivery)
        assert ended.problem and (ended.state, ended.problem["code"]) == ("cancelled", "approval-unasked")
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


# ── changes after the yes: each takes it away ──

Change = Callable[[World, dict[str, Any]], dict[str, Any]]


def rich(world: World) -> dict[str, Any]:
    """Return the body of a post that has everything somebody could change unseen."""
    pictures = [{"asset": str(world.picture(colour=colour).pk), "alt": "Une affiche."} for colour in ("#0F766E", "#B45309")]
    body = draft(world.channel("facebook"))
    body["versions"][0] |= {"pictures": pictures, "link": "https://example.org/loyer"}
    return body


def version(**changes: Any) -> Change:
    return lambda world, body: {"versions": [body["versions"][0] | changes]}


def other_picture(world: World, body: dict[str, Any]) -> dict[str, Any]:
    first, second = body["versions"][0]["pictures"]
    new = {"asset": str(world.picture(colour="#7F1D1D").pk), "alt": second["alt"]}
    return {"versions": [body["versions"][0] | {"pictures": [first, new]}]}


def turned_round(world: World, body: dict[str, Any]) -> dict[str, Any]:
    return {"versions": [body["versions"][0] | {"pictures": body["versions"][0]["pictures"][::-1]}]}


def other_alt(world: World, body: dict[str, Any]) -> dict[str, Any]:
    first, second = body["versions"][0]["pictures"]
    return {"versions": [body["versions"][0] | {"pictures": [first | {"alt": "Autre chose."}, second]}]}


def own_text(world: World, body: dict[str, Any]) -> dict[str, Any]:
    return {"placements": [body["placements"][0] | {"own_segments": ["Rien que pour ce canal."]}]}


def more_channels(world: World, body: dict[str, Any]) -> dict[str, Any]:
    return {"placements": [*body["placements"], body["placements"][0] | {"channel": str(world.channel("twitter").pk)}]}


def other_campaign(world: World, body: dict[str, Any]) -> dict[str, Any]:
    with scopes_disabled():
        day = timezone.now().date()
        campaign = Campaign.objects.create(organisation=world.organisation, name="Autre", starts_on=day, ends_on=day + timedelta(days=30))
    return {"campaign": str(campaign.pk)}


CHANGES: dict[str, Change] = {
    "10-own-text": own_text,
    "11-other-picture": other_picture,
    "12-turned-round": turned_round,
    "13-other-alt": other_alt,
    "14-first-comment": version(first_comment="Autre chose."),
    "15-link": version(link="https://example.org/autre"),
    "16-channel": more_channels,
    "17-campaign": other_campaign,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_of_what_readers_see_takes_the_yes_away(world: World, change: Change):
    body = rich(world)
    post = approved(world, body)
    changed = world.client("author").patch(f"/api/posts/{post}/", change(world, body), format="json")
    assert (changed.status_code, changed.data["state"]) == (200, "draft"), changed.data
    make_due(post)
    assert claim_all() == []


def test_18_many_moved_at_once_are_asked_about_again(world: World):
    post = approved(world, draft(world.channel("facebook")))
    body = {"action": "shift", "posts": [post], "days": 1}
    assert world.client("author").post("/api/posts/bulk/", body, format="json").data["done"] == 1
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "in_review"


# ── who decides ──


def money(world: World, by: str = "author", cents: int = 1_000_00) -> Any:
    now = timezone.now()
    with scope(organisation=world.organisation):
        period = budget.open_period(
            organisation=world.organisation, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2030, 12, 31), now=now
        )
        line = budget.save_line(period=period, by=None, medium="press_print", planned_cents=100_000_00, now=now)
        return budget.ask(
            organisation=world.organisation, line=line, by=world.people[by], title="Annonce", net_cents=cents, supplier="Le Matin", now=now
        )


def decide(world: World, who: str, card: Any, **more: Any) -> Any:
    body = {"verdict": "approve", "fingerprint": card["fingerprint"]} | more
    return world.client(who).post(f"/api/decisions/{card['id']}/decide/", body, format="json")


def card_for(world: World, who: str = "approver") -> Any:
    return world.client(who).get("/api/decisions/").data[0]


def test_19_nobody_approves_their_own_request_even_where_authors_may_decide(world: World):
    money(world, by="treasurer")
    world.client("admin").patch("/api/practice/", {"authors_may_decide": True}, format="json")
    assert say_yes(world, "treasurer").data["problem"] == "own-work"


def test_20_a_second_role_gained_after_writing_changes_nothing(world: World):
    submitted(world, draft(world.channel("facebook")))
    with scopes_disabled():
        Membership.objects.filter(user=world.author).update(roles=["author", "approver", "admin"])
    assert say_yes(world, "author").data["problem"] == "own-work"


def test_21_who_wrote_it_does_not_stand_in_for_an_approver_nor_is_stood_in_for(world: World):
    world.join("boss", world.organisation, ["author", "approver"])
    route = {"kind": "post", "steps": [{"people": [str(world.second_approver.pk), str(world.boss.pk)], "is_all": False}]}
    assert world.client("admin").post("/api/routes/", route, format="json").status_code == 201
    day = timezone.now().date()
    with scopes_disabled():
        for person, stand_in in ((world.second_approver, world.boss), (world.boss, world.approver)):
            Substitute.objects.create(
                organisation=world.organisation,
                person=person,
                stand_in=stand_in,
                starts_on=day - timedelta(days=1),
                ends_on=day + timedelta(days=2),
            )
    post = world.client("boss").post("/api/posts/", draft(world.channel("facebook")), format="json").data["id"]
    assert world.client("boss").post(f"/api/posts/{post}/submit/", {}, format="json").status_code == 200
    assert say_yes(world, "boss").data["problem"] == "own-work"
    said = say_yes(world, "approver")  # may decide: nobody named is there, so others may; but not in the author's place
    assert (said.data["state"], said.data["decisions"][0]["in_place_of"]) == ("approved", "")


def test_22_the_same_yes_sent_again_is_none(world: World):
    world.client("admin").post("/api/routes/", {"kind": "post", "steps": [{"needed": 2}]}, format="json")
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    assert decide(world, "approver", card).data["state"] == "open"
    assert (decide(world, "approver", card).status_code, decide(world, "approver", card).data["problem"]) == (409, "already-said")
    assert decide(world, "second_approver", card).data["state"] == "approved"
    assert decide(world, "second_approver", card).data["problem"] == "already-decided"


def test_23_the_yes_of_before_is_none_for_what_was_submitted_since(world: World):
    post = submitted(world, draft(world.channel("facebook")))
    old = card_for(world)
    write(world, "author", post, "Autre chose.")
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert decide(world, "approver", old).status_code == 409
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "in_review"


def test_24_the_yes_for_one_post_is_none_for_another(world: World):
    channel = world.channel("facebook")
    submitted(world, draft(channel, text="Un."))
    submitted(world, draft(channel, text="Deux."))
    one, two = world.client("approver").get("/api/decisions/").data
    assert decide(world, "approver", one, fingerprint=two["fingerprint"]).data["problem"] == "changed-since-shown"


def test_25_another_organisations_post_is_not_there(world: World):
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    assert decide(world, "other", card).status_code == 404
    assert world.client("other").post(f"/api/decisions/{card['id']}/hold/", {"reason": "x"}, format="json").status_code == 404
    stranger = world.client("other", world.organisation)
    body = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    assert stranger.post(f"/api/decisions/{card['id']}/decide/", body, format="json").status_code == 404


def test_26_a_token_may_no_more_than_its_person(world: World):
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    token = world.client("planner").post("/api/tokens/", {"name": "Script"}, format="json").json()["token"]
    program = APIClient(HTTP_AUTHORIZATION=f"Bearer {token}")
    said = program.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    assert (said.status_code, said.data["problem"]) == (403, "not-allowed")


def test_27_who_has_left_meanwhile_decides_on_nothing(world: World):
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    with scopes_disabled():
        Membership.objects.filter(user=world.approver).delete()
    assert decide(world, "approver", card).status_code == 404
    with scopes_disabled():
        Membership.objects.create(organisation=world.organisation, user=world.approver, roles=["viewer"])
    assert decide(world, "approver", card).status_code == 403


def test_28_one_forged_among_several_stays(world: World):
    channel = world.channel("facebook")
    submitted(world, draft(channel, text="Un."))
    submitted(world, draft(channel, text="Deux."))
    cards = world.client("approver").get("/api/decisions/").data
    items = [{"id": card["id"], "fingerprint": cards[0]["fingerprint"]} for card in cards]
    rows = world.client("approver").post("/api/decisions/batch/", {"items": items}, format="json").data["rows"]
    assert [row["code"] for row in rows] == ["", "changed-since-shown"]


def test_29_and_30_each_step_has_its_own_person_and_its_turn(world: World):
    steps = [{"people": [str(world.second_approver.pk)]}, {"roles": ["approver"]}]
    world.client("admin").post("/api/routes/", {"kind": "post", "steps": steps}, format="json")
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    assert decide(world, "approver", card).data["problem"] == "not-this-step"
    assert decide(world, "second_approver", card).data["state"] == "open"
    assert decide(world, "second_approver", card).data["problem"] == "already-said"
    assert decide(world, "approver", card).data["state"] == "approved"


# ── scripts, and what they cannot write ──


def test_31_an_approval_without_decisions_is_none_whatever_its_state_says(world: World, wall: SandboxServer):
    post = submitted(world, draft(connected(world, wall, "facebook")))
    with scopes_disabled():
        subject = whole(UUID(post))
        subject.state = subject.State.APPROVED
        subject.save()
        Approval.objects.filter(subject_id=post).update(state="approved", decided_at=timezone.now())
    make_due(post)
    assert (claim_all(), wall.control("ledger")) == ([], [])


def test_32_an_approval_laid_on_other_content_is_none(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    with scopes_disabled():
        Version.objects.filter(post=post).update(segments=["Glissé après l’accord."])
        other = fingerprint(whole(UUID(post)))
        with pytest.raises(DatabaseError), transaction.atomic():
            Approval.objects.filter(subject_id=post).update(fingerprint=other)
        with rewritable_approvals():  # even whoever takes the database's own guard away
            Approval.objects.filter(subject_id=post).update(fingerprint=other)
    make_due(post)
    assert (claim_all(), wall.control("ledger")) == ([], [])


def test_33_a_decision_is_neither_changed_nor_removed(world: World):
    submitted(world, draft(world.channel("facebook")))
    decide(world, "approver", card_for(world), verdict="reject", comment="Non.")
    with scopes_disabled():
        decision = Decision.objects.get()
        with pytest.raises(TypeError):
            decision.save()
        with pytest.raises(TypeError):
            decision.delete()
        with pytest.raises(DatabaseError):
            Decision.objects.update(verdict="approve")


def test_34_a_route_made_weaker_after_asking_changes_nothing_for_what_was_asked(world: World):
    admin = world.client("admin")
    route = admin.post("/api/routes/", {"kind": "post", "steps": [{"needed": 2}]}, format="json").data
    submitted(world, draft(world.channel("facebook")))
    admin.put(f"/api/routes/{route['id']}/", {"kind": "post", "steps": [{"needed": 1}]}, format="json")
    assert decide(world, "approver", card_for(world)).data["state"] == "open"
    admin.delete(f"/api/routes/{route['id']}/")
    assert decide(world, "second_approver", card_for(world, "second_approver")).data["state"] == "approved"


def test_35_what_has_expired_is_not_approved(world: World):
    post = submitted(world, draft(world.channel("facebook")))
    card = card_for(world)
    make_due(post, ago=timedelta(hours=2))
    assert decide(world, "approver", card).data["problem"] == "too-late-to-approve"
    expiry.expire_all(now=timezone.now())
    assert decide(world, "approver", card).status_code == 409
    assert claim_all() == []


def test_36_what_is_on_hold_is_neither_approved_nor_sent(world: World, wall: SandboxServer):
    post = submitted(world, draft(connected(world, wall, "facebook")))
    card = card_for(world)
    world.client("second_approver").post(f"/api/decisions/{card['id']}/hold/", {"reason": "Attendons"}, format="json")
    assert decide(world, "approver", card).data["problem"] == "on-hold"
    world.client("second_approver").post(f"/api/decisions/{card['id']}/release/", {}, format="json")
    assert decide(world, "approver", card).data["state"] == "approved"
    world.client("second_approver").post(f"/api/decisions/{card['id']}/hold/", {"reason": "Deuil national"}, format="json")
    make_due(post)
    assert (claim_all(), wall.control("ledger")) == ([], [])
    world.client("second_approver").post(f"/api/decisions/{card['id']}/release/", {}, format="json")
    assert len(claim_all()) == 1


def test_43_an_approved_post_is_not_moved_by_a_script(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook"), when=soon(600)))
    with scopes_disabled():
        Placement.objects.filter(post=post).update(planned_at=timezone.now())
        Organisation.objects.filter(pk=world.organisation.pk).update(time_tolerance_min=100_000)  # whatever it allows from now on
    assert (claim_all(), wall.control("ledger")) == ([], [])
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "draft"


def test_44_neither_with_the_note_of_the_times_it_was_approved_for(world: World):
    post = approved(world, draft(world.channel("facebook"), when=soon(600)))
    with scopes_disabled():
        approval = Approval.objects.get(subject_id=post)
        moved = {"times": {pk: timezone.now().isoformat() for pk in approval.terms["times"]}}
        forged: list[dict[str, Any]] = [{"terms": moved}, {"shown": {}}, {"barred": []}, {"subject_id": uuid4()}]
        for change in forged:
            with pytest.raises(DatabaseError), transaction.atomic():
                Approval.objects.filter(pk=approval.pk).update(**change)
        assert Approval.objects.get(pk=approval.pk).terms == approval.terms


def test_45_the_yes_of_a_guest_is_not_gone_round_by_a_script(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post = world.client("author").post("/api/posts/", draft(channel), format="json").data["id"]
    now = timezone.now()
    with scope(organisation=world.organisation):
        guest = Guest.objects.create(
            organisation=world.organisation, name="Ada", email="ada@example.org", invited_at=now, expires_at=now + timedelta(days=30)
        )
        GuestScope.objects.create(organisation=world.organisation, guest=guest, kind="post", subject_id=post)
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "approver").data["state"] == "open"
    with scopes_disabled():
        subject = whole(UUID(str(post)))
        subject.state = subject.State.APPROVED
        subject.save()
        Approval.objects.filter(subject_id=post).update(state="approved", decided_at=now)
    make_due(post)
    assert (claim_all(), wall.control("ledger")) == ([], [])


def test_46_no_step_is_made_smaller_and_no_seat_is_taken_away_by_a_script(world: World):
    world.client("admin").post("/api/routes/", {"kind": "post", "steps": [{"needed": 2}]}, format="json")
    post = submitted(world, draft(world.channel("facebook")))
    assert decide(world, "approver", card_for(world)).data["state"] == "open"
    with scopes_disabled():
        approval, now = Approval.objects.get(subject_id=post), timezone.now()
        guest = Guest.objects.create(
            organisation=world.organisation, name="Ada", email="ada@example.org", invited_at=now, expires_at=now + timedelta(days=30)
        )
        Seat.objects.create(organisation=world.organisation, approval=approval, guest=guest)
        for rows in (Step.objects.filter(approval=approval), Seat.objects.filter(approval=approval)):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            Step.objects.filter(approval=approval).update(needed=1)
        assert Step.objects.get(approval=approval).needed == 2


# ── other ways in ──


def test_37_what_is_imported_is_a_draft_whatever_the_file_says(world: World):
    world.channel("facebook")
    author = world.client("author")
    text = "Date;Heure;Canal;Texte FR;State;Etat\n24/11/2031;9h30;Ours on facebook;Ça coûte trop;approved;approuvée\n"
    upload = SimpleUploadedFile("plan.csv", text.encode())
    table = author.post("/api/imports/read/", {"file": upload}, format="multipart").data
    kept = {name: table[name] for name in ("columns", "rows", "header", "file_name", "sha256")} | {"order": ""}
    assert author.post("/api/imports/", kept, format="json").data["made"] == 1
    assert [post["state"] for post in author.get("/api/posts/").data["results"]] == ["draft"]


def test_38_a_copy_of_an_approved_post_is_a_draft(world: World):
    post = approved(world, draft(world.channel("facebook")))
    author = world.client("author")
    assert author.post(f"/api/posts/{post}/duplicate/", {}, format="json").data["state"] == "draft"
    body = {"action": "duplicate", "posts": [post], "days": 7}
    copy = author.post("/api/posts/bulk/", body, format="json").data["rows"][0]["copy"]
    assert author.get(f"/api/posts/{copy}/").data["state"] == "draft"


def test_39_an_older_text_put_back_is_not_what_was_approved(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel("facebook"), text="Le premier texte."), format="json").data["id"]
    write(world, "author", post, "Le second texte.")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "approver").data["state"] == "approved"
    write(world, "author", post, "Le premier texte.")
    assert author.get(f"/api/posts/{post}/").data["state"] == "draft"


def test_40_deleted_and_restored_it_needs_a_new_yes(world: World):
    post = approved(world, draft(world.channel("facebook")))
    author = world.client("author")
    assert author.delete(f"/api/posts/{post}/").status_code in {200, 204}
    assert author.post(f"/api/posts/{post}/restore/", {}, format="json").data["state"] == "draft"
    make_due(post)
    assert claim_all() == []


def test_41_a_sum_changed_after_asking_is_asked_about_anew_and_after_the_yes_not_at_all(world: World):
    request = money(world)
    old = card_for(world)
    author = world.client("author")
    assert author.patch(f"/api/requests/{request.pk}/", {"net_cents": 90_000_00}, format="json").status_code == 200
    assert decide(world, "approver", old).status_code == 409
    assert decide(world, "approver", card_for(world)).data["state"] == "approved"
    assert author.patch(f"/api/requests/{request.pk}/", {"net_cents": 95_000_00}, format="json").data["problem"] == "request-decided"


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time: there is nothing to race")
def test_42_an_edit_and_a_yes_at_the_same_moment_leave_nothing_approved_that_nobody_saw(world: World):
    channel = world.channel("facebook")
    for number in range(5):
        post = submitted(world, draft(channel, text=f"Texte {number}."))
        card = next(c for c in world.client("approver").get("/api/decisions/").data if str(c["post"]["id"]) == post)
        start = Barrier(2)

        def edit(post: str = post, start: Barrier = start) -> None:
            start.wait()
            body = {"versions": [{"language": "fr", "segments": ["Glissé au même instant."]}]}
            world.client("author").patch(f"/api/posts/{post}/", body, format="json")
            connections.close_all()

        def approve(card: Any = card, start: Barrier = start) -> None:
            start.wait()
            decide(world, "approver", card)
            connections.close_all()

        threads = [Thread(target=edit), Thread(target=approve)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        shown = world.client("author").get(f"/api/posts/{post}/").data
        assert shown["state"] == "draft"
        assert shown["versions"][0]["segments"] == ["Glissé au même instant."]
    assert connection.vendor == "postgresql"
