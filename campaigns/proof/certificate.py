"""The certificate of a decision: who, when, from where, about exactly which content. Signed with the installation's own key."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from accounts.channels.models import Channel
from accounts.keys import b64
from accounts.keys import services as keys
from accounts.people.models import User
from campaigns.approvals.guests.models import GuestDecision
from campaigns.approvals.models import Approval, Decision, Hold, StoodIn
from campaigns.budget.models import Line, Request
from campaigns.media.models import Asset
from campaigns.plan.models import Campaign
from campaigns.posts.content import first_line
from campaigns.posts.models import Post
from campaigns.proof import check
from campaigns.proof.models import DecisionVia

KEYS_PATH = "/.well-known/carillon-keys.json"


def of(approval: Approval, *, now: datetime) -> dict[str, Any]:
    """Return the signed certificate of this approval, with all that was said."""
    said = body(approval) | {"issued_at": _at(now), "issuer": {"url": settings.SITE_URL, "keys": settings.SITE_URL + KEYS_PATH}}
    public, key = keys.signer(now=now)
    value = b64.text(key.sign(check.canonical(said)))
    return said | {"signature": {"algorithm": "Ed25519", "key": public, "value": value}}


def body(approval: Approval) -> dict[str, Any]:
    """Return what it says, without when it was made and by whom."""
    organisation, content = approval.organisation, approval.shown
    decisions = list(Decision.objects.filter(approval=approval).select_related("by", "step").order_by("at", "pk"))
    vias = DecisionVia.objects.in_bulk([d.pk for d in decisions])
    stood_in = {s.decision_id: s.of_id for s in StoodIn.objects.filter(decision__in=decisions)}
    guests = GuestDecision.objects.filter(approval=approval).select_related("guest").order_by("at", "pk")
    earlier = Approval.objects.filter(subject_kind=approval.subject_kind, subject_id=approval.subject_id, asked_at__lt=approval.asked_at)
    return {
        "format": check.FORMAT,
        "organisation": {"id": str(organisation.pk), "name": organisation.name, "time_zone": organisation.time_zone},
        "subject": {"kind": approval.subject_kind, "id": str(approval.subject_id), "title": title(approval)},
        "approval": {
            "id": str(approval.pk),
            "state": approval.state,
            "asked_at": _at(approval.asked_at),
            "asked_by": _person(approval.asked_by),
            "barred": sorted(approval.barred),
            # Such a decision is only taken where the organisation lets authors decide, on posts alone.
            "own_work_allowed": approval.subject_kind == "post" and any(str(d.by_id) in approval.barred for d in decisions),
            "decided_at": _at(approval.decided_at),
            "fingerprint": approval.fingerprint,
            "note": approval.note,
            "terms": approval.terms,
        },
        "content": content,
        "names": _names(approval),
        "files": files(content),
        "steps": [
            {
                "position": s.position,
                "verb": s.verb,
                "needed": s.needed,
                "all": s.is_all,
                "roles": sorted(s.roles),
                "people": sorted(s.people),
            }
            for s in approval.steps.order_by("position")
        ],
        "decisions": [
            {
                "id": str(d.pk),
                "step": d.step.position,
                "by": _person(d.by),
                "in_place_of": str(stood_in.get(d.pk) or ""),
                "verdict": d.verdict,
                "comment": d.comment,
                "at": _at(d.at),
                "fingerprint": d.fingerprint,
                "via": _via(vias.get(d.pk)),
            }
            for d in decisions
        ],
        "guests": [
            {
                "id": str(d.pk),
                "by": {"id": str(d.guest_id), "name": d.guest.name, "as": d.guest.capacity},
                "verdict": d.verdict,
                "comment": d.comment,
                "at": _at(d.at),
                "fingerprint": d.fingerprint,
                "via": {"how": DecisionVia.How.GUEST.value, "address": d.address or "", "agent": d.agent},
            }
            for d in guests
        ],
        "holds": [
            {"by": _person(h.by), "reason": h.reason, "at": _at(h.at), "released_at": _at(h.released_at)}
            for h in Hold.objects.filter(approval=approval).select_related("by").order_by("at")
        ],
        "earlier": [
            {"id": str(a.pk), "state": a.state, "fingerprint": a.fingerprint, "asked_at": _at(a.asked_at), "ended_at": _at(a.decided_at)}
            for a in earlier.order_by("asked_at", "pk")
        ],
    }


def title(approval: Approval) -> str:
    """Return what people call its subject; of a request, as it was when it was decided on."""
    if approval.subject_kind != "post":
        return str(approval.shown.get("title", ""))
    post = Post.objects.filter(pk=approval.subject_id).prefetch_related("versions").first()
    return first_line(post) if post else ""


def files(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pictures in it, with the hashes of the bytes that were brought and of the file as it is kept."""
    used = [(p["asset"], p["sha256"]) for v in content.get("versions", []) for p in v.get("pictures", [])]
    assets = Asset.objects.in_bulk({asset for asset, _ in used})
    known = {str(pk): asset for pk, asset in assets.items()}
    return [
        {
            "asset": asset,
            "brought_sha256": sha256,
            "name": known[asset].name if asset in known else "",
            "mime": known[asset].mime if asset in known else "",
            "kept_sha256": known[asset].kept_sha256 if asset in known else "",
            "size_bytes": known[asset].size_bytes if asset in known else 0,
        }
        for asset, sha256 in dict(used).items()
    ]


