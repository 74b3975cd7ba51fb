"""/d/<secret>: the decision of a letter, on a page that needs nothing else: no script, no bundle, no session.

Looking decides nothing and uses nothing up, however often and by whomever it is done: mail scanners open every link, and some run
scripts. Only what a person sends from the page that was shown decides.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext
from django_scopes import scope
from rest_framework.exceptions import Throttled
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from accounts.notify import mail
from accounts.people.models import User
from accounts.problems import Refusal
from accounts.words import word
from campaigns.approvals.crew import crew_of
from campaigns.approvals.guests.models import GuestDecision
from campaigns.approvals.models import Approval, Decision
from campaigns.by_link import guests, letters, page_words, saying, selectors, services, shown
from campaigns.by_link.models import DecisionLink
from campaigns.decisions.selectors import why_not
from campaigns.media import public
from campaigns.posts import services as posts
from campaigns.proof import via as came_by

SALT = "campaigns.by_link.page"
SHOWN_FOR = timedelta(hours=4)  # a page that was open for longer is shown afresh before it decides
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address is the secret
    "X-Robots-Tag": "noindex, nofollow",
}
OVER = {"link-over", "link-changed"}  # whoever had the link may have a new one


@dataclass
class Page:
    """What there is to see. `problem`: why nothing is decided here; `said`: what became of it; `error`: what to mend in the form."""

    status: int = 200
    problem: str = ""
    said: str = ""
    error: str = ""
    comment: str = ""
    nonce: str = ""
    about: shown.Shown | None = None
    pictures: dict[str, str] = field(default_factory=dict)
    organisation: str = ""
    sign_in: str = ""
    in_app: str = ""
    yours: str = ""
    offers_anew: bool = False


class DecisionPage(APIView):
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "link"
    schema = None

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """It is a page, whatever a mail program says that it accepts."""
        return super().perform_content_negotiation(request, force=True)

    def get(self, request: Request, secret: str) -> HttpResponse:
        return self.look(request, selectors.by_secret(secret))

    def post(self, request: Request, secret: str) -> HttpResponse:
        return self.act(request, selectors.by_secret(secret))

    def look(self, request: Request, link: DecisionLink | None, **more: Any) -> HttpResponse:
        if link is None:
            return self.answer(request, Page(status=404, problem=word("link-unknown", {})))
        with scope(organisation=link.organisation), mail.speaking(language_of(link)):
            return self.answer(request, page_of(link, reader=reader_of(request), now=timezone.now(), **more))

    def act(self, request: Request, link: DecisionLink | None) -> HttpResponse:
        if link is None:
            return self.look(request, None)
        with scope(organisation=link.organisation), mail.speaking(language_of(link)):
            try:
                return self.anew(request, link) if self.form(request).get("act") == "anew" else self.decide(request, link)
            except Refusal as no:
                fresh = selectors.again(link)
                said = {"error": word(no.code, no.params), "comment": self.form(request).get("comment", "")[:2000]}
                return self.answer(request, page_of(fresh, reader=reader_of(request), now=timezone.now(), **said), status=no.status)

    def decide(self, request: Request, link: DecisionLink) -> HttpResponse:
        form, reader = self.form(request), reader_of(request)
        verdict = form.get("verdict", "")
        if verdict not in Decision.Verdict.values:
            raise Refusal("not-understood")
        said = {"verdict": verdict, "comment": form.get("comment", "")[:2000], "seen": seen_on(form.get("shown", ""), link=link)}
        if link.guest:
            guests.decide(link=link, via=came_by.of(request, how=came_by.How.GUEST), now=timezone.now(), **said)
        else:
            services.decide(link=link, reader=reader, via=came_by.of(request, how=came_by.How.LINK), now=timezone.now(), **said)
        return HttpResponseRedirect(request.path, status=303, headers=HEADERS)

    def anew(self, request: Request, link: DecisionLink) -> HttpResponse:
        """A new link: at once for whoever is signed in as its owner, else by mail to them alone."""
        now = timezone.now()
        if selectors.refusal(link, reader=reader_of(request), now=now) == "link-of-another":
            raise Refusal("link-of-another", status=403)
        with transaction.atomic():
            approval, address = services.anew(link=link, now=now)
            if link.guest or reader_of(request) is None:
                if link.guest:
                    letter = letters.to_guest(approval, guest=link.guest, url=address, now=now)
                else:
                    letter = letters.again(approval, person=owner_of(link), url=address, now=now)
                transaction.on_commit(lambda: mail.send([letter]), robust=True)
        if not link.guest and reader_of(request) is not None:
            return HttpResponseRedirect(address, status=303, headers=HEADERS)
        return self.answer(request, Page(said=word("link-sent", {}), organisation=link.organisation.name))

    def form(self, request: Request) -> Any:
        return request._request.POST

    def answer(self, request: Request, page: Page, status: int = 0) -> HttpResponse:
        theme = request._request.COOKIES.get("theme", "")
        context = {
            "page": page,
            "words": page_words.words(),
            "language": translation.get_language(),
            "theme": theme if theme in {"light", "dark"} else "",
            "site_url": settings.SITE_URL,
        }
        return HttpResponse(
            render_to_string("by_link/decision.html", context),
            status=status or page.status,
            headers=HEADERS | {"Content-Language": context["language"]},
        )

    def handle_exception(self, exc: Exception) -> Any:
        if isinstance(exc, Throttled):
            return self.answer(
                self.request, Page(status=429, problem=word("too-many-tries", {"seconds": int(getattr(exc, "wait", None) or 1)}))
            )
        return super().handle_exception(exc)


class OwnDecisionPage(DecisionPage):
    """The same by the link's id, for its owner once signed in: an address that may stand in logs, since it opens nothing by itself."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:  # type: ignore[override]
        if reader_of(request) is None:
            return HttpResponseRedirect(f"{settings.SITE_URL}/sign-in?next={request.path}", headers=HEADERS)
        return self.look(request, self.own(request, pk))

    def post(self, request: Request, pk: UUID) -> HttpResponse:  # type: ignore[override]
        return self.act(request, self.own(request, pk))

    def own(self, request: Request, pk: UUID) -> DecisionLink | None:
        reader = reader_of(request)
        return selectors.by_id(pk, reader=reader) if reader else None


