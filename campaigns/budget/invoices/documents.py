"""Files that prove something. What a file is, its content says; it is kept under its own id and given to its organisation alone."""

import hashlib
import io
import re
import uuid
import zipfile
from datetime import datetime
from typing import Any

import puremagic
from django.core.files import File
from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals.models import Approval, Decision
from campaigns.budget.invoices.models import Document, Invoice
from campaigns.budget.models import Entry, Request
from campaigns.media import files

MB = 1024 * 1024
BYTES_MOST = 10 * MB
PICTURES = ("image/jpeg", "image/png", "image/webp")
XML = re.compile(rb"<\?xml|<(?:\w+:)?(?:Invoice|CreditNote)\b")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def recognise(content: bytes) -> str | None:
    """Return what a file is by its bytes alone, or None for a kind that is not kept."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                return XLSX if "xl/workbook.xml" in packed.namelist() else None
        except zipfile.BadZipFile:
            return None
    if XML.match(content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]):
        return None if b"<svg" in content[:4096].lower() or b"<html" in content[:4096].lower() else "application/xml"
    try:
        mime = str(puremagic.magic_string(content[:4096])[0].mime_type)
    except (puremagic.PureError, ValueError, IndexError):
        return None
    return mime if mime in PICTURES else None


def given(file: File) -> bytes:
    """Return the content of a file that somebody sends. Raises Refusal before it reads one that is too large."""
    if file.size > BYTES_MOST:
        raise Refusal("document-too-large", status=413, fields={"file": "document-too-large"}, mb=BYTES_MOST // MB)
    content: bytes = file.read()
    return content


@transaction.atomic
def keep(
    *, organisation: Organisation, content: bytes, name: str, request: Request | None = None, entry: Entry | None = None,
    invoice: Invoice | None = None, by: User | None, now: datetime,
) -> Document:  # fmt: skip
    """The file belongs to these. The same file at the same place is kept once. Raises Refusal."""
    if len(content) > BYTES_MOST:
        raise Refusal("document-too-large", status=413, fields={"file": "document-too-large"}, mb=BYTES_MOST // MB)
    if request is None and entry is None and invoice is None:
        raise Refusal("document-belongs-nowhere", fields={"file": "document-belongs-nowhere"})
    mime = recognise(content)
    if mime is None:
        raise Refusal("document-unknown", status=415, fields={"file": "document-unknown"})
    if request and is_being_decided(request):
        raise Refusal("document-after-a-yes", status=409, fields={"file": "document-after-a-yes"})
    sha256 = hashlib.sha256(content).hexdigest()
    place = {"request": request, "entry": entry, "invoice": invoice}
    known: Document | None = Document.objects.filter(sha256=sha256, removed_at=None, **place).first()
    if known is not None:
        return known
    document = Document(
        id=uuid.uuid4(), organisation=organisation, name=shown(name), mime=mime, size_bytes=len(content), sha256=sha256, added_by=by,
        added_at=now, **place,
    )  # fmt: skip
    files.put(path_of(document), content)
    document.save(force_insert=True)
    _said("document.added", document, by=by, now=now)
    return document


@transaction.atomic
def remove(*, document: Document, by: User, now: datetime) -> None:
    """The file is not shown any more. Raises Refusal for the very file an invoice came as, and for what a decision was taken on."""
    if document.invoice_id and document.mime == "application/xml":
        raise Refusal("document-of-import", status=409)
    if document.request and (
        document.request.state in {Request.State.APPROVED, Request.State.REJECTED} or is_being_decided(document.request)
    ):
        raise Refusal("document-of-decided", status=409)
    document.removed_at = now
    document.save(update_fields=["removed_at"])
    _said("document.removed", document, by=by, now=now)


def is_being_decided(request: Request) -> bool:
    """Return whether somebody has decided on what is asked now: with these files before their eyes, and no others."""
    of_this = {"approval__subject_kind": "request", "approval__subject_id": request.pk, "approval__state": Approval.State.OPEN}
    return bool(Decision.objects.filter(**of_this).exists())


def read(document: Document) -> bytes:
    return files.read(path_of(document))


def path_of(document: Document) -> str:
    return f"documents/{document.organisation_id}/{document.pk}"


def shown(name: str) -> str:
    """Return a file's name without folders and signs that headers or terminals would stumble over."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable() and sign not in '"<>|')[:200].strip() or "document"


def _said(act: str, document: Document, *, by: User | None, now: datetime) -> None:
    data: dict[str, Any] = {"name": document.name, "sha256": document.sha256}
    audit.record(organisation=document.organisation, actor=by, act=act, subject_kind="document", subject_id=document.pk, data=data, now=now)
    live.publish(organisation_id=document.organisation_id, kind="budget", id=document.pk)
