"""Which route a subject takes, and the steps that makes. Pure. See docs/algorithms/approval.md."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from campaigns.approvals.rules import Member, Step, is_named

Least = tuple[tuple[str, int], ...]  # verb and how many, in order


@dataclass(frozen=True)
class Subject:
    """What is asked about, as far as routes look at it. `least`: the steps it takes whatever the routes say."""

    kind: str
    campaign: str = ""
    channels: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    cents: int | None = None  # what a request costs
    least: Least = ()


@dataclass(frozen=True)
class Way:
    """A route. Empty conditions fit everything; without steps nobody is asked."""

    id: str
    kind: str
    campaigns: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    from_cents: int | None = None
    below_cents: int | None = None
    steps: tuple[Step, ...] = ()


def fits(way: Way, subject: Subject) -> bool:
    """Return whether the route is one for this subject.

    One channel or language of several is enough for more people to be asked, but not for fewer: a route without steps needs all of them.
    """
    enough = touches if way.steps else covers
    return (
        way.kind == subject.kind
        and (not way.campaigns or subject.campaign in way.campaigns)
        and (not way.channels or enough(way.channels, subject.channels))
        and (not way.languages or enough(way.languages, subject.languages))
        and (way.from_cents is None or (subject.cents is not None and subject.cents >= way.from_cents))
        and (way.below_cents is None or (subject.cents is not None and subject.cents < way.below_cents))
    )


def touches(wanted: frozenset[str], given: frozenset[str]) -> bool:
    return bool(wanted & given)


def covers(wanted: frozenset[str], given: frozenset[str]) -> bool:
    return bool(given) and given <= wanted


def chosen(ways: Iterable[Way], subject: Subject) -> Way | None:
    """Return the first route, in order, that fits; None: the usual steps."""
    return next((way for way in ways if fits(way, subject)), None)


def steps_for(way: Way | None, subject: Subject, *, members: Mapping[str, Member], barred: Collection[str]) -> tuple[Step, ...]:
    """Return the steps that a yes to this subject takes: those of its route, and never fewer or weaker ones than the least.

    Where the least asks for a larger right than those of the route have, one who has it comes last; where it asks for more people, they
    come first.
    """
    usual = [Step(position=0, verb=verb, needed=needed) for verb, needed in subject.least]
    if way is None or not way.steps:
        return numbered(usual)
    steps = [meant(step, members=members, barred=barred) for step in way.steps]
    if usual:
        steps = [replace(step, verb=usual[0].verb) for step in steps]
        larger = usual[-1].verb
        at = next((at for at, step in enumerate(steps) if all_hold(larger, step, members=members)), None)
        if at is None:
            steps.append(Step(position=0, verb=larger))
        else:
            steps[at] = replace(steps[at], verb=larger)
        lacking = sum(step.needed for step in usual) - sum(step.needed for step in steps)
        if lacking > 0:
            steps.insert(0, Step(position=0, verb=usual[0].verb, needed=lacking))
    return numbered(steps)


def meant(step: Step, *, members: Mapping[str, Member], barred: Collection[str]) -> Step:
    """Return the step with those whom "all" means today: who may decide on this very subject."""
    if not step.is_all:
        return step
    everybody = frozenset(m.id for m in members.values() if m.id not in barred and is_named(step, m))
    if not everybody:
        return replace(step, needed=1)
    return replace(step, needed=len(everybody), people=everybody, roles=frozenset())


def all_hold(verb: str, step: Step, *, members: Mapping[str, Member]) -> bool:
    named = [m for m in members.values() if is_named(step, m)]
    return bool(named) and all(verb in m.verbs for m in named)


def numbered(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(replace(step, position=at) for at, step in enumerate(steps, start=1))
