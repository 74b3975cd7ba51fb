"""What is counted for the operator: sums that grow, kept in the database because the parts are many processes. Shown at /metrics."""
