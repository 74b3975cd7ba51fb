"""The examples of docs/algorithms/digital-share.md to the cent, and what holds for any budget."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.budget.money import divided
from campaigns.budget.share import Item, Share, digital_share, full_cost_share, paid_media_share

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "digital-share.md"
FIGURE = re.compile(r"- (paid media|full cost): ([\d ]+) ÷ ([\d ]+) = (\d+|none), short ([\d ]+)")
ROW = re.compile(r"\| ([\d ]+) \| (\d+) \| (yes|no) \|")


def whole(text: str) -> int:
    return int(text.replace(" ", ""))


def examples() -> list[tuple[str, list[Item], dict[str, tuple[str, ...]]]]:
    found = []
    for section in PAGE.read_text("utf-8").split("### Example ")[1:]:
        title, _, rest = section.partition("\n")
        rest = rest.split("\n## ")[0]
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
