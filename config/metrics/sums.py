"""What has grown since the beginning, as families of counters and one histogram."""

from collections import defaultdict
from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric

from scheduler.metrics import names, selectors

COUNTERS = {
    names.DELIVERIES: ("carillon_deliveries", "Deliveries that have ended.", ("network", "outcome", "policy")),
    names.CALLS: (
        "carillon_network_calls",
        "Answers of the networks to steps that were sent and to looks.",
        ("network", "kind", "outcome"),
    ),
    names.RESENDS: ("carillon_resends", "Posts sent once more after every look said they are absent.", ("network",)),
}


def families() -> Iterator[Metric]:
    rows = selectors.all_of_them()
    for name, (shown, about, labels) in COUNTERS.items():
        counter = CounterMetricFamily(shown, about, labels=labels)
        for found, value in rows.get(name, []):
            counter.add_metric([found.get(label, "") for label in labels], value)
        yield counter
    yield _lateness(rows)


def _lateness(rows: dict[str, list[tuple[selectors.Labels, float]]]) -> HistogramMetricFamily:
    """Buckets are kept apart in the database and added up here, as Prometheus wants them."""
    about = "From the planned time to the first byte of the call that made the post."
    histogram = HistogramMetricFamily("carillon_lateness_seconds", about, labels=["network"])
    fallen: dict[str, dict[str, float]] = defaultdict(dict)
    for labels, value in rows.get(names.LATENESS, []):
        fallen[labels["network"]][labels["le"]] = value
    sums = {labels["network"]: value for labels, value in rows.get(names.LATENESS_SUM_S, [])}
    for network, buckets in sorted(fallen.items()):
        upto, cumulated = 0.0, []
        for le in [*(f"{most:g}" for most in names.BUCKETS_S), names.ABOVE]:
            upto += buckets.get(le, 0)
            cumulated.append((written(le), upto))
        histogram.add_metric([network], cumulated, sum_value=sums.get(network, 0.0))
    return histogram


def written(le: str) -> str:
    """Return the bound as Prometheus writes it: always with a point, so that rules may name it."""
    return le if le == names.ABOVE else str(float(le))
