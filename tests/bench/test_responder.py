"""The stand-in answers our adapters as the networks do, and knows what came and when."""

import time
from collections.abc import Iterator

import pytest

import networks as adapters
from bench import network
from bench.call import text
from networks.contract import Caller, CanPublish, Content, Picture, Site

LATENCY_S = 0.05


@pytest.fixture(scope="module")
def responder() -> Iterator[network.Network]:
    with network.running(latency_ms=round(LATENCY_S * 1_000)) as running:
        yield running


def published(responder: network.Network, slug: str, content: Content) -> None:
    adapter = adapters.get(slug)
    assert isinstance(adapter, CanPublish)
    site = Site(app_id="app", app_secret="secret", base_url=responder.url)
    caller = Caller(site=site, remote_id="10001", handle="ours", access_token="token")
    handles: dict[str, str] = {}
    for step in adapter.steps(content):
        handles[step.name] = adapter.perform(step, caller=caller, content=content, handles=handles).handle


def picture() -> Picture:
    return Picture(key="1", mime="image/jpeg", width=9, height=9, size_bytes=9, alt="Affiche", url="", read=lambda: b"\xff\xd8 picture")


@pytest.mark.parametrize("slug", ["facebook", "twitter"])
@pytest.mark.parametrize("pictures", [(), (picture(),)])
def test_a_post_with_and_without_a_picture_is_taken_and_noted_once(responder: network.Network, slug: str, pictures: tuple[Picture, ...]):
    responder.forget()
    published(responder, slug, Content(segments=(text(31),), pictures=pictures, link=""))
    assert responder.count() == 1
    assert [post.mark for post in responder.posts()] == [31]


def test_an_answer_comes_after_the_set_time_and_the_arrival_is_that_of_the_first_byte(responder: network.Network):
    responder.forget()
    before = time.time()
    published(responder, "twitter", Content(segments=(text(7),), pictures=(), link=""))
    assert time.time() - before >= LATENCY_S
    assert responder.posts()[0].at - before < LATENCY_S
