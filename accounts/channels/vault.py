"""Seal an organisation's secrets: each has a key of its own, wrapped by the installation's VAULT_KEY (accounts/keys/sealing.py).

What a value is bound to (organisation, row and field) is authenticated with it, so that a value copied to another row, field or
organisation does not open.
"""

import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from accounts.channels.models import OrganisationKey
from accounts.keys.sealing import CannotOpen as CannotOpen
from accounts.keys.sealing import decrypt, encrypt, installation_key


def seal(*, organisation_id: uuid.UUID, plaintext: str, bound_to: str) -> bytes:
    """Return the sealed text. `bound_to` names row and field: "channel:<id>:access"."""
    return encrypt(_key_of(organisation_id), plaintext.encode(), f"{organisation_id}|{bound_to}")


def open_(*, organisation_id: uuid.UUID, sealed: bytes | memoryview, bound_to: str) -> str:
    """Return the text. Raises CannotOpen."""
    return decrypt(_key_of(organisation_id), bytes(sealed), f"{organisation_id}|{bound_to}").decode()


def _key_of(organisation_id: uuid.UUID) -> bytes:
    """Return the organisation's own key, made on first use."""
    place = f"organisation-key|{organisation_id}"
    row = OrganisationKey.objects.filter(pk=organisation_id).first()
    if row is None:
        fresh = encrypt(installation_key(), AESGCM.generate_key(256), place)
        row, _ = OrganisationKey.objects.get_or_create(pk=organisation_id, defaults={"wrapped": fresh})  # two at once: the first one's
    return decrypt(installation_key(), bytes(row.wrapped), place)
