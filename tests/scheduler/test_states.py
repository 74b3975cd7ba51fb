"""The table of a delivery's life, under any order of events."""

from hypothesis import given
from hypothesis import strategies as st

from networks import contract
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import OPEN, TABLE, Event, Impossible, State, after, after_answer, after_look, backoff_s

ANSWERS = [
    contract.NotSent,
    contract.Stale,
    contract.Throttled,
    contract.SignInLost,
    contract.OutOfCredit,
    contract.Refused,
    contract.Duplicate,
    contract.Unknown,
    contract.NetworkError,
]
EVENTS = st.lists(st.sampled_from(list(Event)), max_size=60)


def walk(start: State, events: list[Event]) -> list[State]:
    path = [start]
    for event in events:
        try:
            path.append(after(path[-1], event))
        except Impossible:
            continue
    return path


def test_the_tables_words_are_the_models():
    assert {s.value for s in State} == {s.value for s in Delivery.State}


def test_every_state_can_be_left_or_is_an_end():
    ends = {State.PUBLISHED, State.CANCELLED}
    assert {s for s in State if not any(frm is s for frm, _ in TABLE)} == ends


@given(EVENTS)
def test_nothing_published_is_ever_sent_again(events: list[Event]):
    path = walk(State.CLAIMED, events)
    if State.PUBLISHED in path:
        assert set(path[path.index(State.PUBLISHED) :]) == {State.PUBLISHED}


@given(EVENTS)
def test_an_uncertain_delivery_is_sent_again_only_after_a_look_or_by_a_person(events: list[Event]):
    state = State.UNCERTAIN
    for event in events:
        try:
            new = after(state, event)
        except Impossible:
            continue
        if state in {State.UNCERTAIN, State.NEEDS_LOOK} and new is State.DUE:
            assert event in {Event.RESEND, Event.FOUND_STEP, Event.RETRY}
        state = new


@given(EVENTS)
def test_sending_is_reached_only_by_a_saved_intent(events: list[Event]):
    into = {(frm, event) for (frm, event), to in TABLE.items() if to is State.SENDING}
    assert into == {(State.CLAIMED, Event.INTEND), (State.SENDING, Event.NEXT)}  # NEXT saves the intent of the step that follows
    assert all(s in OPEN or s not in {State.DUE, State.CLAIMED, State.SENDING, State.UNCERTAIN} for s in walk(State.CLAIMED, events))


@given(
    matches=st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=3),
    looks=st.integers(1, 5),
    may_resend=st.booleans(),
    resends=st.integers(0, 2),
    is_last=st.booleans(),
)
def test_one_match_is_it_two_are_a_persons_and_a_resend_comes_once_at_most(matches, looks, may_resend, resends, is_last):
    verdict = after_look(matches=matches, looks=looks, waits_s=(5, 30, 180), may_resend=may_resend, resends=resends, is_last=is_last)
    if len(matches) == 1:
        assert verdict.event is (Event.FOUND_ALL if is_last else Event.FOUND_STEP)
    elif len(matches) > 1:
        assert verdict.event is Event.GIVE_UP
    elif looks < 3:
        assert verdict.event is Event.ABSENT and verdict.wait_s > 0
    else:
        assert (verdict.event is Event.RESEND) == (may_resend and resends == 0)


@given(st.integers(1, 100), st.floats(0, 1))
def test_waiting_grows_and_stays_within_a_minute_and_a_quarter(tries: int, jitter: float):
    assert 1.5 <= backoff_s(tries, jitter=jitter) <= 75


def kinds(error: type[Exception]) -> list[str]:
    return [kind.__name__ for kind in error.__mro__]


def test_each_answer_has_one_policy_and_not_knowing_is_never_sent_again_blindly():
    meant = {kind: after_answer(kinds(kind), visible=True, sent_before=False) for kind in ANSWERS}
    assert meant == {
        contract.NotSent: Event.NOT_DONE,
        contract.Stale: Event.NOT_DONE,
        contract.Throttled: Event.NOT_DONE,
        contract.SignInLost: Event.NOT_DONE,
        contract.OutOfCredit: Event.NOT_DONE,
        contract.Refused: Event.REFUSE,
        contract.Duplicate: Event.REFUSE,
        contract.Unknown: Event.LOSE,
        contract.NetworkError: Event.LOSE,
    }


def test_a_double_that_is_refused_after_an_earlier_send_means_that_it_arrived():
    assert after_answer(kinds(contract.Duplicate), visible=True, sent_before=True) is Event.LOSE


def test_what_nobody_sees_may_be_done_again():
    assert after_answer(kinds(contract.Unknown), visible=False, sent_before=False) is Event.NOT_DONE
