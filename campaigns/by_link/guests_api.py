"""/api/guests/: who from outside is asked about which posts. /api/link-terms/: how much money a link alone may decide on."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.fields import Language
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from campaigns.approvals.guests.models import Guest, GuestScope
from campaigns.budget.plan_serializers import MOST_CENTS
from campaigns.by_link import guests, selectors, services
from campaigns.plan.models import Campaign
from campaigns.posts.content import first_line
from campaigns.posts.selectors import with_content

WORDS_MOST = 100  # of a post in a guest's row


class GuestAbout(serializers.Serializer):
    kind = serializers.ChoiceField(choices=[("post", "post"), ("campaign", "campaign")])
    id = serializers.UUIDField()
    name = serializers.CharField(help_text="Of the campaign, or the post's first line; empty when it is gone")


class GuestInList(serializers.ModelSerializer):
    """`waiting`: how many posts wait for this guest's word now."""

    about = GuestAbout(many=True)
    invited_by: Any = serializers.StringRelatedField()
    waiting = serializers.IntegerField()
    is_over = serializers.BooleanField(help_text="Revoked, or past the end")

    class Meta:
        model = Guest
        fields = (
            "id", "name", "email", "language", "capacity", "about", "invited_by", "invited_at", "expires_at", "revoked_at", "waiting",
            "is_over",
        )  # fmt: skip
        read_only_fields = fields


class GuestDraft(serializers.Serializer):
    """A guest decides on posts by link, without an account; never on money. `until`: the last day."""

    name = serializers.CharField(max_length=120)
    email = serializers.EmailField()
    language = Language()
    capacity = serializers.CharField(max_length=120, allow_blank=True, default="", help_text="What they are asked as: candidate, partner")
    until = serializers.DateField()
    posts = serializers.ListField(child=serializers.UUIDField(), max_length=50, default=list)
    campaigns = serializers.ListField(child=serializers.UUIDField(), max_length=50, default=list)


class LinkTermsShown(serializers.Serializer):
    limit_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, help_text="Above it, only a person who is signed in decides")


@extend_schema(tags=["guests"])
class Guests(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("list", "create", "destroy"), Verb.PLAN)
    serializer_class = GuestInList
    pagination_class = WholePages
    queryset = Guest.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Guest]:
        found: QuerySet[Guest] = Guest.objects.select_related("invited_by").prefetch_related("scopes").order_by("-invited_at")
        return found

    @extend_schema(operation_id="guests_list")
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(GuestInList(shown(page or [], now=timezone.now()), many=True).data)

    @extend_schema(operation_id="guests_invite", request=GuestDraft, responses={201: GuestInList})
    @idempotent
    def create(self, request: Request) -> Response:
        draft = GuestDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        said, now = draft.validated_data, timezone.now()
        guest = guests.invite(
            organisation=self.organisation,
            by=self.person,
            name=said["name"],
            email=said["email"],
            language=said["language"],
            capacity=said["capacity"],
            expires_at=end_of(said["until"], zone=self.organisation.time_zone),
            post_ids=said["posts"],
            campaign_ids=said["campaigns"],
            now=now,
        )
        return Response(GuestInList(shown([self.get_queryset().get(pk=guest.pk)], now=now)[0]).data, status=201)

    @extend_schema(operation_id="guests_revoke", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        """Their links lead nowhere; what waited for them is asked anew, without them."""
        guests.revoke(guest=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)


@extend_schema(tags=["guests"])
class LinkTermsView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"patch": Verb.MANAGE}

    @extend_schema(operation_id="link_terms", responses=LinkTermsShown)
    def get(self, request: Request) -> Response:
        return self.show()

    @extend_schema(operation_id="link_terms_edit", request=LinkTermsShown, responses=LinkTermsShown)
    def patch(self, request: Request) -> Response:
        given = LinkTermsShown(data=request.data)
        given.is_valid(raise_exception=True)
        services.set_limit(organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return self.show()

    def show(self) -> Response:
        return Response(LinkTermsShown({"limit_cents": selectors.limit_of(self.organisation)}).data)


def shown(found: Sequence[Guest], *, now: datetime) -> list[Guest]:
    """Return the guests with what they are asked about, by name, and how much waits for them."""
    scopes = [scope for guest in found for scope in guest.scopes.all()]
    names = dict(Campaign.objects.filter(pk__in=ids(scopes, GuestScope.Kind.CAMPAIGN)).values_list("pk", "name"))
    names |= {
        post.pk: Truncator(first_line(post)).chars(WORDS_MOST) for post in with_content().filter(pk__in=ids(scopes, GuestScope.Kind.POST))
    }
    for guest in found:
        row: Any = guest
        row.about = [{"kind": scope.kind, "id": scope.subject_id, "name": names.get(scope.subject_id, "")} for scope in guest.scopes.all()]
        row.is_over = guest.revoked_at is not None or guest.expires_at <= now
        row.waiting = 0 if row.is_over else len(guests.waiting_for(guest))
    return list(found)


def ids(scopes: Sequence[GuestScope], kind: str) -> set[UUID]:
    return {scope.subject_id for scope in scopes if scope.kind == kind}


def end_of(day: date, *, zone: str) -> datetime:
    """Return the last minute of that day, there."""
    return datetime.combine(day, time(23, 59), tzinfo=ZoneInfo(zone))
