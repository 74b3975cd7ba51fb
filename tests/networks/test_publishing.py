"""Posts of every shape reach the sandbox through real HTTP, whole and once."""

import pytest

from networks.contract import Content, Duplicate, OutOfCredit, Refused, Stale, Throttled
from networks.limits import problems
from networks.wire import text
from tests.networks.playground import Playground, adapter


def test_facebook_text(play: Playground):
    caller = play.caller("facebook")
    (receipt,) = play.publish("facebook", caller, Content(("Bonjour à toutes et tous 🎉",)))
    (post,) = play.created(caller, "facebook")
    assert (post["id"], post["text"]) == (receipt.handle, "Bonjour à toutes et tous 🎉")
    assert receipt.permalink.startswith(play.url)


def test_facebook_shows_a_link_as_a_card(play: Playground):
    caller = play.caller("facebook")
    play.publish("facebook", caller, Content(("Signez",), link="https://petition.example/a?utm_source=facebook"))
    (post,) = play.created(caller, "facebook")
    assert (post["text"], post["link"]) == ("Signez", "https://petition.example/a?utm_source=facebook")


@pytest.mark.parametrize("count", [1, 3])
def test_facebook_pictures_go_up_unseen_and_one_post_shows_them(play: Playground, count):
    caller = play.caller("facebook")
    content = Content(("Sur la place",), pictures=tuple(play.picture(f"Vue {n}") for n in range(count)), link="https://le.example")
    receipt = play.publish("facebook", caller, content)[-1]
    (post,) = play.created(caller, "facebook")
    assert post["id"] == receipt.handle and len(post["media"]) == count
    assert post["text"] == "Sur la place\n\nhttps://le.example"


def test_instagram_picture_with_alt_text_and_permalink(play: Playground):
    caller = play.caller("instagram")
    receipts = play.publish("instagram", caller, Content(("Sur la place #vélo",), pictures=(play.picture(),)))
    (post,) = play.created(caller, "instagram")
    assert post["id"] == receipts[-2].handle == receipts[-1].handle and post["text"] == "Sur la place #vélo"
    assert receipts[-1].permalink.startswith(play.url)


def test_instagram_carousel(play: Playground):
    caller = play.caller("instagram")
    play.publish("instagram", caller, Content(("Trois vues",), pictures=tuple(play.picture(f"Vue {n}") for n in range(3))))
    (post,) = play.created(caller, "instagram")
    assert len(post["media"]) == 3 and post["text"] == "Trois vues"


def test_x_text_with_a_link(play: Playground):
    caller = play.caller("twitter")
    (receipt,) = play.publish("twitter", caller, Content(("Signez",), link="https://example.org/a?utm_source=x"))
    (post,) = play.created(caller, "twitter")
    assert (post["id"], post["text"]) == (receipt.handle, "Signez\n\nhttps://example.org/a?utm_source=x")
    assert receipt.permalink == f"{play.url}/twitter/{caller.handle}/status/{receipt.handle}"


def test_x_thread_with_pictures_and_alt_texts(play: Playground):
    caller = play.caller("twitter")
    content = Content(("Un fil", "sa suite", "sa fin"), pictures=(play.picture("Vue 1"), play.picture("")))
    receipts = play.publish("twitter", caller, content)
    posts = play.created(caller, "twitter")
    assert [post["text"] for post in posts] == ["Un fil", "sa suite", "sa fin"]
    assert [len(post["media"]) for post in posts] == [2, 0, 0]
    assert [post["reply_to"] for post in posts] == ["", receipts[-3].handle, receipts[-2].handle]


@pytest.mark.parametrize("slug", ["facebook", "twitter"])
def test_an_equal_post_is_refused_as_a_duplicate(play: Playground, slug):
    caller = play.caller(slug)
    play.publish(slug, caller, Content(("Le même texte",)))
    with pytest.raises(Duplicate):
        play.publish(slug, caller, Content(("Le même texte",)))
    assert len(play.created(caller, slug)) == 1


