"""Folders, tags and many pictures at once; each act can be taken back."""

import pytest

from tests.campaigns.media.pictures import drawn, saved
from tests.campaigns.media.test_library import bring
from tests.world import draft


@pytest.fixture
def three(author):
    return [bring(author, saved(drawn(100 + i, 90)), name=f"{i}.jpg").data["id"] for i in range(3)]


def folder(client, name, parent=None, **more):
    return client.post("/api/folders/", {"name": name, "parent": parent, **more}, format="json")


def bulk(client, act, ids, **more):
    return client.post("/api/assets/bulk/", {"act": act, "ids": ids, **more}, format="json")


def found(client, **query):
    return sorted(asset["name"] for asset in client.get("/api/assets/", query).data["results"])


def test_folders_stand_in_one_another(author, three):
    climate = folder(author, "Climat").data["id"]
    march = folder(author, "Marche", climate).data["id"]
    assert folder(author, "Marche", climate).data["problem"] == "folder-name-taken"
    assert folder(author, "Climat").status_code == 409 and folder(author, "Marche").status_code == 201
    bulk(author, "move", three[:1], folder=climate)
    bulk(author, "move", three[1:2], folder=march)
    assert (found(author, folder=climate), found(author, folder=climate, deep=True)) == (["0.jpg"], ["0.jpg", "1.jpg"])
    assert found(author, folder="none") == ["2.jpg"]
    assert author.patch(f"/api/folders/{climate}/", {"parent": march}, format="json").data["problem"] == "folder-in-itself"
    assert author.patch(f"/api/folders/{march}/", {"name": "Marche 2026", "parent": None}, format="json").data["name"] == "Marche 2026"
    assert {f["name"]: f["pictures"] for f in author.get("/api/folders/").data} == {"Climat": 1, "Marche": 0, "Marche 2026": 1}


def test_a_folder_goes_with_its_contents_one_level_up_and_comes_back(author, three):
    above = folder(author, "Climat").data["id"]
    inside = folder(author, "Marche", above, assets=three[:2]).data["id"]
    folder(author, "Liège", inside)
    assert author.delete(f"/api/folders/{inside}/").data["problem"] == "folder-not-empty"
    was = author.delete(f"/api/folders/{inside}/?contents=up").data
    assert found(author, folder=above) == ["0.jpg", "1.jpg"]
    back = author.post("/api/folders/", was, format="json").data
    assert (back["name"], back["pictures"], found(author, folder=above)) == ("Marche", 2, [])
    liege = next(f for f in author.get("/api/folders/").data if f["name"] == "Liège")
    assert str(liege["parent"]) == str(back["id"])


def test_tags_are_free_words_written_one_way(author, three):
    author.patch(f"/api/assets/{three[0]}/", {"tags": ["#Climat", "climat", " Marche  2026 "]}, format="json")
    done = bulk(author, "tag", three, tags=["climat", "logement"]).data
    assert author.get("/api/tags/").data[0] == {"name": "climat", "pictures": 3} or author.get("/api/tags/").data[0]["pictures"] == 3
    assert found(author, tag="CLIMAT") == found(author, tag="logement") == ["0.jpg", "1.jpg", "2.jpg"]
    assert found(author, q="marche 2026") == ["0.jpg"]
    for act in done["undo"]:
        author.post("/api/assets/bulk/", act, format="json")
    assert found(author, tag="climat") == ["0.jpg"] and found(author, tag="logement") == []


def test_moving_and_rights_are_taken_back(author, three):
    there = folder(author, "Archives", assets=three[:1]).data["id"]
    undo = bulk(author, "move", three, folder=None).data["undo"]
    assert found(author, folder=there) == []
    for act in undo:
        author.post("/api/assets/bulk/", act, format="json")
    assert found(author, folder=there) == ["0.jpg"]
    author.patch(f"/api/assets/{three[0]}/", {"credit": "Claire"}, format="json")
    undo = bulk(author, "rights", three, rights={"credit": "Agence", "rights_until": "2020-01-01"}).data["undo"]
    assert found(author, ends="over") == ["0.jpg", "1.jpg", "2.jpg"] and found(author, q="agence") == ["0.jpg", "1.jpg", "2.jpg"]
    for act in undo:
        author.post("/api/assets/bulk/", act, format="json")
    assert found(author, ends="over") == [] and found(author, q="claire") == ["0.jpg"]


def test_of_many_those_that_posts_need_stay(world, author, three):
    body = draft(world.channel())
    body["versions"][0]["pictures"] = [{"asset": three[1], "alt": "Une affiche"}]
    author.post("/api/posts/", body, format="json")
    assert found(author, unused=True) == ["0.jpg", "2.jpg"]
    done = bulk(author, "delete", three).data
    assert (done["done"], [r["name"] for r in done["refused"]]) == (2, ["1.jpg"]) and done["refused"][0]["posts"][0]["title"]
    author.post("/api/assets/bulk/", done["undo"][0], format="json")
    assert found(author) == ["0.jpg", "1.jpg", "2.jpg"]


def test_what_lacks_words_is_found_and_orders_hold(author, three):
    author.patch(f"/api/assets/{three[0]}/", {"alt": {"fr": "Une foule", "nl": "Volk"}}, format="json")
    author.patch(f"/api/assets/{three[1]}/", {"is_decorative": True}, format="json")
    assert found(author, missing_alt=True) == ["2.jpg"]
    names = lambda order: [a["name"] for a in author.get("/api/assets/", {"order": order}).data["results"]]  # noqa: E731
    assert names("name") == names("oldest") == ["0.jpg", "1.jpg", "2.jpg"] and names("newest") == ["2.jpg", "1.jpg", "0.jpg"]
    assert len(names("used")) == len(names("ends")) == len(names("largest")) == 3
    assert author.get("/api/assets/", {"order": "sideways"}).status_code == 400
    assert author.get("/api/assets/", {"folder": "x"}).status_code == 400


def test_others_find_none_of_it(world, author, three):
    there = folder(author, "Climat").data["id"]
    other = world.client("other", world.other)
    assert other.get("/api/folders/").data == [] and other.patch(f"/api/folders/{there}/", {"name": "x"}, format="json").status_code == 404
    assert bulk(other, "delete", three).data["done"] == 0 and bulk(other, "move", three, folder=there).data["problem"] == "folder-gone"
    assert folder(other, "Mine", assets=three).status_code == 201 and found(author, folder="none") == ["0.jpg", "1.jpg", "2.jpg"]
    assert folder(world.client("viewer", world.organisation), "x").status_code == 403
