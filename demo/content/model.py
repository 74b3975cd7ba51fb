"""The shapes of the demo's content. Plain values: nothing here knows the database.

How to load an organisation (`demo.content.ORGANISATIONS`):

1. Organisation, people (`roles` is a set of role names; the sign-in is `email`), channels, campaigns, budget.
   Every key is unique within its organisation and is how the other entries refer to it.
2. Posts. `post.when(now=…, zone=…)` is the aware time it goes out; `post.state_at(now=…, zone=…)` is what it is by then:
   "published" when its time has passed, else what the entry says. Days count from the Monday of the current week
   (0 is Monday, -7 the Monday before, 13 the Sunday after), so that the week looks alive on whatever day it is loaded.
   Entries with `minutes_from_now` are approved and go out shortly after loading.
3. One placement per channel in `post.channels`. It carries the languages `post.languages(channel)`: the channel's languages the
   post has a version of; two of them on one channel means the versions are joined. `post.override` replaces the segments there;
   `post.segments(channel)` is the outcome, and what the placement's own text is when the channel has an override.
   Both versions may have a link of their own; the campaign's `utm` is added by the product. Sites are below example.org, a reserved
   name whose ending X knows: below ".example" it would count and show an address as plain words.
4. `version.segments` are the texts, more than one only for a thread; `version.link` is an address without campaign parameters;
   `version.alts` are the alternative texts in the order of `post.pictures`, which are keys of `demo.pictures`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

State = Literal["published", "scheduled", "review", "draft", "changes"]
BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True)
class Person:
    """Somebody who signs in. `avatar` is a key of demo.pictures.avatar."""

    key: str
    name: str
    email: str
    language: str
    roles: frozenset[str]
    avatar: str
    about: str = ""


@dataclass(frozen=True)
class Channel:
    """One page or profile. `network` is the network's slug; two languages means one post joins both."""

    key: str
    network: str
    name: str
    handle: str
    remote_id: str
    languages: tuple[str, ...]
    weekly_target: int
    avatar: str


@dataclass(frozen=True)
class Campaign:
    """One line of work. Offsets in days from the Monday of the current week; `colour` is #rrggbb; `weekly` in placements."""

    key: str
    name: str
    horizon: Literal["short", "medium", "long"]
    goal: str
    start: int
    end: int
    colour: str
    utm: str
    weekly: int


@dataclass(frozen=True)
class Figure:
    """What shows that an objective comes nearer. `readings`: days from the Monday of the current week, with the value."""

    name: str
    definition: str
    unit: str
    source: str
    baseline: float
    target: float
    readings: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Objective:
    """Where the organisation wants to be; days count as a campaign's do. `owner` is a role or a person's key."""

    name: str
    why: str
    horizon: Literal["short", "medium", "long"]
    owner: str
    start: int
    end: int
    review: int
    campaigns: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class DemoVersion:
    """What one post says in one language."""

    segments: tuple[str, ...]
    link: str = ""
    alts: tuple[str, ...] = ()
    first_comment: str = ""  # what the page itself says under it at once


@dataclass(frozen=True)
class DemoPost:
    """One message on one or more channels."""

    key: str
    campaign: str
    channels: tuple[str, ...]
    versions: Mapping[str, DemoVersion]
    day: int = 0
    time: str = ""
    minutes_from_now: int | None = None
    pictures: tuple[str, ...] = ()
    state: State = "scheduled"
    author: str = "author"
    override: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)  # channel → language → segments
    comment: str = ""  # what the approver asked for, when the state is "changes"

    def languages(self, channel: Channel) -> tuple[str, ...]:
        return tuple(code for code in channel.languages if code in self.versions)

    def segments(self, channel: Channel) -> tuple[str, ...]:
        """Return the texts as they go out on the channel, versions joined, links not included."""
        own = self.override.get(channel.key, {})
        parts = [own.get(code, self.versions[code].segments) for code in self.languages(channel)]
        return parts[0] if len(parts) == 1 else tuple("\n\n".join(rows) for rows in zip(*parts, strict=True))

    def links(self, channel: Channel) -> tuple[str, ...]:
        return tuple(self.versions[code].link for code in self.languages(channel) if self.versions[code].link)

    def when(self, *, now: datetime, zone: ZoneInfo = BRUSSELS) -> datetime:
        """Return the aware time it goes out, to the minute."""
        here = now.astimezone(zone)
        if self.minutes_from_now is not None:
            return (now + timedelta(minutes=self.minutes_from_now)).astimezone(zone).replace(second=0, microsecond=0)
        return datetime.combine(monday(here.date()) + timedelta(days=self.day), time.fromisoformat(self.time), tzinfo=zone)

    def state_at(self, *, now: datetime, zone: ZoneInfo = BRUSSELS) -> State:
        """What lies in the past is published; what lies ahead is what its entry says."""
        if self.minutes_from_now is None and self.when(now=now, zone=zone) <= now:
            return "published"
        return self.state


