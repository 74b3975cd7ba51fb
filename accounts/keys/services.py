"""The installation's own keys: made on first use, sealed, and made anew when the vault key is another one than theirs."""

from datetime import datetime

import structlog
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from django.db import IntegrityError, transaction

from accounts.keys import b64, sealing
from accounts.keys.models import InstallationKey

log = structlog.get_logger(__name__)
Purpose = InstallationKey.Purpose


def signer(*, now: datetime) -> tuple[str, ed25519.Ed25519PrivateKey]:
    """Return the public half, and the key that signs certificates."""
    row, secret = _current(Purpose.PROOF, now=now)
    return row.public, ed25519.Ed25519PrivateKey.from_private_bytes(secret)


def pusher(*, now: datetime) -> tuple[str, ec.EllipticCurvePrivateKey]:
    """Return the public half as browsers want it, and the key that speaks for this installation at push services."""
    row, secret = _current(Purpose.PUSH, now=now)
    return row.public, ec.derive_private_key(int.from_bytes(secret), ec.SECP256R1())


def published(*, now: datetime) -> list[InstallationKey]:
    """Return every key that ever signed certificates, the current one first."""
    _current(Purpose.PROOF, now=now)
    return list(InstallationKey.objects.filter(purpose=Purpose.PROOF).order_by("-made_at"))


def _current(purpose: InstallationKey.Purpose, *, now: datetime) -> tuple[InstallationKey, bytes]:
    for _ in range(3):
        row = InstallationKey.objects.filter(purpose=purpose, retired_at=None).first()
        if row is None:
            try:
                with transaction.atomic():
                    row = _made(purpose, now=now)
            except IntegrityError:
                continue  # another part made one at the same moment: that one is used
        try:
            return row, sealing.decrypt(sealing.installation_key(), bytes(row.sealed), _place(purpose, row.public))
        except sealing.CannotOpen:
            log.warning("keys.cannot_open", purpose=str(purpose))
            InstallationKey.objects.filter(pk=row.pk, retired_at=None).update(retired_at=now)
    raise RuntimeError(f"no key for {purpose}")


def _made(purpose: InstallationKey.Purpose, *, now: datetime) -> InstallationKey:
    if purpose == Purpose.PROOF:
        signing = ed25519.Ed25519PrivateKey.generate()
        secret, public = signing.private_bytes_raw(), signing.public_key().public_bytes_raw()
    else:
        speaking = ec.generate_private_key(ec.SECP256R1())
        secret = speaking.private_numbers().private_value.to_bytes(32)
        public = speaking.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    shown = b64.text(public)
    sealed = sealing.encrypt(sealing.installation_key(), secret, _place(purpose, shown))
    return InstallationKey.objects.create(purpose=purpose, public=shown, sealed=sealed, made_at=now)


def _place(purpose: InstallationKey.Purpose, public: str) -> str:
    return f"installation|{purpose}|{public}"