def test_publishing_an_instagram_container_twice_gives_the_same_post(play: Playground):
    caller, content = play.caller("instagram"), Content(("Une fois",), pictures=(play.picture(),))
    step, handles = play.prepare("instagram", caller, content)
    first = play.perform("instagram", step, caller, content, handles)
    again = play.perform("instagram", step, caller, content, handles)
    assert first.handle == again.handle and len(play.created(caller, "instagram")) == 1


@pytest.mark.parametrize("slug", ["facebook", "instagram", "twitter"])
def test_what_was_posted_is_found_and_recognised(play: Playground, slug):
    caller = play.caller(slug)
    content = Content(
        ("À voir & <à lire> : « ici »\n\nDemain 👩🏾‍🚒",), pictures=(play.picture(), play.picture()), link="https://example.org/a?b=1&c=2"
    )
    assert not [problem for problem in problems(adapter(slug), content) if problem.blocks]
    step, handles = play.prepare(slug, caller, content)
    receipt = play.perform(slug, step, caller, content, handles)
    (found,) = play.look(slug, step, caller, content, handles)
    assert found.remote_id == receipt.handle and found.pictures == step.pictures == 2
    assert text.same_text(step.text, found.text), found.text


def test_a_look_at_a_thread_sees_only_the_same_place_in_it(play: Playground):
    caller, content = play.caller("twitter"), Content(("Un", "Deux"))
    receipts = play.publish("twitter", caller, content)
    first, second = adapter("twitter").steps(content)
    handles = {"post-1": receipts[0].handle}
    assert [post.remote_id for post in play.look("twitter", first, caller, content, handles)] == [receipts[0].handle]
    assert [post.remote_id for post in play.look("twitter", second, caller, content, handles)] == [receipts[1].handle]


@pytest.mark.parametrize(
    ("slug", "content", "code"),
    [
        ("facebook", Content(("x",), link="https://www.facebook.com/a"), "link-refused"),
        ("facebook", Content(("x",), link="https://unreachable.example/a"), "link-not-reachable"),
        ("twitter", Content(("x" * 281,)), {"not-permitted", "invalid-parameter"}),
    ],
)
def test_a_documented_refusal_says_what_is_wrong(play: Playground, slug, content, code):
    caller = play.caller(slug)
    with pytest.raises(Refused) as refused:
        play.publish(slug, caller, content)
    assert refused.value.code in ({code} if isinstance(code, str) else code)
    assert refused.value.detail and play.created(caller, slug) == []


def test_instagram_says_when_it_cannot_reach_a_picture(play: Playground):
    caller = play.caller("instagram")
    play.pictures = "http://127.0.0.1:1"
    with pytest.raises(Refused, match="picture-not-reachable"):
        play.publish("instagram", caller, Content(("x",), pictures=(play.picture(),)))


def test_a_container_that_expired_asks_for_a_new_one(play: Playground):
    caller, content = play.caller("instagram"), Content(("Trop tard",), pictures=(play.picture(),))
    step, handles = play.prepare("instagram", caller, content)
    play.sandbox.settings(clock_offset_seconds=25 * 3_600)
    try:
        with pytest.raises(Stale, match="container-gone"):
            play.perform("instagram", step, caller, content, handles)
        assert play.look("instagram", step, caller, content, handles) == ()
    finally:
        play.sandbox.settings(clock_offset_seconds=0)
    assert play.created(caller, "instagram") == []


def test_the_daily_quota_of_instagram_is_a_wait_and_not_a_failure(play: Playground):
    caller, content = play.caller("instagram"), Content(("Encore un",), pictures=(play.picture(),))
    step, handles = play.prepare("instagram", caller, content)
    play.sandbox.settings(instagram_posts_per_day=0)
    try:
        with pytest.raises(Throttled, match="daily-quota"):
            play.perform("instagram", step, caller, content, handles)
    finally:
        play.sandbox.settings(instagram_posts_per_day=100)


def test_x_without_credit_left_asks_for_money(play: Playground):
    caller = play.caller("twitter")
    play.sandbox.settings(x_credits_mills=0)
    try:
        with pytest.raises(OutOfCredit):
            play.publish("twitter", caller, Content(("x",)))
    finally:
        play.sandbox.settings(x_credits_mills=None)
    assert play.created(caller, "twitter") == []
