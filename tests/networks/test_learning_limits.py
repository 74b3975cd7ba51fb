"""What a network says of its allowances is heard on every answer, in time to stop before the refusal."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from networks.contract import Content, Limit, Throttled
from networks.wire import deadline, graph_limits, x_limits
from tests.networks.playground import adapter
from tests.networks.wire_server import http, serving

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def x_headers(name="x-rate-limit", *, left, most=100, reset=NOW + timedelta(minutes=4)):
    return {f"{name}-limit": str(most), f"{name}-remaining": str(left), f"{name}-reset": str(int(reset.timestamp()))}


# ── X ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_while_x_leaves_something_nobody_waits():
    assert x_limits.limits(x_headers(left=1), NOW) == (Limit(NOW, 0.99, "x-rate-limit"),)


def test_what_x_says_is_used_up_starts_anew_with_its_window():
    assert x_limits.limits(x_headers(left=0), NOW) == (Limit(NOW + timedelta(minutes=4), 1.0, "x-rate-limit"),)


def test_the_day_of_the_application_is_everybodys():
    headers = {**x_headers(left=7), **x_headers("x-app-limit-24hour", left=0, reset=NOW + timedelta(hours=5))}
    assert [(limit.what, limit.whole_app, limit.until > NOW) for limit in x_limits.limits(headers, NOW)] == [
        ("x-rate-limit", False, False),
        ("x-app-limit-24hour", True, True),
    ]


def test_a_clock_of_ours_that_is_wrong_changes_no_wait():
    theirs = {**x_headers(left=0), "date": format_datetime(NOW, usegmt=True)}
    ours = NOW + timedelta(minutes=9)  # the window would seem to have started anew already
    assert x_limits.limits(theirs, ours)[0].until == ours + timedelta(minutes=4)
    assert x_limits.until(theirs, ours) == ours + timedelta(minutes=4)


@pytest.mark.parametrize("headers", [{}, {"x-rate-limit-remaining": "many"}, {"x-rate-limit-limit": "100"}])
def test_where_x_says_nothing_nothing_is_learnt(headers):
    assert x_limits.limits(headers, NOW) == ()


@pytest.mark.parametrize("reset", [None, "soon", "99999999999", "99999999999999999999"])
def test_no_reset_of_x_silences_a_channel_for_longer_than_a_day(reset):
    headers = {"x-rate-limit-remaining": "0", **({"x-rate-limit-reset": reset} if reset else {})}
    assert NOW < x_limits.limits(headers, NOW)[0].until <= NOW + timedelta(hours=25)


# ── Graph ────────────────────────────────────────────────────────────────────────────────────────────────────────
def usage(percent, minutes=None):
    wait = {} if minutes is None else {"estimated_time_to_regain_access": minutes}
    return {"call_count": percent, "total_cputime": 3, "total_time": 2, **wait}


def business(*used):
    return {"X-Business-Use-Case-Usage": json.dumps({"1001": list(used)})}


def test_the_fullest_percentage_counts():
    headers = {"X-App-Usage": json.dumps({"call_count": 10, "total_cputime": 20, "total_time": 60})}
    assert graph_limits.limits(headers, NOW) == (Limit(NOW, 0.6, "app-usage", whole_app=True),)


@pytest.mark.parametrize(("percent", "until"), [(94, NOW), (95, NOW + QUARTER), (100, NOW + QUARTER), (130, NOW + QUARTER)])
def test_graph_is_left_alone_a_little_before_it_refuses(percent, until):
    assert graph_limits.limits({"X-Page-Usage": json.dumps(usage(percent))}, NOW) == (Limit(until, min(percent, 100) / 100, "page-usage"),)


def test_graph_says_the_wait_in_minutes():
    assert graph_limits.limits(business(usage(80, minutes=42)), NOW) == (Limit(NOW + timedelta(minutes=42), 1.0, "business-usage"),)


@pytest.mark.parametrize("said", ["", "nonsense", "[]", "5", '{"1": 5}', '{"1": []}', '{"1": [3]}', '{"1": [{"call_count": "many"}]}'])
def test_what_cannot_be_read_of_graphs_usage_stops_nobody(said):
    headers = {"X-Business-Use-Case-Usage": said, "X-App-Usage": said, "X-Page-Usage": said}
    assert all(limit.until == NOW for limit in graph_limits.limits(headers, NOW))


# ── At the door ──────────────────────────────────────────────────────────────────────────────────────────────────
def lines(headers):
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items())


def send(slug, caller, answer):
    """Post once to a server that answers so; return the window and what was raised."""
    content = Content(("Bonjour",))
    step = adapter(slug).steps(content)[-1]
    with serving(answer) as server, deadline.sending(until=None) as window:
        try:
            adapter(slug).perform(step, caller=caller(server.url), content=content, handles={})
        except Throttled as error:
            return window, error
    return window, None


def test_the_window_has_learnt_from_an_accepted_post(caller_at):
    soon = datetime.now(UTC) + timedelta(minutes=4)
    answer = http('{"data": {"id": "5"}}', status="201 Created", headers=lines(x_headers(left=0, reset=soon)))
    window, _ = send("twitter", caller_at, answer)
    (limit,) = window.limits
    assert limit.what == "x-rate-limit" and abs(limit.until - soon) < timedelta(seconds=2)


def test_the_window_has_learnt_from_a_refusal_too(caller_at):
    refused = '{"error": {"code": 32, "message": "Page request limit reached"}}'
    answer = http(refused, status="400 Bad Request", headers=lines(business(usage(100, minutes=7))))
    window, error = send("facebook", caller_at, answer)
    (limit,) = window.limits
    assert abs(limit.until - error.until) < timedelta(seconds=1)


def test_of_several_answers_the_one_that_binds_longest_is_kept():
    window = deadline.Window()
    window.learn([Limit(NOW, 0.2, "x-rate-limit")])
    window.learn([Limit(NOW + QUARTER, 1.0, "x-rate-limit"), Limit(NOW, 0.1, "x-app-limit-24hour", whole_app=True)])
    window.learn([Limit(NOW + timedelta(seconds=1), 0.3, "x-rate-limit")])
    assert window.limits == (Limit(NOW + QUARTER, 1.0, "x-rate-limit"), Limit(NOW, 0.1, "x-app-limit-24hour", whole_app=True))
