"""/api/campaigns/<id>/costs/, /api/posts/<id>/costs/ and /api/requests/<id>/post/: what posts and results cost."""

from typing import Any, ClassVar
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed
from campaigns.budget.api import checked, own_or_none
from campaigns.budget.models import Request
from campaigns.budget.plan_serializers import BASES
from campaigns.costs import selectors, services
from campaigns.costs.models import PostCost
from campaigns.plan.models import Campaign
from campaigns.posts.models import Post


class ResultOfCampaign(serializers.Serializer):
    """A figure of the objective. `gained` since its baseline, null before the first reading; `each_cents` null where it is not known."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    unit = serializers.CharField()
    gained = serializers.DecimalField(max_digits=16, decimal_places=4, allow_null=True)
    spent_cents = serializers.IntegerField(help_text="By all campaigns of the objective")
    each_cents = serializers.IntegerField(allow_null=True)


class CostsOfCampaign(serializers.Serializer):
    """`per_post_cents`: spent ÷ published posts; null where nothing was spent or published: not known, rather than free."""

    currency = serializers.CharField()
    vat = serializers.ChoiceField(choices=BASES)
    spent_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    posts = serializers.IntegerField(help_text="Published on at least one channel")
    placements = serializers.IntegerField()
    posts_with_cost = serializers.IntegerField(help_text="Those that a request pays for; the others took the team's work alone")
    per_post_cents = serializers.IntegerField(allow_null=True)
    results = ResultOfCampaign(many=True)


class RequestOfPost(serializers.Serializer):
    id = serializers.UUIDField()
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=Request.State.choices)
    cost_cents = serializers.IntegerField()
    currency = serializers.CharField()


class CostsOfPost(serializers.Serializer):
    currency = serializers.CharField()
    vat = serializers.ChoiceField(choices=BASES)
    spent_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    requests = RequestOfPost(many=True)
    campaign_per_post_cents = serializers.IntegerField(allow_null=True)


class PostOfRequest(serializers.Serializer):
    post = serializers.UUIDField(allow_null=True)


@extend_schema(tags=["campaigns"])
class CampaignCosts(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    @extend_schema(operation_id="campaigns_costs", responses=CostsOfCampaign)
    def get(self, request: HttpRequest, pk: UUID) -> Response:
        campaign = get_object_or_404(Campaign.objects.select_related("organisation"), pk=pk)
        return Response(CostsOfCampaign(selectors.of_campaign(campaign)).data)


@extend_schema(tags=["posts"])
class PostCosts(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    @extend_schema(operation_id="posts_costs", responses=CostsOfPost)
    def get(self, request: HttpRequest, pk: UUID) -> Response:
        post = get_object_or_404(Post.objects.select_related("organisation", "campaign__organisation").filter(deleted_at=None), pk=pk)
        return Response(CostsOfPost(selectors.of_post(post)).data)


@extend_schema(tags=["budget"])
class RequestPost(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.ASK_MONEY, "put": Verb.ASK_MONEY}

    @extend_schema(operation_id="requests_post", responses=PostOfRequest)
    def get(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(self.mine(pk))

    @extend_schema(operation_id="requests_set_post", request=PostOfRequest, responses=PostOfRequest)
    def put(self, request: HttpRequest, pk: UUID) -> Response:
        """The request pays for this post; null: for none in particular. An approval stays: the money and what it is for are the same."""
        found = self.mine(pk)
        post = own_or_none(Post.objects.filter(deleted_at=None), checked(PostOfRequest, request)["post"], field="post")
        services.tie(request=found, post=post, by=self.person, now=timezone.now())
        return self.show(found)

    def mine(self, pk: UUID) -> Request:
        """Return the request if it is the person's own, or anybody's for who keeps the money."""
        found: Request = get_object_or_404(Request.objects.select_related("organisation"), pk=pk)
        if found.asked_by_id != self.person.pk and not self.membership.may(Verb.KEEP_MONEY):
            raise NotAllowed("not-your-request")
        return found

    def show(self, request: Request) -> Response:
        tie: Any = PostCost.objects.filter(request=request).first()
        return Response(PostOfRequest({"post": tie.post_id if tie else None}).data)
