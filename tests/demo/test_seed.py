"""The filled demo, once, on a real sandbox: a past that the services made, nothing mailed, two organisations that never meet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import requests
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from rest_framework.test import APIClient

from accounts.audit.models import AuditEntry
from accounts.audit.services import hash_of
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.notify.models import Notice
from accounts.orgs.models import Membership, Organisation
from accounts.people.models import User
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval
from campaigns.budget import selectors as budget
from campaigns.budget.invoices.models import Document, Invoice, Refund
from campaigns.budget.invoices.paid import live_expenses
from campaigns.budget.invoices.selectors import invoices, state_of
from campaigns.budget.models import Entry, Period, Request
from campaigns.media.models import Asset
from campaigns.posts import selectors as posts
from campaigns.posts.models import Placement, Post
from campaigns.riposte.models import Riposte
from campaigns.statements.models import Transaction
from demo.content import ORGANISATIONS
from demo.content.model import BRUSSELS
from demo.seed import pictures
from demo.seed.fill import fill
from scheduler.delivery.claim import may_go
from scheduler.delivery.models import Attempt, Delivery
from tests.sandbox_server import SandboxServer

STATES = {"published": "approved", "scheduled": "approved", "review": "in_review", "draft": "draft", "changes": "changes_asked"}
PARTY, NGO = ORGANISATIONS
# Also when it runs alone: pytest-django makes a database only where some chosen test says that it needs one.
pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Seeded:
    now: datetime
    mailed: int
    sandbox: SandboxServer


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[Seeded]:
    home: Path = tmp_path_factory.mktemp("seeded")
    sandbox = SandboxServer.start(home / "sandbox")
    sites = {slug: replace(site, base_url=sandbox.url(slug)) for slug, site in settings.NETWORK_SITES.items()}
    with django_db_blocker.unblock(), override_settings(NETWORK_SITES=sites, HOME=home, MEDIA_ROOT=home / "media"):
        now, before = timezone.now(), len(mail.outbox)
        try:
            assert fill(now=now)
            yield Seeded(now=now, mailed=len(mail.outbox) - before, sandbox=sandbox)
        finally:
            sandbox.stop()
            call_command("flush", interactive=False, verbosity=0)


def organisation(slug: str) -> Organisation:
    return Organisation.objects.get(slug=slug)


def client(email: str, slug: str) -> APIClient:
    made = APIClient()
    made.force_authenticate(User.objects.get(email=email))
    made.credentials(HTTP_X_ORGANISATION=slug)
    return made


def of_the_content() -> Any:
    """Return the posts that the content names: without past ripostes, and without the one that leaves things open."""
    return Post.objects.exclude(pk__in=Riposte.objects.values("post")).exclude(search__contains="{")


@pytest.mark.parametrize("content", ORGANISATIONS, ids=lambda o: o.slug)
def test_everything_of_the_content_is_there(seeded: Seeded, content: Any):
    with scope(organisation=organisation(content.slug)):
        states = Counter(of_the_content().values_list("state", flat=True))
        placements = Placement.objects.filter(post__in=of_the_content()).count()
        people = {m.user.email: set(m.roles) for m in Membership.objects.select_related("user")}
        connected = {(c.network, c.handle, tuple(c.languages), c.weekly_target) for c in Channel.objects.all()}
        asked = Counter(Request.objects.values_list("state", flat=True))
        spent = sum(Entry.objects.filter(kind="expense").values_list("net_cents", flat=True))
        booked = Counter(Entry.objects.filter(kind="expense", reverses=None).values_list("supplier", "net_cents"))
        taken_in = Asset.objects.count()
    assert states == Counter(STATES[post.state_at(now=seeded.now, zone=BRUSSELS)] for post in content.posts)
    assert placements == sum(len(post.channels) for post in content.posts)
    assert people == {person.email: set(person.roles) for person in content.people}
    assert connected == {(c.network, c.handle, c.languages, c.weekly_target) for c in content.channels}
    assert asked == Counter(request.state for request in content.budget.requests)
    assert not Counter((expense.supplier, expense.net_cents) for expense in content.budget.expenses) - booked
    # A credit note and money that came back have made a few of them cheaper since.
    assert 0 < sum(expense.net_cents for expense in content.budget.expenses) - spent < 200_00
    assert taken_in == len(pictures.keys_of(content))


def test_everybody_signs_in_with_the_same_password(seeded: Seeded):
    assert all(user.check_password("carillon-demo") for user in User.objects.all())
    assert {"admin", "planner", "author", "approver", "treasurer", "viewer"} <= {u.email.split("@")[0] for u in User.objects.all()}


def approval_of(post: Any) -> Any:
    return approvals.given(subject_kind="post", subject_ids=[post]).get(post)


@scopes_disabled()
def test_every_approved_post_may_go_out_as_it_stands(seeded: Seeded):
    waiting = Post.objects.filter(state="approved", placements__planned_at__gt=seeded.now).distinct()
    assert waiting.count() >= 7
    assert all(may_go(posts.whole(post.pk), approval_of(post.pk)) for post in waiting)
    soon = Placement.objects.filter(planned_at__range=(seeded.now, seeded.now + timedelta(minutes=16)), claimed_at=None)
    assert soon.filter(post__state="approved").count() >= 14


@scopes_disabled()
def test_nobody_decided_on_their_own_work(seeded: Seeded):
    decided = Approval.objects.exclude(decisions=None).prefetch_related("decisions")
    assert decided.count() > 40
    assert all(str(d.by_id) not in approval.barred and d.at < seeded.now for approval in decided for d in approval.decisions.all())


@scopes_disabled()
def test_the_past_is_published_and_stands_on_the_walls(seeded: Seeded):
    past = Placement.objects.filter(planned_at__lte=seeded.now, post__state="approved")
    outcomes = Counter(past.values_list("outcome", flat=True))
    assert (outcomes["failed"], outcomes["missed"], outcomes[""]) == (1, 1, 0)
    out = Delivery.objects.filter(state="published").select_related("placement", "channel")
    assert out.count() == outcomes["published"] == past.count() - 2
    for delivery in out:
        assert delivery.published_at and delivery.remote_id and delivery.handles
        # Out soon after its time, and not before: the longest thread takes a few seconds, a slow machine some more.
        assert timedelta(0) < delivery.published_at - delivery.planned_at < timedelta(minutes=5)
        assert delivery.permalink == delivery.placement.permalink
        page = requests.get(delivery.permalink, timeout=5)
        assert page.status_code == 200
        assert delivery.content["segments"][0].split()[1] in page.text
    assert not Attempt.objects.filter(delivery__state="published").exists()
    assert seeded.sandbox.ledger() == []


@scopes_disabled()
def test_what_went_wrong_is_shown_with_its_reason_and_can_be_mended(seeded: Seeded):
    shown = {row["state"]: row for row in client("planner@demain-morgen.example", PARTY.slug).get("/api/deliveries/").data}
    assert shown["failed"]["message"].startswith("The network says that this post is there already.")
    assert shown["failed"]["may_retry"] and shown["missed"]["may_retry"]
    failed, missed = Delivery.objects.get(state="failed"), Delivery.objects.get(state="missed")
    assert (failed.problem, failed.channel.network) == ({"code": "duplicate", "params": {}}, "twitter")
    assert Attempt.objects.get(delivery=failed).detail == "You are not allowed to create a Tweet with duplicate content."
    assert (missed.problem, missed.channel.network, missed.channel.state) == ({"code": "missed", "params": {}}, "facebook", "connected")
    assert all(may_go(posts.whole(d.placement.post_id), approval_of(d.placement.post_id)) for d in (failed, missed))


@scopes_disabled()
def test_channels_hold_tokens_that_work_and_one_ends_soon(seeded: Seeded):
    for channel in Channel.objects.all():
        caller = channels.caller(channel)
        assert caller.access_token
        assert channel.state == "connected"
    ending = Channel.objects.get(network="instagram", organisation__slug=PARTY.slug)
    shown = client("admin@demain-morgen.example", PARTY.slug).get(f"/api/channels/{ending.pk}/").data
    assert shown["days_left"] == 3
    other = Channel.objects.get(network="instagram", organisation__slug=NGO.slug)
    assert client("admin@toit-solidaire.example", NGO.slug).get(f"/api/channels/{other.pk}/").data["days_left"] is None
    assert Channel.objects.filter(network="twitter").exclude(sealed_refresh=b"").count() == 3


def test_the_partys_digital_share_is_below_its_target(seeded: Seeded):
    with scope(organisation=organisation(PARTY.slug)):
        share = budget.overview(Period.objects.get())["shares"]["full_cost"]
    assert share["actual"]["permille"] < share["planned"]["permille"] < 500
    assert share["actual"]["permille"] == round(PARTY.budget.actual_share() * 1000)


@scopes_disabled()
def test_the_record_is_whole_and_in_order_of_time(seeded: Seeded):
    for one in Organisation.objects.all():
        entries = list(AuditEntry.objects.filter(organisation_id=one.pk).order_by("number"))
        assert [e.number for e in entries] == list(range(1, len(entries) + 1))
        assert all(e.hash == hash_of(e) for e in entries)
        # What a network answered is recorded a fraction of a second after the moment it is filed under.
        assert all(a.at <= b.at + timedelta(seconds=5) for a, b in pairwise(entries))
        assert entries[-1].at <= seeded.now + timedelta(seconds=5)


def test_no_mail_was_sent_and_only_what_still_waits_is_unread(seeded: Seeded):
    assert seeded.mailed == 0
    assert seeded.sandbox.mail() == []
    unread = Counter(Notice.objects.filter(read_at=None).values_list("code", flat=True))
    wanted = {
        "post-waits",
        "request-waits",
        "post-changes-asked",
        "delivery-failed",
        "delivery-missed",
        "channel-expires-soon",
        "note-names-you",
    }
    assert set(unread) <= wanted
    assert unread["post-waits"] and unread["delivery-failed"]
    assert Notice.objects.exclude(read_at=None).count() > 50


def test_a_second_run_does_nothing_and_says_so(seeded: Seeded, capsys: pytest.CaptureFixture[str]):
    with scopes_disabled():
        before = Post.objects.count(), Delivery.objects.count(), Notice.objects.count()
        call_command("seed_demo")
        assert (Post.objects.count(), Delivery.objects.count(), Notice.objects.count()) == before
    assert "lives here already" in capsys.readouterr().out


def test_two_organisations_do_not_see_each_others_posts(seeded: Seeded):
    with scopes_disabled():
        ours = set(map(str, of_the_content().filter(organisation__slug=PARTY.slug).values_list("pk", flat=True)))
        theirs = set(map(str, of_the_content().filter(organisation__slug=NGO.slug).values_list("pk", flat=True)))
    assert len(ours) == len(PARTY.posts) and len(theirs) == len(NGO.posts)
    planner = client("planner@toit-solidaire.example", NGO.slug)
    assert planner.get(f"/api/posts/{min(ours)}/").status_code == 404
    assert planner.get(f"/api/posts/{min(theirs)}/").status_code == 200
    assert client("planner@toit-solidaire.example", PARTY.slug).get("/api/posts/").status_code == 404


@scopes_disabled()
def test_what_colleagues_posted_by_hand_stands_on_the_walls_alone(seeded: Seeded):
    there = [one for one in PARTY.by_hand if one.when(now=seeded.now) < seeded.now]
    assert len(there) >= 2 and {one.channel for one in PARTY.by_hand} == {"facebook", "instagram"}
    wall = requests.get(f"{seeded.sandbox.base}/?facebook={PARTY.channel('facebook').remote_id}", timeout=5).text
    assert there[0].text.split("!")[0].rsplit(",")[0] in wall
    assert not Post.objects.filter(versions__segments__icontains=there[0].text[:30]).exists()


@scopes_disabled()
def test_some_posts_have_a_first_comment_and_may_go_out_with_it(seeded: Seeded):
    commented = Post.objects.exclude(versions__first_comment="").distinct()
    assert commented.count() >= 4
    assert set(commented.values_list("state", flat=True)) == {"approved", "in_review"}


def test_most_expenses_have_their_invoice_and_most_invoices_are_paid(seeded: Seeded):
    for slug in (PARTY.slug, NGO.slug):
        with scope(organisation=organisation(slug)):
            live = live_expenses()
            assert 0 < live.filter(invoice_part=None).count() < live.count() / 4
            states = Counter(state_of(invoice) for invoice in invoices())
            assert states["paid"] > states["to_pay"] > 0 and states["to_book"] == 1 and states["credited"] <= 1
            assert Refund.objects.count() <= 1 and Document.objects.filter(request__isnull=False).count() == 1
    with scope(organisation=organisation(PARTY.slug)):
        (note,) = Invoice.objects.filter(kind=Invoice.Kind.CREDIT_NOTE)
        assert note.parts.count() == 2 and Refund.objects.count() == 1
        assert Transaction.objects.filter(cents__gt=0, refund=None).count() == 1
