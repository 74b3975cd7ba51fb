"""Crops, focus, rights and words: what they change of a post, its approval and its renditions."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled
from PIL import Image

import networks
from accounts.notify.models import Notice
from campaigns.media import crops, fitting, rights, studio, warn
from campaigns.media.crops import Window
from campaigns.media.models import Asset
from campaigns.media.renditions import Framing, recipe, recipe_for
from campaigns.posts.fingerprint import content_of
from campaigns.posts.models import Post
from campaigns.posts.selectors import whole
from tests.campaigns.media.pictures import drawn, saved
from tests.world import draft, soon

INSTAGRAM = networks.get("instagram").spec.pictures


@pytest.fixture
def tall(take_in):
    return take_in(saved(drawn(900, 1600)))


def post_with(client, world, asset, network="facebook", **use):
    body = draft(world.channel(network), when=soon(60))
    body["versions"][0]["pictures"] = [{"asset": str(asset.pk), "alt": "Une affiche", **use}]
    return client.post("/api/posts/", body, format="json").data


def codes(post):
    return {problem["code"]: problem["blocks"] for problem in post["problems"]}


def test_windows_are_within_the_picture_and_of_the_shape_they_say():
    assert crops.window_of({"x": 0, "y": 0, "width": 1000, "height": 1000}) is None
    for nonsense in ({"x": 1}, {"x": 900, "y": 0, "width": 200, "height": 100}, {"x": 0, "y": 0, "width": 1, "height": 1}, [1], "x"):
        with pytest.raises(ValueError):
            crops.window_of(nonsense)
    assert crops.crops_of({"1:1": {"x": 0, "y": 100, "width": 1000, "height": 563}}, width=900, height=1600)["1:1"].height == 563
    for given in ({"1:1": {"x": 0, "y": 0, "width": 1000, "height": 900}}, {"3:7": {"x": 0, "y": 0, "width": 500, "height": 500}}):
        with pytest.raises(ValueError):
            crops.crops_of(given, width=900, height=1600)


def test_the_focus_stays_as_near_the_middle_as_it_goes():
    assert crops.around((500, 100), within=crops.WHOLE, width=1000, height=600) == Window(0, 0, 1000, 600)
    assert crops.around((500, 700), within=crops.WHOLE, width=1000, height=600) == Window(0, 400, 1000, 600)
    assert crops.around((500, 500), within=crops.WHOLE, width=400, height=1000) == Window(300, 0, 400, 1000)


def test_a_crop_that_somebody_made_is_cut_where_ground_was_added_before():
    padded = recipe_for(INSTAGRAM, width=900, height=1600, mime="image/jpeg")
    assert padded.fit == "pad" and padded.window is None
    made = Framing(crops={"4:5": Window(0, 200, 1000, 703)})
    cut = recipe_for(INSTAGRAM, width=900, height=1600, mime="image/jpeg", framing=made)
    assert (cut.fit, cut.window) == ("crop", Window(0, 200, 1000, 703)) and abs(cut.width / cut.height - 0.8) < 0.002
    assert recipe(cut.kind, width=900, height=1600) == cut
    square = recipe_for(INSTAGRAM, width=900, height=1600, mime="image/jpeg", framing=Framing(crops={"1:1": Window(0, 200, 1000, 563)}))
    assert square.width == square.height
    # Where the whole picture fits, a crop made for others changes nothing.
    assert recipe_for(INSTAGRAM, width=1000, height=1000, mime="image/jpeg", framing=made).window is None


def test_what_a_post_shows_is_that_part_and_nothing_else(world, take_in):
    picture = Image.new("RGB", (1000, 1000), "red")
    picture.paste("blue", (0, 0, 500, 1000))
    asset = take_in(saved(picture, "PNG"))
    with scope(organisation=world.organisation):
        shown = fitting.prepared(asset=asset, spec=INSTAGRAM, alt="", crop={"x": 500, "y": 0, "width": 500, "height": 500})
        pixel: Any = Image.open(BytesIO(shown.read())).convert("RGB").getpixel((3, 3))
    assert (shown.width, shown.height) == (500, 500) and pixel[0] > 200 and pixel[2] < 60


def test_a_crop_is_part_of_what_was_approved_and_nothing_without_one(world, author, tall):
    plain, cropped = post_with(author, world, tall), post_with(author, world, tall, crop={"x": 0, "y": 0, "width": 1000, "height": 500})
    assert cropped["versions"][0]["pictures"][0]["crop"] == {"x": 0, "y": 0, "width": 1000, "height": 500}
    with scope(organisation=world.organisation):
        first, second = (content_of(whole(post["id"]))["versions"][0]["pictures"][0] for post in (plain, cropped))
    assert set(first) == {"sha256", "asset", "alt"} and second["crop"]["height"] == 500


def test_a_new_crop_takes_the_approval_of_what_is_still_to_come(world, author, tall):
    post = post_with(author, world, tall)
    author.post(f"/api/posts/{post['id']}/submit/", {}, format="json")
    assert author.get(f"/api/posts/{post['id']}/").data["state"] == "in_review"
    answer = author.patch(f"/api/assets/{tall.pk}/", {"crops": {"4:5": {"x": 0, "y": 200, "width": 1000, "height": 703}}}, format="json")
    assert answer.data["crops"]["4:5"]["y"] == 200
    assert author.get(f"/api/posts/{post['id']}/").data["state"] == "draft"
    refused = author.patch(f"/api/assets/{tall.pk}/", {"crops": {"4:5": {"x": 0, "y": 0, "width": 1000, "height": 1000}}}, format="json")
    assert refused.status_code in (200, 400)
    assert (
        author.patch(
            f"/api/assets/{tall.pk}/", {"crops": {"4:5": {"x": 9, "y": 0, "width": 999, "height": 999}}}, format="json"
        ).status_code
        == 400
    )


def test_a_crop_of_another_part_of_the_world_is_refused(world, author, tall):
    assert post_with(author, world, tall, crop={"x": 900, "y": 0, "width": 900, "height": 500})["problem"] == "crop-not-possible"
    assert author.get(f"/api/assets/{tall.pk}/file/?part=900.0.900.500").status_code == 404
    shown = author.get(f"/api/assets/{tall.pk}/file/?part=0.0.1000.500")
    assert shown.status_code == 200 and Image.open(BytesIO(shown.content)).size == (900, 800)


def test_a_picture_without_words_holds_its_post_back_unless_the_organisation_says_otherwise(world, author, tall):
    assert codes(post_with(author, world, tall, alt="")).get("alt-text-missing") is True
    world.organisation.alt_required = False
    world.organisation.save()
    assert codes(post_with(author, world, tall, alt="")).get("alt-text-missing") is False
    author.patch(f"/api/assets/{tall.pk}/", {"is_decorative": True}, format="json")
    assert "alt-text-missing" not in codes(post_with(author, world, tall, alt=""))


def test_every_language_of_a_placement_needs_words(world, author, tall):
    body = draft(world.channel())
    use = {"asset": str(tall.pk)}
    body["versions"] = [
        {"language": "fr", "segments": ["Bonjour"], "pictures": [{**use, "alt": "Une affiche"}]},
        {"language": "nl", "segments": ["Dag"], "pictures": [{**use, "alt": ""}]},
    ]
    body["placements"][0]["languages"] = ["fr", "nl"]
    problems = author.post("/api/posts/", body, format="json").data["problems"]
    assert [(p["language"], p["params"]["language"]) for p in problems if p["code"] == "alt-text-missing"] == [("nl", "nl")]


def test_rights_that_end_before_the_day_hold_the_post_back(world, author, tall):
    today = datetime.now(UTC).date()
    author.patch(f"/api/assets/{tall.pk}/", {"rights_until": str(today - timedelta(days=2)), "credit": "Claire"}, format="json")
    assert codes(post_with(author, world, tall))["picture-rights-over"] is True
    answer = author.patch(f"/api/assets/{tall.pk}/", {"rights_until": None, "consent_until": str(today + timedelta(days=9))}, format="json")
    assert (answer.data["ends"], answer.data["credit"]) == ("soon", "Claire")
    assert "picture-rights-over" not in codes(post_with(author, world, tall))


def test_what_ends_first_ends_it():
    day = datetime(2026, 11, 24, tzinfo=UTC).date()
    assert rights.ends_on(rights_until=None, consent_until=None) is None
    assert rights.ends_on(rights_until=day, consent_until=day - timedelta(days=1)) == day - timedelta(days=1)
    assert not rights.ends_before(day, day=day) and rights.ends_before(day, day=day + timedelta(days=1))


def test_planners_are_warned_once_of_each_last_day(world, author, take_in):
    now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    for i, days in enumerate((3, 9, 40, -1)):
        asset = take_in(saved(drawn(100 + i, 80)), name=f"{i}.jpg")
        author.patch(f"/api/assets/{asset.pk}/", {"rights_until": str((now + timedelta(days=days)).date())}, format="json")
    warn.warn_of_rights(now=now)
    warn.warn_of_rights(now=now + timedelta(hours=3))
    told = Notice.objects.filter(code="picture-rights-end", user=world.planner)
    assert [(n.params["count"], n.params["titles"]) for n in told] == [(2, ["0.jpg", "1.jpg"])]
    assert not Notice.objects.filter(code="picture-rights-end", user=world.viewer).exists()
    warn.warn_of_rights(now=now + timedelta(days=30))
    assert told.all().count() == 2


def test_a_worker_draws_what_the_channels_take_and_a_dead_one_is_replaced(world, tall):
    now = datetime.now(UTC) + timedelta(minutes=1)
    world.channel("instagram")
    with scopes_disabled():
        Asset.objects.filter(pk=tall.pk).update(draw_at=now + timedelta(minutes=2), drawing="working")  # somebody took it and died
        assert studio.draw_waiting(now=now) == 0
        assert studio.draw_waiting(now=now + timedelta(minutes=3)) == 1
        tall.refresh_from_db()
        kinds = sorted(tall.renditions.values_list("kind", flat=True))
    assert (tall.drawing, tall.draw_at, tall.drawn, tall.to_draw) == ("ready", None, 3, 3)
    assert kinds[-2:] == ["thumb", "web"] and kinds[0].startswith("jpg-pad-")


def test_what_cannot_be_drawn_is_given_up_and_said(world, tall, home):
    now = datetime.now(UTC) + timedelta(minutes=1)
    (home / "media" / tall.file.name).write_bytes(b"nothing")
    with scopes_disabled():
        for _ in range(studio.TRIES_MOST):
            now += timedelta(hours=1)
            studio.draw_waiting(now=now)
        tall.refresh_from_db()
        assert (tall.drawing, tall.draw_at) == ("failed", None) and Post.objects.count() == 0
