"""Steps nobody sees are taken minutes ahead: they show nothing, they say when they are too old, and what was not used is taken away."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

import networks
from networks.contract import CanDiscard, CanPublish, Content, NotSent, Refused, SignInLost, Stale, Throttled, Unknown
from networks.limits import cost_usd_micros, step_cost_usd_micros
from networks.wire import deadline
from tests.networks.playground import Playground, adapter
from tests.networks.wire_server import http, serving

ALL = ["facebook", "instagram", "twitter"]


def two_pictures(play: Playground) -> Content:
    return Content(("Deux vues",), pictures=(play.picture("Vue 1"), play.picture("Vue 2")))


@contextmanager
def later(play: Playground, wait: timedelta):
    play.sandbox.settings(clock_offset_seconds=wait.total_seconds())
    try:
        yield
    finally:
        play.sandbox.settings(clock_offset_seconds=0)


def photos(handles):
    return [handle for name, handle in handles.items() if name.startswith("picture-")]


def shown(play: Playground, caller):
    """Return how many pictures each post of the page shows."""
    return [post.pictures for post in adapter("facebook").recent(caller=caller, limit=10)]


# ── Ahead of time ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("slug", ALL)
def test_what_is_taken_ahead_shows_nothing_and_serves_later(play: Playground, slug):
    caller, content = play.caller(slug), two_pictures(play)
    step, handles = play.prepare(slug, caller, content)
    assert step.visible and play.created(caller, slug) == [] and adapter(slug).recent(caller=caller, limit=10) == ()
    with later(play, timedelta(minutes=50)):
        play.perform(slug, step, caller, content, handles)
    assert len(play.created(caller, slug)[0]["media"]) == 2


def test_every_network_says_how_long_what_was_prepared_lives():
    for network in networks.all().values():
        assert isinstance(network, CanPublish) and timedelta(hours=1) < network.handles_live <= timedelta(hours=24)


# ── Too old ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_picture_that_x_no_longer_has_is_uploaded_anew(play: Playground):
    caller, content = play.caller("twitter"), two_pictures(play)
    step, handles = play.prepare("twitter", caller, content)
    stranger = play.caller("twitter")
    with pytest.raises(Stale, match="container-gone"):  # an id is worth nothing to another account, nor to any once it has expired
        play.perform("twitter", step, stranger, content, handles)
    play.publish("twitter", caller, content)
    assert play.created(stranger, "twitter") == [] and len(play.created(caller, "twitter")) == 1


def test_a_photo_that_facebook_no_longer_has_is_uploaded_anew(play: Playground):
    caller, content = play.caller("facebook"), two_pictures(play)
    step, handles = play.prepare("facebook", caller, content)
    adapter("facebook").take_down(caller=caller, remote_id=handles["picture-2"])
    with pytest.raises(Stale, match="container-gone"):
        play.perform("facebook", step, caller, content, handles)
    assert play.created(caller, "facebook") == []


def test_a_refusal_that_has_nothing_to_do_with_the_photos_stays_one(play: Playground):
    caller = play.caller("facebook")
    content = Content(("x" * 63_207,), pictures=(play.picture(),))
    step, handles = play.prepare("facebook", caller, content)
    with pytest.raises(Refused, match="invalid-parameter"):
        play.perform("facebook", step, caller, content, handles)


@pytest.mark.parametrize("name", ["ready", "publish"])
def test_a_container_the_account_no_longer_has_asks_for_a_new_one(play: Playground, name):
    caller, content = play.caller("instagram"), Content(("Disparu",), pictures=(play.picture(),))
    step, handles = play.prepare("instagram", caller, content, before=name)
    with pytest.raises(Stale, match="container-gone"):
        play.perform("instagram", step, caller, content, {**handles, "container": "17900000000000001"})


def test_a_container_that_is_gone_after_it_was_published_is_no_reason_to_publish_again(play: Playground):
    caller, content = play.caller("instagram"), Content(("Déjà là",), pictures=(play.picture(),))
    step, handles = play.prepare("instagram", caller, content)
    first = play.perform("instagram", step, caller, content, dict(handles))
    lost = {**handles, "container": "17900000000000001"}
    assert [post.remote_id for post in play.look("instagram", step, caller, content, lost)] == [first.handle]
    assert play.perform("instagram", step, caller, content, lost).handle == first.handle
    assert len(play.created(caller, "instagram")) == 1


def test_of_a_container_that_is_gone_nothing_is_claimed_while_the_media_cannot_be_read(play: Playground):
    caller, content = play.caller("instagram"), Content(("Peut-être",), pictures=(play.picture(),))
    step, _ = play.prepare("instagram", caller, content)
    play.fault("instagram", "look", "429", seconds=60)
    with pytest.raises(Unknown):
        play.perform("instagram", step, caller, content, {"container": "17900000000000001"})


def test_a_quota_that_is_used_up_is_known_before_anything_is_prepared(play: Playground):
    caller, content = play.caller("instagram"), Content(("Un",), pictures=(play.picture(),))
    play.publish("instagram", caller, content)
    play.sandbox.settings(instagram_posts_per_day=1)
    try:
        with pytest.raises(Throttled, match="daily-quota"), deadline.sending(until=None) as window:
            adapter("instagram").perform(adapter("instagram").steps(content)[0], caller=caller, content=content, handles={})
    finally:
        play.sandbox.settings(instagram_posts_per_day=100)
    (limit,) = [limit for limit in window.limits if limit.what == "posts-per-day"]
    assert limit.share_used == 1.0


# ── The last word ────────────────────────────────────────────────────────────────────────────────────────────────
def instagram_that(*, refuses: str, then: str | bytes):
    """Answer a container as FINISHED, the publishing with this error, and the container after that with `then`."""

    def answer(stream, asked):
        request, published = asked[-1], any(b"media_publish" in one for one in asked)
        if b"media_publish" in request:
            stream.sendall(http(f'{{"error": {refuses}}}', status="400 Bad Request"))
        elif b"/media?" in request:
            stream.sendall(
                http('{"data": [{"id": "9", "caption": "Oui", "timestamp": "2999-01-01T00:00:00+0000", "media_type": "IMAGE"}]}')
            )
        elif published and isinstance(then, bytes):
            stream.sendall(then)
        else:
            stream.sendall(http(f'{{"status_code": "{str(then) if published else "FINISHED"}"}}'))

    return answer


SPAM = '{"code": 4, "error_subcode": 2207051, "message": "We restrict certain activity"}'
UPLOAD = '{"code": -1, "error_subcode": 2207053, "message": "unknown upload error"}'
BUSY = http('{"error": {"code": 4, "message": "Application request limit reached"}}', status="400 Bad Request")


@pytest.mark.parametrize("refuses", [SPAM, UPLOAD])
@pytest.mark.parametrize(("then", "outcome"), [("PUBLISHED", "9"), ("FINISHED", (Refused, Stale)), (BUSY, Unknown)], ids=range(3))
def test_a_refusal_of_what_went_online_all_the_same_is_none(caller_at, refuses, then, outcome):
    content = Content(("Oui",))
    step = next(step for step in adapter("instagram").steps(content) if step.visible)
    step = type(step)(step.name, visible=True, text="Oui", pictures=1)
    answer = instagram_that(refuses=refuses, then=then)
    with serving(lambda stream: answer(stream, server.requests)) as server:
        caller, handles = caller_at(server.url), {"container": "5"}
        if isinstance(outcome, str):
            assert adapter("instagram").perform(step, caller=caller, content=content, handles=handles).handle == outcome
        else:
            with pytest.raises(outcome):
                adapter("instagram").perform(step, caller=caller, content=content, handles=handles)


def test_an_error_inside_a_success_of_graph_says_nothing_of_what_was_made(caller_at):
    content = Content(("Oui",))
    answer = http('{"id": "1_2", "error": {"code": 100, "message": "Tried accessing nonexisting field"}}')
    with serving(answer) as server, pytest.raises(Unknown):
        adapter("facebook").perform(adapter("facebook").steps(content)[0], caller=caller_at(server.url), content=content, handles={})


def test_a_list_that_was_not_read_to_its_end_does_not_say_absent(caller_at):
    content = Content(("Oui",))
    page = '{"data": [], "paging": {"cursors": {"after": "x"}, "next": "https://next.example"}}'
    step, since = adapter("facebook").steps(content)[0], datetime.now(UTC) - timedelta(minutes=1)
    with serving(http(page)) as server, pytest.raises(NotSent, match="not-listed-yet"):
        adapter("facebook").look(step, caller=caller_at(server.url), content=content, handles={}, since=since)


# ── Taking away what was not used ────────────────────────────────────────────────────────────────────────────────
def test_only_facebook_keeps_what_nobody_used():
    assert [slug for slug, network in networks.all().items() if isinstance(network, CanDiscard)] == ["facebook"]


def test_photos_that_no_post_shows_are_taken_away_once(play: Playground):
    caller, content = play.caller("facebook"), two_pictures(play)
    _, handles = play.prepare("facebook", caller, content)
    for _ in range(2):  # what is gone already counts as done
        adapter("facebook").discard(caller=caller, handles=handles)
    assert [adapter("facebook").is_there(caller=caller, remote_id=photo) for photo in photos(handles)] == [False, False]


def test_photos_that_a_post_shows_stay(play: Playground):
    caller, content = play.caller("facebook"), two_pictures(play)
    step, handles = play.prepare("facebook", caller, content)
    play.perform("facebook", step, caller, content, handles)
    adapter("facebook").discard(caller=caller, handles=handles)
    assert shown(play, caller) == [2]


@pytest.mark.parametrize("kind", ["5xx_before", "reset_after", "html_after", "5xx_after"])
def test_a_discard_that_is_not_answered_is_asked_again(play: Playground, kind):
    caller, content = play.caller("facebook"), two_pictures(play)
    _, handles = play.prepare("facebook", caller, content)
    play.fault("facebook", "delete", kind)
    with pytest.raises(NotSent):
        adapter("facebook").discard(caller=caller, handles=handles)
    adapter("facebook").discard(caller=caller, handles=handles)
    assert not any(adapter("facebook").is_there(caller=caller, remote_id=photo) for photo in photos(handles))


def test_photos_of_another_page_are_not_called_gone_when_the_token_is_dead(play: Playground):
    caller, content = play.caller("facebook"), two_pictures(play)
    _, handles = play.prepare("facebook", caller, content)
    play.fault("facebook", "look", "token_revoked")
    with pytest.raises(SignInLost):
        adapter("facebook").discard(caller=caller, handles=handles)


# ── What a step costs ────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("texts", [("Un", "Deux https://example.org"), ("Un",)])
@pytest.mark.parametrize("link", ["", "https://example.org/a"])
def test_the_steps_add_up_to_the_cost_of_the_whole(play: Playground, slug, texts, link):
    network = adapter(slug)
    content = Content(texts[: network.spec.max_segments], pictures=(play.picture("Vue"), play.picture("")), link=link)
    steps = network.steps(content)
    assert sum(step_cost_usd_micros(network.spec, step) for step in steps) == cost_usd_micros(network.spec, content)


def test_x_bills_a_post_a_link_and_an_alt_text(play: Playground):
    content = Content(("Un", "Deux https://example.org"), pictures=(play.picture("Vue"),))
    steps = adapter("twitter").steps(content)
    assert {step.name: step_cost_usd_micros(adapter("twitter").spec, step) for step in steps} == {
        "picture-1": 0,
        "alt-1": 5_000,
        "post-1": 15_000,
        "post-2": 200_000,
    }


def test_what_x_was_paid_is_what_we_counted(play: Playground):
    caller = play.caller("twitter")
    content = Content(("Un", "Deux https://example.org"), pictures=(play.picture("Vue"),))
    before = play.sandbox.settings()["x_spent_mills"]
    play.publish("twitter", caller, content)
    spent = (play.sandbox.settings()["x_spent_mills"] - before) * 1_000
    assert spent == cost_usd_micros(adapter("twitter").spec, content)
