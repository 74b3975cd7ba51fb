"""HTTP for certificates, and for the public keys that they were signed with."""

import re
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from accounts.keys import services as keys
from accounts.orgs.access import InOrganisation
from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed
from campaigns.approvals.models import Approval
from campaigns.proof import certificate, check, page

ANSWERS = {"post": (Verb.PLAN, Verb.DECIDE_POSTS, Verb.MANAGE), "request": (Verb.KEEP_MONEY, Verb.DECIDE_MONEY, Verb.MANAGE)}


class Certificates(InOrganisation):
    """A certificate says from which address people decided: it is for who asked, and for those who plan, decide, keep money or manage."""

    def certificate(self, pk: UUID) -> dict[str, Any]:
        approval = certificate.find(pk)
        if approval is None or (approval.subject_kind != "post" and not self.membership.may(Verb.SEE_MONEY)):
            raise Http404
        if not may_have(approval, self.membership):
            raise NotAllowed
        return certificate.of(approval, now=timezone.now())

    def file(self, content: bytes, kind: str, said: dict[str, Any], extension: str) -> HttpResponse:
        name = re.sub("-{2,}", "-", slugify(f"carillon {said['subject']['title'][:40]}")) + f"-{said['approval']['id'][:8]}.{extension}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        return HttpResponse(content, content_type=kind, headers=headers)


@extend_schema(tags=["decisions"])
class CertificateJson(Certificates):
    @extend_schema(operation_id="decisions_certificate", responses={(200, "application/json"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """Who decided, when, from where, on exactly which content; signed. Check it with `manage.py verify_certificate`."""
        said = self.certificate(pk)
        return self.file(check.as_file(said), "application/json", said, "json")


@extend_schema(tags=["decisions"])
class CertificatePdf(Certificates):
    @extend_schema(operation_id="decisions_certificate_pdf", responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """The same as pages in the reader's language, with the JSON record inside."""
        said = self.certificate(pk)
        return self.file(page.drawn(said, now=timezone.now()), "application/pdf", said, "pdf")


def may_have(approval: Approval, membership: Membership) -> bool:
    """Return whether this person may take its certificate along."""
    known = ANSWERS["post" if approval.subject_kind == "post" else "request"]
    return approval.asked_by_id == membership.user_id or any(membership.may(verb) for verb in known)


@require_safe
def published_keys(request: HttpRequest) -> HttpResponse:
    """The public halves of every key that ever signed certificates here. Anybody may read them."""
    found = keys.published(now=timezone.now())
    shown = [{"algorithm": "Ed25519", "public": k.public, "from": k.made_at.isoformat(), "until": _until(k)} for k in found]
    return JsonResponse({"keys": shown}, headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300"})


def _until(key: Any) -> str | None:
    return key.retired_at.isoformat() if key.retired_at else None
