"""A sealed secret opens in its own row and field of its own organisation, and nowhere else."""

import pytest

from accounts.channels import vault
from accounts.channels.models import OrganisationKey
from accounts.channels.vault import CannotOpen

PLACE = "channel:1:access"


@pytest.fixture
def sealed(world):
    return vault.seal(organisation_id=world.organisation.pk, plaintext="EAAB-secret-é", bound_to=PLACE)


def opened(organisation, sealed, place=PLACE):
    return vault.open_(organisation_id=organisation.pk, sealed=sealed, bound_to=place)


def test_it_opens_where_it_was_sealed(world, sealed):
    assert opened(world.organisation, sealed) == "EAAB-secret-é"
    assert opened(world.organisation, memoryview(sealed)) == "EAAB-secret-é"  # as PostgreSQL hands it out


def test_it_never_looks_the_same_and_never_shows_the_secret(world, sealed):
    assert sealed != vault.seal(organisation_id=world.organisation.pk, plaintext="EAAB-secret-é", bound_to=PLACE)
    assert b"secret" not in sealed and sealed[:1] == b"\x01"


@pytest.mark.parametrize("place", ["channel:2:access", "channel:1:refresh", ""])
def test_it_does_not_open_in_another_row_or_field(world, sealed, place):
    with pytest.raises(CannotOpen):
        opened(world.organisation, sealed, place)


def test_it_does_not_open_in_another_organisation(world, sealed):
    with pytest.raises(CannotOpen):
        opened(world.other, sealed)


def test_another_organisations_key_does_not_unwrap(world, sealed):
    vault.seal(organisation_id=world.other.pk, plaintext="x", bound_to=PLACE)
    ours = OrganisationKey.objects.get(pk=world.organisation.pk)
    OrganisationKey.objects.filter(pk=world.other.pk).update(wrapped=bytes(ours.wrapped))
    with pytest.raises(CannotOpen):
        opened(world.other, sealed)


@pytest.mark.parametrize("at", [0, 1, 12, 13, -1])
def test_a_changed_byte_shows(world, sealed, at):
    changed = bytearray(sealed)
    changed[at] ^= 1
    with pytest.raises(CannotOpen):
        opened(world.organisation, bytes(changed))


@pytest.mark.parametrize("length", [0, 1, 5, 20])
def test_a_cut_value_does_not_open(world, sealed, length):
    with pytest.raises(CannotOpen):
        opened(world.organisation, sealed[:length])


def test_another_installations_key_opens_nothing(world, sealed, settings):
    settings.VAULT_KEY = "A" * 43 + "="
    with pytest.raises(CannotOpen):
        opened(world.organisation, sealed)


def test_either_base64_form_of_the_key_is_the_same_key(world, settings):
    settings.VAULT_KEY = "-_" * 21 + "A"
    sealed = vault.seal(organisation_id=world.organisation.pk, plaintext="x", bound_to=PLACE)
    settings.VAULT_KEY = "+/" * 21 + "A="
    assert opened(world.organisation, sealed) == "x"
