"""Contacts, hashtag sets, ready texts, groups, templates and fill-ins, over HTTP."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scope

from accounts.channels.models import Channel
from campaigns.approvals import selectors as approvals
from campaigns.posts import selectors, services
from campaigns.posts.fingerprint import content_of, fingerprint
from campaigns.posts.models import Placement, Post
from scheduler.delivery.claim import claim
from tests.world import World, draft

CONTACT = {"key": "greens", "name": "Les Verts", "kind": "organisation", "handles": {"twitter": "@greens_be", "instagram": ""}}


@pytest.fixture
def world(db, home):
    return World.make()


def made(client, path, body, status=201):
    answer = client.post(f"/api/{path}/", body, format="json")
    assert answer.status_code == status, answer.data
    return answer.data


def written(world, *channels, text):
    client = world.client("author")
    post = made(client, "posts", draft(*channels, text=text))
    return client.get(f"/api/posts/{post['id']}/").data


def test_a_contact_is_kept_tidy_found_changed_and_removed(world):
    client = world.client("planner")
    contact = made(client, "contacts", CONTACT)
    assert contact["handles"] == {"twitter": "greens_be"}
    assert [c["key"] for c in client.get("/api/contacts/", {"q": "vert"}).data["results"]] == ["greens"]
    assert client.get("/api/contacts/", {"q": "nobody"}).data["results"] == []
    changed = client.patch(f"/api/contacts/{contact['id']}/", {"name": "Ecolo"}, format="json")
    assert changed.data["name"] == "Ecolo"
    assert client.delete(f"/api/contacts/{contact['id']}/").status_code == 204


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "Has Space"},
        {"handles": {"twitter": "a b"}},
        {"handles": {"Bad Slug": "x"}},
        {"handles": ["x"]},
        {"name": ""},
        {"key": "x" * 41},
    ],
)
def test_a_contact_that_makes_no_sense_is_refused(world, wrong):
    made(world.client("planner"), "contacts", CONTACT | wrong, status=400)


def test_two_contacts_cannot_share_a_key(world):
    made(world.client("planner"), "contacts", CONTACT)
    assert made(world.client("planner"), "contacts", CONTACT, status=409)["fields"]["key"] == "Another one has this name already."


def test_hashtags_and_ready_texts(world):
    client = world.client("planner")
    assert made(client, "hashtag-sets", {"name": "Rent", "tags": ["#LoyerJuste", "LoyerJuste", " Wonen "]})["tags"] == [
        "LoyerJuste",
        "Wonen",
    ]
    made(client, "hashtag-sets", {"name": "Bad", "tags": ["a b"]}, status=400)
    assert made(client, "snippets", {"name": "Join", "texts": {"fr": "Viens", "nl": " "}})["texts"] == {"fr": "Viens"}
    made(client, "snippets", {"name": "None", "texts": {"xx": "?"}}, status=400)


@pytest.mark.parametrize("path", ["contacts", "hashtag-sets", "snippets", "channel-groups", "templates"])
def test_nobody_sees_or_keeps_the_words_of_others(world, path):
    assert world.client("stranger").get(f"/api/{path}/").status_code == 404
    assert world.client("viewer").post(f"/api/{path}/", {}, format="json").status_code == 403
    channel = world.channel("facebook")
    bodies = {
        "contacts": CONTACT,
        "hashtag-sets": {"name": "n", "tags": ["Tag"]},
        "snippets": {"name": "n", "texts": {"fr": "t"}},
        "channel-groups": {"name": "n", "channels": [str(channel.pk)]},
        "templates": {"name": "n", "versions": [{"language": "fr", "segments": ["t"]}]},
    }
    row = made(world.client("planner"), path, bodies[path])
    other = world.client("other")
    assert other.get(f"/api/{path}/").data["results"] == []
    assert other.patch(f"/api/{path}/{row['id']}/", {"name": "mine"}, format="json").status_code == 404
    assert other.delete(f"/api/{path}/{row['id']}/").status_code == 404


def test_a_group_takes_only_own_channels(world):
    theirs = world.channel("facebook", organisation=world.other)
    made(world.client("planner"), "channel-groups", {"name": "n", "channels": [str(theirs.pk)]}, status=400)


def test_each_channel_reads_its_own(world):
    page, x = world.channel("facebook"), world.channel("twitter")
    client = world.client("planner")
    made(client, "contacts", CONTACT)
    for channel, section in ((page, "Liège"), (x, "Luik")):
        answer = client.patch(f"/api/channels/{channel.pk}/", {"placeholders": {"section": section}}, format="json")
        assert answer.data["placeholders"] == {"section": section}
    post = written(world, page, x, text="{section} avec {@greens}")
    texts = {p["network"]: p["texts"][0] for p in post["placements"]}
    assert texts == {"facebook": "Liège avec Les Verts", "twitter": "Luik avec @greens_be"}
    assert not any(p["blocks"] for p in post["problems"])


def test_what_cannot_be_filled_holds_the_post_back_and_names_the_channel(world):
    page = world.channel("facebook")
    problems = {p["code"]: p for p in written(world, page, text="{section} {@nobody}")["problems"]}
    assert problems["placeholder-without-value"]["blocks"] and page.name in problems["placeholder-without-value"]["message"]
    assert "section" in problems["placeholder-without-value"]["message"]
    assert problems["contact-unknown"]["blocks"]


def test_somebody_without_a_handle_is_named_with_a_gentle_word(world):
    made(world.client("planner"), "contacts", CONTACT | {"handles": {}})
    post = written(world, world.channel("twitter"), text="Merci {@greens}")
    [problem] = [p for p in post["problems"] if p["code"] == "contact-without-handle"]
    assert not problem["blocks"] and "X" in problem["message"]
    assert post["placements"][0]["texts"] == ["Merci Les Verts"]


@pytest.mark.parametrize("key", ["Bad Key", "1st", "x" * 41, "é"])
def test_keys_of_fill_ins_are_plain(world, key):
    channel = world.channel("facebook")
    answer = world.client("planner").patch(f"/api/channels/{channel.pk}/", {"placeholders": {key: "v"}}, format="json")
    assert answer.status_code == 400


def approved(world, text):
    channel = world.channel("twitter")
    client = world.client("planner")
    made(client, "contacts", CONTACT)
    client.patch(f"/api/channels/{channel.pk}/", {"placeholders": {"section": "Liège"}}, format="json")
    world.organisation.posts_need_approval = False
    world.organisation.save()
    id_ = written(world, channel, text=text)["id"]
    with scope(organisation=world.organisation):
        post = services.submit(post=Post.objects.get(pk=id_), by=world.author, now=timezone.now())
        assert post.state == Post.State.APPROVED
        return channel, Placement.objects.get(post=post)


def test_the_text_goes_out_filled(world):
    _, placement = approved(world, "{section} avec {@greens}")
    [delivery] = claim([placement.pk], now=timezone.now() + timedelta(minutes=31))
    assert delivery.content["segments"] == ["Liège avec @greens_be"]


@pytest.mark.parametrize("what", ["channel", "contact"])
def test_a_value_changed_after_the_yes_keeps_the_post_here(world, what):
    channel, placement = approved(world, "{section} avec {@greens}")
    with scope(organisation=world.organisation):
        if what == "channel":
            Channel.objects.filter(pk=channel.pk).update(placeholders={"section": "Namur"})
        else:
            from campaigns.phrases.models import Contact

            Contact.objects.update(handles={"twitter": "others"})
    assert claim([placement.pk], now=timezone.now()) == []
    with scope(organisation=world.organisation):
        assert Post.objects.get(pk=placement.post_id).state == Post.State.DRAFT


def test_a_post_that_leaves_nothing_open_is_the_same_as_before_and_costs_no_query(world, django_assert_num_queries):
    channel, placement = approved(world, "Rien à remplir")
    with scope(organisation=world.organisation):
        post = selectors.whole(placement.post_id)
        before = fingerprint(post)
        assert "filled" not in content_of(post)["placements"][0]
        Channel.objects.filter(pk=channel.pk).update(placeholders={"section": "Namur"})
        [light] = selectors.for_sending([post.pk])
        with django_assert_num_queries(0):
            assert fingerprint(light) == before
        approval = approvals.latest(subject_kind="post", subject_id=post.pk)
        assert approval and approval.fingerprint == before


def test_a_template_begins_a_post_without_what_is_gone(world):
    client, channel = world.client("author"), world.channel("facebook")
    body = {"name": "Weekly", **draft(channel, text="Chaque semaine")}
    template = made(client, "templates", body)
    assert template["placements"][0]["local_time"] == "" and template["first_line"] == "Chaque semaine"
    made(client, "templates", body, status=409)
    with scope(organisation=world.organisation):
        Channel.objects.filter(pk=channel.pk).update(state=Channel.State.DISCONNECTED)
    assert client.get(f"/api/templates/{template['id']}/").data["placements"] == []
    assert client.delete(f"/api/templates/{template['id']}/").status_code == 204
    assert client.get("/api/templates/").data["results"] == []
    assert client.post(f"/api/templates/{template['id']}/restore/").data["name"] == "Weekly"
