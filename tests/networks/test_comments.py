"""The first comment: what goes out, what each kind of trouble is called, and that a look finds it under its own post only."""

from typing import Any

import pytest

import networks
from networks import limits
from networks.contract import Caller, Content, NotSent, Refused, SignInLost, Throttled, Unknown
from tests.networks.playground import Playground, adapter

NETWORKS = ("facebook", "instagram")
COMMENT = "Tous les détails : https://example.org/plan"
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


def content_for(play: Playground, slug: str, comment: str = COMMENT) -> Content:
    return Content(("Une nouvelle importante",), pictures=(play.picture(),) if slug == "instagram" else (), first_comment=comment)


def comments(play: Playground, slug: str, caller: Caller) -> list[dict[str, Any]]:
    return play.sandbox.ledger(slug, caller.remote_id, operation="comment")


@pytest.mark.parametrize("slug", NETWORKS)
def test_a_comment_stands_under_its_post(play: Playground, slug):
    caller, content = play.caller(slug), content_for(play, slug)
    play.publish(slug, caller, content)
    (post,) = play.created(caller, slug)
    (said,) = comments(play, slug, caller)
    assert said["text"] == COMMENT
    assert said["reply_to"] == post["id"]


def test_on_x_it_is_an_answer_to_the_last_part(play: Playground):
    caller = play.caller("twitter")
    play.publish("twitter", caller, Content(("Un", "Deux"), first_comment=COMMENT))
    first, second, third = play.created(caller, "twitter")
    assert third["reply_to"] == second["id"]
    assert first["text"] == "Un"


@pytest.mark.parametrize("slug", NETWORKS)
@pytest.mark.parametrize("kind", NOT_DONE)
def test_trouble_before_the_comment_is_made(play: Playground, slug, kind):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content, before="comment")
    play.fault(slug, "comment", kind, seconds=SECONDS.get(kind))
    with pytest.raises(NOT_DONE[kind]) as caught:
        play.perform(slug, step, caller, content, handles)
    assert type(caught.value) is NOT_DONE[kind]
    assert comments(play, slug, caller) == []
    if kind != "token_revoked":
        assert play.look(slug, step, caller, content, handles) == ()
    assert len(play.created(caller, slug)) == 1


@pytest.mark.parametrize("slug", NETWORKS)
@pytest.mark.parametrize("kind", DONE)
def test_trouble_after_the_comment_is_made_is_unknown_and_a_look_finds_it(play: Playground, slug, kind):
    caller, content = play.caller(slug), content_for(play, slug)
    step, handles = play.prepare(slug, caller, content, before="comment")
    play.fault(slug, "comment", kind, seconds=SECONDS.get(kind))
    with pytest.raises(Unknown):
        play.perform(slug, step, caller, content, handles)
    (said,) = comments(play, slug, caller)
    (found,) = play.look(slug, step, caller, content, handles)
    assert (found.remote_id, found.text) == (said["id"], COMMENT)


@pytest.mark.parametrize("slug", NETWORKS)
def test_an_equal_comment_under_another_post_is_not_taken_for_it(play: Playground, slug):
    caller = play.caller(slug)
    play.publish(slug, caller, content_for(play, slug))
    again = Content(
        ("Une autre nouvelle",), pictures=(play.picture("Une autre vue"),) if slug == "instagram" else (), first_comment=COMMENT
    )
    step, handles = play.prepare(slug, caller, again, before="comment")
    assert play.look(slug, step, caller, again, handles) == ()


def test_a_permission_that_was_declined_shuts_no_channel(play: Playground):
    caller, content = play.caller("facebook"), content_for(play, "facebook")
    step, handles = play.prepare("facebook", caller, content, before="comment")
    poorer = play.sandbox.grant("facebook", caller.remote_id, ["pages_show_list", "pages_read_engagement"])
    without = Caller(site=caller.site, remote_id=caller.remote_id, handle=caller.handle, access_token=poorer["access_token"])
    with pytest.raises(Refused, match="comment-permission-missing"):
        play.perform("facebook", step, without, content, handles)


def test_facebook_names_only_what_was_granted(play: Playground):
    (account,) = play.sign_in("facebook", play.new_account("facebook"))
    assert set(account.tokens.scopes) == set(adapter("facebook").scopes)


@pytest.mark.parametrize(
    ("comment", "code"),
    [("x" * 301, "comment-too-long"), ("#aa #bb #cc #dd #ee oui", "comment-hashtags"), ("NON", "comment-capitals"),
     ("https://a.example.org https://b.example.org oui", "comment-links")],
)  # fmt: skip
def test_what_instagram_refuses_is_known_beforehand_and_refused_by_the_sandbox(play: Playground, comment, code):
    caller, content = play.caller("instagram"), content_for(play, "instagram", comment)
    found = {problem.code for problem in limits.problems(networks.get("instagram"), content)}
    assert code in found
    step, handles = play.prepare("instagram", caller, content, before="comment")
    with pytest.raises((Refused, NotSent)):
        play.perform("instagram", step, caller, content, handles)


def test_x_bills_the_comment_as_a_post_of_its_own():
    spec = networks.get("twitter").spec
    plain = limits.cost_usd_micros(spec, Content(("Un",)))
    assert limits.cost_usd_micros(spec, Content(("Un",), first_comment="Deux")) == 2 * plain
    assert limits.cost_usd_micros(spec, Content(("Un",), first_comment=COMMENT)) == plain + spec.link_cost_usd_micros
