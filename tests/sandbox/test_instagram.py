"""Instagram: containers, publishing, reading, limits."""

from pathlib import Path

import pytest

from tests.sandbox.conftest import Page, picture
from tests.sandbox_server import SandboxServer

Shelf = tuple[str, Path]


def put(shelf: Shelf, name: str, data: bytes) -> str:
    (shelf[1] / name).write_bytes(data)
    return f"{shelf[0]}/{name}"


@pytest.fixture
def photo(shelf: Shelf) -> str:
    return put(shelf, "square.jpg", picture())


def test_a_container_is_made_ready_published_once_and_read(sandbox: SandboxServer, profile: Page, photo: str) -> None:
    sandbox.settings(instagram_processing_seconds=30.0)
    container = profile.post(f"{profile.id}/media", image_url=photo, caption="Salut #a", alt_text="dessin").json()["id"]
    assert profile.get(container, fields="status_code").json()["status_code"] == "IN_PROGRESS"
    assert profile.error(profile.post(f"{profile.id}/media_publish", creation_id=container)) == (9007, 2207027)
    assert sandbox.ledger() == []
    sandbox.settings(clock_offset_seconds=31)
    assert profile.get(container, fields="status_code").json()["status_code"] == "FINISHED"
    media = profile.post(f"{profile.id}/media_publish", creation_id=container).json()["id"]
    assert profile.get(container, fields="status_code").json()["status_code"] == "PUBLISHED"
    assert profile.post(f"{profile.id}/media_publish", creation_id=container).status_code == 400
    shown = profile.get(media, fields="caption,permalink,media_type,alt_text,timestamp").json()
    assert (shown["caption"], shown["media_type"], shown["alt_text"]) == ("Salut #a", "IMAGE", "dessin")
    assert [one["id"] for one in profile.get(f"{profile.id}/media", fields="id").json()["data"]] == [media]
    assert [row["id"] for row in sandbox.ledger("instagram")] == [media]
    assert profile.get(f"{profile.id}/content_publishing_limit", fields="quota_usage").json() == {"data": [{"quota_usage": 1}]}


def test_a_carousel_has_two_to_ten_items_of_its_own(sandbox: SandboxServer, profile: Page, photo: str) -> None:
    items = [profile.post(f"{profile.id}/media", image_url=photo, is_carousel_item="true").json()["id"] for _ in range(2)]
    assert profile.error(profile.post(f"{profile.id}/media", media_type="CAROUSEL", children=items[0])) == (100, 2207028)
    assert profile.error(profile.post(f"{profile.id}/media", media_type="CAROUSEL", children=f"{items[0]},123")) == (24, 2207006)
    assert profile.error(profile.post(f"{profile.id}/media_publish", creation_id=items[0])) == (24, 2207006)
    whole = profile.post(f"{profile.id}/media", media_type="CAROUSEL", children=",".join(items), caption="Deux").json()["id"]
    media = profile.post(f"{profile.id}/media_publish", creation_id=whole).json()["id"]
    shown = profile.get(media, fields="media_type,children{media_url}").json()
    assert (shown["media_type"], len(shown["children"]["data"])) == ("CAROUSEL_ALBUM", 2)
    assert len(sandbox.ledger()[0]["media"]) == 2


def test_a_container_ends_after_a_day(sandbox: SandboxServer, profile: Page, photo: str) -> None:
    container = profile.post(f"{profile.id}/media", image_url=photo).json()["id"]
    sandbox.settings(clock_offset_seconds=86_500)
    assert profile.get(container, fields="status_code").json()["status_code"] == "EXPIRED"
    assert profile.error(profile.post(f"{profile.id}/media_publish", creation_id=container)) == (-2, 2207020)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", picture(kind="PNG"), (36001, 2207005)),
        ("tall.jpg", picture(600, 1200), (36003, 2207009)),
        ("flat.jpg", picture(1400, 600), (36003, 2207009)),
        ("wide.jpg", picture(1500, 1500), (36003, 2207009)),
        ("small.jpg", picture(300, 300), (36003, 2207009)),
        ("page.html", b"<html>sign in</html>", (9004, 2207052)),
        ("heavy.jpg", b"x" * (8 * 1024 * 1024 + 1), (36000, 2207004)),
    ],
)
def test_a_picture_instagram_would_not_take_is_refused(profile: Page, shelf: Shelf, name: str, data: bytes, code: tuple[int, int]) -> None:
    assert profile.error(profile.post(f"{profile.id}/media", image_url=put(shelf, name, data))) == code


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/a.jpg",
        "ftp://localhost/a.jpg",
        "http://localhost/é.jpg",
        "http://192.0.2.1/a.jpg",
        "http://u:p@localhost/",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_gives_nothing_is_refused(profile: Page, url: str) -> None:
    assert profile.error(profile.post(f"{profile.id}/media", image_url=url)) == (9004, 2207052)


@pytest.mark.parametrize(
    ("caption", "code"),
    [
        ("x" * 2201, (36004, 2207010)),
        (" ".join(f"#t{n}" for n in range(31)), (36004, 2207010)),
        (" ".join(f"@p{n}" for n in range(21)), (100, 2207040)),
    ],
)
def test_a_caption_beyond_the_limits_is_refused(profile: Page, photo: str, caption: str, code: tuple[int, int]) -> None:
    assert profile.error(profile.post(f"{profile.id}/media", image_url=photo, caption=caption)) == code


def test_a_day_has_so_many_posts(sandbox: SandboxServer, profile: Page, photo: str) -> None:
    sandbox.settings(instagram_posts_per_day=1)
    containers = [profile.post(f"{profile.id}/media", image_url=photo, caption=str(n)).json()["id"] for n in range(2)]
    profile.post(f"{profile.id}/media_publish", creation_id=containers[0])
    assert profile.error(profile.post(f"{profile.id}/media_publish", creation_id=containers[1])) == (9, 2207042)


def test_a_token_without_publishing_and_another_account_are_refused(sandbox: SandboxServer, profile: Page, photo: str) -> None:
    other = sandbox.account("instagram", "Toit", "toit")
    assert profile.error(profile.post(f"{other['id']}/media", image_url=photo)) == (100, 33)
    profile.token = sandbox.grant("instagram", profile.id, ["instagram_business_basic"])["access_token"]
    assert profile.error(profile.post(f"{profile.id}/media", image_url=photo)) == (10, 0)
    assert profile.error(profile.post(f"{profile.id}/media", image_url=photo, surprise="1")) == (10, 0)
