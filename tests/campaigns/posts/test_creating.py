"""Many drafts are made, and taken away, by the path that makes one: the same rules, and no more statements for more of them."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from accounts.audit.models import AuditEntry
from accounts.problems import Refusal
from campaigns.posts import creating, deleting, services
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.fingerprint import content_of
from campaigns.posts.history.models import Revision
from campaigns.posts.models import Placement, Post
from tests.world import World

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def wanted(world: World, number: int = 1, *, channel: Any = None, **more: Any) -> Draft:
    channel = channel or world.channel()
    picture = DraftPicture(asset=world.picture().pk, alt="Une affiche", crop={"x": 0, "y": 0, "width": 500, "height": 500})
    french = DraftVersion(language="fr", segments=[f"Le numéro {number}."], link="https://example.org", pictures=[picture])
    dutch = DraftVersion(language="nl", segments=[f"Nummer {number}."], source="fr")
    place = DraftPlacement(channel=channel.pk, languages=["fr"], local_time="2031-11-24T09:00")
    said: dict[str, Any] = {"title": f"Titre {number}", "versions": [french, dutch], "placements": [place]}
    return Draft(**(said | more))


def queries(act: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_a_draft_among_many_is_what_it_would_be_alone(world: World):
    with scope(organisation=world.organisation):
        channel = world.channel()
        draft = wanted(world, channel=channel)
        alone = services.create(organisation=world.organisation, by=world.author, draft=draft, now=NOW)
        saved = services.save(post=alone, by=world.author, draft=draft, revision=alone.revision, now=NOW)
        many = creating.create_all(organisation=world.organisation, by=world.author, drafts=[draft, wanted(world, 2)], now=NOW)
        there = [services.taken(post) for post in many]
        assert content_of(there[0]) == content_of(saved)
        assert there[0].search == saved.search and "nummer 1." in there[0].search
        assert [post.title for post in there] == ["Titre 1", "Titre 2"]
        assert there[0].versions.get(language="nl").source_text == ["Le numéro 1."]
        kept = {revision.post_id: revision.content for revision in Revision.objects.filter(post__in=[alone, *many])}
        assert kept[many[0].pk] == kept[alone.pk] and kept[alone.pk]["versions"][0]["pictures"][0]["crop"]["width"] == 500


def test_saving_a_new_post_as_it_is_keeps_one_revision(world: World):
    with scope(organisation=world.organisation):
        draft = wanted(world)
        [post] = creating.create_all(organisation=world.organisation, by=world.author, drafts=[draft], now=NOW)
        services.save(post=post, by=world.planner, draft=draft, revision=post.revision, now=NOW)
        assert Revision.objects.filter(post=post).count() == 1


def test_more_of_them_take_no_more_statements(world: World):
    with scope(organisation=world.organisation):
        channel = world.channel()
        few, many = ([wanted(world, n, channel=channel) for n in range(count)] for count in (2, 40))
        about: dict[str, Any] = {"organisation": world.organisation, "by": world.author, "now": NOW}
        assert queries(lambda: creating.create_all(drafts=few, **about)) == queries(lambda: creating.create_all(drafts=many, **about))
        ids = list(Post.objects.values_list("pk", flat=True))
        some = queries(lambda: deleting.delete_all(posts=ids[:2], **about))
        assert some == queries(lambda: deleting.delete_all(posts=ids[2:], **about))
        assert AuditEntry.objects.filter(act="post.deleted").count() == len(ids) == 42


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"versions": [DraftVersion("fr", ["a"]), DraftVersion("fr", ["b"])]}, "language-twice"),
        ({"versions": [DraftVersion("fr", ["a"] * 26)]}, "too-much-for-a-post"),
        ({"versions": [DraftVersion("fr", ["a"], pictures=[DraftPicture(asset=uuid4())])]}, "picture-gone"),
        ({"placements": [DraftPlacement(channel=uuid4(), languages=["fr"])]}, "channel-gone"),
    ],
)  # fmt: skip
def test_one_that_cannot_be_keeps_all_from_being_made(world: World, change: dict[str, Any], code: str):
    with scope(organisation=world.organisation):
        drafts = [wanted(world), wanted(world, 2, **change)]
        with pytest.raises(Refusal) as no:
            creating.create_all(organisation=world.organisation, by=world.author, drafts=drafts, now=NOW)
        assert no.value.code == code and not Post.objects.exists()


def test_a_time_that_has_passed_and_a_channel_named_twice_are_refused(world: World):
    with scope(organisation=world.organisation):
        channel = world.channel().pk
        passed = DraftPlacement(channel=channel, languages=["fr"], local_time="2020-01-01T09:00")
        twice = [DraftPlacement(channel=channel, languages=["fr"])] * 2
        for places, code in (([passed], "time-passed"), (twice, "channel-twice")):
            with pytest.raises(Refusal) as no:
                services.create(organisation=world.organisation, by=world.author, draft=wanted(world, placements=places), now=NOW)
            assert no.value.code == code


def test_a_copy_shows_the_same_part_of_its_picture(world: World):
    with scope(organisation=world.organisation):
        post = services.create(organisation=world.organisation, by=world.author, draft=wanted(world), now=NOW)
        copy = services.duplicate(post=post, by=world.planner, days=7, now=NOW)
        assert copy.versions.get(language="fr").version_pictures.get().crop == {"x": 0, "y": 0, "width": 500, "height": 500}
        assert copy.placements.get().local_time == "2031-12-01T09:00"


def test_one_that_has_left_keeps_all_from_being_deleted(world: World):
    with scope(organisation=world.organisation):
        channel = world.channel()
        drafts = [wanted(world, n, channel=channel) for n in range(2)]
        first, second = creating.create_all(organisation=world.organisation, by=world.author, drafts=drafts, now=NOW)
        Placement.objects.filter(post=first).update(claimed_at=NOW)
        with pytest.raises(Refusal):
            deleting.delete_all(organisation=world.organisation, posts=[first.pk, second.pk], by=world.author, now=NOW)
        assert Post.objects.filter(deleted_at=None).count() == 2
