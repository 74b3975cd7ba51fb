"""Every picture draws itself the same way each time, at a size the networks take, in little time."""

from time import perf_counter

import pytest

from demo.pictures import AVATARS, PICTURES, avatar, draw

SIZES = {(1080, 1350), (1080, 1080), (1200, 628)}


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_has_a_size_the_networks_take(key: str) -> None:
    image = draw(key)
    assert image.mode == "RGB"
    assert image.size in SIZES
    assert len(image.getcolors(maxcolors=1 << 24) or ()) > 50


def test_the_same_key_gives_the_same_pixels() -> None:
    assert draw(PICTURES[0]).tobytes() == draw(PICTURES[0]).tobytes()


@pytest.mark.parametrize("key", AVATARS)
def test_an_avatar_is_square(key: str) -> None:
    assert avatar(key).size == (400, 400)


def test_all_of_them_take_less_than_ten_seconds() -> None:
    start = perf_counter()
    for key in PICTURES:
        draw(key)
    assert perf_counter() - start < 10


def test_an_unknown_picture_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw("nothing")
