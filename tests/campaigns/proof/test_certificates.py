"""Whoever has a certificate can look up that it is whole, and one that was altered anywhere is refused."""

import json
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override
from django_scopes import scopes_disabled
from pypdf import PdfReader

from accounts.keys import services as keys
from accounts.keys.models import InstallationKey
from campaigns.approvals.models import Approval
from campaigns.media.models import Asset
from campaigns.posts import fingerprint as posts
from campaigns.proof import check, page
from tests.campaigns.proof.conftest import AGENT, decide
from tests.world import World


def taken(world: World, approval: Approval, *, kind: str = "/", person: str = "planner") -> bytes:
    answer = world.client(person).get(f"/api/decisions/{approval.pk}/certificate{kind}")
    assert answer.status_code == 200
    return bytes(answer.content)


def verify(file: Path, *more: str) -> str:
    out = StringIO()
    call_command("verify_certificate", str(file), *more, stdout=out)
    return out.getvalue()


def test_it_says_who_when_from_where_and_exactly_what(decided: Approval, world: World):
    said = json.loads(taken(world, decided))
    [decision] = said["decisions"]
    assert decision["by"] == {"id": str(world.approver.pk), "name": "Approver"}
    assert decision["via"] == {"how": "app", "address": "203.0.113.7", "agent": AGENT}
    assert (decision["verdict"], decision["comment"], said["approval"]["note"]) == ("approve", "Très bien", "Pour jeudi")
    assert said["content"]["versions"][0]["segments"] == ["Un toit, c’est un droit 🏠\nŁódź l’a fait."]
    assert posts.hash_of(said["content"]) == said["approval"]["fingerprint"] == decision["fingerprint"]
    with scopes_disabled():
        asset = Asset.objects.get()
    assert said["files"][0]["kept_sha256"] == asset.kept_sha256
    assert said["files"][0]["brought_sha256"] == asset.sha256


def test_the_command_finds_it_whole(decided: Approval, world: World, tmp_path: Path):
    file = tmp_path / "certificate.json"
    file.write_bytes(taken(world, decided))
    said = verify(file)
    assert "NO " not in said
    assert "The database here says the same." in said


def test_the_pdf_carries_the_record_and_is_checked_likewise(decided: Approval, world: World, tmp_path: Path):
    file = tmp_path / "certificate.pdf"
    file.write_bytes(taken(world, decided, kind=".pdf"))
    assert "Every byte of the PDF" in verify(file)
    record = json.loads(check.attached(file.read_bytes()))
    assert record["approval"]["id"] == str(decided.pk)
    text = "".join(p.extract_text() for p in PdfReader(file).pages)
    assert "Un toit, c’est un droit [U+1F3E0]" in text
    assert "[U+0141]ód[U+017A] l’a fait" in text
    assert "203.0.113.7" in text
    assert decided.fingerprint in text.replace("\n", "")


def test_one_altered_byte_of_the_record_is_refused(decided: Approval, world: World):
    data = taken(world, decided)
    trusted = {key.public for key in keys.published(now=timezone.now())}
    for place in range(0, len(data), 29):
        assert not is_whole(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], trusted), data[place - 20 : place + 20]
    assert is_whole(data, trusted)


def test_one_altered_byte_of_the_pdf_is_refused(decided: Approval, world: World):
    data = taken(world, decided, kind=".pdf")
    trusted = {key.public for key in keys.published(now=timezone.now())}
    places = [*range(0, len(data), 1501), *range(len(data) - 160, len(data))]
    for place in places:
        assert not is_whole(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], trusted), place
    assert not is_whole(data + b"\n", trusted)
    assert is_whole(data, trusted)


def is_whole(data: bytes, trusted: set[str]) -> bool:
    try:
        _certificate, findings = check.look_at_file(data, trusted=trusted)
    except check.Unreadable:
        return False
    return all(f.is_good for f in findings)


def forged(certificate: dict[str, Any]) -> bytes:
    """Return the certificate signed anew with a key of one's own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from accounts.keys import b64

    key = Ed25519PrivateKey.generate()
    said = {name: value for name, value in certificate.items() if name != "signature"}
    public, value = b64.text(key.public_key().public_bytes_raw()), b64.text(key.sign(check.canonical(said)))
    return check.as_file(said | {"signature": {"algorithm": "Ed25519", "key": public, "value": value}})


def test_one_signed_with_somebody_elses_key_is_not_trusted(decided: Approval, world: World, tmp_path: Path):
    certificate = json.loads(taken(world, decided))
    file = tmp_path / "certificate.json"
    file.write_bytes(forged(certificate))
    with pytest.raises(CommandError):
        verify(file)


@pytest.mark.parametrize("change", ["content", "own-work", "step", "twice"])
def test_what_it_says_is_looked_at_as_well_as_the_signature(decided: Approval, world: World, change: str):
    """Even the installation's own key cannot sign away the rules."""
    said = json.loads(taken(world, decided))
    if change == "content":
        said["content"]["versions"][0]["segments"] = ["Autre chose"]
    elif change == "own-work":
        said["approval"]["barred"] = [said["decisions"][0]["by"]["id"]]
    elif change == "step":
        said["steps"][0]["needed"] = 2
    else:
        said["decisions"] *= 2
    found = {f.code: f.is_good for f in check.look(said)}
    wrong = {"content": "content", "own-work": "nobody-barred", "step": "steps", "twice": "once-each"}[change]
    assert not found[wrong]


