"""Facebook Pages: what is taken, what is refused, what is given back."""

import json
from typing import Any

import pytest
import requests

from tests.sandbox.conftest import Page, picture
from tests.sandbox_server import SandboxServer


def test_a_post_is_accepted_listed_and_written_down(sandbox: SandboxServer, our_page: Page) -> None:
    made = our_page.post(
        f"{our_page.id}/feed", message="Bonjour", link="https://demain.example/plan", fields="permalink_url,created_time"
    ).json()
    assert made["id"].startswith(f"{our_page.id}_")
    assert requests.get(made["permalink_url"], timeout=10).text.count("Bonjour") == 1
    listed = our_page.get(f"{our_page.id}/published_posts", fields="message,attachments{unshimmed_url}").json()["data"]
    assert listed == [{"id": made["id"], "message": "Bonjour", "attachments": {"data": [{"unshimmed_url": "https://demain.example/plan"}]}}]
    row = sandbox.ledger("facebook", our_page.id)[0]
    assert (row["id"], row["text"], row["link"], row["media"]) == (made["id"], "Bonjour", "https://demain.example/plan", [])


def test_several_photos_go_up_hidden_and_become_one_post(sandbox: SandboxServer, our_page: Page) -> None:
    files = [picture(800 + n, 600) for n in range(2)]
    ids = [
        our_page.post(f"{our_page.id}/photos", files={"source0": ("a.jpg", data)}, published="false", alt_text_custom=f"dessin {n}").json()[
            "id"
        ]
        for n, data in enumerate(files)
    ]
    assert sandbox.ledger() == []
    assert our_page.get(f"{our_page.id}/feed").json() == {"data": []}
    form: dict[str, Any] = {f"attached_media[{n}]": json.dumps({"media_fbid": photo}) for n, photo in enumerate(ids)}
    post = our_page.post(f"{our_page.id}/feed", message="Deux", **form).json()["id"]
    inside = our_page.get(post, fields="attachments{subattachments}").json()["attachments"]["data"][0]["subattachments"]["data"]
    assert [one["target"]["id"] for one in inside] == ids
    assert our_page.get(ids[0], fields="alt_text,page_story_id").json() == {"alt_text": "dessin 0", "page_story_id": post, "id": ids[0]}
    assert len(sandbox.ledger("facebook")[0]["media"]) == 2
    again = our_page.post(f"{our_page.id}/feed", message="Encore", attached_media=json.dumps([{"media_fbid": ids[0]}]))
    assert our_page.error(again) == (100, 0)


def test_one_published_photo_is_a_post(sandbox: SandboxServer, our_page: Page) -> None:
    made = our_page.post(f"{our_page.id}/photos", files={"source": picture()}, caption="Une").json()
    assert our_page.get(made["post_id"], fields="message").json()["message"] == "Une"
    assert [row["id"] for row in sandbox.ledger()] == [made["post_id"]]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, (100, 0)),
        ({"mesage": "x"}, (100, 0)),
        ({"message": "x", "published": "maybe"}, (100, 0)),
        ({"message": "x" * 63_207}, (100, 0)),
        ({"message": "x", "targeting": "{}"}, (100, 0)),
        ({"message": "x", "fields": "nonsense"}, (100, 0)),
        ({"message": "x", "attached_media": '[{"media_fbid":"1"}]'}, (100, 0)),
        ({"message": "x", "attached_media": "not json"}, (100, 0)),
        ({"message": "x", "link": "ftp://a.example"}, (100, 1500)),
        ({"message": "x", "link": "https://unreachable.example/a"}, (1609005, 0)),
        ({"message": "x", "link": "https://www.facebook.com/a"}, (1609008, 0)),
        ({"message": "x", "access_token": "wrong"}, (190, 0)),
        ({"message": "x", "access_token": ""}, (104, 0)),
    ],
)
def test_what_the_documents_do_not_allow_is_refused(
    sandbox: SandboxServer, our_page: Page, form: dict[str, str], code: tuple[int, int]
) -> None:
    told = our_page.post(f"{our_page.id}/feed", **form)
    assert (told.status_code, our_page.error(told)) == (400, code)
    assert told.json()["error"]["fbtrace_id"]
    assert sandbox.ledger() == []


