"""Integer cents. The only rounding in the house: half to even. Knows no currency signs and formats nothing. Pure."""

BASE = 10_000  # VAT rates are in hundredths of a per cent: 21 % is 2 100, 5.5 % is 550


def divided(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to the quotient, the even one of two equally near. Exact for any size. Raises ZeroDivisionError."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    whole, rest = divmod(numerator, denominator)
    twice = 2 * rest
    return whole + (1 if twice > denominator or (twice == denominator and whole % 2) else 0)


def part(cents: int, permille: int) -> int:
    """Return that many thousandths of an amount."""
    return divided(cents * permille, 1000)


def cost(net_cents: int, vat_cents: int, recovers: bool) -> int:
    """Return what an amount costs the organisation: without VAT when it `recovers` it, else with it.

    Lines, limits, what is left and both digital shares count this one amount. See docs/algorithms/ledger.md.
    """
    return net_cents if recovers else net_cents + vat_cents


def vat_on(net_cents: int, rate: int) -> int:
    """Return the VAT on a net amount. `rate` in hundredths of a per cent."""
    return divided(net_cents * rate, BASE)


def net_in(gross_cents: int, rate: int) -> int:
    """Return the net amount in a gross one; the VAT is the rest, so that both always add up to what was paid."""
    return divided(gross_cents * BASE, BASE + rate)
