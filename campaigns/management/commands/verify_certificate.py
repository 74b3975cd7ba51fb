"""`manage.py verify_certificate FILE`: is this certificate whole, who signed it, and does the database here say the same?"""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import requests
import urllib3
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.keys import services as keys
from campaigns.approvals.models import Approval
from campaigns.proof import certificate as certificates
from campaigns.proof import check, told
from networks.wire import guard


class Command(BaseCommand):
    help = (
        "Check a certificate (JSON or PDF) against its hash and signature, and against the database here where it knows the decision. "
        "Exit code 1 when anything is wrong. Without an installation: python -m campaigns.proof FILE --key KEY"
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", action="append", default=[], help="a public key you trust")
        parser.add_argument("--keys-from", help="the address of a Carillon whose published keys you trust: https://carillon.example.org")

    def handle(self, *, file: Path, key: list[str], keys_from: str | None, **_: object) -> None:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        trusted = {*key, *(published_at(keys_from) if keys_from else ()), *own_keys()}
        try:
            certificate, findings = check.look_at_file(data, trusted=trusted)
        except check.Unreadable as error:
            raise CommandError("This is no certificate of Carillon's, or it was changed.") from error
        findings += against_database(certificate)
        for line in about(certificate):
            self.stdout.write(line)
        for line in told.lines(findings):
            self.stdout.write(line)
        if not all(f.is_good for f in findings):
            raise CommandError("Do not rely on this certificate.")


def own_keys() -> list[str]:
    """Return the keys of this installation; none where there is no database."""
    try:
        return [key.public for key in keys.published(now=timezone.now())]
    except DatabaseError:
        return []


def published_at(site: str) -> list[str]:
    """Return the keys that the Carillon at this address publishes. Raises CommandError."""
    try:
        found = json.loads(guard.fetch(site.rstrip("/") + certificates.KEYS_PATH, max_bytes=100_000))
        return [str(key["public"]) for key in found["keys"]]
    except (guard.NotAllowed, requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(f"The keys of {site} cannot be read.") from error


def against_database(certificate: dict[str, Any]) -> list[check.Finding]:
    """Return whether the database here says the same; nothing where it does not know this decision."""
    try:
        with scopes_disabled():
            approval = Approval.objects.select_related("organisation", "asked_by").filter(pk=certificate["approval"]["id"]).first()
            if approval is None:
                return []
            parts = certificates.differences(certificate, approval)
    except DatabaseError:
        return []
    return [check.Finding("database", not parts, ", ".join(parts))]


def about(certificate: dict[str, Any]) -> list[str]:
    """Return what it says, in a few lines."""
    approval = certificate["approval"]
    lines = [
        f"{certificate['organisation']['name']}: {certificate['subject']['title'] or certificate['subject']['id']}",
        f"{approval['state']} {approval['decided_at']}, asked by {approval['asked_by']['name']} {approval['asked_at']}",
    ]
    said = [*certificate["decisions"], *certificate["guests"]]
    return lines + [f"  {d['verdict']} {d['by']['name']} {d['at']} {d.get('via', {}).get('how', 'guest')}".rstrip() for d in said]
