"""Lines for programs, and whether a goal is met."""

from bench.report import Figure, table, within


def test_a_line_says_name_ours_yardstick_and_ratio_in_this_order():
    figure = Figure("burst", ours=525.0, unit="posts/s", yardstick=750.0, at_least=0.7)
    assert figure.line() == "bench: name=burst ours=525 yardstick=750 ratio=0.7 unit=posts/s met=yes"


def test_what_has_nothing_to_compare_with_says_so():
    assert Figure("memory-web", ours=111.0, unit="MB").line() == "bench: name=memory-web ours=111 yardstick=- ratio=- unit=MB met=-"


def test_a_lateness_above_its_goal_is_missed():
    figure = within("steady-p99", 0.5, goal=0.4, unit="s")
    assert figure.is_met is False
    assert "MISSED" in table([figure])
