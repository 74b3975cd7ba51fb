"""On hold: it waits, nothing goes out, and it can be taken up again. What waits too long expires and says so."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.notify.models import Notice
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.decisions import expiry
from campaigns.posts.models import Placement
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(home: Any) -> World:
    return World.make()


def submitted(world: World) -> str:
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    return str(post)


def card(world: World, who: str = "approver") -> Any:
    return world.client(who).get("/api/decisions/").data[0]


def act(world: World, shown: Any, what: str, who: str = "approver", **body: Any) -> Any:
    return world.client(who).post(f"/api/decisions/{shown['id']}/{what}/", body, format="json")


def yes(world: World, shown: Any, who: str = "approver") -> Any:
    return act(world, shown, "decide", who, verdict="approve", fingerprint=shown["fingerprint"])


def state(world: World, post: str) -> Any:
    return world.client("author").get(f"/api/posts/{post}/").data["state"]


def told(world: World, who: str) -> list[str]:
    return [n.code for n in Notice.objects.filter(user=world.people[who]).order_by("created_at")]


def pass_by(post: str, *, hours: float) -> None:
    """So much time has passed: the post stood so long before now."""
    with scopes_disabled():
        Placement.objects.filter(post=post).update(planned_at=timezone.now() - timedelta(hours=hours))


def test_on_hold_nobody_decides_until_it_is_released(world: World):
    post = submitted(world)
    shown = card(world)
    assert act(world, shown, "hold", reason=" ").data["problem"] == "hold-needs-reason"
    held = act(world, shown, "hold", reason="Le chiffre est-il bon ?")
    assert (held.data["hold"]["reason"], held.data["may_decide"], held.data["may_release"]) == ("Le chiffre est-il bon ?", False, True)
    assert state(world, post) == "held"
    assert yes(world, shown, "second_approver").data["problem"] == "on-hold"
    assert act(world, shown, "hold", "second_approver", reason="Encore").data["problem"] == "cannot-be-held"
    assert told(world, "author") == ["post-held"]
    released = act(world, shown, "release", "second_approver")
    assert (released.data["hold"], state(world, post)) == (None, "in_review")
    assert yes(world, shown).data["state"] == "approved"
    assert act(world, shown, "release").data["problem"] == "not-on-hold"


def test_who_may_not_decide_puts_nothing_on_hold(world: World):
    submitted(world)
    shown = card(world)
    assert act(world, shown, "hold", "author", reason="Attendons").status_code == 403
    assert act(world, shown, "hold", "other", reason="Attendons").status_code == 404


def test_an_approved_post_on_hold_stays_approved_and_goes_nowhere(world: World):
    post = submitted(world)
    shown = card(world)
    yes(world, shown)
    assert act(world, shown, "hold", reason="Deuil national").status_code == 200
    assert state(world, post) == "held"
    act(world, shown, "release")
    assert state(world, post) == "approved"


def test_a_held_post_that_is_changed_or_moved_is_a_draft(world: World):
    post = submitted(world)
    act(world, card(world), "hold", reason="Attendons")
    moved = world.client("author").post(f"/api/posts/{post}/move/", {"local_time": soon(90)}, format="json")
    assert moved.data["state"] == "draft"


def test_a_held_post_can_be_withdrawn(world: World):
    post = submitted(world)
    act(world, card(world), "hold", reason="Attendons")
    assert world.client("author").post(f"/api/posts/{post}/withdraw/", {}, format="json").data["state"] == "draft"


@pytest.mark.parametrize("held", [False, True], ids=["waiting", "on hold"])
def test_a_post_nobody_approved_in_time_expires_and_can_be_submitted_again(world: World, held: bool):
    post = submitted(world)
    shown = card(world)
    if held:
        act(world, shown, "hold", reason="Attendons")
    pass_by(post, hours=0.9)
    expiry.expire_all(now=timezone.now())
    assert state(world, post) != "expired"
    pass_by(post, hours=1.1)
    expiry.expire_all(now=timezone.now())
    expiry.expire_all(now=timezone.now())
    assert state(world, post) == "expired"
    assert told(world, "author")[-1] == ("post-expired-held" if held else "post-expired")
    late = yes(world, shown)
    assert (late.status_code, world.client("approver").get("/api/decisions/").data) == (409, [])
    author = world.client("author")
    place = author.get(f"/api/posts/{post}/").data["placements"][0]
    again = {"placements": [{"channel": str(place["channel"]), "languages": ["fr"], "local_time": soon(60)}]}
    assert author.patch(f"/api/posts/{post}/", again, format="json").status_code == 200
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").data["state"] == "in_review"


def test_an_approved_post_on_hold_when_its_time_passes_has_expired_visibly(world: World):
    post = submitted(world)
    shown = card(world)
    yes(world, shown)
    act(world, shown, "hold", reason="Deuil national")
    pass_by(post, hours=1.1)
    expiry.expire_all(now=timezone.now())
    with scopes_disabled():
        assert (state(world, post), Approval.objects.get(pk=shown["id"]).state) == ("expired", "expired")


def request(world: World, needed_on: date | None = None) -> Any:
    period = budget.open_period(
        organisation=world.organisation, by=None, name="2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), now=timezone.now()
    )
    line = budget.save_line(
        period=period, line=None, by=None, medium="press_print", name="Presse", planned_cents=1_000_000, now=timezone.now()
    )
    return budget.ask(
        organisation=world.organisation, line=line, by=world.author, title="Annonce", net_cents=10_000, supplier="Le Matin",
        needed_on=needed_on, now=timezone.now(),
    )  # fmt: skip


def test_a_request_nobody_decided_on_expires_and_can_be_asked_again(world: World):
    with scope(organisation=world.organisation):
        asked = request(world)
    now = timezone.now()
    expiry.expire_all(now=now + timedelta(days=29))
    with scope(organisation=world.organisation):
        asked.refresh_from_db()
        assert asked.state == "open"
    shown = card(world)
    expiry.expire_all(now=now + timedelta(days=31))
    with scope(organisation=world.organisation):
        asked.refresh_from_db()
        assert (asked.state, told(world, "author")) == ("expired", ["request-expired"])
        assert yes(world, shown).data["problem"] == "approval-expired"
        assert budget.change(request=asked, by=world.author, net_cents=9_000, now=now).state == "open"


def test_a_request_expires_after_the_day_it_was_needed_on(world: World):
    now = timezone.now()
    with scope(organisation=world.organisation):
        asked = request(world, needed_on=(now + timedelta(days=2)).date())
    expiry.expire_all(now=now + timedelta(days=4))
    with scope(organisation=world.organisation):
        asked.refresh_from_db()
    assert asked.state == "expired"


def test_a_request_on_hold_waits_for_its_release(world: World):
    with scope(organisation=world.organisation):
        request(world)
    shown = card(world)
    assert act(world, shown, "hold", reason="Trop cher ?").data["hold"]["by"] == "Approver"
    assert yes(world, shown, "second_approver").data["problem"] == "on-hold"
    act(world, shown, "release")
    assert yes(world, shown, "second_approver").data["state"] == "approved"
