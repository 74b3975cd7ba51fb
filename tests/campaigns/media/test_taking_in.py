"""What comes into the library is a picture and nothing else; what is not is refused in words that help."""

import io
import random
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import connection
from django_scopes import scope, scopes_disabled
from PIL import Image

from accounts.problems import Refusal
from accounts.words import WORDS
from campaigns.media import drawing, files, fitting
from campaigns.media import services as media
from campaigns.media.models import Asset
from tests.campaigns.media import pictures
from tests.campaigns.media.conftest import NOW
from tests.campaigns.media.pictures import drawn, saved
from tests.world import World


def opened(asset) -> Image.Image:
    return Image.open(io.BytesIO(files.read(asset.file.name)))


def near(pixel, colour) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(pixel[:3], colour, strict=True))


def test_a_photo_loses_camera_place_and_author_and_stands_upright(take_in):
    asset = take_in(pictures.with_secrets())
    kept = files.read(asset.file.name)
    for secret in (b"SecretCam", b"Nonymous", b"SecretComment", b"Exif", b"ICC_PROFILE"):
        assert secret not in kept
    assert (asset.mime, asset.width, asset.height) == ("image/jpeg", 600, 800)
    picture = opened(asset).convert("RGB")
    # Turned by 90° to the right: what was below left (blue) is above left.
    assert near(picture.getpixel((50, 50)), (0, 0, 255)) and near(picture.getpixel((550, 50)), (255, 0, 0))


