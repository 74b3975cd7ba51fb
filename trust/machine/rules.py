"""The machine: which orders of events are tried, and what must be true of each."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from django.conf import settings
from django.utils import timezone
from django_scopes import scopes_disabled
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from campaigns.posts.models import Placement
from scheduler.delivery import aftermath, claim, services, sweep
from scheduler.delivery.models import Delivery
from scheduler.hold import services as hold
from trust import guards
from trust.judge import Shown, wrongs_of
from trust.machine.fate import ANSWERS, POINTS, SMOOTH, Fate
from trust.machine.hands import Hand
from trust.machine.simulated import LEDGER, SHAPES
from trust.machine.world import START, World

HANDS = 4
ROUNDS_MOST = 400
POSTS_MOST = 24
SIX_LEASES_S = 280.0
FREEZE_WHILE_WRITING_S = 250.0  # the stated limit: a process frozen inside the kernel's write is waited for six leases, not longer

fates = st.builds(
    Fate,
    answer=st.sampled_from(("done", "done", "done", "lost_after", "lost_after", "lost_before", *ANSWERS)),
    stops_at=st.sampled_from(("", "", "", "before_call", *POINTS)),
    at_call=st.sampled_from((0, 0, 0, 1, 2)),
    shown_after_s=st.sampled_from((0.0, 0.0, 2.0, 4.0, 9.0)),
)
slugs = st.sampled_from(("sim-consecutive", "sim-consecutive", *SHAPES))
posts = st.tuples(slugs, st.sampled_from((0.0, 1.0, 3.0, 30.0)), st.sampled_from((1, 1, 2)))


class Wrong(AssertionError):
    """A post was lost, doubled or silently wrong."""


class Publishing(RuleBasedStateMachine):
    world: World
    hands: list[Hand]

    def __init__(self) -> None:
        super().__init__()
        self.world.begin_anew()
        self.clock = time_machine.travel(datetime.fromtimestamp(START, UTC), tick=False)
        self.travel: Any = self.clock.start()
        self.planned: dict[str, list[str]] = {}
        self.waiting: list[sweep.Work] = []  # messages with the broker
        self.old: list[sweep.Work] = []  # those that were delivered or lost, which a broker may give out again
        self.frozen_until: dict[int, float] = {}
        self.doubt_before: datetime | None = None
        for hand in self.hands:
            hand.kill()

    # ── The plan ─────────────────────────────────────────────────────────────────────────────────────────────────
    @initialize(wanted=st.lists(posts, min_size=2, max_size=4), looks=st.sampled_from(((5.0, 30.0, 180.0), (5.0, 10.0, 20.0))))
    def plan_first(self, wanted: list[tuple[str, float, int]], looks: tuple[float, ...]) -> None:
        settings.LOOKS_S = (0.0, 0.0, 0.0) if guards.is_off("settle") else looks
        self.plan(wanted)

    @rule(wanted=st.lists(posts, min_size=1, max_size=2))
    def plan_more(self, wanted: list[tuple[str, float, int]]) -> None:
        if self.has_room():
            self.plan(wanted)

    def plan(self, wanted: list[tuple[str, float, int]]) -> None:
        fit = [(slug, in_s, parts if slug == "sim-day" else 1) for slug, in_s, parts in wanted]
        self.planned |= self.world.plan(fit, first=len(self.planned) + 1)

    # ── Time and dispatchers ─────────────────────────────────────────────────────────────────────────────────────
    @rule(seconds=st.sampled_from((0.5, 2.0, 5.1, 11.0, 46.0, 180.0)))
    def time_passes(self, seconds: float) -> None:
        self.pass_time(seconds)
        self.dispatch()

    def pass_time(self, seconds: float) -> None:
        """Time passes, yet not past the moment until which somebody may stand inside the kernel's write: he is woken before."""
        until = LEDGER.now + seconds
        for number, limit in sorted(self.frozen_until.items(), key=lambda item: item[1]):
            if limit <= until and self.hands[number].at == "while_writing":
                self.move_to(max(LEDGER.now, limit))
                self.hands[number].go_on()
        self.frozen_until = {number: limit for number, limit in self.frozen_until.items() if self.hands[number].at}
        self.move_to(until)

    def move_to(self, moment: float) -> None:
        LEDGER.now = max(LEDGER.now, moment)
        self.travel.move_to(datetime.fromtimestamp(LEDGER.now, UTC))
        LEDGER.pass_time()

    def dispatch(self) -> None:
        """One tick of a dispatcher."""
        now, ahead = timezone.now(), timedelta(seconds=settings.CLAIM_AHEAD_S)
        with scopes_disabled():
            # Asked first only because it is cheap: a tick with nothing to do is most of them.
            if Placement.objects.filter(claimed_at=None, planned_at__lte=now + ahead).exists():
                born = claim.claim_due(now=now, ahead=ahead, doubt_before=self.doubt_before)
                self.waiting += [sweep.Work("deliver", str(d.pk), d.fence) for d in born if d.state == "claimed"]
            if Delivery.objects.filter(wake_at__lte=now).exists():
                self.waiting += sweep.wake(now=now)

    @rule()
    def nobody_had_watched(self) -> None:
        """A dispatcher starts and finds that none was there for a while: what waits is looked for first."""
        self.doubt_before = timezone.now()
        sweep.doubt(born_before=self.doubt_before, now=timezone.now())

    @rule(seconds=st.sampled_from((5.0, 70.0)))
    def publishing_is_held_and_released(self, seconds: float) -> None:
        """`manage.py hold`, what workers had in hand arrives meanwhile, `manage.py release`."""
        hold.hold(reason="", now=timezone.now())
        self.the_messages_arrive()
        self.pass_time(seconds)
        with scopes_disabled():
            self.waiting += sweep.wake(now=timezone.now())
        self.the_messages_arrive()
        hold.release(now=timezone.now())
        self.nobody_had_watched()

    def the_messages_arrive(self) -> None:
        while self.waiting and self.free():
            work = self.waiting.pop(0)
            self.old.append(work)
            self.carry_out(work, SMOOTH)

    @rule(which=st.integers(0, 5))
    def a_person_sends_a_failed_one_again(self, which: int) -> None:
        with scopes_disabled():
            failed = list(Delivery.objects.filter(state__in=["failed", "missed"]).select_related("channel", "placement", "organisation"))
            if failed:
                services.retry(delivery=failed[which % len(failed)], by=self.world.person, now=timezone.now())

    # ── Workers ──────────────────────────────────────────────────────────────────────────────────────────────────
    def free(self) -> Hand | None:
        return next((hand for hand in self.hands if not hand.at), None)

    @precondition(lambda self: self.waiting and self.free())
    @rule(which=st.integers(0, 3), fate=fates)
    def a_message_arrives(self, which: int, fate: Fate) -> None:
        work = self.waiting.pop(which % len(self.waiting))
        self.old.append(work)
        self.carry_out(work, fate)

    @precondition(lambda self: len(self.waiting) > 1 and self.free())
    @rule(fate=fates)
    def the_rest_arrives(self, fate: Fate) -> None:
        """All messages are delivered; the first meets this fate."""
        work = self.waiting.pop(0)
        self.old.append(work)
        self.carry_out(work, fate)
        self.the_messages_arrive()

    @precondition(lambda self: self.old and self.free())
    @rule(which=st.integers(0, 7), fate=fates)
    def an_old_message_arrives_again(self, which: int, fate: Fate) -> None:
        self.carry_out(self.old[-1 - which % len(self.old)], fate)

    @rule()
    def the_broker_loses_everything(self) -> None:
        self.old += self.waiting
        self.waiting = []

    def carry_out(self, work: sweep.Work, fate: Fate) -> None:
        hand = self.free()
        assert hand
        hand.begin(self.world.begin(work.verb, [(work.delivery_id, work.fence)]), fate)
        if hand.at == "while_writing":
            self.frozen_until[self.hands.index(hand)] = LEDGER.now + FREEZE_WHILE_WRITING_S

    @precondition(lambda self: any(hand.at for hand in self.hands))
    @rule(which=st.integers(0, HANDS - 1))
    def a_frozen_worker_goes_on(self, which: int) -> None:
        frozen = [hand for hand in self.hands if hand.at]
        frozen[which % len(frozen)].go_on()

    @precondition(lambda self: any(hand.at for hand in self.hands))
    @rule(which=st.integers(0, HANDS - 1))
    def a_frozen_worker_is_killed(self, which: int) -> None:
        self.kill([hand for hand in self.hands if hand.at], which)

    @precondition(lambda self: any(hand.at for hand in self.hands))
    @rule(which=st.integers(0, HANDS - 1))
    def a_lock_is_lost(self, which: int) -> None:
        """The database was away for a moment: the lock is free although its process lives, and hears of it a little later."""
        frozen = [hand for hand in self.hands if hand.at and hand.at != "while_writing"]
        if frozen and frozen[which % len(frozen)].owner.lost_at is None:
            frozen[which % len(frozen)].owner.lost_at = LEDGER.now

    def kill(self, among: list[Hand], which: int) -> None:
        among[which % len(among)].kill()

    @rule(rounds=st.sampled_from((3, 8, 16)))
    def others_go_on(self, rounds: int) -> None:
        """Everybody who is not frozen does what there is to do, for so many alarms."""
        self.others_go_on_for(rounds)

    @rule(seed=st.integers(0, 2**32 - 1), rounds=st.sampled_from((4, 8, 12)), slug=slugs)
    def a_busy_minute(self, seed: int, rounds: int, slug: str) -> None:
        """Several posts of one channel fall due together, and everything may happen to each call, as the seed says."""
        dice = random.Random(seed)
        self.plan([(slug, dice.choice((0.0, 0.0, 1.0)), dice.choice((1, 1, 2))) for _ in range(dice.randint(1, 2)) if self.has_room()])
        for _ in range(rounds):
            self.round(dice)
            frozen = [hand for hand in self.hands if hand.at]
            if frozen and dice.random() < 0.5:
                if dice.random() < 0.5:
                    dice.choice(frozen).go_on()
                else:
                    self.kill(frozen, dice.randrange(HANDS))
            if self.old and self.free() and dice.random() < 0.2:
                self.carry_out(dice.choice(self.old[-6:]), self.drawn(dice))

    @precondition(lambda self: self.has_room() and self.free())
    @rule(
        slug=slugs,
        point=st.sampled_from(("before_call", *POINTS)),
        seconds=st.sampled_from((50.0, 120.0, 240.0, 500.0, 700.0)),
        seed=st.integers(0, 2**32 - 1),
    )
    def a_worker_sleeps_while_its_channel_goes_on(self, slug: str, point: str, seconds: float, seed: int) -> None:
        """A post is frozen inside its call; others of its channel follow; then its worker wakes."""
        dice = random.Random(seed)
        self.plan([(slug, 0.0, 1)])
        self.dispatch()
        if not self.waiting:
            return
        hand, work = self.free(), self.waiting.pop()
        assert hand
        self.old.append(work)
        self.carry_out(work, Fate(stops_at=point, at_call=2 if slug == "sim-container" else 0))
        until = LEDGER.now + seconds
        while LEDGER.now < until and hand.at:
            if dice.random() < 0.2:
                self.another(slug)
            self.pass_time(dice.choice((5.0, 20.0, 60.0)))
            self.dispatch()
            self.round(dice if dice.random() < 0.2 else None)
        self.another(slug)
        if hand.at:
            hand.go_on()

    @precondition(lambda self: self.has_room() and self.free())
    @rule(slug=slugs, by_lock=st.booleans(), seed=st.integers(0, 2**32 - 1))
    def two_workers_hold_one_post(self, slug: str, by_lock: bool, seed: int) -> None:
        """A post's worker sleeps, or loses its lock, until the post is in another worker's hands; then it wakes in the midst of that."""
        dice = random.Random(seed)
        self.plan([(slug, 0.0, 1)])
        self.dispatch()
        if not self.waiting:
            return
        first, work = self.free(), self.waiting.pop()
        assert first
        self.old.append(work)
        self.carry_out(work, Fate(stops_at="before_call"))
        if by_lock and first.at:
            first.owner.lost_at = LEDGER.now
        elif first.at:
            self.pass_time(SIX_LEASES_S)
            self.dispatch()
        again = Fate(stops_at="before_answer", shown_after_s=dice.choice((0.0, 4.0)))
        for _ in range(20):
            self.round(special={work.delivery_id: again})
            if second := next((hand for hand in self.hands if hand.at and hand is not first), None):
                break
        if dice.random() < 0.5:
            self.another(slug)
        if first.at:
            first.go_on()
        self.another(slug)
        self.others_go_on_for(dice.randint(1, 5))
        if second and second.at:
            second.go_on()

    def another(self, slug: str) -> None:
        """One more post of that channel goes out."""
        if len(self.planned) < 2 * POSTS_MOST:
            self.plan([(slug, 0.0, 1)])
            self.dispatch()
            self.round()

    def others_go_on_for(self, rounds: int) -> None:
        for _ in range(rounds):
            if not self.round():
                break

    def has_room(self) -> bool:
        return len(self.planned) < POSTS_MOST

    def drawn(self, dice: random.Random) -> Fate:
        answer = dice.choice(("done", "done", "done", "lost_after", "lost_after", *ANSWERS))
        stops_at = dice.choice(("", "", "", "", *POINTS))
        return Fate(answer, stops_at, dice.choice((0, 0, 1, 2)), dice.choice((0.0, 2.0, 4.0, 9.0)))

    def round(self, dice: random.Random | None = None, special: dict[str, Fate] | None = None) -> bool:
        """Return whether there was an alarm to wait for; it has rung and what follows is done, well unless dice are given."""
        with scopes_disabled():
            alarms = list(Delivery.objects.filter(wake_at__isnull=False).order_by("wake_at").values_list("wake_at", flat=True)[:1])
            unclaimed = self.unclaimed()
        moments = [at.timestamp() for at in alarms] + unclaimed + [late[0] for late in LEDGER.late]
        if not moments and not self.waiting:
            return False
        if not self.waiting or not self.free():
            # What rang and was not answered (its channel waits) is asked about again after a second.
            ahead = [moment - LEDGER.now for moment in moments if moment > LEDGER.now]
            self.pass_time(min([*ahead, 1.0] if len(ahead) < len(moments) else ahead) + 0.01)
            self.dispatch()
        while self.waiting and self.free():
            work = self.waiting.pop(0)
            self.old.append(work)
            fate = special.get(work.delivery_id) if special and work.verb == "deliver" else None
            self.carry_out(work, fate or (self.drawn(dice) if dice else SMOOTH))
        return True

    def unclaimed(self) -> list[float]:
        open_ones = Placement.objects.filter(claimed_at=None, planned_at__isnull=False).values_list("planned_at", flat=True)
        return [at.timestamp() for at in open_ones]

    # ── What must be true ────────────────────────────────────────────────────────────────────────────────────────
    @invariant()
    def nothing_is_doubled(self) -> None:
        counts = Counter((row.network, row.text) for row in LEDGER.rows)
        if twice := [text for (_, text), count in counts.items() if count > 1]:
            raise Wrong(f"doubled: {twice}")

    def teardown(self) -> None:
        try:
            if self.planned:
                self.come_to_rest()
        finally:
            for hand in self.hands:
                hand.kill()
            self.clock.stop()

    def come_to_rest(self) -> None:
        """Everybody wakes, nothing goes wrong any more, and when all is at rest the judge has his say."""
        for hand in self.hands:
            if hand.at:
                hand.go_on()
        for _ in range(ROUNDS_MOST):
            if not self.round():
                break
        while aftermath.book(now=timezone.now()):
            pass
        self.nothing_is_doubled()
        counts = Counter((row.network, row.text) for row in LEDGER.rows)
        with scopes_disabled():
            rows = {d.placement_id.hex: d for d in Delivery.objects.select_related("channel")}
        for placement, texts in self.planned.items():
            row = rows.get(placement)
            shown = Shown(row.state, row.is_booked) if row else Shown("never begun")
            slug = texts[0].split(" ")[0]
            if wrongs := wrongs_of([counts[slug, text] for text in texts], shown):
                raise Wrong(f"{' and '.join(wrongs)}: {texts} on {slug}, shown {shown.state}")
