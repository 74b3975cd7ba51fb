"""Proof that no post is lost, doubled or silently wrong: `make trust`. What is proved and how: docs/algorithms/trust.md."""
