"""Who may decide, and what the decisions taken so far amount to. Pure. See docs/algorithms/approval.md."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

APPROVE, ASK_CHANGES, REJECT = "approve", "ask_changes", "reject"
OPEN, APPROVED, CHANGES_ASKED, REJECTED = "open", "approved", "changes_asked", "rejected"


NAMING_IS_ENOUGH = "decide_posts"  # who is named for a post may decide on it; money asks for the right to it as well


@dataclass(frozen=True)
class Step:
    """`needed` different people say yes before the next step begins: of those it names, or else of all who hold `verb`."""

    position: int
    verb: str
    needed: int = 1
    is_all: bool = False
    roles: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def names_anybody(self) -> bool:
        return bool(self.roles or self.people)


@dataclass(frozen=True)
class Said:
    """What one person said; `of`: in whose place."""

    position: int
    by: str
    verdict: str
    of: str = ""


@dataclass(frozen=True)
class Member:
    """Somebody who belongs to the organisation now. `is_away`: today; `stand_in`: who decides in their place meanwhile."""

    id: str
    roles: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    is_away: bool = False
    stand_in: str = ""


@dataclass(frozen=True)
class Standing:
    """Who may take a step now. `in_place`: who stands in, and for whom. `is_short`: too few of those named can, so that others may."""

    able: frozenset[str] = frozenset()
    in_place: Mapping[str, str] = field(default_factory=dict)
    missing: int = 0
    is_short: bool = False

    @property
    def may(self) -> frozenset[str]:
        return self.able | self.in_place.keys()

    @property
    def is_stuck(self) -> bool:
        """Whether there are not enough people left for it, whoever they are."""
        return len(self.may) < self.missing


def standing(step: Step, said: Sequence[Said], *, members: Mapping[str, Member], barred: Collection[str]) -> Standing:
    """Return who may take this step now.

    Who is away may still decide, and so may, in their place, who stands in for them: with the same rights, of their own, and on nothing
    that either of them made. Where those named and present, with those who stand in, are too few, whoever holds the verb may.
    """
    spent = {s.by for s in said} | {s.of for s in said if s.of}
    free = {m.id: m for m in members.values() if m.id not in barred and m.id not in spent}
    able = {m.id for m in free.values() if is_named(step, m)}
    in_place: dict[str, str] = {}
    for away in sorted(able):
        deputy = free.get(free[away].stand_in)
        if free[away].is_away and deputy and step.verb in deputy.verbs and deputy.id not in able and deputy.id not in in_place:
            in_place[deputy.id] = away
    missing = step.needed - len({s.by for s in said if s.position == step.position and s.verdict == APPROVE})
    present = {pk for pk in able if not free[pk].is_away} | in_place.keys()
    is_short = step.names_anybody and len(present) < missing
    if is_short:
        able |= {m.id for m in free.values() if step.verb in m.verbs}
        in_place = {deputy: away for deputy, away in in_place.items() if deputy not in able}
    return Standing(frozenset(able), in_place, missing, is_short)


def is_named(step: Step, member: Member) -> bool:
    holds = step.verb in member.verbs
    if not step.names_anybody:
        return holds
    named = member.id in step.people or bool(step.roles & member.roles)
    return named and (holds or step.verb == NAMING_IS_ENOUGH)


def current(steps: Sequence[Step], said: Sequence[Said]) -> Step | None:
    """Return the first step that still lacks a yes; None when all have theirs."""
    for step in sorted(steps, key=lambda s: s.position):
        yes = {s.by for s in said if s.position == step.position and s.verdict == APPROVE}
        if len(yes) < step.needed:
            return step
    return None


def outcome(steps: Sequence[Step], said: Sequence[Said]) -> str:
    """Return open, approved, changes_asked or rejected. One no at any step ends it; no steps at all is a yes."""
    verdicts = {s.verdict for s in said}
    if REJECT in verdicts:
        return REJECTED
    if ASK_CHANGES in verdicts:
        return CHANGES_ASKED
    return OPEN if current(steps, said) else APPROVED


def refusal(
    *,
    step: Step | None,
    said: Sequence[Said],
    by: str,
    members: Mapping[str, Member],
    barred: Collection[str],
    verdict: str,
    comment: str,
    same: bool,
    is_held: bool = False,
) -> str | None:
    """Return the code of why this person may not say this now, or None. `same`: the subject is still what they saw."""
    if step is None:
        return "already-decided"
    if by in barred:
        return "own-work"
    me = members.get(by)
    if me is None:
        return "not-allowed"
    if any(s.by == by for s in said):
        return "already-said"  # one person is one pair of eyes, whatever the number of steps
    if any(s.of == by for s in said):
        return "stood-in-for"
    if by not in standing(step, said, members=members, barred=barred).may:
        return "not-this-step" if step.verb in me.verbs else "not-allowed"
    if is_held:
        return "on-hold"
    if not same:
        return "changed-since-shown"
    if verdict in {ASK_CHANGES, REJECT} and not comment.strip():
        return "comment-needed"
    return None


def times_hold(approved: Mapping[str, str], now_planned: Mapping[str, str], *, tolerance: timedelta) -> bool:
    """Return whether every planned time (ISO 8601) is within the tolerance of the time that was approved."""
    if approved.keys() != now_planned.keys():
        return False
    return all(abs(_time(now_planned[key]) - _time(when)) <= tolerance for key, when in approved.items())


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)
