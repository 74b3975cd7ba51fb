"""Plan and wall, compared: what Carillon says of each post, and what the networks have accepted."""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django_scopes import scope

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from campaigns.posts.models import Placement
from demo.break_it.stage import beginning
from demo.break_it.wall import Standing
from scheduler.delivery.models import Delivery

NUMBER = re.compile(r"Break it (\d+)/(\d+)\.")
PERSON = frozenset({"needs_look", "failed", "missed"})
OPEN = frozenset({"due", "claimed", "sending", "uncertain"})


class Is(StrEnum):
    """What may be said of a post. One word for each square on the page."""

    PLANNED = "planned"  # its second has not come
    UNDER_WAY = "under_way"
    LOOKING = "looking"  # the answer was lost: we look whether it is there
    WAITING = "waiting"  # its channel has to be signed in again, or somebody holds it
    ONLINE = "online"  # it stands on the wall, once
    PERSON = "person"  # a person is asked
    LOST = "lost"  # neither on the wall, nor under way, nor is anybody asked
    DOUBLED = "doubled"


@dataclass(frozen=True)
class Post:
    """One planned post. `state` is the delivery's, "" before it is born."""

    number: int
    network: str
    planned_at: datetime
    delivery: str = ""
    state: str = ""
    can_send: bool = True
    on_wall: Sequence[datetime] = ()

    def stands(self, *, now: datetime) -> Is:
        """Return what may be said of it. The wall has the last word on what is online, Carillon's rows on what is under way."""
        if len(self.on_wall) > 1:
            return Is.DOUBLED
        if self.state == "uncertain":
            return Is.LOOKING
        if self.state in PERSON:
            return Is.PERSON
        if self.on_wall:
            return Is.ONLINE
        if self.state == "held" or (not self.can_send and self.state in OPEN | {""} and self.planned_at <= now):
            return Is.WAITING
        if not self.state and self.planned_at > now:
            return Is.PLANNED
        if self.state in OPEN or (not self.state and now - self.planned_at < timedelta(seconds=settings.GRACE_S)):
            return Is.UNDER_WAY if self.planned_at <= now else Is.PLANNED
        return Is.LOST


@dataclass(frozen=True)
class Counts:
    """`late_*`: from the planned second to the network's own time of acceptance. `wrongly_failed`: online, though called failed."""

    posts: tuple[Post, ...] = ()
    planned: int = 0
    due: int = 0
    on_wall: int = 0
    lost: int = 0
    doubled: int = 0
    looking: int = 0
    under_way: int = 0
    waiting: int = 0
    person: int = 0
    wrongly_failed: int = 0
    late_median_s: float | None = None
    late_worst_s: float | None = None
    states: dict[int, Is] = field(default_factory=dict)


def planned(found: Organisation, *, run: int) -> list[Post]:
    """Return the run's posts as Carillon knows them. Read this before the wall: what is said to be out must be found there then."""
    with scope(organisation=found):
        placed = Placement.objects.filter(post__deleted_at=None, post__title__startswith=beginning(run)).select_related("channel")
        born = Delivery.objects.filter(placement__in=[p.pk for p in placed]).values_list("placement", "pk", "state")
        states = {placement: (str(pk), state) for placement, pk, state in born}
        posts = [
            Post(
                number=numbered(p.own_segments[0])[1],
                network=p.channel.network,
                planned_at=p.planned_at,
                delivery=states.get(p.pk, ("", ""))[0],
                state=states.get(p.pk, ("", ""))[1],
                can_send=p.channel.state == Channel.State.CONNECTED,
            )
            for p in placed
        ]
    return sorted(posts, key=lambda post: post.number)


def counted(posts: Iterable[Post], wall: Iterable[Standing], *, run: int, now: datetime) -> Counts:
    """Return the comparison at this moment."""
    arrived: dict[int, list[datetime]] = defaultdict(list)
    for standing in wall:
        of_run, number = numbered(standing.text)
        if of_run == run:
            arrived[number].append(standing.at)
    known = tuple(replace(post, on_wall=tuple(arrived.get(post.number, ()))) for post in posts)
    states = {post.number: post.stands(now=now) for post in known}
    how_many = {kind: sum(state is kind for state in states.values()) for kind in Is}
    late = [max(0.0, (post.on_wall[0] - post.planned_at).total_seconds()) for post in known if post.on_wall]
    return Counts(
        posts=known,
        planned=len(known),
        due=sum(post.planned_at <= now for post in known),
        on_wall=sum(bool(post.on_wall) for post in known),
        lost=how_many[Is.LOST],
        doubled=sum(len(post.on_wall) - 1 for post in known if len(post.on_wall) > 1),
        looking=how_many[Is.LOOKING],
        under_way=how_many[Is.UNDER_WAY],
        waiting=how_many[Is.WAITING],
        person=how_many[Is.PERSON],
        wrongly_failed=sum(bool(post.on_wall) and post.state in {"failed", "missed", "cancelled"} for post in known),
        late_median_s=round(statistics.median(late), 2) if late else None,
        late_worst_s=round(max(late), 2) if late else None,
        states=states,
    )


def numbered(text: str) -> tuple[int, int]:
    """Return run and number of a text of ours, zeros for any other."""
    found = NUMBER.match(text)
    return (int(found[1]), int(found[2])) if found else (0, 0)
