"""Whose turn a step is, who stands in, and what a route makes of a subject."""

from typing import Any

import pytest

from campaigns.approvals.routing import Subject, Way, chosen, steps_for
from campaigns.approvals.rules import Member, Said, Step, refusal, standing

POSTS, MONEY, LARGE = "decide_posts", "decide_money", "decide_large"


def member(name: str, *verbs: str, roles: str = "", away: str | None = None) -> Member:
    return Member(name, frozenset(roles.split()), frozenset(verbs), away is not None, away or "")


def crew(*members: Member) -> dict[str, Member]:
    return {m.id: m for m in members}


ANNA, BERT, CARL = member("anna", POSTS), member("bert", POSTS), member("carl")
NAMED = Step(1, POSTS, people=frozenset({"anna"}))


def may(step: Step, *members: Member, said: tuple[Said, ...] = (), barred: tuple[str, ...] = ()) -> set[str]:
    return set(standing(step, said, members=crew(*members), barred=barred).may)


def test_a_step_that_names_nobody_is_for_whoever_holds_the_verb():
    assert may(Step(1, POSTS), ANNA, BERT, CARL) == {"anna", "bert"}


def test_naming_is_enough_for_posts_and_not_for_money():
    assert may(Step(1, POSTS, people=frozenset({"carl"})), ANNA, CARL) == {"carl"}
    assert may(Step(1, MONEY, people=frozenset({"carl"})), member("anna", MONEY), CARL) == {"anna"}


def test_roles_and_people_are_named_together():
    step = Step(1, POSTS, roles=frozenset({"board"}), people=frozenset({"anna"}))
    assert may(step, ANNA, BERT, member("dora", roles="board")) == {"anna", "dora"}


def test_one_who_has_left_leaves_the_step_to_whoever_may_decide_and_it_says_so():
    now = standing(NAMED, (), members=crew(BERT, CARL), barred=())
    assert (set(now.may), now.is_short, now.is_stuck) == ({"bert"}, True, False)


def test_one_who_is_away_is_stood_in_for_and_may_still_decide():
    now = standing(NAMED, (), members=crew(member("anna", POSTS, away="bert"), BERT, member("dora", POSTS)), barred=())
    assert (set(now.able), dict(now.in_place), now.is_short) == ({"anna"}, {"bert": "anna"}, False)


def test_one_who_is_away_without_anybody_leaves_the_step_to_others():
    now = standing(NAMED, (), members=crew(member("anna", POSTS, away=""), BERT), barred=())
    assert (set(now.may), now.is_short) == ({"anna", "bert"}, True)


@pytest.mark.parametrize("barred", ["anna", "bert"])
def test_nobody_stands_in_where_either_made_it(barred: str):
    now = standing(NAMED, (), members=crew(member("anna", POSTS, away="bert"), BERT, member("dora", POSTS)), barred=(barred,))
    assert not now.in_place
    assert barred not in now.may


def test_standing_in_lends_no_right():
    money = Step(1, MONEY, people=frozenset({"anna"}))
    now = standing(money, (), members=crew(member("anna", MONEY, away="carl"), CARL), barred=())
    assert not now.in_place


def test_who_stood_in_has_spoken_for_both():
    said = (Said(1, "bert", "approve", of="anna"),)
    members = crew(member("anna", POSTS, away="bert"), BERT, CARL)
    second = Step(2, POSTS)
    assert may(second, *members.values(), said=said) == set()
    asks: dict[str, Any] = {
        "step": second,
        "said": said,
        "members": members,
        "barred": (),
        "verdict": "approve",
        "comment": "",
        "same": True,
    }
    assert refusal(by="anna", **asks) == "stood-in-for"
    assert refusal(by="bert", **asks) == "already-said"


def test_all_waits_for_everybody_named():
    way = Way("w", "post", steps=(Step(1, POSTS, is_all=True, people=frozenset({"anna", "bert"})),))
    (step,) = steps_for(way, Subject("post", least=((POSTS, 1),)), members=crew(ANNA, BERT, CARL), barred=())
    assert (step.needed, set(step.people)) == (2, {"anna", "bert"})
    (alone,) = steps_for(way, Subject("post", least=((POSTS, 1),)), members=crew(ANNA, BERT, CARL), barred=("anna",))
    assert (alone.needed, set(alone.people)) == (1, {"bert"})


def test_the_first_route_that_fits_counts():
    facebook = Way("f", "post", channels=frozenset({"fb"}), steps=(Step(1, POSTS, 2),))
    other = Way("o", "post", steps=(Step(1, POSTS),))
    assert chosen([facebook, other], Subject("post", channels=frozenset({"fb", "x"}))) == facebook
    assert chosen([facebook, other], Subject("post", channels=frozenset({"x"}))) == other
    assert chosen([facebook], Subject("request", cents=1)) is None


def test_a_route_that_asks_nobody_needs_every_channel_of_the_post():
    none = Way("n", "post", channels=frozenset({"fb"}))
    assert chosen([none], Subject("post", channels=frozenset({"fb"}))) == none
    assert chosen([none], Subject("post", channels=frozenset({"fb", "x"}))) is None


def test_a_route_that_asks_nobody_is_overruled_where_posts_need_a_yes():
    assert steps_for(Way("n", "post"), Subject("post", least=((POSTS, 1),)), members={}, barred=()) == (Step(1, POSTS, 1),)


@pytest.mark.parametrize(
    ("cents", "fits"), [(24_999, False), (25_000, True), (99_999, True), (100_000, False)], ids=["below", "from", "under", "at the end"]
)
def test_sums_count_from_and_below(cents: int, fits: bool):
    way = Way("w", "request", from_cents=25_000, below_cents=100_000, steps=(Step(1, MONEY),))
    assert (chosen([way], Subject("request", cents=cents)) is not None) == fits


def test_a_route_never_weakens_what_the_thresholds_ask_for():
    anna, tom = member("anna", MONEY), member("tom", MONEY, LARGE)
    way = Way("w", "request", steps=(Step(1, MONEY, people=frozenset({"anna"})),))
    subject = Subject("request", cents=5_000_00, least=((MONEY, 1), (LARGE, 1)))
    steps = steps_for(way, subject, members=crew(anna, tom), barred=())
    assert [(s.verb, s.needed, set(s.people)) for s in steps] == [(MONEY, 1, {"anna"}), (LARGE, 1, set())]


def test_a_route_that_has_the_right_person_already_asks_only_for_the_number_that_lacks():
    anna, tom = member("anna", MONEY), member("tom", MONEY, LARGE)
    way = Way("w", "request", steps=(Step(1, MONEY, people=frozenset({"tom"})),))
    subject = Subject("request", cents=5_000_00, least=((MONEY, 1), (LARGE, 1)))
    steps = steps_for(way, subject, members=crew(anna, tom), barred=())
    assert [(s.verb, s.needed, set(s.people)) for s in steps] == [(MONEY, 1, set()), (LARGE, 1, {"tom"})]
