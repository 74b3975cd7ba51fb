"""The steps of an approval as people read them: whose turn it is, and who stands in."""

from typing import Any

from accounts.orgs.rights import Verb
from campaigns.approvals import rules
from campaigns.approvals import selectors as approvals
from campaigns.approvals.crew import POST, Crew
from campaigns.approvals.models import Approval


def steps_shown(approval: Approval, *, crew: Crew) -> list[dict[str, Any]]:
    """Return the steps in order, each with whom it asks and how far it is."""
    steps, said = approvals.steps_and_said(approval)
    barred = crew.barred_from(approval)
    now_at = rules.current(steps, said) if approval.state == Approval.State.OPEN else None
    return [
        step_shown(step, said=said, is_current=now_at == step, barred=barred, crew=crew) for step in sorted(steps, key=lambda s: s.position)
    ]


def step_shown(step: rules.Step, *, said: Any = (), is_current: bool = False, barred: Any = (), crew: Crew) -> dict[str, Any]:
    now = rules.standing(step, said, members=crew.members, barred=barred)
    return {
        "position": step.position,
        "needed": step.needed,
        "given": len({s.by for s in said if s.position == step.position and s.verdict == rules.APPROVE}),
        "is_all": step.is_all,
        "roles": sorted(step.roles),
        "people": names(step.people, crew=crew),
        "verb": step.verb,
        "is_current": is_current,
        "waits_for": names(now.may, crew=crew) if is_current else [],
        "in_place": [{"by": str(crew.people[by]), "of": str(crew.people[of])} for by, of in sorted(now.in_place.items())],
        "is_short": is_current and now.is_short,
        "is_stuck": is_current and now.is_stuck,
    }


def names(ids: Any, *, crew: Crew) -> list[str]:
    return sorted(str(crew.people[pk]) for pk in ids if pk in crew.people)


def may_put_aside(approval: Approval, *, by: str, crew: Crew) -> bool:
    """Return whether this person may hold it back or release it: whoever may decide on such things, or is named in one of its steps."""
    me = crew.members.get(by)
    if me is None or approval.state not in {Approval.State.OPEN, Approval.State.APPROVED}:
        return False
    if approval.subject_kind != POST and approval.state != Approval.State.OPEN:
        return False  # the money is set aside already
    steps, _ = approvals.steps_and_said(approval)
    holds = Verb.DECIDE_POSTS if approval.subject_kind == POST else Verb.DECIDE_MONEY
    return holds in me.verbs or any(rules.is_named(step, me) for step in steps)