@pytest.mark.parametrize(("verdict", "is_good"), [("approve", True), ("reject", False)])
def test_what_guests_said_counts(decided: Approval, world: World, verdict: str, is_good: bool):
    """Where posts need no approval there are no steps, and a guest may be asked all the same."""
    said = json.loads(taken(world, decided))
    guest = said["decisions"][0] | {"by": {"id": "1", "name": "Nora Peeters", "as": "candidate"}, "verdict": verdict}
    for steps, decisions in ((said["steps"], said["decisions"]), ([], [])):
        found = {f.code: f.is_good for f in check.look(said | {"steps": steps, "decisions": decisions, "guests": [guest]})}
        assert (found["steps"], found["same-content"]) == (is_good, True)
    assert not {f.code: f.is_good for f in check.look(said | {"steps": [], "decisions": []})}["steps"]


def test_own_work_that_was_allowed_is_said(decided: Approval, world: World):
    said = json.loads(taken(world, decided))
    said["approval"] |= {"barred": [said["decisions"][0]["by"]["id"]], "own_work_allowed": True}
    assert {f.code: f.is_good for f in check.look(said)}["own-work-allowed"]
    said["subject"]["kind"] = "request"
    assert not {f.code: f.is_good for f in check.look(said)}["nobody-barred"]


def test_it_is_checked_without_any_installation(decided: Approval, world: World, tmp_path: Path):
    file = tmp_path / "certificate.pdf"
    file.write_bytes(taken(world, decided, kind=".pdf"))
    key = world.client("stranger").get("/.well-known/carillon-keys.json").json()["keys"][0]["public"]
    command = [sys.executable, "-m", "campaigns.proof", str(file), f"--key={key}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})
    assert (done.returncode, done.stderr) == (0, "")
    without = subprocess.run(command[:-1], capture_output=True, text=True, check=False, env={"PATH": ""})
    assert without.returncode == 1
    assert "Who signed it is not known here." in without.stdout


def test_a_certificate_stays_good_after_the_vault_key_was_changed(decided: Approval, world: World, tmp_path: Path, settings: Any):
    file = tmp_path / "certificate.json"
    file.write_bytes(taken(world, decided))
    settings.VAULT_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
    assert "NO " not in verify(file)
    assert InstallationKey.objects.filter(purpose="proof", retired_at=None).count() == 1
    assert len(world.client("viewer").get("/.well-known/carillon-keys.json").json()["keys"]) == 2


def test_who_may_take_it_along(decided: Approval, world: World):
    for person, status in {
        "author": 200,
        "planner": 200,
        "approver": 200,
        "admin": 200,
        "viewer": 403,
        "other": 404,
        "stranger": 404,
    }.items():
        for kind in ("/", ".pdf"):
            assert world.client(person).get(f"/api/decisions/{decided.pk}/certificate{kind}").status_code == status, person


def test_nothing_to_certify_before_anybody_decided(world: World, decided: Approval):
    with scopes_disabled():
        decided.pk = None
        decided.state = "void"
        decided.save()
    assert world.client("planner").get(f"/api/decisions/{decided.pk}/certificate/").status_code == 404


def test_money_has_one_too(world: World, tmp_path: Path):
    approval = request_decided(world)
    data = taken(world, approval, person="treasurer")
    said = json.loads(data)
    assert said["subject"]["title"] == "Affiches"
    with scopes_disabled():
        assert check.content_hash("request", said["content"]) == approval.fingerprint
    file = tmp_path / "certificate.json"
    file.write_bytes(data)
    assert "NO " not in verify(file)
    assert world.client("author").get(f"/api/decisions/{approval.pk}/certificate/").status_code in {403, 404}


def request_decided(world: World) -> Approval:
    admin = world.client("treasurer")
    today = timezone.now().date()
    period = {"name": "2026", "starts_on": f"{today.year}-01-01", "ends_on": f"{today.year}-12-31", "currency": "EUR"}
    made = admin.post("/api/periods/", period, format="json")
    assert made.status_code == 201, made.data
    line = {"period": made.data["id"], "name": "Affiches", "medium": "posters", "planned_cents": 500_000, "digital_permille": 0}
    line_made = admin.post("/api/lines/", line, format="json")
    assert line_made.status_code == 201, line_made.data
    body = {"line": line_made.data["id"], "title": "Affiches", "reason": "Début de campagne", "net_cents": 100_000, "vat_cents": 21_000}
    asked = world.client("planner").post("/api/requests/", body | {"supplier": "Imprimerie"}, format="json")
    assert asked.status_code == 201, asked.data
    return decide(world.client("approver"))


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_pages_are_drawn_in_every_language(decided: Approval, world: World, language: str):
    said = json.loads(taken(world, decided))
    with override(language):
        data = page.drawn(said, now=timezone.now())
    assert 1 <= len(PdfReader(BytesIO(data)).pages) <= 2
