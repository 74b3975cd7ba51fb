"""The short way to write money down: euros net and a VAT rate; plans with VAT, which neither organisation recovers."""

from typing import Literal

from demo.content.model import Expense, Line, Request


def cents(euros: float) -> int:
    return round(euros * 100)


def line(code: str, name: str, euros: float, *, digital: int, paid: bool = False) -> Line:
    """Return a line; `digital` is per mille, `euros` the plan for the year, VAT included."""
    return Line(code=code, name=name, digital_permille=digital, paid_media=paid, planned_cents=cents(euros))


def spent(part: float, code: str, euros: float, vat: int, supplier: str, campaign: str, note: str) -> Expense:
    """Return an expense; `vat` in percent."""
    return Expense(
        line=code, net_cents=cents(euros), vat_cents=cents(euros * vat / 100), supplier=supplier, part=part, campaign=campaign, note=note
    )


def asked(
    day: int,
    code: str,
    euros: float,
    vat: int,
    supplier: str,
    campaign: str,
    title: str,
    reason: str,
    *,
    by: str,
    state: Literal["open", "approved", "rejected"] = "open",
    decided_by: str = "",
    comment: str = "",
) -> Request:
    """Return a request; `day` counts from today."""
    return Request(
        line=code,
        net_cents=cents(euros),
        vat_cents=cents(euros * vat / 100),
        supplier=supplier,
        day=day,
        campaign=campaign,
        title=title,
        reason=reason,
        by=by,
        state=state,
        decided_by=decided_by,
        comment=comment,
    )
