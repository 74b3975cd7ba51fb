"""`python -m trust.machine.nights`: part D. The nights when clocks change, the leap day, and clocks that jump, on the real code."""

import json
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from trust.machine import world as worlds

# Europe's hour, its western edge, America's two o'clock, a change at midnight in the south, and half an hour in the Pacific.
ZONES = ("Europe/Brussels", "Europe/London", "Atlantic/Azores", "America/New_York", "America/Santiago", "Australia/Lord_Howe")
YEAR = 2027
CLAIM_AHEAD_S = 2.0
LATE_MOST_S = 1.0


def change_nights(zone: str, year: int) -> list[datetime]:
    """Return the instants (UTC) at which the clocks of that zone change in that year."""
    place, found = ZoneInfo(zone), []
    at = datetime(year, 1, 1, tzinfo=UTC)
    while at.year == year:
        following = at + timedelta(minutes=30)
        if at.astimezone(place).utcoffset() != following.astimezone(place).utcoffset():
            found.append(following)
        at = following
    return found


class Night:
    """Posts planned by people's clocks, sent by the real code while the simulated clock runs."""

    def __init__(self, world: worlds.World, travel: Any) -> None:
        from trust.machine.hands import Hand

        self.world, self.travel, self.hand = world, travel, Hand()
        self.meant: dict[str, tuple[list[str], datetime]] = {}  # placement → texts, the instant people meant
        self.skipped = 0
        self.wrong: list[str] = []

    def begin(self, at: datetime) -> None:
        self.world.begin_anew()
        self.hand.kill()
        self.meant.clear()
        self.move(at)

    def move(self, at: datetime) -> None:
        from trust.machine.simulated import LEDGER

        LEDGER.now = at.timestamp()
        self.travel.move_to(at)

    def plan(self, local: str, zone: str) -> None:
        """A person plans a post for that hour of their clock; an hour that is skipped is refused in words."""
        from django.utils import timezone
        from django_scopes import scope

        from accounts.problems import Refusal
        from campaigns.posts import services as posts
        from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion

        number = len(self.meant) + 1
        text = f"sim-bare [{number:06d}/1] {local} {zone}"
        channel = self.world.channels["sim-bare"]
        placed = DraftPlacement(channel=channel.pk, languages=["fr"], local_time=local, zone=zone)
        exists = to_instant(local, zone)
        try:
            with scope(organisation=self.world.organisation):
                draft = Draft(versions=[DraftVersion(language="fr", segments=[text])], placements=[placed])
                post = posts.create(organisation=self.world.organisation, by=self.world.person, draft=draft, now=timezone.now())
                posts.submit(post=post, by=self.world.person, now=timezone.now())
                placement = post.placements.get()
        except Refusal as refusal:
            self.skipped += 1
            if exists is not None or refusal.code != "time-skipped":
                self.wrong.append(f"{local} in {zone} was refused: {refusal.code}")
            return
        if exists is None or placement.planned_at != exists:
            self.wrong.append(f"{local} in {zone} became {placement.planned_at}, people mean {exists}")
        assert placement.planned_at
        self.meant[placement.pk.hex] = [text], exists or placement.planned_at

    def run_until(self, end: datetime) -> None:
        """Time runs: whatever has an alarm happens at its moment."""
        from trust.machine.simulated import LEDGER

        while LEDGER.now < end.timestamp():
            self.tick()
            ahead = [moment for moment in self.moments() if moment > LEDGER.now]
            self.move(min([datetime.fromtimestamp(min(ahead), UTC), end] if ahead else [end]))
        self.tick()

    def moments(self) -> list[float]:
        from django_scopes import scopes_disabled

        from campaigns.posts.models import Placement
        from scheduler.delivery.models import Delivery

        with scopes_disabled():
            planned = list(Placement.objects.filter(claimed_at=None).values_list("planned_at", flat=True))
            alarms = list(Delivery.objects.filter(wake_at__isnull=False).values_list("wake_at", "planned_at", "state"))
        moments = [at.timestamp() - CLAIM_AHEAD_S for at in planned]
        for wake_at, planned_at, state in alarms:
            moments += [wake_at.timestamp(), *([planned_at.timestamp()] if state == "claimed" else [])]
        return moments

    def tick(self) -> None:
        from django.utils import timezone
        from django_scopes import scopes_disabled

        from scheduler.delivery import claim, sweep
        from scheduler.delivery.models import Delivery
        from trust.machine.fate import SMOOTH

        now = timezone.now()
        with scopes_disabled():
            claim.claim_due(now=now, ahead=timedelta(seconds=CLAIM_AHEAD_S))
            claim.mark_missed(now=now)
            works = list(sweep.wake(now=now))
            due = Delivery.objects.filter(state="claimed", planned_at__lte=now).values_list("pk", "fence")
            works += [sweep.Work("deliver", str(pk), fence) for pk, fence in due]
        for work in works:
            self.hand.begin(self.world.begin(work.verb, [(work.delivery_id, work.fence)]), SMOOTH)

    def check(self, what: str, *, missed_is_fine: bool = False, late_is_fine: bool = False) -> None:
        """Each went out once, at the moment that was meant."""
        from django_scopes import scopes_disabled

        from scheduler.delivery.models import Delivery
        from trust.machine.simulated import LEDGER

        counts = Counter(row.text for row in LEDGER.rows)
        at = {row.text: row.at for row in LEDGER.rows}
        with scopes_disabled():
            states = {d.placement_id.hex: d.state for d in Delivery.objects.all()}
        for placement, ((text,), meant) in self.meant.items():
            state = states.get(placement, "never begun")
            if counts[text] == 0 and state == "missed" and missed_is_fine:
                continue
            if counts[text] != 1 or state != "published":
                self.wrong.append(f"{what}: {text} was accepted {counts[text]} times, shown {state}")
            elif not late_is_fine and not 0 <= at[text] - meant.timestamp() <= LATE_MOST_S:
                self.wrong.append(f"{what}: {text} went out at {datetime.fromtimestamp(at[text], UTC)}, meant was {meant}")


