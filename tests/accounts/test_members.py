"""Who belongs, with which roles; and that nobody gives themselves more."""

import pytest
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from accounts.orgs.selectors import holders

POWERLESS = ["planner", "author", "approver", "treasurer", "viewer"]


def member(world, name):
    with scopes_disabled():
        return Membership.objects.get(user=world.people[name])


def url(world, name):
    return f"/api/members/{member(world, name).pk}/"


def test_everybody_sees_their_colleagues(world):
    answer = world.client("viewer", world.organisation).get("/api/members/").json()
    assert {row["email"] for row in answer["results"]} == {
        f"{name}@example.org" for name in ("admin", "planner", "author", "approver", "treasurer", "viewer", "second_approver")
    }
    assert [row["email"] for row in answer["results"] if row["is_me"]] == ["viewer@example.org"]


def test_an_administrator_gives_roles(world):
    answer = world.client("admin", world.organisation).patch(url(world, "author"), {"roles": ["approver", "author"]}, format="json")
    assert answer.json()["roles"] == ["author", "approver"]
    entry = AuditEntry.objects.get(act="member.roles-changed")
    assert entry.data["before"] == ["author"] and entry.data["after"] == ["author", "approver"] and entry.actor_id == world.admin.pk


@pytest.mark.parametrize("name", POWERLESS)
def test_nobody_else_gives_roles_not_even_to_themselves(world, name):
    client = world.client(name, world.organisation)
    for target in (name, "admin"):
        assert client.patch(url(world, target), {"roles": ["admin"]}, format="json").status_code == 403
    assert member(world, name).roles == [name] and member(world, "admin").roles == ["admin"]


@pytest.mark.parametrize("roles", [[], ["king"], "admin", None])
def test_unknown_roles_and_none_at_all_are_refused(world, roles):
    assert world.client("admin", world.organisation).patch(url(world, "author"), {"roles": roles}, format="json").status_code == 400


def test_the_last_administrator_stays(world):
    client = world.client("admin", world.organisation)
    for answer in (client.patch(url(world, "admin"), {"roles": ["viewer"]}, format="json"), client.delete(url(world, "admin"))):
        assert answer.status_code == 409 and answer.json()["problem"] == "last-admin"
    world.join("second", world.organisation, ["admin"])
    assert client.delete(url(world, "admin")).status_code == 204
    assert client.get("/api/organisation/").status_code == 404  # gone at once


def test_an_administrator_who_was_switched_off_does_not_count(world):
    second = world.join("second", world.organisation, ["admin"])
    second.is_active = False
    second.save()
    assert world.client("admin", world.organisation).delete(url(world, "admin")).status_code == 409


def test_anybody_may_leave_and_nobody_else_may_remove(world):
    client = world.client("author", world.organisation)
    assert client.delete(url(world, "viewer")).status_code == 403
    assert client.delete(url(world, "author")).status_code == 204
    assert AuditEntry.objects.get(act="member.left").actor_id == world.author.pk


def test_members_of_another_organisation_are_not_there(world):
    theirs = url(world, "other")
    client = world.client("admin", world.organisation)
    assert client.patch(theirs, {"roles": ["viewer"]}, format="json").status_code == 404
    assert client.delete(theirs).status_code == 404


def test_holders_are_the_active_people_whose_roles_have_the_verb(world):
    assert set(holders(organisation=world.organisation, verb=Verb.DECIDE_POSTS)) == {world.approver, world.second_approver}
    assert set(holders(organisation=world.other, verb=Verb.MANAGE)) == {world.people["other"]}
    world.approver.is_active = False
    world.approver.save()
    assert list(holders(organisation=world.organisation, verb=Verb.DECIDE_POSTS)) == [world.second_approver]
