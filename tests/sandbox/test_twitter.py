"""X: posts, threads, media, reads, windows, credits."""

import base64
from typing import Any

import pytest

from tests.sandbox.conftest import Handle, picture
from tests.sandbox_server import SandboxServer


def upload(handle: Handle, data: bytes | None = None) -> str:
    files = {"media": ("a.jpg", data or picture())}
    media: str = handle.call("POST", "media/upload", data={"media_category": "tweet_image"}, files=files).json()["data"]["id"]
    return media


def test_a_post_with_a_picture_comes_back_with_short_links_and_escapes(sandbox: SandboxServer, handle: Handle) -> None:
    media = upload(handle)
    assert handle.call("POST", "media/metadata", json={"id": media, "metadata": {"alt_text": {"text": "dessin"}}}).status_code == 200
    made = handle.post("Toi & moi https://carillon.be/plan", media={"media_ids": [media]})
    assert made.status_code == 201
    text = made.json()["data"]["text"]
    assert text.startswith("Toi &amp; moi https://t.co/")
    assert text.count("https://t.co/") == 2
    query = "tweet.fields=created_at,entities,attachments&expansions=attachments.media_keys&media.fields=alt_text"
    shown = handle.call("GET", f"users/{handle.id}/tweets?{query}").json()
    post = shown["data"][0]
    assert post["entities"]["urls"][0]["expanded_url"] == "https://carillon.be/plan"
    assert post["attachments"]["media_keys"] == [f"3_{media}"]
    assert shown["includes"]["media"][0]["alt_text"] == "dessin"
    row = sandbox.ledger("twitter")[0]
    assert (row["text"], len(row["media"])) == ("Toi & moi https://carillon.be/plan", 1)


def test_a_thread_is_own_replies_only(sandbox: SandboxServer, handle: Handle) -> None:
    first = handle.post("un").json()["data"]["id"]
    second = handle.post("deux", reply={"in_reply_to_tweet_id": first}).json()["data"]["id"]
    shown = handle.call("GET", f"tweets/{second}?post.fields=conversation_id,referenced_posts").json()["data"]
    assert (shown["conversation_id"], shown["referenced_posts"]) == (first, [{"type": "replied_to", "id": first}])
    assert shown["edit_history_post_ids"] == [second]
    other = sandbox.account("twitter", "Toit", "toit")
    handle.token = sandbox.grant("twitter", other["id"])["access_token"]
    assert handle.post("trois", reply={"in_reply_to_tweet_id": first}).status_code == 403
    assert handle.call("DELETE", f"tweets/{first}").status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"text": ""}, 400),
        ({"text": "x", "surprise": 1}, 400),
        ({"text": 5}, 400),
        ({"text": "x", "media": {"media_ids": []}}, 400),
        ({"text": "x", "media": {"media_ids": ["1", "2", "3", "4", "5"]}}, 400),
        ({"text": "x", "media": {"media_ids": ["123"]}}, 400),
        ({"text": "x", "reply_settings": "everyone"}, 400),
        ({"text": "x", "reply": {}}, 400),
        ({"text": "x", "reply": {"in_reply_to_tweet_id": "1"}}, 403),
        ({"text": "x", "quote_tweet_id": "1"}, 403),
        ({"text": "x" * 281}, 403),
        ({"text": "…" * 141}, 403),
        ({"text": "$AA $BB"}, 403),
    ],
)
def test_a_body_that_does_not_fit_is_refused(sandbox: SandboxServer, handle: Handle, body: dict[str, Any], status: int) -> None:
    told = handle.call("POST", "tweets", json=body)
    assert told.status_code == status, told.text
    assert {"title", "detail", "type"} <= set(told.json())
    assert sandbox.ledger() == []


def test_an_equal_text_is_a_duplicate_until_it_is_deleted(handle: Handle) -> None:
    first = handle.post("Même  texte").json()["data"]["id"]
    told = handle.post("Même texte")
    assert (told.status_code, told.json()["detail"]) == (403, "You are not allowed to create a Tweet with duplicate content.")
    assert handle.call("DELETE", f"tweets/{first}").json() == {"data": {"deleted": True}}
    assert handle.post("Même texte").status_code == 201


