"""What each network gets of a picture is within its limits, whatever the picture, and shows all that matters."""

import io
import threading

import pytest
from django.db import connection
from django_scopes import scope
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import networks
from campaigns.media import drawing, files, fitting
from campaigns.media.models import Asset, Rendition
from campaigns.media.renditions import CUT_MOST, LONGEST_PX, Recipe, boxed, recipe, recipe_for
from networks import limits
from networks.contract import Content, PictureSpec
from tests.campaigns.media.pictures import drawn, saved
from tests.world import World

SLUGS = ("facebook", "instagram", "twitter")
sides = st.integers(1, 4096)


def spec_of(slug: str) -> PictureSpec:
    return networks.get(slug).spec.pictures


@given(sides, sides, st.sampled_from(SLUGS), st.sampled_from(["image/jpeg", "image/png"]))
def test_a_recipe_is_always_within_the_limits(width, height, slug, mime):
    spec = spec_of(slug)
    made = recipe_for(spec, width=width, height=height, mime=mime)
    ratio = made.width / made.height
    assert made.mime in spec.mimes
    assert made.width <= (spec.max_width or LONGEST_PX)
    assert made.width >= min(spec.min_width, made.width) and (not spec.min_width or made.width >= spec.min_width)
    assert not spec.min_ratio or made.height == 1 or ratio >= spec.min_ratio
    assert not spec.max_ratio or ratio <= spec.max_ratio
    assert recipe(made.kind, width=width, height=height) == made and len(made.kind) <= 40


@given(sides, sides, st.sampled_from(SLUGS))
def test_little_is_cut_and_never_much(width, height, slug):
    spec = spec_of(slug)
    made = recipe_for(spec, width=width, height=height, mime="image/jpeg")
    ratio, got = width / height, made.width / made.height
    if made.fit == "crop":
        assert 1 - min(ratio, got) / max(ratio, got) <= CUT_MOST + 0.02
    if made.fit == "keep" and min(made.width, made.height) > 50:
        assert abs(got / ratio - 1) < 0.03


@pytest.mark.parametrize(
    ("width", "height", "slug", "wanted"),
    [
        (1080, 1350, "instagram", Recipe("image/jpeg", "keep", 1080, 1350, 8_000_000)),
        (3000, 2000, "instagram", Recipe("image/jpeg", "keep", 1440, 960, 8_000_000)),
        (1080, 1440, "instagram", Recipe("image/jpeg", "crop", 1080, 1350, 8_000_000)),  # 3:4 loses 6 %
        (1080, 1920, "instagram", Recipe("image/jpeg", "pad", 1440, 1800, 8_000_000)),  # 9:16 would lose 30 %
        (2000, 1000, "instagram", Recipe("image/jpeg", "crop", 1440, 754, 8_000_000)),
        (3000, 600, "instagram", Recipe("image/jpeg", "pad", 1440, 754, 8_000_000)),
        (100, 100, "instagram", Recipe("image/jpeg", "keep", 320, 320, 8_000_000)),
        (4096, 3072, "facebook", Recipe("image/png", "keep", 2048, 1536, 4_000_000)),
        (4096, 3072, "twitter", Recipe("image/png", "keep", 2048, 1536, 5_000_000)),
        (600, 4000, "twitter", Recipe("image/png", "keep", 307, 2048, 5_000_000)),
    ],
)
def test_recipes_one_can_check_by_hand(width, height, slug, wanted):
    assert recipe_for(spec_of(slug), width=width, height=height, mime="image/png") == wanted


def test_the_web_apps_own_are_never_enlarged():
    assert boxed("thumb", width=100, height=50) == Recipe("image/webp", "keep", 100, 50)
    assert boxed("web", width=4096, height=1024).width == 1600


@pytest.mark.parametrize("kind", ["", "big", "jpg-keep-0x10-0", "jpg-keep-99999x1-0 ", "../../etc", "jpg-cut-10x10-0"])
def test_what_is_no_kind_is_not_drawn(kind):
    with pytest.raises(ValueError):
        recipe(kind, width=10, height=10)


