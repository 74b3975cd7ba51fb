"""The examples of docs/algorithms/digital-share.md to the cent, and what holds for any budget."""

import re
from collections.abc import Hashable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.budget.forecast import Planned, moved, rest_of_plan
from campaigns.budget.money import divided
from campaigns.budget.share import Item, Share, digital_share, full_cost_share, paid_media_share, strictly

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "digital-share.md"
FIGURE = re.compile(r"- (paid media|full cost): ([\d ]+) ÷ ([\d ]+) = (\d+|none), short ([\d ]+)")
ROW = re.compile(r"\| ([\d ]+) \| (\d+) \| (yes|no) \|")


def whole(text: str) -> int:
    return int(text.replace(" ", ""))


def examples() -> list[tuple[str, list[Item], dict[str, tuple[str, ...]]]]:
    found = []
    for section in PAGE.read_text("utf-8").split("### Example ")[1:]:
        title, _, rest = section.partition("\n")
        rest = rest.split("\n## ")[0].split("\n### ")[0]
        items = [Item(whole(cents), int(digital), paid == "yes") for cents, digital, paid in ROW.findall(rest)]
        found.append((title, items, {name: figures for name, *figures in FIGURE.findall(rest)}))
    return found


def test_the_page_has_its_examples():
    assert len(examples()) == 6
    assert all(items and set(figures) == {"paid media", "full cost"} for _, items, figures in examples())


@pytest.mark.parametrize(("title", "items", "figures"), examples(), ids=[title for title, _, _ in examples()])
def test_an_example_of_the_page_is_right(title, items, figures):
    for name, share in (("paid media", paid_media_share(items)), ("full cost", full_cost_share(items))):
        numerator, denominator, permille, short = figures[name]
        assert (share.numerator, share.denominator) == (whole(numerator), whole(denominator))
        assert share.permille == (None if permille == "none" else int(permille))
        assert share.short_of(500) == whole(short)


items = st.lists(
    st.builds(Item, cents=st.integers(0, 10**9), digital_permille=st.integers(0, 1000), is_paid_media=st.booleans()), max_size=20
)
targets = st.integers(0, 1000)


@given(items)
def test_a_share_lies_between_nothing_and_all(budget):
    share = digital_share(budget)
    assert 0 <= share.numerator <= share.denominator
    assert (share.permille is None) == (share.denominator == 0)
    assert share.permille is None or 0 <= share.permille <= 1000


@given(items, st.randoms())
def test_the_order_of_lines_does_not_matter(budget, random):
    shuffled = list(budget)
    random.shuffle(shuffled)
    assert digital_share(shuffled) == digital_share(budget)


@given(items, st.integers(0, 10**9))
def test_cutting_a_line_in_two_changes_nothing(budget, at):
    cut = [
        part
        for item in budget
        for part in (Item(min(at, item.cents), item.digital_permille), Item(max(0, item.cents - at), item.digital_permille))
    ]
    assert digital_share(cut) == digital_share(budget)


@given(items, targets)
def test_moving_what_is_short_reaches_the_target_and_less_does_not(budget, target):
    share = digital_share(budget)
    short = share.short_of(target)
    moved = share.thousandths + short * 1000
    assert moved >= target * share.denominator
    assert short == 0 or moved - 1000 < target * share.denominator


@given(items)
def test_paid_media_is_part_of_all_costs(budget):
    paid, full = paid_media_share(budget), full_cost_share(budget)
    assert paid.denominator <= full.denominator and paid.numerator <= full.numerator


@given(items, st.integers(1, 10**6), st.integers(0, 999))
def test_moving_money_to_a_more_digital_line_never_lowers_the_share(budget, cents, permille):
    before = digital_share([*budget, Item(cents, permille)])
    after = digital_share([*budget, Item(cents, permille + 1)])
    assert before.permille is not None and after.permille is not None
    assert after.thousandths > before.thousandths and after.permille >= before.permille


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_rounding_is_half_to_even(numerator, denominator):
    assert divided(numerator, denominator) == round(Fraction(numerator, denominator))


def test_a_share_that_is_shown_as_half_may_still_be_short():
    share = digital_share([Item(4_996, 1000), Item(5_004, 0)])
    assert isinstance(share, Share) and share.permille == 500 and share.short_of(500) == 4


PLAN = re.compile(r"^\| (\w[\w ]*) \| ([\d ]+) \| ([\d ]+) \| ([\d ]+) \| (\d+) \| (yes|no) \|$", re.MULTILINE)
AT_THE_END = re.compile(
    r"- (?:moving ([\d ]+) from ([\w ]+) to ([\w ]+), )?forecast, (paid media|full cost): ([\d ]+) ÷ ([\d ]+) = (\d+), short ([\d ]+)"
)


def test_the_forecast_of_the_page_is_right():
    page = PAGE.read_text("utf-8").split("### Forecast example")[1]
    rows = PLAN.findall(page)
    lines = [Planned(name, whole(planned), int(digital), paid == "yes") for name, planned, _, _, digital, paid in rows]
    bound: dict[Hashable, int] = {name: whole(spent) + whole(promised) for name, _, spent, promised, _, _ in rows}
    split = {line.line: line for line in lines}
    rests = re.search(r"- rest of the plan: (.+)", page)
    assert rests and len(rows) == 3
    assert [max(0, line.cents - bound[line.line]) for line in lines] == [whole(rest) for rest in rests[1].split(", ")]
    figures = AT_THE_END.findall(page)
    assert len(figures) == 3
    for cents, source, target, figure, *expected in figures:
        plan = moved(lines, source=source, target=target, cents=whole(cents)) if cents else lines
        items = [split[name].item(spent) for name, spent in bound.items()] + rest_of_plan(plan, bound=bound)
        share = paid_media_share(items) if figure == "paid media" else full_cost_share(items)
        assert [share.numerator, share.denominator, share.permille, share.short_of(500)] == [whole(each) for each in expected]


@given(items)
def test_counting_less_as_digital_never_raises_the_share(budget):
    some = [Item(item.cents, item.digital_permille, item.is_paid_media, is_extension=bool(n % 2)) for n, item in enumerate(budget)]
    before, after = digital_share(some), digital_share(strictly(some))
    assert after.denominator == before.denominator and after.thousandths <= before.thousandths


plans = st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(0, 1000)), min_size=2, max_size=8)


@given(plans, st.data())
def test_the_forecast_is_at_least_what_is_bound_and_a_move_leaves_the_total(plan, data):
    lines = [Planned(n, planned, digital) for n, (planned, _, digital) in enumerate(plan)]
    bound: dict[Hashable, int] = {n: cents for n, (_, cents, _) in enumerate(plan)}
    rest = rest_of_plan(lines, bound=bound)
    assert all(item.cents > 0 for item in rest)
    assert sum(item.cents for item in rest) == sum(max(0, line.cents - bound[line.line]) for line in lines)
    most = max(0, lines[0].cents - bound[0])
    cents = data.draw(st.integers(0, most))
    then = moved(lines, source=0, target=1, cents=cents)
    assert sum(line.cents for line in then) == sum(line.cents for line in lines) and min(line.cents for line in then) >= 0
