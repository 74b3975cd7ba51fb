"""Who may do what: one table. A membership has a set of roles and may do what any of them may."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    ADMIN = "admin"
    PLANNER = "planner"
    AUTHOR = "author"
    APPROVER = "approver"
    TREASURER = "treasurer"
    BOARD = "board"
    VIEWER = "viewer"


class Verb(StrEnum):
    SEE = "see"  # posts, calendar, campaigns, library
    WRITE = "write"  # write posts, upload pictures, ask for approval
    PLAN = "plan"  # edit other people's posts, move and take them off, campaigns and cadence
    REPAIR = "repair"  # retry a failed post, say whether an uncertain one is online
    DECIDE_POSTS = "decide_posts"
    SEE_MONEY = "see_money"
    ASK_MONEY = "ask_money"  # make a request
    KEEP_MONEY = "keep_money"  # lines, expenses
    DECIDE_MONEY = "decide_money"
    DECIDE_LARGE = "decide_large"  # larger sums, from a threshold on
    DECIDE_LARGEST = "decide_largest"  # the largest sums, and more than was planned
    CONNECT = "connect"  # channels
    MANAGE = "manage"  # people, roles, settings


V = Verb
READER = frozenset({V.SEE})
RIGHTS: dict[Role, frozenset[Verb]] = {
    Role.VIEWER: READER | {V.SEE_MONEY},
    Role.AUTHOR: READER | {V.WRITE, V.ASK_MONEY},
    Role.PLANNER: READER | {V.WRITE, V.PLAN, V.REPAIR, V.SEE_MONEY, V.ASK_MONEY},
    Role.APPROVER: READER | {V.DECIDE_POSTS, V.SEE_MONEY, V.DECIDE_MONEY, V.REPAIR},
    Role.TREASURER: READER | {V.SEE_MONEY, V.ASK_MONEY, V.KEEP_MONEY, V.DECIDE_MONEY, V.DECIDE_LARGE},
    Role.BOARD: READER | {V.SEE_MONEY, V.DECIDE_MONEY, V.DECIDE_LARGE, V.DECIDE_LARGEST},
    Role.ADMIN: frozenset(Verb) - {V.DECIDE_POSTS, V.DECIDE_MONEY, V.DECIDE_LARGE, V.DECIDE_LARGEST},
}


def verbs_of(roles: Iterable[str]) -> frozenset[Verb]:
    """Return what these roles together may do. Unknown role names give nothing."""
    known = [Role(r) for r in roles if r in list(Role)]
    return frozenset[Verb]().union(*(RIGHTS[r] for r in known))
