"""The judge of the trust suite: what he calls lost, doubled, failed but live, and wrongly shown as published."""

from typing import Any

import pytest

from trust.judge import Shown, Verdict, judge
from trust.plan import Planned, mark

ONE = Planned(number=1, placement="a1", network="twitter", account="7", parts=1, at=100.0)
THREAD = Planned(number=2, placement="a2", network="twitter", account="7", parts=2, at=100.0)


def accepted(number: int, part: int = 1, *, account: str = "7", at_ms: int = 100_500) -> dict[str, Any]:
    return {"network": "twitter", "account": account, "text": f"Bonjour {mark(number, part)}", "created_ms": at_ms}


def wrongs(verdict: Verdict) -> dict[str, int]:
    counted = {name: getattr(verdict, name) for name in ("lost", "doubled", "failed_but_live", "wrong_look", "open")}
    return {name: count for name, count in counted.items() if count}


@pytest.mark.parametrize("state", ["published", "needs_look", "held"])
def test_what_is_online_once_and_not_called_failed_is_right(state: str):
    assert wrongs(judge([ONE], [accepted(1)], {"a1": Shown(state)})) == {}


@pytest.mark.parametrize("state", ["failed", "missed", "cancelled", "needs_look"])
def test_what_is_not_online_and_said_to_people_is_not_lost(state: str):
    assert wrongs(judge([ONE], [], {"a1": Shown(state)})) == {}


def test_an_end_nobody_was_told_of_is_lost():
    assert wrongs(judge([ONE], [], {"a1": Shown("failed", is_said=False)})) == {"lost": 1}


def test_what_was_never_begun_is_lost():
    assert wrongs(judge([ONE], [], {})) == {"lost": 1, "open": 1}


def test_twice_online_is_doubled():
    assert wrongs(judge([ONE], [accepted(1), accepted(1)], {"a1": Shown("published")})) == {"doubled": 1}


def test_the_right_text_on_another_account_is_doubled():
    assert wrongs(judge([ONE], [accepted(1), accepted(1, account="8")], {"a1": Shown("published")})) == {"doubled": 1}


@pytest.mark.parametrize("state", ["failed", "missed", "cancelled"])
def test_called_failed_and_online_is_wrong(state: str):
    assert wrongs(judge([ONE], [accepted(1)], {"a1": Shown(state)})) == {"failed_but_live": 1}


def test_called_published_and_not_online_is_wrong():
    assert wrongs(judge([ONE], [], {"a1": Shown("published")})) == {"wrong_look": 1}


def test_a_thread_is_online_when_all_its_parts_are():
    assert wrongs(judge([THREAD], [accepted(2, 1)], {"a2": Shown("published")})) == {"wrong_look": 1}
    assert wrongs(judge([THREAD], [accepted(2, 1), accepted(2, 2)], {"a2": Shown("published")})) == {}


def test_lateness_is_the_ledgers():
    verdict = judge([ONE], [accepted(1, at_ms=103_250)], {"a1": Shown("published")})
    assert verdict.late_p99_s == 3.25
