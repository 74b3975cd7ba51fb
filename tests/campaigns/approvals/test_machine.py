"""Whatever people do, in whatever order: nobody approves their own request, none is approved without all its steps, one at most is live.

It was tried on the product with these mistakes put into it, one at a time, and noticed both: who asked or changed it may decide
(crew.barred gives nobody); a yes to what stood there before counts (approvals.decide takes any fingerprint). Posts have a machine of
their own, test_machine_of_posts.py, which notices what they share.
"""

from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone
from django_scopes import scope
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.approvals import routes
from campaigns.approvals.models import Approval, Route, Substitute
from campaigns.approvals.selectors import latest, steps_and_said
from campaigns.budget import services as budget
from campaigns.budget.models import Entry, Line, Request
from campaigns.decisions import aside, expiry
from campaigns.decisions import services as decisions
from tests.world import World

PEOPLE = ("boss", "treasurer", "approver", "second_approver", "board")
person = st.sampled_from(PEOPLE)
cents = st.sampled_from((100_00, 300_00, 3_000_00, 12_000_00))


class Machine(RuleBasedStateMachine):
    """Requests for money by anybody, under routes and thresholds that change; each example is rolled back."""

    world: ClassVar[World]
    line: ClassVar[Line]

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = timezone.now()
        self.requests: list[Request] = []
        self.own: dict[UUID, set[str]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def tried(self, act: Any, **given: Any) -> Any:
        """Return what it gave, or None where it was refused."""
        self.now += timedelta(minutes=1)
        try:
            return act(**given, now=self.now)
        except Refusal:
            return None

    def member(self, name: str) -> Membership:
        found: Membership = Membership.objects.get(user=self.world.people[name])
        return found

    @rule(by=person, cents=cents)
    def ask(self, by: str, cents: int) -> None:
        asked = self.tried(
            budget.ask, organisation=self.world.organisation, line=self.line, by=self.world.people[by], title="Annonce", net_cents=cents,
            supplier="Le Matin",
        )  # fmt: skip
        if asked:
            self.requests.append(asked)
            self.note(asked, by)

    def note(self, request: Request, by: str) -> None:
        """Who asked, and who changed it last, have seen it through their own eyes only."""
        if approval := latest(subject_kind="request", subject_id=request.pk):
            self.own[approval.pk] = {str(request.asked_by), str(self.world.people[by])}

    def reword(self, request: Request, by: str, cents: int) -> Any:
        done = self.tried(budget.change, request=request, by=self.world.people[by], net_cents=cents)
        if done:
            self.note(request, by)
        return done

    @precondition(lambda self: self.requests)
    @rule(by=person, cents=cents, data=st.data())
    def change(self, by: str, cents: int, data: st.DataObject) -> None:
        self.reword(data.draw(st.sampled_from(self.requests)), by, cents)

    @precondition(lambda self: self.requests)
    @rule(by=person, cents=cents, order=st.permutations(PEOPLE))
    def somebody_changes_it_and_all_try_to_say_yes(self, by: str, cents: int, order: list[str]) -> None:
        """The way of most requests: so that the machine gets there often."""
        request = self.requests[-1]
        self.reword(request, by, cents)
        for who in order:
            self.say(request, who, "approve")

    @precondition(lambda self: self.requests)
    @rule(by=person, data=st.data())
    def withdraw(self, by: str, data: st.DataObject) -> None:
        self.tried(budget.withdraw, request=data.draw(st.sampled_from(self.requests)), by=self.world.people[by])

    @precondition(lambda self: self.requests)
    @rule(by=person, verdict=st.sampled_from(("approve", "approve", "approve", "ask_changes", "reject")), data=st.data())
    def decide(self, by: str, verdict: str, data: st.DataObject) -> None:
        self.say(data.draw(st.sampled_from(self.requests)), by, verdict)

    @precondition(lambda self: self.requests)
    @rule(by=person, cents=cents)
    def say_yes_to_the_sum_before(self, by: str, cents: int) -> None:
        """It is changed while somebody looks at it: their yes is to what they saw."""
        request = self.requests[-1]
        before = latest(subject_kind="request", subject_id=request.pk)
        if before and self.reword(request, "treasurer", cents):
            now = latest(subject_kind="request", subject_id=request.pk)
            done = self.say(request, by, "approve", seen=before.fingerprint)
            assert not done or (now and now.fingerprint == before.fingerprint), "nobody decides on what they did not see"

    def say(self, request: Request, by: str, verdict: str, *, seen: str = "") -> Any:
        approval = latest(subject_kind="request", subject_id=request.pk)
        assert approval is not None
        done = self.tried(
            decisions.decide, approval=approval, by=self.world.people[by], membership=self.member(by), verdict=verdict,
            comment="Parce que.", seen=seen or approval.fingerprint,
        )  # fmt: skip
        assert not done or str(self.world.people[by]) not in self.own[approval.pk], "nobody decides on what they asked for or changed"
        return done

    @precondition(lambda self: self.requests)
    @rule(by=person, data=st.data())
    def hold_or_release(self, by: str, data: st.DataObject) -> None:
        approval = latest(subject_kind="request", subject_id=data.draw(st.sampled_from(self.requests)).pk)
        who: dict[str, Any] = {"approval": approval, "by": self.world.people[by], "membership": self.member(by)}
        if self.tried(aside.hold, **who, reason="Attendons") is None:
            self.tried(aside.release, **who)

    @rule(one=person, other=person)
    def go_away(self, one: str, other: str) -> None:
        day = self.now.date()
        self.tried(
            routes.go_away, organisation=self.world.organisation, person=self.world.people[one], stand_in=self.world.people[other],
            starts_on=day - timedelta(days=1), ends_on=day + timedelta(days=2), by=self.world.people[one],
        )  # fmt: skip

    @rule()
    def everybody_is_back(self) -> None:
        for away in Substitute.objects.all():
            self.tried(routes.come_back, away=away, by=self.world.admin)

    @rule(people=st.sets(person, max_size=2), needed=st.integers(1, 2), is_all=st.booleans(), from_cents=st.none() | cents)
    def set_a_route(self, people: set[str], needed: int, is_all: bool, from_cents: int | None) -> None:
        step = {"people": sorted(str(self.world.people[name].pk) for name in people), "roles": [], "needed": needed, "is_all": is_all}
        Route.objects.all().delete()
        self.tried(
            routes.save_route,
            organisation=self.world.organisation,
            route=None,
            steps=[step],
            by=self.world.admin,
            subject_kind="request",
            from_cents=from_cents,
        )

    @rule(is_on=st.booleans())
    def turn_the_switch(self, is_on: bool) -> None:
        self.tried(routes.save_practice, organisation=self.world.organisation, by=self.world.admin, authors_may_decide=is_on)

    @rule(days=st.integers(0, 40))
    def let_time_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        expiry.expire_all(now=self.now)

    @invariant()
    def nobody_approves_their_own(self) -> None:
        for approval in Approval.objects.prefetch_related("steps", "decisions__stood_in"):
            _, said = steps_and_said(approval)
            assert not {s.by for s in said} & set(approval.barred)
            assert not {s.of for s in said if s.of} & set(approval.barred)

    @invariant()
    def none_is_approved_without_all_its_steps(self) -> None:
        for approval in Approval.objects.filter(state="approved").prefetch_related("steps", "decisions__stood_in"):
            steps, said = steps_and_said(approval)
            assert steps
            for step in steps:
                yes = {s.by for s in said if s.position == step.position and s.verdict == "approve"}
                assert len(yes) >= step.needed
            assert len({s.by for s in said}) == len(said)

    @invariant()
    def one_at_most_is_live_and_the_ledger_follows(self) -> None:
        for request in self.requests:
            live = Approval.objects.filter(subject_id=request.pk, state__in=("open", "approved"))
            assert live.count() <= 1
            committed = Entry.objects.filter(request=request, kind="commitment").count()
            assert committed == live.filter(state="approved").count()


@pytest.mark.django_db
def test_no_order_of_acts_slips_past_approval(home: Any) -> None:
    world = World.make()
    world.join("boss", world.organisation, ["admin", "planner", "author", "approver", "treasurer", "board"])
    world.join("board", world.organisation, ["board"])
    with scope(organisation=world.organisation):
        now = timezone.now()
        period = budget.open_period(
            organisation=world.organisation, by=None, name="P", starts_on=now.date(), ends_on=now.date() + timedelta(days=300), now=now
        )
        Machine.line = budget.save_line(period=period, by=None, medium="press_print", planned_cents=10_000_000_00, now=now)
        Machine.world = world
        run_state_machine_as_test(
            Machine,
            settings=settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)),
        )