@dataclass(frozen=True)
class ByHand:
    """What somebody posted with the network's own app; days count as those of posts do. Instagram wants a picture of demo.pictures."""

    channel: str
    day: int
    time: str
    text: str
    picture: str = ""
    alt: str = ""

    def when(self, *, now: datetime, zone: ZoneInfo = BRUSSELS) -> datetime:
        """Return the aware time it was posted."""
        here = now.astimezone(zone)
        return datetime.combine(monday(here.date()) + timedelta(days=self.day), time.fromisoformat(self.time), tzinfo=zone)


@dataclass(frozen=True)
class Line:
    """One line of the budget, cents net of VAT. `digital_permille` is the digital part, 0-1000."""

    code: str
    name: str
    digital_permille: int
    paid_media: bool
    planned_cents: int


@dataclass(frozen=True)
class Expense:
    """Money spent. `vat_cents` comes on top of `net_cents`; `part` is when: 0 is 1 January of the running year, 1 is today."""

    line: str
    net_cents: int
    vat_cents: int
    supplier: str
    part: float
    campaign: str
    note: str

    def on(self, today: date) -> date:
        first = date(today.year, 1, 1)
        return first + timedelta(days=round((today - first).days * self.part))


@dataclass(frozen=True)
class Request:
    """Money asked for. `day` counts from today; `by` is a role; `decided_by` a role for those already decided."""

    line: str
    net_cents: int
    vat_cents: int
    supplier: str
    day: int
    campaign: str
    title: str
    reason: str
    by: str
    state: Literal["open", "approved", "rejected"] = "open"
    decided_by: str = ""
    comment: str = ""


@dataclass(frozen=True)
class Budget:
    """The running calendar year."""

    name: str
    target_permille: int
    board_from_cents: int  # from this sum on, the board decides too
    lines: tuple[Line, ...]
    expenses: tuple[Expense, ...]
    requests: tuple[Request, ...]

    def planned_share(self) -> float:
        """Return digital plan ÷ all planned, 0-1, full cost."""
        return (
            sum(line.planned_cents * line.digital_permille for line in self.lines) / 1000 / sum(line.planned_cents for line in self.lines)
        )

    def actual_share(self) -> float:
        """Return digital spend ÷ all spend, 0-1, full cost, VAT included."""
        digital = {line.code: line.digital_permille for line in self.lines}
        costs = [(e.net_cents + e.vat_cents, digital[e.line]) for e in self.expenses]
        return sum(cost * permille for cost, permille in costs) / 1000 / sum(cost for cost, _ in costs)


@dataclass(frozen=True)
class Remark:
    """A note of a colleague beside a post, so many hours after it was begun."""

    hours: float
    by: str
    text: str
    names: tuple[str, ...] = ()
    is_done: bool = False


@dataclass(frozen=True)
class Talk:
    """What colleagues did with a draft: the Dutch was translated from the French, which was then changed, and they spoke about it."""

    post: str
    rewritten: tuple[tuple[float, str, str], ...]  # hours, who, the new French
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Organisation:
    slug: str
    name: str
    kind: str
    languages: tuple[str, ...]
    site: str
    about: str
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    campaigns: tuple[Campaign, ...]
    budget: Budget
    posts: tuple[DemoPost, ...]
    objectives: tuple[Objective, ...] = ()
    talks: tuple[Talk, ...] = ()
    by_hand: tuple[ByHand, ...] = ()

    def campaign(self, key: str) -> Campaign:
        return next(campaign for campaign in self.campaigns if campaign.key == key)

    def channel(self, key: str) -> Channel:
        return next(channel for channel in self.channels if channel.key == key)

    def person(self, role: str) -> Person:
        """Return who writes or decides as this role: the person with that key, else the first who has the role."""
        return next((p for p in self.people if p.key == role), None) or next(p for p in self.people if role in p.roles)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def typeset(text: str, language: str) -> str:
    """Return the text with the no-break spaces French wants; other languages as they are."""
    if language != "fr":
        return text
    text = re.sub(r" (?=[:;?!%€»])", "\u00a0", text)
    return re.sub(r"(?<=«) ", "\u00a0", text)
