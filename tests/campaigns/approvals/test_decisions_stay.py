"""What was said stays said: neither the product nor the database changes or removes a decision."""

import pytest
from django.db import IntegrityError, connection, transaction
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.approvals.models import Approval, Decision
from campaigns.posts.models import Placement
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(home) -> World:
    return World.make()


@pytest.fixture
def said(world: World) -> Decision:
    approved(world, draft(world.channel("facebook")))
    with scopes_disabled():
        found: Decision = Decision.objects.get()
    return found


@pytest.mark.parametrize("change", [{"verdict": "reject"}, {"comment": "x"}, {"fingerprint": "0" * 64}])
def test_a_decision_is_not_changed(said: Decision, change: dict[str, str]):
    with scopes_disabled():
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.filter(pk=said.pk).update(**change)
        with pytest.raises(TypeError):
            said.save()


def test_nobody_else_is_made_to_have_said_it(world: World, said: Decision):
    with scopes_disabled(), pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=said.pk).update(by=world.author)


@pytest.mark.parametrize("table", ["campaigns_decision", "campaigns_approval"])
def test_plain_sql_removes_none(said: Decision, table: str):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    with scopes_disabled():
        assert Decision.objects.count() == 1


def test_no_decision_is_removed_while_its_organisation_stands(said: Decision):
    with scopes_disabled():
        with pytest.raises(TypeError):
            said.delete()
        for gone in (Decision.objects.all(), Approval.objects.all()):
            with pytest.raises(IntegrityError), transaction.atomic():
                gone.delete()
        assert Decision.objects.count() == 1


def test_who_said_it_may_leave(world: World, said: Decision):
    world.people["approver"].delete()
    with scopes_disabled():
        assert Decision.objects.get().by is None


def test_a_whole_organisation_goes_with_its_decisions(world: World, said: Decision):
    with scopes_disabled():
        Placement.objects.all().delete()  # a channel that is planned for stays
        Organisation.objects.filter(pk=world.organisation.pk).delete()
        assert not Decision.objects.exists() and not Approval.objects.exists()
