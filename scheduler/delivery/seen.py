"""A person looks for a post whose answer was lost: what the account shows, and the word that it is online."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.people.models import User
from accounts.problems import Refusal
from networks.contract import CanRecognise, CanShow, NetworkError, Posted
from networks.wire import deadline, text
from scheduler.delivery import services, steps
from scheduler.delivery.models import Delivery

SHOWN, SHOWN_FOR_MONEY = 25, 10
PICK_LASTS = timedelta(hours=12)
SALT = "carillon.seen"


@dataclass(frozen=True)
class Shown:
    """One post of the account. `is_likely`: it says what we sent. `pick` proves that the account showed it, for `say_online`."""

    post: Posted
    is_likely: bool
    is_known: bool  # another delivery's
    pick: str


def can_show(delivery: Delivery) -> bool:
    return isinstance(networks.all().get(delivery.channel.network), CanShow)


def show_cost_usd_micros(delivery: Delivery) -> int:
    """Return what the network bills for showing, at most."""
    network = networks.all().get(delivery.channel.network)
    return SHOWN_FOR_MONEY * network.spec.read_cost_usd_micros if network else 0


def recent(*, delivery: Delivery, now: datetime) -> list[Shown]:
    """Return the account's newest posts. Raises Refusal with the network's reason. Call it outside a transaction: it asks the network."""
    network = networks.get(delivery.channel.network)
    if not isinstance(network, CanShow):
        raise Refusal("cannot-look", status=409)
    channel = channels.freshened(channel=delivery.channel, now=now)
    if channel.state in {Channel.State.SIGN_IN_LOST, Channel.State.DISCONNECTED}:
        raise Refusal("look-needs-sign-in", status=409, channel=channel.name)
    most = SHOWN_FOR_MONEY if network.spec.read_cost_usd_micros else SHOWN
    try:
        with deadline.sending(until=deadline.clock() + settings.CALL_TIMEOUT_S, total_s=settings.CALL_TIMEOUT_S):
            found = network.recent(caller=channels.caller(channel), limit=most)
    except NetworkError as error:
        raise Refusal("look-not-answered", status=409, channel=channel.name, why=error.code) from error
    visible = [step for step in steps.of(delivery) if step.visible]
    ours = [step.text for step in visible if step.name == delivery.step] or [step.text for step in visible]
    known = Delivery.objects.filter(channel=channel, remote_id__in=[post.remote_id for post in found]).exclude(pk=delivery.pk)
    taken = set(known.values_list("remote_id", flat=True))
    return [
        Shown(
            post=post,
            is_likely=any(text.same_text(own, post.text) for own in ours) and post.remote_id not in taken,
            is_known=post.remote_id in taken,
            pick=signing.dumps([str(delivery.pk), post.remote_id, post.permalink], salt=SALT),
        )
        for post in found
    ]


def say_online(*, delivery: Delivery, by: User, permalink: str = "", pick: str = "", now: datetime) -> Delivery:
    """A person has seen it on the network: it is published, at that address. Raises Refusal for an address that is not this account's."""
    remote_id = ""
    if pick:
        remote_id, permalink = picked(delivery, pick)
    elif permalink:
        remote_id = recognised(delivery, permalink)
    if delivery.remote_id:  # a thread is where its first part is
        permalink = delivery.permalink or permalink
    return services.say_online(delivery=delivery, by=by, permalink=permalink, remote_id=remote_id, now=now)


def picked(delivery: Delivery, pick: str) -> tuple[str, str]:
    """Return the id and the address of the post that was shown for this delivery and chosen."""
    try:
        shown_for, remote_id, permalink = signing.loads(pick, salt=SALT, max_age=PICK_LASTS)
    except (signing.BadSignature, ValueError):
        raise Refusal("pick-too-old", status=409) from None
    if shown_for != str(delivery.pk):
        raise Refusal("pick-too-old", status=409)
    return str(remote_id), str(permalink)


def recognised(delivery: Delivery, permalink: str) -> str:
    """Return the id that the address tells, "" when it tells none. Raises Refusal for any other address."""
    network, channel = networks.get(delivery.channel.network), delivery.channel
    if not isinstance(network, CanRecognise):
        return ""
    site = settings.NETWORK_SITES[channel.network]
    known = network.post_at(permalink, site=site, handle=channel.handle, remote_id=channel.remote_id)
    if known is None:
        raise Refusal("address-of-another", fields={"permalink": "address-of-another"}, channel=channel.name, network=network.label)
    return known
