"""X's weighted length, the sandbox's own reading of it."""

import pytest

from sandbox.twitter import text


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("„Guten“ – Tag", 13),
        ("…", 2),
        ("€", 2),
        ("日本", 4),
        ("🇧🇪", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("👍🏽", 2),
        ("#️⃣", 2),
        ("❤️", 2),
        ("https://carillon.be/a-very-long-path-that-goes-on?and=on", 23),
        ("carillon.be", 23),
        ("a carillon.be.", 26),
        ("(https://carillon.be)", 25),
        ("nora@carillon.be", 16),
        ("https://demain.example/x", 24),  # .example is no top-level domain: no link, counted as it stands
        ("fin.Début", 9),
    ],
)
def test_a_text_weighs_what_twitter_text_says(said: str, length: int) -> None:
    assert text.length(said) == length


def test_a_long_hostile_text_is_measured_at_once() -> None:
    for hostile in ("a." * 12_500, "a" * 25_000, "https://" * 3_000, "a.b/" * 6_000, "👩‍" * 8_000):
        text.length(hostile)
