import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.budget.money import divided, net_in, part, vat_on


@pytest.mark.parametrize(
    ("net", "rate", "vat"), [(100_00, 2100, 21_00), (33, 2100, 7), (50, 100, 0), (150, 100, 2), (99_99, 550, 5_50), (0, 2100, 0)]
)
def test_vat_is_rounded_half_to_even(net, rate, vat):
    assert vat_on(net, rate) == vat


@given(st.integers(0, 10**11), st.sampled_from([0, 550, 600, 1200, 2000, 2100]))
def test_net_and_vat_of_a_gross_amount_add_up_to_what_was_paid(gross, rate):
    net = net_in(gross, rate)
    assert 0 <= net <= gross
    assert abs(vat_on(net, rate) - (gross - net)) <= 1


def test_a_part_is_thousandths():
    assert part(1_400_000, 600) == 840_000
    assert part(1, 500) == 0 and part(3, 500) == 2


def test_nothing_is_divided_by_zero():
    with pytest.raises(ZeroDivisionError):
        divided(1, 0)
