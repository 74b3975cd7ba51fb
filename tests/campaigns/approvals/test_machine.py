"""Whatever people do, in whatever order: no money is promised without the yes of all who had to say it, to exactly this request.

The machine keeps its own account of what was asked, of how many, and who said what about which sum, with none of the product's rules,
and compares it after every act with what the ledger has promised.

It was tried on the product with each of these mistakes put into it, one at a time, and noticed every one:

- who asked or changed it may decide (crew.barred gives nobody); a yes to what stood there before counts (approvals.decide)
- a step is skipped: the first, the last (rules.current), or all but the first are not made (routing.steps_for)
- one yes is enough for two (rules.current); one person counts twice, in two steps or in one (rules.refusal, rules.standing); who stands
  in counts for both (rules.current)
- what thresholds ask for is forgotten: more people, the larger right (routing.steps_for), parts of one order (controls.steps_about)
- a hold is not heard (rules.refusal); a no ends nothing (rules.outcome); a change asks nobody anew, or a withdrawal keeps what was asked
- a yes comes after its time (decisions.decide), or nobody writes down that it is over (expiry.expire_all)

Posts have a machine of their own, test_machine_of_posts.py, which notices what they share.
"""

from collections import Counter
from collections.abc import Sequence
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
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.approvals import routes
from campaigns.approvals.models import Approval, Hold, Route, Substitute
from campaigns.approvals.selectors import latest
from campaigns.budget import services as budget
from campaigns.budget.models import Entry, Line, Request, Threshold
from campaigns.decisions import aside, expiry
from campaigns.decisions import services as decisions
from tests.world import World

PEOPLE = ("boss", "treasurer", "approver", "second_approver", "board")
LARGE, LARGEST = {"boss", "treasurer", "board"}, {"boss", "board"}  # who may decide on large sums, and on the largest
WAITS_FOR = timedelta(days=30)
person = st.sampled_from(PEOPLE)
cents = st.sampled_from((100_00, 300_00, 3_000_00, 12_000_00))
supplier = st.sampled_from(("", "", "Le Matin", "Le Soir"))
named = st.sets(person, max_size=2)
turns = st.lists(person, min_size=1, max_size=7)  # the same person may try twice
Step = tuple[frozenset[str], int, bool]  # who is named, how many of them, and whether all