def _names(approval: Approval) -> dict[str, dict[str, str]]:
    """Return what the ids in the content are called today, by id."""
    content = approval.shown
    places = content.get("placements", [])
    barred: Iterable[str] = {*approval.barred, *(p for s in approval.steps.all() for p in s.people)}
    times = approval.terms.get("times", {})
    post = Post.objects.filter(pk=approval.subject_id).prefetch_related("placements").first() if times else None
    lines = Line.objects.filter(pk=content["line"]) if content.get("line") else ()
    campaigns = Campaign.objects.filter(pk=content["campaign"]) if content.get("campaign") else ()
    return {
        "channels": {str(c.pk): f"{c.name} ({c.network})" for c in Channel.objects.filter(pk__in={p["channel"] for p in places})},
        "placements": {str(p.pk): str(p.channel_id) for p in post.placements.all() if str(p.pk) in times} if post else {},
        "campaigns": {str(c.pk): c.name for c in campaigns},
        "lines": {str(line.pk): line.name for line in lines},
        "people": {str(u.pk): str(u) for u in User.objects.filter(pk__in=barred)},
    }


def subject_now(approval: Approval) -> Post | Request | None:
    """Return what it is about, if it is still there."""
    if approval.subject_kind == "post":
        found: Post | None = Post.objects.filter(pk=approval.subject_id, deleted_at=None).first()
        return found
    request: Request | None = Request.objects.filter(pk=approval.subject_id).first()
    return request


def differences(certificate: dict[str, Any], approval: Approval) -> list[str]:
    """Return the parts in which it differs from what the database says today. What things are called may change, and is left out."""
    fresh = body(approval)
    parts = ("content", "steps", "holds")
    found = [part for part in parts if certificate.get(part) != fresh[part]]
    found += ["approval"] * (_kept(certificate["approval"]) != _kept(fresh["approval"]))
    found += [part for part in ("decisions", "guests") if [_kept(d) for d in certificate[part]] != [_kept(d) for d in fresh[part]]]
    return found


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    """Leave out names, which may change, and what follows later: an approval may be void by now."""
    return {
        name: value["id"] if isinstance(value, dict) and "id" in value else value
        for name, value in row.items()
        if name not in {"state", "decided_at"}
    }


def _person(person: User | None) -> dict[str, str]:
    return {"id": str(person.pk), "name": str(person)} if person else {"id": "", "name": ""}


def _via(via: DecisionVia | None) -> dict[str, str]:
    return {"how": via.how, "address": via.address or "", "agent": via.agent} if via else {"how": "", "address": "", "agent": ""}


def _at(when: datetime | None) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds") if when else ""


def find(approval_id: UUID) -> Approval | None:
    """Return the approval of that id in the organisation in scope, once somebody has decided."""
    spoken = Q(decisions__isnull=False) | Q(guest_decisions__isnull=False)
    about = Approval.objects.select_related("organisation", "asked_by")
    found: Approval | None = about.filter(spoken, pk=approval_id).distinct().first()
    return found
