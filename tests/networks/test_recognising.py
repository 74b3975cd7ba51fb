"""People look at what an account shows, and paste the address of a post: only one of that very account is taken."""

import pytest

from networks.contract import Content, Site
from tests.networks.playground import Playground, adapter

REAL = Site(app_id="1", app_secret="s")
HERE = Site(app_id="1", app_secret="s", base_url="http://localhost:8100/facebook")


@pytest.mark.parametrize("slug", ["facebook", "instagram", "twitter"])
def test_the_newest_posts_of_the_account_are_shown_newest_first(play: Playground, slug: str):
    caller = play.caller(slug)
    pictures = (play.picture(),) if slug == "instagram" else ()
    for text in ("un", "deux", "trois"):
        play.publish(slug, caller, Content((text,), pictures=pictures))
    shown = adapter(slug).recent(caller=caller, limit=2)
    assert [post.text for post in shown] == ["trois", "deux"]
    assert all(post.permalink.startswith(play.url) and post.remote_id for post in shown)
    assert {post.pictures for post in shown} == {len(pictures)}


@pytest.mark.parametrize("slug", ["facebook", "instagram", "twitter"])
def test_the_address_of_a_shown_post_is_recognised(play: Playground, slug: str):
    caller = play.caller(slug)
    play.publish(slug, caller, Content(("un",), pictures=(play.picture(),) if slug == "instagram" else ()))
    (post,) = adapter(slug).recent(caller=caller, limit=1)
    known = adapter(slug).post_at(post.permalink, site=caller.site, handle=caller.handle, remote_id=caller.remote_id)
    assert known in {post.remote_id, ""}


@pytest.mark.parametrize(
    ("slug", "address", "known"),
    [
        ("facebook", "https://www.facebook.com/demain/posts/122100", "77_122100"),
        ("facebook", "https://m.facebook.com/77/posts/122100", "77_122100"),
        ("facebook", "https://www.facebook.com/demain/posts/un-loyer-juste/122100/", "77_122100"),
        ("facebook", "https://www.facebook.com/demain/posts/pfbid02abc", ""),
        ("facebook", "https://www.facebook.com/permalink.php?story_fbid=122100&id=77", "77_122100"),
        ("facebook", "https://www.facebook.com/77_122100", "77_122100"),
        ("facebook", "https://www.facebook.com/share/p/1abc/", ""),
        ("facebook", "https://www.facebook.com/somebody/posts/122100", None),
        ("facebook", "https://www.facebook.com/demain", None),
        ("facebook", "https://facebook.com.evil.example/demain/posts/122100", None),
        ("facebook", "http://localhost:8100/facebook/77/posts/1", None),
        ("facebook", "javascript:alert(1)", None),
        ("instagram", "https://www.instagram.com/p/Cxyz/?img_index=1", ""),
        ("instagram", "https://www.instagram.com/demain/p/Cxyz/", ""),
        ("instagram", "https://www.instagram.com/somebody/p/Cxyz/", None),
        ("instagram", "https://www.instagram.com/demain/", None),
        ("twitter", "https://x.com/Demain/status/1799", "1799"),
        ("twitter", "https://twitter.com/demain/status/1799?s=20", "1799"),
        ("twitter", "https://x.com/i/web/status/1799", "1799"),
        ("twitter", "https://x.com/somebody/status/1799", None),
        ("twitter", "https://x.com/demain", None),
        ("twitter", "https://www.facebook.com/demain/posts/122100", None),
        ("twitter", "https://[", None),
    ],
)
def test_only_the_address_of_a_post_of_this_account_is_taken(slug: str, address: str, known: str | None):
    assert adapter(slug).post_at(address, site=REAL, handle="demain", remote_id="77") == known


def test_where_another_server_stands_for_the_network_its_addresses_count():
    assert adapter("facebook").post_at("http://localhost:8100/facebook/77/posts/1", site=HERE, handle="demain", remote_id="77") == "77_1"
    assert adapter("facebook").post_at("http://localhost:8100/twitter/77/posts/1", site=HERE, handle="demain", remote_id="77") is None
