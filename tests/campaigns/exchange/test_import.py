"""From an ugly file to drafts, and back."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from campaigns.exchange.models import Mapping
from campaigns.posts.models import Post
from tests.world import World, draft

HEAD = "Date;Heure;Canal;Texte FR;Tekst NL;Lien;Image;Texte alternatif FR;Campagne;Titre"
GOOD = "24/11/2031;9h30;Ours on facebook;Ça coûte trop;Te duur;example.org/loyer;poster.png;Une affiche;;Loyer"


@pytest.fixture
def world(db, home):
    world = World.make()
    world.channel()
    world.picture()
    return world


def read(client, text, encoding="latin-1", name="plan.csv"):
    return client.post("/api/imports/read/", {"file": SimpleUploadedFile(name, text.encode(encoding))}, format="multipart")


def settled(table, **more):
    kept = {name: table[name] for name in ("columns", "rows", "header", "file_name", "sha256")}
    return kept | {"order": ""} | more


def check(client, table, **more):
    answer = client.post("/api/imports/check/", settled(table, **more), format="json")
    assert answer.status_code == 200, answer.data
    return answer.data


def codes(checked, row=0):
    return [problem["code"] for problem in checked["rows"][row]["problems"]]


def test_a_whole_import_and_its_undo(world):
    author = world.client("author")
    table = read(author, f"{HEAD}\n{GOOD}\n").data
    assert (table["encoding"], table["separator"]) == ("windows-1252", ";")
    assert table["columns"][:5] == ["date", "time", "channel", "text_fr", "text_nl"]
    assert codes(check(author, table)) == []
    done = author.post("/api/imports/", settled(table), format="json")
    assert done.status_code == 201 and done.data["made"] == 1
    with scope(organisation=world.organisation):
        post = Post.objects.get()
        assert (post.state, post.title) == ("draft", "Loyer")
        french = post.versions.get(language="fr")
        assert french.segments == ["Ça coûte trop"] and french.link == "https://example.org/loyer"
        assert french.version_pictures.get().alt == "Une affiche"
        assert post.placements.get().local_time == "2031-11-24T09:30"
    assert author.post(f"/api/imports/{done.data['id']}/undo/").data == {"removed": 1}
    assert author.get("/api/posts/").data["count"] == 0
    assert author.post(f"/api/imports/{done.data['id']}/undo/").status_code == 409


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("24/11/2031;9h30;Nobody;x", ["import-channel-unknown"]),
        ("24/11/2031;9h30;;x", ["import-channel-missing"]),
        ("32/11/2031;9h30;Facebook;x", ["import-date-unclear"]),
        ("24/11/2031;;Facebook;x", ["import-time-missing"]),
        (";9h30;Facebook;x", ["import-date-missing"]),
        ("24/11/2031;99h;Facebook;x", ["import-time-unclear"]),
        ("24/11/2020;9h30;Facebook;x", ["import-time-passed"]),
        ("30/03/2031;2h30;Facebook;x", ["import-time-skipped"]),
        ("24/11/2031;9h30;Facebook;", ["import-no-text"]),
        ("24/11/2031;9h30;Facebook;x;;not a link", ["import-link-bad"]),
        ("24/11/2031;9h30;Facebook;x;;;nothing.png", ["import-picture-unknown"]),
        ("24/11/2031;9h30;Facebook;x;;;;;Nothing", ["import-campaign-unknown"]),
        (
            "x;y;Nobody;;;;;;Nothing",
            ["import-no-text", "import-date-unclear", "import-time-unclear", "import-channel-unknown", "import-campaign-unknown"],
        ),
        (";;Facebook;waits without a time", []),
        ("24/11/2031;9h30;ours;by its handle", []),
        ("24/11/2031;9h30;@ours;by its handle with a sign", []),
        ("24/11/2031;9h30;OURS ON FACEBOOK (Facebook);by both", []),
    ],
)
def test_every_error_in_plain_words_before_anything_is_saved(world, row, expected):
    author = world.client("author")
    table = read(author, f"{HEAD}\n{row}\n{GOOD}\n").data
    checked = check(author, table, order="dmy")
    assert codes(checked) == expected and codes(checked, 1) == []
    assert all(problem["message"] != problem["code"] for problem in checked["rows"][0]["problems"])
    answer = author.post("/api/imports/", settled(table, order="dmy"), format="json")
    assert answer.status_code == (409 if expected else 201)
    assert author.get("/api/posts/").data["count"] == (0 if expected else 2)


def test_a_picture_without_words_in_its_row_has_those_of_the_library(world):
    author = world.client("author")
    table = read(author, "Datum;Uhrzeit;Kanal;Text FR;Text NL;Bild\n24/11/2031;9h30;Facebook;Salut;Dag;poster.png\n").data
    assert author.post("/api/imports/", settled(table), format="json").status_code == 201
    with scope(organisation=world.organisation):
        versions = Post.objects.get().versions.order_by("language")
        assert [version.version_pictures.get().alt for version in versions] == ["Une affiche", ""]


def test_a_wrong_link_of_several_languages_is_named_once_and_as_it_was_written(world):
    author = world.client("author")
    table = read(author, "Datum;Uhrzeit;Kanal;Text FR;Text NL;Link\n24/11/2031;9h30;Facebook;Salut;Dag;not a link\n").data
    [problem] = check(author, table, order="dmy")["rows"][0]["problems"]
    assert problem["message"] == "“not a link” is no address of a website."


def test_a_date_that_may_be_two_is_asked(world):
    author = world.client("author")
    table = read(author, f"{HEAD}\n3/4/2031;9h30;Facebook;x\n").data
    checked = check(author, table)
    assert checked["needs_order"] and checked["doubtful"] == [{"text": "3/4/2031", "dmy": date(2031, 4, 3), "mdy": date(2031, 3, 4)}]
    assert codes(checked) == ["import-date-two-ways"]
    assert check(author, table, order="mdy")["rows"][0]["local_time"] == "2031-03-04T09:30"


def test_other_dates_of_the_column_decide(world):
    author = world.client("author")
    checked = check(author, read(author, f"{HEAD}\n3/4/2031;9h30;Facebook;x\n{GOOD}\n").data)
    assert (checked["order"], checked["needs_order"]) == ("dmy", True)


def test_several_channels_in_one_cell_and_one_that_is_ambiguous(world):
    world.channel("facebook", remote_id="second")
    world.channel("instagram")
    author = world.client("author")
    table = read(author, f"{HEAD}\n24/11/2031;9h30;Facebook, Instagram;x\n24/11/2031;9h30;Instagram + X;x\n").data
    checked = check(author, table)
    assert codes(checked) == ["import-channel-several"] and codes(checked, 1) == ["import-channel-unknown"]
    assert len(checked["rows"][0]["channels"]) == 1


def test_a_mapping_is_remembered_for_the_same_header_here_alone(world):
    author = world.client("author")
    text = "Quand;Où;Quoi\n24/11/2031 9h30;Facebook;Bonjour\n"
    table = read(author, text, "utf-8").data
    assert table["columns"] == ["when", "", ""] and not table["is_remembered"]
    assert author.post("/api/imports/", settled(table, columns=["when", "channel", "text"]), format="json").status_code == 201
    again = read(author, text.replace("Bonjour", "Salut"), "utf-8").data
    assert again["columns"] == ["when", "channel", "text"] and again["is_remembered"] and again["earlier"] is None
    assert not read(world.client("other"), text, "utf-8").data["is_remembered"]
    with scope(organisation=world.organisation):
        assert Mapping.objects.count() == 1


def test_the_same_file_again_is_noticed(world):
    author = world.client("author")
    table = read(author, f"{HEAD}\n{GOOD}\n").data
    author.post("/api/imports/", settled(table), format="json")
    assert read(author, f"{HEAD}\n{GOOD}\n").data["earlier"]["made"] == 1
    assert read(world.client("other"), f"{HEAD}\n{GOOD}\n").data["earlier"] is None


def test_what_was_exported_comes_back(world):
    author = world.client("author")
    channel = world.channel()
    author.post("/api/posts/", draft(channel, text="-30 % : « oui »\nDeux lignes", when="2031-11-24T09:00", title="=Titre"), format="json")
    span = {"from": "2031-11-20T00:00:00Z", "to": "2031-11-30T00:00:00Z"}
    for language in ("en", "fr", "nl", "de"):
        content = author.get("/api/calendar/export.csv", span, headers={"Accept-Language": language}).content
        table = read(author, content.decode(), "utf-8").data
        checked = check(author, table)
        assert codes(checked) == [] and checked["rows"][0]["local_time"] == "2031-11-24T09:00"
        assert table["rows"][0]["cells"][table["columns"].index("text_fr")] == "-30 % : « oui »\nDeux lignes"
        assert checked["rows"][0]["first_line"] == "=Titre"


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_sample_can_be_imported_as_it_is(world, language):
    author = world.client("author")
    content = author.get("/api/imports/sample/", headers={"Accept-Language": language}).content
    table = read(author, content.decode(), "utf-8").data
    assert codes(check(author, table)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": ["text_fr", "text_fr"]}, {"columns": ["text_xx", "channel"]}, {"columns": ["date", "time"]}, {"columns": ["text_fr"]},
        {"rows": [{"row": 0, "cells": ["x"]}]}, {"rows": "x"}, {"order": "ymd"}, {"rows": [{"row": 1, "cells": ["x" * 70_001]}]},
    ],
)  # fmt: skip
def test_requests_that_make_no_sense(world, wrong):
    table = {"columns": ["text_fr", "channel"], "rows": [{"row": 2, "cells": ["x", "Facebook"]}]}
    assert world.client("author").post("/api/imports/check/", table | wrong, format="json").status_code == 400


def test_no_more_rows_than_a_plan_has(world):
    rows = [{"row": n + 1, "cells": ["x", "Facebook"]} for n in range(2001)]
    answer = world.client("author").post("/api/imports/check/", {"columns": ["text_fr", "channel"], "rows": rows}, format="json")
    assert answer.status_code in {400, 413}


def test_who_may_import_and_take_back(world):
    author, planner = world.client("author"), world.client("planner")
    assert read(world.client("viewer"), f"{HEAD}\n{GOOD}\n").status_code == 403
    done = planner.post("/api/imports/", settled(read(planner, f"{HEAD}\n{GOOD}\n").data), format="json").data
    assert author.post(f"/api/imports/{done['id']}/undo/").data["problem"] == "not-your-import"
    assert world.client("other").post(f"/api/imports/{done['id']}/undo/").status_code == 404
    assert planner.post(f"/api/imports/{done['id']}/undo/").status_code == 200


def test_what_somebody_took_further_stays_after_an_undo(world):
    planner = world.client("planner")
    text = f"{HEAD}\n{GOOD}\n{GOOD.replace('9h30', '15h30').replace('trop', 'cher')}\n"
    done = planner.post("/api/imports/", settled(read(planner, text).data), format="json").data
    first = planner.get("/api/posts/").data["results"][0]["id"]
    planner.post(f"/api/posts/{first}/submit/", {}, format="json")
    removed = planner.post(f"/api/imports/{done['id']}/undo/").data["removed"]
    assert removed + planner.get("/api/posts/").data["count"] == 2
