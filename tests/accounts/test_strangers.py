"""A stranger, and a member of another organisation, find nothing behind any path of this floor."""

import pytest
from django.urls import get_resolver
from django.utils import timezone
from django_scopes import scopes_disabled
from rest_framework.test import APIClient

from accounts import urls
from accounts.notify.services import tell
from accounts.orgs import invitations
from accounts.orgs.models import Membership

METHODS = ("get", "post", "patch", "put", "delete")
# The person's own, or open to whoever holds a link.
OWN = {
    "me",
    "organisations",
    "telling",
    "devices",
    "token-list",
    "token-detail",
    "invitation-look",
    "invitation-accept",
    "invitation-join",
    "problem",
    "connect-callback",
}


def paths(world):
    """Return name and path of every view, with ids of things that are ours."""
    channel = world.channel("facebook")
    (notice,) = tell(organisation=world.organisation, users=[world.planner], code="sign-in-lost", now=timezone.now())
    with scopes_disabled():
        invited = invitations.invite(
            organisation=world.organisation, email="n@example.org", roles=["viewer"], by=world.admin, now=timezone.now()
        )
        ids = {
            "channel": channel.pk, "member": Membership.objects.get(user=world.admin).pk, "notice": notice.pk, "invitation": invited.pk,
        }  # fmt: skip
    resolver = get_resolver(urls.__name__)
    for name, (possibilities, *_rest) in (
        (n, p) for n in resolver.reverse_dict if isinstance(n, str) for p in resolver.reverse_dict.getlist(n)
    ):
        if name in OWN:
            continue
        template, params = possibilities[0]
        filled = {param: ids.get(name.split("-")[0], channel.pk) for param in params}
        yield name, "/" + template % filled


def test_the_list_of_paths_is_not_empty(world):
    assert {name for name, _ in paths(world)} >= {"channel-detail", "member-detail", "notice-read", "networks", "organisation", "events"}


@pytest.mark.parametrize("who", ["stranger", "other"])
def test_not_there_for_strangers(world, who):
    client = APIClient(HTTP_X_ORGANISATION=str(world.organisation.pk))
    client.force_authenticate(world.people[who])
    client.force_login(world.people[who])
    for name, path in paths(world):
        for method in METHODS:
            answer = getattr(client, method)(f"{path}?organisation=ours", {}, format="json")
            assert answer.status_code in (404, 405), (name, method, answer.status_code)


def test_ours_are_not_there_from_their_own_organisation(world):
    client = world.client("other", world.other)
    for name, path in paths(world):
        if "%" not in path and any(char.isdigit() for char in path):
            for method in METHODS:
                assert getattr(client, method)(path, {}, format="json").status_code in (404, 405), (name, method)


def test_signed_out_is_401_everywhere(world):
    client = APIClient(HTTP_X_ORGANISATION="ours")
    for name, path in paths(world):
        for method in METHODS:
            answer = getattr(client, method)(path, {}, format="json")
            assert answer.status_code in (401, 405), (name, method, answer.status_code)
