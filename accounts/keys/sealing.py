"""AES-256-GCM under the installation's VAULT_KEY. A sealed value begins with a version byte, then a nonce of 12 bytes.

What it is bound to is authenticated with it, so that a value copied to another place does not open.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = b"\x01"
NONCE_BYTES = 12


class CannotOpen(Exception):
    """The value was not sealed by this installation for this organisation, row and field, or it was changed."""


def installation_key() -> bytes:
    """Return the vault key of this installation, 32 bytes."""
    text = settings.VAULT_KEY.replace("-", "+").replace("_", "/")
    return base64.b64decode(text + "=" * (-len(text) % 4))


def encrypt(key: bytes, plaintext: bytes, place: str) -> bytes:
    """Return the plaintext sealed, bound to the place."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plaintext, VERSION + place.encode())


def decrypt(key: bytes, sealed: bytes, place: str) -> bytes:
    """Return what was sealed for that place. Raises CannotOpen."""
    version, nonce, rest = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if version != VERSION:
        raise CannotOpen
    try:
        return AESGCM(key).decrypt(nonce, rest, version + place.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error