def reader_of(request: Request) -> User | None:
    """Return who is signed in, in this browser."""
    user = get_user(request._request)  # from the session: the page itself asks nobody to sign in
    return user if isinstance(user, User) and user.is_active else None


def owner_of(link: DecisionLink) -> User:
    assert link.person is not None  # a link is of a person or of a guest
    return link.person


def language_of(link: DecisionLink) -> str:
    owner = link.person or link.guest
    return str(owner.language) if owner else "en"


def page_of(link: DecisionLink, *, reader: User | None, now: datetime, error: str = "", comment: str = "") -> Page:
    """Return what whoever opens the link sees, in the language that is spoken."""
    approval = link.approval
    page = Page(
        organisation=link.organisation.name,
        in_app="" if link.guest else f"{settings.SITE_URL}/{link.organisation.slug}/decisions?show={approval.pk}",
        error=error,
        comment=comment,
    )
    no = selectors.refusal(link, reader=reader, now=now)
    if no in {"link-taken-back", "link-of-another"}:
        page.problem, page.status = word(no, {}), 403
        return page
    page.about = shown.of(approval, now=now)
    if page.about is None:
        page.problem = word("link-nothing-asked", {})
        return page
    page.pictures = {
        str(picture.rendition.pk): public.url(picture.rendition) for outing in page.about.outings for picture in outing.pictures
    }
    if no in OVER:
        page.offers_anew, page.error = True, page.error or word(no, {})
        page.about = None if no == "link-changed" else page.about  # what stands there now is for the new link to show
        return page
    if no:
        page.said = outcome(link) or word(no, {})
        return page
    if link.guest:
        page.nonce = signing.dumps([link.pk.hex, link.fingerprint], salt=SALT)
    elif code := why_not(approval, by=str(link.person_id), crew=crew_of(link.organisation, now=now)):
        page.problem = word(code, {})
    elif services.needs_sign_in(link, reader=reader, now=now):
        page.sign_in = f"{settings.SITE_URL}/sign-in?next=/d/of/{link.pk}"
    else:
        page.nonce = signing.dumps([link.pk.hex, link.fingerprint], salt=SALT)
    page.yours = page_words.words()["yours"].format(until=saying.moment(link.expires_at, link.organisation.time_zone))
    return page


def seen_on(nonce: str, *, link: DecisionLink) -> str:
    """Return the fingerprint of what the page showed that was sent back. Raises Refusal for a page of another link, or an old one."""
    try:
        of, fingerprint = signing.loads(nonce, salt=SALT, max_age=SHOWN_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        raise Refusal("link-page-old", status=409) from None
    if of != link.pk.hex:
        raise Refusal("link-page-old", status=409)
    return str(fingerprint)


def members_said(approval: Approval) -> QuerySet[Decision]:
    found: QuerySet[Decision] = Decision.objects.filter(approval=approval).select_related("by")
    return found


def guests_said(approval: Approval) -> QuerySet[GuestDecision]:
    found: QuerySet[GuestDecision] = GuestDecision.objects.filter(approval=approval).select_related("guest")
    return found


def outcome(link: DecisionLink) -> str:
    """Return what was decided, by whom and when; nothing while nobody has said anything."""
    approval = link.approval
    said = [
        (d.at, d.verdict, str(d.by or gettext("Somebody")), d.by_id == link.person_id and not link.guest) for d in members_said(approval)
    ]
    said += [(d.at, d.verdict, d.guest.name, d.guest_id == link.guest_id) for d in guests_said(approval)]
    if not said:
        return ""
    at, verdict, who, is_mine = max(said, key=lambda one: (one[3], one[0]))
    when = saying.moment(at, link.organisation.time_zone)
    sentence = page_words.verdicts(is_mine=is_mine)[verdict].format(by=who, when=when)
    if approval.state == Approval.State.OPEN:
        return sentence + " " + gettext("Somebody else has to say yes as well.")
    if approval.state == Approval.State.APPROVED and approval.subject_kind == posts.KIND:
        return sentence + " " + gettext("The post goes out by itself at its time.")
    return sentence
