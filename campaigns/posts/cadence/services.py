"""Say how much is too much for a channel on one day."""

from accounts.channels.models import Channel
from accounts.problems import Refusal
from campaigns.plan.models import DailyLimit


def limit(*, channel: Channel, most: int | None) -> None:
    """More than so many a day on the channel is warned of; None: the usual figure of its network holds again. Raises Refusal."""
    if most is None:
        DailyLimit.objects.filter(channel=channel).delete()
    elif most < 1:
        raise Refusal("too-few-a-day", fields={"most": "too-few-a-day"})
    else:
        DailyLimit.objects.update_or_create(channel=channel, defaults={"most": most, "organisation": channel.organisation})