def to_instant(local: str, zone: str) -> datetime | None:
    """Return what a person means by that hour: the first of two equal ones, None for one that is skipped."""
    naive, place = datetime.fromisoformat(local), ZoneInfo(zone)
    instant = naive.replace(tzinfo=place, fold=0).astimezone(UTC)
    return instant if instant.astimezone(place).replace(tzinfo=None) == naive else None


def main() -> int:
    worlds.set_up()
    import time_machine

    began = time.monotonic()
    world = worlds.World()
    clock = time_machine.travel(datetime(YEAR, 1, 1, tzinfo=UTC), tick=False)
    night = Night(world, clock.start())
    nights = posts = 0
    for zone in ZONES:
        for change in change_nights(zone, YEAR):
            nights += 1
            night.begin(change - timedelta(hours=8))
            first = (change - timedelta(hours=3)).astimezone(ZoneInfo(zone)).replace(tzinfo=None, minute=0)
            for quarter in range(24):
                night.plan(f"{first + timedelta(minutes=15 * quarter):%Y-%m-%dT%H:%M}", zone)
            posts += len(night.meant)
            night.run_until(change + timedelta(hours=6))
            night.check(f"{zone}, {change:%d %B}")
    for local in ("2028-02-28T23:59", "2028-02-29T00:00", "2028-02-29T12:00", "2028-02-29T23:59", "2028-03-01T00:00"):
        night.begin(datetime(2028, 2, 28, 12, tzinfo=UTC))
        night.plan(local, "Europe/Brussels")
        posts += 1
        night.run_until(datetime(2028, 3, 2, tzinfo=UTC))
        night.check("leap day")
    for hours in (2, -2):
        posts += jump(night, hours)
    clock.stop()
    wrong = night.wrong
    print(
        json.dumps(
            {
                "ok": not wrong,
                "nights": nights,
                "zones": len(ZONES),
                "posts": posts,
                "skipped_hours_refused": night.skipped,
                "jumps": 2,
                "examples": wrong[:12],
                "took_s": round(time.monotonic() - began, 1),
            }
        )
    )
    return 1 if wrong else 0


def jump(night: Night, hours: int) -> int:
    """The machine's clock is set by two hours in the midst of work; return how many posts there were.

    Forward: what is later than the grace is missed, which people are told. Back: what went out does not go out again.
    """
    start = datetime(2026, 5, 4, 9, tzinfo=UTC)
    night.begin(start)
    for minutes in range(2, 240, 6):
        night.plan(f"{start + timedelta(minutes=minutes):%Y-%m-%dT%H:%M}", "UTC")
    night.run_until(start + timedelta(minutes=60))
    night.move(start + timedelta(minutes=60, hours=hours))
    night.tick()
    night.run_until(start + timedelta(hours=9))
    night.check(f"a jump of {hours} hours", missed_is_fine=True, late_is_fine=True)
    return len(night.meant)


if __name__ == "__main__":
    sys.exit(main())