def test_a_chunked_upload_must_add_up(handle: Handle) -> None:
    data = picture()
    body = {"media_type": "image/jpeg", "total_bytes": len(data), "media_category": "tweet_image"}
    media = handle.call("POST", "media/upload/initialize", json=body).json()["data"]["id"]
    assert handle.call("POST", f"media/upload/{media}/append", data={"segment_index": "0"}, files={"media": data[:5000]}).status_code == 200
    assert handle.call("POST", f"media/upload/{media}/finalize").status_code == 400
    rest = {"segment_index": 1, "media": base64.b64encode(data[5000:]).decode()}
    assert handle.call("POST", f"media/upload/{media}/append", json=rest).status_code == 200
    assert handle.call("POST", f"media/upload/{media}/finalize").json()["data"]["size"] == len(data)
    assert handle.call("GET", f"media/upload?command=STATUS&media_id={media}").json()["data"]["processing_info"]["state"] == "succeeded"
    assert handle.post("avec image", media={"media_ids": [media]}).status_code == 201


def test_media_belong_to_their_account_and_end_after_a_day(sandbox: SandboxServer, handle: Handle) -> None:
    media = upload(handle)
    mine = handle.token
    handle.token = sandbox.grant("twitter", sandbox.account("twitter", "Toit", "toit")["id"])["access_token"]
    assert handle.post("x", media={"media_ids": [media]}).status_code == 400
    handle.token = mine
    sandbox.settings(clock_offset_seconds=7000)
    assert handle.post("x", media={"media_ids": [media]}).status_code == 201
    handle.token = sandbox.grant("twitter", handle.id)["access_token"]
    sandbox.settings(clock_offset_seconds=86_500)
    handle.token = sandbox.grant("twitter", handle.id)["access_token"]
    assert handle.post("y", media={"media_ids": [media]}).status_code == 400


def test_what_is_no_picture_is_not_uploaded(handle: Handle) -> None:
    for data in (b"no picture", b"x" * (5 * 1024 * 1024 + 1)):
        told = handle.call("POST", "media/upload", data={"media_category": "tweet_image"}, files={"media": data})
        assert told.status_code == 400


def test_a_missing_post_is_a_200_with_errors_and_no_data(handle: Handle) -> None:
    told = handle.call("GET", "tweets/123")
    assert (told.status_code, list(told.json())) == (200, ["errors"])


def test_a_timeline_is_filtered_and_paged(handle: Handle) -> None:
    made = [handle.post(f"n{n}").json()["data"]["id"] for n in range(6)]
    first = handle.call("GET", f"users/{handle.id}/tweets?max_results=5").json()
    second = handle.call("GET", f"users/{handle.id}/tweets?max_results=5&pagination_token={first['meta']['next_token']}").json()
    assert [post["id"] for post in first["data"] + second["data"]] == made[::-1]
    assert handle.call("GET", f"users/{handle.id}/tweets?start_time=2040-01-01T00:00:00Z").json() == {"meta": {"result_count": 0}}
    for wrong in ("max_results=4", "surprise=1", "tweet.fields=nonsense", "start_time=yesterday"):
        assert handle.call("GET", f"users/{handle.id}/tweets?{wrong}").status_code == 400, wrong


def test_a_missing_scope_and_a_missing_token_are_refused(sandbox: SandboxServer, handle: Handle) -> None:
    handle.token = sandbox.grant("twitter", handle.id, ["tweet.read", "users.read"])["access_token"]
    assert handle.post("x").status_code == 403
    handle.token = ""
    assert handle.post("x").status_code == 401


def test_a_window_counts_down_and_ends_in_429(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.settings(x_posts_per_window=2)
    left = [handle.post(f"n{n}").headers["x-rate-limit-remaining"] for n in range(2)]
    told = handle.post("n3")
    assert (left, told.status_code) == (["1", "0"], 429)
    sandbox.settings(clock_offset_seconds=901)
    assert handle.post("n4").status_code == 201
    assert int(told.headers["x-rate-limit-reset"]) > 1_700_000_000


def test_credits_are_spent_by_kind_of_post_and_run_out(sandbox: SandboxServer, handle: Handle) -> None:
    sandbox.settings(x_credits_mills=100)
    assert handle.post("sans lien").status_code == 201
    assert handle.post("avec https://carillon.be").status_code == 201
    assert sandbox.settings()["x_spent_mills"] == 215
    told = handle.post("trop tard")
    assert (told.status_code, told.json()["title"]) == (402, "CreditsDepleted")
