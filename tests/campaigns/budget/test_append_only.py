"""The database itself keeps every entry as it was written, and an entry keeps the split of its day."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django_scopes import scope, scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.budget import selectors
from campaigns.budget import services as budget
from campaigns.budget.models import Entry, Line, Request
from campaigns.plan.models import Campaign
from tests.campaigns.budget.conftest import NOW

ON = date(2026, 11, 20)


@pytest.fixture
def entry(world, line):
    with scope(organisation=world.organisation):
        return budget.book_expense(line=line("dooh"), net_cents=100_00, on=ON, by=world.treasurer, now=NOW)


@pytest.mark.parametrize(
    "change",
    [{"net_cents": 1}, {"vat_cents": 1}, {"on": date(2026, 1, 1)}, {"supplier": "Other"}, {"digital_permille": 0}, {"kind": "release"}],
)
def test_no_column_of_an_entry_is_changed_by_any_way_in(world, entry, change):
    with scopes_disabled():
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.filter(pk=entry.pk).update(**change)
        assert Entry.objects.filter(pk=entry.pk).exclude(**change).exists()


def test_plain_sql_does_not_change_it_either(world, entry):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE campaigns_entry SET net_cents = 1")


@pytest.mark.django_db(transaction=True)
def test_no_entry_is_removed_while_its_organisation_stands(world, entry):
    with scopes_disabled():
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.filter(pk=entry.pk).delete()
        assert Entry.objects.count() == 1
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM campaigns_entry")
        assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_whole_organisation_goes_with_its_ledger(world, entry, line):
    with scope(organisation=world.organisation):
        budget.take_back(entry=entry, by=world.treasurer, now=NOW)
        budget.ask(organisation=world.organisation, line=line("posters"), by=world.author, title="X", net_cents=1, now=NOW)
    Organisation.objects.filter(pk=world.organisation.pk).delete()
    with scopes_disabled():
        assert not Entry.objects.exists() and not Line.objects.exists() and not Request.objects.exists()
    assert Organisation.objects.get() == world.other


def test_who_booked_it_and_its_campaign_may_go(world, line):
    with scope(organisation=world.organisation):
        campaign = Campaign.objects.create(organisation=world.organisation, name="X", starts_on=ON, ends_on=ON)
        entry = budget.book_expense(line=line("dooh"), campaign=campaign, net_cents=1, on=ON, by=world.treasurer, now=NOW)
        campaign.delete()
        world.treasurer.delete()
        entry = Entry.objects.get(pk=entry.pk)
        assert (entry.campaign, entry.by, entry.net_cents) == (None, None, 1)
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.filter(pk=entry.pk).update(by=world.author)


def test_a_line_that_becomes_another_does_not_rewrite_what_was_spent(world, line):
    with scope(organisation=world.organisation):
        staff = line("staff", digital_permille=600, split_note="Time sheets")
        first = budget.book_expense(line=staff, net_cents=1_000_00, on=ON, by=world.treasurer, now=NOW)
        staff = budget.save_line(
            period=staff.period, line=staff, by=None, medium="staff", planned_cents=10_000_00, digital_permille=200, split_note="New team",
            now=NOW,
        )  # fmt: skip
        budget.book_expense(line=staff, net_cents=1_000_00, on=ON, by=world.treasurer, now=NOW)
        shown = selectors.overview(staff.period)
        assert shown["shares"]["full_cost"]["actual"]["permille"] == 400
        assert shown["shares"]["full_cost"]["planned"]["permille"] == 200
        counter = budget.take_back(entry=first, by=world.treasurer, now=NOW)
        assert counter.digital_permille == 600
        assert selectors.overview(staff.period)["shares"]["full_cost"]["actual"]["permille"] == 200


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite loses triggers when a migration rebuilds their table")
def test_no_later_migration_has_lost_the_triggers(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {"entry_never_changes", "entry_never_goes", "entry_goes_with_its_organisation"} <= {name for (name,) in cursor.fetchall()}
