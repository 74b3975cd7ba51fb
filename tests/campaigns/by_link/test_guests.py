"""Guests decide on posts by link, without an account: their yes is needed beside the steps, and never about money."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.approvals.guests import services as seats
from campaigns.approvals.guests.models import Guest, GuestDecision, Seat
from campaigns.approvals.guests.rules import lacking, outcome
from campaigns.approvals.models import Approval
from campaigns.by_link import guests, services
from campaigns.by_link.models import DecisionLink
from campaigns.by_link.tasks import ask_guests
from campaigns.posts.models import Post
from tests.campaigns.by_link.conftest import Desk
from tests.campaigns.by_link.test_page import press, shown, text
from tests.world import draft


def invited(desk: Desk, *, posts: Any = (), campaigns: Any = (), **more: Any) -> Any:
    body = {
        "name": "Nora Peeters", "email": "nora@candidate.example", "language": "nl", "capacity": "Kandidate",
        "until": (timezone.now() + timedelta(days=20)).date().isoformat(), "posts": [str(p) for p in posts],
        "campaigns": [str(c) for c in campaigns],
    }  # fmt: skip
    return desk.world.client("planner").post("/api/guests/", body | more, format="json")


def her_link(desk: Desk) -> str:
    """Return the path in the newest letter to the guest."""
    ask_guests()
    letter = next(message for message in reversed(mail.outbox) if message.to == ["nora@candidate.example"])
    found = re.search(r"/d/[\w-]+", str(letter.body))
    assert found
    return found[0]


def test_the_rule_in_a_table():
    for of_steps, said, state in (
        ("approved", {}, "open"),
        ("approved", {"a": "approve"}, "open"),
        ("approved", {"a": "approve", "b": "approve"}, "approved"),
        ("open", {"a": "approve", "b": "approve"}, "open"),
        ("open", {"a": "reject"}, "rejected"),
        ("approved", {"a": "ask_changes"}, "changes_asked"),
        ("rejected", {"a": "approve"}, "rejected"),
    ):
        assert outcome(of_steps, seats={"a", "b"}, said=said) == state, (of_steps, said)
    assert lacking(seats={"a", "b"}, said={"a": "approve"}) == {"b"}
    assert outcome("approved", seats=set(), said={}) == "approved"


def test_a_post_waits_for_the_guest_and_goes_when_both_have_said_yes(desk: Desk):
    approval = desk.post()
    assert invited(desk, posts=[approval.subject_id]).status_code == 201
    path = her_link(desk)
    press(Client(), desk.link(approval))
    assert desk.fresh(approval).state == "open"
    card = desk.world.client("approver").get(f"/api/decisions/{approval.pk}/").data
    assert (card["may_decide"], [g["verdict"] for g in card["guests"]]) == (False, [""])
    assert "waits for a guest" in card["why_not"]
    assert '<html lang="nl"' in text(Client(), path)
    assert press(Client(), path).status_code == 303
    assert desk.fresh(approval).state == "approved"
    with scopes_disabled():
        assert Post.objects.get().state == "approved"
    after = desk.world.client("author").get(f"/api/posts/{approval.subject_id}/").data
    assert [(d["by"], d.get("is_guest", False)) for d in after["approval"]["decisions"]] == [("Approver", False), ("Nora Peeters", True)]


def test_the_order_does_not_matter(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    press(Client(), her_link(desk))
    assert desk.fresh(approval).state == "open"
    press(Client(), desk.link(approval))
    assert desk.fresh(approval).state == "approved"


def test_a_guests_no_ends_it_and_its_author_hears_why(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    path, client = her_link(desk), Client()
    assert press(client, path, verdict="ask_changes").status_code == 400
    press(client, path, verdict="ask_changes", comment="Mijn naam ontbreekt")
    assert desk.fresh(approval).state == "changes_asked"
    notices = desk.world.client("author").get("/api/notices/").data["results"]
    assert any("Mijn naam ontbreekt" in str(n) and "Nora Peeters" in str(n) for n in notices)


def test_a_changed_post_asks_the_guest_again(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    path = her_link(desk)
    press(Client(), path)
    author, post = desk.world.client("author"), approval.subject_id
    author.patch(f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Autre chose."]}]}, format="json")
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    new = her_link(desk)
    assert new != path and "Autre chose" in text(Client(), new)
    press(Client(), desk.link(desk.waiting(post)))
    assert desk.waiting(post).state == "open"


def test_guests_of_a_campaign_are_asked_about_each_of_its_posts(desk: Desk):
    campaign = (
        desk.world.client("planner")
        .post("/api/campaigns/", {"name": "Logement", "goal": "Un toit", "horizon": "medium"}, format="json")
        .data["id"]
    )
    assert invited(desk, campaigns=[campaign]).status_code == 201
    desk.post(campaign=campaign)
    assert "Un loyer juste" in text(Client(), her_link(desk))


def test_guests_never_decide_on_money(desk: Desk):
    approval = desk.request()
    assert invited(desk, posts=[approval.subject_id]).status_code == 404
    with scope(organisation=desk.world.organisation):
        now = timezone.now()
        guest = Guest.objects.create(
            organisation=desk.world.organisation, name="X", email="x@x.example", invited_at=now, expires_at=now + timedelta(days=1)
        )
        assert not seats.seat(approval, campaign="", now=now)
        Seat.objects.create(organisation=desk.world.organisation, approval=approval, guest=guest)  # behind the product's back
        link, secret = services.make(approval=approval, guest=guest, now=now)
        with pytest.raises(Refusal):
            guests.decide(link=link, verdict="approve", comment="", seen=approval.fingerprint, via=None, now=now)
        with pytest.raises(Refusal):
            seats.decide(
                approval=approval, guest=guest, verdict="approve", comment="", seen=approval.fingerprint,
                fingerprint=approval.fingerprint, address=None, agent="", now=now,
            )  # fmt: skip
    assert press(Client(), f"/d/{secret}").status_code >= 400
    assert desk.fresh(approval).state == "open"


def test_an_approved_post_takes_no_new_guest(desk: Desk):
    approval = desk.post()
    press(Client(), desk.link(approval))
    answer = invited(desk, posts=[approval.subject_id])
    assert (answer.status_code, answer.data["problem"]) == (409, "guest-after-the-yes")
    with scopes_disabled():
        assert not Guest.objects.exists()


def test_a_guest_who_is_taken_off_decides_nothing_and_the_post_is_asked_anew(desk: Desk):
    approval = desk.post()
    guest = invited(desk, posts=[approval.subject_id]).data["id"]
    path = her_link(desk)
    nonce = shown(Client(), path)
    press(Client(), desk.link(approval))
    assert desk.world.client("planner").delete(f"/api/guests/{guest}/").status_code == 204
    assert desk.fresh(approval).state == "void" and desk.waiting(approval.subject_id).state == "open"
    assert Client().get(path).status_code == 403 and press(Client(), path, nonce=nonce).status_code == 409
    press(Client(), desk.link(desk.waiting(approval.subject_id), "second_approver"))
    with scopes_disabled():
        assert Post.objects.get().state == "approved"


def test_after_the_last_day_a_guest_decides_nothing(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    path = her_link(desk)
    with scopes_disabled():
        Guest.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert Client().get(path).status_code == 403 and not shown(Client(), path)


def test_where_posts_need_no_approval_the_guests_yes_is_needed_all_the_same(desk: Desk):
    world = desk.world
    world.organisation.posts_need_approval = False
    world.organisation.save()
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    invited(desk, posts=[post])
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").data["state"] == "in_review"
    press(Client(), her_link(desk))
    assert author.get(f"/api/posts/{post}/").data["state"] == "approved"


def test_each_guest_is_written_to_once(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    for _ in range(3):
        ask_guests()
    assert sum(message.to == ["nora@candidate.example"] for message in mail.outbox) == 1
    with scopes_disabled():
        assert DecisionLink.objects.filter(guest__isnull=False).count() == 1


def clock_shows(desk: Desk, hour: int) -> None:
    """It is that hour where the organisation is."""
    ahead = (hour - datetime.now(UTC).hour + 11) % 24 - 11
    Organisation.objects.filter(pk=desk.world.organisation.pk).update(time_zone=f"Etc/GMT{-ahead:+d}")


@pytest.mark.parametrize(("hour", "letters"), [(12, 2), (3, 1)], ids=["by-day", "not-at-night"])
def test_a_guest_who_says_nothing_is_written_to_once_more(desk: Desk, hour: int, letters: int):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    clock_shows(desk, hour)
    ask_guests()
    for _ in range(3):
        with scopes_disabled():
            for link in DecisionLink.objects.all():
                link.made_at -= timedelta(days=1, minutes=1)
                link.save()
        ask_guests()
    assert sum(message.to == ["nora@candidate.example"] for message in mail.outbox) == letters


def test_planners_manage_guests_and_authors_do_not(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    assert desk.world.client("author").get("/api/guests/").status_code == 403
    listed = desk.world.client("planner").get("/api/guests/").data["results"]
    assert (listed[0]["name"], listed[0]["waiting"], listed[0]["about"][0]["kind"]) == ("Nora Peeters", 1, "post")
    assert desk.world.client("other").get("/api/guests/").data["count"] == 0
    assert desk.world.client("other").delete(f"/api/guests/{listed[0]['id']}/").status_code == 404


@pytest.mark.parametrize(
    ("more", "problem"),
    [({"posts": []}, "guest-about-nothing"), ({"until": "2020-01-01"}, "guest-end-passed"), ({"email": "nobody"}, "not-valid")],
)
def test_what_cannot_be_is_said(desk: Desk, more: dict[str, Any], problem: str):
    answer = invited(desk, **({"posts": [desk.post().subject_id]} | more))
    assert (answer.status_code, answer.data["problem"]) == (400, problem)


def test_another_organisations_posts_are_not_there(desk: Desk):
    approval = desk.post()
    body = {"name": "X", "email": "x@x.example", "language": "fr", "until": "2099-01-01", "posts": [str(approval.subject_id)]}
    assert desk.world.client("other").post("/api/guests/", body, format="json").status_code == 404


def test_what_a_guest_said_stays(desk: Desk):
    approval = desk.post()
    invited(desk, posts=[approval.subject_id])
    press(Client(), her_link(desk))
    with scopes_disabled():
        row = GuestDecision.objects.get()
        assert row.address == "127.0.0.1"
        with pytest.raises(DatabaseError), transaction.atomic():
            GuestDecision.objects.update(verdict="reject")
        with pytest.raises(TypeError):
            row.delete()
        assert Approval.objects.get(pk=approval.pk).state == "open"


def test_the_limit_is_set_by_administrators(desk: Desk):
    admin = desk.world.client("admin")
    assert admin.get("/api/link-terms/").data == {"limit_cents": 25_000}
    assert admin.patch("/api/link-terms/", {"limit_cents": 100}, format="json").data == {"limit_cents": 100}
    assert admin.patch("/api/link-terms/", {"limit_cents": -1}, format="json").status_code == 400
    assert desk.world.client("planner").patch("/api/link-terms/", {"limit_cents": 1}, format="json").status_code == 403
    assert desk.world.client("other").get("/api/link-terms/").data == {"limit_cents": 25_000}
