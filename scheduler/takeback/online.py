"""What of a delivery is online, and what its network lets us do about it. Reads only what was handed in."""

from datetime import datetime

from django.db.models import Q, QuerySet

import networks
from accounts.channels.models import Channel
from campaigns.posts.models import Post
from networks.contract import CanCorrect, CanPublish, CanTakeDown
from networks.wire import text
from scheduler.delivery.models import Delivery
from scheduler.delivery.steps import outline_of
from scheduler.takeback.models import TakeBack, TakeBackOf

OPEN = (TakeBackOf.State.ASKED, TakeBackOf.State.WAITING, TakeBackOf.State.REFUSED, TakeBackOf.State.BY_HAND)


def deliveries_of(post: Post) -> list[Delivery]:
    """Return the post's deliveries of which something is online, in order of channel. One that is still going out is not among them."""
    ended: QuerySet[Delivery] = Delivery.objects.select_related("channel", "placement", "organisation").filter(
        Q(state=Delivery.State.PUBLISHED) | Q(remote_id__isnull=False),
        placement__post=post.pk,
        placement__taken_down_at=None,
        wake_at=None,
    )
    return list(ended.order_by("channel__network", "channel__name", "pk"))


def parts_of(delivery: Delivery) -> list[str]:
    """Return the remote ids of what people see of it, first part first; [] when only its address is known, or not even that."""
    network = networks.get(delivery.channel.network)
    assert isinstance(network, CanPublish)
    visible = [step.name for step in network.steps(outline_of(delivery.content)) if step.visible]
    kept = [str(delivery.handles[name]) for name in visible if delivery.handles.get(name)]
    return kept or ([delivery.remote_id] if delivery.remote_id else [])


def text_of(delivery: Delivery) -> str:
    """Return what stands there now, all parts of a thread: the last correction, else what was sent."""
    last = TakeBackOf.objects.filter(
        delivery=delivery, take_back__kind=TakeBack.Kind.CORRECT, state__in=(TakeBackOf.State.DONE, TakeBackOf.State.DONE_BY_HAND)
    )
    corrected: str | None = last.order_by("-ended_at").values_list("text", flat=True).first()
    return corrected or "\n\n".join(text.shown(networks.get(delivery.channel.network).spec, outline_of(delivery.content)))


def can(kind: str, delivery: Delivery) -> bool:
    """Return whether Carillon may do it by itself: the network has the call, we know the post's id and may speak for the page."""
    network, parts = networks.get(delivery.channel.network), parts_of(delivery)
    if not parts or delivery.channel.state == Channel.State.DISCONNECTED:
        return False
    if kind == TakeBack.Kind.DOWN:
        return isinstance(network, CanTakeDown)
    return isinstance(network, CanCorrect) and len(parts) == 1


def rest_of(post: Post, *, now: datetime) -> list[dict[str, object]]:
    """Return where the post has not gone out yet and still will."""
    if post.state not in {Post.State.IN_REVIEW, Post.State.APPROVED}:
        return []
    return [
        {"channel_name": p.channel.name, "network": p.channel.network, "planned_at": p.planned_at}
        for p in post.placements.all()
        if p.planned_at and not p.claimed_at and p.planned_at > now
    ]
