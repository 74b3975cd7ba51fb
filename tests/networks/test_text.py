"""Counting and recognising texts."""

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.contract import Content, Picture, PictureSpec, Spec
from networks.wire import text

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "weighted_length.json").read_text())
PICTURE = Picture(key="k", mime="image/jpeg", width=1, height=1, size_bytes=1, alt="", url="", read=bytes)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:20] or "empty")
def test_a_text_weighs_what_the_shared_vectors_say(vector):
    assert text.weighted_length(vector["text"]) == vector["length"]


@given(st.text(max_size=300))
def test_the_form_of_unicode_does_not_change_the_weight(written):
    assert text.weighted_length(unicodedata.normalize("NFD", written)) == text.weighted_length(written)


@given(st.text(alphabet=st.characters(max_codepoint=4351, exclude_characters=".©®", exclude_categories=["Cs", "So"]), max_size=300))
def test_letters_without_links_weigh_one_each(written):
    plain = unicodedata.normalize("NFC", written).replace("\r\n", "\n")
    assert text.weighted_length(written) <= 2 * len(plain)
    if all(ord(sign) < 4352 for sign in plain) and not any(sign in plain for sign in "#*0123456789"):
        assert text.weighted_length(written) == len(plain)


@pytest.mark.parametrize("evil", ["a." * 2_000, "é.é" * 1_300, "a." * 20 + " " * 3 + "é.é" * 600, ("é.é" * 13 + " ") * 97])
def test_no_text_keeps_the_parser_busy(evil):
    started = time.perf_counter()
    text.weighted_length(evil)
    assert time.perf_counter() - started < 3


def test_a_text_too_long_to_weigh_is_still_too_long():
    assert text.weighted_length("a" * 100_000) == 100_000


def test_hashtags_are_words_not_numbers_nor_parts_of_words():
    assert text.hashtags("#vélo #1mai #2024 a#b &#39; #étéÀ ＃日本 x/#y") == ("vélo", "1mai", "étéÀ", "日本")


def test_an_e_mail_address_mentions_nobody():
    assert text.mentions("@a.b, moi@example.org (@Jean_D). @é et @fin.") == ("a.b", "Jean_D", "é", "fin")


def test_addresses_are_found_with_and_without_their_scheme():
    assert text.urls("voir https://example.org/a?b=1, example.com. et moi@example.org") == ("https://example.org/a?b=1", "example.com")


def test_a_family_is_one_sign_to_a_reader():
    assert text.graphemes("e\u0301👨‍👩‍👧🇧🇪") == 3


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Bonjour  à\ntous", "Bonjour à tous "),
        ("e\u0301te\u0301", "été"),
        ("Signez https://site.example/petition?utm_content=a1 !", "Signez https://t.co/AbC123 !"),
        ("voir example.org", "voir http://example.org/"),
        ("(https://www.site.example/x)", "(https://site.example/x)"),
        ("a\r\nb", "a b"),
    ],
)
def test_a_post_read_back_is_recognised(ours, theirs):
    assert text.same_text(ours, theirs) and text.same_text(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Demain à 9 h", "Demain à 10 h"),
        ("https://site.example/1", "https://site.example/2"),
        ("Signez https://t.co/AbC ici", "Signez là"),
        ("", "x"),
    ],
)
def test_another_post_is_not_taken_for_ours(ours, theirs):
    assert not text.same_text(ours, theirs)


@given(st.text(max_size=100), st.text(max_size=100))
def test_recognising_is_reflexive_and_symmetric(one, other):
    assert text.same_text(one, one)
    assert text.same_text(one, other) == text.same_text(other, one)


SPEC = Spec(text_max=100, count=len, max_segments=3, pictures=PictureSpec(max_count=4))


def test_a_card_shows_the_link_so_the_text_stays():
    assert text.shown(SPEC, Content(("Bonjour",), link="https://a.example")) == ("Bonjour",)


def test_pictures_take_the_place_of_the_card_so_the_link_goes_into_the_text():
    content = Content(("Bonjour",), pictures=(PICTURE,), link="https://a.example")
    assert text.shown(SPEC, content) == ("Bonjour\n\nhttps://a.example",)


def test_a_link_that_is_in_a_text_is_not_said_twice():
    spec = Spec(text_max=100, count=len, max_segments=3, link="text")
    assert text.shown(spec, Content(("un", "deux https://a.example"), link="https://a.example")) == ("un", "deux https://a.example")
    assert text.shown(spec, Content((), link="https://a.example")) == ("https://a.example",)
