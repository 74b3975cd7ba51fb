"""Taking down, correcting and seeing, against the sandbox: what is gone counts as done, what is unknown is asked again."""

import pytest

from networks.contract import CanCorrect, CanSee, CanTakeDown, Content, NotSent, Refused, SignInLost
from tests.networks.playground import Playground, adapter

TEXT = "La place est à nous."


def posted(play: Playground, slug: str):
    caller = play.caller(slug)
    content = Content(segments=(TEXT,), pictures=(play.picture(),) if slug == "instagram" else ())
    receipts = play.publish(slug, caller, content)
    return caller, receipts[-1].handle


def deletes(play: Playground, caller, slug: str) -> int:
    return sum(row["operation"] == "delete" for row in play.sandbox.ledger(slug, caller.remote_id, operation="all"))


def test_each_network_has_what_it_really_has():
    assert [isinstance(adapter("facebook"), kind) for kind in (CanTakeDown, CanCorrect, CanSee)] == [True, True, True]
    assert [isinstance(adapter("twitter"), kind) for kind in (CanTakeDown, CanCorrect, CanSee)] == [True, False, True]
    assert [isinstance(adapter("instagram"), kind) for kind in (CanTakeDown, CanCorrect, CanSee)] == [False, False, True]


@pytest.mark.parametrize("slug", ["facebook", "twitter"])
def test_a_post_comes_down_and_is_seen_no_more(play: Playground, slug: str):
    caller, post = posted(play, slug)
    assert adapter(slug).is_there(caller=caller, remote_id=post)
    adapter(slug).take_down(caller=caller, remote_id=post)
    assert not adapter(slug).is_there(caller=caller, remote_id=post)
    adapter(slug).take_down(caller=caller, remote_id=post)  # gone already
    assert deletes(play, caller, slug) == 1


@pytest.mark.parametrize("slug", ["facebook", "twitter"])
@pytest.mark.parametrize("kind", ["5xx_after", "reset_after", "cut_body", "html_after", "5xx_before", "html_body", "odd_json"])
def test_an_unknown_outcome_may_be_asked_again(play: Playground, slug: str, kind: str):
    caller, post = posted(play, slug)
    play.fault(slug, "delete", kind)
    with pytest.raises(NotSent):
        adapter(slug).take_down(caller=caller, remote_id=post)
    adapter(slug).take_down(caller=caller, remote_id=post)
    assert deletes(play, caller, slug) == 1


@pytest.mark.parametrize("slug", ["facebook", "twitter"])
def test_a_token_that_is_refused_is_not_a_post_that_is_gone(play: Playground, slug: str):
    caller, post = posted(play, slug)
    play.fault(slug, "delete", "token_revoked")
    with pytest.raises(SignInLost):
        adapter(slug).take_down(caller=caller, remote_id=post)
    assert deletes(play, caller, slug) == 0


def test_another_pages_post_is_neither_gone_nor_taken_down(play: Playground):
    _, theirs = posted(play, "facebook")
    ours, _ = posted(play, "facebook")
    adapter("facebook").take_down(caller=ours, remote_id=theirs)  # Graph says the same as of a post that is gone
    assert play.sandbox.ledger("facebook", theirs.split("_")[0], operation="all")[-1]["operation"] == "create"
    _, tweet = posted(play, "twitter")
    mine, _ = posted(play, "twitter")
    with pytest.raises((Refused, NotSent)):
        adapter("twitter").take_down(caller=mine, remote_id=tweet)


def test_a_text_is_corrected_and_the_post_stays(play: Playground):
    caller, post = posted(play, "facebook")
    adapter("facebook").correct(caller=caller, remote_id=post, text="La place est à tous.")
    rows = play.sandbox.ledger("facebook", caller.remote_id, operation="all")
    assert [(row["operation"], row["text"]) for row in rows] == [("create", TEXT), ("edit", "La place est à tous.")]


def test_a_text_of_a_post_that_is_gone_is_not_corrected(play: Playground):
    caller, post = posted(play, "facebook")
    adapter("facebook").take_down(caller=caller, remote_id=post)
    with pytest.raises(Refused) as refused:
        adapter("facebook").correct(caller=caller, remote_id=post, text="Autre.")
    assert refused.value.code == "not-there-any-more"


def test_what_is_on_instagram_is_seen_until_a_person_deletes_it(play: Playground):
    caller, post = posted(play, "instagram")
    assert adapter("instagram").is_there(caller=caller, remote_id=post)
    play.sandbox.control(f"posts?network=instagram&id={post}", method="DELETE")
    assert not adapter("instagram").is_there(caller=caller, remote_id=post)
