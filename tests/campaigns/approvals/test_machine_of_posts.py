"""Whatever people do with posts, in whatever order: nothing may go out that was not seen, as it is, by everybody who had to see it.

The machine keeps its own account of what everybody wrote, saw and said, from the rows alone and with none of the product's rules, and
compares it after every act with two answers of the product: the post's state, and whether the dispatcher would let it go.

It was tried on the product with each of these mistakes put into it, one at a time, and noticed every one:

- who wrote it may decide (crew.barred gives nobody), or who else wrote at it (posts.authors names its author alone)
- a change keeps the yes (posts.lose_approval does nothing); the fingerprint is not compared (posts.covers)
- a channel's own text, the order of the pictures, or their descriptions are no part of the fingerprint (posts.fingerprint)
- a time beyond the tolerance counts (rules.times_hold)
- a step is skipped: the first, the last, or one yes is enough for two (rules.current); all but the first are not made (routing.steps_for)
- one person counts twice, in two steps or in one (rules.refusal, rules.standing)
- a guest is not waited for, their no ends nothing, or any word of theirs is a yes (guests.rules)
- a yes to what stood there before counts (approvals.decide takes any fingerprint)
- a hold is not heard, by members (rules.refusal) or by guests (guests.rules), or the post does not follow it (posts.put_aside)
- a withdrawal keeps the approval, or the post stays approved (posts.withdraw)
- a yes comes after its time (decisions.decide), what is late does not expire, or its approval does not (expiry)

That a member's no ends it (rules.outcome) is noticed by test_machine.py.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone
from django_scopes import scope
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from accounts.channels.models import Channel
from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.approvals import routes
from campaigns.approvals import selectors as approvals
from campaigns.approvals.guests.models import Guest
from campaigns.approvals.models import Approval, Hold, Practice, Route
from campaigns.by_link import guests, selectors
from campaigns.by_link import services as links
from campaigns.decisions import aside, expiry
from campaigns.decisions import services as decisions
from campaigns.media.models import Asset
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.models import Placement, Post, Version
from campaigns.posts.selectors import whole
from scheduler.delivery.claim import may_go
from tests.world import World, local

PEOPLE = ("boss", "author", "approver", "second_approver")
TOLERANCE, GRACE = timedelta(minutes=30), timedelta(hours=1)
person = st.sampled_from(PEOPLE)
decider = st.sampled_from(("boss", "approver", "second_approver", "approver", "second_approver"))
order = st.permutations(("boss", "approver", "second_approver"))
KINDS = ("text", "own", "pictures", "order", "alt", "link")
changes = st.sampled_from((*KINDS, "nothing"))
minutes = st.sampled_from((-200, -20, 10, 25, 45, 300))
number = st.integers(1, 3)
several = st.sampled_from(((2,), (1, 1), (1, 1, 1)))
Seen = tuple[Any, ...]


@dataclass
class Asked:
    """What the machine noted when a yes was asked for."""

    times: dict[UUID, datetime]
    barred: set[str]
    needed: int
    guests: set[UUID]
    yes: dict[str, Seen] = field(default_factory=dict)  # who said it, and what they saw
    is_over: bool = False  # somebody said no, it was taken back, or its time has passed


class Machine(RuleBasedStateMachine):
    """Posts of several hands under routes that change; each example is rolled back."""

    world: ClassVar[World]
    channel: ClassVar[Channel]
    pictures: ClassVar[list[Asset]]

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = timezone.now()
        self.posts: list[Post] = []
        self.asked: dict[UUID, Asked] = {}
        self.wrote: dict[UUID, set[str]] = defaultdict(set)
        self.run: dict[UUID, tuple[str, Seen, bool]] = {}  # who wrote last, what stood there before, and whether they were a writer then
        self.needed = 1
        self.invited: dict[UUID, set[UUID]] = defaultdict(set)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    # ── its own account ──

    def tried(self, act: Any, **given: Any) -> Any:
        """Return what it gave, or None where it was refused."""
        self.now += timedelta(minutes=1)
        try:
            return act(**given, now=self.now)
        except Refusal:
            return None

    def seen(self, post: Post) -> Seen:
        """Return what a reader sees of it, by the rows."""
        versions = Version.objects.filter(post=post).order_by("language")
        return (
            [(v.language, v.segments, v.link, self.shown(v)) for v in versions],
            [(p.channel_id, p.languages, p.own_segments) for p in Placement.objects.filter(post=post)],
        )

    def shown(self, version: Version) -> list[tuple[UUID, str]]:
        return list(version.version_pictures.order_by("position").values_list("asset_id", "alt"))

    def written(self, post: Post, who: str, before: Seen) -> None:
        """They are a writer of it, unless all they did in one go was to put back what stood there."""
        last, stood, was_writer = self.run.get(post.pk, ("", before, False))
        if last != who:
            stood, was_writer = before, who in self.wrote[post.pk]
        self.run[post.pk] = who, stood, was_writer
        if self.seen(post) == stood and not was_writer:
            self.wrote[post.pk].discard(who)
        else:
            self.wrote[post.pk].add(who)

    def times(self, post: Post) -> dict[UUID, datetime]:
        return dict(Placement.objects.filter(post=post).values_list("pk", "planned_at"))

    def note(self, post: Post, by: str) -> None:
        """Whatever has been asked just now is on the account: by whom, about which times, of how many."""
        for approval in Approval.objects.filter(subject_id=post.pk).exclude(pk__in=self.asked):
            asked = Asked(self.times(post), self.wrote[post.pk] | {by}, self.needed, set(self.invited[post.pk]))
            self.asked[approval.pk] = asked

    def is_too_late(self, post: Post) -> bool:
        return all(at < self.now - GRACE for at in self.times(post).values())

    def end(self, post: Post) -> None:
        """Whatever was asked about it is over."""
        for pk in Approval.objects.filter(subject_id=post.pk, pk__in=self.asked).values_list("pk", flat=True):
            self.asked[pk].is_over = True

    def live(self, post: Post) -> Approval | None:
        return approvals.latest(subject_kind="post", subject_id=post.pk)

    def heard(self, post: Post, approval: Approval, who: str, verdict: str, seen: Seen) -> None:
        asked = self.asked[approval.pk]
        if verdict == "approve":
            assert who not in asked.yes, "one person is one pair of eyes"
            asked.yes[who] = seen
        else:
            asked.is_over = True
        members = asked.yes.keys() - {str(pk) for pk in asked.guests}
        if not asked.is_over and len(members) >= asked.needed:
            self.wrote[post.pk] = {str(post.author)}  # people have said yes to all of it, whether a guest has or not

    # ── what people do ──

    @initialize(by=person, hours=st.integers(30, 90))
    def begin(self, by: str, hours: int) -> None:
        self.write(by, hours)

    @precondition(lambda self: len(self.posts) < 2)
    @rule(by=person, hours=st.integers(30, 90))
    def write_another(self, by: str, hours: int) -> None:
        self.write(by, hours)

    def write(self, by: str, hours: int) -> None:
        uses = [DraftPicture(asset=each.pk, alt="Une affiche.") for each in self.pictures[:2]]
        draft = Draft(
            versions=[DraftVersion(language="fr", segments=["Un loyer juste."], pictures=uses)],
            placements=[DraftPlacement(channel=self.channel.pk, languages=["fr"], local_time=local(self.now + timedelta(hours=hours)))],
        )
        made = self.tried(posts.create, organisation=self.world.organisation, by=self.world.people[by], draft=draft)
        if made:
            self.posts.append(made)
            self.wrote[made.pk] = {str(made.author)}

    @rule(by=person, what=changes, number=number, data=st.data())
    def edit_any(self, by: str, what: str, number: int, data: st.DataObject) -> None:
        self.edit(data.draw(st.sampled_from(self.posts)), by, what, number)

    @precondition(lambda self: self.approved())
    @rule(by=person, what=changes, number=number)
    def edit_what_is_approved(self, by: str, what: str, number: int) -> None:
        self.edit(self.approved()[0], by, what, number)

    @rule(writer=person, what=changes, number=number, by=person, order=order)
    def write_hand_in_and_all_say_yes(self, writer: str, what: str, number: int, by: str, order: list[str]) -> None:
        self.go_the_usual_way(writer, what, number, by, order)

    def go_the_usual_way(self, writer: str, what: str, number: int, by: str, order: list[str]) -> None:
        """The way of most posts: so that the machine gets there often."""
        post = self.posts[0]
        if min(self.times(post).values()) < self.now + timedelta(hours=5):
            self.put_at(post, by, self.now + timedelta(hours=60))
        self.edit(post, writer, what, number)
        self.hand_in(post, by)
        for who in order:
            self.say(post, who, "approve")
        for guest in sorted(self.invited[post.pk])[: number - 1]:
            self.guest_says(post, guest, "approve")

    @rule(steps=several, writer=person, by=person, order=order, said=st.integers(1, 2))
    def ask_in_steps(self, steps: tuple[int, ...], writer: str, by: str, order: list[str], said: int) -> None:
        self.set_a_route(steps)
        self.go_the_usual_way(writer, "text", 1 + len(self.asked) % 3, by, order[:said])
        for who in order[:said]:
            self.say(self.posts[0], who, "approve")  # once more

    @rule(writer=person, by=person, order=order, verdict=st.sampled_from(("ask_changes", "reject")))
    def ask_and_one_says_no(self, writer: str, by: str, order: list[str], verdict: str) -> None:
        self.go_the_usual_way(writer, "text", 1 + len(self.asked) % 3, by, [])
        self.say(self.posts[0], order[0], verdict)
        for who in order[1:]:
            self.say(self.posts[0], who, "approve")

    @rule(writer=person, by=person, order=order, whats=st.permutations(KINDS), editor=person)
    def and_then_somebody_changes_it(self, writer: str, by: str, order: list[str], whats: list[str], editor: str) -> None:
        """First this, then that: whatever it is, the yes to it is gone."""
        for number, what in enumerate(whats[:2], start=1):
            self.go_the_usual_way(writer, "text", number, by, order)
            self.edit(self.posts[0], editor, what, 1 + (number + len(self.asked)) % 3)
            self.what_is_approved_was_seen_as_it_is_by_all_who_had_to()

    def approved(self) -> list[Post]:
        return list(Post.objects.filter(pk__in=[post.pk for post in self.posts], state=Post.State.APPROVED))

    def edit(self, post: Post, by: str, what: str, number: int) -> None:
        post = whole(post.pk)
        before, (version,), (placement,) = self.seen(post), post.versions.all(), post.placements.all()
        uses = [DraftPicture(asset=asset, alt=alt) for asset, alt in self.shown(version)]
        own, text, link = placement.own_segments, version.segments, version.link
        match what:
            case "text":
                text = [f"Un loyer juste, version {number}."]
            case "own":
                own = [f"Rien que pour ce canal, version {number}."]
            case "pictures":
                uses = [DraftPicture(asset=self.pictures[number - 1].pk, alt="Une affiche.")]
            case "order":
                uses = uses[::-1]
            case "alt":
                uses = [DraftPicture(asset=use.asset, alt=f"Une affiche, version {number}.") for use in uses]
            case "link":
                link = f"https://example.org/{number}"
        draft = Draft(
            versions=[DraftVersion(language="fr", segments=text, link=link, pictures=uses)],
            placements=[
                DraftPlacement(
                    channel=self.channel.pk, languages=["fr"], local_time=placement.local_time, zone=placement.zone, own_segments=own
                )
            ],
        )
        self.tried(posts.save, post=post, by=self.world.people[by], draft=draft, revision=None)
        if self.seen(post) != before:
            self.written(post, str(self.world.people[by]), before)

    @rule(by=person, minutes=minutes, data=st.data())
    def move_any(self, by: str, minutes: int, data: st.DataObject) -> None:
        self.move(data.draw(st.sampled_from(self.posts)), by, minutes)

    @precondition(lambda self: self.approved())
    @rule(by=person, minutes=minutes)
    def move_what_is_approved(self, by: str, minutes: int) -> None:
        self.move(self.approved()[0], by, minutes)

    def move(self, post: Post, by: str, minutes: int) -> None:
        post = whole(post.pk)
        (placement,) = post.placements.all()
        assert placement.planned_at
        self.put_at(post, by, placement.planned_at + timedelta(minutes=minutes))

    def put_at(self, post: Post, by: str, at: datetime) -> None:
        when = {"placements": None, "local_time": local(at), "zone": "Europe/Brussels"}
        if self.tried(posts.move, post=post, by=self.world.people[by], **when):
            self.note(post, str(self.world.people[by]))

    @rule(by=person, data=st.data())
    def submit(self, by: str, data: st.DataObject) -> None:
        self.hand_in(data.draw(st.sampled_from(self.posts)), by)

    def hand_in(self, post: Post, by: str) -> None:
        if self.tried(posts.submit, post=post, by=self.world.people[by]):
            self.note(post, str(self.world.people[by]))

    @precondition(lambda self: self.asked)
    @rule(by=decider, verdict=st.sampled_from(("approve", "approve", "approve", "ask_changes", "reject")), data=st.data())
    def decide(self, by: str, verdict: str, data: st.DataObject) -> None:
        self.say(data.draw(st.sampled_from(self.posts)), by, verdict)

    @precondition(lambda self: self.outdated())
    @rule(by=decider)
    def say_yes_to_what_stood_there_before(self, by: str) -> None:
        post, fingerprint = self.outdated()[0]
        self.say(post, by, "approve", stale=fingerprint)

    @rule(by=person, what=changes, number=number, order=order)
    def change_it_while_somebody_looks(self, by: str, what: str, number: int, order: list[str]) -> None:
        post = self.posts[0]
        self.hand_in(post, by)
        shown = self.live(post)
        self.edit(post, by, what, number)
        self.hand_in(post, by)
        now = self.live(post)
        if shown and now and now.fingerprint != shown.fingerprint:
            for who in order:
                self.say(post, who, "approve", stale=shown.fingerprint)

    def outdated(self) -> list[tuple[Post, str]]:
        """Return what waits, with the fingerprint of what was asked about earlier."""
        live = {post: self.live(post) for post in self.posts}
        found = [(post, a.fingerprint, Approval.objects.filter(subject_id=post.pk)) for post, a in live.items() if a and a.state == "open"]
        older = [(post, rows.exclude(fingerprint=now).values_list("fingerprint", flat=True).first()) for post, now, rows in found]
        return [(post, fingerprint) for post, fingerprint in older if fingerprint]

    def say(self, post: Post, by: str, verdict: str, *, stale: str = "") -> None:
        approval = self.live(post)
        if approval is None:
            return
        seen, was_on = self.seen(post), Practice.objects.filter(authors_may_decide=True).exists()
        who = self.world.people[by]
        done = self.tried(
            decisions.decide, approval=approval, by=who, membership=Membership.objects.get(user=who), verdict=verdict,
            comment="Parce que.", seen=stale or approval.fingerprint,
        )  # fmt: skip
        if done:
            assert not stale, "nobody decides on what they did not see"
            assert not self.asked[approval.pk].is_over, "nobody decides on what is over"
            assert verdict != "approve" or not self.is_too_late(post), "no yes comes after its time"
            assert was_on or str(who) not in self.asked[approval.pk].barred, "nobody decides on what they wrote or asked about"
            assert not Hold.objects.filter(approval=approval, released_at=None).exists(), "nobody decides on what is on hold"
            self.heard(post, approval, str(who), verdict, seen)

    @precondition(lambda self: Guest.objects.count() < 2)
    @rule(data=st.data())
    def invite_a_guest(self, data: st.DataObject) -> None:
        self.invite(data.draw(st.sampled_from(self.posts)))

    @rule(by=person, order=order, verdict=st.sampled_from(("approve", "reject", "")))
    def ask_a_guest_as_well(self, by: str, order: list[str], verdict: str) -> None:
        post = self.posts[0]
        if not self.invited[post.pk]:
            self.invite(post)
        self.go_the_usual_way(by, "text", 1 + len(self.asked) % 3, by, order[:2])
        if verdict and self.invited[post.pk]:
            self.guest_says(post, min(self.invited[post.pk]), verdict)
        self.say(post, order[2], "approve")

    def invite(self, post: Post) -> None:
        made = self.tried(
            guests.invite, organisation=self.world.organisation, by=self.world.admin, name="Ada", email="ada@example.org", language="fr",
            expires_at=self.now + timedelta(days=90), post_ids=[post.pk],
        )  # fmt: skip
        if made:
            self.invited[post.pk].add(made.pk)
            if (approval := self.live(post)) and approval.state == "open":
                self.asked[approval.pk].guests.add(made.pk)

    @precondition(lambda self: any(self.invited.values()))
    @rule(verdict=st.sampled_from(("approve", "approve", "approve", "approve", "reject")), data=st.data())
    def a_guest_says(self, verdict: str, data: st.DataObject) -> None:
        post = data.draw(st.sampled_from([post for post in self.posts if self.invited[post.pk]]))
        self.guest_says(post, data.draw(st.sampled_from(sorted(self.invited[post.pk]))), verdict)

    def guest_says(self, post: Post, pk: UUID, verdict: str) -> None:
        approval, guest = self.live(post), Guest.objects.get(pk=pk)
        if approval is None:
            return
        link, _ = links.make(approval=approval, guest=guest, now=self.now)
        seen = self.seen(post)
        said = {"verdict": verdict, "comment": "Parce que.", "seen": link.fingerprint, "via": None}
        if self.tried(guests.decide, link=selectors.again(link), **said):
            assert not Hold.objects.filter(approval=approval, released_at=None).exists(), "no guest decides on what is on hold"
            self.heard(post, approval, str(guest.pk), verdict, seen)

    @precondition(lambda self: self.asked)
    @rule(by=decider, data=st.data())
    def hold_or_release(self, by: str, data: st.DataObject) -> None:
        if approval := self.live(data.draw(st.sampled_from(self.posts))):
            who = self.world.people[by]
            given: dict[str, Any] = {"approval": approval, "by": who, "membership": Membership.objects.get(user=who)}
            if self.tried(aside.hold, **given, reason="Attendons") is None:
                self.tried(aside.release, **given)

    @precondition(lambda self: self.approved())
    @rule(by=decider)
    def hold_what_is_approved(self, by: str) -> None:
        approval, who = self.live(self.approved()[0]), self.world.people[by]
        self.tried(aside.hold, approval=approval, by=who, membership=Membership.objects.get(user=who), reason="Attendons")

    @rule(writer=person, by=person, order=order, holder=decider, said=st.integers(0, 2))
    def hold_it_and_all_say_yes(self, writer: str, by: str, order: list[str], holder: str, said: int) -> None:
        """It is put aside before anybody has said yes, after one has, or when it is approved."""
        post, who = self.posts[0], self.world.people[holder]
        if said == 2 and not self.invited[post.pk]:
            self.invite(post)
        self.go_the_usual_way(writer, "text", 1, by, order[:said])
        if approval := self.live(post):
            given = {"by": who, "membership": Membership.objects.get(user=who), "reason": "Attendons"}
            self.tried(aside.hold, approval=approval, **given)
        for each in order:
            self.say(post, each, "approve")
        for guest in sorted(self.invited[post.pk]):
            self.guest_says(post, guest, "approve")

    @precondition(lambda self: self.asked)
    @rule(by=person, data=st.data())
    def withdraw(self, by: str, data: st.DataObject) -> None:
        self.take_back(data.draw(st.sampled_from(self.posts)), by)

    @rule(writer=person, by=person, order=order)
    def take_back_what_all_said_yes_to(self, writer: str, by: str, order: list[str]) -> None:
        self.go_the_usual_way(writer, "nothing", 3, by, order)
        self.take_back(self.posts[0], by)

    def take_back(self, post: Post, by: str) -> None:
        if self.tried(posts.withdraw, post=post, by=self.world.people[by]):
            self.end(post)

    @rule(steps=st.sampled_from(((1,), (2,), (1, 1))))
    def set_a_route(self, steps: tuple[int, ...]) -> None:
        Route.objects.all().delete()
        rows = [{"people": [], "roles": [], "needed": needed, "is_all": False} for needed in steps]
        saved = self.tried(
            routes.save_route, organisation=self.world.organisation, route=None, steps=rows, by=self.world.admin, subject_kind="post"
        )
        self.needed = sum(steps) if saved else 1

    @rule(is_on=st.sampled_from((False, False, True)))
    def turn_the_switch(self, is_on: bool) -> None:
        self.tried(routes.save_practice, organisation=self.world.organisation, by=self.world.admin, authors_may_decide=is_on)

    @rule(hours=st.sampled_from((1, 1, 1, 3, 3, 40)))
    def let_time_pass(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.expire()

    def expire(self) -> None:
        """What waits or is on hold and can no longer be sent is over."""
        late = [post for post in self.posts if self.is_too_late(post) and self.state(post) in {Post.State.IN_REVIEW, Post.State.HELD}]
        expiry.expire_all(now=self.now)
        for post in late:
            self.end(post)

    def state(self, post: Post) -> str:
        return str(Post.objects.values_list("state", flat=True).get(pk=post.pk))

    @rule(writer=person, by=person, order=order, is_noted=st.booleans())
    def its_time_passes_and_all_say_yes(self, writer: str, by: str, order: list[str], is_noted: bool) -> None:
        """Whether anybody has written down yet that it is over, or not."""
        self.go_the_usual_way(writer, "nothing", 1, by, [])
        post = self.posts[0]
        self.now = max(self.now, *self.times(post).values()) + GRACE
        if is_noted:
            self.now += timedelta(minutes=1)
            self.expire()
        for each in order:
            self.say(post, each, "approve")

    # ── what must hold ──

    @invariant()
    def what_is_approved_was_seen_as_it_is_by_all_who_had_to(self) -> None:
        for post in self.posts:
            subject = whole(post.pk)
            given = approvals.given(subject_kind="post", subject_ids=[post.pk]).get(post.pk)
            if subject.state == Post.State.APPROVED or may_go(subject, given):
                self.assert_earned(post)

    def assert_earned(self, post: Post) -> None:
        live = Approval.objects.filter(subject_id=post.pk, state="approved")
        assert live.count() == 1, "one approval is in force"
        asked, now = self.asked[live[0].pk], self.seen(post)
        assert not asked.is_over, "nobody said no, nobody took it back, and it is not too late"
        assert all(seen == now for seen in asked.yes.values()), "everybody saw exactly this"
        assert {str(pk) for pk in asked.guests} <= asked.yes.keys(), "every guest said yes"
        assert len(asked.yes.keys() - {str(pk) for pk in asked.guests}) >= asked.needed, "enough people said yes"
        times = self.times(post)
        assert times.keys() == asked.times.keys()
        assert all(abs(times[pk] - at) <= TOLERANCE for pk, at in asked.times.items()), "its time is the one that was asked about"
        assert not Hold.objects.filter(approval=live[0], released_at=None).exists(), "it is not on hold"

    @invariant()
    def one_at_most_is_live_and_none_that_is_over(self) -> None:
        for post in self.posts:
            live = Approval.objects.filter(subject_id=post.pk, state__in=("open", "approved")).values_list("pk", flat=True)
            assert len(live) <= 1 and not any(self.asked[pk].is_over for pk in live)


@pytest.mark.django_db
def test_no_order_of_acts_slips_past_approval_of_posts(home: Any) -> None:
    world = World.make()
    world.join("boss", world.organisation, ["planner", "author", "approver"])
    world.organisation.time_tolerance_min = 30
    world.organisation.save()
    Machine.world, Machine.channel = world, world.channel("facebook")
    Machine.pictures = [world.picture(colour=colour) for colour in ("#0F766E", "#B45309", "#7F1D1D")]
    with scope(organisation=world.organisation):
        run_state_machine_as_test(
            Machine,
            settings=settings(max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)),
        )