@pytest.mark.parametrize(("kind", "mime"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/jpeg"), ("GIF", "image/png")])
def test_four_formats_are_taken_whatever_their_name(take_in, kind, mime):
    asset = take_in(saved(drawn(), kind), name="contract.pdf")
    assert (asset.mime, asset.width, asset.height) == (mime, 800, 600)
    thumb = fitting.rendition(asset=asset, kind="thumb")
    assert (thumb.kind, thumb.mime, thumb.width, thumb.height) == ("thumb", "image/webp", 480, 360)


def test_of_a_moving_picture_the_first_frame_is_kept(take_in):
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    asset = take_in(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    picture = opened(asset)
    assert getattr(picture, "n_frames", 1) == 1 and near(picture.convert("RGB").getpixel((20, 20)), (255, 0, 0))


def test_transparency_stays(take_in):
    asset = take_in(saved(Image.new("RGBA", (50, 50), (255, 0, 0, 80)), "WEBP", lossless=True))
    assert asset.mime == "image/png" and opened(asset).mode == "RGBA"


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "I;16", "LA"])
def test_every_kind_of_colour_becomes_one_a_screen_shows(take_in, mode):
    source = Image.new("I;16", (64, 64), 65_535) if mode == "I;16" else Image.new("L", (64, 64), 255).convert(mode)
    asset = take_in(saved(source, "JPEG" if mode == "CMYK" else "PNG"))
    assert near(opened(asset).convert("RGB").getpixel((32, 32)), (255, 255, 255))


def test_a_huge_photo_is_kept_at_a_sensible_size(take_in):
    asset = take_in(saved(Image.new("RGB", (8064, 6048), "teal"), quality=60))
    assert (asset.width, asset.height) == (4096, 3072)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture-empty"),
        (b"\0", "picture-unknown"),
        (b"hello", "picture-unknown"),
        (pictures.SVG, "picture-svg"),
        (pictures.HTML, "picture-unknown"),
        (pictures.PDF, "picture-unknown"),
        (pictures.MP4, "picture-is-video"),
        (pictures.HEIC, "picture-heic"),
        (pictures.EXE, "picture-unknown"),
        (pictures.ZIP, "picture-unknown"),
        (saved(drawn(), "TIFF"), "picture-unknown"),
        (saved(drawn(), "BMP"), "picture-unknown"),
        (saved(drawn(), "ICO"), "picture-unknown"),
        (pictures.PDF + saved(drawn()), "picture-unknown"),
        (b"\xff\xd8\xff\xe0", "picture-broken"),
        (b"GIF89a", "picture-broken"),
        (b"\x89PNG\r\n\x1a\n", "picture-broken"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture-broken"),
        (saved(drawn())[:2000], "picture-broken"),
        (saved(drawn(), "PNG")[:300], "picture-broken"),
        (saved(drawn(), "WEBP")[:400], "picture-broken"),
        (b"GIF89a/*" + pictures.HTML, "picture-broken"),
        (pictures.bomb(100_000, 100_000), "picture-too-many-pixels"),
        (pictures.bomb(2**31 - 1, 1), "picture-too-many-pixels"),
        (pictures.bomb(12_000, 12_000), "picture-too-many-pixels"),
        (pictures.bomb(0, 10), "picture-broken"),
    ],
)
def test_what_is_no_picture_is_refused_and_leaves_nothing(world, take_in, home, content, code):
    with pytest.raises(Refusal) as no:
        take_in(content)
    assert no.value.code == code and code in WORDS
    with scopes_disabled():
        assert not Asset.objects.exists()
    assert not [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.parametrize("tail", [pictures.ZIP, pictures.HTML, b"<?php system($_GET[0]); ?>"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_what_hides_behind_a_picture_is_gone(take_in, kind, tail):
    asset = take_in(saved(drawn(), kind) + tail)
    assert tail not in asset.file.read()


def test_what_hides_inside_a_picture_is_gone(take_in):
    jpeg = saved(drawn(), comment=pictures.HTML)
    png = saved(drawn(), "PNG")
    png = png[:33] + pictures.chunk(b"tEXt", b"Comment\0" + pictures.HTML) + png[33:]
    for content in (jpeg, png):
        assert pictures.HTML in content
        assert pictures.HTML not in take_in(content).file.read()


def test_noise_of_any_kind_never_becomes_a_defect(take_in):
    """Damaged files in the thousands: each is taken or refused, none breaks."""
    dice = random.Random(2026)
    whole = [
        saved(drawn(64, 48), "JPEG"),
        saved(drawn(64, 48), "PNG"),
        saved(drawn(64, 48), "GIF"),
        saved(drawn(64, 48), "WEBP"),
        pictures.with_secrets(),
    ]
    for content, mime in zip(whole, ("image/jpeg", "image/png", "image/gif", "image/webp", "image/jpeg"), strict=True):
        for _ in range(150):
            damaged = bytearray(content)
            for _ in range(dice.randint(1, 12)):
                damaged[dice.randrange(8, len(damaged))] = dice.randrange(256)
            cut = bytes(damaged[: dice.randint(12, len(damaged))])
            try:
                picture = drawing.decode(io.BytesIO(cut), mime=mime)
            except drawing.NotDecodable:
                continue
            drawing.original(picture, mime=mime)


def test_fifty_megabytes_are_taken_in_pieces(world, settings, tmp_path):
    """A file that waits on disk is read in pieces; more than the limit is refused before it is read at all."""
    upload = TemporaryUploadedFile("big.png", "image/png", 0, None)
    upload.write(saved(drawn(), "PNG") + b"\0" * 50_000_000)
    upload.size = upload.tell()
    upload.seek(0)
    with scope(organisation=world.organisation):
        given = {"organisation": world.organisation, "by": None, "name": "big", "alt": {}, "now": NOW}
        assert media.take_in(upload=upload, **given).width == 800
        settings.UPLOAD_MAX_BYTES = 40 * 1024 * 1024
        assert upload.file is not None
        upload.file.close()  # whoever reads it now breaks
        with pytest.raises(Refusal) as no:
            media.take_in(upload=upload, **given)
    assert (no.value.code, no.value.status, no.value.params["max_mb"]) == ("picture-too-large", 413, 40)


def test_the_same_file_again_is_the_same_picture(world, take_in):
    first = take_in(saved(drawn()), name="a.jpg", alt={"fr": "Une affiche"})
    again = take_in(saved(drawn()), name="b.jpg")
    assert again.pk == first.pk and again.name == "a.jpg"
    elsewhere = take_in(saved(drawn()), organisation=world.other)
    assert elsewhere.pk != first.pk


@pytest.mark.parametrize(("alt", "code"), [({"es": "x"}, "alt-language-unknown"), ({"fr": "x" * 2001}, "alt-too-long")])
def test_a_description_is_in_a_known_language_and_not_endless(take_in, alt, code):
    with pytest.raises(Refusal) as no:
        take_in(saved(drawn()), alt=alt)
    assert no.value.code == code


@pytest.mark.django_db(transaction=True)
def test_the_same_file_many_times_at_once_is_one_picture(home):
    world = World.make()
    content, seen, gate = saved(drawn()), [], threading.Barrier(4)

    def bring() -> None:
        try:
            gate.wait()
            with scope(organisation=world.organisation):
                upload = SimpleUploadedFile("a.jpg", content)
                seen.append(media.take_in(organisation=world.organisation, by=None, upload=upload, name="a.jpg", alt={}, now=NOW).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=bring) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4 and len(set(seen)) == 1
    files = [path.name for path in (home / "media").rglob("*") if path.is_file()]
    assert files == ["original.jpg"]
