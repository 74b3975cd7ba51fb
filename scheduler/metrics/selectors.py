"""Reading the sums."""

import json
from collections import defaultdict

from scheduler.metrics.models import Tally

Labels = dict[str, str]


def all_of_them() -> dict[str, list[tuple[Labels, float]]]:
    """Return the sums by name, each with its labels."""
    found: dict[str, list[tuple[Labels, float]]] = defaultdict(list)
    for name, labels, value in Tally.objects.order_by("name", "labels").values_list("name", "labels", "value"):
        found[name].append((json.loads(labels), value))
    return found
