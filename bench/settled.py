"""A process that waits until nothing is open or unbooked any more, then prints how many deliveries are in which state."""

import json
import os
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db.models import Count, Q  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402

from scheduler.delivery.models import Delivery  # noqa: E402

AT_MOST_S = 60


def settle() -> dict[str, int]:
    """Return how many deliveries are in which state, once all have come to their end and are on record; at the latest after a minute."""
    ends = time.monotonic() + AT_MOST_S
    while Delivery.objects.filter(Q(wake_at__isnull=False) | Q(is_booked=False)).exists() and time.monotonic() < ends:
        time.sleep(0.5)
    return dict(Delivery.objects.values_list("state").annotate(Count("pk")))


if __name__ == "__main__":
    with scopes_disabled():
        json.dump(settle(), sys.stdout)
