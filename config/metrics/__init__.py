"""GET /metrics, for Prometheus: the sums that parts have kept in the database, and how things stand at this moment."""