@pytest.mark.parametrize(
    ("data", "code"), [(b"no picture", (324, 2069019)), (picture()[:900], (324, 2069019)), (b"x" * 4_200_000, (100, 1366046))]
)
def test_a_file_that_is_no_fit_picture_is_refused(our_page: Page, data: bytes, code: tuple[int, int]) -> None:
    assert our_page.error(our_page.post(f"{our_page.id}/photos", files={"source": data}, published="false")) == code


def test_an_equal_consecutive_post_is_a_duplicate_and_a_later_one_is_not(our_page: Page) -> None:
    our_page.post(f"{our_page.id}/feed", message="Même")
    assert our_page.error(our_page.post(f"{our_page.id}/feed", message="Même")) == (506, 1455006)
    our_page.post(f"{our_page.id}/feed", message="Autre")
    assert our_page.post(f"{our_page.id}/feed", message="Même").status_code == 200


def test_another_pages_object_is_not_there(sandbox: SandboxServer, our_page: Page) -> None:
    other = sandbox.account("facebook", "Toit", "toit.solidaire")
    assert our_page.error(our_page.post(f"{other['id']}/feed", message="x")) == (100, 33)
    assert our_page.error(our_page.get(other["id"])) == (100, 33)


def test_a_person_token_reads_but_does_not_post(sandbox: SandboxServer, our_page: Page) -> None:
    our_page.token = sandbox.grant("facebook", our_page.id)["user_access_token"]
    assert our_page.get(our_page.id, fields="name,username,link,picture").json()["username"] == "demain.morgen"
    assert our_page.error(our_page.post(f"{our_page.id}/feed", message="x")) == (200, 0)


def test_a_post_is_edited_deleted_and_the_ledger_remembers(sandbox: SandboxServer, our_page: Page) -> None:
    post = our_page.post(f"{our_page.id}/feed", message="Un").json()["id"]
    assert our_page.post(f"{post}/", message="Deux").json() == {"success": True}
    assert our_page.get(post, fields="message").json()["message"] == "Deux"
    assert our_page.delete(post).json() == {"success": True}
    assert our_page.error(our_page.get(post)) == (100, 33)
    assert [row["operation"] for row in sandbox.ledger(operation="all")] == ["create", "edit", "delete"]


def test_a_draft_is_visible_once_it_is_published_by_id(sandbox: SandboxServer, our_page: Page) -> None:
    post = our_page.post(f"{our_page.id}/feed", message="Brouillon", published="false").json()["id"]
    assert sandbox.ledger() == []
    our_page.post(post, is_published="true")
    assert [row["id"] for row in sandbox.ledger()] == [post]


def test_lists_are_paged_and_filtered_by_time(our_page: Page) -> None:
    made = [our_page.post(f"{our_page.id}/feed", message=f"n{n}").json()["id"] for n in range(3)]
    first = our_page.get(f"{our_page.id}/feed", limit=2).json()
    second = requests.get(first["paging"]["next"], timeout=10).json()
    assert [post["id"] for post in first["data"] + second["data"]] == made[::-1]
    assert "next" not in second["paging"]
    assert our_page.get(f"{our_page.id}/feed", since=2_000_000_000).json() == {"data": []}
    assert our_page.error(our_page.get(f"{our_page.id}/feed", limit=0)) == (100, 0)


def test_an_unpublished_photo_is_on_no_wall_and_ends_only_when_it_is_deleted(sandbox: SandboxServer, our_page: Page) -> None:
    photo = our_page.post(f"{our_page.id}/photos", files={"source": picture()}, published="false").json()["id"]
    sandbox.settings(clock_offset_seconds=30 * 86_400)
    assert our_page.get(photo, fields="page_story_id").json() == {"id": photo}
    assert our_page.get(f"{our_page.id}/feed").json() == {"data": []}
    assert our_page.delete(photo).json() == {"success": True}
    assert our_page.error(our_page.delete(photo)) == (100, 33)
    attached = {"attached_media[0]": json.dumps({"media_fbid": photo})}
    assert our_page.error(our_page.post(f"{our_page.id}/feed", message="x", **attached))[0] == 100


def test_a_photo_of_a_post_names_its_story(our_page: Page) -> None:
    photo = our_page.post(f"{our_page.id}/photos", files={"source": picture()}, published="false").json()["id"]
    attached = {"attached_media[0]": json.dumps({"media_fbid": photo})}
    post = our_page.post(f"{our_page.id}/feed", message="x", **attached).json()["id"]
    assert our_page.get(photo, fields="page_story_id").json() == {"id": photo, "page_story_id": post}
