"""The library through its API: bring, find, describe, take away; and who may."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.media import sweep
from campaigns.media.models import Asset
from campaigns.posts.models import Placement
from tests.campaigns.media import pictures
from tests.campaigns.media.pictures import drawn, saved
from tests.world import draft


def bring(client, content=None, name="affiche.png", **more):
    upload = SimpleUploadedFile(name, saved(drawn(), "PNG") if content is None else content, content_type="image/png")
    return client.post(
        "/api/assets/", {"file": upload, **more}, format="multipart", **({"HTTP_IDEMPOTENCY_KEY": more.pop("key")} if "key" in more else {})
    )


def test_a_picture_is_brought_with_its_description(author):
    answer = bring(author, alt='{"fr": "Une  foule, place Flagey", "nl": ""}')
    assert answer.status_code == 201
    shown = answer.data
    assert (shown["name"], shown["alt"]["fr"], shown["width"], shown["used_in"]) == ("affiche.png", "Une foule, place Flagey", 800, 0)
    assert author.get(f"/api/assets/{shown['id']}/").data == shown


def test_the_same_bytes_answer_with_the_picture_that_is_there(author):
    first, again = bring(author), bring(author, name="other.png")
    assert (first.status_code, again.status_code) == (201, 200) and first.data["id"] == again.data["id"]


def test_a_key_sent_twice_makes_one(author):
    first, again = bring(author, key="one"), bring(author, key="one")
    assert first.data["id"] == again.data["id"] and again.status_code == 201 and again["Idempotent-Replayed"] == "true"


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 415, "empty"),
        (pictures.SVG, 415, "PNG"),
        (pictures.HEIC, 415, "Most Compatible"),
        (pictures.HTML, 415, "JPEG, PNG, WebP or GIF"),
        (saved(drawn())[:900], 400, "damaged"),
        (pictures.bomb(50_000, 50_000), 400, "80 million"),
    ],
)
def test_a_refusal_says_what_to_do(author, content, status, words):
    answer = bring(author, content, name="photo.jpg")
    assert answer.status_code == status and words in answer.data["message"] and answer.data["fields"]["file"]


def test_no_file_or_a_strange_description_is_said_by_field(author):
    assert "file" in author.post("/api/assets/", {}, format="multipart").data["fields"]
    for alt in ('["fr"]', '{"fr": 1}', "{", '{"es": "x"}'):
        assert "alt" in bring(author, alt=alt).data["fields"]


def test_too_much_is_refused_before_it_is_read_and_while_it_comes(author, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    announced = bring(author, b"\xff\xd8\xff" + b"\0" * 3_000_000)
    assert (announced.status_code, announced.data["problem"]) == (413, "picture-too-large") and "1 MB" in announced.data["message"]
    just_more = bring(author, b"\xff\xd8\xff" + b"\0" * (1024 * 1024 + 10))
    assert just_more.status_code == 413
    with scopes_disabled():
        assert not Asset.objects.exists()


def test_newest_first_found_by_name_and_by_description(author, take_in):
    bring(author, saved(drawn(300, 200)), name="manif.jpg", alt='{"fr": "Éoliennes au large", "nl": "Windmolens op zee"}')
    bring(author, saved(drawn(200, 300)), name="portrait.jpg")
    names = lambda q: [a["name"] for a in author.get("/api/assets/", {"q": q}).data["results"]]  # noqa: E731
    assert names("") == ["portrait.jpg", "manif.jpg"]
    assert names("MANIF") == names("oliennes") == names("windmolens zee") == ["manif.jpg"]
    assert names("windmolens portrait") == []
    page = author.get("/api/assets/?page_size=1").data
    assert page["count"] == 2 and len(page["results"]) == 1 and page["next"]


def test_describing_one_language_leaves_the_others(author):
    pk = bring(author, alt='{"fr": "Une foule", "nl": "Een menigte"}').data["id"]
    assert author.patch(f"/api/assets/{pk}/", {"alt": {"nl": "Veel volk"}}, format="json").data["alt"] == {
        "fr": "Une foule",
        "nl": "Veel volk",
    }
    assert author.patch(f"/api/assets/{pk}/", {"alt": {"fr": ""}, "name": "Place Flagey"}, format="json").data["alt"] == {"nl": "Veel volk"}
    assert author.get(f"/api/assets/{pk}/").data["name"] == "Place Flagey"


def test_a_used_picture_stays_and_says_where(world, author):
    pk = bring(author).data["id"]
    body = draft(world.channel())
    body["versions"][0]["pictures"] = [{"asset": pk, "alt": "Une affiche"}]
    post = author.post("/api/posts/", body, format="json").data
    assert author.get(f"/api/assets/{pk}/").data["used_in"] == 1
    refused = author.delete(f"/api/assets/{pk}/")
    assert refused.status_code == 409 and refused.data["posts"][0]["id"] == post["id"] and "Un loyer juste" in refused.data["message"]
    assert author.get(f"/api/assets/{pk}/file/").status_code == 200


def test_a_deleted_picture_can_come_back_until_it_is_swept_with_its_files(author, home, django_capture_on_commit_callbacks):
    pk = bring(author).data["id"]
    author.get(f"/api/assets/{pk}/file/?kind=web")
    assert author.delete(f"/api/assets/{pk}/").status_code == 204 and author.get("/api/assets/").data["count"] == 0
    assert author.get("/api/assets/?deleted=true").data["count"] == 1
    assert author.post(f"/api/assets/{pk}/restore/").data["deleted_at"] is None and author.get("/api/assets/").data["count"] == 1
    author.delete(f"/api/assets/{pk}/")
    now = timezone.now()
    sweep.sweep(now=now)
    assert len([p for p in home.rglob("*") if p.is_file()]) == 2
    with django_capture_on_commit_callbacks(execute=True):
        sweep.sweep(now=now + sweep.KEPT + timedelta(minutes=1))
    assert not [p for p in home.rglob("*") if p.is_file()]


def test_the_same_bytes_bring_a_deleted_picture_back(author):
    pk = bring(author).data["id"]
    author.delete(f"/api/assets/{pk}/")
    assert bring(author).data["id"] == pk and author.get("/api/assets/").data["count"] == 1


def test_a_picture_of_published_posts_leaves_the_library_and_stays_on_record(world, author):
    pk = bring(author).data["id"]
    body = draft(world.channel())
    body["versions"][0]["pictures"] = [{"asset": pk, "alt": "Une affiche"}]
    author.post("/api/posts/", body, format="json")
    with scopes_disabled():
        Placement.objects.update(outcome="published")
    assert author.delete(f"/api/assets/{pk}/").status_code == 204
    sweep.sweep(now=timezone.now() + timedelta(days=400))
    assert author.get(f"/api/assets/{pk}/file/?kind=web").status_code == 200


def test_a_browser_shows_it_without_headers_and_keeps_it(world, author):
    shown = bring(author).data
    image = world.client("viewer")
    answer = image.get(shown["thumb_url"], HTTP_ACCEPT="image/avif,image/webp")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert "private" in answer["Cache-Control"] and "immutable" in answer["Cache-Control"]
    unchanged = image.get(shown["thumb_url"], HTTP_IF_NONE_MATCH=answer["ETag"])
    assert unchanged.status_code == 304 and not unchanged.content
    assert image.get(shown["web_url"])["ETag"] != answer["ETag"]
    assert image.get(f"/api/assets/{shown['id']}/file/?kind=original").status_code == 404


def test_who_does_not_write_only_looks(world, author):
    pk = bring(author).data["id"]
    for name in ("viewer", "approver", "treasurer"):
        client = world.client(name, world.organisation)
        assert bring(client).status_code == 403 and client.delete(f"/api/assets/{pk}/").status_code == 403
        assert client.patch(f"/api/assets/{pk}/", {"name": "x"}, format="json").status_code == 403
        assert client.get("/api/assets/").data["count"] == 1


def test_another_organisation_and_a_stranger_find_nothing(world, author):
    shown = bring(author).data
    paths = (f"/api/assets/{shown['id']}/", f"/api/assets/{shown['id']}/file/?kind=thumb", shown["thumb_url"], shown["web_url"])
    for client in (world.client("other", world.other), world.client("stranger")):
        assert {client.get(path).status_code for path in paths} == {404}
        assert client.delete(paths[0]).status_code == 404
    assert world.client("other", world.other).get("/api/assets/").data["count"] == 0


def test_nobody_signed_in_sees_nothing(client, author):
    shown = bring(author).data
    assert client.get(shown["thumb_url"]).status_code == 401
