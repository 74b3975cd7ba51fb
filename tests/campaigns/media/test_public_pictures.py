"""The address from which a network fetches a picture: good for an hour, plain, and nobody's guess."""

import time
from urllib.parse import urlsplit

import pytest
import time_machine
from django_scopes import scope

from campaigns.media import files, fitting, public, services
from tests.campaigns.media.pictures import drawn, saved


@pytest.fixture
def rendition(world, take_in):
    asset = take_in(saved(drawn()), name="Éoliennes & cie / été 2026 😀.jpeg")
    with scope(organisation=world.organisation):
        return fitting.rendition(asset=asset, kind="jpg-keep-640x480-0")


def path_of(rendition) -> str:
    return urlsplit(public.url(rendition)).path


def test_the_address_is_plain_and_ends_like_a_picture(rendition, settings):
    settings.SITE_URL = "https://carillon.example"
    url = public.url(rendition)
    assert url.startswith("https://carillon.example/m/") and url.endswith("/eoliennes-cie-ete-2026.jpg")
    assert url.isascii() and "%" not in url and "?" not in url and len(url) < 300
    rendition.asset.name = "写真"
    assert public.url(rendition).endswith("/picture.jpg")


def test_anybody_with_the_address_gets_the_picture_and_no_cookie(client, rendition):
    answer = client.get(path_of(rendition))
    assert answer.status_code == 200 and answer.content == files.read(rendition.file.name)
    assert (answer["Content-Type"], int(answer["Content-Length"])) == ("image/jpeg", rendition.size_bytes)
    assert not answer.cookies and "Set-Cookie" not in answer
    assert answer["Cache-Control"].startswith("private, max-age=3") and answer["X-Content-Type-Options"] == "nosniff"


def test_asking_for_the_head_alone_works(client, rendition):
    answer = client.head(path_of(rendition))
    assert (answer.status_code, answer["Content-Type"], int(answer["Content-Length"])) == (200, "image/jpeg", rendition.size_bytes)
    assert client.post(path_of(rendition)).status_code == 405


def test_a_new_name_does_not_break_an_address_that_is_out(client, rendition):
    path = path_of(rendition)
    assert client.get(path.rsplit("/", 1)[0] + "/renamed.jpg").status_code == 200


def test_an_old_address_is_dead(client, rendition, settings):
    path = path_of(rendition)
    with time_machine.travel(time.time() + settings.PUBLIC_MEDIA_S - 5, tick=False):
        assert client.get(path).status_code == 200
    with time_machine.travel(time.time() + settings.PUBLIC_MEDIA_S + 5, tick=False):
        assert client.get(path).status_code == 404


def test_a_forged_address_is_dead(client, world, take_in, rendition):
    path = path_of(rendition)
    _, _, token, name = path.split("/")
    pk, stamp, signature = token.split(".")
    other = fitting.rendition(asset=take_in(saved(drawn(90, 90))), kind="thumb")
    later = stamp[:-1] + ("a" if stamp[-1] != "a" else "b")
    for forged in (
        f"{other.pk.hex}.{stamp}.{signature}",
        f"{pk}.{later}.{signature}",
        f"{pk}.{stamp}.{signature[:-2]}aa",
        f"{pk}.{stamp}",
        pk,
        "x",
        "..",
        f"{pk}.{stamp}.",
        f"{rendition.asset_id.hex}.{stamp}.{signature}",
    ):
        assert client.get(f"/m/{forged}/{name}").status_code == 404, forged
    assert client.get(f"/m/{token}/").status_code == 404


def test_a_signature_for_something_else_does_not_open_it(client, rendition):
    from django.core import signing

    token = signing.TimestampSigner(salt="something else", sep=".").sign(rendition.pk.hex)
    assert client.get(f"/m/{token}/x.jpg").status_code == 404


def test_a_picture_that_was_taken_away_is_gone_here_too(client, world, rendition, django_capture_on_commit_callbacks):
    path = path_of(rendition)
    with scope(organisation=world.organisation), django_capture_on_commit_callbacks(execute=True):
        services.remove(asset=rendition.asset, by=None, now=rendition.created_at)
    assert client.get(path).status_code == 404


def test_fetchers_may_come_for_pictures_and_nothing_else(client):
    robots = client.get("/robots.txt")
    assert robots["Content-Type"].startswith("text/plain")
    assert robots.content.decode().splitlines() == ["User-agent: *", "Allow: /m/", "Disallow: /"]
