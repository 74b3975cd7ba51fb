"""Each adapter against each kind of trouble: the class of error, and what the network's own ledger says was created."""

from datetime import UTC, datetime

import pytest

from networks.contract import Content, Duplicate, NotSent, OutOfCredit, SignInLost, Throttled, Unknown
from networks.wire import text
from tests.networks.playground import Playground, adapter

VISIBLE = {"facebook": "create", "instagram": "publish", "twitter": "create"}
NOT_DONE = {
    "429": Throttled,
    "5xx_before": Unknown,
    "reset_before": Unknown,
    "hang": Unknown,
    "html_body": Unknown,
    "odd_json": Unknown,
    "token_revoked": SignInLost,
    "unknown_4xx": Unknown,
}
DONE = ("5xx_after", "reset_after", "hang_after", "cut_body", "html_after")
SECONDS = {"429": 120.0, "hang": 3.0, "hang_after": 3.0}


def content_for(play: Playground, slug: str) -> Content:
    return Content(("Une nouvelle importante : https://example.org/a",), pictures=(play.picture(),) if slug == "instagram" else ())


@pytest.mark.parametrize("slug", VISIBLE)
@pytest.mark.parametrize("kind", NOT_DONE)
def test_trouble_before_the_post_is_made(play: Playground, slug, kind):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], kind, seconds=SECONDS.get(kind))
    with pytest.raises(NOT_DONE[kind]) as caught:
        play.perform(slug, step, caller, content, handles)
    assert type(caught.value) is NOT_DONE[kind]
    assert play.created(caller, slug) == []
    if kind != "token_revoked":
        assert play.look(slug, step, caller, content, handles) == ()
        play.perform(slug, step, caller, content, handles)
        assert len(play.created(caller, slug)) == 1


@pytest.mark.parametrize("slug", VISIBLE)
@pytest.mark.parametrize("kind", DONE)
def test_trouble_after_the_post_is_made_is_unknown_and_a_look_finds_it(play: Playground, slug, kind):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], kind, seconds=SECONDS.get(kind))
    with pytest.raises(Unknown):
        play.perform(slug, step, caller, content, handles)
    (made,) = play.created(caller, slug)
    (found,) = play.look(slug, step, caller, content, handles)
    assert found.remote_id == made["id"] and text.same_text(found.text, step.text)


@pytest.mark.parametrize("slug", VISIBLE)
def test_sending_again_after_an_unknown_outcome_cannot_double(play: Playground, slug):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], "5xx_after")
    with pytest.raises(Unknown):
        play.perform(slug, step, caller, content, handles)
    if slug == "instagram":
        assert play.perform(slug, step, caller, content, handles).handle == play.created(caller, slug)[0]["id"]
    else:
        with pytest.raises(Duplicate):
            play.perform(slug, step, caller, content, handles)
    assert len(play.created(caller, slug)) == 1


def test_x_without_credit(play: Playground):
    caller, content = play.caller("twitter"), Content(("x",))
    play.fault("twitter", "create", "credit_empty")
    with pytest.raises(OutOfCredit):
        play.publish("twitter", caller, content)
    assert play.created(caller, "twitter") == []


@pytest.mark.parametrize("slug", VISIBLE)
def test_a_slow_answer_is_an_answer(play: Playground, slug):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], "latency", seconds=0.2)
    assert play.perform(slug, step, caller, content, handles).handle == play.created(caller, slug)[0]["id"]


@pytest.mark.parametrize("slug", VISIBLE)
def test_a_post_that_is_not_shown_yet_is_not_taken_for_absent_by_instagram(play: Playground, slug):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], "visibility_delay", seconds=30)
    play.perform(slug, step, caller, content, handles)
    if slug == "instagram":
        with pytest.raises(NotSent, match="not-listed-yet"):
            play.look(slug, step, caller, content, handles)
    else:
        assert play.look(slug, step, caller, content, handles) == ()


# ── Steps nobody sees, and reads ─────────────────────────────────────────────────────────────────────────────────
UNSEEN = [
    ("facebook", "picture-1", "upload"),
    ("instagram", "item-1", "container"),
    ("instagram", "container", "container"),
    ("instagram", "ready", "status"),
    ("twitter", "picture-1", "upload"),
    ("twitter", "alt-1", "metadata"),
]
AGAIN = {
    "429": Throttled,
    "5xx_before": NotSent,
    "reset_before": NotSent,
    "hang": NotSent,
    "html_body": NotSent,
    "odd_json": NotSent,
    "unknown_4xx": NotSent,
    "5xx_after": NotSent,
    "reset_after": NotSent,
    "hang_after": NotSent,
    "cut_body": NotSent,
    "html_after": NotSent,
    "token_revoked": SignInLost,
}


@pytest.mark.parametrize(("slug", "name", "operation"), UNSEEN)
@pytest.mark.parametrize("kind", AGAIN)
def test_trouble_in_a_step_nobody_sees_is_tried_again_and_shows_nothing(play: Playground, slug, name, operation, kind):
    caller = play.caller(slug)
    content = Content(("Deux vues",), pictures=(play.picture("Vue 1"), play.picture("Vue 2")))
    step, handles = play.prepare(slug, caller, content, before=name)
    if name == "container":
        play.insist(slug, step, caller, content, dict(handles))  # the items must be ready first
    play.fault(slug, operation, kind, seconds=SECONDS.get(kind))
    with pytest.raises(AGAIN[kind]) as caught:
        play.perform(slug, step, caller, content, handles)
    assert type(caught.value) is AGAIN[kind]
    assert play.created(caller, slug) == []
    if kind != "token_revoked":
        assert play.insist(slug, step, caller, content, handles).handle


@pytest.mark.parametrize("kind", ["5xx_before", "hang", "429", "html_body"])
def test_a_permalink_that_cannot_be_read_leaves_the_post_published(play: Playground, kind):
    caller, content = play.caller("instagram"), content_for(play, "instagram")
    step, handles = play.prepare("instagram", caller, content)
    published = play.perform("instagram", step, caller, content, handles)
    play.fault("instagram", "look", kind, seconds=SECONDS.get(kind))
    last = adapter("instagram").steps(content)[-1]
    with pytest.raises((NotSent, Throttled)):
        play.perform("instagram", last, caller, content, dict(handles))
    assert play.perform("instagram", last, caller, content, handles).handle == published.handle
    assert len(play.created(caller, "instagram")) == 1


LOOKS = {"facebook": "look", "instagram": "status", "twitter": "look"}


@pytest.mark.parametrize("slug", LOOKS)
@pytest.mark.parametrize("kind", [kind for kind in AGAIN if kind not in ("5xx_after", "reset_after", "hang_after", "html_after")])
def test_a_look_that_fails_never_says_absent(play: Playground, slug, kind):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.perform(slug, step, caller, content, handles)
    play.fault(slug, LOOKS[slug], kind, seconds=SECONDS.get(kind))
    with pytest.raises(AGAIN[kind]):
        play.look(slug, step, caller, content, handles)


@pytest.mark.parametrize("slug", VISIBLE)
def test_a_throttled_channel_knows_until_when(play: Playground, slug):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content)
    play.fault(slug, VISIBLE[slug], "429", seconds=120)
    before = datetime.now(UTC)
    with pytest.raises(Throttled) as caught:
        play.perform(slug, step, caller, content, handles)
    assert 100 <= (caught.value.until - before).total_seconds() <= 140