@dataclass
class Asked:
    """What the machine noted when a yes was asked for."""

    at: datetime
    cents: int
    barred: set[str]
    needed: int  # different people in all
    among: set[str]  # one of whom has to be among them
    yes: dict[str, int] = field(default_factory=dict)  # who said it, and to which sum
    is_over: bool = False  # somebody said no, took it back, or changed it


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
        self.asked: dict[UUID, Asked] = {}
        self.route: tuple[tuple[Step, ...], int] = ((), 0)

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

    # ── its own account ──

    def note(self, request: Request, by: str) -> None:
        """What has been asked just now is on the account, and what was asked before is over.

        Who asked, and who changed it last, have seen it through their own eyes only.
        """
        request = Request.objects.get(pk=request.pk)
        self.end(request)
        (approval,) = Approval.objects.filter(subject_id=request.pk).exclude(pk__in=self.asked)
        together = request.net_cents + sum(each.net_cents for each in self.split_with(request))
        barred = {self.name(request.asked_by_id), by}
        people, among = (1, set(PEOPLE)) if together < 250_00 else (2, set(PEOPLE)) if together < 2_500_00 else (2, LARGE)
        steps, above = self.route
        by_route = sum(self.needed(step, barred) for step in steps) if request.net_cents >= above else 0
        self.asked[approval.pk] = Asked(
            self.now, request.net_cents, barred, max(people, by_route), LARGEST if together >= 10_000_00 else among
        )

    def needed(self, step: Step, barred: set[str]) -> int:
        people, needed, is_all = step
        return max(1, len(people - barred)) if is_all else needed

    def split_with(self, request: Request) -> list[Request]:
        """Return what was asked of the same seller lately: together it is one order."""
        counts = {Request.State.OPEN, Request.State.CHANGES_ASKED, Request.State.APPROVED}
        lately = Request.objects.filter(supplier=request.supplier, asked_at__gt=self.now - timedelta(days=29), state__in=counts)
        return list(lately.exclude(pk=request.pk)) if request.supplier else []

    def end(self, request: Request) -> None:
        for pk in Approval.objects.filter(subject_id=request.pk, pk__in=self.asked).values_list("pk", flat=True):
            self.asked[pk].is_over = True

    def name(self, pk: Any) -> str:
        return next(name for name, user in self.world.people.items() if user.pk == pk)

    # ── what people do ──

    @rule(by=person, cents=cents, supplier=supplier)
    def ask(self, by: str, cents: int, supplier: str) -> None:
        asked = self.tried(
            budget.ask, organisation=self.world.organisation, line=self.line, by=self.world.people[by], title="Annonce", net_cents=cents,
            supplier=supplier,
        )  # fmt: skip
        if asked:
            self.requests.append(asked)
            self.note(asked, by)

    @rule(by=person, cents=cents, supplier=supplier, turns=turns)
    def ask_and_people_say_yes(self, by: str, cents: int, supplier: str, turns: list[str]) -> None:
        """The way of most requests: so that the machine gets there often."""
        before = len(self.requests)
        self.ask(by, cents, supplier)
        if len(self.requests) > before:
            self.all_say_yes(self.requests[-1], turns)

    @rule(steps=st.sampled_from(((1, 1), (2,), (1, 2), (1, 1, 1))), by=person, turns=turns)
    def ask_in_steps(self, steps: tuple[int, ...], by: str, turns: list[str]) -> None:
        self.take_route([(frozenset(), needed, False) for needed in steps], from_cents=None)
        self.ask_and_people_say_yes(by, 100_00, "", turns)

    @rule(by=person, turns=turns)
    def ask_for_one_order_in_two(self, by: str, turns: list[str]) -> None:
        for _ in range(2):
            self.ask_and_people_say_yes(by, 200_00, "Le Soir", turns)

    @rule(one=person, deputy=person, by=person, turns=turns)
    def ask_two_of_whom_one_is_away(self, one: str, deputy: str, by: str, turns: list[str]) -> None:
        """Who stands in is one pair of eyes."""
        self.everybody_is_back()
        self.go_away(one, deputy)
        other = next(each for each in PEOPLE if each not in {one, deputy, by})
        self.take_route([(frozenset({one, other}), 2, False)], from_cents=None)
        self.ask_and_people_say_yes(by, 100_00, "", [deputy, *turns])

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
    @rule(by=person, cents=cents, turns=turns)
    def somebody_changes_it_and_people_say_yes(self, by: str, cents: int, turns: list[str]) -> None:
        request = self.requests[-1]
        self.reword(request, by, cents)
        self.all_say_yes(request, turns)

    def all_say_yes(self, request: Request, turns: Sequence[str]) -> None:
        for who in turns:
            self.say(request, who, "approve")

    @precondition(lambda self: self.requests)
    @rule(by=person, data=st.data())
    def withdraw(self, by: str, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.requests))
        if self.tried(budget.withdraw, request=request, by=self.world.people[by]):
            self.end(request)

    @precondition(lambda self: self.requests)
    @rule(by=person, verdict=st.sampled_from(("approve", "approve", "approve", "ask_changes", "reject")), data=st.data())
    def decide(self, by: str, verdict: str, data: st.DataObject) -> None:
        self.say(data.draw(st.sampled_from(self.requests)), by, verdict)

    @rule(by=person, no=person, verdict=st.sampled_from(("ask_changes", "reject")), turns=turns)
    def ask_and_one_says_no(self, by: str, no: str, verdict: str, turns: list[str]) -> None:
        self.ask_and_people_say_yes(by, 300_00, "", turns[:1])
        if self.requests:
            self.say(self.requests[-1], no, verdict)
            self.all_say_yes(self.requests[-1], turns)

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
        if done:
            asked = self.asked[approval.pk]
            assert by not in asked.barred, "nobody decides on what they asked for or changed"
            assert by not in asked.yes, "one person is one pair of eyes"
            assert not asked.is_over, "nobody decides on what is over"
            assert verdict != "approve" or self.now <= asked.at + WAITS_FOR, "no yes comes after its time"
            assert not Hold.objects.filter(approval=approval, released_at=None).exists(), "nobody decides on what is on hold"
            if verdict == "approve":
                asked.yes[by] = asked.cents
            else:
                asked.is_over = True
        return done

    @precondition(lambda self: self.requests)
    @rule(by=person, turns=turns)
    def hold_it_and_people_say_yes(self, by: str, turns: list[str]) -> None:
        self.put_aside(self.requests[-1], by)
        self.all_say_yes(self.requests[-1], turns)

    @precondition(lambda self: self.requests)
    @rule(by=person, data=st.data())
    def hold_or_release(self, by: str, data: st.DataObject) -> None:
        self.put_aside(data.draw(st.sampled_from(self.requests)), by, or_release=True)

    def put_aside(self, request: Request, by: str, *, or_release: bool = False) -> None:
        approval = latest(subject_kind="request", subject_id=request.pk)
        who: dict[str, Any] = {"approval": approval, "by": self.world.people[by], "membership": self.member(by)}
        if self.tried(aside.hold, **who, reason="Attendons") is None and or_release:
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

    @rule(steps=st.lists(st.tuples(named, st.integers(1, 2), st.booleans()), min_size=1, max_size=3), from_cents=st.none() | cents)
    def set_a_route(self, steps: list[tuple[set[str], int, bool]], from_cents: int | None) -> None:
        self.take_route([(frozenset(people), needed, is_all and bool(people)) for people, needed, is_all in steps], from_cents=from_cents)

    def take_route(self, steps: list[Step], *, from_cents: int | None) -> None:
        rows = [
            {"people": sorted(str(self.world.people[name].pk) for name in people), "roles": [], "needed": needed, "is_all": is_all}
            for people, needed, is_all in steps
        ]
        Route.objects.all().delete()
        organisation, by = self.world.organisation, self.world.admin
        saved = self.tried(
            routes.save_route, organisation=organisation, route=None, steps=rows, by=by, subject_kind="request", from_cents=from_cents
        )
        self.route = (tuple(steps), from_cents or 0) if saved else ((), 0)

    @rule(is_on=st.booleans())
    def turn_the_switch(self, is_on: bool) -> None:
        self.tried(routes.save_practice, organisation=self.world.organisation, by=self.world.admin, authors_may_decide=is_on)

    @rule(days=st.integers(0, 40))
    def let_time_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        expiry.expire_all(now=self.now)
        for pk in Approval.objects.filter(state="open").values_list("pk", flat=True):
            assert self.now <= self.asked[pk].at + WAITS_FOR, "what nobody said yes to in time is over"

    @precondition(lambda self: self.requests)
    @rule(turns=turns)
    def its_time_passes_and_people_say_yes(self, turns: list[str]) -> None:
        """Nobody has written down yet that it is over."""
        self.now += WAITS_FOR
        self.all_say_yes(self.requests[-1], turns)

    # ── what must hold ──

    @invariant()
    def what_is_promised_had_the_yes_of_all_who_had_to_say_it(self) -> None:
        promised = Counter(Entry.objects.filter(kind="commitment").values_list("request", flat=True))
        for request in self.requests:
            approved = Request.objects.get(pk=request.pk).state == Request.State.APPROVED
            live = list(Approval.objects.filter(subject_id=request.pk, state="approved"))
            assert promised[request.pk] == len(live) == approved, "the ledger, the request and its approval say the same"
            for approval in live:
                self.assert_earned(request, self.asked[approval.pk])

    def assert_earned(self, request: Request, asked: Asked) -> None:
        assert not asked.is_over, "nobody said no or changed it"
        assert not asked.yes.keys() & asked.barred, "nobody approves their own request"
        assert len(asked.yes) >= asked.needed, "as many different people said yes as it takes"
        assert asked.yes.keys() & asked.among, "somebody who may decide on such a sum was among them"
        (entry,) = Entry.objects.filter(kind="commitment", request=request)
        assert {entry.net_cents} == set(asked.yes.values()), "everybody said yes to this sum"

    @invariant()
    def one_at_most_is_live(self) -> None:
        for request in self.requests:
            live = Approval.objects.filter(subject_id=request.pk, state__in=("open", "approved")).values_list("pk", flat=True)
            assert len(live) <= 1 and not any(self.asked[pk].is_over for pk in live)


@pytest.mark.django_db
def test_no_order_of_acts_slips_past_approval(home: Any) -> None:
    world = World.make()
    world.join("boss", world.organisation, ["admin", "planner", "author", "approver", "treasurer", "board"])
    world.join("board", world.organisation, ["board"])
    with scope(organisation=world.organisation):
        Threshold.objects.all().delete()  # the usual ones
        now = timezone.now()
        period = budget.open_period(
            organisation=world.organisation, by=None, name="P", starts_on=now.date(), ends_on=now.date() + timedelta(days=300), now=now
        )
        Machine.line = budget.save_line(period=period, by=None, medium="press_print", planned_cents=10_000_000_00, now=now)
        Machine.world = world
        run_state_machine_as_test(
            Machine,
            settings=settings(max_examples=20, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)),
        )
