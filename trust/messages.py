"""Messages sent once more, for any delivery, with its fence of now or an older one: none may change anything but the hour."""

import random

from django_scopes import scopes_disabled

from scheduler import tasks
from scheduler.delivery.models import Delivery


def send_again(*, count: int, seed: int) -> int:
    """Return how many were sent."""
    dice = random.Random(seed)
    with scopes_disabled():
        known = list(Delivery.objects.order_by("pk").values_list("pk", "fence", "state"))
    if not known:
        return 0
    sent = 0
    # Half of them for what is on its way at this moment, where a double would hurt.
    open_ones = [row for row in known if row[2] in ("due", "claimed", "sending", "uncertain")] or known
    for number in range(count):
        pk, fence, _ = dice.choice(open_ones if number % 2 else known)
        of_now_or_before = dice.choice((fence, fence, max(1, fence - 1), 1))
        if dice.random() < 0.2:
            tasks.look.apply_async(kwargs={"delivery_id": str(pk), "fence": of_now_or_before}, retry=False)
        else:
            tasks.deliver.apply_async(kwargs={"deliveries": [[str(pk), of_now_or_before]]}, retry=False)
        sent += 1
    return sent