@pytest.fixture
def asset(world, take_in):
    return take_in(saved(drawn(1080, 1920), "PNG"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_network_finds_no_fault_with_what_it_gets(world, asset, slug):
    spec = spec_of(slug)
    picture = fitting.prepared(asset=asset, spec=spec, alt="Une affiche")
    content = Content(segments=("x",), pictures=(picture,))
    assert [p for p in limits.problems(networks.get(slug).spec, content) if p.blocks] == []
    read = picture.read()
    opened = Image.open(io.BytesIO(read))
    assert (len(read), opened.size, Image.MIME[opened.format or ""]) == (picture.size_bytes, (picture.width, picture.height), picture.mime)
    foreseen = fitting.foreseen(asset=asset, spec=spec, alt="Une affiche")
    assert (foreseen.width, foreseen.height, foreseen.mime) == (picture.width, picture.height, picture.mime)


def test_a_padded_picture_is_whole_and_in_the_middle():
    made = drawing.draw(drawn(1080, 1920), recipe_for(spec_of("instagram"), width=1080, height=1920, mime="image/jpeg"))
    picture = Image.open(io.BytesIO(made.content)).convert("RGB")
    assert picture.size == (1440, 1800)
    left = (1440 - 1800 * 1080 // 1920) // 2
    top_left, bottom_right = picture.getpixel((left + 20, 20)), picture.getpixel((1440 - left - 20, 1780))
    assert isinstance(top_left, tuple) and isinstance(bottom_right, tuple)
    assert top_left[0] > 200 > 60 > top_left[1] and min(bottom_right) > 230


def test_a_poster_on_one_colour_is_padded_with_that_colour():
    poster = Image.new("RGB", (900, 1600), "#0F766E")
    poster.paste("white", (300, 600, 600, 900))
    made = drawing.draw(poster, recipe_for(spec_of("instagram"), width=900, height=1600, mime="image/jpeg"))
    ground = Image.open(io.BytesIO(made.content)).convert("RGB").getpixel((5, 900))
    assert isinstance(ground, tuple) and all(abs(a - b) < 6 for a, b in zip(ground, (0x0F, 0x76, 0x6E), strict=True))


def test_what_is_transparent_becomes_white_in_a_jpeg():
    made = drawing.draw(
        Image.new("RGBA", (800, 800), (0, 0, 0, 0)), recipe_for(spec_of("instagram"), width=800, height=800, mime="image/png")
    )
    assert Image.open(io.BytesIO(made.content)).getpixel((400, 400)) == (255, 255, 255)


def test_a_png_that_is_too_heavy_becomes_a_jpeg_and_a_jpeg_lighter():
    noise = Image.effect_noise((1500, 1500), 90).convert("RGB")
    heavy = drawing.draw(noise, Recipe("image/png", "keep", 1500, 1500, 1_000_000))
    assert heavy.mime == "image/jpeg" and len(heavy.content) <= 1_000_000
    assert len(heavy.content) < len(drawing.draw(noise, Recipe("image/jpeg", "keep", 1500, 1500)).content)


def test_a_rendition_is_drawn_once_and_again_only_when_its_file_is_lost(asset):
    first = fitting.rendition(asset=asset, kind="web")
    assert fitting.rendition(asset=asset, kind="web").pk == first.pk
    files.remove(str(first.file.name))
    again = fitting.rendition(asset=asset, kind="web")
    assert again.pk == first.pk and files.exists(str(again.file.name))


@pytest.mark.django_db(transaction=True)
def test_many_who_want_it_at_once_get_the_same_whole_file(home):
    world = World.make()
    pk, kind = world.picture().pk, "jpg-keep-900x1125-0"
    got, gate = [], threading.Barrier(4)

    def want() -> None:
        try:
            with scope(organisation=world.organisation):
                asset = Asset.objects.get(pk=pk)
                gate.wait()
                rendition = fitting.rendition(asset=asset, kind=kind)
                got.append((rendition.pk, Image.open(io.BytesIO(files.read(str(rendition.file.name)))).size))
        finally:
            connection.close()

    threads = [threading.Thread(target=want) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 4 and len(set(got)) == 1
    assert Rendition.objects.filter(kind=kind).count() == 1
    assert not list((home / "media").rglob(".*"))  # nothing half written stays behind
