"""What the benchmarks make of arrivals: pace, lateness, doubles."""

from bench.call import Call, mark_in, text
from bench.pace import lateness, pace_of, percentile


def arrived(*at: float) -> list[Call]:
    return [Call(at=when, path="/2/tweets", is_visible=True, mark=number) for number, when in enumerate(at)]


def test_pace_counts_from_the_planned_moment_flow_from_the_first_arrival():
    pace = pace_of(arrived(102.0, 103.0, 104.0), since=100.0)
    assert (pace.posts_per_s, pace.flow_per_s, pace.first_after_s, pace.doubled) == (0.75, 1.0, 2.0, 0)


def test_a_post_that_came_twice_is_a_double():
    once = arrived(1.0, 2.0)
    assert pace_of([*once, once[0]], since=0.0).doubled == 1


def test_lateness_is_counted_for_each_post_from_its_own_time():
    assert lateness(arrived(10.5, 12.25), planned={0: 10.0, 1: 12.0}) == [0.25, 0.5]


def test_the_99th_of_a_hundred_is_the_last_but_one():
    assert percentile([float(n) for n in range(1, 101)], 0.99) == 99.0
    assert percentile([7.0], 0.99) == 7.0


def test_a_text_is_known_again_by_its_number():
    assert mark_in(text(4_711)) == 4_711
    assert mark_in("somebody else's") == -1
