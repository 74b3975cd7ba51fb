"""Attempts to slip past approval by what changes around it: between the asking, the yes and the sending, somewhere else.

They go on counting where tests/browser/test_slipping_past_on_screen.py ends:

56 undo a move after a guest was invited           66 edit the picture's description in the library
57 undo a deletion after a guest was invited       67 sign in with another account where the page was
58 invite a campaign's guest while it is on hold   68 go by the weaker route of another campaign
59 invite a guest to what is approved, on hold     69 say yes, write at it, and say yes again
60 correct what only a route asked about           70 name one request twice in a batch
61 change the campaign's mark, which is in links   71 stand in for somebody who is back
62 hide a sum in VAT that is recovered             72 decide on money after one's right to it has gone
63 book far more than was approved                 73 decide with a session that has ended
64 book it in parts                                74 decide with a token that was taken back
65 put a whole older revision back                 75 move the organisation to another time zone

Fill-ins of channels and names of the address book (tests/campaigns/phrases) and the part of a picture that is shown
(tests/campaigns/media/test_shown_part.py) were tried where they are made.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from rest_framework.test import APIClient

from accounts.channels import services as channels
from accounts.orgs.models import Membership, Organisation
from campaigns.approvals.models import Approval, Substitute
from campaigns.budget import services as budget
from campaigns.budget.models import Threshold
from campaigns.plan.models import Campaign
from campaigns.posts.models import Placement
from networks.contract import Account, Tokens
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due, settle
from tests.stories.test_approval_cannot_be_slipped_past import card_for, decide, money, say_yes, submitted, write
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)


def state(world: World, post: str) -> str:
    return str(world.client("planner").get(f"/api/posts/{post}/").data["state"])


def campaign(world: World, **more: Any) -> str:
    body = {"name": "Logement", "goal": "Un toit", "horizon": "medium"} | more
    made = world.client("planner").post("/api/campaigns/", body, format="json")
    assert made.status_code == 201, made.data
    return str(made.data["id"])


def invite(world: World, **about: Any) -> Any:
    until = (timezone.now() + timedelta(days=20)).date().isoformat()
    body = {
        "name": "Nora",
        "email": "nora@candidate.example",
        "language": "nl",
        "capacity": "",
        "until": until,
        "posts": [],
        "campaigns": [],
    }
    return world.client("planner").post("/api/guests/", body | about, format="json")


def bulk(world: World, action: str, posts: list[str], **more: Any) -> Any:
    return world.client("planner").post("/api/posts/bulk/", {"action": action, "posts": posts, **more}, format="json").data


def put_on_hold(world: World, post: str) -> str:
    """Return the path of its decision, which is on hold."""
    with scopes_disabled():
        path = f"/api/decisions/{Approval.objects.get(subject_id=post).pk}"
    assert world.client("second_approver").post(f"{path}/hold/", {"reason": "Attendons"}, format="json").status_code == 200
    return path


# ── guests who come in between ──


def test_56_an_undone_move_brings_no_yes_back_past_a_guest_who_was_invited_meanwhile(world: World):
    post = approved(world, draft(world.channel("facebook"), when=soon(3000)))
    moved = bulk(world, "shift", [post], days=1)
    assert invite(world, posts=[post]).status_code == 201
    assert bulk(world, "undo", [], undo=moved["undo"])["done"] == 1
    assert state(world, post) == "in_review"
    make_due(post)
    assert claim_all() == []


def test_57_an_undone_deletion_brings_no_yes_back_past_a_guest_either(world: World):
    housing = campaign(world)
    post = approved(world, draft(world.channel("facebook"), when=soon(3000), campaign=housing))
    gone = bulk(world, "delete", [post])
    assert invite(world, campaigns=[housing]).status_code == 201
    assert bulk(world, "undo", [], undo=gone["undo"])["done"] == 1
    assert state(world, post) == "in_review"


def test_58_a_guest_of_its_campaign_is_waited_for_although_it_was_on_hold_when_they_were_invited(world: World):
    housing = campaign(world)
    post = submitted(world, draft(world.channel("facebook"), campaign=housing))
    path = put_on_hold(world, post)
    assert invite(world, campaigns=[housing]).status_code == 201
    world.client("second_approver").post(f"{path}/release/", {}, format="json")
    assert decide(world, "approver", card_for(world)).data["state"] == "open"
    assert state(world, post) == "in_review"


def test_59_nobody_is_invited_in_vain_to_what_is_approved_and_on_hold(world: World):
    post = approved(world, draft(world.channel("facebook")))
    put_on_hold(world, post)
    assert invite(world, posts=[post]).data["problem"] == "guest-after-the-yes"


# ── what is seen in a post and changed elsewhere ──


def test_60_a_correction_waits_for_a_yes_where_only_a_route_asked_for_one(world: World, wall: SandboxServer):
    Organisation.objects.filter(pk=world.organisation.pk).update(posts_need_approval=False)
    assert world.client("admin").post("/api/routes/", {"kind": "post", "steps": [{"needed": 1}]}, format="json").status_code == 201
    post = approved(world, draft(connected(world, wall, "facebook"), text="Jeudi 3."))
    make_due(post)
    (delivery,) = claim_all()
    assert settle(deliver(delivery)).state == "published"
    wish = {"post": post, "kind": "correct", "reason": "La date", "channels": [{"delivery": str(delivery.pk), "text": "Jeudi 4."}]}
    made = world.client("author").post("/api/takebacks/", wish, format="json").data
    assert (made["needs_yes"], made["channels"][0]["state"]) == (True, "asked")
    assert world.client("author").get(f"/api/takebacks/possible/?post={post}").data["needs_yes"] is True


@pytest.mark.parametrize("scripted", [False, True], ids=["on-screen", "by-a-script"])
def test_61_another_mark_in_the_links_takes_the_yes_away(world: World, wall: SandboxServer, scripted: bool):
    housing = campaign(world, utm="logement")
    body = draft(connected(world, wall, "facebook"), campaign=housing)
    body["versions"][0]["link"] = "https://example.org/loyer"
    post, plain = approved(world, body), approved(world, draft(world.channel("twitter"), text="Sans lien.", campaign=housing))
    if scripted:
        with scopes_disabled():
            Campaign.objects.filter(pk=housing).update(utm="votez-pour-nous")
    else:
        assert world.client("planner").patch(f"/api/campaigns/{housing}/", {"utm": "votez-pour-nous"}, format="json").status_code == 200
        assert state(world, post) == "draft"
    assert state(world, plain) == "approved"
    make_due(post)
    assert (claim_all(), wall.control("ledger"), state(world, post)) == ([], [], "draft")


def test_65_a_whole_older_revision_put_back_is_not_what_was_approved(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel("facebook"), text="Le premier texte."), format="json").data["id"]
    write(world, "planner", post, "Le second texte.")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "approver").data["state"] == "approved"
    oldest = author.get(f"/api/posts/{post}/history/").data[-1]["id"]
    then = author.get(f"/api/posts/{post}/history/{oldest}/").data["content"]
    assert then["versions"][0]["segments"] == ["Le premier texte."]
    put_back = author.patch(f"/api/posts/{post}/", {"versions": then["versions"], "placements": then["placements"]}, format="json")
    assert (put_back.status_code, put_back.data["state"]) == (200, "draft")


def test_66_a_picture_goes_out_with_the_words_that_were_approved(world: World, wall: SandboxServer):
    picture, body = world.picture(), draft(connected(world, wall, "facebook"))
    body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche verte."}]
    post = approved(world, body)
    said = world.client("author").patch(f"/api/assets/{picture.pk}/", {"alt": {"fr": "Votez pour nous."}}, format="json")
    assert said.status_code == 200, said.data
    make_due(post)
    (delivery,) = claim_all()
    assert [each["alt"] for each in delivery.content["pictures"]] == ["Une affiche verte."]


def test_67_another_account_is_another_channel_and_never_takes_over_what_was_approved(world: World):
    page = world.channel("facebook")
    post = approved(world, draft(page))
    other = Account(remote_id="somebody-else", name=page.name, handle=page.handle, tokens=Tokens(access="theirs"))
    now = timezone.now()
    with scope(organisation=world.organisation):
        channels.disconnect(channel=page, by=world.admin, now=now)
        made = channels.add(organisation=world.organisation, network="facebook", account=other, by=world.admin, now=now)
    make_due(post)
    assert made.pk != page.pk and claim_all() == []


def test_75_another_time_zone_of_the_organisation_moves_nothing(world: World):
    post = approved(world, draft(world.channel("facebook"), when=soon(600)))
    with scopes_disabled():
        before = Placement.objects.get(post=post).planned_at
        Organisation.objects.filter(pk=world.organisation.pk).update(time_zone="Pacific/Auckland")
        assert Placement.objects.get(post=post).planned_at == before
    assert (state(world, post), claim_all()) == ("approved", [])


# ── who decides ──


def test_68_under_another_campaign_everything_is_asked_anew(world: World):
    strict, other = campaign(world), campaign(world, name="Climat")
    world.client("admin").post("/api/routes/", {"kind": "post", "campaigns": [strict], "steps": [{"needed": 2}]}, format="json")
    post = submitted(world, draft(world.channel("facebook"), campaign=strict))
    old = card_for(world)
    assert decide(world, "approver", old).data["state"] == "open"
    bulk(world, "campaign", [post], campaign=other)
    assert state(world, post) == "in_review"
    assert decide(world, "second_approver", old).status_code == 409
    assert card_for(world)["decisions"] == [] and card_for(world)["serves"]["name"] == "Climat"


def test_69_who_said_yes_and_wrote_at_it_then_says_no_second_yes(world: World):
    world.join("boss", world.organisation, ["planner", "approver"])
    world.client("admin").post("/api/routes/", {"kind": "post", "steps": [{"needed": 1}, {"needed": 1}]}, format="json")
    post = submitted(world, draft(world.channel("facebook")))
    assert say_yes(world, "boss").data["state"] == "open"
    write(world, "boss", post, "Glissé entre les deux.")
    world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say_yes(world, "boss").data["problem"] == "own-work"
    assert say_yes(world, "approver").data["state"] == "open"


def test_70_one_named_twice_in_a_batch_has_one_yes(world: World):
    money(world)
    with scopes_disabled():
        Threshold.objects.update(needed=2)
    world.client("treasurer").patch(f"/api/requests/{card_for(world)['money']['id']}/", {"net_cents": 1_100_00}, format="json")
    item = {name: card_for(world)[name] for name in ("id", "fingerprint")}
    rows = world.client("approver").post("/api/decisions/batch/", {"items": [item, item]}, format="json").data["rows"]
    assert [(row["is_done"], row["state"], row["code"]) for row in rows] == [(True, "open", ""), (False, "", "already-said")]


def test_71_nobody_stands_in_for_who_is_back_since_the_card_was_opened(world: World):
    world.join("deputy", world.organisation, ["approver"])
    step = {"people": [str(world.second_approver.pk)]}
    world.client("admin").post("/api/routes/", {"kind": "post", "steps": [step]}, format="json")
    day = timezone.now().date()
    with scopes_disabled():
        away = Substitute.objects.create(
            organisation=world.organisation, person=world.second_approver, stand_in=world.deputy, starts_on=day - timedelta(days=3),
            ends_on=day + timedelta(days=2),
        )  # fmt: skip
    submitted(world, draft(world.channel("facebook")))
    card = card_for(world, "deputy")
    assert card["may_decide"]
    with scopes_disabled():
        Substitute.objects.filter(pk=away.pk).update(ends_on=day - timedelta(days=2))
    assert decide(world, "deputy", card).data["problem"] == "not-this-step"


def test_72_no_right_to_money_no_yes_although_the_card_was_open(world: World):
    money(world)
    card = card_for(world)
    with scopes_disabled():
        Membership.objects.filter(user=world.approver).update(roles=["planner"])
    assert decide(world, "approver", card).status_code == 403


def test_73_a_session_that_has_ended_decides_on_nothing(world: World):
    submitted(world, draft(world.channel("facebook")))
    card, browser = card_for(world), APIClient(HTTP_X_ORGANISATION="ours")
    browser.force_login(world.approver)
    kept = browser.cookies.output()
    assert browser.get(f"/api/decisions/{card['id']}/").status_code == 200
    other = APIClient(HTTP_X_ORGANISATION="ours")
    other.cookies.load(kept.replace("Set-Cookie: ", ""))
    browser.logout()
    body = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    assert other.post(f"/api/decisions/{card['id']}/decide/", body, format="json").status_code in {401, 403}
    assert card_for(world)["decisions"] == []


def test_74_a_token_that_was_taken_back_decides_on_nothing(world: World):
    submitted(world, draft(world.channel("facebook")))
    card, own = card_for(world), world.client("approver")
    token = own.post("/api/tokens/", {"name": "Script"}, format="json").json()
    program = APIClient(HTTP_AUTHORIZATION=f"Bearer {token['token']}")
    assert program.get(f"/api/decisions/{card['id']}/").status_code == 200
    assert own.delete(f"/api/tokens/{token['id']}/").status_code == 204
    said = program.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    assert said.status_code == 401


# ── money ──


def line_of(world: World) -> str:
    now = timezone.now()
    with scope(organisation=world.organisation):
        period = budget.open_period(
            organisation=world.organisation, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2030, 12, 31), now=now
        )
        return str(budget.save_line(period=period, by=None, medium="press_print", planned_cents=100_000_00, now=now).pk)


def test_62_a_sum_is_not_hidden_in_vat_that_is_recovered(world: World):
    Organisation.objects.filter(pk=world.organisation.pk).update(recovers_vat=True)
    hidden = {"line": line_of(world), "net_cents": 1_00, "vat_cents": 50_000_00, "supplier": "Le Matin"}
    asked = world.client("author").post("/api/requests/", hidden | {"title": "Annonce"}, format="json")
    booked = world.client("treasurer").post("/api/entries/", hidden | {"on": f"{timezone.now():%Y-%m-%d}"}, format="json")
    assert (asked.data["problem"], booked.data["problem"]) == ("vat-above-net", "vat-above-net")


def test_63_and_64_far_more_than_was_approved_is_not_booked_at_once_nor_in_parts(world: World):
    request = money(world, cents=300_00)
    assert say_yes(world, "approver").data["state"] == "approved"
    with scopes_disabled():
        Threshold.objects.all().delete()  # the usual ones: from 250 EUR on somebody is asked
    treasurer, entry = (
        world.client("treasurer"),
        {"line": str(request.line_id), "request": str(request.pk), "on": f"{timezone.now():%Y-%m-%d}"},
    )
    assert treasurer.post("/api/entries/", entry | {"net_cents": 550_00}, format="json").data["problem"] == "request-needed"
    assert treasurer.post("/api/entries/", entry | {"net_cents": 310_00}, format="json").status_code == 201  # a little more may be
    assert treasurer.post("/api/entries/", entry | {"net_cents": 239_99}, format="json").status_code == 201
    assert treasurer.post("/api/entries/", entry | {"net_cents": 1}, format="json").data["problem"] == "request-needed"
