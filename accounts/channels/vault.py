"""Seal secrets with AES-256-GCM: each organisation has a key of its own, wrapped by the installation's VAULT_KEY.

A sealed value begins with a version byte, then a nonce of 12 bytes. What it is bound to (organisation, row and field) is
authenticated with it, so that a value copied to another row, field or organisation does not open.
"""

import base64
import os
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from accounts.channels.models import OrganisationKey

VERSION = b"\x01"
NONCE_BYTES = 12


class CannotOpen(Exception):
    """The value was not sealed by this installation for this organisation, row and field, or it was changed."""


def seal(*, organisation_id: uuid.UUID, plaintext: str, bound_to: str) -> bytes:
    """Return the sealed text. `bound_to` names row and field: "channel:<id>:access"."""
    return _encrypt(_key_of(organisation_id), plaintext.encode(), f"{organisation_id}|{bound_to}")


def open_(*, organisation_id: uuid.UUID, sealed: bytes | memoryview, bound_to: str) -> str:
    """Return the text. Raises CannotOpen."""
    return _decrypt(_key_of(organisation_id), bytes(sealed), f"{organisation_id}|{bound_to}").decode()


def _key_of(organisation_id: uuid.UUID) -> bytes:
    """Return the organisation's own key, made on first use."""
    place = f"organisation-key|{organisation_id}"
    row = OrganisationKey.objects.filter(pk=organisation_id).first()
    if row is None:
        fresh = _encrypt(_installation_key(), AESGCM.generate_key(256), place)
        row, _ = OrganisationKey.objects.get_or_create(pk=organisation_id, defaults={"wrapped": fresh})  # two at once: the first one's
    return _decrypt(_installation_key(), bytes(row.wrapped), place)


def _installation_key() -> bytes:
    text = settings.VAULT_KEY.replace("-", "+").replace("_", "/")
    return base64.b64decode(text + "=" * (-len(text) % 4))


def _encrypt(key: bytes, plaintext: bytes, place: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plaintext, VERSION + place.encode())


def _decrypt(key: bytes, sealed: bytes, place: str) -> bytes:
    version, nonce, rest = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if version != VERSION:
        raise CannotOpen
    try:
        return AESGCM(key).decrypt(nonce, rest, version + place.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error
