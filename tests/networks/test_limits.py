"""Problems of a placement, all at once."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

import networks
from networks.contract import CanConnect, CanFind, CanPublish, CanRefresh, Content, Picture, PictureSpec, Problem, Spec
from networks.limits import cost_usd_micros, problems

PICTURE = Picture(
    key="k", mime="image/jpeg", width=1080, height=1080, size_bytes=200_000, alt="Une place pleine", url="https://s.example/p", read=bytes
)
INSTAGRAM, FACEBOOK, TWITTER = (networks.get(slug) for slug in ("instagram", "facebook", "twitter"))


def codes(network, content):
    return {problem.code for problem in problems(network, content)}


def with_picture(**changes):
    return Content(("Bonjour",), pictures=(dataclasses.replace(PICTURE, **changes),))


@pytest.mark.parametrize("network", networks.all().values(), ids=lambda network: network.slug)
def test_a_plain_post_with_a_described_picture_has_no_problem(network):
    assert problems(network, Content(("Bonjour à toutes et tous",), pictures=(PICTURE,))) == ()


def test_every_network_is_found_by_its_file_with_what_it_can_do():
    assert set(networks.all()) >= {"facebook", "instagram", "twitter"}
    for network in networks.all().values():
        assert isinstance(network, CanConnect) and isinstance(network, CanPublish) and isinstance(network, CanFind)
    assert not isinstance(FACEBOOK, CanRefresh) and isinstance(INSTAGRAM, CanRefresh) and isinstance(TWITTER, CanRefresh)


def test_an_unknown_network_is_an_error():
    with pytest.raises(KeyError):
        networks.get("myspace")


def test_all_problems_come_at_once_and_those_that_block_come_first():
    content = Content(("#a " * 31 + "x" * 2_200 + " https://example.org",))
    found = problems(INSTAGRAM, content)
    assert [problem.code for problem in found] == ["text-too-long", "too-many-hashtags", "picture-needed", "link-not-clickable"]
    assert found[0].params == {"over": 2_313 - 2_200, "max": 2_200, "part": 1}
    assert [problem.blocks for problem in found] == [True, True, True, False]


def test_each_part_of_a_thread_says_by_how_much_it_is_too_long():
    found = problems(TWITTER, Content(("court", "x" * 281, "y" * 300)))
    assert [(problem.params["part"], problem.params["over"]) for problem in found] == [(2, 1), (3, 20)]


def test_the_link_counts_where_it_is_written_into_the_text():
    assert codes(TWITTER, Content(("x" * 260,), link="https://example.org/a")) == {"text-too-long"}
    assert codes(FACEBOOK, Content(("x" * 63_206,), link="https://example.org/a")) == set()


@pytest.mark.parametrize(
    ("network", "content", "code"),
    [
        (TWITTER, Content(("",)), "empty"),
        (FACEBOOK, Content(()), "empty"),
        (FACEBOOK, Content(("un", "deux")), "thread-not-possible"),
        (TWITTER, Content(tuple(f"partie {n}" for n in range(26))), "too-many-parts"),
        (TWITTER, Content(("un", " ")), "part-empty"),
        (TWITTER, Content(("pareil", "pareil ")), "parts-equal"),
        (INSTAGRAM, Content(("@ami " * 21,), pictures=(PICTURE,)), "too-many-mentions"),
        (TWITTER, Content(("x",), pictures=(PICTURE,) * 5), "too-many-pictures"),
        (INSTAGRAM, Content(("x",)), "picture-needed"),
        (INSTAGRAM, with_picture(mime="image/png"), "picture-type"),
        (INSTAGRAM, with_picture(size_bytes=9_000_000), "picture-too-heavy"),
        (INSTAGRAM, with_picture(width=1_080, height=1_920), "picture-ratio"),
        (INSTAGRAM, with_picture(width=1_200, height=600), "picture-ratio"),
        (INSTAGRAM, with_picture(width=300, height=300), "picture-too-narrow"),
        (INSTAGRAM, with_picture(width=1_500, height=1_500), "picture-too-wide"),
        (TWITTER, with_picture(alt="x" * 1_001), "alt-text-too-long"),
        (TWITTER, with_picture(alt=" "), "alt-text-missing"),
        (INSTAGRAM, Content(("https://example.org",), pictures=(PICTURE,)), "link-not-clickable"),
        (FACEBOOK, Content(("x" * 480 + " https://example.org",)), "link-below-fold"),
    ],
)
def test_a_problem_is_named(network, content, code):
    assert code in codes(network, content)


@pytest.mark.parametrize("code", ["alt-text-missing", "link-not-clickable", "link-below-fold"])
def test_advice_does_not_block(code):
    found = [
        *problems(INSTAGRAM, Content(("https://example.org",), pictures=(dataclasses.replace(PICTURE, alt=""),))),
        *problems(FACEBOOK, Content(("x" * 480 + " https://example.org",))),
    ]
    assert [problem.blocks for problem in found if problem.code == code] == [False]


@pytest.mark.parametrize(("width", "height"), [(1080, 1350), (1080, 566), (1080, 1080)])
def test_the_outermost_ratios_of_instagram_pass(width, height):
    assert problems(INSTAGRAM, with_picture(width=width, height=height)) == ()


def test_a_link_makes_a_post_on_x_dearer():
    assert cost_usd_micros(TWITTER.spec, Content(("un", "deux"))) == 30_000
    assert cost_usd_micros(TWITTER.spec, Content(("un", "deux"), link="https://example.org")) == 215_000


@given(
    st.lists(st.text(max_size=60), max_size=4),
    st.integers(0, 6),
    st.sampled_from(["", "https://example.org/x"]),
    st.sampled_from([network.spec for network in networks.all().values()]),
)
def test_any_content_gets_an_answer_with_each_complaint_once(segments, pictures, link, spec):
    found = problems(spec, Content(tuple(segments), pictures=(PICTURE,) * pictures, link=link))
    assert len(found) == len({(problem.code, *problem.params.items()) for problem in found})
    assert all(isinstance(problem, Problem) for problem in found)


@given(st.integers(0, 40), st.integers(1, 20))
def test_over_is_exactly_what_must_go(length, limit):
    spec = Spec(text_max=limit, count=len, pictures=PictureSpec(max_count=0))
    over = [problem.params["over"] for problem in problems(spec, Content(("x" * length,))) if problem.code == "text-too-long"]
    assert over == ([length - limit] if length > limit else [])
