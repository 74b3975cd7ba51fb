"""How often a campaign wants to be heard, channel by channel."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from accounts.channels.models import Channel
from accounts.problems import Refusal
from campaigns.plan.models import CadenceTarget, Campaign

WEEKLY_MOST = 200


@transaction.atomic
def put_targets(campaign: Campaign, weekly: Mapping[UUID, int]) -> None:
    """The campaign uses exactly these channels, for so many placements a week each; its own number is their sum. Raises Refusal."""
    channels = set(Channel.objects.filter(pk__in=list(weekly)).values_list("pk", flat=True))
    if channels != set(weekly):
        raise Refusal("channel-gone", fields={"targets": "channel-gone"})
    campaign.targets.exclude(channel__in=channels).delete()
    for channel, number in weekly.items():
        CadenceTarget.objects.update_or_create(campaign=campaign, channel_id=channel, defaults={"weekly": number})
    if total := sum(weekly.values()):
        campaign.weekly_target = total
        campaign.save(update_fields=["weekly_target"])
